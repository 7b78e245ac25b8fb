"""How many voices stand behind a number: one body under several names, and several behind one."""

import pytest

from recoupe import model as m
from recoupe.claims import claims
from recoupe.crosschecks import crosschecks
from recoupe.model import Range
from recoupe.read import read


def dossier(*texts, **more):
    """Each text read as a report of its own."""
    raw = m.Raw(sha256="", locator="")
    made = [m.Report(id=f"r{n}", text=t, sha256="", language="fr", raw=raw, extractor="t", outlet=f"O{n}") for n, t in enumerate(texts)]
    reads = [m.ReadReport(report=r, reading=next(iter(read(r)))) for r in made]
    return m.Dossier(
        story="s",
        event=m.Event(id="e", reports=tuple(r.id for r in made), title=""),
        reports=tuple(made),
        readings=tuple(r.reading for r in reads),
        claims=tuple(c for r in reads for c in claims(r)),
        **more,
    )


def support(number, *texts):
    """What stands behind the number."""
    found = [a.support for x in crosschecks(dossier(*texts)) for a in x.answers if a.value == number]
    assert len(found) == 1
    return found[0]


EXPLAINED = "La Fédération nationale des pêcheurs (FNP) tient congrès à Sète."
SUNK, STOLEN, FELLED = "17 chalutiers ont coulé.", "a annoncé que 17 statues avaient été volées.", "17 arbres ont été abattus."


@pytest.mark.parametrize(
    ("texts", "voices"),
    [
        # an acronym that a text explains, and one that no text explains
        ([f"{EXPLAINED} Selon la FNP, {SUNK}", f"Selon la Fédération nationale des pêcheurs, {SUNK}"], (1, 1)),
        ([f"{EXPLAINED} Selon la FNP, {SUNK}", f"Selon la FNP, {SUNK}"], (1, 2)),
        ([f"Selon la FNP, {SUNK}", f"Selon la Fédération nationale des pêcheurs, {SUNK}"], (2, 2)),
        # who is cited in a title, and by name below it
        (["17 bacs coulés, selon le syndicat\n\nSelon la FNP, 17 bacs ont coulé."], (1, 1)),
        (["17 bacs coulés, selon le syndicat\n\nLes secours sont là.", "Selon la FNP, 17 bacs ont coulé."], (1, 2)),
        # letters of another language behind the name
        (["Le Bureau des secours (Aidco) a dit que 17 bacs ont coulé.", "17 bacs ont coulé, selon l'Aidco."], (1, 2)),
        # who speaks for a body
        ([f"Le porte-parole de l'Unesco {STOLEN}", f"L'Unesco {STOLEN}"], (1, 2)),
        ([f"La porte-parole de l'Unesco {STOLEN}", f"Le porte-parole de l'Unicef {STOLEN}"], (2, 2)),
        ([f"Lucie Arnal, directrice de l'Unesco, {STOLEN}", f"L'Unesco {STOLEN}"], (1, 2)),
        # a family name alone, and the whole name with its office in another text
        (["17 arbres ont été abattus, a dit le préfet du Lot, Jean Dupré.", "17 arbres ont été abattus, d'après M. Dupré."], (1, 2)),
        (["17 arbres ont été abattus, a dit le préfet du Lot, Jean Dupré.", "17 arbres ont été abattus, d'après M. Morel."], (2, 2)),
        (["La juge Ana Ruiz a dit que 17 arbres étaient morts.", "17 arbres sont morts, selon Mme Ruiz."], (1, 2)),
        # an office and its organ, and those of another town
        ([f"Selon le maire de Sète, {FELLED}", f"Selon la mairie de Sète, {FELLED}"], (1, 2)),
        ([f"Selon le maire de Sète, {FELLED}", f"Selon la mairie de Nîmes, {FELLED}"], (2, 2)),
        # a body by the place where it sits
        (["Selon le ministère de l'Intérieur, 17 ponts ont cédé.", "Selon la place Beauvau, 17 ponts ont cédé."], (1, 1)),
        (["Selon l'Intérieur, 17 ponts ont cédé.", "Selon la place Beauvau, 17 ponts ont cédé."], (1, 1)),
        # an office without its place, where the texts tell of one such office, of two, and of one that two have had
        ([f"Selon le préfet, {FELLED}", f"Selon Jean Dupré, préfet de l'Oise, {FELLED}"], (1, 1)),
        ([f"Selon le préfet, Jean Dupré, {FELLED}", f"Selon le préfet de l'Oise, {FELLED}"], (1, 2)),
        ([f"Selon le maire, Jean Dupré, {FELLED}", f"Selon le préfet de l'Oise, {FELLED}"], (2, 2)),
        ([f"Selon le préfet, {FELLED} Luc Roy, préfet du Gers, se tait.", f"Selon Jean Dupré, préfet de l'Oise, {FELLED}"], (1, 2)),
        (["Selon le ministère de la Santé, 17 ponts ont cédé.", "Selon la place Beauvau, 17 ponts ont cédé."], (2, 2)),
        # joined sources, one body with "et" in its name, several without names
        (["Selon la CFDT et la CGT, 17 postes ont été supprimés."], (2, 2)),
        ([f"Selon le ministère de l'Agriculture et de la Pêche, {SUNK}"], (1, 1)),
        (["Les trois syndicats ont annoncé que 17 postes avaient été supprimés."], (3, 3)),
        (["17 cabanes ont brûlé, ont indiqué un gendarme et des élus locaux."], (2, 2)),
        (["Selon la préfecture maritime de la Manche et la mer du Nord, 17 chalutiers ont coulé."], (1, 1)),
        (["Selon le maire de Sète et la Croix-Rouge, 17 chalutiers ont coulé."], (2, 2)),
        # two offices of one, a body with "et" beside another, a body of which only the beginning was read
        (["Selon le maire et président de la Ligue du rail, Luc Roy, 17 chalutiers ont coulé."], (1, 1)),
        (["Selon la Croix-Rouge et le ministère de l'Action humanitaire et de la Solidarité, 17 chalutiers ont coulé."], (2, 2)),
        (["Selon le directeur de l'Agence pour la pêche et la gestion des ports, Luc Roy, 17 chalutiers ont coulé."], (1, 1)),
        # an outlet that has it from another one (they are called O0, O1 ...): its word, else the word of whom it cites
        ([f"Selon la capitainerie, {SUNK}", f"Selon O0, {SUNK}"], (1, 1)),
        ([SUNK.capitalize(), f"Selon O0, {SUNK}"], (1, 1)),
        ([f"Selon la capitainerie, {SUNK}", f"Selon O0, {SUNK}", f"Selon la préfecture, {SUNK}"], (2, 2)),
        (["Selon la capitainerie, 19 chalutiers ont coulé.", f"Selon O0, {SUNK}"], (1, 1)),
    ],
)
def test_voices(texts, voices):
    assert support(17, *texts).voices == Range(low=voices[0], high=voices[1])


