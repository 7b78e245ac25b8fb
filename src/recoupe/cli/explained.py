"""A record on one screen: its fields in words, the rule and the words behind each, the text with the places marked."""

from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from typing import Any, NamedTuple

from recoupe.briefing.moments import moment
from recoupe.cli.lines import Lines, short
from recoupe.cli.reasons import reason
from recoupe.cli.screen import Heading
from recoupe.cli.words import counted, field, pair, value
from recoupe.export.rows import first_seen
from recoupe.ledger import Explanation
from recoupe.model import (
    Actor,
    Answer,
    Attribution,
    Channel,
    Claim,
    Crosscheck,
    Direction,
    Drift,
    Evidence,
    Passage,
    Place,
    Precision,
    Quantity,
    Question,
    Range,
    Raw,
    Record,
    Relay,
    Reuse,
    Role,
    RuleValue,
    Span,
    Sum,
    Support,
    When,
)
from recoupe.phrases import say
from recoupe.text.figures import number

HIDDEN = frozenset({"id", "text", "evidence", "words", "sentences"})
"""Fields that are shown elsewhere on the screen, or that are the whole text again."""

NAMED = frozenset({"type", "mode", "kind"})
"""Fields whose value is a name of the ontology, or of a kind."""

REASONS = frozenset({"why", "detail"})
"""Fields that say in English why something is so."""

MOST = 12
"""Values shown of a field that has many, and marks shown in a text."""

CONTEXT = 200
"""Characters of the text before the first mark and after the last."""

TIMED = frozenset({Precision.INSTANT, Precision.PART_OF_DAY})
"""Times whose bounds are hours: of a day or a month the value says all that is known."""

TIED = ("names", "places", "days", "numbers", "words", "against")
"""What ties two reports, that which tells most first."""

OPEN, CLOSE = "⟦", "⟧"


class Told(NamedTuple):
    """An answer with the question that it answers."""

    answer: Answer
    check: Crosscheck


def explained(found: Explanation, lines: Lines, claims: Sequence[Claim] = ()) -> Iterator[str]:
    """All of it: what it is, its fields, the `claims` that it rests on, its evidence, its text."""
    record = found.record
    yield Heading(f"{field(lines.language, found.kind)} {getattr(record, 'id', '')}".rstrip())
    for name in record.__struct_fields__:
        given = getattr(record, name)
        if name in REASONS:
            given = reason(lines.language, given)
        if name == "kind" and isinstance(record, Drift):
            given = lines.kind_of(record)
        if name == "direction" and isinstance(record, Reuse | Drift):
            given = _way(lines, record)
        put = name == "modality" and isinstance(record, Claim) and lines.blind(record)
        if isinstance(record, Crosscheck) and name == "answers":
            given = tuple(Told(answer, record) for answer in record.answers)
        if name not in HIDDEN and given not in (None, (), "", {}) and not put:
            yield from _field(lines, name, given)
    if claims:
        yield Heading(field(lines.language, "claims"))
        yield from (f"  {line}" for claim in claims for line in lines.claim(claim))
    yield from _ties(found, lines)
    yield from _evidence(found, lines)
    yield from _texts(found, lines)


def _way(lines: Lines, record: Reuse | Drift) -> str:
    """Which of the two was taken from the other, by name."""
    sides = [side.report if isinstance(side, Span) else side for side in (record.a, record.b)]
    other = record.against if isinstance(record, Drift) else None
    a, b = (lines.names.get(side or other or "", side or other or "–") for side in sides)
    known = record.direction in {Direction.A_FROM_B, Direction.B_FROM_A}
    return say(lines.language, f"cli.{record.direction.value}", a=a, b=b) if known else value(lines.language, record.direction)


def _ties(found: Explanation, lines: Lines) -> Iterator[str]:
    """What ties the reports of an event: for each the nearest one, and all that both say."""
    if found.ties:
        yield Heading(say(lines.language, "cli.ties"))
    for tie in found.ties:
        yield f"  {lines.names[tie.a]} – {lines.names[tie.b]} ({tie.score}/1000)"
        for name in TIED:
            if given := getattr(tie, name):
                words = (field(lines.language, each) for each in given) if name == "against" else given
                yield f"    {pair(lines.language, say(lines.language, f'cli.tie_{name}'), ', '.join(words))}"


