"""Whom a text names as its source: agencies in its head or tail, and other outlets by name."""

from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import NamedTuple

import msgspec
import regex
from ahocorasick_rs import AhoCorasick

from recoupe.lang import decode, has, table
from recoupe.model import Evidence, Report, Span
from recoupe.stage import remembered
from recoupe.text import fold, plain

HEAD = 400
"""Characters at either end of a text in which a credit stands; an agency named further inside is a source of one sentence."""


class Credits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table `credits.toml` of a language: words `before` a medium that is the source, nouns of `media`, words `after` it."""

    before: tuple[str, ...]
    media: tuple[str, ...]
    after: tuple[str, ...]
    determiners: tuple[str, ...]


SHORTEST = 2
"""Letters of which a shorter name has more."""

BRACKET = 30
"""Characters between a bracket and the name that it credits."""

CREDITING = regex.compile(r"(?i:(?:avec|source\s?:|with|source)\s)?(?i:l')?(?:\p{Lu}[\p{L}-]{0,30}+\s?[,/]\s?)?")
"""What may stand between them: "avec l'", another name."""

AROUND = 40
"""Characters before the name of a medium in which it is said to be the source."""


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


@remembered(64)
def agency_credits(report: Report) -> tuple[Evidence, ...]:
    """The agencies that a text credits: one piece of evidence for each, `field` "credit", `rule` ends in the agency's name."""
    found: dict[str, Evidence] = {}
    for agency, start, end in _named(report.text):
        found.setdefault(agency, _evidence(report, f"reuse/credit/{agency}", start, end))
    return tuple(found[agency] for agency in sorted(found))


def credited(report: Report) -> set[str]:
    """The names of the agencies that a text credits; an agency's own text credits itself."""
    own = {agencies()[report.outlet]} if report.outlet in agencies() else set()
    return {evidence.rule.removeprefix("reuse/credit/") for evidence in agency_credits(report)} | own


class _Relaying(NamedTuple):
    """How a language names a medium as a source: `finder` finds where one may stand, the patterns look around that place."""

    finder: AhoCorasick
    medium: "regex.Pattern[str]"
    before: "regex.Pattern[str]"
    after: "regex.Pattern[str]"


@cache
def _relaying(language: str) -> _Relaying | None:
    if not has(language, "credits"):
        return None
    words = table(language, "credits", Credits)
    name = r"\p{Lu}[\w'-]*+(?:\s\p{Lu}[\w'-]*+){0,3}+"
    return _Relaying(
        AhoCorasick([*words.media, *agencies()]),
        regex.compile(rf"(?:{_either(words.media)}\s(?<name>{name})|(?<name>\L<names>))(?![\w/])", names=list(agencies())),
        regex.compile(rf"(?<!\w)(?i:{_either(words.before)}\s{_either(words.determiners)}?)$"),
        regex.compile(rf"\s{_either(words.after)}(?!\w)"),
    )


def _either(words: tuple[str, ...]) -> str:
    return "(?:" + "|".join(regex.escape(w) for w in sorted(words, key=lambda w: (-len(w), w))) + ")"


@remembered(64)
def relayed(report: Report) -> dict[str, Evidence]:
    """The media that a text says it has something from, by name ("rapporte l'agence X"), with the agencies that it credits.

    Its own outlet is none.
    """
    found = {e.rule.removeprefix("reuse/credit/"): e for e in reversed(agency_credits(report))}
    for name, start, end in _relays(plain(report.text), report.language):
        found.setdefault(agencies().get(name, name), _evidence(report, "reuse/relay", start, end))
    own = plain(report.outlet or "")
    return {name: found[name] for name in sorted(found) if not own or fold(name) not in fold(own)}


def _relays(text: str, language: str) -> Iterator[tuple[str, int, int]]:
    known = _relaying(language)
    for _, start, _ in known.finder.find_matches_as_indexes(text, overlapping=True) if known is not None else ():
        match = known.medium.match(text, start) if known is not None else None
        if match is not None and known is not None:
            told = known.before.search(text[max(0, start - AROUND) : start]) or known.after.match(text, match.end())
            if told is not None:
                yield match["name"], *match.span("name")


def names_outlet(report: Report, other: Report) -> Evidence | None:
    """Where `report` names the outlet of `other`, as written there and with its capitals; None for an outlet without capital.

    >>> from recoupe.ingest.objects import member
    >>> line = b'{"text": "Selon Le Large, le bac rouvre.", "outlet": "%s"}'
    >>> one, other = (member(line % name, "a") for name in (b"La Vigie", b"Le Large"))
    >>> found = names_outlet(one, other)
    >>> one.text[found.span.start : found.span.end], names_outlet(other, one)
    ('Le Large', None)
    """
    name = plain(other.outlet or "")
    if not any(c.isupper() for c in name) or name == plain(report.outlet or "") or len(name) < 2:
        return None
    text = plain(report.text)
    at = next(_places(text, name), None)
    if at is not None:
        return _evidence(report, "reuse/names-outlet", at, at + len(name))
    shorter = (short for short in (_short(name, report.language), _initials(name)) if short)
    found = ((at, at + len(short)) for short in shorter for at in _places(text, short) if _credits(text, at, short))
    return next((_evidence(report, "reuse/names-outlet", start, end) for start, end in found), None)


def _places(text: str, name: str) -> Iterator[int]:
    """Where `name` stands as words of its own."""
    at = -1
    while (at := text.find(name, at + 1)) >= 0:
        end = at + len(name)
        if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
            yield at


def _short(name: str, language: str) -> str:
    """The name of a medium without the noun that says what it is; "" where it opens with none, or is a common word without it.

    >>> _short("Agence Médiane", "fr"), _short("La Vigie", "fr"), _short("Radio locale", "fr")
    ('Médiane', '', '')
    """
    words = table(language, "credits", Credits) if has(language, "credits") else None
    first, _, rest = name.partition(" ")
    return rest if words is not None and first.casefold() in words.media and rest[:1].isupper() and len(rest) > SHORTEST else ""


def _initials(name: str) -> str:
    """The capitals for which the words of a name stand, where they are three and no known agency's.

    >>> _initials("Agence Lagune Presse"), _initials("Le Bief"), _initials("Agence France Presse")
    ('ALP', '', '')
    """
    letters = "".join(word[0] for word in name.split() if word[0].isupper())
    return letters if len(letters) > SHORTEST and letters not in agencies() else ""


def _credits(text: str, at: int, name: str) -> bool:
    """Whether a name stands in brackets as the credit of a text: "(avec Médiane)", "(Médiane) -"."""
    opened = text.rfind("(", max(0, at - BRACKET), at)
    return (
        opened >= 0
        and CREDITING.fullmatch(text, opened + 1, at) is not None
        and text[at + len(name) : at + len(name) + 1] in {")", ",", "/"}
    )


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
