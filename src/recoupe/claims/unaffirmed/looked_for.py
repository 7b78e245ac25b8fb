"""What is awaited, told by a work of fiction, imagined or played: "On attend 300 personnes", "Le film raconte la mort de"."""

import regex

from recoupe.claims.grammar.tokens import Tokens
from recoupe.claims.schemes import UnaffirmedTable

NEAR = 4
"""Words behind a work of fiction among which its verb stands, and behind "on attend" its length of time."""

HEAD = 2
"""Words before a work of fiction that opens a sentence: "dans le"."""

MARK = 3
"""Characters behind the last word of a sentence among which its closing mark stands."""

MARKS = frozenset(",;:.!?«»()")

IN_MARKS = regex.compile(r"(?:été|sont|est|étaient) [«“\"] ?\p{L}{2,20}+ ?[»”\"]")
"""What befell somebody, in marks: "ont été « tuées »"."""


def story(found: Tokens, sentence: range, i: int, table: UnaffirmedTable) -> int | None:
    """Where the verb stands with which the work of fiction at word `i` tells its story, or what "Dans le film, ..." tells begins."""
    inside = i - sentence.start == HEAD and found.forms[sentence.start] in table.inside and found.forms[i] not in table.staged
    if inside and i + 1 < sentence.stop:
        return i + 1
    for at in range(i + 1, min(i + 1 + NEAR, sentence.stop)):
        if not MARKS.isdisjoint(found.gap(at)):
            return None
        if found.forms[at] in table.narrates:
            return at
    return None


def is_awaited(found: Tokens, sentence: range, i: int, table: UnaffirmedTable) -> bool:
    """Whether "on attend" at word `i` says who or what is to come; not "on attend deux heures", "on attend que"."""
    behind = found.forms[i + 1 : min(i + 1 + NEAR, sentence.stop)]
    if i == sentence.start or not behind:
        return False
    denied = found.forms[i - 1] in table.denying and behind[0] in table.nots
    at_most = denied and table.thats.isdisjoint(behind)  # "n'attend pas plus de 200"
    if found.forms[i - 1] not in table.awaiters and not at_most:
        return False
    return behind[0] not in table.thats and table.lengths.isdisjoint(behind)


def drilled(found: Tokens, sentence: range) -> bool:
    """Whether what a drill does to people is set in marks: "Lors de l'exercice, 12 personnes ont été « tuées »".

    >>> from recoupe.claims.grammar.tokens import tokens
    >>> texts = map(tokens, ("12 personnes ont été « tuées »", "12 personnes ont été tuées"))
    >>> [drilled(text, range(len(text.forms))) for text in texts]
    [True, False]
    """
    return IN_MARKS.search(found.text, found.starts[sentence.start], found.ends[sentence.stop - 1] + MARK) is not None
