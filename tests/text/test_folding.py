import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.claims.attribution.words import PIECE as OF_CUES
from recoupe.claims.grammar.tokens import WORD as OF_CLAIMS
from recoupe.read.content import WORD as OF_CONTENT
from recoupe.read.quantities.tokens import PIECE as OF_COUNTS
from recoupe.text import fold, lowered, plain, stem, stopwords, words
from recoupe.text.words import OTHER, WORD, cutters


@given(st.text(max_size=80) | st.text(alphabet="İ’ʼ\u00a0\u202f‑ßǰ", max_size=20))
def test_same_length(text):
    assert len(plain(text)) == len(lowered(text)) == len(text)
    assert plain(plain(text)) == plain(text)


@given(st.text(max_size=80))
def test_words_are_where_they_say(text):
    assert all(text[a:b] and not any(c.isspace() for c in text[a:b]) for a, b in words(text))
    assert fold(text) == " ".join(fold(text).split())


@pytest.mark.parametrize("pattern", [WORD, OF_CLAIMS, OF_CUES, OF_CONTENT, OF_COUNTS])
def test_the_fast_pattern_finds_the_same_words(pattern):
    latin, every = cutters(pattern)
    known = [c for c in map(chr, range(0x110000)) if not OTHER.search(c)]
    for text in ("".join(known), "-".join(known), ",".join(f"{c}{d}" for c, d in zip(known, reversed(known), strict=True)), "2,5.1-a-.5."):
        assert latin.split(text) == every.split(text)
    assert all(OTHER.search(c) for c in "иšⁱ٣\u0301")


def test_stems_and_stopwords_of_unknown_languages():
    assert stem("Straße", "de") == "strasse"
    assert stopwords("xx") == frozenset()
