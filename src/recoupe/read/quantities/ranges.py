"""Numbers with their ranges: "entre 20 et 30", "300, voire 400", "20-30"."""

import regex
from msgspec.structs import replace

from recoupe.model import Bound
from recoupe.read.quantities.numerals import Numeral, restated, single
from recoupe.read.quantities.spelling import THOUSANDS, add_up, scale_at, tidy
from recoupe.read.quantities.tables import Words

HYPHENED = regex.compile(r"([0-9]{1,6}(?:,[0-9]{1,2})?+)-([0-9]{1,6}(?:,[0-9]{1,2})?+)")
GROUP = 100
LIKELY = 5
"""The ends of "entre 40 et 50 000" are thousands both: the one is a hundred times the other as written, and at most five times as meant."""
CHANGED = 8
"""Tokens before a range in which a verb stands that makes it a change: "a relevé son estimation à Lille de 7.000 à 7.300"."""


def numeral(words: list[str], at: int, table: Words) -> Numeral | None:
    """The number that begins at token `at`: a range, or the first reading that fits."""
    first = single(words, at, table)
    if first is None:
        return hyphened(words, at, table)
    first = restated(words, first, table)
    return ranged(words, first, table) or first


def ranged(words: list[str], first: Numeral, table: Words) -> Numeral | None:
    """ "entre 20 et 30", "de 20 à 30", "deux ou trois", "entre un et deux millions"; "est passé de 10 à 15" is none."""
    following = words[first.last] if first.last < len(words) else ""
    if following == "%" and first.first and words[first.first - 1] in table.sets["opens"]:  # "entre 60 % et 70 %"
        first = replace(first, last=first.last + 1)
        following = words[first.last] if first.last < len(words) else ""
    if not (following in table.sets["links"] or following in table.sets["closes"] or following in table.raised.first):
        return None
    before = words[first.first - 1] if first.first else ""
    opened = before in table.sets["opens"]
    links = table.sets["closes"] if opened else table.sets["links"]
    raised = table.raised.ahead(words, first.last)
    link = raised[0] if raised and not opened else 1
    if first.last + link >= len(words) or (words[first.last] not in links and link == 1 and not raised) or first.bound == Bound.INDEFINITE:
        return None
    bound = table.bounds.ahead(words, first.last + 1) if opened or (before in table.sets["source"] and not raised) else None
    open_end = bound is not None and bound[1] in {Bound.MORE_THAN, Bound.AT_LEAST}  # "de 200 à plus de 500"
    second = single(words, first.last + link + (bound[0] if bound else 0), table)
    if second is None or first.value is None or second.value is None or first.high == 0:
        return None
    sets_out = before in table.sets["source"]
    if sets_out and any(w in table.sets["changes"] for w in words[max(0, first.first - CHANGED) : first.first]):
        return None
    if first.value < 0 or second.value < 0:  # "de -8 à -11 degrés"
        ends = sorted((first.value, second.value))
        return Numeral(first.first - (opened or sets_out), second.last, ends[0], None, ends[1], Bound.RANGE)
    low, ratio = first.low, second.value / first.value
    if low is not None and (common := common_scale(words, second, table)) and 1 < common <= ratio and low * common < second.value:
        low, ratio = tidy(low * common), second.value / (first.value * common)
    if (
        low is not None
        and ratio >= GROUP
        and (factor := grouped(words, second))
        and tidy(low * factor) < second.value <= LIKELY * low * factor
    ):
        low, ratio = tidy(low * factor), second.value / (first.value * factor)
    if not 1 < ratio < 1000:
        return None
    begin = first.first - 1 if opened or (sets_out and not raised and words[first.last] != "ou") else first.first
    return Numeral(begin, second.last, low, None, None if open_end else second.high, Bound.RANGE)


def grouped(words: list[str], number: Numeral) -> int | None:
    """What the groups of three digits multiply: 1000 for "50 000"; None for any other number.

    >>> grouped(["50 000"], Numeral(0, 1, 50000, 50000, 50000)), grouped(["50"], Numeral(0, 1, 50, 50, 50))
    (1000, None)
    """
    written = words[number.last - 1] if number.last == number.first + 1 else ""
    return 1000 ** len(THOUSANDS.findall(written)) if written[:1].isdigit() and THOUSANDS.search(written) else None


def common_scale(words: list[str], number: Numeral, table: Words) -> int:
    """The scale that the end of a range may share with its beginning: "[deux à] trois millions", "[deux à] trois cents"; 1 for none.

    >>> from recoupe.read.quantities.tables import load
    >>> common_scale(["trois", "cents"], Numeral(0, 2, 300, 300, 300), load("fr"))
    100
    """
    last = words[number.last - 1]
    if last in table.sets["hundreds"] and number.last - number.first == 2:
        return 1000 if add_up(last, table.language) == 1000 else 100
    return scale_at(words, number.last - 1, table) or 1


def hyphened(words: list[str], at: int, table: Words) -> Numeral | None:
    """ "20-30", "30-40 millions": a range if the second number is larger, and less than ten times the first (not "2011-2012").

    >>> from recoupe.read.quantities.tables import load
    >>> [n and n.high for n in (hyphened(t.split(), 0, load("fr")) for t in ("20-30 chars", "30-40 millions", "2011-2012"))]
    [30, 40000000, None]
    """
    found = HYPHENED.fullmatch(words[at]) if "-" in words[at] else None
    if not found:
        return None
    low, high = (tidy(float(end.replace(",", "."))) for end in found.groups())
    if not low < high < 10 * low or 1400 <= low <= 2100:
        return None
    scale = scale_at(words, at + 1, table)
    if scale is None:
        return Numeral(at, at + 1, low, None, high, Bound.RANGE, article=True)
    return Numeral(at, at + 2, tidy(low * scale), None, tidy(high * scale), Bound.RANGE)
