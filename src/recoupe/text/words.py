"""Words with offsets, their stems, and which of them carry no content."""

import re
from functools import cache, lru_cache
from importlib import resources
from itertools import accumulate

import regex
import Stemmer

from recoupe import lang
from recoupe.text.folding import fold

WORD = r"[\p{L}\p{M}]++(?:-[\p{L}\p{M}]++)*+|[\p{N}]++(?:[.,][\p{N}]++)*+"
"""A run of letters (hyphens inside kept: names), or a number. An elided article is a word of its own: "l", "armée"."""

_L, _N = "A-Za-zªµºÀ-ÖØ-öø-ÿŒœŸ", "0-9²³¹¼½¾"
"""Latin letters and numbers: a pattern of these takes half the time."""

OTHER = re.compile(r"[^\x00-\x1b\x20-\xffŒœŸ\u2000-\u200b\u200e-\u203e\u2041-\u2053\u2055-\u206f€]")
"""What may be another letter or number, or what `re` and `regex` take for different things: all but Latin letters and common signs."""

STEMMERS = {"fr": "french", "en": "english"}


def words(text: str) -> list[tuple[int, int]]:
    """Start and end of each word.

    >>> [ "L'armée de Kamensk-Chakhtinski : 47"[a:b] for a, b in words("L'armée de Kamensk-Chakhtinski : 47") ]
    ['L', 'armée', 'de', 'Kamensk-Chakhtinski', '47']
    """
    at = bounds(text)
    return list(zip(at[::2], at[1::2], strict=True))


def bounds(text: str, pattern: str = WORD) -> list[int]:
    """Where each word starts and ends, in turn; what a word is, `pattern` says.

    >>> bounds("Le pont."), bounds("!")
    ([0, 2, 3, 7], [])
    """
    return [*accumulate(map(len, split(pattern, text)))][:-1]


def split(pattern: str, text: str) -> list[str]:
    r"""What lies between the words that `pattern` finds in `text`, and these words, in turn. Classes stand in brackets in it: `[\w]`.

    >>> split(r"[\p{L}]+", "le pont.")
    ['', 'le', ' ', 'pont', '.']
    """
    latin, every = cutters(pattern)
    return (every if OTHER.search(text) else latin).split(text)


def placed(pattern: str, text: str) -> tuple[list[str], list[int], list[int]]:
    r"""The words that `pattern` finds in `text`, where each starts, where each ends.

    >>> placed(r"[\p{L}]+", "le pont.")
    (['le', 'pont'], [0, 3], [2, 7])
    """
    pieces = split(pattern, text)
    at = [*accumulate(map(len, pieces))]  # lengths say where words are, and no match is made an object
    return pieces[1::2], at[:-1:2], at[1::2]


LATIN = {r"[^\W\d_]": f"[{_L}]", r"\w": f"{_L}0-9_", r"\p{L}": _L, r"\p{M}": "", r"\p{N}": _N}
"""What stands for a class where there are no other letters and numbers than Latin ones."""


@cache
def cutters(pattern: str) -> "tuple[re.Pattern[str], regex.Pattern[str]]":
    r"""`pattern` as a group: for a text without other letters and numbers than Latin ones, and for any.

    >>> [found.findall("Łódź, un pont") for found in cutters(r"[\p{L}]{4}")]
    [['pont'], ['Łódź', 'pont']]
    """
    latin = pattern
    for known, letters in LATIN.items():
        latin = latin.replace(known, letters)
    return re.compile(f"({latin})"), regex.compile(f"({pattern})")


@cache
def _stemmer(language: str) -> Stemmer.Stemmer | None:
    return Stemmer.Stemmer(STEMMERS[language], 0) if language in STEMMERS else None  # what it keeps itself costs twice the stemming


@lru_cache(maxsize=100_000)
def stem(word: str, language: str) -> str:
    """The folded Snowball stem of `word`; only folded where the language has no stemmer.

    >>> stem("drones", "fr") == stem("Drone", "fr")
    True
    """
    stemmer = _stemmer(language)
    stemmed = stemmer.stemWord(word.casefold()) if stemmer else word
    return stemmed if stemmer and stemmed.isascii() and stemmed.isalnum() else fold(stemmed)  # nothing to fold in most


@cache
def stopwords(language: str) -> frozenset[str]:
    """Function words of `language`, in lower case; none where no list is known.

    >>> "avec" in stopwords("fr"), "with" in stopwords("en"), stopwords("und")
    (True, True, frozenset())
    """
    lists = lang.decode(resources.files("recoupe.text") / "stopwords.toml", dict[str, str])
    return frozenset(lists.get(language, "").split())
