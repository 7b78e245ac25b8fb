"""What two reports have in common: kinds, passages to the character, evidence."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.model import EditionCause, Raw, Reading, ReadReport, Report, ReuseKind
from recoupe.reuse import LINK, compare
from recoupe.reuse.chains import chains
from recoupe.reuse.tokens import sketch

SENTENCE = (
    "L’incendie qui s’est déclaré dimanche dans l’entrepôt frigorifique de Brévanche a détruit 4 200 mètres carrés de toiture, et les"
    " pompiers de trois départements restaient mobilisés lundi pour éteindre les derniers foyers."
)
FIRST = (
    "Le préfet s’est rendu sur place dans la matinée. {}\nLes riverains ont été invités à garder leurs fenêtres fermées. L’usine voisine,"
    " qui emploie deux cents ouvriers, a suspendu la production de conserves jusqu’à nouvel ordre."
)
SECOND = (
    "Colère des maraîchers de la plaine : la fumée a noirci les serres.\n\n{} «Nous demandons des analyses», dit une productrice de"
    " fraises, qui craint pour sa récolte. Une réunion publique est prévue jeudi à la salle des fêtes."
)
STRANGER = (
    "La Cour des comptes publie un rapport sévère sur l’entretien des barrages. Selon les magistrats, un tiers des ouvrages n’a pas été"
    " inspecté depuis dix ans, faute d’ingénieurs, et les collectivités tardent à financer les travaux."
)


def quoted(reuse, a, b):
    """The words of each passage on both sides."""
    texts = {a.report.id: a.report.text, b.report.id: b.report.text}
    return [tuple(texts[s.report][s.start : s.end] for s in (p.a, p.b)) for p in reuse.passages]


def test_one_verbatim_sentence_is_reported_to_the_character(make):
    a, b = make("r-1", FIRST.format(SENTENCE)), make("r-2", SECOND.format(SENTENCE))
    reuse = compare(a, b)
    assert quoted(reuse, a, b) == [(SENTENCE, SENTENCE)]
    assert (reuse.kind, reuse.characters) == (ReuseKind.PARTIAL, len(SENTENCE))
    assert reuse.passages[0].exact
    assert LINK.score(LINK.sketch(a), LINK.sketch(b)) == LINK.score(LINK.sketch(b), LINK.sketch(a)) == reuse.score > 0


def test_typography_does_not_hide_a_verbatim_sentence(make):
    other = SENTENCE.replace("’", "'").replace("4 200", "4\u00a0200").replace(" de ", "\u202fde ")
    a, b = make("r-1", FIRST.format(SENTENCE)), make("r-2", SECOND.format(other))
    assert quoted(compare(a, b), a, b) == [(SENTENCE, other)]


@pytest.mark.parametrize("mark", [".", "\u202f", "'"])
def test_however_thousands_are_parted_a_paragraph_is_the_same(make, mark):
    figures = "Il a fallu 1 250 sacs de sable, 12 400 mètres de bâches et 3 000 heures de travail pour consolider la digue de Varnes."
    other = figures.replace("1 250", f"1{mark}250").replace("12 400", f"12{mark}400").replace("3 000", f"3{mark}000")
    a, b = make("r-1", FIRST.format(figures)), make("r-2", SECOND.format(other))
    reuse = compare(a, b)
    assert quoted(reuse, a, b) == [(figures, other)]
    assert reuse.passages[0].exact
    assert reuse.score == compare(a, make("r-3", SECOND.format(figures))).score


def test_figures_parted_otherwise_than_in_thousands_are_others(make):
    a, b = make("r-1", FIRST.format(SENTENCE)), make("r-2", SECOND.format(SENTENCE.replace("4 200", "4,20")))
    assert not any("4 200" in x for (x, _), p in zip(quoted(compare(a, b), a, b), compare(a, b).passages, strict=True) if p.exact)


def test_a_passage_at_the_very_end_leaves_the_last_line_break_out(make):
    a, b = make("r-1", SENTENCE + "\n"), make("r-2", "Titre\n\n" + SENTENCE + "\n")
    assert quoted(compare(a, b), a, b) == [(SENTENCE, SENTENCE)]


def test_an_edited_sentence_shows_what_was_changed_between_exact_passages(make):
    edited = SENTENCE.replace("4 200 mètres carrés", "près d’un demi-hectare").replace("dimanche", "samedi")
    a, b = make("r-1", FIRST.format(SENTENCE)), make("r-2", SECOND.format(edited))
    reuse = compare(a, b)
    pairs = quoted(reuse, a, b)
    assert ("dimanche", "samedi") in [pair for pair, p in zip(pairs, reuse.passages, strict=True) if not p.exact] or any(
        "dimanche" in x and "samedi" in y for x, y in pairs
    )
    assert any("4 200" in x and "demi-hectare" in y for x, y in pairs)
    assert all(x.replace("’", "'") == y.replace("’", "'") for (x, y), p in zip(pairs, reuse.passages, strict=True) if p.exact)


def test_strangers_have_nothing_in_common(make):
    assert compare(make("r-1", FIRST.format(SENTENCE)), make("r-2", STRANGER)) is None


@pytest.mark.parametrize(
    "line",
    [
        "Tous droits de reproduction et de représentation réservés pour l’ensemble des contenus du groupe Hexapresse Médias Réunis.",
        "Lire aussi : La commune de Brévanche épinglée pour la gestion calamiteuse de son réseau d’assainissement pluvial",
        "Inscrivez-vous à notre newsletter gratuite « La Matinale » et recevez chaque matin une sélection de la rédaction hexagonale.",
    ],
)
def test_stock_lines_tie_nothing(make, line):
    a, b = make("r-1", FIRST.format(SENTENCE) + "\n" + line), make("r-2", STRANGER + "\n\n" + line)
    assert compare(a, b) is None
    assert LINK.score(LINK.sketch(a), LINK.sketch(b)) == 0


def test_common_ways_of_speaking_tie_nothing(make):
    phrase = "c’est ce qu’il a dit à la suite de ce qui a été fait par les uns et les autres il y a un an"
    assert compare(make("r-1", f"{FIRST} {phrase}"), make("r-2", f"{STRANGER} {phrase}")) is None


def test_equal_words_are_a_copy_whatever_the_marks(make):
    a, b = make("r-1", FIRST.format(SENTENCE)), make("r-2", FIRST.format(SENTENCE).replace("’", "'").upper())
    assert LINK.node(a) == LINK.node(b)
    assert (compare(a, b).kind, compare(a, b).score) == (ReuseKind.COPY, 1000)
    short = compare(make("r-1", "Grève levée."), make("r-2", "Grève levée"))
    assert (short.kind, len(short.passages)) == (ReuseKind.COPY, 1)


def test_a_near_copy_is_one_by_its_word_triples(make):
    text = FIRST.format(SENTENCE)
    a, b = make("r-1", text), make("r-2", text.replace("matinée", "soirée").replace("jusqu’à nouvel ordre", "pour une semaine"))
    assert compare(a, b).kind is ReuseKind.NEAR_COPY


def test_the_order_of_the_two_does_not_matter(make):
    a, b = make("r-1", FIRST.format(SENTENCE)), make("r-2", SECOND.format(SENTENCE))
    assert compare(a, b) == compare(b, a)
    assert compare(a, a) is None


def test_two_extractions_of_one_edition_are_not_compared(make):
    a = make("r-1", FIRST.format(SENTENCE))
    b = make("r-2", FIRST.format(SENTENCE) + " Fin.", edition_of="r-1", edition_cause=EditionCause.EXTRACTION)
    assert compare(a, b) is None
    assert compare(a, make("r-3", b.report.text, edition_of="r-1", edition_cause=EditionCause.PUBLISHER)) is not None


def test_a_language_without_pack_is_compared_all_the_same(make):
    text = "Der Brand im Kühlhaus zerstörte viertausend Quadratmeter Dachfläche und beschäftigte Feuerwehren aus drei Kreisen bis Montag."
    a, b = make("r-1", "Anfang. " + text, language="de"), make("r-2", text + " Ende.", language="de")
    assert quoted(compare(a, b), a, b) == [(text, text)]


def build(name, text):
    report = Report(id=name, text=text, sha256="", language="fr", raw=Raw(sha256="", locator=""), extractor="test")
    return ReadReport(report=report, reading=Reading(report=name))


pieces = st.sampled_from(
    ["le ", "barrage ", "Kessana", "\0", "\u202e", "é", "e\u0301", "🚒", "’", " 12 000 ", "\n", "«", "» ", ". ", "drone ", "a "]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(pieces, max_size=60), st.lists(pieces, max_size=60), st.lists(pieces, max_size=40))
def test_any_text_is_compared_and_every_passage_lies_in_its_text(left, common, right):
    a, b = build("r-1", "".join(left + common)), build("r-2", "".join(common + right))
    reuse = compare(a, b)
    assert compare(b, a) == reuse
    assert LINK.score(LINK.sketch(a), LINK.sketch(b)) == LINK.score(LINK.sketch(b), LINK.sketch(a))
    if reuse is None:
        return
    assert 0 < reuse.score <= 1000
    for p in reuse.passages:
        assert 0 <= p.a.start < p.a.end <= len(a.report.text)
        assert 0 <= p.b.start < p.b.end <= len(b.report.text)
    for evidence in reuse.evidence:
        text = a.report.text if evidence.span.report == "r-1" else b.report.text
        assert text[evidence.span.start : evidence.span.end] == evidence.words


def invented(rng, size):
    syllables = ["ba", "cor", "du", "fen", "gi", "lu", "mar", "no", "pe", "ris", "sol", "tan", "ver", "zo"]
    return ["".join(rng.choice(syllables) for _ in range(rng.randint(2, 4))) for _ in range(size)]


@pytest.mark.parametrize(("edits", "least"), [(0, 1.0), (2, 0.9)])
def test_one_planted_sentence_is_found(edits, least):
    """Recall over 60 planted sentences of 24 words in texts of 300; `edits` words changed."""
    rng, found, false = random.Random(7), 0, 0
    for _ in range(60):
        sentence = invented(rng, 24)
        changed = list(sentence)
        for at in rng.sample(range(24), edits):
            changed[at] = "change"
        a = build("r-1", " ".join([*invented(rng, 150), *sentence, *invented(rng, 150)]))
        b = build("r-2", " ".join([*invented(rng, 80), *changed, *invented(rng, 220)]))
        found += bool(set(LINK.keys(a)) & set(LINK.keys(b))) and LINK.score(LINK.sketch(a), LINK.sketch(b)) > 0
        false += LINK.score(LINK.sketch(a), LINK.sketch(build("r-3", " ".join(invented(rng, 300))))) > 0
    assert found / 60 >= least
    assert false == 0


@pytest.mark.parametrize("text", ["a " * 50_000, "x" * 100_000, "é\u0301" * 30_000, "la grève " * 20_000, "12 " * 30_000, "(AFP" * 20_000])
def test_hostile_text_is_compared_in_linear_time(text):
    a, b = build("r-1", text), build("r-2", text[: len(text) // 2] + " fin")
    compare(a, b)
    assert len(list(LINK.keys(a))) < len(text)


CLOSE = "Retrouvez chaque matin les informations de la vallée et les annonces légales sur les ondes de Radio Combevert."
BODIES = [
    "Le pont de Lussanges rouvre\n\nLes automobilistes attendaient depuis mars.\n\nLa pile nord a été reprise en sous-œuvre.",
    "La fanfare fête ses cent ans\n\nQuarante musiciens ont défilé dimanche.\n\nUn concert clôturera la saison au kiosque.",
]
TAKEN = "La maçonnerie du quai s’est fissurée sur douze mètres après la tempête de janvier."


def test_an_outlets_own_last_line_ties_none_of_its_reports(make):
    a, b = (make(f"r-{n}", f"{body}\n\n{CLOSE}", outlet="Radio Combevert") for n, body in enumerate(BODIES))
    assert compare(a, b) is None
    c = make("r-2", b.report.text, outlet="Le Phare")
    assert compare(a, c) is not None


def test_a_sentence_that_opens_a_long_last_paragraph_is_no_line_of_the_outlet(make):
    rest = "Les plongeurs inspecteront les fondations mercredi, puis le service des ports chiffrera les travaux avec les assureurs."
    a = make("r-1", f"{BODIES[0]}\n\n{TAKEN} {rest}", outlet="Radio Combevert")
    b = make("r-2", f"{BODIES[1]}\n\n{TAKEN}", outlet="Radio Combevert")
    reuse = compare(a, b)
    assert quoted(reuse, a, b) == [(TAKEN, TAKEN)]


@pytest.mark.parametrize("text", [SENTENCE, FIRST.format(SENTENCE), "Le pont de Brévanche ferme.", "Il pleut. " * 9])
def test_a_text_has_in_common_with_itself_what_it_has_with_one_more_word(make, text):
    one, again, more = (sketch(make(name, words)) for name, words in (("r-1", text), ("r-2", text), ("r-3", f"{text} Fin")))
    assert chains(one, again) == chains(one, more)
