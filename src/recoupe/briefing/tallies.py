"""Numbers: what is counted and on whose word, where answers differ, what rests on one voice, what is new."""

from collections.abc import Iterator

from recoupe.briefing.desk import Desk
from recoupe.briefing.wording import amount, backing, number, place_label, subject, what
from recoupe.model import Agreement, Answer, Bound, Crosscheck, Number, RuleValue, Statement, Sum

MOST = 12
"""Numbers told per event; the crosschecks hold all."""


def counts(desk: Desk) -> Iterator[Statement]:
    """One statement for each question with one answer, the best supported first; a toll with its values by rule."""
    for dossier in desk.file.dossiers:
        asked = [x for x in desk.crosschecks(dossier) if len(x.answers) == 1 and not _told_as_part(desk, x)]
        for crosscheck in asked[:MOST]:
            yield _count(desk, crosscheck, crosscheck.answers[0])
            yield from _values(desk, crosscheck)
        if len(asked) > MOST:
            n = len(asked) - MOST
            yield Statement(section="count", message="point.count.more", text=desk.say("count.more", n=n))


def differing(desk: Desk) -> Iterator[Statement]:
    """Questions with several answers: each with its support, and how they stand to each other."""
    for dossier in desk.file.dossiers:
        for crosscheck in desk.crosschecks(dossier):
            if len(crosscheck.answers) > 1:
                given = " ; " if desk.language == "en" else "\u00a0; "
                answers = given.join(
                    desk.say("differs.answer", value=amount(desk, a), support=backing(desk, a.support)) for a in crosscheck.answers
                )
                agreement = desk.say(f"agreement.{crosscheck.agreement}")
                text = desk.say("differs", subject=subject(desk, crosscheck), answers=answers, agreement=agreement)
                yield _statement(desk, "differs", "differs", crosscheck, text)
                yield from _values(desk, crosscheck)


def single(desk: Desk) -> Iterator[Statement]:
    """What rests on one voice, gathered by voice."""
    by_voice: dict[str, list[Crosscheck]] = {}
    for dossier in desk.file.dossiers:
        for crosscheck in desk.crosschecks(dossier)[:MOST]:
            if crosscheck.agreement is Agreement.SINGLE:
                by_voice.setdefault(desk.actors(crosscheck.support.actors), []).append(crosscheck)
    for voice, found in by_voice.items():
        key = "single" if voice else "single.unnamed"
        text = desk.say(key, voice=voice, list=desk.join(what(desk, x, x.answers[0]) for x in found))
        claims = tuple(c for x in found for c in x.answers[0].claims)
        yield Statement(section="single", message=f"point.{key}", text=text, claims=claims, cites=desk.cites(claims))


def news(desk: Desk) -> Iterator[Statement]:
    """Answers first seen on the last day of publication, where texts of several days are known."""
    days = sorted({r.published.start[:10] for r in desk.reports.values() if r.published and r.published.start})
    if len(days) < 2:
        return
    new = [(x, a) for x in desk.file.crosschecks for a in x.answers if a.first_seen and a.first_seen[:10] == days[-1]]
    new = [(x, a) for x, a in new if all(r in _dated(desk) for r in a.support.reports)][:MOST]
    if new:
        claims = tuple(c for _, a in new for c in a.claims)
        text = desk.say("new", date=days[-1], list=desk.join(what(desk, x, a) for x, a in new))
        yield Statement(section="new", message="point.new", text=text, claims=claims, cites=desk.cites(claims))


def _dated(desk: Desk) -> set[str]:
    return {r.id for r in desk.reports.values() if r.published and r.published.start}


def _count(desk: Desk, crosscheck: Crosscheck, answer: Answer) -> Statement:
    said = {"what": what(desk, crosscheck, answer), "support": backing(desk, answer.support)}
    said["what"] = said["what"][:1].upper() + said["what"][1:]
    sums = [s for s in crosscheck.sums if s.whole in answer.claims]
    if sums:
        best = max(sums, key=lambda s: (len(s.parts), s.whole))
        text = desk.say("count.parts", **said, parts=_parts(desk, best))
        return _statement(desk, "count", "count.parts", crosscheck, text, best.parts)
    key = "count.some_hearsay" if answer.hearsay else "count"
    return _statement(desk, "count", key, crosscheck, desk.say(key, **said))


def _parts(desk: Desk, found: Sum) -> str:
    """The parts of a whole and what remains of it."""
    said, placed = [], True
    for part in (desk.claims[p] for p in found.parts if p in desk.claims):
        label = place_label(part.places)
        placed = placed and label is not None
        for quantity in part.quantities[:1]:
            counted = desk.words(quantity.counted) if quantity.counted else ""
            value = f"{desk.words(quantity.span)}" if quantity.bound is not Bound.EXACT else number(desk, quantity.low or 0)
            said.append(desk.say("part", value=value, label=label or counted or part.type) if label or counted else value)
    if found.holds is False:
        return ", ".join([*said, desk.say("sum.fails")])
    rest = _rest(desk, found.remainder_low, found.remainder_high)
    return ", ".join([*said, desk.say("rest.place" if placed else "rest", value=rest)] if rest else said)


def _rest(desk: Desk, low: Number | None, high: Number | None) -> str | None:
    if low is None or high == 0:
        return None
    if high is None:
        return desk.say("value.at_least", low=number(desk, low))
    return number(desk, low) if low == high else desk.say("value.range", low=number(desk, low), high=number(desk, high))


def _told_as_part(desk: Desk, crosscheck: Crosscheck) -> bool:
    """Every claim of it counts a part, so it is told with its whole."""
    wholes = {s.whole for x in desk.file.crosschecks for s in x.sums}
    claims = [desk.claims[c] for a in crosscheck.answers for c in a.claims if c in desk.claims]
    return bool(claims) and all(claim.part_of in wholes for claim in claims)


def _values(desk: Desk, crosscheck: Crosscheck) -> Iterator[Statement]:
    """Values by rule, where several numbers are given: of one number all rules say the same."""
    for value in crosscheck.values if len(crosscheck.answers) > 1 else ():
        numbers = {"low": value.low, "value": value.value, "high": value.high}
        if _applies(value):
            shown = {k: number(desk, n) if n is not None else "" for k, n in numbers.items()}
            text = desk.say(f"values.{value.rule}", subject=subject(desk, crosscheck), **shown)
            yield _statement(desk, "differs", f"values.{value.rule}", crosscheck, text)


def _applies(value: RuleValue) -> bool:
    return value.low is not None and value.high is not None


def _statement(desk: Desk, section: str, key: str, crosscheck: Crosscheck, text: str, more: tuple[str, ...] = ()) -> Statement:
    claims = tuple(dict.fromkeys([c for a in crosscheck.answers for c in a.claims] + list(more)))
    return Statement(section=section, message=f"point.{key}", text=text, claims=claims, cites=desk.cites(claims), crosscheck=crosscheck.id)
