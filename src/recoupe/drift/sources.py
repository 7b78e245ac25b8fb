"""Sources: what one version says on somebody's word and the other on its own, or on the word of somebody else."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from recoupe.drift.found import Found, Pair, Side
from recoupe.drift.numbers import answered, within
from recoupe.drift.versions import Line, Version, Versions
from recoupe.drift.wording import contrasts
from recoupe.model import Actor, ActorKind, Attribution, Claim, DriftKind, Modality, Number, Polarity, Span
from recoupe.text import fold, stem, stopwords

ABOUT = 0.33
"""Share of what is said that the other version must also have, to be about the same."""

LITTLE_ELSE = 0.5
"""Share of a line of the other version that is what is said."""

BUT_THE_NUMBER = 0.8
"""Share of what is said from which it is the same but for its number."""

ENOUGH = 4
"""Words that the two must then have in common."""

MOSTLY = 0.4
"""Share of a sentence with one source that another sentence must have to speak of it."""

KNOWN_AGAIN = 50
"""Numbers from this on are known again in a sentence that answers to theirs."""

NOTHING_ELSE = 0.75
"""Share of the other line that is then what is said."""

ELSEWHERE = 0.6
"""Share of what is said that makes another passage of the other version about the same."""


class Said(NamedTuple):
    """An attribution in a line, with the stems of what is said in that line."""

    attribution: Attribution
    actor: Actor
    content: frozenset[str]
    claims: tuple[Claim, ...] = ()
    idle: frozenset[str] = frozenset()
    """Stems that stand in any sentence: "nous avons"."""

    @property
    def denied(self) -> bool:
        """What is denied is not what another version says without the denial."""
        return any(claim.modality is Modality.DENIED or claim.polarity is Polarity.NEGATIVE for claim in self.claims[:1])

    @property
    def counted(self) -> frozenset[tuple[str, Number]]:
        """What is counted in it, and how much."""
        return frozenset((q.unit, q.value) for claim in self.claims for q in claim.quantities if q.value is not None)

    def in_line(self, version: Version, number: int) -> bool:
        """Whether line `number` may speak of any of what is said: where that counts, of any of its counts."""
        counted = [claim for claim in self.claims if claim.quantities]
        return not counted or any(answered(claim, version, number) for claim in counted)


def sources(pair: Pair) -> Iterator[Found]:
    """Differences of source in the lines that match; a differing source is told once, on whatever number it is put."""
    turned = pair.turned()
    for i, j in pair.lines:
        yield from _missing(pair, i, j)
        yield from (found.turned() for found in _missing(turned, j, i))
        yield from _differing(pair, i, j)


def _missing(pair: Pair, i: int, j: int) -> Iterator[Found]:
    """What `a` attributes in line `i` and `b` says in line `j` without any source."""
    if pair.heads(i, j):
        return  # no headline says who says it: its text does
    other, mine, theirs = pair.b.lines[j], said(pair.a, i), said(pair.b, j, named_only=False)
    if any(not any(same(one.actor, rest.actor) for one in mine) for rest in theirs):
        return  # somebody else may stand for it
    if any(claim.modality is Modality.ACCUSATION for claim in pair.b.by_line[j]):
        return  # "il est accusé de": not on the outlet's own word
    for one in mine:
        if any(same(one.actor, rest.actor) or pair.versions.share(one.content, rest.content) >= ELSEWHERE for rest in theirs):
            continue  # it is said there too on somebody's word, whom both name
        if (
            (_speaks_of(pair.versions, one, other) or _counts_it(pair.b, one, j) or (len(mine) == 1 and _fills(pair, one, i, other)))
            and (one.in_line(pair.b, j) or _but_the_number(pair.versions, one, other))
            and not (one.denied and not _denies(pair.b, j))
            and not _elsewhere(pair.versions, pair.b, one)
        ):
            words = (*one.attribution.source, one.attribution.cue)
            passage = pair.a.lines[i].span
            yield Found(DriftKind.SOURCE_MISSING, Side(passage, inner(words, passage)), Side(other.span), 70, "source/missing")


def _speaks_of(versions: Versions, one: Said, line: Line) -> bool:
    """The line has enough of what is said, or says little else."""
    enough = versions.share(one.content, line.bag) >= ABOUT or versions.share(line.bag, one.content) >= LITTLE_ELSE
    return enough and len(one.content & line.bag) >= 2


def _counts_it(version: Version, one: Said, number: int) -> bool:
    """The line gives the very number of what is said, a large one, of the same thing."""
    mine = [q for claim in one.claims for q in claim.quantities if q.value is not None and q.value >= KNOWN_AGAIN]
    return any(a.unit == b.unit and a.value == b.value for a in mine for b in within(version, version.lines[number].span))


def _fills(pair: Pair, one: Said, i: int, other: Line) -> bool:
    """The line has most of the sentence in which it is said, whatever of that stands outside the words that are marked as said."""
    line = pair.a.lines[i]
    told = line.bag - line.within((*one.attribution.source, one.attribution.cue))
    alike = pair.versions.share(told, other.bag) >= MOSTLY or pair.versions.share(other.bag, told) >= ELSEWHERE
    return alike and len(told & other.bag) >= ENOUGH and len(one.content & other.bag) >= 2


def _but_the_number(versions: Versions, one: Said, line: Line) -> bool:
    """The line says the same of another number, and little else."""
    wording, other = without_digits(one.content), without_digits(line.bag)
    return versions.share(wording, other) >= BUT_THE_NUMBER and versions.share(other, wording) >= NOTHING_ELSE


def without_digits(bag: frozenset[str]) -> frozenset[str]:
    """The words of a line that are no numbers."""
    return frozenset(s for s in bag if not s[0].isdigit())


def _differing(pair: Pair, i: int, j: int) -> Iterator[Found]:
    """What both attribute, to different claimants."""
    theirs = said(pair.b, j)
    for one in said(pair.a, i):
        if _again(pair.a, one):
            continue
        alike = _about_same if one.in_line(pair.b, j) else _word_for_word
        close = [other for other in theirs if not _again(pair.b, other) and one.denied == other.denied and alike(pair.versions, one, other)]
        if not close or any(_one_source(pair, i, one, j, other) for other in close):
            continue
        if _elsewhere(pair.versions, pair.b, one) or _elsewhere(pair.versions, pair.a, close[0]):
            continue
        if named_alike(pair, one.attribution, close[0].attribution):
            continue
        left = Side(pair.a.lines[i].span, one.attribution.source)
        right = Side(pair.b.lines[j].span, close[0].attribution.source)
        yield Found(DriftKind.SOURCE_DIFFERS, left, right, 80, "source/differs")


def named_alike(pair: Pair, one: Attribution, other: Attribution) -> bool:
    """The words are the same ("il", "la préfecture"): whom they mean in each is for the reader of the whole texts."""
    left, right = (fold(" ".join(v.words(s) for s in said.source)) for v, said in ((pair.a, one), (pair.b, other)))
    return left == right


def _again(version: Version, one: Said) -> bool:
    """A source that only points back ("le même communiqué"): to whom, is for the reader of the whole text."""
    known = contrasts(version.report.language)
    here = {fold(word) for span in one.attribution.source for word in version.words(span).split()}
    return known is not None and not here.isdisjoint(known.again)


def said(version: Version, number: int, *, named_only: bool = True) -> list[Said]:
    """The attributions of a line, each once."""
    line, found = version.lines[number], dict[str, Said]()
    for claim in version.by_line[number]:
        attribution = claim.attribution
        if attribution is None or not attribution.source or (attribution.actor is None and named_only):
            continue
        if attribution.id in found:
            found[attribution.id] = found[attribution.id]._replace(claims=(*found[attribution.id].claims, claim))
        elif attribution.actor is not None:
            content = _content(line, attribution, claim.span)
            found[attribution.id] = Said(attribution, attribution.actor, content, (claim,), idle_stems(version.report.language))
        else:
            found[attribution.id] = Said(attribution, UNKNOWN, frozenset())
    return list(found.values())


UNKNOWN = Actor(id="", name="", kind=ActorKind.UNNAMED)


@cache
def idle_stems(language: str) -> frozenset[str]:
    """The stems of words that say nothing alone.

    >>> sorted(idle_stems("fr") & {"avon", "nous", "mair"})
    ['avon', 'nous']
    """
    return frozenset(stem(word, language) for word in stopwords(language))


def _denies(version: Version, number: int) -> bool:
    """What is said in the line is said not to be so."""
    return any(claim.polarity is Polarity.NEGATIVE for claim in version.by_line[number])


def _content(line: Line, attribution: Attribution, claim: Span) -> frozenset[str]:
    words = line.within(attribution.content) or line.within((claim,))
    return words - line.within((*attribution.source, attribution.cue))


def _about_same(versions: Versions, one: Said, other: Said) -> bool:
    share = max(versions.share(one.content, other.content), versions.share(other.content, one.content))
    return share >= ABOUT and len((one.content & other.content) - one.idle) >= 2


def _word_for_word(versions: Versions, one: Said, other: Said) -> bool:
    """What is said is the same but for its number."""
    mine, theirs = without_digits(one.content), without_digits(other.content)
    least = min(versions.share(mine, theirs), versions.share(theirs, mine))
    return least >= BUT_THE_NUMBER and len(mine & theirs) >= ENOUGH


def same_claimant(actor: Actor, said: Attribution | None) -> bool:
    """Whether `said` may be on the word of `actor`."""
    return said is not None and bool(said.source) and (said.actor is None or same(actor, said.actor))


def same(a: Actor, b: Actor) -> bool:
    """One claimant: the same id, or one name in the other.

    >>> prefect, other = (Actor(id=name, name=name, kind=ActorKind.PERSON) for name in ("préfet", "préfet Jean Dupont"))
    >>> same(prefect, other), same(other, Actor(id="m", name="maire", kind=ActorKind.PERSON))
    (True, False)
    """
    left, right = a.name.casefold().split(), b.name.casefold().split()
    return a.id == b.id or set(left) <= set(right) or set(right) <= set(left)


def _one_source(pair: Pair, i: int, one: Said, j: int, other: Said) -> bool:
    """One claimant, in the same words or in others; a body is not one of its people who is not named."""
    if _unnamed(pair.a, one) != _unnamed(pair.b, other):
        return False
    return same(one.actor, other.actor) or _same_words(pair, i, one, j, other)


def _unnamed(version: Version, one: Said) -> bool:
    """Somebody of a body, no more is said: "un responsable de la mairie"."""
    known = contrasts(version.report.language)
    first, _, rest = version.words(one.attribution.source[0]).partition(" ")
    return known is not None and fold(first) in known.some and stem(rest.split(" ", 1)[0], version.report.language) in known.members


def _same_words(pair: Pair, i: int, one: Said, j: int, other: Said) -> bool:
    """One claimant put in another order: "la ministre, Anne Roy" and "Anne Roy, ministre de la Santé"."""
    left, right = pair.a.lines[i].within(one.attribution.source), pair.b.lines[j].within(other.attribution.source)
    return bool(left) and bool(right) and (left <= right or right <= left)


def _elsewhere(versions: Versions, version: Version, one: Said) -> bool:
    """The other version has the same claimant say it in another place, or give the same numbers of the same."""
    return any(
        same(one.actor, other.actor)
        and (versions.share(one.content, other.content) >= ELSEWHERE or (bool(one.counted) and one.counted <= other.counted))
        for number in range(len(version.lines))
        for other in said(version, number)
    )


def inner(words: tuple[Span, ...], passage: Span) -> tuple[Span, ...]:
    """Those words that stand in the passage (a source may be carried over from the sentence before), else all; neighbours as one."""
    merged: list[Span] = []
    for span in sorted(tuple(w for w in words if passage.start <= w.start < passage.end) or words):
        if merged and span.start <= merged[-1].end + 1:
            last = merged.pop()
            span = Span(report=last.report, start=last.start, end=max(last.end, span.end))  # noqa: PLW2901
        merged.append(span)
    return tuple(merged)
