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
    if question.role not in DEATHS:
        return _none("ucdp")
    low, high = _limits(answers)
    commonest = min(answers, key=lambda a: (-a.support.voices.low, -a.support.voices.high, a.hearsay, _least(a) or 0))
    return RuleValue(rule="ucdp", low=low, value=_least(commonest), high=high)


def _acled(question: Question, answers: Sequence[Answer]) -> RuleValue:
    if question.role not in DEATHS:
        return _none("acled")
    numbers = [n for a in answers if (n := conservative(a)) is not None]
    value = min(numbers, default=None)
    return RuleValue(rule="acled", low=value, value=value, high=value)


def _airwars(question: Question, answers: Sequence[Answer]) -> RuleValue:
    if question.unit in MILITARY:
        return _none("airwars")
    low, high = _limits(answers)
    return RuleValue(rule="airwars", low=low, value=None, high=high)


def _none(rule: str) -> RuleValue:
    return RuleValue(rule=rule, low=None, value=None, high=None)


def _limits(answers: Sequence[Answer]) -> tuple[Number | None, Number | None]:
    """The least and the most that anyone says; an open end stops at the number said."""
    lows = [n for a in answers if (n := _least(a)) is not None]
    highs = [n for a in answers if (n := _most(a)) is not None]
    return min(lows, default=None), max(highs, default=None)


def _least(answer: Answer) -> Number | None:
    return next((n for n in (answer.low, answer.value, answer.high) if n is not None), None)


def _most(answer: Answer) -> Number | None:
    return next((n for n in (answer.high, answer.value, answer.low) if n is not None), None)


def conservative(answer: Answer) -> Number | None:
    """The number that ACLED's coders would write for vague words.

    >>> conservative(Answer(low=20, value=None, high=99, bound=Bound.INDEFINITE, claims=(), support=None))
    10
    """
    least = _least(answer)
    if answer.bound is not Bound.INDEFINITE or least is None:
        return least
    if least >= 10 and least % 12 == 0 and least < 100:
        return 12
    return next((step for step in (1000, 100, 10) if least >= step), least)
