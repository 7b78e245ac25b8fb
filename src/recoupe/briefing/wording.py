"""How numbers, what they count, and what stands behind them are worded."""

from recoupe.briefing.desk import Desk
from recoupe.model import Answer, Bound, Crosscheck, Number, Place, PlacePrecision, Quantity, Question, Range, Support

THIN = "\u202f"


def number(desk: Desk, value: Number) -> str:
    """A number as people of the language write it."""
    grouped = f"{value:,.2f}".rstrip("0").rstrip(".")
    plain = desk.language == "fr" and abs(value) < 10_000
    digits = grouped.replace(",", "") if plain else grouped
    return digits.replace(",", THIN).replace(".", ",") if desk.language == "fr" else digits


def amount(desk: Desk, answer: Answer) -> str:
    """The number of an answer with its bounds; vague words as the text has them."""
    quantity = quantity_of(desk, answer)
    parts = {"value": answer.value, "low": answer.low, "high": answer.high}
    if answer.bound is Bound.INDEFINITE and quantity is not None:
        return desk.say("value.indefinite", words=desk.words(quantity.span))
    said = _shape(answer)
    shown = {k: number(desk, v if v is not None else _any(answer)) for k, v in parts.items()}
    return desk.say(f"value.{said}", **shown)


def _shape(answer: Answer) -> str:
    """A bound is said only with the number that it bounds."""
    if answer.low is not None and answer.low == answer.high:
        return Bound.EXACT
    if answer.bound is Bound.ABOUT and answer.value is None:
        return Bound.RANGE
    if answer.bound is Bound.EXACT and answer.value is None:
        return Bound.RANGE if None not in (answer.low, answer.high) else Bound.AT_LEAST if answer.high is None else Bound.AT_MOST
    return answer.bound if answer.bound is not Bound.INDEFINITE else Bound.RANGE


def _any(answer: Answer) -> Number:
    return next((n for n in (answer.value, answer.low, answer.high) if n is not None), 0)


def quantity_of(desk: Desk, answer: Answer) -> Quantity | None:
    """The first quantity, in the order of texts, that gives an answer."""
    found = [
        q for c in answer.claims if c in desk.claims for q in desk.claims[c].quantities if (q.low, q.bound) == (answer.low, answer.bound)
    ]
    return min(found, key=lambda q: q.span, default=None)


def what(desk: Desk, crosscheck: Crosscheck, answer: Answer) -> str:
    """The number and what it counts: "47 drones abattus, région de X"."""
    size = next((n for n in (answer.high, answer.low) if n is not None), 2)
    return _scoped(desk, crosscheck.question, _counted(desk, crosscheck, answer, amount(desk, answer), size))


def subject(desk: Desk, crosscheck: Crosscheck) -> str:
    """What a question counts, without a number."""
    said = _scoped(desk, crosscheck.question, _counted(desk, crosscheck, crosscheck.answers[0], "", 2)).strip()
    return said[:1].upper() + said[1:]


def _counted(desk: Desk, crosscheck: Crosscheck, answer: Answer, value: str, size: Number) -> str:
    question = crosscheck.question
    noun, gender = _noun(desk, crosscheck, answer, size)
    state = question.role or question.type
    if gender and desk.has(f"done.{gender}.{state}"):
        return desk.say("what.done", value=value, noun=noun, done=desk.say(f"done.{gender}.{state}", n=size))
    label = next((desk.say(k) for k in (f"kind.{state}", f"done.m.{state}") if desk.has(k)), None)
    return desk.say("what.kind", value=value, noun=noun, kind=label) if label else desk.say("what", value=value, noun=noun)


def _noun(desk: Desk, crosscheck: Crosscheck, answer: Answer, size: Number) -> tuple[str, str]:
    """The unit's name and gender; of a unit without a name the words of the text, and no gender."""
    unit = crosscheck.question.unit
    if desk.has(f"unit.{unit}"):
        return desk.say(f"unit.{unit}", n=size), "f" if unit in desk.say("feminine").split() else "m"
    quantity = quantity_of(desk, answer)
    return (desk.words(quantity.counted) if quantity and quantity.counted else unit.replace("_", " ")), ""


def _scoped(desk: Desk, question: Question, said: str) -> str:
    if question.part:
        said = desk.say("what.part", what=said)
    if question.place_name:
        said = desk.say("what.at", what=said, place=question.place_name)
    return desk.say("what.when", what=said, when=question.when_words) if question.when_words else said


def span_of(desk: Desk, key: str, range_: Range) -> str:
    """A range of voices or origins: "1 voix", "1 à 2 voix"."""
    if range_.low == range_.high:
        return desk.say(key, n=range_.high)
    return desk.say(f"{key}.range", low=range_.low, high=range_.high)


def backing(desk: Desk, support: Support) -> str:
    """What stands behind an answer: "3 textes, 2 origines, 1 voix : l'armée"."""
    parts = {
        "texts": desk.say("texts", n=support.texts),
        "origins": span_of(desk, "origins", support.origins),
        "voices": span_of(desk, "voices", support.voices),
    }
    if not support.actors:
        return desk.say("support", **parts)
    return desk.say("support.named", **parts, names=desk.actors(support.actors))


def place_label(places: tuple[Place, ...]) -> str | None:
    """The place of a part: the narrowest that the clause itself names."""
    own = sorted((p for p in places if not p.inherited), key=lambda p: (p.precision is PlacePrecision.COUNTRY, p.span))
    return own[0].name if own else None
