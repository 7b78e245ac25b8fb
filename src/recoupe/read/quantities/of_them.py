"""Numbers that a verb with "en" counts: "les syndicats en revendiquent [40.000]", "en ont relogé [120]"."""

from recoupe.read.quantities.tables import Words
from recoupe.read.quantities.tokens import Tokens, opening

INFINITIVE = ("er", "ir", "re", "oir")
VERBAL = ("e", "ent", "ait", "aient", "a", "é", "u", "i", "t", "er", "ir", "is", "ons", "ez", "ai")
"""How a verb, an infinitive or a participle ends."""


def is_of_them(text: Tokens, first: int, table: Words) -> bool:
    """Whether a verb with "en" counts what was spoken of: "les syndicats en revendiquent [40.000]", "dit en avoir abattu [79]".

    >>> from recoupe.read.quantities.tables import load
    >>> from recoupe.read.quantities.tokens import tokens
    >>> [is_of_them(tokens(t), t.count(" "), load("fr")) for t in ("le maire en recense désormais 19", "le parti a perdu en Bavière 19")]
    [True, False]
    >>> told = [tokens(t) for t in ("la CGT, qui marche, en annonce 300", "la dette, en hausse 300")]
    >>> [is_of_them(text, len(text.words) - 1, load("fr")) for text in told]
    [True, False]
    """
    verb = _verb_with_en(text, first, table)
    word = text.word(verb)
    if word.endswith("ant"):  # "tuant trois civils et en blessant douze"
        return word in table.verbs and text.word(verb - 1) in table.sets["of_them"]
    if not word.isalpha() or text.written(verb)[0].isupper() or word in table.sets["months"] or not word.endswith(VERBAL):
        return False
    aside = text.word(verb - 1) in table.sets["apart"]  # "en a, elle, remporté"
    helped = verb - aside - (text.word(verb - 1 - aside) in table.sets["have"])
    return text.word(helped - 1) in table.sets["of_them"] and (
        helped < verb - aside
        or word.endswith(INFINITIVE)  # "d'en neutraliser 80"
        or text.word(helped - 2) not in table.sets["link"] | {",", "et"}
        or text.word(helped - 3) in table.sets["apart"]
        or (word.startswith(tuple(table.sets["tallies"])) and not _many_count(text, helped, table))
    )


def is_only_of_them(text: Tokens, first: int, last: int, table: Words) -> bool:
    """Whether a verb with "en" grants one only: "la police n'en reconnaît qu'[un]."; not "n'en fait qu'un drame".

    >>> from recoupe.read.quantities.tables import load
    >>> from recoupe.read.quantities.tokens import tokens
    >>> [is_only_of_them(tokens(t), 5, 6, load("fr")) for t in ("elle n'en compte qu'un.", "elle n'en fait qu'un drame")]
    [True, False]
    """
    ends = text.word(last) in CLOSING or table.rivals.ahead(text.words, last) is not None
    return ends and text.word(first - 1) == ONLY and is_of_them(text, first - 1, table)


ONLY = "qu'"
CLOSING = frozenset((",", ".", ";", ")", "\n", "", "!", "?", "»", '"', "”"))
"""What stands behind a number that ends its clause."""


def _many_count(text: Tokens, at: int, table: Words) -> bool:
    """Whether those who count are counted themselves: "les deux camps, qui se battent, en annoncent 44"; of them there are no 44."""
    start = opening(text.words, at, ENDS)
    second = text.word(start + 1)
    return text.word(start) in table.sets["owned"] and (second[:1].isdigit() or second in table.starters)


ENDS = frozenset(".;:!?\n")


def tells_of_them(text: Tokens, first: int, table: Words) -> bool:
    """Whether the verb with "en" says by itself what came of those it counts: "en ont relogé [120]"; not "en recense [19]", "en a [12]".

    >>> from recoupe.read.quantities.tables import load
    >>> from recoupe.read.quantities.tokens import tokens
    >>> texts = ("la mairie en a relogé 19", "le maire en recense désormais 19", "le maire en a compté 19", "il y en a 19")
    >>> [tells_of_them(tokens(t), t.count(" "), load("fr")) for t in texts]
    [True, False, False, False]
    """
    verb = text.word(_verb_with_en(text, first, table)) if is_of_them(text, first, table) else ""
    counts = verb in table.sets["have"] | {"eu"} or verb.startswith(tuple(table.sets["tallies"]))
    return bool(verb) and not counts


def are_left(text: Tokens, first: int, role: str | None, table: Words) -> bool:
    """Whether a verb with "en" counts those who are left when others have gone by `role`: "ont été libérés ; il en reste [quatre]".

    >>> from recoupe.read.quantities.tables import load
    >>> from recoupe.read.quantities.tokens import tokens
    >>> [are_left(tokens("il n'en reste que 4"), 5, role, load("fr")) for role in ("released", "missing")]
    [True, False]
    """
    if role not in table.sets["departed"] or not is_of_them(text, first, table):
        return False
    return text.word(_verb_with_en(text, first, table)).startswith(tuple(table.sets["staying"]))


def _verb_with_en(text: Tokens, first: int, table: Words) -> int:
    """Where the verb stands before a number, adverbs and "que" left out: "n'en reconnaît que 42"."""
    verb = first - 1
    while verb > 0 and (text.words[verb] in table.sets["fillers"] or text.words[verb] in {"que", "plus", "«", '"', "“"}):
        verb -= 1
    return verb