def _field(lines: Lines, name: str, given: object) -> Iterator[str]:
    """One line, or one a value where there are several."""
    values = list(given) if isinstance(given, tuple) else [given]
    called = field(lines.language, name)
    if len(values) == 1:
        yield f"  {pair(lines.language, called, value(lines.language, str(given)) if name in NAMED else readable(lines, values[0]))}"
        return
    yield f"  {pair(lines.language, called, len(values))}"
    yield from (f"    {readable(lines, each)}" for each in values[:MOST])
    if len(values) > MOST:
        yield f"    … {len(values) - MOST}"


def readable(lines: Lines, given: Any) -> str:
    """A value of a field in words.

    >>> lines = Lines.of("fr", {})
    >>> readable(lines, False), readable(lines, (12.5, 40)), readable(lines, Range(low=1, high=3))
    ('non', '12,5, 40', '1–3')
    """
    read = READ.get(type(given))
    if read is not None:
        return read(lines, given)
    if isinstance(given, bool):
        return say(lines.language, "cli.yes" if given else "cli.no")
    if isinstance(given, int | float):
        return number(given, lines.language)
    if isinstance(given, Record):
        fields = [(name, getattr(given, name)) for name in given.__struct_fields__]
        known = [(field(lines.language, name), readable(lines, each)) for name, each in fields if each not in (None, ())]
        return " · ".join(pair(lines.language, name, words) for name, words in known)
    if isinstance(given, tuple):
        return ", ".join(readable(lines, each) for each in given)
    if not isinstance(given, Enum) and given in lines.names:
        return f"{lines.names[given]} ({given})"
    return value(lines.language, given) if isinstance(given, Enum) else short(given)


def _parts(lines: Lines, *given: object) -> str:
    """What there is of `given`, side by side."""
    return " · ".join(readable(lines, each) for each in given if each not in (None, (), ""))


def _span(lines: Lines, span: Span) -> str:
    return (
        f"« {short(lines.quote(span))} » {lines.at(span)}" if span.report in lines.reports else f"{span.report} [{span.start}-{span.end}]"
    )


def _spans(lines: Lines, spans: Sequence[Span]) -> str:
    return " … ".join(short(lines.quote(span)) if span.report in lines.reports else "" for span in spans)


def _when(lines: Lines, when: When) -> str:
    bounds = f"{when.start} – {when.end}" if when.precision in TIMED and when.start and when.end else None
    words = _spans(lines, [when.span]) if when.span else None
    shown = f"« {words} »" if words else None
    return _parts(lines, shown, moment(lines.language, when.value), bounds, when.precision, _inherited(lines, inherited=when.inherited))


def _inherited(lines: Lines, *, inherited: bool) -> str | None:
    return say(lines.language, "cli.inherited") if inherited else None


def _place(lines: Lines, place: Place) -> str:
    known = f"GeoNames {place.id}" if place.id else None
    return _parts(lines, place.name, place.precision, place.country, known, _inherited(lines, inherited=place.inherited))


def _attribution(lines: Lines, said: Attribution) -> str:
    source = f"« {_spans(lines, said.source)} »" if said.source else say(lines.language, "cli.nobody")
    cue = f"{field(lines.language, 'cue')} « {_spans(lines, [said.cue])} »"
    return _parts(lines, said.actor or source, source if said.actor and said.source else None, cue, said.form, said.channel, said.chain)


def _relay(lines: Lines, relay: Relay) -> str:
    return _parts(lines, relay.actor or _spans(lines, relay.source), relay.channel)


def _answer(lines: Lines, told: Told) -> str:
    seen = first_seen(told.answer, lines.reports)
    return lines.answer(told.answer) + (f" · {seen}" if seen else "") + lines.against(told.answer, told.check)


def _sum(lines: Lines, total: Sum) -> str:
    left = [total.remainder_low, total.remainder_high]
    rest = " – ".join("?" if n is None else number(n, lines.language) for n in dict.fromkeys(left))
    rest = say(lines.language, "point.value.about", value=rest) if total.about and None not in left else rest
    holds = say(lines.language, "cli.open" if total.holds is None else "cli.yes" if total.holds else "cli.no")
    return f"{total.whole} = {' + '.join(total.parts)} + {rest} · {pair(lines.language, field(lines.language, 'holds'), holds)}"


def _rule(lines: Lines, given: RuleValue) -> str:
    low, best, high = (_given(lines, given, name) for name in ("low", "value", "high"))
    return pair(lines.language, given.rule.upper() if len(given.rule) < 6 else given.rule.capitalize(), f"{low} / {best} / {high}")


