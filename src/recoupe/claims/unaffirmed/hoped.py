"""What is only feared, wanted for, or taken to have happened: "on craint douze morts", "voudrait 300 logements", "ont dû mourir"."""

import regex

from recoupe.claims.attribution.infinitives import is_infinitive
from recoupe.claims.attribution.numerals import COUNT
from recoupe.claims.grammar.tokens import Tokens
from recoupe.claims.schemes import UnaffirmedTable
from recoupe.claims.unaffirmed.scopes import MARKS, Reach, Scope, beginning, ending
from recoupe.model import Modality

NUMBER = regex.compile(rf"(?:d(?:e |')|sur )?{COUNT}")
"""Of how many something is wanted: "veut [300] logements", "rêve [de 40.000] abonnés"."""

NEAR = 3
"""Words before "à craindre" among which its verb stands, and behind "dû" its infinitive."""


def feared(found: Tokens, sentence: range, i: int, table: UnaffirmedTable) -> Scope | None:
    """ "On craint douze morts", "la crainte de 300 morts", "douze morts sont à craindre", "quarante morts redoutés".

    >>> from recoupe import lang
    >>> from recoupe.claims.grammar.tokens import tokens
    >>> table = lang.table("fr", "unaffirmed", UnaffirmedTable)
    >>> texts = [(tokens(t), i) for t, i in (("on craint douze morts", 1), ("on craint pour douze marins", 1), ("douze morts redoutés", 2))]
    >>> [scope and scope.words for text, i in texts for scope in [feared(text, range(len(text.forms)), i, table)]]
    [range(1, 4), None, range(0, 2)]
    """
    forms = found.forms
    if not table.feared_for.isdisjoint(forms[i + 1 : i + NEAR]):
        return None
    start, end = i, ending(found, sentence, i, stops=MARKS)
    if forms[i] in table.dreaded:
        start, end = beginning(found, sentence, i, MARKS), i
    elif i > sentence.start and forms[i - 1] in table.to_do and not table.be.isdisjoint(forms[max(sentence.start, i - NEAR) : i]):
        start = beginning(found, sentence, i, MARKS)
    return Scope(range(start, end), Modality.POSSIBLE, Reach.NEW)


def wished_for(found: Tokens, sentence: range, i: int, table: UnaffirmedTable) -> Scope | None:
    """ "voudrait 300 logements", "a besoin de 200 ouvriers", "rêve de 40.000 abonnés"."""
    if i + 1 >= sentence.stop or found.forms[i] not in table.needing or NUMBER.match(found.text, found.starts[i + 1]) is None:
        return None
    return Scope(range(i, ending(found, sentence, i, stops=MARKS)), Modality.WISH, Reach.NEW)


def plans(found: Tokens, sentence: range, i: int, table: UnaffirmedTable) -> bool:
    """Whether a verb that also counts has an infinitive: "compte en supprimer 600"; not "compte 12 élèves à former"."""
    at = i + 1 + (i + 1 < sentence.stop and found.forms[i + 1] in table.clitics)
    return at < sentence.stop and is_infinitive(found.forms[at], "fr")


def deed(found: Tokens, sentence: range, i: int, table: UnaffirmedTable) -> int | None:
    """Where the noun of a deed stands that the verb at word `i` takes: "a rejeté [la création] de 300 postes".

    >>> from recoupe import lang
    >>> from recoupe.claims.grammar.tokens import tokens
    >>> table = lang.table("fr", "unaffirmed", UnaffirmedTable)
    >>> texts = map(tokens, ("rejette la création de 300 postes", "rejette la plainte de 300 élus"))
    >>> [deed(text, range(len(text.forms)), 0, table) for text in texts]
    [2, None]
    """
    at = i + 1 + (i + 1 < sentence.stop and found.forms[i + 1] in table.to_do)
    at += at < sentence.stop and found.forms[at] in table.the
    return at if at < sentence.stop and found.forms[at] in table.deeds else None


def supposed_dead(found: Tokens, sentence: range, i: int, table: UnaffirmedTable) -> Scope | None:
    """ "Douze personnes ont dû mourir"; not "ont dû être évacuées", which was done."""
    if table.have.isdisjoint(found.forms[max(sentence.start, i - 2) : i]) or table.dying.isdisjoint(found.forms[i + 1 : i + NEAR]):
        return None
    return Scope(range(beginning(found, sentence, i, MARKS), ending(found, sentence, i, stops=MARKS)), Modality.POSSIBLE)
