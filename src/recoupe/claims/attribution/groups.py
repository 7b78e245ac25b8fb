"""Verb groups: what a cue is made of, and the words around a verb that belong to it."""

from collections.abc import Callable, Iterator
from enum import StrEnum
from itertools import dropwhile, takewhile

import regex

from recoupe.claims.attribution.closed import (
    CLITICS,
    COUNTERS,
    DETERMINERS,
    GOVERNED,
    OPENING,
    REFLEXIVES,
    STOPS,
    TALLIES,
)
from recoupe.claims.attribution.lexicon import GATED, Lexicon, Verb
from recoupe.claims.attribution.numerals import NUMERAL, SOME
from recoupe.claims.attribution.page import Extent
from recoupe.claims.attribution.words import Token
from recoupe.model import Record


class Shape(StrEnum):
    """How the verb stands."""

    FINITE = "finite"
    COMPOUND = "compound"
    PASSIVE = "passive"
    GERUND = "gerund"
    WITHHELD = "withheld"
    REDUCED = "reduced"


class Cue(Record, frozen=True):
    """A verb group: `start` to `end` is the cue, `outer` where its clitics begin, `pronoun` an inverted subject."""

    start: int
    end: int
    outer: int
    verb: Verb
    shape: Shape
    negated: bool = False
    plural: bool = False
    pronoun: Extent | None = None
    auxiliary: str = ""
    group: Extent = (0, 0)  # auxiliary, negation, clitics and inverted pronoun included, adverbs behind left out
    shared: int | None = None  # where the verb begins whose subject this one has too: "a démenti ... et accusé"


def adverb(word: str, lexicon: Lexicon) -> bool:
    """Whether `word` may stand inside or after a verb group.

    >>> from recoupe.claims.attribution.lexicon import lexicon
    >>> [adverb(word, lexicon("fr")) for word in ("également", "prudemment", "pont")]
    [True, True, False]
    """
    return word in lexicon.words.adverbs or (len(word) > 6 and word.endswith("ment") and word not in lexicon.words.not_adverbs)


SPLIT = frozenset(("-", "pour", "de", "quant"))
"""What parts a verb from its fixed complement: "fait-on savoir", "fait pour sa part état"."""


def choose(verbs: tuple[Verb, ...], tokens: list[Token], index: int, *, reflexive: bool) -> tuple[Verb, int] | None:
    """The verb whose reflexive pronoun and fixed complement fit, the most specific one; and the index of its last token."""
    best: tuple[Verb, int] | None = None
    for verb in verbs:
        if verb.reflexive is not reflexive or (verb.gate and not GATES[verb.gate](tokens, index)):
            continue
        last = _tailed(verb.tail.split(), tokens, index) if verb.tail else index
        if last is not None and (best is None or (len(verb.tail), verb.gate) > (len(best[0].tail), best[0].gate)):
            best = (verb, last)
    return best


def _tailed(tail: list[str], tokens: list[Token], index: int) -> int | None:
    """The index of the last word of the fixed complement of the verb at `index`, if it has it."""
    after = index + 1
    near = 5 if tokens[min(after, len(tokens) - 1)].word in SPLIT else 3
    while after < len(tokens) and after < index + near and tokens[after].word != tail[0] and tokens[after].word not in OPENING:
        after += 1
    return after + len(tail) - 1 if [t.word for t in tokens[after : after + len(tail)]] == tail else None


ROUGHLY = frozenset(("plus", "moins", "près", "environ", "quelque", "entre", "une", "de", "d'"))


def _held(tokens: list[Token], index: int) -> bool:
    """ "s'en tient à 12 blessés", "s'en est tenu à moins de 500": not "se tient à Lyon", nor "s'en tient au règlement"."""
    behind = list(dropwhile(lambda word: word != "à", [t.word for t in tokens[index + 1 : index + 9]]))[:5]
    number = next(dropwhile(ROUGHLY.__contains__, behind[1:]), "")
    told = bool(behind) and (number[:1].isdigit() or number in COUNTERS or NUMBER.fullmatch(number) is not None)
    return told and any(t.word == "en" for t in tokens[max(0, index - 2) : index])


def _tallied(tokens: list[Token], index: int) -> bool:
    """ "a donné un bilan provisoire de 12 morts", "dresse un bilan : ": a figure, "de" or a colon; not "donne le chiffre exact"."""
    words = [t.word for t in tokens[index + 1 : index + TALLY]]
    noun = next((i for i, word in enumerate(words) if word in TALLIES), None)
    if noun is None or not DETERMINERS.intersection(words[:noun]) or not STOPS.isdisjoint(words[:noun]):
        return False
    if ":" in words[noun + 1 :] and STOPS.isdisjoint(words[noun + 1 : words.index(":")]):
        return True
    behind = list(dropwhile(lambda word: word not in ("de", "d'", "à"), words[noun + 1 :]))[1:4]
    number = next(dropwhile(ROUGHLY.__contains__, behind), "")
    return number[:1].isdigit() or number in COUNTERS or "au" in behind


TALLY = 12
"""Words behind the verb among which the count or the quotation must stand."""


