"""What looks like a count and is none: years, dates, labels, addresses, telephone numbers, scores, model names."""

from collections.abc import Callable

from recoupe.model import Bound
from recoupe.read.quantities.announcements import announced
from recoupe.read.quantities.bounds import bounds_before
from recoupe.read.quantities.nouns import Noun, skipped
from recoupe.read.quantities.numerals import Numeral, single
from recoupe.read.quantities.tables import Words
from recoupe.read.quantities.tokens import Tokens
from recoupe.read.quantities.votes import is_vote

RATIO = 10
"""Out of so many at most, a number is a share in other words: "neuf sur dix"."""
PART = 5
"""Tokens before "sur" in which the number of the part stands: "4.610 urnes scellées, sur plus de 18.000"."""


def counts_nothing(tokens: Tokens, number: Numeral, noun: Noun | None, table: Words) -> bool:
    """Whether any guard speaks against `number`."""
    return any(guard(tokens, number, noun, table) for guard in guards_of(number, noun))


def is_year(tokens: Tokens, number: Numeral, noun: Noun | None, table: Words) -> bool:
    """1400 to 2100 in plain digits, with no noun of the tables after it and none said before, or after a month."""
    if not number.plain or number.value is None or not 1400 <= number.value <= 2100:
        return False
    before = tokens.word(number.first - 1)
    if bounds_before(tokens.words, number.first, table).bounds:  # "près de 2000 évacuations", "dont plus de 1500 en Syrie"
        return False
    if noun is None or tokens.word(number.last) in table.sets["article"]:
        return announced(tokens, (number.first, number.first), table) is None  # "le nombre de morts a atteint 1509"
    if before in table.sets["months"]:
        return not noun.known or noun.first > number.last
    return not noun.known and before in table.sets["years"]


def is_date(tokens: Tokens, number: Numeral, noun: Noun | None, table: Words) -> bool:
    """1 to 31 near the name of a month or after a weekday: "le 3 mai", "les 3 et 4 mai", "mardi 3"."""
    if not number.plain and number.bound != "range":
        return False
    after = tokens.words[number.last : number.last + DATED]
    if after[:1] and after[0] in table.sets["months"]:
        return True
    if tokens.word(number.first - 1) in table.sets["weekdays"] and not is_bare_noun(tokens, number, noun):
        return True
    for word in after:
        if word in table.sets["months"]:
            return True
        if word not in BETWEEN_DAYS and not (word.isdigit() and len(word) <= 2):
            return False
    return False


DATED = 7
"""Tokens behind the number of a day in which its month stands: "les 3, 4 et 5 mai"."""
BETWEEN_DAYS = frozenset(("et", ",", "au", "ou", "à", "-", "–", "le", "du"))
"""Between the days of one month."""


def is_bare_noun(tokens: Tokens, number: Numeral, noun: Noun | None) -> bool:
    """Whether a noun stands right behind a number, as behind no date and no hour: "lundi 5 morts", "vers 15 heures 20 tracteurs"; or
    an adjective and a noun in the plural: "lundi 14 nouveaux cas"."""
    if noun is None:
        return False
    if noun.first == number.last + 1:
        return all(tokens.written(at).islower() and tokens.written(at).endswith(("s", "x")) for at in (number.last, noun.first))
    return noun.first == number.last and (noun.known or tokens.written(noun.first).islower())


def is_labelled(tokens: Tokens, number: Numeral, noun: Noun | None, table: Words) -> bool:
    """A number that names: "article 5", "chapitre deux", "n° 12"; not after a noun that is followed by a count."""
    before = tokens.word(number.first - 1)
    if before in NUMBER_SIGNS or tokens.word(number.last) == "°c" or _on_a_scale(tokens, number, table):
        return True
    if before == "en":  # "en [deux] exercices": a time told by what returns every year or so
        if noun is None and not number.plain:  # "s'est brisé en [deux]"
            return tokens.word(number.first - 2) in table.sets["parted"]
        return noun is not None and tokens.word(noun.first) in table.sets["spans"]
    if before in HOURS and number.plain:  # "6 h 30", "6 h 30 précises"
        return noun is None or not noun.known or not is_bare_noun(tokens, number, noun)
    if (
        noun is None
        and number.plain
        and names_one(tokens, number.first, table)
        and bounds_before(tokens.words, number.first, table).first == number.first
    ):
        return True
    if before in table.sets["linking"] and number.plain and is_plain(tokens.word(number.first - 2)):  # "les articles 4 et 5"
        return tokens.word(number.first - 3).removesuffix("s") in table.sets["labels"]
    if before not in table.sets["labels"] or (noun is not None and noun.first == number.last and not number.plain):
        return False  # "le rapport formule vingt recommandations"
    return noun is None or not noun.known or tokens.word(number.last) in table.sets["article"]


