"""However the letters of a text are written, and whatever is hidden between them: it says the same."""

from textwrap import fill
from unicodedata import normalize

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.model import Raw, ReadReport, Report
from recoupe.pipeline import PIPELINE
from recoupe.text.wrapping import wraps

WORDS = (
    "Un ferry a chaviré mardi près de Bénodet : 12 passagers ont été tués et vingt-trois blessés, a indiqué la préfecture du Finistère.",
    "« Nous étions débordés », a déclaré le maire Jérôme Lévêque.",
    "Trois étudiants seraient portés disparus, selon une source policière.",
    "Le ministère de l'Intérieur a démenti tout retard des hélicoptères.",
    "À Rouen, 3 500 salariés ont défilé, d'après la préfecture ; la CGT en a compté 8 000.",
)


def told(text):
    """What the claims of `text` say, without where they stand, and the words of each as they are seen."""
    report = Report(id="r", text=text, sha256="", language="fr", raw=Raw(sha256="", locator=""), extractor="")
    (reading,) = PIPELINE.read.run(report)
    claims = list(PIPELINE.claims.run(ReadReport(report=report, reading=reading)))
    for claim in claims:
        for one in claim.evidence:
            assert text[one.span.start : one.span.end] == one.words
    return [
        (
            " ".join(normalize("NFC", text[c.span.start : c.span.end]).split()),
            c.type,
            c.modality,
            [(q.value, q.unit, q.role) for q in c.quantities],
            [p.name for p in c.places],
            c.when and c.when.value,
            c.attribution and c.attribution.actor and c.attribution.actor.name,
        )
        for c in claims
    ]


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4, unique=True))
def test_decomposed_letters_say_what_composed_ones_do(sentences):
    text = "\n\n".join(sentences)
    assert told(normalize("NFD", text)) == told(text)


@given(st.sampled_from(WORDS), st.data())
def test_what_is_hidden_in_a_word_hides_nothing(sentence, data):
    at = data.draw(st.integers(0, len(sentence)))
    hidden = data.draw(st.sampled_from("\u200b\u00ad\u202e\u2060"))
    assert [one[1:] for one in told(sentence[:at] + hidden + sentence[at:])] == [one[1:] for one in told(sentence)]


SPELT = (
    lambda text: "".join(f"&#{ord(c)};" if c in "éèà'«»" else c for c in text),
    lambda text: text.replace("«", "&laquo;&nbsp;").replace("»", "&nbsp;&raquo;").replace("« ", "«").replace("É", "&Eacute;"),
    lambda text: text.replace("«", "<<").replace("»", ">>"),
    lambda text: "".join(f"> {line}\n" for line in text.splitlines()),
    lambda text: "# " + text.replace("12 passagers", "**12 passagers**").replace("le maire", "[le maire](https://a.example/b)"),
    lambda text: "\t" + text.replace("\n\n", "\n\n\t").replace(". ", ".  "),
    lambda text: "\n\n".join((text.partition("\n\n")[0].upper(), text.partition("\n\n")[2])),
)


@pytest.mark.parametrize("spelt", SPELT, ids=["numbers", "entities", "brackets", "quoted", "marked", "spaces", "capitals"])
def test_other_signs_say_the_same(spelt):
    text = "\n\n".join(("Bénodet : 12 passagers tués et vingt-trois blessés dans un ferry, selon la préfecture", *WORDS))
    assert [one[1:] for one in told(spelt(text))] == [one[1:] for one in told(text)]


@pytest.mark.parametrize("mark", ["\u2028", "\u2029"])
def test_a_line_separator_is_a_line_break(mark):
    assert told(mark.join(WORDS)) == told("\n".join(WORDS))


@settings(max_examples=25)
@given(st.permutations(WORDS), st.integers(60, 90), st.sampled_from(["\n", " \n", "\r\n", "\n   "]))
def test_a_text_that_is_wrapped_says_the_same(sentences, width, mark):
    paragraphs = [" ".join(sentences[:3]), " ".join(sentences[3:])]
    wrapped = "\n\n".join(fill(paragraph, width, break_on_hyphens=False).replace("\n", mark) for paragraph in paragraphs)
    assert told(wrapped) == told("\n\n".join(paragraphs))


def test_a_sentence_that_goes_on_below_is_one():
    text = "Selon la police,\ntrois étudiants sont portés disparus."
    assert told(text) == told(text.replace("\n", " "))


LISTED = (
    "Ain : trois morts\nDrôme : douze blessés\nIsère : aucun disparu",
    "Deux bilans ont été donnés mardi soir au siège des secours :\n- douze morts selon la police\n- quinze morts selon la Croix-Rouge",
    "14h20 - Deux morts à Brest\n14h35 - Trois morts à Brest, selon la police\n15h00 - Le préfet est attendu",
    "Un ferry a chaviré mardi près de Bénodet.\nDouze passagers sont morts.\nHuit autres sont blessés.",
)


@pytest.mark.parametrize("text", LISTED)
def test_lines_that_stand_for_themselves_stay_apart(text):
    assert wraps(text) == []


def test_spans_are_of_the_text_as_given():
    text = normalize("NFD", WORDS[2])
    report = Report(id="r", text=text, sha256="", language="fr", raw=Raw(sha256="", locator=""), extractor="")
    (reading,) = PIPELINE.read.run(report)
    (count,) = reading.quantities
    assert text[count.counted.start : count.counted.end] == normalize("NFD", "étudiants")
    assert msgspec.json.decode(msgspec.json.encode(reading), type=type(reading)) == reading
