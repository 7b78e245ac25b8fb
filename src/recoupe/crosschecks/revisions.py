"""Revisions: an authority that gives one number and later another corrects itself and contradicts nobody."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import chain, combinations, pairwise, permutations
from operator import itemgetter
from typing import NamedTuple

from recoupe.crosschecks.answers import near, within
from recoupe.crosschecks.case import MANY, Weighed
from recoupe.crosschecks.counts import Count
from recoupe.crosschecks.names import one_bearer, one_name
from recoupe.crosschecks.voices import COMPARED, Voice, one_body, voices
from recoupe.crosschecks.wording import wording
from recoupe.model import Answer, Bound, Standing, Turn
from recoupe.text import fold, plain

Authorities = Mapping[str, frozenset[str]]
"""For each voice those that are the same claimant."""

Told = Mapping[tuple[int, int], AbstractSet[str]]
"""Pairs (old, new) of answers of which a text says that the second replaces the first, and those texts."""


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
    if any(one.given.withdrawn and not one.given.told for one in given):
        return "whoever gave a value has taken it back"
    if any(one.given.told for one in given):
        others = [voice.actor.name for n in range(len(given)) for voice, _ in _correcting(n, given, same) if voice.actor is not None]
        named = ", ".join(dict.fromkeys(others)).replace("; ", ", ")
        return f"another voice corrects a value: {named}" if named else "a text says that a value is taken back"
    unheld = any(not c.held for one in given for c in one.given.counts)
    if unheld or any(not near(given[n].given.answer, given[m].given.answer) for n, m in _told(given, same)):
        return "a text gives one value in place of another"
    return "an outlet has another value later"


def in_time(given: Sequence[Weighed]) -> list[Weighed]:
    """Answers by when they were first given, undated ones last, replaced ones before others of that time."""
    replaced = _replaced(given)
    order = [(one.given.answer.first_seen is None, one.given.answer.first_seen or "", n not in replaced) for n, one in enumerate(given)]
    return [given[n] for n in sorted(range(len(given)), key=order.__getitem__)]


def turns(given: Sequence[Weighed]) -> list[tuple[Turn, ...]]:
    """For each answer what those who give it give in its place now: last, in a later text, or because a text says so."""
    if not 1 < len(given) <= MANY:
        return [()] * len(given)
    same = _authorities(given)
    order, told = Order(given, same), _told(given, same)
    found: list[dict[int, list[str]]] = [{} for _ in given]
    for n, one in enumerate(given):
        for voice, m in list(order.last(n)) or list(_told_by(n, given, same, told)) or _correcting(n, given, same):
            if voice.actor is not None and not _repeats(given[m].given.answer, one.given.answer) and not _limits(given[m], voice):
                found[n].setdefault(m, []).append(voice.actor.name)
    return [tuple(Turn(answer=m, voices=tuple(dict.fromkeys(names))) for m, names in sorted(mine.items())) for mine in found]


def _repeats(new: Answer, old: Answer) -> bool:
    """It says the same again, or less: "62", later "about 60"."""
    return within(old, new) or (old.value is not None and old.value == new.value)


def _limits(new: Weighed, voice: Voice) -> bool:
    """It is a range of which the voice gives one end, and somebody else the other: "entre 800 et 3 000, selon la police et la CFDT"."""
    said = [(c, [v.id for v in voices(c, new.provenance)]) for c in new.given.counts]
    own = [c.quantity.bound is Bound.RANGE and len(ids) > 1 for c, ids in said if voice.id in ids]
    return bool(own) and all(own)


def _told_by(n: int, given: Sequence[Weighed], same: Authorities, told: Told) -> Iterator[tuple[Voice, int]]:
    """Who gives another in place of an answer that is theirs, in a text that says so; of a row of them, the last."""
    gone = {old for old, _ in told}
    said = (count.speaker for count in given[n].given.counts)
    own = {speaker.actor.id for speaker in said if speaker is not None and speaker.actor is not None}
    for m in sorted(new for old, new in told if old == n and new not in gone):
        counts = [count for count in given[m].given.counts if count.report in told[n, m]]
        found = (voice for count in counts for voice in voices(count, given[m].provenance))
        yield from ((voice, m) for voice in found if not own.isdisjoint({voice.id, *same.get(voice.id, ())}))


def _correcting(n: int, given: Sequence[Weighed], same: Authorities) -> Iterator[tuple[Voice, int]]:
    """Who else gives another number in the very sentence in which a text takes back that of somebody: "trois, et non quatre"."""
    one = given[n]
    own = {name for id_ in one.voices for name in (id_, *same.get(id_, ()))}
    back = [c for c in one.given.counts if c.standing is Standing.WITHDRAWN] if one.given.told else []
    at = {(c.report, one.provenance.sentence(c.quantity.span)) for c in back}
    for m, other in enumerate(given):
        said = [c for c in other.given.counts if m != n and c.held and (c.report, one.provenance.sentence(c.quantity.span)) in at]
        yield from (
            (voice, m) for c in said for voice in voices(c, other.provenance) if own.isdisjoint({voice.id, *same.get(voice.id, ())})
        )


def _replaced(given: Sequence[Weighed]) -> list[int]:
    """The numbers of the answers that another one replaces: later on the same word, or because a text says so."""
    same = _authorities(given)
    order, told = Order(given, same), defaultdict[int, set[int]](set)
    for n, m in _told(given, same):
        told[n].add(m)
    return [
        n
        for n, old in enumerate(given)
        if old.given.withdrawn
        or not any(c.held for c in old.given.counts)
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
    if a.actor is None or b.actor is None:
        return False
    return one_name(a.actor, b.actor) or one_bearer(a.actor, b.actor) or one_body(a, b)


Times = Mapping[str, Sequence[tuple[str, int]]]
"""For each voice or house when it gives which answers, in order."""


class Order:
    """Which answers come after which on the same word: looked up, since a list of many lines has as many answers."""

    def __init__(self, given: Sequence[Weighed], same: Authorities) -> None:
        self.given, self.same = given, same
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

    def last(self, n: int) -> Iterator[tuple[Voice, int]]:
        """Each voice behind an answer with the one that it gives last, where it gives one at a time and goes back to none."""
        for (id_, house), (voice, _) in self.given[n].spoken.items():
            who = f"{id_} {house}" if voice.outlet is not None else id_
            times = self.voices.get(who, ())
            if times and times[-1][1] != n and all(self.lasts[a].get(who, later) < later for (_, a), (later, _) in pairwise(times)):
                yield voice, times[-1][1]

    @cached_property
    def lasts(self) -> list[dict[str, str]]:
        """When each voice gave each answer last; a copy gives it when its text did."""
        return [_lasts(one, self.same) for one in self.given]


def _timed(given: Iterable[tuple[str, str, int]]) -> Times:
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for who, when, n in given:
        found[who].append((when, n))
    return {who: sorted(times) for who, times in found.items()}


def _since(times: Times, who: str, first: str) -> Iterator[int]:
    """What somebody gives after a time."""
    own = times.get(who, ())
    return (n for _, n in own[bisect_right(own, first, key=itemgetter(0)) :])


def _names(voice: Voice, house: str, same: Authorities) -> AbstractSet[str]:
    """What a voice is looked up by: an authority by each of its names, an outlet at home."""
    return {f"{voice.id} {house}"} if voice.outlet is not None else same.get(voice.id, frozenset())


def _firsts(one: Weighed, same: Authorities) -> dict[str, str]:
    """When each voice gave it first, under its names."""
    found: dict[str, str] = {}
    for (_, house), (voice, first) in one.spoken.items():
        for name in _names(voice, house, same):
            found[name] = min(first, found.get(name, first))
    return found


def _lasts(one: Weighed, same: Authorities) -> dict[str, str]:
    """When each voice gave it last, as in `_firsts`: the latest of the times at which a text origin first has it."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for count in (c for c in one.given.counts if c.order not in one.altered and c.report in one.provenance.published):
        origin, at = one.provenance.apart[count.report], one.provenance.published[count.report]
        for voice in voices(count, one.provenance):
            for name in _names(voice, one.provenance.houses[count.report], same):
                found[name][origin] = min(at, found[name].get(origin, at))
    return {name: max(times.values()) for name, times in found.items()}


def _told(given: Sequence[Weighed], same: Authorities) -> Told:
    """The pairs of answers of which one text says that the second replaces the first."""
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
    found: dict[tuple[int, int], set[str]] = defaultdict(set)
    for report, entries in by_report.items():
        some = entries[:COMPARED]
        for a, b in permutations(some, 2) if any(map(_moves, some)) else ():
            if a.number != b.number and (_gives_way(a, b) or _refused(a, b, given[a.number], same)):
                found[a.number, b.number].add(report)
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
    if b.standing is Standing.NEW and a.standing not in {Standing.NEW, Standing.WITHDRAWN}:  # what is taken back: see `_refused`
        return alike
    if old.earlier and not new.earlier and not theirs.isdisjoint(mine):
        return True
    return a.stamp is not None and b.stamp is not None and a.stamp < b.stamp and (not theirs.isdisjoint(mine) or theirs == mine)


def _carries(one: Weighed, replaced: Sequence[Weighed]) -> bool:
    """Outlets alone give it, and it can be a number that was replaced."""
    own = all(count.speaker is None for count in one.given.counts)
    return own and any(near(one.given.answer, old.given.answer) for old in replaced)