def _on_a_scale(tokens: Tokens, number: Numeral, table: Words) -> bool:
    """Whether a range is one of what only has a name: "d'une magnitude allant de [3 à 4,7]"."""
    if number.bound != Bound.RANGE:
        return False
    at = number.first - 1
    while tokens.word(at) in table.sets["ranging"]:
        at -= 1
    return at < number.first - 1 and tokens.word(at) in table.sets["labels"]


def is_plain(word: str) -> bool:
    """Whether a word is a number of one or two digits, as what is labelled mostly is.

    >>> is_plain("12"), is_plain("120"), is_plain("douze")
    (True, False, False)
    """
    return word.isdigit() and len(word) <= LABEL


LABEL = 2
"""Digits of the numbers of articles and pages."""
NUMBER_SIGNS = frozenset(("°", "º", "#", "no", "n"))
"""Before a number that is the name of something."""
HOURS = frozenset(("h", "heure", "heures", "heures.", "mn"))
"""Before the minutes of a clock."""


def names_one(tokens: Tokens, at: int, table: Words) -> bool:
    """Whether a definite noun in the singular stands right before token `at`, which then says which: "garé dans le hangar [9]"; not a body
    that counts in its turn: "la CGT annonce 9.000 manifestants, la police [300]".

    >>> from recoupe.read.quantities.tables import load
    >>> from recoupe.read.quantities.tokens import tokens
    >>> [names_one(tokens(t), 3, load("fr")) for t in ("dans le hangar 9", "ils en comptent 9", "contre le bilan de 9")]
    [True, False, False]
    """
    noun = tokens.word(at - 1)
    return (
        at > 1
        and noun.isalpha()
        and tokens.written(at - 1).islower()
        and tokens.word(at - 2) in table.sets["one_of_its_kind"]  # "on en compte ce matin [9]" is a count
        and noun not in table.sets["total"] | table.sets["lengths"]
        and not (noun in table.sets["counters"] and tokens.word(at - 3) in {",", ";", "et"})
    )


def is_address(tokens: Tokens, number: Numeral, noun: Noun | None, table: Words) -> bool:
    """A number of a street: "12, rue", "12 bis"."""
    del noun
    at = number.last + (tokens.word(number.last) == ",")
    return number.plain and tokens.word(at) in table.sets["streets"]


def is_postcode(tokens: Tokens, number: Numeral, noun: Noun | None, table: Words) -> bool:
    """Five digits before a name: "75019 Paris", "CP 59000 Lille"."""
    del table
    written = tokens.word(number.first)
    return number.plain and len(written) == POSTCODE and noun is not None and not noun.known and tokens.written(noun.first)[0].isupper()


POSTCODE = 5
"""Digits of a post code, written without a space."""


def is_after_singular(tokens: Tokens, number: Numeral, noun: Noun | None, table: Words) -> bool:
    """A plain number after a singular article: "le 29", "la 4", "du 12"."""
    del noun
    return number.plain and number.value != 1 and tokens.word(number.first - 1) in table.sets["singular"]


def is_code(tokens: Tokens, number: Numeral, noun: Noun | None, table: Words) -> bool:
    """One of three or more bare numbers in a row: a telephone number, a result, a draw."""
    del noun, table

    def bare(at: int) -> bool:
        return tokens.word(at)[:1].isdigit()

    if not number.plain:
        return False
    before, after = bare(number.first - 1), bare(number.last)
    return (before and (after or bare(number.first - 2))) or (after and bare(number.last + 1))


def is_model(tokens: Tokens, number: Numeral, noun: Noun | None, table: Words) -> bool:
    """A number right after a name inside a sentence: "Falcon 9"; a known noun makes it a count again ("À Lyon 200 élèves")."""
    before = number.first - 1
    if not number.plain or before < 0 or (noun is not None and noun.known):
        return False
    written = tokens.written(before)
    follows = tokens.starts[number.first] - tokens.end(before) == 1
    return (
        follows
        and written[0].isupper()
        and tokens.words[before] not in table.sets["skip"]
        and len(written) > 1
        and noun_is_far(tokens, before)
    )


