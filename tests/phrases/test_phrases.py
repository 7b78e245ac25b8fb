"""Every screen in both languages: equal keys, equal places to fill in, equal forms."""

import string
from importlib import resources

import pytest

from recoupe.errors import BadPack
from recoupe.phrases import LANGUAGES, phrases, say

PARTS = sorted({f.name.split(".")[0] for f in resources.files("recoupe.phrases").iterdir() if f.name.endswith(".toml")})


def fields(phrase):
    texts = [phrase] if isinstance(phrase, str) else phrase.values()
    return {name.split(".")[0].split("[")[0] for text in texts for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("part", PARTS)
def test_both_languages_say_the_same_things(part):
    french, english = (phrases(part, language) for language in LANGUAGES)
    assert french.keys() == english.keys()
    for key in french:
        assert fields(french[key]) == fields(english[key]), key


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_plural_has_its_forms(part, language):
    for key, phrase in phrases(part, language).items():
        assert isinstance(phrase, str) or {"one", "other"} <= phrase.keys() <= {"zero", "one", "other"}, key


def test_french_zero_is_singular_and_english_zero_plural():
    assert say("fr", "point.texts", n=0) == "0 texte"
    assert say("en", "point.texts", n=0) == "0 texts"
    assert say("fr", "cli.new", n=0) == "aucun texte nouveau"


def test_an_unknown_phrase_is_an_error_of_ours():
    with pytest.raises(BadPack, match="no phrase 'nothing_such'"):
        say("fr", "cli.nothing_such")
    with pytest.raises(BadPack):
        say("fr", "nowhere.x")
