"""What a report holds that nobody affirms: asked, wanted, tried, averted, imagined, left open or called false."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate

from recoupe.claims.attribution import Heard
from recoupe.claims.attribution.infinitives import is_infinitive
from recoupe.claims.conditional import Conditional, Mood
from recoupe.claims.looked_for import drilled, is_awaited, story
from recoupe.claims.refuted import refuted
from recoupe.claims.supposition import foreseen, supposition
from recoupe.claims.tokens import Tokens
from recoupe.claims.unaffirmed_words import Words, words_of
from recoupe.claims.unproven import called_off, fake, mendacious, rescue, unproven
from recoupe.model import Modality, Quantity, Record

NEAR = 6
"""How many words behind its verb "si" or an infinitive may stand."""

CHARGE = 6
"""How many words behind "soupçonné" the infinitive may stand."""

SCOPES = 12
"""Scopes before a word that are asked whether they hold it: more than a sentence has."""

LONGEST = 40
"""Words that one word can govern."""

STANDING = frozenset({"missing", "trapped"})
"""What people already are when something is tried for them: "tente de sauver 12 mineurs bloqués"."""

STOPS = frozenset(";:.!?")
MARKS = STOPS | frozenset(",»")

COLONS = frozenset(";:")
MARK = 3
"""Characters behind the last word of a sentence among which its mark stands."""

INVERTED = ("-il", "-elle", "-ils", "-elles", "-on", "-ce")
"""How a verb ends whose subject stands behind it."""

SUBJECT = 2
"""Words before a verb that make a subject."""


class Reach(StrEnum):
    """Of which counts a scope holds."""

    ALL = "all"
    DONE_TO = "done_to"  # those to whom something is done: "pour tuer 12 personnes", not "pour les 12 blessés"
    NEW = "new"  # those too of whom nothing else is told: "voulait voler 12 voitures", not "les 12 voitures"


class Scope(Record, frozen=True):
    """Words that nobody affirms. `modality` None: no claim is made of them. `reach`: of which counts it holds."""

    words: range
    modality: Modality | None = None
    reach: Reach = Reach.ALL


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
        return min(around, key=lambda s: (s.modality is not None, s.words.start), default=None)

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
        scopes += _questions(found, sentences, known, heard)
        scopes += [Scope(words, Modality.DENIED) for words in refuted(found, sentences, known.table, heard)]
    ordered = tuple(sorted((s for s in scopes if s.words), key=lambda s: (s.words.start, s.words.stop)))
    after = known.table.definite if known is not None and ordered else frozenset()
    definite = frozenset(i for s in ordered for i in s.words if found.forms[i - 1] in after)
    furthest = tuple(accumulate((s.words.stop for s in ordered), max))
    return Unaffirmed(ordered, tuple(s.words.start for s in ordered), furthest, definite)


def _questions(found: Tokens, sentences: Sequence[range], known: Words, heard: Heard) -> Iterator[Scope]:
    """What the outlet itself asks: "Y a-t-il eu 12 morts ?" claims nothing, "12 morts dans la nature ?" leaves it open."""
    asked = [s for s in sentences if s and "?" in found.text[found.ends[s[-1]] : found.ends[s[-1]] + MARK]]
    said = _said(heard) if asked else []
    for sentence in asked:
        start = _back(found, sentence, sentence.stop - 1, COLONS)
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
    start = _back(found, sentence, at, MARKS)
    if at - start < SUBJECT:
        start = _back(found, sentence, at)
    return found.starts[start], found.ends[_end(found, sentence, max(at, end - 1), stops=MARKS) - 1]


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
        if known.lists.get(found.forms[i]) == "drill":
            yield Scope(rescue(found, sentences, number, i, known.table), None, Reach.DONE_TO)
        if (name := known.lists.get(found.forms[i])) is not None:
            scope = READINGS[name](found, sentence, i, known)
            if scope is not None:
                yield scope
        if found.forms[i] in known.phrases:
            yield from _governed(found, sentence, i, known)


def _governed(found: Tokens, sentence: range, i: int, known: Words) -> Iterator[Scope]:
    """ "il est faux que ...", "il n'est pas impossible que ..."."""
    phrase = max((p for p in known.phrases[found.forms[i]] if found.phrase(i, p)), key=len, default=None)
    if phrase is not None:
        start = i + len(phrase)
        if phrase in known.contrary:
            yield Scope(range(start, _end(found, sentence, start, known, stops=STOPS | {","})))
        else:
            yield Scope(range(start, _end(found, sentence, start)), known.governing[phrase])


def _asked(found: Tokens, sentence: range, i: int, known: Words) -> Scope | None:
    """ "ignore si ...": from "si" on."""
    for at in range(i + 1, min(i + NEAR, sentence.stop)):
        if found.forms[at] in known.table.whether and "," not in found.gap(at):
            return Scope(range(at, _end(found, sentence, at)))
    return None


def _doubted(found: Tokens, sentence: range, i: int, known: Words) -> Scope | None:
    """ "doute que ...", not "ne doute pas que", "se doute que" nor "nul doute que"."""
    before = found.forms[max(sentence.start, i - NEAR) : i]
    sure = not known.table.undoubting.isdisjoint(before[-1:]) or not known.table.denying.isdisjoint(before)
    if sure or i + 1 >= sentence.stop or found.forms[i + 1] not in known.table.thats:
        return None
    return Scope(range(i + 1, _end(found, sentence, i + 1)))


def _supposed(found: Tokens, sentence: range, i: int, known: Words) -> Scope | None:
    words = supposition(found, sentence, i, known.table)
    return Scope(words) if words is not None else None


def _story(found: Tokens, sentence: range, i: int, known: Words) -> Scope | None:
    """ "Le film raconte la mort de 12 mineurs"."""
    at = story(found, sentence, i, known.table)
    return Scope(range(at, _end(found, sentence, at))) if at is not None else None


def _awaited(found: Tokens, sentence: range, i: int, known: Words) -> Scope | None:
    """ "On attend 300 personnes"."""
    awaited = is_awaited(found, sentence, i, known.table)
    return Scope(range(i, _end(found, sentence, i, known)), Modality.FORECAST, Reach.NEW) if awaited else None


def _wanted(found: Tokens, sentence: range, i: int, known: Words) -> Scope | None:
    """ "prévoyait de tuer ...": what the infinitive does is not done; "prévoit de fermer ..." is a plan that stands."""
    planned = found.forms[i] in known.table.planned
    return _aim(found, sentence, i, known, (Modality.FORECAST if planned else Modality.WISH, Reach.NEW))


REACHING = 3
"""Words behind "pour" among which the infinitive stands: "pour s'établir"."""


def _purpose(found: Tokens, sentence: range, i: int, known: Words) -> Scope | None:
    """ "pour tuer ...", "capable de tuer ..."; not how far something came: "a diminué pour atteindre 2.300 cas"."""
    behind = found.forms[i + 1 : min(i + REACHING, sentence.stop)]
    if not known.table.reaching.isdisjoint(behind) and not known.table.moved.isdisjoint(found.forms[sentence.start : i]):
        return None
    return _aim(found, sentence, i, known, (None, Reach.DONE_TO))


def _threatened(found: Tokens, sentence: range, i: int, known: Words) -> Scope | None:
    """ "menace de tuer ..."."""
    return _aim(found, sentence, i, known, (Modality.THREAT, Reach.ALL))


def _charged(found: Tokens, sentence: range, i: int, known: Words) -> Scope | None:
    """ "soupçonné d'avoir tué ...": what he is charged with."""
    for at in range(i + 1, min(i + CHARGE, sentence.stop - 1)):
        if not STOPS.isdisjoint(found.gap(at)):
            return None
        if found.forms[at] in known.table.past and found.forms[at - 1] in known.table.before_past:
            if known.lists.get(found.forms[at + 1]) == "wanted":  # "accusé d'avoir tenté de tuer"
                return None
            return Scope(range(at, _end(found, sentence, at)), Modality.ACCUSATION)
    return None


def _aim(found: Tokens, sentence: range, i: int, known: Words, put: tuple[Modality | None, Reach]) -> Scope | None:
    """From the infinitive on; in a relative clause to the verb of the main one: "ceux qui tentaient d'éteindre le feu | sont morts"."""
    at = _infinitive(found, sentence, i, known)
    if at is None and found.forms[i] in known.table.attempts and not known.table.harms.isdisjoint(found.forms[i + 1 : i + 3]):
        at = i + 1
    if at is None or found.forms[at] in known.table.commenting or _no_more(found, range(i, at), known):
        return None
    end = _end(found, sentence, at, known)
    if not known.table.relatives.isdisjoint(found.forms[max(sentence.start, i - SUBJECT) : i]):
        forms, table = found.forms, known.table
        end = next((n for n in range(at + 1, end) if forms[n] in table.have and forms[n - 1] not in table.relatives), end)
    return Scope(range(at, end), *put)


def _no_more(found: Tokens, verbs: range, known: Words) -> bool:
    """Whether somebody says all there is: "ne veut [avouer] que dix morts", not "ne veut [tuer] que dix loups"."""
    behind, before = found.forms[verbs.stop + 1 : verbs.stop + 2], found.forms[max(0, verbs.start - SUBJECT) : verbs.start]
    restricted = not known.table.thats.isdisjoint(behind) and not known.table.denying.isdisjoint(before)
    return restricted and found.forms[verbs.stop] in known.saying


def _infinitive(found: Tokens, sentence: range, i: int, known: Words) -> int | None:
    """The first infinitive close behind word `i`, no past one: "pour avoir tué" tells what was done."""
    for at in range(i + 1, min(i + NEAR, sentence.stop)):
        form = found.forms[at]
        if not STOPS.isdisjoint(found.gap(at)) or form in known.table.no_infinitive:
            return None
        if form.endswith(("er", "ir", "re")) and is_infinitive(form, "fr"):
            return at
    return None


def _averted(found: Tokens, sentence: range, i: int, known: Words) -> Scope | None:
    """ "a évité la mort de ...", "a failli ..."; of "12 ouvriers ont failli mourir" what stands before, too."""
    start = _back(found, sentence, i) if found.forms[i] in known.table.missed else i
    return Scope(range(start, _end(found, sentence, i, known)))


def _perhaps(found: Tokens, sentence: range, i: int, known: Words) -> Scope | None:
    """ "aurait pu tuer ...": it did not."""
    if known.table.ought.isdisjoint(found.forms[i + 1 : i + 4]):
        return None
    return Scope(range(_back(found, sentence, i), _end(found, sentence, i, known)))


def _untrue(found: Tokens, sentence: range, i: int, known: Words) -> Scope | None:
    """ "la rumeur ... est fausse": what stands before; "la fausse rumeur de ...": what stands behind; "30 fausses victimes"."""
    after = found.forms[i + 1 : min(i + 2, sentence.stop)]
    if not known.table.told.isdisjoint(after):
        return Scope(range(i + 2, _end(found, sentence, i + 1, known)), Modality.DENIED)
    if not known.table.victims.isdisjoint(after):
        return _played(found, sentence, i, known)
    if words := mendacious(found, _back(found, sentence, i), i, known.table):
        return Scope(words, Modality.DENIED)
    head = found.forms[sentence.start : i]
    if known.table.be.isdisjoint(found.forms[max(sentence.start, i - 3) : i]) or known.table.told.isdisjoint(head):
        return None
    return Scope(range(sentence.start, i), Modality.DENIED)


def _lie(found: Tokens, sentence: range, i: int, known: Words) -> Scope | None:
    """ "Dire que 30 civils sont morts est un mensonge"."""
    return Scope(mendacious(found, _back(found, sentence, i), i, known.table), Modality.DENIED)


def _acted(found: Tokens, sentence: range, i: int, known: Words) -> Scope | None:
    """ "simulait la mort de ...", up to the verb of the main clause."""
    end = _end(found, sentence, i, known)
    return Scope(range(i, next((n for n in range(i + 1, end) if found.forms[n] in known.table.have), end)))


def _given_up(found: Tokens, sentence: range, i: int, known: Words) -> Scope | None:
    """ "a renoncé à embaucher ...", "refuse de ..."."""
    return _aim(found, sentence, i, known, (None, Reach.NEW))


def _declined(found: Tokens, sentence: range, i: int, known: Words) -> Scope | None:
    """ "a refusé de libérer trois otages"."""
    return _aim(found, sentence, i, known, (None, Reach.DONE_TO))


def _unproven(found: Tokens, sentence: range, i: int, known: Words) -> Scope | None:
    """ "aucune preuve que ...", "il n'est pas établi que ..."."""
    at = unproven(found, sentence, i, known.table)
    return Scope(range(at, _end(found, sentence, at))) if at is not None else None


def _faked(found: Tokens, sentence: range, i: int, known: Words) -> Scope | None:
    """ "Une vidéo truquée montre ..."."""
    return Scope(range(i, _end(found, sentence, i, known))) if fake(found, sentence, i, known.table) else None


def _cancelled(found: Tokens, sentence: range, i: int, known: Words) -> Scope | None:
    """ "Un rassemblement de 3.000 personnes a été annulé"."""
    at = called_off(found, _back(found, sentence, i, MARKS), i, known.table)
    return Scope(range(at, i)) if at is not None else None


def _played(found: Tokens, sentence: range, i: int, _: Words) -> Scope | None:
    """ "Trente figurants étaient blessés", "l'attentat fictif a fait ..."."""
    return Scope(range(_back(found, sentence, i, MARKS), _end(found, sentence, i, stops=MARKS)), None, Reach.DONE_TO)


def _imagined_case(found: Tokens, sentence: range, i: int, _: Words) -> Scope | None:
    """ "Imaginons douze morts"; not "Nous imaginons"."""
    return Scope(range(i, _end(found, sentence, i + 1))) if i == sentence.start else None


def _drill(found: Tokens, sentence: range, _: int, __: Words) -> Scope | None:
    """ "Lors de l'exercice, 12 personnes ont été « tuées »"."""
    return Scope(sentence) if drilled(found, sentence) else None


READINGS = {
    "lie": _lie,
    "acted": _acted,
    "given_up": _given_up,
    "declined": _declined,
    "unproven": _unproven,
    "faked": _faked,
    "cancelled": _cancelled,
    "played": _played,
    "imagined": _imagined_case,
    "drill": _drill,
    "asked": _asked,
    "doubted": _doubted,
    "wanted": _wanted,
    "purpose": _purpose,
    "threatened": _threatened,
    "averted": _averted,
    "charged": _charged,
    "perhaps": _perhaps,
    "untrue": _untrue,
    "supposed": _supposed,
    "story": _story,
    "awaited": _awaited,
}


def _end(found: Tokens, sentence: range, start: int, known: Words | None = None, stops: frozenset[str] = STOPS | {"»"}) -> int:
    """The word before which ends what is governed from word `start` on: at a mark, or at a word that begins something else."""
    for at in range(start + 1, min(sentence.stop, start + LONGEST)):
        if not stops.isdisjoint(found.gap(at)):
            return at
        if known is None:
            continue
        if found.forms[at] in known.table.ends:
            return at
        if found.forms[at] in known.table.joined and not known.table.have.isdisjoint(found.forms[at + 1 : at + 4]):
            return at
    return min(sentence.stop, start + LONGEST)


def _back(found: Tokens, sentence: range, at: int, stops: frozenset[str] = STOPS) -> int:
    """The first word after the last mark before `at`."""
    while at > sentence.start and stops.isdisjoint(gap := found.gap(at)) and "«" not in gap:
        at -= 1
    return at
