import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.model import ActorKind, Raw, Report
from recoupe.read.actors import actors
from recoupe.read.places import named


def report(text, language="fr"):
    return Report(id="r-0", text=text, sha256="", language=language, raw=Raw(sha256="", locator=""), extractor="test")


def read(text):
    one = report(text)
    return [(text[m.span.start : m.span.end], m.actor.name, m.actor.kind.value, m.actor.side) for m in actors(one, named(one)[0])]


CASES = [
    # letters in brackets that are no initials of what stands before
    ("L'agence turque de gestion des catastrophes et des urgences (AFAD) a parlé.",
     ("agence turque de gestion des catastrophes et des urgences", "AFAD", "state_organ", None)),
    # what the pack knows by its letters is one with what the text says they stand for
    ("La Confédération générale du travail (CGT) appelle à la grève.", ("Confédération générale du travail", "CGT", "organiser", None)),
    ("Le syndicat des pilotes (SNPL) appelle à la grève.", ("syndicat des pilotes", "SNPL", "organiser", None)),
    ("La police de Goma (RDC) enquête.", ("La police de Goma", "police de Goma", "police", "CD")),
    # an office taken up by a word for all who have such; not where two may be meant
    ("La préfète parle de 12 malades. La préfète, Anne Lobo, se rendra sur place.", ("La préfète", "Anne Lobo", "local_authority", None)),
    ("Le procureur de Brest, Luc Roy, enquête. Trois hommes sont entendus, a dit le magistrat.",
     ("le magistrat", "Luc Roy", "state_organ", "FR")),
    ("La préfète de l'Orne, Ana Dol, est venue. La représentante de l'État s'est tue.",
     ("La représentante de l'État", "Ana Dol", "local_authority", "FR")),
    ("Le juge Pain a reçu le procureur Roy. Le magistrat s'est tu.", ("Le magistrat", "magistrat", "state_organ", None)),
    # a body with a name, and who leads it
    ("Le président de la Fédération Climat Nicolas Roux a parlé.",
     ("Le président de la Fédération Climat Nicolas Roux", "Nicolas Roux", "organiser", None)),
    ("La ministre de la Justice Anne Marie Roux a parlé.",
     ("La ministre de la Justice Anne Marie Roux", "Anne Marie Roux", "state_organ", None)),
    # bodies: head, adjectives, complements
    ("L'armée soudanaise a démenti.", ("L'armée soudanaise", "armée soudanaise", "armed_force", "SD")),
    ("Le ministère tunisien de l'Intérieur a publié un bilan.",
     ("Le ministère tunisien de l'Intérieur", "ministère tunisien de l'Intérieur", "state_organ", "TN")),
    ("Selon la préfecture du Nord, 400 personnes ont défilé.", ("la préfecture du Nord", "préfecture du Nord", "local_authority", "FR")),
    ("Les pompiers ont évacué l'immeuble.", ("Les pompiers", "pompiers", "emergency_service", None)),
    ("La police judiciaire enquête.", ("La police judiciaire", "police judiciaire", "police", None)),
    ("Des témoins ont vu la scène.", ("Des témoins", "témoins", "witness", None)),
    ("D'après les organisateurs, ils étaient 3.000.", ("les organisateurs", "organisateurs", "organiser", None)),
    ("Les médias locaux parlent de 12 morts.", ("Les médias locaux", "médias locaux", "media", None)),
    ("Le porte-parole du ministère de la Santé dément.",
     ("Le porte-parole du ministère de la Santé", "porte-parole du ministère de la Santé", "state_organ", None)),
    ("Les habitants de Lisbonne ont voté.", ("Les habitants de Lisbonne", "habitants de Lisbonne", "witness", "PT")),
    # names of bodies
    ("L'association Ciel pur compte 40 nids.", ("L'association Ciel pur", "Ciel pur", "ngo", None)),
    ("L'ONG Voix des marais a porté plainte.", ("L'ONG Voix des marais", "Voix des marais", "ngo", None)),
    ("L'ONG Rives et Marais compte 40 nids.", ("L'ONG Rives et Marais", "Rives et Marais", "ngo", None)),
    ("L'ONG Rives et Marine Roy ont plaidé.", ("L'ONG Rives", "Rives", "ngo", None)),
    ("Le fabricant de pneus Baltor recrute.", ("Le fabricant de pneus Baltor", "Baltor", "company", None)),
    ("La chaîne de magasins Baltor recrute.", ("La chaîne de magasins Baltor", "Baltor", "company", None)),
    ("L'association Baltor compte 40 nids.", ("L'association Baltor", "Baltor", "ngo", None)),
    ("Le syndicat FO appelle à la grève.", ("Le syndicat FO", "FO", "organiser", None)),
    ("L'agence Reuters rapporte l'incident.", ("L'agence Reuters", "Reuters", "agency", None)),
    ("Le quotidien Ouest-France publie la lettre.", ("Le quotidien Ouest-France", "Ouest-France", "media", None)),
    ("L'ONU et la Croix-Rouge s'inquiètent.", ("ONU", "ONU", "international_body", None)),
    ("Le Kremlin nie.", ("Kremlin", "Kremlin", "state_organ", "RU")),
    ("Le gouvernement Martin est tombé.", ("Le gouvernement Martin", "gouvernement Martin", "state_organ", None)),
    # states
    ("Lisbonne dément.", ("Lisbonne", "Lisbonne", "state_organ", "PT")),
    ("La Belgique a signalé 45 cas.", ("Belgique", "Belgique", "state_organ", "BE")),
    ("Neuf personnes ont été tuées, selon la Norvège.", ("Norvège", "Norvège", "state_organ", "NO")),
    ("Madrid et Lisbonne protestent.", ("Madrid", "Madrid", "state_organ", "ES")),
    ("Le Japon se retire.", ("Japon", "Japon", "state_organ", "JP")),
    # people
    ("« Tout a brûlé », raconte Inès B., une riveraine.", ("Inès B., une riveraine", "Inès B.", "witness", None)),
    ("La voix est celle de Tom R. Le juge l'a reconnue.", ("Tom R.", "Tom R.", "person", None)),
    ("Le maire Paul Garnier a démissionné.", ("Le maire Paul Garnier", "Paul Garnier", "local_authority", None)),
    ("Le ministre danois de la Pêche, Lars Holm, a signé.",
     ("Le ministre danois de la Pêche, Lars Holm", "Lars Holm", "state_organ", "DK")),
    ("Lars Holm, président du syndicat Horizon, a signé.", ("Lars Holm, président du syndicat Horizon", "Lars Holm", "organiser", None)),
    ("Le ministre de la Justice Paul Garnier dément.", ("Le ministre de la Justice Paul Garnier", "Paul Garnier", "state_organ", None)),
    ("Le général Omar Sow recule.", ("Le général Omar Sow", "Omar Sow", "armed_force", None)),
    ("Ada Perrin raconte.", ("Ada Perrin", "Ada Perrin", "person", None)),
    ("Mme Perrin raconte.", ("Mme Perrin", "Perrin", "person", None)),
    ("« Jamais », dit Jan de Vries.", ("Jan de Vries", "Jan de Vries", "person", None)),
    # armed groups are no companies
    ("Le groupe rebelle avance.", ("Le groupe rebelle", "groupe rebelle", "armed_force", None)),
    ("Le groupe pétrolier avance.", ("Le groupe pétrolier", "groupe pétrolier", "company", None)),
    # what a body with a capital is for or against belongs to its name
    ("Le Comité contre la faim proteste.", ("Le Comité contre la faim", "Comité contre la faim", "organiser", None)),
    ("Le Comité pour l'instant se tait.", ("Le Comité", "Comité", "organiser", None)),
    ("Le comité contre la loi proteste.", ("Le comité", "comité", "organiser", None)),
    # an adjective with a capital is of the body, a forename is not
    ("Le ministre de l'Aide Rurale part.", ("Le ministre de l'Aide Rurale", "ministre de l'Aide Rurale", "state_organ", None)),
    ("Le chef de la Région Julien Roy part.", ("Le chef de la Région Julien Roy", "Julien Roy", "person", None)),
    # whose somebody is the head of
    ("Jean Roy, président de la coopérative de Vire, part.",
     ("Jean Roy, président de la coopérative de Vire", "Jean Roy", "company", "FR")),
    ("L'ONG part. « L'armée ment », dit sa directrice, Lise Roy.", ("sa directrice, Lise Roy", "Lise Roy", "ngo", None)),
    ("L'hôpital est plein, dit sa directrice, la docteure Lise Roy.",
     ("sa directrice, la docteure Lise Roy", "Lise Roy", "emergency_service", None)),
    ("L'entreprise ferme, dit son président, Luc Roy.", ("son président, Luc Roy", "Luc Roy", "company", None)),
    ("Le président se tait.", ("Le président", "président", "state_organ", None)),
    # unnamed
    ("Une source policière évoque un accident.", ("Une source policière", "source policière", "unnamed", None)),
    ("Selon des sources proches du dossier, il part.", ("des sources proches du dossier", "sources proches du dossier", "unnamed", None)),
    ("Un diplomate turc sous couvert d'anonymat confirme.",
     ("Un diplomate turc sous couvert d'anonymat", "diplomate turc sous couvert d'anonymat", "unnamed", "TR")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_actors(text, expected):
    assert expected in read(text)


@pytest.mark.parametrize(
    "text",
    [
        "La grève générale commence à midi.",
        "Le sommet se tient en Espagne.",
        "Au cours de la réunion, rien.",
        "LA CRISE S'AGGRAVE",
        "Actuellement, il pleut. Selon lui, non.",
        "Au-delà des États, rien.",
        "Cours du soir.",
        "",
    ],
)
def test_what_names_no_actor(text):
    assert read(text) == []


def mentions(text):
    one = report(text)
    return actors(one, named(one)[0])


SHORT = [
    "Le maire Paul Garnier a parlé. {M. Garnier} est parti.",
    "Le maire Paul Garnier a parlé. {Garnier} est parti.",
    "Le maire Paul Garnier a parlé. {Le maire} est parti.",
    "Le maire Paul Garnier a parlé. {Le maire Garnier} est parti.",
    "L'armée malienne avance. {L'armée} tire.",
    "La préfecture du Gard a compté. {La préfecture} ajoute.",
    "La procureure de Grenoble, Ada Perrin, enquête. {La procureure} précise.",
    "{Le ministre belge des Transports} est là. Le ministre belge des Transports, Paul Garnier, parle.",
]


@pytest.mark.parametrize("marked", SHORT)
def test_a_short_form_stands_for_the_actor_named_in_full(marked):
    start, end = marked.index("{"), marked.index("}") - 1
    found = mentions(marked.replace("{", "").replace("}", ""))
    assert len({m.actor.id for m in found}) == 1
    assert [m.anaphor for m in found if (m.span.start, m.span.end) == (start, end)] == [True]
    assert not all(m.anaphor for m in found)


def test_with_two_armies_the_army_is_neither():
    found = mentions("L'armée turque avance. L'armée grecque recule. L'armée se tait.")
    assert len({m.actor.id for m in found}) == 3


def test_an_office_that_has_an_owner_is_not_that_of_another():
    found = mentions("Le gouverneur de la région de Kiev se tait. La région de Kherson a été touchée, a dit son gouverneur.")
    assert len({m.actor.id for m in found if "gouverneur" in m.actor.name}) == 2


def test_two_people_of_one_surname_are_not_confused():
    found = mentions("Ada Perrin et Luc Perrin sont venus. Perrin est partie. M. Perrin reste.")
    assert [m.actor.name for m in found] == ["Ada Perrin", "Luc Perrin", "Perrin"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Le ministère russe de la Défense dément.", "Le ministère de la Défense russe dément."),
        ("Un responsable militaire américain parle.", "Des responsables militaires américains parlent."),
        ("Le Japon se retire.", "Tokyo se retire."),
        ("L'agence Reuters rapporte.", "Reuters rapporte."),
        ("Le maire Paul Garnier parle.", "Paul Garnier parle."),
    ],
)
def test_one_actor_has_one_id_in_all_reports(one, other):
    assert mentions(one)[0].actor.id == mentions(other)[0].actor.id


def test_bodies_of_two_countries_are_two_actors():
    assert mentions("L'armée turque avance.")[0].actor.id != mentions("L'armée grecque avance.")[0].actor.id


def test_spans_are_of_the_untouched_text():
    text = "L’armée\u00a0malienne, dit Ada\u202fPerrin, « l’ONU »…"
    assert [text[m.span.start : m.span.end] for m in mentions(text)] == ["L’armée\u00a0malienne", "Ada\u202fPerrin", "ONU"]


def test_a_language_without_a_pack_gives_none():
    assert actors(report("The army denied it.", language="xx"), ()) == ()


MIXTURE = """le la les l' un une des du de à armée ministre ministère maire porte-parole police source sources Jean Dupont Perrin M. Mme ONU
CGT russe belges local haut ancien Paris Japon Kremlin chef syndicat agence Reuters sous couvert d'anonymat , . « » : – président Défense
et selon par délégué chargé X Y"""
WORDS = st.sampled_from([*MIXTURE.split(), "\n"])


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=30))
def test_any_mixture_of_words_gives_ordered_spans_inside_the_text(words):
    text = " ".join(words)
    found = mentions(text)
    ends = [0, *(m.span.end for m in found)]
    assert all(end <= m.span.start < m.span.end <= len(text) for end, m in zip(ends, found, strict=False))
    assert all(m.actor.name.strip() and isinstance(m.actor.kind, ActorKind) for m in found)
    assert found == mentions(text)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80))
