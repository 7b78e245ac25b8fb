"""Server-made SVG: ranges of a crosscheck, a part-whole bar; each stands beside its words."""

from collections.abc import Sequence

from recoupe.model import UNHELD, Answer, Bound, Crosscheck, Number
from recoupe.phrases import Language
from recoupe.text.figures import number
from recoupe.web.markup import Html, el

WIDTH, EDGE = 150, 12
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


def kinds(answers: Sequence[Answer]) -> list[str]:
    """How each answer is drawn: unheld (nobody stands by it now), hearsay, again (only voices heard already), or said.

    >>> from recoupe.model import Actor, Range, Support
    >>> one, mayor = Range(low=1, high=1), Actor(id="a-1", name="maire", kind="person")
    >>> behind = Support(texts=1, origins=one, voices=one, actors=(mayor,))
    >>> kinds([Answer(low=n, value=n, high=n, bound=Bound.EXACT, claims=(), support=behind) for n in (6, 7)])
    ['said', 'again']
    """
    seen: set[str] = set()
    found = []
    for answer in answers:
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


def parts_of(whole: Number, parts: Sequence[Number], words: str) -> Html:
    """A whole as one bar, each stated part in its place, over the words that say so.

    >>> parts_of(10, [5, 3], "dont 5 (Valbrune), 3 (Orsac), 2 sans lieu précisé").count('class="part"')
    2
    """
    left, drawn = 0.0, [el("rect", x=0, y=0, width=WIDTH, height=8, class_="rest")]
    for part in parts:
        width = max(0.0, min(WIDTH - left, WIDTH * part / whole)) if whole else 0.0
        drawn.append(el("rect", x=round(left, 1), y=0, width=round(width, 1), height=8, class_="part"))
        left += width
    chart = el("svg", *drawn, viewBox=f"0 0 {WIDTH} 8", preserveAspectRatio="none", aria_hidden="true", focusable="false", class_="sum")
    return el("figure", chart, el("figcaption", words))


def ends(scale: Scale, language: Language) -> Html:
    """The ends of a scale, in figures under the bars.

    >>> print(ends(Scale([40, 90, 1200]), "en"))
    <p class="ends" aria-hidden="true"><span>40</span><span>1,200</span></p>
    """
    return el("p", el("span", number(scale.low, language)), el("span", number(scale.high, language)), class_="ends", aria_hidden="true")
