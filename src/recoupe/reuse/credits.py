"""Whom a text names as its source: agencies in its head or tail, and other outlets by name."""

from collections.abc import Iterator
from functools import cache
from importlib import resources

import regex
from ahocorasick_rs import AhoCorasick

from recoupe.lang import decode
from recoupe.model import Evidence, Report, Span
from recoupe.text import plain

HEAD = 400
"""Characters at either end of a text in which a credit stands; an agency named further inside is a source of one sentence."""


@cache
def agencies() -> dict[str, str]:
    """Each name of an agency as texts write it, with the name that we show."""
    table = decode(resources.files("recoupe.ontology") / "agencies.toml", dict[str, tuple[str, ...]])
    return {name: agency for agency, names in table.items() for name in names}


@cache
def _pattern() -> "regex.Pattern[str]":
    """An agency after words that credit it, in brackets, alone on a line, or opening a line before a dash."""
    name = r"(?<name>\L<names>)"
    more = r"(?:\s?(?:,|/|&|et|and|-|avec)\s?(?<more>\L<names>)){0,3}+"
    after = rf"(?:(?i:avec|source\s?:|sources\s?:|via|par|de notre partenaire)\s(?i:l'(?:agence\s)?)?{name}{more}(?![\w/]))"
    bracket = rf"(?:\((?i:avec\s|source\s?:\s)?(?i:l')?{name}{more}\))"
    line = rf"(?:(?m:^)[ ]?{name}{more}[ ]?(?:(?m:$)|[-–—]\s))"
    return regex.compile(rf"{bracket}|{after}|{line}", names=list(agencies()))


@cache
def _finder() -> AhoCorasick:
    return AhoCorasick(list(agencies()))


def agency_credits(report: Report) -> tuple[Evidence, ...]:
    """The agencies that a text credits: one piece of evidence for each, `field` "credit", `rule` ends in the agency's name.

    What the metadata name is evidence too; it stands at no words.
    """
    found: dict[str, Evidence] = {}
    for agency, start, end in _named(report.text):
        found.setdefault(agency, _evidence(report, f"reuse/credit/{agency}", start, end))
    for name in report.credit:
        agency = agencies().get(name, name)
        found.setdefault(agency, _evidence(report, f"reuse/credit/{agency}", 0, 0))
    return tuple(found[agency] for agency in sorted(found))


def credited(report: Report) -> set[str]:
    """The names of the agencies that a text credits; an agency's own text credits itself."""
    own = {agencies()[report.outlet]} if report.outlet in agencies() else set()
    return {evidence.rule.removeprefix("reuse/credit/") for evidence in agency_credits(report)} | own


def names_outlet(report: Report, other: Report) -> Evidence | None:
    """Where `report` names the outlet of `other`, as written there and with its capitals; None for an outlet without capital."""
    name = plain(other.outlet or "")
    if not any(c.isupper() for c in name) or name == plain(report.outlet or "") or len(name) < 2:
        return None
    text, at = plain(report.text), -1
    while (at := text.find(name, at + 1)) >= 0:
        end = at + len(name)
        if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
            return _evidence(report, "reuse/names-outlet", at, end)
    return None


def _named(text: str) -> Iterator[tuple[str, int, int]]:
    same = plain(text)
    cut = max(HEAD, len(same) - HEAD)
    for start, part in ((0, same[:HEAD]), (cut, same[cut:])):
        if not _finder().find_matches_as_indexes(part):
            continue  # most texts credit nobody, and the pattern is a hundred times slower
        for match in _pattern().finditer(part):
            for group in ("name", "more"):
                for begin, end in match.spans(group):
                    yield agencies()[part[begin:end]], start + begin, start + end


def _evidence(report: Report, rule: str, start: int, end: int) -> Evidence:
    return Evidence(field="credit", rule=rule, span=Span(report=report.id, start=start, end=end), words=report.text[start:end])
