"""What a briefing opens and closes with: what these texts are, and what they do not tell."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from recoupe.briefing.desk import Desk
from recoupe.briefing.heard import tongue
from recoupe.briefing.wording import national, span_of
from recoupe.lang import has
from recoupe.model import Actor, ActorKind, Dossier, Modality, Origin, Range, Report, Statement

SAID = 3
"""Origins of several texts that are named one by one."""

HARMFUL = frozenset({"STRIKE", "INTERCEPT", "DISASTER", "ACCIDENT"})
"""Types of event after which people ask for casualties."""

NATURAL = frozenset({"DISASTER", "ACCIDENT"})
"""Types of event of which no country has a version of its own."""
HELPING = frozenset({ActorKind.EMERGENCY_SERVICE, ActorKind.WITNESS})
"""Kinds of actors that come from a country and do not speak for it."""

TOLL = frozenset({"killed", "wounded"})


def scope(desk: Desk) -> Iterator[Statement]:
    """How many texts, outlets and origins; which are on another event, which have no date."""
    reports = list(desk.reports.values())
    yield _said("scope", "scope.texts", desk.say("scope.texts", n=len(reports)))
    visitors = desk.reports.keys() - {report for dossier in desk.file.dossiers for report in dossier.event.reports}
    if visitors:
        yield _said("scope", "scope.visitors", desk.say("scope.visitors", n=len(visitors), names=desk.named(visitors)))
    outlets = desk.say("outlets", n=len({r.outlet for r in reports if r.outlet}))
    yield _said("scope", "scope.sources", desk.say("scope.sources", outlets=outlets, origins=span_of(desk, "origins", origins(desk))))
    yield from (_said("scope", "scope.origin", text) for text in _shared(desk))
    titled = next((r for r in reports if len(reports) > 1 and r.title and _line(r.title) == _line(desk.file.story.title)), None)
    if titled is not None:
        yield _said("scope", "scope.title", desk.say("scope.title", report=desk.names[titled.id]))
    undated = [r for r in reports if not dated(r)]
    if undated and len(undated) == len(reports):
        yield _said("scope", "scope.no_order", desk.say("scope.no_order"))
    elif undated:
        names = desk.join(desk.names[r.id] for r in undated)
        yield _said("scope", "scope.undated", desk.say("scope.undated", n=len(undated), names=names))


def _line(words: str) -> str:
    return " ".join(words.split())


def foreign(desk: Desk) -> str:
    """That names stand in another language than that of the briefing, where a text that is read is in one; else nothing."""
    read = {report.language for report in desk.reports.values() if has(report.language, "events")}
    if read <= {desk.language}:
        return ""
    return desk.say("scope.language", language=desk.join(tongue(desk.language, code) for code in sorted(read)))


def _shared(desk: Desk) -> Iterator[str]:
    """The origins that several texts rest on, and why they are one; those of most texts first."""
    found = {origin.id: origin for dossier in desk.file.dossiers for origin in dossier.origins}
    held = [(sum(report in desk.reports for report in origin.reports), origin) for origin in found.values()]
    for texts, origin in sorted(held, key=lambda one: (-one[0], one[1].id))[:SAID]:
        if texts > 1:
            names = agencies(origin)
            why = desk.say("origin.credit", names=desk.join(names)) if names else desk.say(f"origin.{origin.kind}")
            yield desk.say("scope.origin", texts=desk.say("texts", n=texts), origins=desk.say("origins", n=1), why=why)


def agencies(origin: Origin) -> list[str]:
    """The agencies whose credited dispatch an origin is; none where its texts are one for another reason.

    >>> from recoupe.model import Evidence, Span
    >>> at = Span(report="r-1", start=0, end=3)
    >>> evidence = [Evidence(field=field, rule=f"{field}/AFP", span=at, words="AFP") for field in ("credit", "copy")]
    >>> [agencies(Origin(id="o-1", reports=(), kind=one.field, evidence=(one,))) for one in evidence]
    [['AFP'], []]
    """
    return sorted({e.rule.rpartition("/")[2] for e in origin.evidence if e.field == "credit"})


def origins(desk: Desk) -> Range:
    """Text origins of a story."""
    origin_of = {r: o.id for d in desk.file.dossiers for o in d.origins for r in o.reports if r in desk.reports}
    return spread(desk.reports, origin_of, ((reuse.a, reuse.b) for d in desk.file.dossiers for reuse in d.reuses))


def spread(reports: Collection[str], origin_of: Mapping[str, str], tied: Iterable[tuple[str, str]]) -> Range:
    """Text origins of `reports`: at most the origins found (a report in none is its own), at least what no words in common tie.

    >>> spread(["r-1", "r-2", "r-3", "r-4"], {"r-1": "o-1", "r-2": "o-1"}, [("r-2", "r-3"), ("r-4", "r-9")])
    Range(low=2, high=3)
    """
    joined = ties(reports, origin_of, tied)
    return Range(low=len(set(joined.values())), high=len(joined))


def ties(reports: Iterable[str], origin_of: Mapping[str, str], tied: Iterable[tuple[str, str]]) -> dict[str, str]:
    """For each origin of `reports`, in their order, the first one that it may be one with, as words in common tie them.

    >>> ties(["r-1", "r-2", "r-3"], {"r-1": "o-1"}, [("r-2", "r-3")])
    {'o-1': 'o-1', 'r-2': 'r-2', 'r-3': 'r-2'}
    """
    known = dict.fromkeys(reports)
    joined = {origin: origin for origin in dict.fromkeys(origin_of.get(r, r) for r in known)}
    order = {origin: n for n, origin in enumerate(joined)}
    for a, b in tied:
        if a in known and b in known:
            ends = (joined[origin_of.get(a, a)], joined[origin_of.get(b, b)])
            one, other = sorted(ends, key=order.__getitem__)
            joined = {origin: one if name == other else name for origin, name in joined.items()}
    return joined


def dated(report: Report) -> bool:
    """Whether the day of publication is known.

    >>> from recoupe.ingest.objects import member
    >>> dated(member(b'{"text": "Crue.", "published": "2031-05"}', "a")), dated(member(b'{"text": "Crue."}', "a"))
    (True, False)
    """
    return report.published is not None and report.published.start is not None


FEMININE = 1
"""The form of an adjective that goes with "version"."""


def unknown(desk: Desk) -> Iterator[Statement]:
    """What the texts leave open: sides that are spoken of and not heard; casualties of which nothing was read."""
    for actor in _unheard(desk):
        yield _said("unknown", "unknown.side", _side(desk, actor))
    if not _tolled(desk) and any(map(_harmful, desk.file.dossiers)):
        yield _said("unknown", "unknown.casualties", desk.say("unknown.casualties"))


def limits(desk: Desk) -> Iterator[Statement]:
    """What was not read: that says nothing of the texts."""
    unread = _unread(desk)
    for language, reports in unread.items():
        name = tongue(desk.language, language)
        key = "limits.part" if has(language, "numbers") else "limits.unread"
        yield _said("limits", key, desk.say(key, n=len(reports), language=name, names=desk.named(reports)))
    if not desk.claims and sum(map(len, unread.values())) < len(desk.reports):
        yield _said("limits", "limits.nothing", desk.say("limits.nothing"))


def _unread(desk: Desk) -> dict[str, list[str]]:
    """Reports in languages whose claims are not read, by language: kept and compared, not understood."""
    found: dict[str, list[str]] = {}
    for report in desk.reports.values():
        if not has(report.language, "events"):
            found.setdefault(report.language, []).append(report.id)
    return dict(sorted(found.items()))


def _side(desk: Desk, actor: Actor) -> str:
    """By the adjective of its country: "Aucune version nord-coréenne"; else by the name that the text has for it."""
    side = national(desk.language, actor.side or "", FEMININE)
    return desk.say("unknown.country", side=side, name=actor.name) if side else desk.say("unknown.side", name=actor.name)


def _unheard(desk: Desk) -> list[Actor]:
    """One actor for each side that acts or is acted upon and that no attribution names as a voice."""
    heard = {c.attribution.actor.side for c in desk.claims.values() if c.attribution and c.attribution.actor}
    spoken_of: dict[str, Actor] = {}
    for claim in sorted(desk.claims.values(), key=desk.order):
        for role in claim.roles if claim.modality is not Modality.EVALUATION and claim.type not in NATURAL else ():
            if role.actor is not None and role.actor.kind not in HELPING and role.actor.side is not None and role.actor.side not in heard:
                spoken_of.setdefault(role.actor.side, role.actor)
    return [spoken_of[side] for side in sorted(spoken_of)]


def _tolled(desk: Desk) -> bool:
    """Whether a number of dead or wounded was read anywhere in the story: the sentence speaks of all its texts, not of one event."""
    return any(quantity.role in TOLL for claim in desk.claims.values() for quantity in claim.quantities)


def _harmful(dossier: Dossier) -> bool:
    """Half of the texts of an event tell of what does harm: a word of one text in passing makes no disaster."""
    harmed = {claim.report for claim in dossier.claims if claim.type in HARMFUL}
    return 2 * len(harmed) >= len(dossier.reports) > 0


def _said(section: str, message: str, text: str) -> Statement:
    return Statement(section=section, message=f"point.{message}", text=text)
