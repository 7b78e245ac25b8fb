"""Attribution relations on sentences of our own, read by the real reading."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.claims.attribution import attributed
from recoupe.model import ChannelKind, Form, Modality, Raw, Reading, ReadReport, Report, Span
from recoupe.read import read
from recoupe.text.sentences import sentences

CASES = [
    # text, source, cue, content, modality
    ("La mairie a annoncé lundi que la piscine resterait fermée.", "La mairie", "a annoncé", "que la piscine resterait fermée", "reported"),
    ("La direction affirme avoir embauché 40 personnes.", "La direction", "affirme", "avoir embauché 40 personnes", "reported"),
    ("Selon les syndicats, 3 000 personnes ont défilé.", "les syndicats", "Selon", "3 000 personnes ont défilé", "reported"),
    ("Le pont a cédé dans la nuit, selon la préfecture.", "la préfecture", "selon", "Le pont a cédé dans la nuit", "reported"),
    ("D'après la police, le conducteur a fui.", "la police", "D'après", "le conducteur a fui", "reported"),
    ("Le feu est éteint, ont indiqué les pompiers.", "les pompiers", "ont indiqué", "Le feu est éteint", "reported"),
    ("« Nous irons au bout », a lancé le président du club.", "le président du club", "a lancé", "Nous irons au bout", "reported"),
    ("Le ministre a déclaré : « Rien n'est décidé. »", "Le ministre", "a déclaré", "Rien n'est décidé", "reported"),
    ("Le gouvernement dément avoir vendu ces armes.", "Le gouvernement", "dément", "avoir vendu ces armes", "denied"),
    ("La préfecture a rejeté ces accusations.", "La préfecture", "a rejeté", "ces accusations", "denied"),
    ("Le parquet accuse le maire d'avoir truqué le marché.", "Le parquet", "accuse", "d'avoir truqué le marché", "accusation"),
    ("La région a promis de rouvrir la ligne.", "La région", "a promis", "de rouvrir la ligne", "forecast"),
    ("Le syndicat a appelé les salariés à manifester.", "Le syndicat", "a appelé", "à manifester", "demand"),
    ("Le ministre a salué le courage des secouristes.", "Le ministre", "a salué", "le courage des secouristes", "evaluation"),
    ("La préfecture n'exclut pas que la digue cède.", "La préfecture", None, "que la digue cède", "possible"),
    ("Selon les pompiers, la fuite aurait duré une heure.", "les pompiers", "Selon", "la fuite aurait duré une heure", "hearsay"),
    ("L'usine aurait rejeté 300 litres d'acide.", None, "aurait rejeté", "L'usine aurait rejeté 300 litres d'acide", "hearsay"),
    ("Comme l'a souligné le maire, la crue baisse.", "le maire", None, "la crue baisse", "reported"),
    ("La police a annoncé l'arrestation de deux suspects.", "La police", "a annoncé", "l'arrestation de deux suspects", "reported"),
    ("Il a été annoncé que le stade serait agrandi.", None, "a été annoncé", "que le stade serait agrandi", "reported"),
    ("L'usine fermera, apprend-on de source syndicale.", "source syndicale", "apprend-on", "L'usine fermera", "reported"),
    ("Le maire est accusé par le parquet d'avoir menti.", "le parquet", "est accusé", "Le maire", "accusation"),
    ("La police vient d'annoncer que la route rouvre.", "La police", "vient d'annoncer", "que la route rouvre", "reported"),
    # what a verb takes up, and what it denies by itself
    ("La piscine fermera le 3 mai. Le maire l'a annoncé mardi.", "Le maire", "l'a annoncé", "La piscine fermera le 3 mai", "reported"),
    ("Le pont rouvre lundi, comme la mairie l'avait annoncé.", "la mairie", "l'avait annoncé", "Le pont rouvre lundi", "reported"),
    # what is said in a relative clause ends where the main verb follows
    ("Le bac, dont l'armateur affirme qu'il est sûr, a coulé lundi.", "l'armateur", "affirme", "qu'il est sûr", "reported"),
    ("Le fort, que l'armée dit avoir repris, est désert.", "l'armée", "dit", "avoir repris", "reported"),
    ("Le maire l'a annoncé sur sa page Facebook : le marché est annulé.", "Le maire", "l'a annoncé", "le marché est annulé", "reported"),
    ("La route est coupée ; le préfet a démenti catégoriquement.", "le préfet", "a démenti", "La route est coupée", "denied"),
    ("La perte est de 800 euros, et non 900 comme le soutenait le parquet.", "le parquet", "le soutenait", "900", "reported"),
    # who is told, and how a name is set
    (
        "« Vous avez raison », a répondu le président Jean Morel aux signataires.",
        "le président Jean Morel",
        None,
        "Vous avez raison",
        "reported",
    ),
    ("« Le quai tient », a dit le maire au Courrier.", "le maire", "a dit", "Le quai tient", "reported"),
    (
        "Le collectif « Rive droite » a dénoncé la coupe de 40 arbres.",
        "Le collectif « Rive droite »",
        "a dénoncé",
        "la coupe de 40 arbres",
        "accusation",
    ),
    ("La ville avait demandé aux clubs de déclarer les matchs.", "La ville", None, "de déclarer les matchs", "demand"),
    # a source that begins its clause, a count with its own giver, a line of a live report
    (
        "Un raid a tué neuf marins, dont un mousse, selon le port, un chiffre provisoire.",
        "le port",
        "selon",
        "Un raid a tué neuf marins, dont un mousse",
        "reported",
    ),
    ("Le bac, dont deux moteurs fument, selon le port, a coulé.", "le port", "selon", "dont deux moteurs fument", "reported"),
    ("Le stade a 900 places ; selon le club, 30 sont fermées.", "le club", "selon", "30 sont fermées", "reported"),
    ("La grève est suivie à 41 %, contre 62 % selon l'intersyndicale.", "l'intersyndicale", "selon", "62 %", "reported"),
    ("Selon un sondage publié mercredi, le oui l'emporte.", "un sondage", "Selon", "le oui l'emporte", "reported"),
    ("14h32 - Préfecture : 12 blessés", "Préfecture", ":", "12 blessés", "reported"),
    ("Le syndicat fait pour sa part état de 400 départs.", "Le syndicat", None, "400 départs", "reported"),
    ("La mairie a fait savoir que le marché rouvrirait.", "La mairie", "a fait savoir", "que le marché rouvrirait", "reported"),
]

NOTHING = [
    "Le juge l'a reconnu dans la rue.",
    "La route est-elle coupée ? Le maire l'a confirmé.",
    "La précédente version évoquait 12 morts.",
    "8h30 - Paris : 12 blessés",
    "12h15 - Bilan : 12 blessés",
    "Selon que vous serez riche ou pauvre, le prix annoncé variera.",
    "C'est-à-dire, à vrai dire, autant dire que rien ne change.",
    "Les tarifs changent selon la saison et selon les cas.",
    "Cette crise a révélé les failles du système.",
    "La mairie n'a pas précisé combien de logements sont vides.",
    "Le nuage sombre annonce la pluie.",
    "Une loi qui interdirait la chasse est à l'étude.",
]


def report(text: str, language: str = "fr") -> Report:
    return Report(id="r-1", text=text, sha256="", language=language, raw=Raw(sha256="", locator=""), extractor="")


def attribute(text: str):
    one = report(text)
    return [found for reading in read(one) for found in attributed(ReadReport(report=one, reading=reading))]


def bare_reading(text: str, language: str = "fr") -> ReadReport:
    spans = tuple(Span(report="r-1", start=a, end=b) for a, b in sentences(text))
    return ReadReport(report=report(text, language), reading=Reading(report="r-1", sentences=spans))


def words(text: str, span: Span) -> str:
    return text[span.start : span.end]


@pytest.mark.parametrize(("text", "source", "cue", "content", "modality"), CASES, ids=[c[0] for c in CASES])
def test_relation(text, source, cue, content, modality):
    found = attribute(text)
    assert len(found) == 1
    relation = found[0].attribution
    assert [words(text, s) for s in relation.source] == ([source] if source else [])
    assert cue is None or words(text, relation.cue) == cue
    assert words(text, relation.content[0]) == content
    assert found[0].modality == modality


@pytest.mark.parametrize("text", NOTHING)
def test_no_relation(text):
    assert attribute(text) == []


def test_two_counts_two_voices():
    text = "Quelque 10 000 personnes ont défilé selon la police, 30 000 selon les organisateurs."
    assert [(words(text, a.attribution.source[0]), words(text, a.attribution.content[0])) for a in attribute(text)] == [
        ("la police", "Quelque 10 000 personnes ont défilé"),
        ("les organisateurs", "30 000"),
    ]


def test_relay_is_a_chain_and_the_voice_the_last_claimant():
    for text in (
        "Selon l'AFP, qui cite les pompiers, deux skieurs ont péri.",
        "Deux skieurs ont péri, selon les pompiers, cités par l'AFP.",
    ):
        relation = attribute(text)[0].attribution
        assert words(text, relation.source[0]) == "les pompiers"
        assert [words(text, r.source[0]) for r in relation.chain] == ["l'AFP"]
        assert words(text, relation.content[0]).lower() == "deux skieurs ont péri"


def test_channel_and_time_of_speech():
    text = "Le bilan s'alourdit, a annoncé mardi la préfecture dans un communiqué."
    relation = attribute(text)[0].attribution
    assert relation.channel is not None
    assert (relation.channel.kind, words(text, relation.channel.span)) == (ChannelKind.COMMUNIQUE, "dans un communiqué")
    assert relation.uttered is not None
    assert words(text, relation.uttered.span) == "mardi"


def test_gerund_carries_the_source_over():
    text = "La préfecture a indiqué que le col était fermé, ajoutant que la neige tombait encore."
    first, second = attribute(text)
    assert words(text, first.attribution.content[0]) == "que le col était fermé"
    assert second.attribution.actor == first.attribution.actor
    assert words(text, second.attribution.content[0]) == "que la neige tombait encore"


def test_pronoun_is_the_speaker_before():
    text = "La maire a déclaré que la salle rouvrait. « Nous avons attendu trop longtemps », a-t-elle ajouté."
    first, second = attribute(text)
    assert second.attribution.actor == first.attribution.actor
    assert second.attribution.form is Form.DIRECT


def test_a_quoted_subhead_is_not_of_who_spoke_last():
    text = "Le parquet a dit que trois élèves étaient entendus.\n« Une panique jamais vue{} »\nLe lycée a rouvert lundi."
    actors = [[a.attribution.actor is not None for a in attribute(text.format(end))] for end in ("", ".")]
    assert actors == [[True, False], [True, True]]


def test_nested():
    text = "L'association accuse la ville d'avoir coupé, selon elle, 200 arbres sains."
    found = {words(text, a.attribution.cue): a.attribution for a in attribute(text)}
    assert found["selon"].nested_in in (None, found["accuse"].id)


def test_denying_to_have_said_does_not_deny_what_was_said():
    text = "Le ministre a nié avoir dit que 30 ouvriers étaient morts."
    found = attribute(text)
    assert [words(text, a.attribution.content[0]) for a in found if a.modality is Modality.DENIED] == ["avoir dit"]


def test_signed_pull_quote_needs_no_language():
    text = "La rivière n'a jamais été aussi haute.\n– Anne Morel, éclusière"
    relation = attributed(bare_reading(text, "de"))[0].attribution
    assert words(text, relation.source[0]) == "Anne Morel, éclusière"
    assert attributed(bare_reading("Der Fluss steigt, sagt sie.", "de")) == ()


def test_evidence_quotes_the_text():
    text = "L’usine\u00a0fermera, a annoncé la direction\u202f; « c’est dit », a ajouté le maire."
    for found in attribute(text):
        assert all(words(text, e.span) == e.words for e in found.evidence)


PIECES = [
    "selon ",
    "la police ",
    "a annoncé ",
    "que ",
    "qu'",
    "« ",
    " »",
    ", ",
    ". ",
    "\n",
    "– Anne Bu",
    "aurait fui ",
    "a-t-il dit",
    "citant ",
    "(",
    "\x00",
    "\u202e",
    "é\u0301",
    "🙂",
    "\u00a0",
    "lundi ",
    "accuse ",
    "de ",
    "12 ",
    "İ",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_any_text_gives_spans_within_it_twice_alike(text):
    one = bare_reading(text)
    found = attributed(one)
    assert found == attributed(one)
    assert len({a.attribution.id for a in found}) == len(found)
    for relation in found:
        spans = (relation.attribution.cue, *relation.attribution.source, *relation.attribution.content)
        assert all(0 <= s.start <= s.end <= len(text) for s in spans)
        assert all(text[e.span.start : e.span.end] == e.words for e in relation.evidence)


@pytest.mark.parametrize("unit", ["a" * 50, "selon ", "«", "\n", "rait ", ", a dit "])
def test_large_monotonous_text(unit):
    attributed(bare_reading((unit * 20_000)[:60_000]))


GROUPS = [
    ("La digue tient, a-t-il ajouté.", "a-t-il ajouté"),
    ("Le club nous a confirmé que le match aurait lieu.", "nous a confirmé"),
    ("La banque ne dément pas que l'agence fermera.", "ne dément pas"),
    ("La mairie rappelle toutefois que la baignade est interdite.", "rappelle"),
    ("Le train roulera, reconnaît-elle.", "reconnaît-elle"),
]


@pytest.mark.parametrize(("text", "cue"), GROUPS, ids=[c[1] for c in GROUPS])
def test_a_cue_is_the_whole_verb_group(text, cue):
    assert words(text, attribute(text)[0].attribution.cue) == cue


def test_a_preposition_of_the_verb_is_no_content():
    found = attribute("La préfecture fait état de douze blessés.")
    assert [words("La préfecture fait état de douze blessés.", s) for s in found[0].attribution.content] == ["douze blessés"]
