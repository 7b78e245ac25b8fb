"""Server-made SVG: ranges of a crosscheck, a part-whole bar, a timeline with a lane per voice; each stands beside its words."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from recoupe.model import Answer, Bound, Crosscheck, Moment, Number, Precision, Quantity, Sum
from recoupe.phrases import Language, say
from recoupe.web.markup import Html, el

WIDTH, EDGE = 300, 12
"""Of a chart, in its own units; what is left free on either side for dots and arrows."""

SIGNS = {Bound.AT_LEAST: "≥ ", Bound.AT_MOST: "≤ ", Bound.MORE_THAN: "> ", Bound.LESS_THAN: "< ", Bound.ABOUT: "≈ "}


def number(value: Number, language: Language) -> str:
    """A number in the typography of `language`.

    >>> number(10000, "en"), number(12.5, "fr")
    ('10,000', '12,5')
    """
    plain = f"{value:,}" if isinstance(value, int) else f"{value:,g}"
    return plain if language == "en" else plain.translate({ord(","): "\u202f", ord("."): ","})


def amount(answer: Answer | Quantity, language: Language) -> str:
    """The answer in short: "47", "> 100", "22 000–55 000"."""
    if answer.value is not None:
        return SIGNS.get(answer.bound, "") + number(answer.value, language)
    if answer.low is not None and answer.high is not None:
        return f"{number(answer.low, language)}–{number(answer.high, language)}"
    low_or_high = answer.low if answer.low is not None else answer.high
    return "?" if low_or_high is None else ("≥ " if answer.low is not None else "≤ ") + number(low_or_high, language)


class Scale:
    """From values to places on the chart: linear, one point in the middle."""

    def __init__(self, values: Sequence[Number], width: int = WIDTH) -> None:
        self.low, self.high, self.width = min(values), max(values), width

    @classmethod
    def of(cls, check: Crosscheck) -> "Scale | None":
        """The scale on which all answers of a crosscheck stand; None where nothing is a number."""
        known = [v for a in check.answers for v in (a.low, a.value, a.high) if v is not None]
        return cls(known) if known else None

    def __call__(self, value: Number) -> float:
        """The place of `value`, in chart units."""
        if self.high == self.low:
            return self.width / 2
        return round(EDGE + (value - self.low) / (self.high - self.low) * (self.width - 2 * EDGE), 1)


def kinds(check: Crosscheck) -> list[str]:
    """How each answer is drawn: hearsay, again (only voices that were heard already), or said."""
    seen: set[str] = set()
    found = []
    for answer in check.answers:
        voices = {actor.id for actor in answer.support.actors}
        found.append("hearsay" if answer.hearsay else "again" if voices and voices <= seen else "said")
        seen |= voices
    return found


def bar(answer: Answer, scale: Scale, kind: str) -> Html:
    """Bar = the bounds of the answer (an arrow where unbounded), dot = the number as written."""
    left = scale(answer.low) if answer.low is not None else 0
    right = scale(answer.high) if answer.high is not None else WIDTH
    parts = [el("line", x1=0, x2=WIDTH, y1=10, y2=10, class_="axis")]
    if right > left:
        parts.append(el("rect", x=left, y=6, width=round(right - left, 1), height=8, rx=2, class_=f"bar {kind}"))
    if answer.high is None:
        parts.append(el("path", d=f"M{WIDTH - 9} 4 L{WIDTH - 1} 10 L{WIDTH - 9} 16", class_="arrow"))
    if answer.low is None:
        parts.append(el("path", d="M9 4 L1 10 L9 16", class_="arrow"))
    if answer.value is not None:
        parts.append(el("circle", cx=scale(answer.value), cy=10, r=6, class_=f"dot {kind}"))
    return el("svg", *parts, viewBox=f"0 0 {WIDTH} 20", aria_hidden="true", focusable="false")


def parts_of(total: Sum, whole: Number, parts: Sequence[tuple[str, Number]], language: Language) -> Html:
    """A whole as one bar: each stated part, then what remains without a statement."""
    left, drawn = 0.0, []
    for _, value in parts:
        width = max(0.0, min(WIDTH - left, WIDTH * value / whole)) if whole else 0.0
        drawn.append(el("rect", x=round(left, 1), y=0, width=round(width, 1), height=14, class_="part"))
        left += width
    drawn.insert(0, el("rect", x=0, y=0, width=WIDTH, height=14, class_="rest"))
    words = [f"{number(value, language)} {name}" for name, value in parts]
    if total.remainder_low is not None and total.remainder_low == total.remainder_high and total.remainder_low > 0:
        words.append(say(language, "page.remainder", number=number(total.remainder_low, language)))
    if total.holds is False:
        words.append(say(language, "page.no_sum"))
    chart = el("svg", *drawn, viewBox=f"0 0 {WIDTH} 14", preserveAspectRatio="none", aria_hidden="true", focusable="false", class_="sum")
    return el("figure", chart, el("figcaption", " · ".join(words)))


LANES = 900
"""Width of a timeline, in its own units."""


def timeline(moments: Sequence[Moment], language: Language) -> Html:
    """A lane per voice, in order of first appearance; the words stand in the list below the drawing."""
    times = {moment.at: datetime.fromisoformat(moment.at).replace(tzinfo=None).timestamp() for moment in moments}
    scale, lanes = Scale(list(times.values()), LANES), _lanes(moments)
    drawn = []
    for voice, lane in lanes.items():
        y = 36 * lane
        drawn.append(el("text", voice or say(language, "page.publication"), x=0, y=y + 12, class_="lane"))
        drawn.append(el("line", x1=0, x2=LANES, y1=y + 24, y2=y + 24, class_="axis"))
        drawn += [
            el(
                "circle",
                el("title", f"{stamp(m.at, m.precision, language)} · {m.text}"),
                cx=scale(times[m.at]),
                cy=y + 24,
                r=6,
                class_="dot said",
            )
            for m in moments
            if (m.voice or "") == voice
        ]
    return el(
        "svg", *drawn, viewBox=f"0 0 {LANES} {36 * len(lanes) + 8}", role="img", aria_label=say(language, "page.timeline"), class_="lanes"
    )


def stamp(at: str, precision: Precision, language: Language) -> str:
    """A time as people write it, as fine as it is known.

    >>> stamp("2026-01-14T06:15:00Z", Precision.INSTANT, "fr"), stamp("2026-01-13T18:00:00", Precision.PART_OF_DAY, "fr")
    ('14/01/2026 06:15 UTC', '13/01/2026')
    """
    year, month, day = at[:10].split("-")
    written = f"{day}/{month}/{year}" if language == "fr" else at[:10]
    if precision is not Precision.INSTANT or len(at) < 16:
        return written
    return f"{written} {at[11:16]}{' UTC' if at.endswith('Z') else ''}"


def _lanes(moments: Sequence[Moment]) -> Mapping[str, int]:
    lanes: dict[str, int] = {}
    for moment in moments:
        lanes.setdefault(moment.voice or "", len(lanes))
    return lanes
