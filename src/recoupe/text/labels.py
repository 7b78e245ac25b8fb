"""Short names of reports for people: the outlet, else the file, made unique."""

from collections.abc import Iterable
from pathlib import PurePath

from recoupe.model import Report

LONGEST = 28
"""Characters of a name: it must fit a column."""


def label(report: Report) -> str:
    """The outlet, else the file's name, else the id."""
    locator = report.raw.locator
    stem, _, part = locator.partition("#")
    name = report.outlet or (PurePath(stem).stem + (f"#{part}" if part else "")) or report.id
    return name if len(name) <= LONGEST else name[: LONGEST - 1] + "…"


def labels(reports: Iterable[Report]) -> dict[str, str]:
    """A name for each report id; where two would be the same, the day or a number tells them apart.

    The order of `reports` does not matter.
    """
    named: dict[str, list[Report]] = {}
    for report in sorted(reports, key=lambda r: (r.published.value if r.published else "", r.id)):
        named.setdefault(label(report), []).append(report)
    return {report.id: name for same, group in named.items() for report, name in zip(group, _apart(same, group), strict=True)}


def _apart(name: str, group: list[Report]) -> list[str]:
    if len(group) == 1:
        return [name]
    stamps = [report.published.start if report.published and report.published.start else "" for report in group]
    for part in (slice(0, 10), slice(11, 16)):  # the day, else the minute
        shown = [stamp[part] for stamp in stamps]
        if all(shown) and len(set(shown)) == len(shown):
            return [f"{name} {stamp}" for stamp in shown]
    return [f"{name} ({i})" for i in range(1, len(group) + 1)]
