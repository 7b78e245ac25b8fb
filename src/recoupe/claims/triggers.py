"""Words that name an event, found in a text: the triggers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recoupe.claims.inflection import FormKind
from recoupe.claims.tokens import Tokens
from recoupe.claims.vocabulary import Entry, Group, Vocabulary

PRONOUNS = ("s", "se")
BETWEEN = "entre"


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
    before = (range(0), *sentences)
    return tuple(t for last, sentence in zip(before, sentences, strict=False) for t in _in_sentence(found, words, sentence, last))


def _in_sentence(found: Tokens, words: Vocabulary, sentence: range, last: range) -> Iterator[Trigger]:
    hits = [i for i in sentence if found.forms[i] in words.entries]
    around = _context(found, words, sentence) if hits else frozenset()
    if hits and any(found.forms[i] in words.among and i > sentence.start and found.forms[i - 1] == BETWEEN for i in sentence):
        around |= _context(found, words, last)
    after = sentence.start
    for i in hits:
        best = _best(found, words, i, around) if i >= after else None
        if best is not None:
            after = i + len(best.rest) + 1
            yield Trigger(first=i, last=after - 1, kind=best.kind, group=words.groups[best.group])


def _best(found: Tokens, words: Vocabulary, i: int, around: frozenset[str]) -> Entry | None:
    """The entry that word `i` stands for: the longest, a noun behind an article, the heaviest, one whose context is asked for."""
    noun = i > 0 and found.forms[i - 1] in words.determiners
    fitting = (e for e in words.entries[found.forms[i]] if _fits(found, words, i, e, around))
    worth = (
        (len(e.rest), (e.kind is FormKind.NOUN) is noun, words.groups[e.group].weight, bool(words.near[e.group]), -n, e)
        for n, e in enumerate(fitting)
    )
    return max(worth, key=lambda w: w[:-1], default=(None,))[-1]


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
