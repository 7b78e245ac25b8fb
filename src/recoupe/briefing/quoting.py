"""Words of a text as they stand between the marks of a briefing: on one line, no marks doubled, no stop before the closing mark."""

import msgspec
import regex

from recoupe.lang import has, table
from recoupe.phrases import Language
from recoupe.text.composed import flat

WORDS = 160
"""Characters of a passage shown in a statement; the citation leads to all of it."""

PAIRS = {"«": "»", "“": "”", '"': '"', "‹": "›"}

INNER = {"fr": ("“", "”"), "en": ("‘", "’")}
"""Marks of the second level."""

OUTER = regex.compile(r"(?P<open>[«“]\s?+)|(?P<close>\s?+[»”])")

OPENING, CLOSING = frozenset("«“"), frozenset("»”")

STOPS = " .,;:"


class Telling(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`ties`: words that tie a reported clause to its verb ("que"). `turns`: folded words that deny, narrow or hold back what is
    said: with one of them more it is another statement. `since`, `until`: folded, what opens a time of which only one end is told.
    `relative`: folded, times that mean another day on another day. `of`: what opens the noun of what is measured, `rates`: words for a
    share of it. `idle`: units of which nobody asks how many there are. `refusals`: words by which somebody neither confirms nor comments.
    `false`: folded, with which a denial in somebody's own words opens, `nots`: by which a clause says that something is not so.
    `circumstances`: behind which it is told when or on what occasion. `theses`: folded, what is supposed, before its name. `ranks`,
    `numbered`, `dead`: folded, how words of a rank end, what stands behind its digits, and what one who has died is called behind them.
    """

    ties: tuple[str, ...] = ()
    turns: frozenset[str] = frozenset()
    since: tuple[str, ...] = ()
    until: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    rates: tuple[str, ...] = ()
    idle: tuple[str, ...] = ()
    refusals: tuple[str, ...] = ()
    false: tuple[str, ...] = ()
    nots: frozenset[str] = frozenset()
    circumstances: tuple[str, ...] = ()
    theses: frozenset[str] = frozenset()
    ranks: tuple[str, ...] = ()
    numbered: tuple[str, ...] = ()
    dead: tuple[str, ...] = ()
    relative: tuple[str, ...] = ()


NOTHING = Telling()


def telling(language: str) -> Telling:
    """The words of a language that its statements are told and compared with; none where it has no pack.

    >>> len(telling("fr").ties) > 0, telling("xx").ties
    (True, ())
    """
    return table(language, "telling", Telling) if has(language, "telling") else NOTHING


def cut(words: str, most: int = WORDS) -> str:
    """On one line, cut at a space.

    >>> cut("une   phrase bien longue", 12)
    'une phrase…'
    """
    line = flat(words)
    return line if len(line) <= most else f"{line[:most].rsplit(' ', 1)[0]}…"


def quoted(words: str, language: Language, most: int = WORDS) -> str:
    """`words` without marks around the whole and without a final stop; marks inside are of the second level.

    >>> quoted('« Le bac reprendra mardi. »', "fr")
    'Le bac reprendra mardi'
    >>> quoted('Elle parle de « bac » ou de « barge ».', "fr")
    'Elle parle de “bac” ou de “barge”'
    >>> quoted('» et « la barge', "fr")
    'et “la barge”'
    >>> quoted("le bac (celui d'Orsac", "fr")
    "le bac (celui d'Orsac)"
    """
    line = _bare(flat(words))
    opening, closing = INNER[language]
    line = OUTER.sub(lambda found: opening if found["open"] else closing, line)
    return cut(_closed(line if line.endswith("...") else line.rstrip(STOPS), opening, closing), most)


def untied(words: str, language: str) -> str:
    """A reported clause without the word that ties it to its verb; `language` is that of the text.

    >>> untied("qu'il pourrait geler", "fr"), untied("quelques flocons", "fr"), untied("that it may", "xx")
    ('il pourrait geler', 'quelques flocons', 'that it may')
    """
    tie = next((tie for tie in telling(language).ties if words.lower().startswith(tie)), "")
    return words[len(tie) :]


def _bare(line: str) -> str:
    """Without marks that hold all of it, or that open or close nothing."""
    while (closing := PAIRS.get(line[:1])) and (_holds(line, closing) or (closing != line[0] and closing not in line)):
        line = (line[1:-1] if line.endswith(closing) else line[1:]).strip()
    if line[-1:] in CLOSING and not OPENING & set(line):
        line = line[:-1].rstrip()
    return line[1:].lstrip() if line[:1] in CLOSING else line


def _closed(line: str, *marks: str) -> str:
    """With the mark that closes what is open at its end: the passage stops before it."""
    for opening, closing in (marks, "()"):
        if line.rfind(opening) > line.rfind(closing):
            line += closing
    if line.count('"') == 1 and ' "' in f" {line}" and not line.endswith('"'):
        line += '"'
    return line


def _holds(line: str, closing: str) -> bool:
    """The mark at the beginning closes at the very end."""
    if len(line) < 2 or not line.endswith(closing):
        return False
    if line[0] == closing:
        return closing not in line[1:-1]
    open_ = 0
    for char in line[:-1]:
        open_ += (char == line[0]) - (char == closing)
        if open_ == 0:
            return False
    return open_ == 1
