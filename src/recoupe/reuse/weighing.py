"""What two texts have in common, weighed: is it more than a name with its office, a set phrase, or what a speaker told both?

A name counts once however many words it has, with its office, and so does a set phrase. Words that both texts quote do not count: two
reporters who heard one speaker took nothing from each other.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from enum import Enum, auto
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from recoupe.model import ReadReport, Span
from recoupe.reuse.chains import Chain, covered
from recoupe.reuse.stock import set_phrases
from recoupe.reuse.tokens import Tokens, tokens
from recoupe.text import plain
from recoupe.text.sentences import sentences

CLAUSE, CLAUSE_SHARE = 9, 0.28
"""Words that tell, of a passage that is part of longer sentences, and the share that it has of them on both sides: an office, its holder
and "refuses to" have less. (Of planted pairs: shares of chance .37 at most, of copied sentences .58 at least.)"""

RUN = 8
"""Words of it in a row: fewer, here and there, are what all who write on a thing say of it."""

SENTENCE, SENTENCE_SHARE = 8, 0.55
"""The same of a passage that is most of a sentence on both sides."""

RARE, WHOLE, WHOLE_SHARE = 3, 10, 0.7
"""Different rare words in a passage that tells; with fewer it must be longer, and nearly all of a sentence."""

BESIDE = 6
"""The same of words beside those that both texts quote: who takes over a quotation takes what leads up to it."""

MANY, PLENTY = 20, 60
"""Words that tell wherever they stand; so many in common, none of them quoted, need not be looked at one by one."""

LINK, LINKS = 3, 2
"""Letters, and number, of the small words that stand between two words of one name: "de la", "van"."""

INSIDE = frozenset(" -'")
"""What stands between two words of a name."""

Words = list[tuple[int, int]]
"""Words in common, by their places in both texts."""

Stretches = list[tuple[int, int]]
"""First and last (exclusive) word of what was read, in order."""


def telling(found: Sequence[Chain], a: ReadReport, b: ReadReport) -> tuple[Chain, ...]:
    """Those passages of two reports that tell that one has them from the other, or both from a third; with them all but the shortest."""
    told = [chain for chain in found if _tells(chain, a, b)]
    return tuple(chain for chain in found if chain in told or covered([chain]) >= CLAUSE) if told else ()


def _tells(chain: Chain, a: ReadReport, b: ReadReport) -> bool:
    common = [(block.a + i, block.b + i) for block in chain for i in range(block.size)]
    said = _unquoted(common, a, b)
    x, y = tokens(a), tokens(b)
    rare = len({x.folded[i] for i, j in common if x.sketch.flags[i] and y.sketch.flags[j]}) >= RARE
    if rare and len(said) >= PLENTY:
        return True
    idle = {*_named(said, x, y), *_held(said, a, b, Who.NAMED), *_set(said, x)}
    words = len(said) - len(idle)
    if words < BESIDE:
        return False
    run = max(block.size for block in chain) >= RUN
    if rare and words >= MANY and run:
        return True
    if len(common) - len(said) >= CLAUSE:
        return rare and len(said) - len(idle.union(_held(said, a, b, Who.ANYBODY))) >= BESIDE
    left, right = _place([i for i, _ in said], x, idle), _place([j for _, j in said], y, idle)
    share, most = min(left.share, right.share), min(left.most, right.most)
    if not rare:
        return most >= WHOLE and share >= WHOLE_SHARE
    return most >= SENTENCE or (run and words >= CLAUSE and share >= CLAUSE_SHARE)


def _unquoted(common: Words, a: ReadReport, b: ReadReport) -> Words:
    """Those words that not both texts quote."""
    if not a.reading.quotes or not b.reading.quotes:
        return common
    x, y = _stretches(a, a.reading.quotes), _stretches(b, b.reading.quotes)
    return [(i, j) for i, j in common if _in(i, x) is None or _in(j, y) is None]


class Who(Enum):
    """Whose mentions count once: of those with a name, as it is repeated word by word, or of all, as a quotation says whose it is."""

    NAMED = auto()
    ANYBODY = auto()


def _held(common: Words, a: ReadReport, b: ReadReport, who: Who) -> Iterator[int]:
    """The places in `common` of words that go on with what both texts call somebody: "the mayor of Albi, Jean Prat"."""
    x, y = (
        _stretches(read, [m.span for m in read.reading.actors if who is Who.ANYBODY or _by_name(read.report.text, m.span)])
        for read in (a, b)
    )
    called = [(_in(i, x), _in(j, y)) for i, j in common] if x and y else []
    yield from (place for place, (last, one) in enumerate(pairwise(called), 1) if last == one and None not in one)


def _by_name(text: str, span: Span) -> bool:
    return any(c.isupper() for c in text[span.start + 1 : span.end])


def _stretches(read: ReadReport, spans: Sequence[Span]) -> Stretches:
    starts = tokens(read).starts
    return sorted((bisect_left(starts, span.start), bisect_left(starts, span.end)) for span in spans)


def _in(word: int, stretches: Stretches) -> int | None:
    """Which of the stretches a word is in."""
    at = bisect_right(stretches, word, key=itemgetter(0)) - 1
    return at if at >= 0 and word < stretches[at][1] else None


def _named(common: Words, x: Tokens, y: Tokens) -> Iterator[int]:
    """The places in `common` of words that go on with a name."""
    waiting: list[int] | None = None  # linking words since the last word of a name; None outside names
    for place, (i, j) in enumerate(common):
        joined = place > 0 and common[place - 1] == (i - 1, j - 1) and _joined(i, x) and _joined(j, y)
        capital = x.text[x.starts[i]].isupper() and y.text[y.starts[j]].isupper()
        if capital and joined and waiting is not None:
            yield from (*waiting, place)
        if capital:
            waiting = []
        elif joined and waiting is not None and len(waiting) < LINKS and len(x.folded[i]) <= LINK:
            waiting.append(place)
        else:
            waiting = None


def _joined(word: int, of: Tokens) -> bool:
    """Whether a word stands next to the one before, with no mark between that ends a name."""
    return INSIDE.issuperset(plain(of.text[of.ends[word - 1] : of.starts[word]]))


def _set(common: Words, x: Tokens) -> Iterator[int]:
    """The places in `common` of words that go on with a set phrase."""
    edges = [0, *(place for place, (one, two) in enumerate(pairwise(common), 1) if two[0] != one[0] + 1), len(common)]
    for start, end in pairwise(edges):
        for first, last in set_phrases([x.folded[i] for i, _ in common[start:end]], x.language):
            yield from range(start + first + 1, start + last)


class Place(NamedTuple):
    """Where common words stand in a text: which share they are of the sentences that they are in, and how many of those that tell are in
    sentences of which they are most."""

    share: float
    most: int


def _place(words: Sequence[int], of: Tokens, idle: Collection[int]) -> Place:
    firsts = [bisect_left(of.starts, start) for start, _ in sentences(plain(of.text))]
    where = [bisect_right(firsts, word) - 1 for word in words]
    sizes = dict(zip(range(len(firsts)), (b - a for a, b in pairwise([*firsts, len(of.starts)])), strict=True))
    held = Counter(where)
    most = sum(held[at] >= SENTENCE_SHARE * sizes[at] for place, at in enumerate(where) if place not in idle)
    return Place(len(words) / sum(sizes[at] for at in held), most)
