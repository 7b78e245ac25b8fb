"""Every reason that a stage gives in English has words in French."""

import pytest

from recoupe.cli.reasons import reason
from recoupe.crosschecks import crosschecks
from recoupe.ingest.rejects import bad
from recoupe.model import RejectReason

REASONS = (
    "no text",
    "more than 1000 bytes",
    "a line of more than 5 bytes",
    "more than 20000 tags",
    "byte 7 is not UTF-8: save the file as UTF-8",
    "front matter has a line without a key: 'Il pleut'",
    "front matter says 'title' twice",
    "front matter is not closed by a line ---",
    "front matter is not closed within 65536 characters by a line ---",
    "none of .txt, .md",
    "Input data was truncated",
    "JSON is malformed: invalid character (byte 12)",
    "sidecar: Input data was truncated",
    "Expected `str`, got `int` - at `$.text`",
    "Expected `object`, got `array`",
    "the object says 'outlet' twice",
    "the folder holds nothing to read",
    "Object missing required field `text`",
    "there is no standard input",
    "published 'hier' is neither ISO 8601 (2024-11-29T08:05+01:00, 2024-11) nor RFC 2822",
    "published 'hier' is not understood; write 2025-01-18, 2025-01-18 08:00",
    "published '03/04/2025' can be read in two ways: write 2025-04-03 or 2025-03-04",
    "front matter has the key 'publised': perhaps published",
    "url 'http://[': Invalid IPv6 URL",
    "the side concerned (XX) and another give one value; same unit and role",
    "values exclude one another; scope, place or time may differ (3 values)",
    "one value; place stated by 0 and time by 1 of 3 counts",
)


@pytest.mark.parametrize("words", REASONS)
def test_known_reasons_are_said_in_french(words):
    assert reason("en", words) == words
    said = reason("fr", words)
    assert said
    assert not any(f" {english} " in f" {said} " for english in ("the", "of", "is", "not", "more", "than"))


def test_a_date_that_is_not_understood_is_told_with_the_forms_that_are():
    assert "18/01/2025 08:00" in reason("fr", "published 'hier' is not understood; write ...")
    two = reason("fr", "published '03/04/2025 08:00' can be read in two ways: write 2025-04-03 08:00 or 2025-03-04 08:00")
    assert "écrivez 2025-04-03 08:00 ou 2025-03-04 08:00" in two


def test_unknown_words_are_left_out_in_french():
    assert reason("fr", str(bad(RejectReason.BAD_JSON, "gremlins").detail)) == ""


def test_why_of_real_crosschecks(draft):
    d = draft()
    d.report("a", "7 chalutiers à quai, selon le port ; 9 chalutiers à quai, selon la criée ; 7 chalutiers au mouillage.")
    for words, number, who in (("7 chalutiers à quai", 7, "le port"), ("9 chalutiers à quai", 9, "la criée")):
        d.claim("a", words, (words[0], number), "boat", voice=d.actor(who, "company"))
    for check in crosschecks(d.dossier()):
        assert reason("fr", check.why).count("\u00a0;") == check.why.count(";")


def test_a_reason_of_the_file_beside_a_text_names_it():
    assert reason("fr", "sidecar: Input data was truncated") == "dans le fichier .json de même nom\xa0: le JSON s’arrête avant sa fin"
    assert "some library's words" in reason("fr", "sidecar: some library's words")
