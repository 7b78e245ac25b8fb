"""Whether an event is only dealt with where it is named: tried, told of, played, prevented."""

from recoupe.claims.grammar.inflection import FormKind
from recoupe.claims.grammar.tokens import Tokens
from recoupe.claims.grammar.words import Grammar
from recoupe.claims.types.triggers import LABOUR, Trigger

GOVERNED = 4
"""Words before a noun among which the one stands that deals with it."""

HEAD = 3
"""Words at the head of a clause among which stands what is asked of an event."""

STOPS = frozenset(",;:.!?()")
"""What stands between words that are no part of one group."""


def dealt_with(found: Tokens, rules: Grammar, start: int, trigger: Trigger) -> bool:
    """True for the noun of an event with which something else deals: "jugé pour homicide", "un film sur l'attentat", "avant la guerre".

    `start`: the first word that counts.

    >>> from recoupe.claims.grammar.words import grammar
    >>> from recoupe.claims.grammar.tokens import tokens
    >>> from recoupe.claims.types.triggers import triggers
    >>> from recoupe.claims.types.vocabulary import vocabulary
    >>> found = tokens("Deux hommes jugés pour homicide")
    >>> [dealt_with(found, grammar("fr"), 0, t) for t in triggers(found, vocabulary("fr"), [range(5)])]
    [True]
    """
    if trigger.kind is not FormKind.NOUN or trigger.first == start:
        return False
    at = trigger.first - 1 - (found.forms[trigger.first - 1] in rules.articles)
    if _sought(found, rules, start, trigger) or (
        trigger.group.mode == LABOUR and _behind(found, rules, range(start, trigger.first), rules.owing)
    ):
        return True  # "40 % des trains sont supprimés en raison de la grève": an effect
    return (at >= start and found.forms[at] in rules.apart_from) or _behind(found, rules, range(start, trigger.first), rules.dealing)


def _sought(found: Tokens, rules: Grammar, start: int, trigger: Trigger) -> bool:
    """True behind what is asked of an event, at the head of a clause: "la cause de l'incendie est inconnue"; not "à l'origine de"."""
    head = found.forms[start : min(start + HEAD, trigger.first)]
    return not rules.reasons.isdisjoint(head) and found.forms[start] not in rules.near


def played(found: Tokens, rules: Grammar, trigger: Trigger) -> bool:
    """True for the noun of an event that is only told again, played or remembered: "un exercice simulant un séisme".

    >>> from recoupe.claims.grammar.words import grammar
    >>> from recoupe.claims.grammar.tokens import tokens
    >>> from recoupe.claims.types.triggers import triggers
    >>> from recoupe.claims.types.vocabulary import vocabulary
    >>> found = tokens("Un film sur le naufrage")
    >>> [played(found, grammar("fr"), t) for t in triggers(found, vocabulary("fr"), [range(5)])]
    [True]
    """
    return trigger.kind is FormKind.NOUN and _behind(found, rules, range(trigger.first), rules.works)


def _behind(found: Tokens, rules: Grammar, words: range, dealing: frozenset[str]) -> bool:
    """True if among the last of `words` one of `dealing` stands with its preposition, or a verb of telling again."""
    forms = found.forms
    for i in reversed(words[-GOVERNED:]):
        if not STOPS.isdisjoint(found.gap(i + 1)):
            return False
        if forms[i] in rules.retelling:
            return True
        if forms[i] in dealing:
            return forms[i + 1] in rules.dealt
    return False