def noun_is_far(tokens: Tokens, at: int) -> bool:
    """Whether the capital at `at` does not merely begin a sentence."""
    return at > 0 and tokens.words[at - 1] not in {".", "\n", "!", "?", "«", '"', "“", ":"}


def is_score(tokens: Tokens, number: Numeral, noun: Noun | None, table: Words) -> bool:
    """A ratio or a result: "8 sur 10", "3 contre 1", "2 buts à 1" is left to the noun."""
    if noun is not None and "sur" in tokens.words[noun.last : noun.last + 2]:
        over = noun.last + (tokens.word(noun.last + 1) == "sur" and tokens.word(noun.last).isalpha())
        # "deux élus sur trois", "neuf agents hospitaliers sur dix"
        if tokens.word(over) == "sur" and tokens.word(over - 1) not in table.sets["linking"]:
            return is_bare_number(tokens, over + 1, table) and is_ratio(tokens, number, over + 1, table)
    before, after = tokens.word(number.first - 1), tokens.word(number.last)
    if noun is None and (is_of_all(tokens, number, table) or is_vote(tokens, number, table)):
        return False
    if noun is None and after == "sur" and (whole := single(tokens.words, number.last + 1, table)) and whole.value == RATIO:
        return True  # "à peine six sur dix"
    if noun is None and after in table.sets["multiples"]:
        return True
    if before == "sur" and (noun is None or _is_share(tokens, number, table)):
        # "un habitant sur sept", "une liaison sur trois assurée", not "table sur 2 à 3 millions"
        return number.bound != "range" and tokens.word(number.last - 1) not in table.numbers.scales
    listed = before == ":" and noun is not None and noun.known  # "de 1919 à 1924 : [482] km"
    return (after in JOINED and tokens.word(number.last + 1)[:1].isdigit() and not _is_listed(tokens, number.last)) or (
        before in JOINED and not listed and tokens.word(number.first - 2)[:1].isdigit() and not _is_listed(tokens, number.first - 1)
    )


def _is_listed(tokens: Tokens, at: int) -> bool:
    """Whether a colon at `at` opens a list behind a year or a larger number: "en février 2022 [:] 109 dans le Sud"."""
    return tokens.word(at) == ":" and len(tokens.word(at - 1)) > SCORE


SCORE = 2
"""Digits of a result at most: "3 : 1"."""


def _is_share(tokens: Tokens, number: Numeral, table: Words) -> bool:
    """Whether a number behind "sur" says out of how few: "une liaison sur [trois] assurée", "deux trains sur [dix] prévus"."""
    if number.value is None or number.value > RATIO or not tokens.word(number.last).endswith((*PARTICIPLES, "é", "ée")):
        return False
    return any(single(tokens.words, at, table) is not None for at in (number.first - 3, number.first - 4) if at >= 0)


JOINED = frozenset(("sur", "contre", "/", ":", "x", "×"))
"""Between two numbers of a result."""


def is_ratio(tokens: Tokens, number: Numeral, at: int, table: Words) -> bool:
    """Whether "sur" a number at `at` gives a ratio ("deux élus sur trois"), not how many of how many ("17 trains sur 20")."""
    whole = single(tokens.words, at, table)
    if whole is None or not isinstance(whole.value, int) or number.value is None or number.value == 1:
        return True
    return whole.value <= RATIO or whole.value < number.value or str(whole.value).strip("0") == "1"


def is_of_all(tokens: Tokens, number: Numeral, table: Words) -> bool:
    """Whether a number is that of all, behind how many of them: "17 trains sur [20]", "212 emplois sur les [1.340]"; no ratio.

    >>> from recoupe.read.quantities.tables import load
    >>> from recoupe.read.quantities.tokens import tokens
    >>> [is_of_all(tokens(t), Numeral(3, 4, v, v, v), load("fr")) for t, v in (("17 trains sur 20", 20), ("7 trains sur 10", 10))]
    [True, False]
    """
    first = bounds_before(tokens.words, number.first, table).first
    over = first - 1 - (tokens.word(first - 1) in table.sets["owned"])
    if tokens.word(over) != "sur":
        return False
    for at in range(over - 1, max(-1, over - 1 - PART), -1):
        part = single(tokens.words, at, table)
        if part is not None and part.last < over:
            return is_out_of(tokens, (over, number), part)
    return False


