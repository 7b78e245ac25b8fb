"""Server-made SVG: ranges of a crosscheck, a part-whole bar, a timeline with a lane per voice; each stands beside its words."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from recoupe.model import Answer, Bound, Crosscheck, Moment, Number, Quantity, Sum
from recoupe.phrases import Language, say
from recoupe.web.markup import Html, el, join

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

    def __init__(self, values: Sequence[Number]) -> None:
        self.low, self.high = min(values), max(values)

    def __call__(self, value: Number) -> float:
        """The place of `value`, in chart units."""
        if self.high == self.low:
            return WIDTH / 2
        return round(EDGE + (value - self.low) / (self.high - self.low) * (WIDTH - 2 * EDGE), 1)


def ranges(check: Crosscheck, language: Language) -> Html:
    """One line an answer: bar = bounds (arrow: unbounded), dot = the number as written, hollow = hearsay, grey = a voice heard already."""
    known = [v for a in check.answers for v in (a.low, a.value, a.high) if v is not None]
    if not known:
        return Html("")
    scale, seen, lines = Scale(known), set[str](), []
    for answer in check.answers:
        voices = {actor.id for actor in answer.support.actors}
        kind = "hearsay" if answer.hearsay else "again" if voices and voices <= seen else "said"
        seen |= voices
        label = el("span", el("b", amount(answer, language)), " ", ", ".join(a.name for a in answer.support.actors), class_="label")
        lines.append(el("li", label, _bar(answer, scale, kind)))
    return el("ol", *lines, class_="ranges")


def _bar(answer: Answer, scale: Scale, kind: str) -> Html:
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


def timeline(moments: Sequence[Moment], language: Language) -> Html:
    """A lane per voice, in order of first appearance; the words stand in the list below the drawing."""
    if not moments:
        return Html("")
    times = {moment.at: datetime.fromisoformat(moment.at).replace(tzinfo=None).timestamp() for moment in moments}
    scale, lanes = Scale(list(times.values())), _lanes(moments)
    height = 24 * len(lanes)
    drawn = [el("line", x1=0, x2=WIDTH, y1=24 * i + 12, y2=24 * i + 12, class_="axis") for i in range(len(lanes))]
    drawn += [
        el("circle", el("title", moment.text), cx=scale(times[moment.at]), cy=24 * lanes[moment.voice or ""] + 12, r=5, class_="dot said")
        for moment in moments
    ]
    chart = el("svg", *drawn, viewBox=f"0 0 {WIDTH} {height}", role="img", aria_label=say(language, "page.timeline"))
    names = el("ol", *(el("li", voice or say(language, "page.nobody")) for voice in lanes), class_="lanes")
    return el("div", names, chart, class_="timeline") if lanes else join()


def _lanes(moments: Sequence[Moment]) -> Mapping[str, int]:
    lanes: dict[str, int] = {}
    for moment in moments:
        lanes.setdefault(moment.voice or "", len(lanes))
    return lanes
