"""Reasons that records hold in English, in the words of the screen's language. What is not known here is left out: the JSON has it."""

import regex

from recoupe.phrases import Language, say

QUOTED = r"(?P<given>'[^']{0,99}+'|\"[^\"]{0,99}+\")"

SIDECAR = "sidecar: "
"""Before a reason that speaks of the file beside a text."""

KNOWN = tuple(
    (regex.compile(pattern), f"why.{key}")
    for pattern, key in (
        (r"no text", "no_text"),
        (r"nothing is there", "nothing_there"),
        (r"the folder holds nothing to read", "empty_folder"),
        (r"(?:a line of |a page of )?+more than (?P<n>\d++) bytes", "too_long"),
        (r"more than (?P<n>\d++) tags", "too_many"),
        (r"more than (?P<n>\d++) elements in each other.{0,99}+", "too_deep"),
        (r"nested too deep.{0,99}+", "nested"),
        (r"a tag of (?P<n>\d++) bytes.{0,99}+", "long_tag"),
        (r"byte (?P<n>\d++) is not (?P<name>[^:\s]{1,40}+): save the file as UTF-8", "not_utf8"),
        (r"a string with bytes that are not UTF-8.{0,200}+", "bad_string"),
        (r"a string with half a character.{0,99}+", "half_character"),
        (r"no article text was found in the page", "no_article"),
        (r"none of (?P<names>.{1,300}+)", "no_format"),
        (r"front matter is not closed within (?P<n>\d++) characters by a line (?P<fence>\S{1,9}+)", "long_header"),
        (r"front matter is not closed by a line (?P<fence>\S{1,9}+)", "open_header"),
        (r"front matter has a line without a key: (?P<line>.{0,300}+)", "no_key"),
        (r"front matter says (?P<key>'[^']{1,99}+'|\"[^\"]{1,99}+\") twice", "twice"),
        (r"the object says (?P<key>'[^']{1,99}+'|\"[^\"]{1,99}+\") twice", "said_twice"),
        (rf"published {QUOTED} can be read in two ways: write (?P<first>[-\d:+Z ]{{1,40}}?) or (?P<second>.{{1,60}}+)", "two_ways"),
        (r"front matter has the key (?P<key>'[^']{1,99}+'|\"[^\"]{1,99}+\"): perhaps (?P<meant>\S{1,40}+)", "near_key"),
        (rf"published {QUOTED}.{{0,300}}+", "published"),
        (r"url (?P<given>'[^']{0,300}+'|\"[^\"]{0,300}+\").{0,300}+", "url"),
        (r"a saved page needs an optional part: (?P<command>.{1,99}+)", "extra"),
        (r"there is no standard input", "no_input"),
        (r"(?:an array that cannot be read: )?+Input data was truncated", "truncated"),
        (r"(?:an array that cannot be read: )?+JSON is malformed[^(]{0,200}+\(byte (?P<n>\d++)\)", "malformed"),
        (r"Expected `(?P<wanted>[^`]{1,80}+)`, got `(?P<given>[^`]{1,80}+)` - at `(?P<at>[^`]{1,80}+)`", "type"),
        (r"Expected `(?P<wanted>[^`]{1,80}+)`, got `(?P<given>[^`]{1,80}+)`", "whole_type"),
        (r"Object missing required field `(?P<name>[^`]{1,80}+)`.{0,99}+", "missing"),
        (r"the side concerned \((?P<side>[^)]{1,80}+)\) and another give one value", "acknowledged"),
        (r"one value, and no second voice is sure", "single"),
        (r"one value", "same"),
        (r"all values can be one number", "rounded"),
        (r"a voice gives another value later", "revised"),
        (r"a text gives one value in place of another", "revised_in_text"),
        (r"an outlet has another value later", "revised_by_outlet"),
        (r"whoever gave a value has taken it back", "retracted"),
        (r"another voice corrects a value: (?P<names>.{1,300}+)", "corrected"),
        (r"a text says that a value is taken back", "taken_back"),
        (r"two texts say the same words with another number, and nothing tells which came first", "mirrored"),
        (r"values exclude one another for one stated place and time", "conflict"),
        (r"one text sets values that exclude one another side by side", "side_by_side"),
        (r"values exclude one another", "differs"),
        (r"scope, place or time may differ \((?P<n>\d++) values\)", "scope"),
        (r"same unit and role", "alike"),
        (r"one passage in two texts gives it", "copied"),
        (r"one sentence sets two voices against each other", "set_against"),
        (r"a text says that one number replaces another", "replaced"),
        (r"several texts give the very same number", "same_number"),
        (r"one text fills the ends of a range", "ends"),
        (r"a text gives it as its only number of all", "total"),
        (r"a title has the number of the text", "headed"),
        (r"two texts say it in nearly the same words", "one_clause"),
        (r"one number is a rounder word for another", "rounder"),
        (r"one name for the part", "one_part"),
        (r"people of one kind, by themselves or among all", "one_sort"),
        (r"those who were there, told as a kind and as people", "crowds"),
        (r"one thing is measured in one unit", "matters"),
        (r"no place is told, and one holds all that are", "whole"),
        (r"place stated by (?P<places>\d++) and time by (?P<times>\d++) of (?P<n>\d++) counts", "stated"),
    )
)
"""What is said in English, and the phrase for it."""


def reason(language: Language, words: str) -> str:
    """A reason, part by part where it has several.

    >>> reason("fr", "one value; same unit and role"), reason("fr", "some library's words"), reason("en", "some library's words")
    ('une seule valeur\xa0; même unité et même rôle', '', "some library's words")
    """
    if language == "en":
        return words
    whole = _said(language, words)
    if whole:
        return whole
    return say(language, "why.then").join(said for part in words.split("; ") if (said := _said(language, part)))


def _said(language: Language, words: str) -> str:
    if words.startswith(SIDECAR):
        return say(language, "why.sidecar", why=_said(language, words.removeprefix(SIDECAR)) or words.removeprefix(SIDECAR))
    for pattern, key in KNOWN:
        if found := pattern.fullmatch(words):
            return say(language, key, **{name: given or "" for name, given in found.groupdict().items() if name != "n"}, n=_number(found))
    return ""


def _number(found: "regex.Match[str]") -> int:
    return int(found["n"]) if "n" in found.re.groupindex else 0
