"""What the next words call false: "Cinquante morts, c'est un mensonge", "Trente malades ? C'est faux"."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from recoupe.claims.attribution import Heard
from recoupe.claims.grammar.tokens import Tokens
from recoupe.claims.schemes import UnaffirmedTable
from recoupe.model import Form

NEAR = 4
"""Words between a verb of being and the word that calls something false: "c'est un mensonge éhonté"."""

BRIEF = 2
"""Words of an answer that has no verb: "Faux !", "C'est faux"."""

STOPS = frozenset(";:.!?")


def refuted(found: Tokens, sentences: Sequence[range], table: UnaffirmedTable, heard: Heard) -> Iterator[range]:
    """The words that others behind them call false, up to these; what somebody else is told to have said stays on his word.

    >>> from recoupe import lang
    >>> from recoupe.claims.grammar.tokens import tokens
    >>> table, nobody = lang.table("fr", "unaffirmed", UnaffirmedTable), Heard(relations=())
    >>> text = tokens("On parle de douze morts, c'est faux")
    >>> list(refuted(text, [range(len(text.forms))], table, nobody))
    [range(0, 5)]
    """
    starts = [sentence.start for sentence in sentences]
    for i in sorted({*found.among(table.untrue), *found.among(table.lies), *found.among(table.true)}):
        number = bisect_right(starts, i) - 1
        if number < 0 or i not in sentences[number]:
            continue
        at = _answer(found, sentences[number], i, table)
        words = _called(found, sentences, number, at, table) if at is not None else range(0)
        if at is not None and words and not _of_another(found, words, at, heard):
            yield words


def _answer(found: Tokens, sentence: range, i: int, table: UnaffirmedTable) -> int | None:
    """Where the words begin that call something false: "c'est faux", "ce n'est pas vrai", "Faux"; not "c'est faux de dire que"."""
    forms = found.forms
    if i + 1 < sentence.stop and found.gap(i + 1).isspace() and forms[i + 1] not in table.joined | table.ends:
        return None
    if len(sentence) == 1:
        return i if forms[i] not in table.true else None
    verb = next((j for j in range(i - 1, max(sentence.start, i - 1 - NEAR), -1) if forms[j] in table.being), None)
    if verb is None:
        return None
    no = not table.nots.isdisjoint(forms[verb + 1 : i])
    at = verb - (forms[verb - 1] in table.denying)
    named = at > sentence.start + 1 and forms[at - 1] in table.told and forms[at - 2] in table.the  # "ce bruit est faux"
    subject = named or (at > sentence.start and forms[at - 1] in table.this)
    return at - 1 - named if subject and no is (forms[i] in table.true) else None


def _called(found: Tokens, sentences: Sequence[range], number: int, at: int, table: UnaffirmedTable) -> range:
    """What is called false: what stands before in the sentence, from the verb that says it on; else the sentence before."""
    sentence = sentences[number]
    start = at
    while start > sentence.start and STOPS.isdisjoint(gap := found.gap(start)) and "«" not in gap:
        start -= 1
    if at - start < BRIEF and start > sentence.start and "«" not in found.gap(start):
        start = sentence.start
    if at - start >= BRIEF:
        said = (j + 1 for j in range(at - 1, start, -1) if found.forms[j] in table.saying)
        return range(next(said, start), at)
    before = sentences[number - 1] if number else range(0)
    return before if before and "\n" not in found.gap(sentence.start) else range(0)


def _of_another(found: Tokens, words: range, at: int, heard: Heard) -> bool:
    """Whether somebody says `words` who is not the one that calls them false."""
    low, high, answer = found.starts[words[0]], found.ends[words[-1]], found.starts[at]
    for relation in heard.relations:
        if not relation.attribution.source:  # "on a dit que"
            continue
        content = relation.attribution.content
        own = relation.attribution.form is not Form.INDIRECT and any(c.start <= answer < c.end for c in content)
        if not own and any(c.start < high and low < c.end for c in content):
            return True
    return False
