"""Revisions: an authority that gives one number and later another corrects itself and contradicts nobody."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations, permutations
from operator import itemgetter
from typing import NamedTuple

from recoupe.crosschecks.answers import near
from recoupe.crosschecks.case import Weighed
from recoupe.crosschecks.counts import Count
from recoupe.crosschecks.names import one_name
from recoupe.crosschecks.voices import COMPARED, Voice, one_body, voices
from recoupe.crosschecks.wording import wording
from recoupe.model import Standing
from recoupe.text import fold, plain

Authorities = Mapping[str, frozenset[str]]
"""For each voice those that are the same claimant."""


class Entry(NamedTuple):
    """The number of an answer, a count that gives it, all names of who gives it; `earlier`: the verb puts the saying before what the text
    tells ("il avait fait état de six morts").
    """

    number: int
    told: Count
    who: frozenset[str]
    earlier: bool


def current(given: Sequence[Weighed]) -> list[Weighed]:
    """The answers that nobody has revised: without those that were replaced, and without what only repeats these."""
    replaced = _replaced(given)
    if not replaced:
        return list(given)
    return [one for n, one in enumerate(given) if n not in replaced and not _carries(one, [given[n] for n in replaced])]


def reason(given: Sequence[Weighed]) -> str:
    """Why answers are taken for revised: one voice stands behind both numbers, a text says so, or an outlet has another one now."""
    same = _authorities(given)
    order = Order(given, same)
    if any(not near(one.given.answer, given[m].given.answer) for n, one in enumerate(given) for m in order.on_one_word(n)):
        return "a voice gives another value later"
    unheld = any(not c.held for one in given for c in one.given.counts)
    if unheld or any(not near(given[n].given.answer, given[m].given.answer) for n, m in _told(given, same)):
        return "a text gives one value in place of another"
    return "an outlet has another value later"


def in_time(given: Sequence[Weighed]) -> list[Weighed]:
    """Answers by when they were first given, undated ones last, replaced ones before others of that time."""
    replaced = _replaced(given)
    order = [(one.given.answer.first_seen is None, one.given.answer.first_seen or "", n not in replaced) for n, one in enumerate(given)]
    return [given[n] for n in sorted(range(len(given)), key=order.__getitem__)]


def _replaced(given: Sequence[Weighed]) -> list[int]:
    """The numbers of the answers that another one replaces: later on the same word, or because a text says so."""
    same = _authorities(given)
    order, told = Order(given, same), defaultdict[int, set[int]](set)
    for n, m in _told(given, same):
        told[n].add(m)
    return [
        n
        for n, old in enumerate(given)
        if not any(c.held for c in old.given.counts)
        or any(not near(old.given.answer, given[m].given.answer) for m in chain(told[n], order.on_one_word(n), order.in_one_house(n)))
    ]


def _authorities(given: Sequence[Weighed]) -> Authorities:
    """Who is who, among the voices that are named; of very many only the first are compared by their names."""
    found = {v.id: v for one in given for c in one.given.counts for v in voices(c, one.provenance)}
    same: dict[str, set[str]] = {id_: {id_} for id_, v in found.items() if v.actor is not None and not v.unnamed and v.outlet is None}
    for a, b in combinations(sorted(same)[:COMPARED], 2):
        if _one_authority(found[a], found[b]):
            same[a].add(b)
            same[b].add(a)
    return {id_: frozenset(others) for id_, others in same.items()}


def _one_authority(a: Voice, b: Voice) -> bool:
    """The same claimant, or one who speaks for it."""
    return a.actor is not None and b.actor is not None and (one_name(a.actor, b.actor) or one_body(a, b))


Times = Mapping[str, Sequence[tuple[str, int]]]
"""For each voice or house when it gives which answers, in order."""


class Order:
    """Which answers come after which on the same word: looked up, since a list of many lines has as many answers."""

    def __init__(self, given: Sequence[Weighed], same: Authorities) -> None:
        self.given = given
        self.firsts = [_firsts(one, same) for one in given]
        self.voices = _timed((who, first, n) for n, firsts in enumerate(self.firsts) for who, first in firsts.items())
        spoken = ((house, first, voice, n) for n, one in enumerate(given) for (_, house), (voice, first) in one.spoken.items())
        self.outlets = _timed((house, first, n) for house, first, voice, n in spoken if voice.outlet is not None)

    def on_one_word(self, n: int) -> Iterator[int]:
        """The answers that a voice behind this one gave after it: an authority in whatever text, or an outlet that cites nobody for
        either."""
        return (m for who, first in self.firsts[n].items() for m in _since(self.voices, who, first))

    def in_one_house(self, n: int) -> Iterator[int]:
        """The other answers that an outlet gives on its own after it carried this one."""
        spoken = self.given[n].spoken.items()
        return (m for (_, house), (_, first) in spoken for m in _since(self.outlets, house, first) if m != n)


def _timed(given: Iterable[tuple[str, str, int]]) -> Times:
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for who, when, n in given:
        found[who].append((when, n))
    return {who: sorted(times) for who, times in found.items()}


def _since(times: Times, who: str, first: str) -> Iterator[int]:
    """What somebody gives after a time."""
    own = times.get(who, ())
    return (n for _, n in own[bisect_right(own, first, key=itemgetter(0)) :])


def _firsts(one: Weighed, same: Authorities) -> dict[str, str]:
    """When each voice gave it first: an authority under each of its names, an outlet at home."""
    found: dict[str, str] = {}
    for (id_, house), (voice, first) in one.spoken.items():
        for name in {f"{id_} {house}"} if voice.outlet is not None else same.get(id_, ()):
            found[name] = min(first, found.get(name, first))
    return found


def _told(given: Sequence[Weighed], same: Authorities) -> set[tuple[int, int]]:
    """Pairs (old, new) of answers of which one text says that the second replaces the first."""
    by_report: dict[str, list[Entry]] = defaultdict(list)
    for n, one in enumerate(given):
        seen = set[tuple[object, ...]]()
        for count in one.given.counts:
            who = _who(count, one, same)
            entry = Entry(n, count, who, _earlier(count, one))
            kind = (count.report, who, count.standing, count.stamp, entry.earlier)
            if kind not in seen:
                seen.add(kind)
                by_report[count.report].append(entry)
    found = set[tuple[int, int]]()
    for entries in by_report.values():
        some = entries[:COMPARED]
        found |= {
            (a.number, b.number)
            for a, b in (permutations(some, 2) if any(map(_moves, some)) else ())
            if a.number != b.number and (_gives_way(a, b) or _refused(a, b, given[a.number], same))
        }
    return found


def _moves(entry: Entry) -> bool:
    """Whether the text says anything of an entry by which it may give way, or another one to it: most say nothing."""
    return entry.told.standing is not None or entry.told.stamp is not None or entry.earlier


def _earlier(count: Count, one: Weighed) -> bool:
    """By the auxiliary of the verb that leads to it."""
    if count.speaker is None:
        return False
    known = wording(one.provenance.languages[count.report])
    return known.earlier.search(fold(plain(one.provenance.words(count.speaker.cue)))) is not None


def _who(count: Count, one: Weighed, same: Authorities) -> frozenset[str]:
    """All names of those who give it; nobody where the outlet does."""
    return frozenset().union(*(same.get(v.id, frozenset()) for v in voices(count, one.provenance)))


def _refused(old: Entry, new: Entry, answer: Weighed, same: Authorities) -> bool:
    """The text says that it is not the one number but the other; and nobody else stands by the one."""
    if old.told.standing is not Standing.WITHDRAWN or new.told.standing is Standing.WITHDRAWN:
        return False
    return all(_who(count, answer, same) <= new.who for count in answer.given.counts)


def _gives_way(old: Entry, new: Entry) -> bool:
    """By the words around the two, or by the hours of the entries in which one source gives them, or by the tenses of its verbs."""
    a, b, theirs, mine = old.told, new.told, old.who, new.who
    if a.standing is Standing.FORMER and b.standing is not Standing.FORMER:
        return True
    alike = not theirs or not mine or not theirs.isdisjoint(mine)
    if b.standing is Standing.NEW and a.standing is not Standing.NEW:
        return alike
    if old.earlier and not new.earlier and not theirs.isdisjoint(mine):
        return True
    return a.stamp is not None and b.stamp is not None and a.stamp < b.stamp and (not theirs.isdisjoint(mine) or theirs == mine)


def _carries(one: Weighed, replaced: Sequence[Weighed]) -> bool:
    """Outlets alone give it, and it can be a number that was replaced."""
    own = all(count.speaker is None for count in one.given.counts)
    return own and any(near(one.given.answer, old.given.answer) for old in replaced)
