"""Numbers that a verb gives to what it names: "évalue les déplacés à [12 000]", "estime à [300] les logements vides"."""

from recoupe.ontology import MEASURED, unit_kind
from recoupe.read.quantities.numerals import Numeral
from recoupe.read.quantities.siblings import ENDS
from recoupe.read.quantities.tables import Words
from recoupe.read.quantities.tokens import Tokens

OBJECT = 8
"""Tokens of "les suppressions de postes en France" before "à"."""
LIST = 16
"""Tokens before the second object of a verb in which it stands."""
VERBAL = ("e", "ent", "ait", "aient", "é", "ée", "és", "ées", "er", "a", "ant")
"""How a verb ends that gives a number."""
Said = tuple[str, str | None]
"""A unit and a role."""


def gauged(text: Tokens, at: tuple[int, Numeral], table: Words) -> Said | None:
    """Unit and role of a number behind "à" that a verb gives to a noun before it or behind it; None for sums.

    >>> from recoupe.read.quantities.tables import load
    >>> from recoupe.read.quantities.tokens import tokens
    >>> texts = ("on évalue les blessés à 700", "les blessés sont estimés à 700", "on mène les blessés à 700")
    >>> [gauged(tokens(t), (5, Numeral(5, 6, 700, 700, 700)), load("fr")) for t in texts]
    [('person', 'wounded'), ('person', 'wounded'), None]
    """
    first, number = at
    if text.word(first - 1) != "à" or number.article:
        return None
    if gauges(text.word(first - 2), table):
        if text.word(number.last) in table.sets["plural_articles"]:
            return named(text, number.last + 1, table)
        found = table.nouns.behind(text.words, first - 3) if text.word(first - 3) in table.sets["be"] else None
        return found[1] if found is not None and counts(text.word(first - 4), found[1], table) else None
    for place in range(first - 2, max(0, first - OBJECT), -1):
        if text.words[place] in ENDS or text.words[place][0].isdigit():
            return None
        if text.words[place] in table.sets["plural_articles"] and is_object(text, place, table):
            return named(text, place + 1, table)
    return None


def is_object(text: Tokens, article: int, table: Words) -> bool:
    """Whether an article opens what a verb gauges, or the second of what it does: "estime les morts à 300 et [les] blessés à 12"."""
    before = text.word(article - 1)
    return gauges(before, table) or (before == "et" and any(gauges(word, table) for word in text.words[max(0, article - LIST) : article]))


def named(text: Tokens, at: int, table: Words) -> Said | None:
    """What a noun at `at` counts; of sums what they are of: "les pertes [d'emplois]"."""
    found = table.nouns.ahead(text.words, at)
    if found is not None and counts(text.word(at), found[1], table):
        return found[1]
    if text.word(at) not in table.sets["sums"] or text.word(at + 1) not in table.sets["link"]:
        return None
    found = table.nouns.ahead(text.words, at + 2)
    return found[1] if found is not None and counts(text.word(at + 2), found[1], table) else None


def gauges(verb: str, table: Words) -> bool:
    """Whether a verb says how many.

    >>> from recoupe.read.quantities.tables import load
    >>> [gauges(verb, load("fr")) for verb in ("évalue", "estimés", "estimation", "mène")]
    [True, True, False, False]
    """
    return verb.startswith(tuple(table.sets["gauging"])) and verb.endswith(VERBAL)


def counts(word: str, said: Said, table: Words) -> bool:
    """Whether a noun names things that are counted: no sum, no measure."""
    return word not in table.sets["sums"] and unit_kind(said[0]) not in MEASURED
