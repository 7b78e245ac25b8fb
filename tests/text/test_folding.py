from hypothesis import given
from hypothesis import strategies as st

from recoupe.text import fold, lowered, plain, stem, stopwords, words


@given(st.text(max_size=80) | st.text(alphabet="İ’ʼ\u00a0\u202f‑ßǰ", max_size=20))
def test_same_length(text):
    assert len(plain(text)) == len(lowered(text)) == len(text)
    assert plain(plain(text)) == plain(text)


@given(st.text(max_size=80))
def test_words_are_where_they_say(text):
    assert all(text[a:b] and not any(c.isspace() for c in text[a:b]) for a, b in words(text))
    assert fold(text) == " ".join(fold(text).split())


def test_stems_and_stopwords_of_unknown_languages():
    assert stem("Straße", "de") == "strasse"
    assert stopwords("xx") == frozenset()
