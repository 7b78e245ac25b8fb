"""What two texts have in common, weighed: is it more than a name with its office, a set phrase, or what a speaker told both?

A name counts once however many words it has, with its office, and so does a set phrase. Words that both texts quote do not count: two
reporters who heard one speaker took nothing from each other.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import compress, pairwise
from operator import and_
from typing import NamedTuple

from recoupe.model import ReadReport
from recoupe.reuse.callings import callings
from recoupe.reuse.chains import Chain, covered
from recoupe.reuse.stock import set_phrases
from recoupe.reuse.tokens import Sketch, Tokens, lines, tokens
from recoupe.stage import remembered
from recoupe.text import plain

CLAUSE, CLAUSE_SHARE = 9, 0.28
"""Words that tell, of a passage that is part of longer sentences, and the share that it has of them on both sides: an office, its holder
and "refuses to" have less. (Of planted pairs: shares of chance .37 at most, of copied sentences .58 at least.)"""

RUN, SCATTERED = 8, 0.45
"""Words of it in a row: fewer, here and there, are what all who write on a thing say of it, unless they are so much of both sentences."""

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


def telling(found: Sequence[Chain], a: ReadReport, b: ReadReport) -> tuple[Chain, ...]:
    """Those passages of two reports that tell that one has them from the other, or both from a third; with them all but the shortest.

    >>> from recoupe.ingest.objects import member
    >>> from recoupe.model import Reading
    >>> from recoupe.reuse.chains import chains
    >>> def read(text): return ReadReport(report=member(b'{"text": "%s"}' % text, "a"), reading=Reading(report=""))
    >>> def told(a, b): return len(telling(chains(tokens(a).sketch, tokens(b).sketch), a, b))
    >>> told(read(b"Selon Le Courrier de Vautorte, la digue tient."), read(b"Selon Le Courrier de Vautorte, la digue tient, mais non."))
    0
    >>> told(read(b"Le wagon-citerne a perdu neuf tonnes de soude caustique."), read(b"Le wagon-citerne a perdu neuf tonnes de soude."))
    1
    """
    told = [chain for chain in found if _tells(chain, a, b)]
    return tuple(chain for chain in found if chain in told or covered([chain]) >= CLAUSE) if told else ()


def _tells(chain: Chain, a: ReadReport, b: ReadReport) -> bool:
    x, y, heard = tokens(a), tokens(b), (_quoted(a), _quoted(b))
    rare = len(_rare(chain, x.sketch, y.sketch)) >= RARE
    if rare and covered([chain]) - sum(sum(both) for both in _both(chain, *heard)) >= PLENTY:
        return True
    common = [(block.a + i, block.b + i) for block in chain for i in range(block.size)]
    said = _unquoted(common, *heard)
    idle = {*_named(said, x, y), *_set(said, x), *_called(said, x)}
    words = len(said) - len(idle)
    if words < BESIDE:
        return False
    run = max(block.size for block in chain) >= RUN
    if rare and words >= MANY and run:
        return True
    if len(common) - len(said) >= CLAUSE:
        return rare and len(said) - len(idle.union(_called(said, x, named=False))) >= BESIDE
    ours, theirs = _place([i for i, _ in said], a, idle), _place([j for _, j in said], b, idle)
    share, most = min(ours.share, theirs.share), min(ours.most, theirs.most)
    if not rare:
        return most >= WHOLE and share >= WHOLE_SHARE
    return most >= SENTENCE or (words >= CLAUSE and share >= (CLAUSE_SHARE if run else SCATTERED))


def _both(chain: Chain, x: Sequence[int], y: Sequence[int]) -> Iterator[Iterator[int]]:
    """For each block what both say of its words, 0 or 1 each."""
    return (map(and_, x[block.a : block.a + block.size], y[block.b : block.b + block.size]) for block in chain)


def _rare(chain: Chain, x: Sketch, y: Sketch) -> set[int]:
    """The words of a passage that few reports use."""
    numbers, found = memoryview(x.packed).cast("I"), set[int]()
    for block, both in zip(chain, _both(chain, x.flags, y.flags), strict=True):
        found.update(compress(numbers[block.a : block.a + block.size], both))
    return found


@remembered(512)
def _quoted(read: ReadReport) -> bytearray:
    """Of each word of a report 1 where it is quoted, else 0."""
    starts = tokens(read).starts
    quoted = bytearray(len(starts))
    for span in read.reading.quotes:
        first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
        quoted[first:last] = b"\1" * (last - first)
    return quoted


def _unquoted(common: Words, x: bytearray, y: bytearray) -> Words:
    """Those words that not both texts quote."""
    if 1 not in x or 1 not in y:
        return common
    return [(i, j) for i, j in common if not (x[i] and y[j])]


def _called(common: Words, x: Tokens, *, named: bool = True) -> Iterator[int]:
    """The places in `common` of words that go on with what both call somebody: "the mayor of Albi, Jean Prat"; by name, or in any way."""
    for start, end in _stretches(common):
        for first, last, by_name in callings([i for i, _ in common[start:end]], x):
            if by_name or not named:
                yield from range(start + first + 1, start + last + 1)


def _named(common: Words, x: Tokens, y: Tokens) -> Iterator[int]:
    """The places in `common` of words that go on with a name."""
    waiting: list[int] | None = None  # linking words since the last word of a name; None outside names
    for place, (i, j) in enumerate(common):
        capital = x.text[x.starts[i]].isupper() and y.text[y.starts[j]].isupper()
        small = not capital and len(x.folded[i]) <= LINK and waiting is not None and len(waiting) < LINKS
        if waiting is None or not (capital or small) or common[place - 1] != (i - 1, j - 1) or not (_joined(i, x) and _joined(j, y)):
            waiting = [] if capital else None
        elif capital:
            yield from (*waiting, place)
            waiting = []
        else:
            waiting = [*waiting, place]


def _joined(word: int, of: Tokens) -> bool:
    """Whether a word stands next to the one before, with no mark between that ends a name."""
    return INSIDE.issuperset(plain(of.text[of.ends[word - 1] : of.starts[word]]))


def _set(common: Words, x: Tokens) -> Iterator[int]:
    """The places in `common` of words that go on with a set phrase."""
    for start, end in _stretches(common):
        for first, last in set_phrases([x.folded[i] for i, _ in common[start:end]], x.language):
            yield from range(start + first + 1, start + last)


def _stretches(common: Words) -> Iterator[tuple[int, int]]:
    """First and last (exclusive) place of words that follow one another."""
    yield from pairwise([0, *(place for place, (one, two) in enumerate(pairwise(common), 1) if two[0] != one[0] + 1), len(common)])


class Place(NamedTuple):
    """Where common words stand in a text: which share they are of the sentences that they are in, and how many of those that tell are in
    sentences of which they are most."""

    share: float
    most: int


def _place(words: Sequence[int], of: ReadReport, idle: Collection[int]) -> Place:
    firsts, size = lines(of).firsts, len(tokens(of).starts)
    where = [bisect_right(firsts, word) - 1 for word in words]
    held = Counter(where)
    sizes = {at: (firsts[at + 1] if at + 1 < len(firsts) else size) - firsts[at] for at in held}
    most = sum(held[at] >= SENTENCE_SHARE * sizes[at] for place, at in enumerate(where) if place not in idle)
    return Place(len(words) / sum(sizes.values()), most)