def _given(lines: Lines, rule: RuleValue, name: str) -> str:
    value = getattr(rule, name)
    words = "–" if value is None else number(value, lines.language)
    return say(lines.language, "point.value.about", value=words) if name in rule.about else words


def _passage(lines: Lines, passage: Passage) -> str:
    words = short(lines.quote(passage.a)) if passage.a.report in lines.reports else ""
    return f"{lines.at(passage.a)} {'=' if passage.exact else '≈'} {lines.at(passage.b)} « {words} »"


READ: dict[type, Callable[[Lines, Any], str]] = {
    Span: _span,
    When: _when,
    Place: _place,
    Actor: lambda lines, actor: f"{actor.name} ({_parts(lines, actor.kind, actor.side)})",
    Quantity: lambda lines, given: f"{counted(lines.language, given)} « {_spans(lines, [given.span])} »",
    Role: lambda lines, given: pair(lines.language, field(lines.language, given.name), f"« {_spans(lines, [given.span])} »"),
    Channel: lambda lines, given: f"{value(lines.language, given.kind)} « {_spans(lines, [given.span])} »",
    Attribution: _attribution,
    Relay: _relay,
    Question: lambda lines, asked: lines.question(asked),
    Told: _answer,
    Support: lambda lines, support: lines.support(support),
    Range: lambda _, given: str(given.low) if given.low == given.high else f"{given.low}–{given.high}",
    Sum: _sum,
    RuleValue: _rule,
    Passage: _passage,
    Raw: lambda _, raw: f"{raw.locator} (sha256 {raw.sha256[:12]}…)",
}
"""How each kind of value is said; what is missing here is said field by field."""


def _evidence(found: Explanation, lines: Lines) -> Iterator[str]:
    """Field, words, place, rule; the same only once."""
    if found.evidence:
        yield Heading(say(lines.language, "cli.evidence"))
    for each in dict.fromkeys(found.evidence):
        yield f"  {pair(lines.language, field(lines.language, each.field), f'{_shown(lines, each)} · {each.rule}')}"


def _shown(lines: Lines, each: Evidence) -> str:
    """The words and where they stand; of what stands in no text, a date that came with it, which text and which date."""
    report = lines.reports.get(each.span.report)
    if each.words or report is None:
        return f"« {short(each.words) or '–'} » " + (lines.at(each.span) if report else f"[{each.span.start}-{each.span.end}]")
    name, when = lines.names[report.id], report.published
    return name if when is None else f"{name}, {field(lines.language, 'published')} {when.value.replace('T', ' ')}"


def _texts(found: Explanation, lines: Lines) -> Iterator[str]:
    """Of every text the part with the marks."""
    spans = sorted({span for name in found.record.__struct_fields__ for span in spans_in(getattr(found.record, name))})
    for report, text in found.texts.items():
        marks = [span for span in spans if span.report == report and span.start < span.end][:MOST]
        if not marks and len(found.texts) > 1:
            continue
        yield Heading(f"{lines.names.get(report, report)} ({report})")
        yield from (f"  {line}" for line in marked(text, marks).split("\n"))


def spans_in(given: object) -> Iterator[Span]:
    """All spans in a value, evidence left out: it lists its places itself.

    >>> from recoupe.model import PlacePrecision
    >>> at = Span(report="r-1", start=15, end=23)
    >>> [span.start for span in spans_in((Place(span=at, name="Valbrune", precision=PlacePrecision.TOWN), "Orsac"))]
    [15]
    """
    if isinstance(given, Span):
        yield given
    elif isinstance(given, tuple):
        for each in given:
            yield from spans_in(each)
    elif isinstance(given, Record):
        for name in given.__struct_fields__:
            if name != "evidence":
                yield from spans_in(getattr(given, name))


def marked(text: str, spans: Sequence[Span]) -> str:
    """The part of `text` around `spans`, marks where they begin and end; its beginning where there is none.

    >>> marked("Deux routes sont coupées.", [Span(report="r-1", start=0, end=11)])
    '⟦Deux routes⟧ sont coupées.'
    """
    start = max(0, min((s.start for s in spans), default=0) - CONTEXT)
    end = min(len(text), max((s.end for s in spans), default=CONTEXT) + CONTEXT)
    marks = sorted([(s.end, 0, CLOSE) for s in spans] + [(s.start, 1, OPEN) for s in spans])
    parts, at = [], start
    for place, _, sign in marks:
        parts += [text[at:place], sign]
        at = place
    return ("… " if start else "") + "".join(parts) + text[at:end] + (" …" if end < len(text) else "")
