"""What one states and another denies is a claim of each; what several say together is nobody's alone. Sentences of our own."""

import pytest

from recoupe.claims import claims
from recoupe.claims.attribution import heard
from recoupe.model import Raw, ReadReport, Report
from recoupe.read import read


def reading_of(text: str) -> ReadReport:
    report = Report(id="r-0", text=text, sha256="", language="fr", raw=Raw(sha256="", locator="t"), extractor="t")
    return ReadReport(report=report, reading=next(iter(read(report))))


def counted(text: str) -> list[tuple[str, int | None, str]]:
    made = (c for c in claims(reading_of(text)) if c.quantities and c.attribution is not None and c.attribution.actor is not None)
    return [(c.attribution.actor.name, c.quantities[0].value, c.modality.value) for c in made]


def told(text: str) -> list[tuple[str | None, str, str]]:
    """Who says what, and how."""
    said = ((one.attribution, one.modality.value) for one in heard(reading_of(text)).relations)
    return [(a.actor.name if a.actor else None, " … ".join(text[s.start : s.end] for s in a.content), put) for a, put in said]


@pytest.mark.parametrize(
    ("text", "number", "states", "denies"),
    [
        ("Le club conteste le chiffre de 5.000 supporters avancé par la préfecture.", 5000, "préfecture", "club"),
        ("L'armée conteste le nombre de 60 soldats tués avancé par les rebelles.", 60, "rebelles", "armée"),
        ("Le bilan de 40 morts avancé par l'opposition est contesté par le ministère.", 40, "opposition", "ministère"),
        ("Le bilan de 40 morts avancé par l'opposition est faux, selon le ministère.", 40, "opposition", "ministère"),
        ("Le groupe nie les 1.200 licenciements évoqués par les syndicats.", 1200, "syndicats", "groupe"),
        ("Moscou affirme avoir abattu 14 drones, ce que Kiev dément.", 14, "Moscou", "Kiev"),
        ("Le syndicat affirme que 40 postes seront supprimés. La direction dément.", 40, "syndicat", "direction"),
        ("Selon les parents, douze enfants ont été malades. La mairie dément.", 12, "parents", "mairie"),
        ("L'ONG évoque 30 noyés. Les garde-côtes démentent et parlent de 12 rescapés.", 30, "ONG", "garde-côtes"),
    ],
)
def test_stated_and_denied(text, number, states, denies):
    found = [(name, put == "denied") for name, value, put in counted(text) if value == number]
    assert found == [(states, False), (denies, True)]


@pytest.mark.parametrize(
    "text",
    [
        "Selon le journal, le maire dément avoir perçu 3 millions d'euros.",
        "« Nous étions 150 », a dit la joueuse, qui partirait pour Lyon, à en croire la presse. Son agent dément.",
        "Le maire a été entendu mardi par 12 élus. Il dément.",
    ],
)
def test_what_nobody_states_is_denied_once_at_most(text):
    assert len(claims_of_counts := counted(text)) <= 1, claims_of_counts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Le feu a fait 40 morts, ont dit une source policière et deux habitants.",
            ("source policière et deux habitants", "Le feu a fait 40 morts", "reported"),
        ),
        (
            "Selon un médecin et trois infirmières de l'hôpital, 30 patients sont morts.",
            ("médecin et trois infirmières de l'hôpital", "30 patients sont morts", "reported"),
        ),
        (
            "Mille élus défilent selon la police et 900 badauds selon la ville.",
            ("police", "Mille élus défilent", "reported"),
        ),
    ],
)
def test_several_speakers(text, expected):
    assert expected in told(text)


def test_one_of_several_speaks_alone():
    text = "La digue a cédé, ont dit le maire et deux habitants. « Tout est noyé », a dit un habitant. Selon lui, 12 granges ont brûlé."
    assert [name for name, _, _ in told(text)][1:] == ["habitant", "habitant"]


@pytest.mark.parametrize(
    ("text", "charge", "words"),
    [
        (
            "L'ONG accuse la police d'avoir tiré sur la foule : « Ils visaient haut ».",
            "d'avoir tiré sur la foule",
            "Ils visaient haut",
        ),
        ("Le syndicat dénonce un manque de lits : « Nous sommes trois ».", "un manque de lits", "Nous sommes trois"),
    ],
)
def test_a_charge_and_the_quotation_behind_it(text, charge, words):
    found = told(text)
    assert [(content, put) for _, content, put in found] == [(charge, "accusation"), (words, "reported")]


def test_a_quotation_that_its_verb_opens():
    assert ("ministre", "une attaque lâche", "evaluation") in told('Le ministre, ému, "condamne une attaque lâche" et promet une enquête.')


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le feu a fait sept morts, selon un bilan provisoire des pompiers.", ("pompiers", "Le feu a fait sept morts", "reported")),
        ("Selon un bilan communiqué par la préfecture, le feu est éteint.", ("préfecture", "le feu est éteint", "reported")),
        ("Selon un courrier du préfet que la presse a consulté, la digue cède.", ("préfet", "la digue cède", "reported")),
        ("Selon un bilan de santé, le cheval va bien.", ("bilan de santé", "le cheval va bien", "reported")),
        ("L'État rejette les accusations de l'ONG, qui évoque 300 expulsions.", ("ONG", "300 expulsions", "reported")),
        ("Le député nie avoir triché, comme le soutient le parquet.", ("parquet", "avoir triché", "reported")),
        (
            "La maire exige une enquête sur le feu qui a détruit 40 maisons, selon l'agence Delta.",
            ("maire", "une enquête sur le feu qui a détruit 40 maisons", "demand"),
        ),
        ("Le maire évoque des dégâts à Nice et autres villes.", ("maire", "des dégâts à Nice et autres villes", "reported")),
    ],
)
def test_whose_word_it_is(text, expected):
    assert expected in told(text)


def test_through_whom_a_paper_came():
    said = [one.attribution for one in heard(reading_of("Selon les chiffres de la mairie obtenus par l'AFP, le quai est sûr.")).relations]
    assert [(a.actor.name, [relay.actor.name for relay in a.chain]) for a in said] == [("mairie", ["AFP"])]


def test_paragraphs_that_only_the_last_of_a_quotation_closes_are_of_who_tells_it():
    text = "Le maire a réagi.\n\n« L'usine a perdu douze ouvriers.\n\n« Trois chefs sont partis », a raconté Anne Morel."
    assert counted(text) == [("Anne Morel", 12, "reported"), ("Anne Morel", 3, "reported")]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Pour le préfet, la piste criminelle est écartée.", "préfet"),
        ("Pour la police, l'homme a agi seul.", "police"),
        ("La Banque d'Angleterre table sur une hausse des prix.", "Banque d'Angleterre"),
    ],
)
def test_who_thinks_so(text, source):
    assert told(text)[0][0] == source


@pytest.mark.parametrize(
    "text",
    [
        "Pour le maire, une réception a été donnée samedi.",
        "Pour la police, 12 véhicules ont été commandés.",
        "Une nouvelle victime porte à 15 le bilan de l'incendie.",
    ],
)
def test_nobody_says_it(text):
    assert not told(text)