def test_a_relay_is_shown_by_its_words():
    found = support(17, f"Selon la capitainerie, {SUNK}", "Dix-sept chalutiers ont coulé, rapporte O0.")
    assert ("crosschecks/voices/relayed", "O0") in {(e.rule, e.words) for e in found.evidence}


def test_the_ministers_of_two_countries_are_two():
    texts = [
        f"Le ministre {whose} des Transports s'est exprimé mardi. Selon le ministre des Transports, 17 trains ont déraillé."
        for whose in ("italien", "espagnol")
    ]
    assert support(17, *texts).voices == Range(low=2, high=2)


def test_the_army_of_the_only_country_that_is_named_is_one():
    said = "L'armée {}a annoncé que 17 véhicules avaient été détruits."
    assert support(17, said.format("malienne "), said.format("")).voices == Range(low=1, high=1)
    other = "L'armée {}a annoncé que 17 véhicules avaient été détruits. L'armée nigérienne n'a rien dit."
    assert support(17, said.format("malienne "), other.format("")).voices.high == 2


def test_a_text_that_says_it_is_no_voice_beside_whose_text_it_is():
    told = "L'état-major a publié un communiqué. « 17 véhicules ont été détruits », affirme le texte."
    assert support(17, told, "Selon l'état-major, 17 véhicules ont été détruits.").voices.low == 1


def test_a_body_taken_up_may_be_any_that_is_named_but_no_two_of_them():
    found = support(
        17,
        "Selon l'Unesco, 17 statues ont été volées. Selon l'Unicef, 17 statues ont été volées.",
        "L'organisation a annoncé que 17 statues avaient été volées.",
    )
    assert found.voices == Range(low=2, high=3)


def test_a_former_toll_is_nobody():
    assert support(17, "Un précédent bilan faisait état de 17 blessés. Selon la préfecture, 17 blessés sont soignés.").voices.high == 1


@pytest.mark.parametrize(
    ("outlet", "cited", "kind", "low"),
    [
        ("Préfecture de la Drôme", "préfecture", "local_authority", 1),
        ("Mairie de Digne", "maire de Digne", "local_authority", 1),
        ("Préfecture de la Drôme", "préfecture du Gard", "local_authority", 2),
        ("La Gazette de la Drôme", "préfecture", "local_authority", 2),
    ],
)
def test_a_body_that_publishes_its_own_words_may_be_the_one_that_others_cite(draft, outlet, cited, kind, low):
    d = draft()
    d.report("a", "Le bilan est de 6 morts.", outlet=outlet)
    d.claim("a", "6 morts", ("6", 6), role="killed", type_="ACCIDENT")
    d.report("b", f"Le bilan est de 6 morts, selon {cited}.", outlet="Le Bief")
    d.claim("b", "6 morts", ("6", 6), role="killed", type_="ACCIDENT", voice=d.actor(cited, kind))
    (found,) = crosschecks(d.dossier())
    assert found.support.voices == Range(low=low, high=2)


@pytest.mark.parametrize(
    ("a", "b", "low"),
    [
        ("rebelles", "Front de libération du Nord", 1),
        ("jihadistes", "Groupe de soutien à l'islam", 1),
        ("rebelles", "armée", 2),
        ("rebelles", "Croix-Rouge", 2),
    ],
)
def test_fighters_without_a_name_may_be_a_band_that_has_one(draft, a, b, low):
    d = draft()
    for name, who, kind in (("a", a, "armed_force"), ("b", b, "company" if b[0].isupper() else "armed_force")):
        d.report(name, f"60 soldats tués, selon {who}.")
        d.claim(name, "60 soldats tués", ("60", 60), "soldier", "killed", type_="STRIKE", voice=d.actor(who, kind))
    (found,) = crosschecks(d.dossier())
    assert found.support.voices == Range(low=low, high=2)
