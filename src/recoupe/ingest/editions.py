"""Several records of one report, several texts of one address."""

from collections.abc import Sequence
from itertools import groupby

import msgspec

from recoupe.model import EditionCause, Report


def preferred(sightings: Sequence[Report]) -> Report:
    """The record to keep of several sightings of one report, whatever their order: the one that says most, then the earliest
    published, then the one with the smallest locator.

    >>> from recoupe.ingest.objects import member
    >>> bare, full = member(b'{"text": "Crue."}', "a"), member(b'{"text": "Crue.", "byline": "Une correspondante"}', "b")
    >>> preferred([bare, full]).raw.locator
    'b'
    """
    return min(sightings, key=lambda seen: (-_says(seen), _age(seen), seen.raw.locator, msgspec.json.encode(seen)))


def editions(reports: Sequence[Report]) -> tuple[Report, ...]:
    """`reports` of one address, sorted by id, each but the root with the edition that it is of, and why; whatever their order.

    The root is the earliest published, else the smallest id. Texts made from the same bytes differ by the extraction alone: they are
    editions of the first of them. Others are the publisher's editions of the root.

    >>> from recoupe.ingest.objects import member
    >>> page = '{"text": "Crue, jour %d.", "url": "https://bief.example/crue", "published": "2031-05-0%d"}'
    >>> first, second = (member((page % (n, n)).encode(), "a") for n in (2, 3))
    >>> sorted((r.published.value, r.edition_of == first.id) for r in editions([second, first]))
    [('2031-05-02', False), ('2031-05-03', True)]
    """
    root = min(reports, key=_first)
    found = []
    for _, group in groupby(sorted(reports, key=lambda r: (r.raw.sha256, r.id)), key=lambda r: r.raw.sha256):
        members = list(group)
        head = root if root in members else min(members, key=_first)
        found += [_edition(each, head, EditionCause.EXTRACTION) for each in members if each.id != head.id]
        found.append(_edition(head, root, EditionCause.PUBLISHER))
    return tuple(sorted(found, key=lambda r: r.id))


def _edition(report: Report, of: Report, cause: EditionCause) -> Report:
    if report.id == of.id:
        return msgspec.structs.replace(report, edition_of=None, edition_cause=None)
    return msgspec.structs.replace(report, edition_of=of.id, edition_cause=cause)


def _first(report: Report) -> tuple[bool, str, str]:
    return (*_age(report), report.id)


def _age(report: Report) -> tuple[bool, str]:
    """Dated before undated, earlier before later."""
    start = report.published.start if report.published else None
    return (start is None, start or "")


def _says(report: Report) -> int:
    """How many of the fields that an input may leave open are filled."""
    return sum(bool(x) for x in (report.url, report.outlet, report.title, report.byline, report.published))
