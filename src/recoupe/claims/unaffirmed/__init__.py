"""What a report holds that nobody affirms: asked, wanted, tried, averted, imagined, left open or called false."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from recoupe.claims.attribution import Heard
from recoupe.claims.grammar.tokens import Tokens
from recoupe.claims.modality.conditional import Conditional, Mood
from recoupe.claims.unaffirmed.readings import READINGS
from recoupe.claims.unaffirmed.refuted import refuted
from recoupe.claims.unaffirmed.scopes import MARKS, STOPS, SUBJECT, Reach, Scope, beginning, ending
from recoupe.claims.unaffirmed.supposition import foreseen
from recoupe.claims.unaffirmed.unproven import rescue
from recoupe.claims.unaffirmed.words import Words, words_of
from recoupe.model import Modality, Quantity

SCOPES = 12
"""Scopes before a word that are asked whether they hold it: more than a sentence has."""

STANDING = frozenset({"missing", "trapped"})
"""What people already are when something is tried for them: "tente de sauver 12 mineurs bloqués"."""

COLONS = frozenset(";:")
MARK = 3
"""Characters behind the last word of a sentence among which its mark stands."""

INVERTED = ("-il", "-elle", "-ils", "-elles", "-on", "-ce")
"""How a verb ends whose subject stands behind it."""


@dataclass(frozen=True, slots=True)
class Unaffirmed:
    """The scopes of a report, sorted by their first word."""

    scopes: tuple[Scope, ...]
    starts: tuple[int, ...]
    furthest: tuple[int, ...]  # where the scopes so far have all ended
    definite: frozenset[int]

    def of(self, word: int, quantity: Quantity | None) -> Scope | None:
        """The scope that says how a clause or a count at `word` is put: one that leaves no claim before all others."""
        last = bisect_right(self.starts, word)
        if last == 0 or self.furthest[last - 1] <= word:
            return None
        around = (s for s in self.scopes[max(0, last - SCOPES) : last] if word in s.words and self._holds(s.reach, word, quantity))
        charged = Modality.ACCUSATION  # "veut expulser un imam soupçonné d'avoir recruté 20 jeunes"
        return min(around, key=lambda s: (s.modality is not None, s.modality is not charged, s.words.start), default=None)

    def _holds(self, reach: Reach, word: int, quantity: Quantity | None) -> bool:
        if reach is Reach.ALL:
            return True
        if quantity is None or quantity.role in STANDING:
            return False
        return quantity.role is not None or (reach is Reach.NEW and word not in self.definite)


def unaffirmed(found: Tokens, sentences: Sequence[range], language: str, heard: Heard) -> Unaffirmed:
    """Every scope of a report."""
    known = words_of(language)
    scopes = [_covering(found, span) for span in heard.withheld]
    said = _said(heard)
    for mood in heard.moods:
        if mood.reading is Mood.HYPOTHESIS:
            words, sentence = _covering(found, _imagined(found, mood, sentences)).words, _sentence(found, mood, sentences)
            told = any(a <= mood.start < b for a, b in said)
            scopes.append(Scope(words, Modality.FORECAST if known and foreseen(found, sentence, mood, known.table, told=told) else None))
    if known is not None:
        scopes += _listed(found, sentences, known)
        scopes += _questions(found, sentences, known, said)
        scopes += [Scope(words, Modality.DENIED) for words in refuted(found, sentences, known.table, heard)]
    ordered = tuple(sorted((s for s in scopes if s.words), key=lambda s: (s.words.start, s.words.stop)))
    after = known.table.definite if known is not None and ordered else frozenset()
    definite = frozenset(i for s in ordered for i in s.words if found.forms[i - 1] in after)
    furthest = tuple(accumulate((s.words.stop for s in ordered), max))
    return Unaffirmed(ordered, tuple(s.words.start for s in ordered), furthest, definite)


def _questions(found: Tokens, sentences: Sequence[range], known: Words, said: Sequence[tuple[int, int]]) -> Iterator[Scope]:
    """What the outlet itself asks: "Y a-t-il eu 12 morts ?" claims nothing, "12 morts dans la nature ?" leaves it open; nothing of what
    is `said`."""
    asked = [s for s in sentences if s and "?" in found.text[found.ends[s[-1]] : found.ends[s[-1]] + MARK]]
    for sentence in asked:
        start = beginning(found, sentence, sentence.stop - 1, COLONS)
        words = found.forms[start : sentence.stop]
        low, high = found.starts[start], found.ends[sentence.stop - 1]
        if not known.table.presupposing.isdisjoint(words) or any(a < high and low < b for a, b in said):
            continue
        inverted = any(word.endswith(INVERTED) and "-" in word for word in words)
        yield Scope(range(start, sentence.stop), None if inverted else Modality.POSSIBLE)


def _said(heard: Heard) -> list[tuple[int, int]]:
    """What somebody says, from where to where."""
    return [(c.start, c.end) for r in heard.relations for c in r.attribution.content]


def _covering(found: Tokens, span: tuple[int, int]) -> Scope:
    return Scope(range(bisect_left(found.starts, span[0]), bisect_left(found.starts, span[1])))


def _imagined(found: Tokens, mood: Conditional, sentences: Sequence[range]) -> tuple[int, int]:
    """The clause of an unreal conditional: from the last comma that leaves it a subject to the next."""
    at, sentence = bisect_left(found.starts, mood.start), _sentence(found, mood, sentences)
    end = bisect_left(found.starts, mood.end)
    start = beginning(found, sentence, at, MARKS)
    if at - start < SUBJECT:
        start = beginning(found, sentence, at)
    return found.starts[start], found.ends[ending(found, sentence, max(at, end - 1), stops=MARKS) - 1]


def _sentence(found: Tokens, mood: Conditional, sentences: Sequence[range]) -> range:
    """The words of the sentence of a conditional."""
    at = bisect_left(found.starts, mood.start)
    number = bisect_right(sentences, at, key=lambda s: s.start) - 1
    return sentences[number] if number >= 0 else range(at, at + 1)


def _listed(found: Tokens, sentences: Sequence[range], known: Words) -> Iterator[Scope]:
    """The scopes of the words that the table lists."""
    starts = [sentence.start for sentence in sentences]
    for i in found.among(known.first):
        number = bisect_right(starts, i) - 1
        sentence = sentences[number] if number >= 0 else range(0)
        if i not in sentence:
            continue
        name = known.lists.get(found.forms[i])
        if name == "drill":
            yield Scope(rescue(found, sentences, number, i, known.table), None, Reach.DONE_TO)
        if name is not None and (scope := READINGS[name](found, sentence, i, known)) is not None:
            yield scope
        if found.forms[i] in known.phrases:
            yield from _governed(found, sentence, i, known)


def _governed(found: Tokens, sentence: range, i: int, known: Words) -> Iterator[Scope]:
    """ "il est faux que ...", "il n'est pas impossible que ..."."""
    phrase = max((p for p in known.phrases[found.forms[i]] if found.phrase(i, p)), key=len, default=None)
    if phrase is not None:
        start = i + len(phrase)
        if phrase in known.contrary:
            yield Scope(range(start, ending(found, sentence, start, known, stops=STOPS | {","})))
        else:
            yield Scope(range(start, ending(found, sentence, start)), known.governing[phrase])
