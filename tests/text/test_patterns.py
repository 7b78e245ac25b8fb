import regex

from recoupe.text.patterns import either, spaced


def test_the_longest_word_is_tried_first():
    assert regex.match(either(("à", "à l'est de")), "à l'est de")[0] == "à l'est de"


def test_a_space_follows_but_not_an_apostrophe():
    pattern = regex.compile(spaced(("l'", "la", "al-")))
    assert [bool(pattern.fullmatch(text)) for text in ("l'", "la ", "al-", "la")] == [True, True, True, False]