def _marked(tokens: list[Token], index: int) -> bool:
    """ "défend « la retenue »": a quotation opens behind the verb in its clause."""
    behind = [t.word for t in tokens[index + 1 : index + TALLY]]
    mark = next((i for i, word in enumerate(behind) if word in OPENING), None)
    return mark is not None and STOPS.isdisjoint(behind[:mark])


def _numbered(tokens: list[Token], index: int) -> bool:
    """ "dit 190", "disent près de 40 blessés": a number of two digits or more behind the verb; not "dit 10 fois", "15 jours plus tard"."""
    words = [t.word for t in tokens[index + 1 : index + 1 + TALLY]]
    behind = list(dropwhile(ROUGHLY.__contains__, words))
    return len(words) - len(behind) <= NEAR and len(behind[:1]) == 1 and behind[0][:2].isdigit() and TIMES.isdisjoint(behind[1:3])


def _reached(tokens: list[Token], index: int) -> bool:
    """ "arrive pour sa part à treize décès": not "arrive à 12 heures", "arrive à 300 adhérents"."""
    behind = list(dropwhile(lambda word: word != "à", [t.word for t in tokens[index + 1 : index + 1 + TALLY]]))[1:]
    counted = list(dropwhile(ROUGHLY.__contains__, behind))
    number = counted[0] if counted else ""
    return (number[:1].isdigit() or NUMBER.fullmatch(number) is not None) and not VICTIMS.isdisjoint(counted[1:4])


def _crowded(tokens: list[Token], index: int) -> bool:
    """ "attend quelque 15.000 personnes", "entre 300 et 500 élèves": a number of three digits or more, or hundreds, and people; not
    "attend 200 euros"."""
    behind = list(dropwhile(ROUGHLY.__contains__, [t.word for t in tokens[index + 1 : index + 1 + TALLY]]))
    digits = list(takewhile(lambda word: word[:1].isdigit() or word in (".", "\u202f", "et", "à"), behind))
    many = sum(char.isdigit() for word in digits for char in word) > TWO
    noun = behind[len(digits) : len(digits) + 2] if many else behind[2:4] if SOME_CROWD.intersection(behind[1:2]) else []
    return any(CROWD.fullmatch(word) is not None for word in noun)


TWO = 2
SOME_CROWD = frozenset(("centaines", "milliers", "millier", "centaine", "million", "millions"))
CROWD = regex.compile(
    r"personnes|(?:\p{L}{3,16}(?:eurs|euses|ants|istes|ateurs|iers|iens|onautes))|fidèles|pèlerins|membres|délégués|invités|supporters|élèves"
)
"""Those who come in crowds."""
NUMBER = regex.compile(rf"une|{NUMERAL}")
VICTIMS = frozenset(("mort", "morts", "décès", "tué", "tués", "blessé", "blessés", "disparu", "disparus", "victime", "victimes", "malades"))
"""Whom somebody counts who "arrives at" a number of them."""
NEAR = 3
"""Words that bound a number."""
TIMES = frozenset(("fois", "mot", "mots", "an", "ans", "jour", "jours", "mois", "heure", "heures", "minute", "minutes", "h", "%"))
"""What is counted behind a verb and not told by it."""
Gate = Callable[[list[Token], int], bool]
GATES: dict[str, Gate] = dict(zip(GATED, (_held, _tallied, _marked, _numbered, _reached, _crowded), strict=True))
"""What must stand behind a verb for each of these frames."""


def last_adverb(tokens: list[Token], index: int, lexicon: Lexicon) -> int:
    """The index of the last adverb that follows the group."""
    while index + 1 < len(tokens) and adverb(tokens[index + 1].word, lexicon) and not _noun_follows(tokens, index + 1):
        index += 1
    return index


PARTS_OF_DAY = frozenset(("matin", "midi", "après", "soir"))


SINCE = regex.compile(rf"{SOME}|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre")
"""Behind "depuis" the beginning of a stretch of time."""


def _noun_follows(tokens: list[Token], index: int) -> bool:
    """Whether an adverb goes with what is behind it: "annonce plus de 300 morts", "a dit hier soir"; not "a tout de même dit"."""
    if tokens[index].word == "hier":
        return index + 1 < len(tokens) and tokens[index + 1].word in PARTS_OF_DAY
    if tokens[index].word == "depuis":  # "réclame depuis deux ans un traité"
        return index + 1 < len(tokens) and SINCE.fullmatch(tokens[index + 1].word) is not None
    if tokens[index].word in ("plus", "moins"):
        after = [t.word for t in tokens[index + 1 : index + 3]]
        return len(after) > 1 and after[0] in ("de", "d'") and not after[1].endswith(("er", "ir", "re"))
    return tokens[index].word == "tout" and [t.word for t in tokens[index + 1 : index + 2]] not in (["de"], ["à"], ["d'"], ["simplement"])


def outermost(tokens: list[Token], index: int) -> tuple[int, bool]:
    """The index of the first clitic before `index`, and whether one is reflexive."""
    reflexive = False
    while index > 0 and tokens[index - 1].word in CLITICS:
        index -= 1
        reflexive |= tokens[index].word in REFLEXIVES
    return index, reflexive


def governing(tokens: list[Token], index: int) -> Iterator[Token]:
    """The words before `index` that can govern it, the nearest first."""
    for token in reversed(tokens[max(0, index - GOVERNED) : index]):
        if token.word in STOPS:
            return
        yield token
