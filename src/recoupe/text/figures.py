"""Numbers as people of a language write them, with the sign of their bound: for tables, charts and one-line lists."""

from recoupe.model import Answer, Bound, Number, Quantity
from recoupe.phrases import Language

SIGNS = {Bound.AT_LEAST: "≥ ", Bound.AT_MOST: "≤ ", Bound.MORE_THAN: "> ", Bound.LESS_THAN: "< ", Bound.ABOUT: "≈ "}


def number(value: Number, language: Language) -> str:
    """A number in the typography of `language`.

    >>> number(10000, "en"), number(12.5, "fr")
    ('10,000', '12,5')
    """
    plain = f"{value:,}" if isinstance(value, int) else f"{value:,.6f}".rstrip("0").rstrip(".")
    return plain if language == "en" else plain.translate({ord(","): "\u202f", ord("."): ","})


def amount(answer: Answer | Quantity, language: Language) -> str:
    """The answer in short: "47", "> 100", "22 000–55 000".

    >>> amount(Answer(low=1201, value=1200, high=None, bound=Bound.MORE_THAN, claims=(), support=None), "en")
    '> 1,200'
    >>> amount(Answer(low=30, value=None, high=45, bound=Bound.RANGE, claims=(), support=None), "fr")
    '30–45'
    """
    if answer.value is not None:
        return SIGNS.get(answer.bound, "") + number(answer.value, language)
    if answer.low is not None and answer.high is not None:
        return f"{number(answer.low, language)}–{number(answer.high, language)}"
    low_or_high = answer.low if answer.low is not None else answer.high
    return "?" if low_or_high is None else ("≥ " if answer.low is not None else "≤ ") + number(low_or_high, language)
