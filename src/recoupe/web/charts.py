"""Server-made SVG: ranges of a crosscheck, a part-whole bar, a timeline with a lane per voice; each stands beside its words."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from recoupe.briefing.quoting import cut
from recoupe.briefing.timeline import known, parted
from recoupe.model import UNHELD, Answer, Bound, Crosscheck, Moment, Number, Precision, Sum
from recoupe.phrases import Language, say
from recoupe.text.clocks import instant, written, zone
from recoupe.text.figures import number
from recoupe.web.markup import Html, el, join

WIDTH, EDGE = 300, 12
"""Of a chart, in its own units; what is left free on either side for dots and arrows."""


class Scale:
    """From values to places on the chart: linear, one point in the middle."""

    def __init__(self, values: Sequence[Number], width: int = WIDTH) -> None:
        self.low, self.high, self.width = min(values), max(values), width

    @classmethod
    def of(cls, check: Crosscheck) -> "Scale | None":
        """The scale on which all answers of a crosscheck stand; None where nothing is a number."""
        known = [v for a in check.answers for v in a.said if v is not None]
        return cls(known) if known else None

    def __call__(self, value: Number) -> float:
        """The place of `value`, in chart units."""
        if self.high == self.low:
            return self.width / 2
        return round(EDGE + (value - self.low) / (self.high - self.low) * (self.width - 2 * EDGE), 1)


def kinds(check: Crosscheck) -> list[str]:
    """How each answer is drawn: unheld (nobody stands by it now), hearsay, again (only voices heard already), or said."""
    seen: set[str] = set()
    found = []
    for answer in check.answers:
        voices = {actor.id for actor in answer.support.actors}
        heard = "hearsay" if answer.hearsay else "again" if voices and voices <= seen else "said"
        found.append("unheld" if answer.standing in UNHELD else heard)
        seen |= voices
    return found


def bar(answer: Answer, scale: Scale, kind: str) -> Html | None:
    """Bar = the bounds that the words give (an arrow where unbounded), dot = the number as written, in a ring where it is about. Vague
    words ("dozens") have no place on a scale.

    >>> answer = Answer(low=41, value=40, high=None, bound="more_than", claims=(), support=None)
    >>> bar(answer, Scale([40, 90]), "said").count('class="arrow"')
    1
    >>> answer = Answer(low=32, value=40, high=48, bound="about", claims=(), support=None)
    >>> drawn = bar(answer, Scale([40, 90]), "said")
    >>> [drawn.count(part) for part in ('class="bar', 'class="about')]
    [0, 1]
    """
    low, high = answer.said
    if (low, high) == (None, None):
        return None
    left = scale(low) if low is not None else 0
    right = scale(high) if high is not None else WIDTH
    parts = [el("line", x1=0, x2=WIDTH, y1=10, y2=10, class_="axis")]
    if right > left:
        parts.append(el("rect", x=left, y=6, width=round(right - left, 1), height=8, rx=2, class_=f"bar {kind}"))
    if high is None:
        parts.append(el("path", d=f"M{WIDTH - 9} 4 L{WIDTH - 1} 10 L{WIDTH - 9} 16", class_="arrow"))
    if low is None:
        parts.append(el("path", d="M9 4 L1 10 L9 16", class_="arrow"))
    if answer.value is not None:
        parts.append(el("circle", cx=scale(answer.value), cy=10, r=6, class_=f"dot {kind}"))
        parts += [el("circle", cx=scale(answer.value), cy=10, r=10, class_="about")] if answer.bound == Bound.ABOUT else []
    return el("svg", *parts, viewBox=f"0 0 {WIDTH} 20", aria_hidden="true", focusable="false")


class Piece(NamedTuple):
    """A part of a whole: what it is, its number, and the number as words."""

    label: str
    value: Number
    words: str


def parts_of(total: Sum, whole: Piece, parts: Sequence[Piece], language: Language) -> Html:
    """A whole as one bar: each stated part, then what remains without a statement.

    >>> total = Sum(whole="c-1", parts=("c-2", "c-3"), holds=True, remainder_low=2, remainder_high=2)
    >>> print(parts_of(total, Piece("", 10, "10"), [Piece("Valbrune", 5, "5"), Piece("Orsac", 3, "3")], "fr").partition("</svg>")[2])
    <figcaption>10, dont 5 (Valbrune), 3 (Orsac), 2 sans précision</figcaption></figure>
    """
    left, drawn = 0.0, []
    for part in parts:
        width = max(0.0, min(WIDTH - left, WIDTH * part.value / whole.value)) if whole.value else 0.0
        drawn.append(el("rect", x=round(left, 1), y=0, width=round(width, 1), height=14, class_="part"))
        left += width
    drawn.insert(0, el("rect", x=0, y=0, width=WIDTH, height=14, class_="rest"))
    words = [f"{part.words} ({part.label})" for part in parts]
    if total.remainder_low is not None and total.remainder_low == total.remainder_high and total.remainder_low > 0:
        left_over = number(total.remainder_low, language)
        left_over = say(language, "point.value.about", value=left_over) if total.about else left_over
        words.append(say(language, "page.remainder", number=left_over))
    if total.holds is False:
        words.append(say(language, "page.no_sum"))
    chart = el("svg", *drawn, viewBox=f"0 0 {WIDTH} 14", preserveAspectRatio="none", aria_hidden="true", focusable="false", class_="sum")
    return el("figure", chart, el("figcaption", say(language, "page.parts", whole=whole.words, list=", ".join(words))))


def ends(scale: Scale, language: Language) -> Html:
    """The ends of a scale, in figures under the bars.

    >>> print(ends(Scale([40, 90, 1200]), "en"))
    <p class="ends" aria-hidden="true"><span>40</span><span>1,200</span></p>
    """
    return el("p", el("span", number(scale.low, language)), el("span", number(scale.high, language)), class_="ends", aria_hidden="true")


LANES = 900
"""Width of a timeline, in its own units."""

DAYS = frozenset({Precision.DAY, Precision.PART_OF_DAY, Precision.INSTANT})
"""Times that have a place on a line of days; a month or a year has none, and stands in the list only."""

MOST_LANES = 12
"""Voices drawn; the list below has all."""


OWN = ("page.publication", "page.outlets")
"""The lanes of what has no voice: that a text appeared, and what an outlet tells on its own word."""


def timeline(moments: Sequence[Moment], language: Language) -> Html:
    """A drawing with a lane per voice where there are several times and room for it, and the same as a list.

    >>> print(timeline([Moment(at="2031-05-03T00:00:00", precision=Precision.DAY, text="Bac à flot.", voice="La mairie", cites=())], "fr"))
    <ol class="moments"><li><time datetime="2031-05-03">03/05/2031</time><span><b>La mairie, </b>Bac à flot.</span></li></ol>
    """
    days = [moment for moment in moments if moment.precision in DAYS]
    clock = next((moment.at for moment in moments if zone(moment.at)), None)
    placed = {moment.at: at for moment in days if (at := _seconds(instant(moment.at, clock))) is not None}
    drawn = _drawing(days, placed, language) if len(set(placed.values())) > 1 else None
    return join(drawn, el("ol", *(_moment(moment, language) for moment in moments), class_="moments"))


def _moment(moment: Moment, language: Language) -> Html:
    voice = el("b", moment.voice, ", ") if moment.voice else None
    shown = timed(moment, language)
    return el("li", el("time", shown, datetime=known(moment.at, moment.precision)), el("span", voice, moment.text))


def _seconds(at: str) -> float | None:
    """A time as a number; None where it is no day of the calendar."""
    try:
        return datetime.fromisoformat(at + "+00:00").timestamp()
    except (ValueError, OverflowError):
        return None


def _drawing(moments: Sequence[Moment], placed: Mapping[str, float], language: Language) -> Html:
    """Lanes in order of first appearance; the words stand in the list below the drawing, so it is hidden from screen readers."""
    scale, lanes = Scale(list(placed.values()), LANES), _lanes(moments)
    drawn = []
    for voice, lane in list(lanes.items())[:MOST_LANES]:
        y = 36 * lane
        drawn.append(el("text", say(language, voice) if voice in OWN else cut(voice, 80), x=0, y=y + 12, class_="lane"))
        drawn.append(el("line", x1=0, x2=LANES, y1=y + 24, y2=y + 24, class_="axis"))
        drawn += [_dot(m, scale(placed[m.at]), y + 24, language) for m in moments if _lane(m) == voice and m.at in placed]
    height = 36 * min(len(lanes), MOST_LANES) + 8
    return el("svg", *drawn, viewBox=f"0 0 {LANES} {height}", aria_hidden="true", focusable="false", class_="lanes")


def _dot(moment: Moment, x: float, y: float, language: Language) -> Html:
    words = el("title", f"{timed(moment, language)} · {moment.text}")
    return el("circle", words, cx=x, cy=y, r=6, class_="dot said")


def timed(moment: Moment, language: Language) -> str:
    """When it was, as people write it.

    >>> timed(Moment(at="2031-05-03T18:00:00", precision=Precision.PART_OF_DAY, text="", voice=None, cites=(), part="EV"), "fr")
    '03/05/2031, soir'
    """
    return parted(moment, lambda day: stamp(day, Precision.DAY, language), language) or stamp(moment.at, moment.precision, language)


def stamp(at: str, precision: Precision, language: Language) -> str:
    """A time as people write it, as fine as it is known.

    >>> stamp("2026-01-14T06:15:00Z", Precision.INSTANT, "fr"), stamp("2026-01-13T18:00:00", Precision.PART_OF_DAY, "fr")
    ('14/01/2026 06:15 UTC', '13/01/2026')
    >>> stamp("2026-01-14T06:15:00+01:00", Precision.INSTANT, "fr"), stamp("2026-01-14T06:15:00", Precision.INSTANT, "en")
    ('14/01/2026 06:15 (UTC+1)', '2026-01-14 06:15')
    >>> stamp("2026-01-01T00:00:00", Precision.MONTH, "fr"), stamp("2026-01-01T00:00:00", Precision.YEAR, "en")
    ('01/2026', '2026')
    """
    given = known(at[:10], precision)
    day = "/".join(reversed(given.split("-")[:3])) if language == "fr" else given
    if precision is Precision.WEEK:
        return say(language, "page.week", day=day)
    if precision is not Precision.INSTANT or len(at) < 16:
        return day
    return written(day, at[11:16], at)


def _lanes(moments: Sequence[Moment]) -> Mapping[str, int]:
    lanes: dict[str, int] = {}
    for moment in moments:
        lanes.setdefault(_lane(moment), len(lanes))
    return lanes


def _lane(moment: Moment) -> str:
    """Whose lane: that of the voice, of the outlets' own words, or of publications.

    >>> [_lane(Moment(at="2031", precision=Precision.YEAR, text="", voice=v, cites=c)) for v, c in (("ONU", ()), (None, ()), (None, (1,)))]
    ['ONU', 'page.publication', 'page.outlets']
    """
    return moment.voice or OWN[bool(moment.cites)]
