"""Line breaks that only keep lines short: a text that was wrapped at a width, a sentence that goes on below."""

from collections.abc import Iterable

import regex

BREAK = regex.compile(r"(?<=\S)[ \t]*+(?:\r?\n|[\r\u2028\x0b])[ \t]*+(?:(?:>[ \t]?)++(?=[^\s\p{N}]))?+(?=\S)")
"""One line break between two lines of a paragraph, with the white space around it, and the sign of a quoted mail."""

WORD = regex.compile(r"[^ \t\r\n]++")
ITEM = regex.compile(r"[-–—•*·>#|]|\p{N}{1,2}[.)]\s")
"""What opens an item of a list, which begins a line of its own."""

BREAKS = "\n\r\u2028\x0b"
"""Each of them ends a line."""
REACH = 400
"""Characters in which a line ends that somebody wrapped."""
WIDTHS = range(50, 141)
"""Characters of the lines that somebody wraps: shorter are those of a list, longer those of paragraphs."""
LONG = 40
"""Characters of a line that is no item of a list, if a small letter follows."""
FULL = 0.6
"""Share of the breaks of a wrapped text, at least, where the next word had no room."""
SLACK = 20
"""Characters by which the longest of wrapped lines pass most of them."""
OPEN = 0.3
"""Share of them, at least, that stand inside a sentence."""


def wraps(text: str) -> list[tuple[int, int]]:
    """Start and end of each stretch of white space in `text` whose line break only keeps a line short.

    >>> text = "Selon la police,\\ntrois ponts sont coupés.\\nDeux écoles ferment."
    >>> [text[a - 7 : b + 5] for a, b in wraps(text)]
    ['police,\\ntrois']
    """
    if "\n" not in text.replace("\n\n", "") and not any(mark in text for mark in "\r\u2028\x0b"):
        return []
    breaks = [_Line(text, found.start(), found.end()) for found in BREAK.finditer(text)]
    if not breaks:
        return []
    width = sorted(line.length for line in breaks)[len(breaks) * 9 // 10]
    wrapped = width in WIDTHS and _share(line.full(width) for line in breaks) >= FULL and _share(line.open for line in breaks) >= OPEN
    return [
        (line.end, line.next) for line in breaks if not line.item and (line.goes_on or (wrapped and line.full(width) and line.kept(width)))
    ]


class _Line:
    """A line of `text` that ends at `end`, where the next one of its paragraph starts at `next`."""

    __slots__ = ("below", "end", "goes_on", "item", "length", "next", "open", "word")

    def __init__(self, text: str, end: int, after: int) -> None:
        self.end, self.next = end, after
        first, last = max(0, end - REACH), min(len(text), after + REACH)
        start = max(first - 1, *(text.rfind(mark, first, end) for mark in BREAKS)) + 1
        self.length = len(text[start:end].strip("> \t"))
        word = WORD.match(text, after)
        self.word = word.end() - after if word is not None else 0
        self.below = min((at for mark in BREAKS if (at := text.find(mark, after, last)) >= 0), default=last) - after
        self.item = ITEM.match(text, after) is not None
        self.open = text[end - 1].isalnum() or text[end - 1] in ",'’"
        self.goes_on = self.open and text[after].islower() and (self.length >= LONG or text[end - 1] == ",")

    def kept(self, width: int) -> bool:
        """Whether the next line is no longer than one of `width` characters may be: below a heading a paragraph stands unwrapped."""
        return self.below <= width + SLACK

    def full(self, width: int) -> bool:
        """Whether the next word had no room in a line of `width` characters."""
        return self.length + 1 + self.word > width


def _share(held: Iterable[bool]) -> float:
    marks = list(held)
    return sum(marks) / len(marks)
