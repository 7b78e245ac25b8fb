"""A text as its reader sees it: letters composed, nothing invisible between them, lines that go on joined; with the way back."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from html import unescape
from typing import Any, NamedTuple, TypeVar

import msgspec
import regex

from recoupe.model import Evidence, Report, Span
from recoupe.text.capitals import small
from recoupe.text.visible import INVISIBLE
from recoupe.text.wrapping import wraps

R = TypeVar("R", bound=msgspec.Struct)

RUN = regex.compile(r"(?m)^[ \t]+|[ \t]*\r(?=\n)|[ \t]+(?=\n)|(?<=\S)(?:[ \t]{2,}|\t)(?=\S)|(?<=[\p{L},])[\u00a0\u202f](?=\p{L})")
"""White space at either end of a line, and between two words where it is no single common space."""
MARKUP = regex.compile(
    r"(?m)^[ \t]*(?:>[ \t]?)+(?!\p{N})|^\#{1,6}[ \t]+|\*\*|__(?=\p{L}|\p{N})|(?<=[\p{L}\p{N}.,!?])__|(?<![\p{L}\p{N}*])\*(?=[\p{L}\p{N}«])"
    r"|(?<=[\p{L}\p{N}.,!?»])\*(?![\p{L}\p{N}*])|\[(?=[^\]\n]{1,120}\]\((?:https?:|www\.|mailto:|/))|\]\((?:https?:|www\.|mailto:|/)[^)\s]{0,500}\)"
)
"""What marks a quoted mail, a heading, emphasis or a link in plain text: a page does not show it."""
BREAKS = dict.fromkeys("\u2028\u2029\x0b\x0c", "\n")
ACCENTS = "\u0300-\u036f"
HIDDEN = "".join(f"{chr(first)}-{chr(last)}" for first, last in INVISIBLE) + "\x00-\x08\x0e-\x1f\x7f"
UNSEEN = re.compile(f"[{HIDDEN}]")
SEEN = re.compile(rf"[^\s{HIDDEN}]")
MARK = re.compile(f"[{ACCENTS}]")
QUOTES = {"<<": "«", ">>": "»"}
SPELT = re.compile(r"<<|>>|&(?:#[0-9]{2,6}|#[xX][0-9a-fA-F]{2,6}|[a-zA-Z]{2,8}[0-9]{0,2});")
"""A character that somebody had no key for, or that was left as a page spells it: "&eacute;"."""
ODD = re.compile(f"[{ACCENTS}{HIDDEN}{''.join(BREAKS)}]|{SPELT.pattern}")


class Composed(NamedTuple):
    """`text` is what is seen of `given`; its character `i` stands there from `starts[i]` to `ends[i]`."""

    given: str
    text: str
    starts: list[int]
    ends: list[int]

    def seen(self, report: Report) -> Report:
        """`report` with the text as it is seen."""
        return msgspec.structs.replace(report, text=self.text, body=bisect_left(self.starts, report.body))

    def there(self, record: R) -> R:
        """`record`, whose spans are of the text as given, with spans of the text as seen."""
        moved: R = _moved(record, lambda a: bisect_left(self.starts, a), lambda b: bisect_left(self.starts, b), self.text)
        return moved

    def back(self, record: R) -> R:
        """`record`, whose spans are of the text as seen, with spans of the text as given."""
        starts, ends = [*self.starts, len(self.given)], [0, *self.ends]
        moved: R = _moved(record, starts.__getitem__, ends.__getitem__, self.given)
        return moved


@lru_cache(maxsize=4)
def composed(text: str) -> Composed | None:
    """What is seen of `text`; None if that is `text` itself.

    >>> found = composed("Un de\\u0301ce\\u0300s, 1\\u200b2 blesse\\u0301s")
    >>> found.text, found.ends[found.text.index("12") + 1]
    ('Un décès, 12 blessés', 15)
    >>> composed("Un décès")
    >>> composed("Selon la police,\\ntrois ponts sont coupés.").text
    'Selon la police, trois ponts sont coupés.'
    """
    gaps = (*_spans(RUN, text, "\t", "  ", "\n ", " \n", "\r", "\u00a0", "\u202f"), *_spans(MARKUP, text, *"*>#_["), *wraps(text))
    joined = {i: i == a and text[a].isspace() and SEEN.match(text, a - 1) and SEEN.match(text, b) for a, b in gaps for i in range(a, b)}
    shown = small(text)
    if ODD.search(text) is None and not joined and not shown:
        return None
    seen: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for c, i, end in _characters(text):
        if i in joined:
            if not joined[i]:
                continue
            one = " "
        elif c not in BREAKS and UNSEEN.match(c):
            continue
        elif seen and MARK.match(c) and len(one := unicodedata.normalize("NFC", seen[-1] + c)) == 1:
            seen[-1], ends[-1] = one, end
            continue
        else:
            one = BREAKS.get(c) or shown.get(i, c)
        seen.append(one)
        starts.append(i)
        ends.append(end)
    return Composed(text, "".join(seen), starts, ends)


def _spans(pattern: regex.Pattern[str], text: str, *signs: str) -> Iterable[tuple[int, int]]:
    """Where `pattern` is found in `text`; it is only looked for where one of `signs` is."""
    return (found.span() for found in pattern.finditer(text)) if any(sign in text for sign in signs) else ()


def _characters(text: str) -> Iterator[tuple[str, int, int]]:
    """The characters of `text`, each with its start and end there: one that was spelt with several is one."""
    at = 0
    for spelt in SPELT.finditer(text):
        for i in range(at, spelt.start()):
            yield text[i], i, i + 1
        at = spelt.end()
        read = QUOTES.get(spelt.group()) or unescape(spelt.group())
        if len(read) == 1:
            yield read, spelt.start(), at
        else:
            yield from ((text[i], i, i + 1) for i in range(spelt.start(), at))
    yield from ((text[i], i, i + 1) for i in range(at, len(text)))


def flat(words: str) -> str:
    """`words` of a text on one line, without signs of markup; what is hidden in them stays.

    >>> flat("aucun\\n> **mort**")
    'aucun mort'
    """
    return " ".join(MARKUP.sub("", words).split())


def is_seen(text: str) -> bool:
    """Whether anything is seen in `text`.

    >>> is_seen("3-1"), is_seen("\\0\\u200b \\n")
    (True, False)
    """
    return SEEN.search(text) is not None


def _moved(value: Any, first: Callable[[int], int], last: Callable[[int], int], text: str) -> Any:
    """`value` with every span in it from `first` of its start to `last` of its end, and the words that stand there in `text`."""
    if isinstance(value, Span):
        return Span(report=value.report, start=first(value.start), end=last(value.end))
    if isinstance(value, tuple):
        return tuple(_moved(one, first, last, text) for one in value)
    if not isinstance(value, msgspec.Struct):
        return value
    fields = {name: _moved(getattr(value, name), first, last, text) for name in value.__struct_fields__}
    if isinstance(value, Evidence):
        fields["words"] = text[fields["span"].start : fields["span"].end]
    return type(value)(**fields)
