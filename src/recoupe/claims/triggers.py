"""Words that name an event, found in a text: the triggers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recoupe.claims.inflection import FormKind
from recoupe.claims.tokens import Tokens
from recoupe.claims.vocabulary import Entry, Group, Vocabulary

PRONOUNS = ("s", "se")


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words `first` to `last` (inclusive) name an event of `group`."""

    first: int
    last: int
    kind: FormKind
    group: Group

    @property
    def cause(self) -> bool:
        """True if the words say what happened, not only what it cost."""
        return not self.group.toll


def triggers(found: Tokens, words: Vocabulary, sentences: Sequence[range]) -> tuple[Trigger, ...]:
    """All triggers, in order; the longest form wins where several begin at one word, then the heaviest group."""
    return tuple(t for sentence in sentences for t in _in_sentence(found, words, sentence))


def _in_sentence(found: Tokens, words: Vocabulary, sentence: range) -> Iterator[Trigger]:
    entries, forms = words.entries, found.forms
    hits = [i for i in sentence if forms[i] in entries]
    if not hits:
        return
    around = _context(found, words, sentence)
    after = sentence.start
    for i in hits:
        best = max(
            (e for e in entries[forms[i]] if i >= after and _fits(found, words, i, e, around)),
            key=lambda e: (len(e.rest), words.groups[e.group].weight, bool(words.near[e.group])),
            default=None,
        )
        if best is not None:
            after = i + len(best.rest) + 1
            yield Trigger(first=i, last=after - 1, kind=best.kind, group=words.groups[best.group])


def _context(found: Tokens, words: Vocabulary, sentence: range) -> frozenset[str]:
    """The words of a sentence, and its runs of words where the vocabulary has runs that begin so."""
    forms = found.forms[sentence.start : sentence.stop]
    runs = [" ".join(forms[i : i + n]) for i, form in enumerate(forms) if form in words.longer for n in (2, 3, 4)]
    return frozenset((*forms, *runs))


def _fits(found: Tokens, words: Vocabulary, i: int, entry: Entry, around: frozenset[str]) -> bool:
    if entry.rest and not found.phrase(i + 1, entry.rest):
        return False
    if entry.reflexive and not any(form in PRONOUNS for form in found.forms[max(0, i - 3) : i]):
        return False
    near, far = words.near[entry.group], words.far[entry.group]
    return (not near or not near.isdisjoint(around)) and far.isdisjoint(around)
