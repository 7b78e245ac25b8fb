"""Short names of reports for people: the outlet, else the file, made unique. One naming for screens, pages and briefings."""

from collections.abc import Iterable

from recoupe.model import Report, When

LONGEST = 28
"""Characters of a name: it must fit a column."""


def label(report: Report) -> str:
    """The outlet, else the file's name without its ending, else the id; on one line.

    >>> from recoupe.ingest.objects import member
    >>> label(member(b'{"text": "Le pont rouvre.", "outlet": "La Sentinelle  du Marais"}', "a.json"))
    'La Sentinelle du Marais'
    >>> label(member(b'{"text": "Le pont rouvre."}', "depeches/pont.json#4"))
    'pont#4'
    """
    name = " ".join((report.outlet or "").split()) or _file(report.raw.locator) or report.id
    return name if len(name) <= LONGEST else name[: LONGEST - 1].rstrip() + "…"


def _file(locator: str) -> str:
    """The name of a file, with the line or member where many lie in one.

    >>> _file("night/agency.txt"), _file("C:\\\\news\\\\feed.v2.jsonl#12"), _file("-#3")
    ('agency', 'feed.v2#12', '-#3')
    >>> _file("night/12.txt")
    '12.txt'
    """
    path, _, part = locator.partition("#")
    name = path.replace("\\", "/").rsplit("/", 1)[-1]
    stem, dot, end = name.rpartition(".")
    short = stem if dot and any(map(str.isalpha, stem)) and len(end) <= 5 else name  # a bare number says nothing
    return " ".join(f"{short}#{part}".split()) if part and short else " ".join(short.split())


def labels(reports: Iterable[Report]) -> dict[str, str]:
    """A name for each report id; where two would be the same, the day, the time or a number tells them apart.

    The order of `reports` does not matter.

    >>> from recoupe.ingest.objects import member
    >>> news = [member(b'{"text": "Jour %d.", "outlet": "Le Bief", "published": "2031-05-0%d"}' % (n, n), "a") for n in (2, 3)]
    >>> sorted(labels(news).values())
    ['Le Bief 2031-05-02', 'Le Bief 2031-05-03']
    """
    named: dict[str, list[Report]] = {}
    for report in sorted(reports, key=lambda r: ((r.published.start if r.published else None) or "", r.id)):
        named.setdefault(label(report), []).append(report)
    found = {report.id: name for same, group in named.items() for report, name in zip(group, _apart(same, group), strict=True)}
    taken: dict[str, int] = {}
    for name in found.values():
        taken[name] = taken.get(name, 0) + 1
    return {key: name if taken[name] == 1 else f"{name} {key}" for key, name in found.items()}


def _stamp(published: When | None) -> str:
    """The moment of publication by its own clock, if one is given; else as much of the day as is known; nothing of no date."""
    return published.value if published is not None and published.start is not None else ""


def _apart(name: str, group: list[Report]) -> list[str]:
    if len(group) == 1:
        return [name]
    known = [_stamp(report.published) for report in group]
    for part in (slice(0, 10), slice(11, 16)):  # the day (or what is known of it), else the minute where one is
        shown = [value[part] for value in known]
        if all(shown) and len(set(shown)) == len(shown):
            return [f"{name} {stamp}" for stamp in shown]
    return [f"{name} ({i})" for i in range(1, len(group) + 1)]
