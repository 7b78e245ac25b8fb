"""Numbers by the field's own rules, over voices and not over texts. No rule is applied outside what its authors count: violence.

ucdp: lowest and highest reliable number of deaths, and the one that most voices give (UCDP's *best* is a coder's judgement; ours is not).
acled: deaths, the most conservative number; tens are 10, dozens 12, hundreds 100. airwars: from the least to the most over all
sources, killed and injured; soldiers are outside.
"""

from collections.abc import Sequence

from recoupe.model import Answer, Bound, Number, Question, RuleValue

DEATHS = frozenset({"killed"})
HARM = frozenset({"killed", "wounded"})
VIOLENT = frozenset({"STRIKE", "INTERCEPT", "CAPTURE"})
"""Types of event that these databases hold: attacks, clashes, battles. An accident or a storm is none of them."""

MILITARY = frozenset({"soldier", "officer", "fighter", "mercenary"})


def rule_values(question: Question, answers: Sequence[Answer]) -> tuple[RuleValue, ...]:
    """The values by each rule for a toll of violence; nothing for other counts, nor for a part, a rate, a change or a forecast, nor
    where nobody stands by a number.

    >>> from recoupe.model import Range, Support
    >>> one = Support(texts=1, origins=Range(low=1, high=1), voices=Range(low=1, high=1))
    >>> given = [Answer(low=n, value=n, high=n, bound=Bound.EXACT, claims=(), support=one) for n in (4, 6)]
    >>> [(rule.rule, rule.low, rule.high) for rule in rule_values(Question(type="STRIKE", unit="person", role="killed"), given)]
    [('acled', 4, 4), ('airwars', 4, 6), ('ucdp', 4, 6)]
    >>> rule_values(Question(type="ACCIDENT", unit="person", role="killed"), given)
    ()
    """
    if not answers or question.type not in VIOLENT or question.role not in HARM or question.part or question.measure:
        return ()
    return (_acled(question, answers), _airwars(question, answers), _ucdp(question, answers))


def _ucdp(question: Question, answers: Sequence[Answer]) -> RuleValue:
    numbers = _numbers(answers)
    if question.role not in DEATHS or not numbers:
        return _none("ucdp")
    commonest = min(numbers, key=lambda a: (-a.support.voices.low, -a.support.voices.high, a.hearsay, _least(a) or 0))
    return _value("ucdp", numbers, low=_lowest(numbers), value=_least(commonest), high=_highest(numbers))


def _acled(question: Question, answers: Sequence[Answer]) -> RuleValue:
    if question.role not in DEATHS:
        return _none("acled")
    value = min((n for a in answers if (n := conservative(a)) is not None), default=None)
    return _value("acled", answers, low=value, value=value, high=value)


def _airwars(question: Question, answers: Sequence[Answer]) -> RuleValue:
    numbers = _numbers(answers)
    if question.unit in MILITARY or not numbers:
        return _none("airwars")
    return _value("airwars", numbers, low=_lowest(numbers), value=None, high=_highest(numbers))


def _none(rule: str) -> RuleValue:
    return RuleValue(rule=rule, low=None, value=None, high=None)


def _value(rule: str, answers: Sequence[Answer], **given: Number | None) -> RuleValue:
    """With the names of those numbers that no answer gives but as about."""
    sure = {n for a in answers if a.bound is not Bound.ABOUT for n in (*a.said, conservative(a))}
    vague = {n for a in answers if a.bound is Bound.ABOUT for n in a.said} - sure
    return RuleValue(rule=rule, **given, about=tuple(name for name, n in given.items() if n is not None and n in vague))


def _numbers(answers: Sequence[Answer]) -> list[Answer]:
    """Vague words ("dozens") have no number of their own."""
    return [a for a in answers if a.said != (None, None)]


def _lowest(answers: Sequence[Answer]) -> Number | None:
    """The least that anyone says; an open end stops at the number said."""
    return min((n for a in answers if (n := _least(a)) is not None), default=None)


def _highest(answers: Sequence[Answer]) -> Number | None:
    """The most that anyone says; an open end stops at the number said."""
    return max((n for a in answers if (n := next((n for n in reversed(a.said) if n is not None), None)) is not None), default=None)


def _least(answer: Answer) -> Number | None:
    return next((n for n in answer.said if n is not None), None)


def conservative(answer: Answer) -> Number | None:
    """The number that ACLED's coders would write: for vague words a set one.

    >>> conservative(Answer(low=20, value=None, high=99, bound=Bound.INDEFINITE, claims=(), support=None))
    10
    """
    least = answer.low
    if answer.bound is not Bound.INDEFINITE or least is None:
        return _least(answer)
    if least >= 10 and least % 12 == 0 and least < 100:
        return 12
    return next((step for step in (1000, 100, 10) if least >= step), least)