def test_any_text_is_read(text):
    mentions(text)


@pytest.mark.parametrize(
    "unit", ["M. A ", "armée de l'armée de ", "Jean Dupont, ", "porte-parole du ", "haut ", "un ", "d'anonymat ", "ONU ", "Ab"]
)
def test_work_grows_with_the_text_and_no_faster(unit, steps):
    def work(size):
        text = report((unit * size)[:size])
        return steps(lambda: actors(text, ()))

    work(100)
    assert work(6_000) < 2.5 * work(3_000)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("L'ONG Voix des marais a porté plainte. L'association attend.", "Voix des marais"),
        ("Une ONG accuse. L'ONG Voix des marais a porté plainte. L'ONG attend.", "Voix des marais"),
        ("La compagnie Baltor perd un avion. La compagnie a ouvert une ligne.", "Baltor"),
        ("Le syndicat Alpha et le syndicat Bravo appellent à la grève. Le syndicat compte 40 absents.", "syndicat"),
        ("L'ONG Voix des marais et l'association Ciel pur protestent. L'association attend.", "Ciel pur"),
        ("L'ONG Voix des marais a porté plainte. Le syndicat attend.", "syndicat"),
    ],
)
def test_a_noun_takes_up_the_only_body_of_its_kind(text, name):
    assert read(text)[-1][1] == name