def is_out_of(tokens: Tokens, at: tuple[int, Numeral], part: Numeral) -> bool:
    """Whether a number behind "sur" at a token is the whole of `part`: larger, and no round number of a ratio."""
    over, number = at
    if tokens.word(over) != "sur" or number.value is None or number.value <= RATIO or str(number.value).strip("0") == "1":
        return False
    return part.value is not None and part.value < number.value


def is_bare_number(tokens: Tokens, at: int, table: Words) -> bool:
    """Whether a number that counts nothing by itself stands at `at`: "[sur] trois", not "[sur] trois sites"."""
    number, after = tokens.word(at)[:1].isdigit() or tokens.word(at) in table.sets["atoms"], tokens.word(at + 1)
    is_told = after.endswith(PARTICIPLES) and table.nouns.ahead(tokens.words, at + 1) is None  # "deux trains sur trois [supprimés]"
    return number and (is_told or not after.endswith(("s", "x", "%")))


PARTICIPLES = ("és", "ées")
"""Endings of what is said of several, behind a share of them."""


def is_known_already(tokens: Tokens, number: Numeral, noun: Noun | None, table: Words) -> bool:
    """ "les deux", "ces trois-là": a small number of what is known already, without a noun."""
    if tokens.word(number.first - 1) not in table.sets["definite"] or number.value is None or number.value > 10:
        return False
    return noun is None and tokens.word(number.last) not in table.sets["remaining"]


def is_saying(tokens: Tokens, number: Numeral, noun: Noun | None, table: Words) -> bool:
    """A number of a set phrase: "deux poids, [deux] mesures", "à [quatre] pattes"."""
    del noun
    word = tokens.words[number.first]
    if (word, "") not in table.sayings and (word, tokens.word(number.first + 1)) not in table.sayings:  # as most
        return False
    for at in range(max(0, number.first - BEFORE_IN_SAYING), number.first + 1):
        if (found := table.idioms.ahead(tokens.words, at)) is not None and at + found[0] > number.first:
            return True
    return False


def is_length(tokens: Tokens, number: Numeral, noun: Noun | None, table: Words) -> bool:
    """A length of time, an age, a part of a sentence: "des [quatre] derniers mois", "dont [6] ans", "cinq ans, dont [deux] avec sursis"."""
    del noun
    if tokens.word(number.last) not in table.sets["owned"] and tokens.word(skipped(tokens, number.last, table)) in table.sets["times"]:
        return True
    if tokens.word(number.first - 1) not in table.sets["of_which"] or table.penal.ahead(tokens.words, number.last) is None:
        return False
    for at in range(number.first - 2, max(0, number.first - PENALTY), -1):
        if (whole := single(tokens.words, at, table)) is not None and not whole.article:
            return tokens.word(skipped(tokens, whole.last, table)) in table.sets["times"]
    return False


PENALTY = 12
"""Tokens between a sentence and what is suspended of it: "trois ans de prison et à une interdiction d'exercer, dont"."""
BEFORE_IN_SAYING = 5
"""Tokens of a set phrase before its last number: "mieux que deux tu", "en deux temps, trois"."""


Guard = Callable[[Tokens, Numeral, Noun | None, Words], bool]
PLAIN: tuple[Guard, ...] = (is_year, is_address, is_after_singular, is_code)
"""Guards that can speak only against plain digits; those of `UNLISTED` where a noun of no table or none follows."""
UNLISTED: tuple[Guard, ...] = (is_postcode, is_model)
ANY: tuple[Guard, ...] = (is_date, is_labelled, is_score)
NAMELESS: tuple[Guard, ...] = (is_known_already, is_length)
"""Guards that can speak only against a number without a noun."""


def guards_of(number: Numeral, noun: Noun | None) -> tuple[Guard, ...]:
    """The guards that can speak against `number` at all."""
    any_number = ANY if noun is not None else (*ANY, *NAMELESS)
    if not number.plain:
        return (*any_number, is_saying)  # sayings are written in words
    return (*PLAIN, *any_number) if noun is not None and noun.known else (*PLAIN, *UNLISTED, *any_number)
