"""A corpus with planted reuse: who took what from whom, to the character, among reports that took nothing."""

import hashlib
import random
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import msgspec

from recoupe_eval.reuse import french
from recoupe_eval.reuse.kinds import KINDS, QUOTING, Piece, Sentences, half_taken, quoting, twin
from recoupe_eval.reuse.pan import Shared, Stretch

BEGIN = datetime(2031, 3, 1, 6, tzinfo=UTC)
DAYS = 30
OUTLETS = 40
RUN = 6
SPLITS = ("dev", "test")
"""Halves: no corpus is of both; rules are mended on dev alone."""

COMMON, TWIN, QUOTE = "hidden source", "twin", "same quotation"
APART = frozenset({TWIN, QUOTE})
"""Pairs that share words although neither was made from the other, nor both from a third text."""


class Written(msgspec.Struct, frozen=True):
    """A report of the corpus."""

    id: str
    outlet: str
    published: str
    text: str


class Planted(msgspec.Struct, frozen=True):
    """A pair that shares words. `of`: which of the two took them from the other (None: both from a third, or a twin)."""

    kind: str
    pair: tuple[str, str]
    of: str | None
    passages: tuple[Shared, ...]


class Corpus(msgspec.Struct, frozen=True):
    """Reports and what is planted in them."""

    reports: tuple[Written, ...]
    planted: tuple[Planted, ...]


class Draft(NamedTuple):
    """A report before it is set: its sentences, what it says of its source, its outlet and time."""

    pieces: list[Piece]
    outlet: str
    at: datetime
    credit: str = ""


Material = Callable[[], list[str]]
"""The next report, as a title and sentences; none is given twice. StopIteration where there is no more."""


LENGTH = (200, 380)
"""Words of a made-up report."""


def made_up(rng: random.Random, length: tuple[int, int] = LENGTH) -> Material:
    """Endless made-up reports; about three in a row are of one story."""
    story = french.Story(rng)

    def give() -> list[str]:
        nonlocal story
        story = french.Story(rng) if rng.random() < 0.33 else story
        return french.report(rng, story, rng.randint(*length))

    return give


def real(rng: random.Random, folder: Path, split: str) -> Material:
    """The reports of `folder` that are of one half by the hash of their names, in any order."""
    files = [path for path in sorted(folder.glob("*.txt")) if _half(path.stem) == split]
    rng.shuffle(files)
    waiting = iter(_strangers([found for path in files if len(found := french.sentences(path.read_text("utf-8"))) >= 5]))
    return lambda: next(waiting)


def _strangers(reports: Sequence[list[str]]) -> list[list[str]]:
    """Those that have no `RUN` words in a row in common with one before: what real reports took from each other nobody has marked."""
    seen, kept = set[tuple[str, ...]](), list[list[str]]()
    for report in reports:
        words = " ".join(report).lower().split()
        runs = set(zip(*(words[i:] for i in range(RUN)), strict=False))
        if seen.isdisjoint(runs):
            kept.append(report)
        seen |= runs
    return kept


def _half(name: str) -> str:
    return "test" if int(hashlib.sha256(name.encode()).hexdigest(), 16) % 2 else "dev"


class Planter:
    """Plants pairs, and sets all reports in an order that says nothing."""

    def __init__(self, seed: int, split: str) -> None:
        self.rng = random.Random(f"{split} {seed}")  # noqa: S311 - a corpus, no secret
        rng, words = self.rng, french.WORDS
        # every outlet has a closing line of its own wording, some a second one such as sites have
        self.outlets = [rng.choice(words["outlets"]).format(town=french.town(rng)) for _ in range(OUTLETS)]
        self.lines = {o: [f"{french.report(rng, french.Story(rng), 1)[1]} {o}"] for o in self.outlets}
        for outlet, line in zip(self.outlets, words["boilerplate"][split], strict=False):
            self.lines[outlet].append(line.format(outlet=outlet))
        self.drafts: list[Draft] = []
        self.pairs: list[tuple[str, int, int, bool]] = []

    def plain(self, own: Sentences) -> None:
        """A report that took nothing."""
        self._draft([Piece(text) for text in own])

    def reuse(self, kind: str, source: Sentences, own: Sentences) -> None:
        """A report and what another made of it, minutes to days later; one in three says from whom it has it."""
        a = self._draft([Piece(text, i) for i, text in enumerate(source)], agency=0.3)
        taken = self.drafts[a]
        at = taken.at + timedelta(minutes=self.rng.lognormvariate(5, 1.5))
        b = self._draft(KINDS[kind](self.rng, source, own), at, self._credit(taken.outlet))
        self.pairs.append((kind, a, b, True))

    def common(self, source: Sentences, owns: Sequence[Sentences]) -> None:
        """Two reports of one dispatch that is not in the corpus; half of them credit the agency."""
        at, agency = self._moment(), self.rng.choice(french.WORDS["agencies"])
        named = self.rng.choice(french.WORDS["agency"]).format(outlet=agency) if self.rng.random() < 0.5 else ""
        later = [at + timedelta(minutes=self.rng.lognormvariate(4, 1.2)) for _ in owns]
        a, b = (self._draft(half_taken(self.rng, source, own), when, named) for own, when in zip(owns, later, strict=True))
        self.pairs.append((COMMON, a, b, False))

    def quoted(self, owns: Sequence[Sentences]) -> None:
        """Two reports of their own that quote one speaker, hours apart."""
        story = french.Story(self.rng)
        words, who, at = french.sentence(self.rng, story).rstrip("."), story.people[0].rstrip(","), self._moment()
        places = [self.rng.randint(1, len(own)) for own in owns]
        frames = self.rng.sample(QUOTING, len(owns))
        texts = [[*own[:i], quoting(frame, words, who), *own[i:]] for own, i, frame in zip(owns, places, frames, strict=True)]
        a, b = (
            self._draft(
                [Piece(text, 0 if n == i else None) for n, text in enumerate(one)], at + timedelta(minutes=self.rng.randint(0, 600))
            )
            for one, i in zip(texts, places, strict=True)
        )
        self.pairs.append((QUOTE, a, b, False))

    def twin(self, source: Sentences) -> None:
        """The same template a day or more later, of one outlet."""
        a = self._draft([Piece(text, i) for i, text in enumerate(source)])
        again = [Piece(text, i) for i, text in enumerate(twin(self.rng, source))]
        at = self.drafts[a].at + timedelta(days=self.rng.randint(1, 7))
        self.drafts.append(Draft(again, self.drafts[a].outlet, at))
        self.pairs.append((TWIN, a, len(self.drafts) - 1, False))

    def corpus(self) -> Corpus:
        """All reports, numbered in an order of chance, and where they share what."""
        order = list(range(len(self.drafts)))
        self.rng.shuffle(order)
        ids = {draft: f"r-{number:06d}" for number, draft in enumerate(order)}
        texts, places = zip(*(self._set(draft) for draft in self.drafts), strict=True)
        reports = [Written(ids[i], d.outlet, d.at.isoformat(), texts[i]) for i, d in enumerate(self.drafts)]
        planted = [self._planted(pair, ids, places) for pair in self.pairs]
        return Corpus(tuple(sorted(reports, key=lambda r: r.id)), tuple(planted))

    def _draft(self, pieces: list[Piece], at: datetime | None = None, credit: str = "", agency: float = 0.0) -> int:
        outlet = self.rng.choice(french.WORDS["agencies"] if self.rng.random() < agency else self.outlets)
        self.drafts.append(Draft(pieces, outlet, at or self._moment(), credit))
        return len(self.drafts) - 1

    def _moment(self) -> datetime:
        return BEGIN + timedelta(minutes=self.rng.randrange(DAYS * 24 * 60))

    def _credit(self, outlet: str) -> str:
        if self.rng.random() > 0.35:
            return ""
        lines = "agency" if outlet in french.WORDS["agencies"] else "relay"
        return str(self.rng.choice(french.WORDS[lines])).format(outlet=outlet)

    def _set(self, draft: Draft) -> tuple[str, list[Stretch]]:
        """The text, and where each sentence stands in it: a title, paragraphs of up to three sentences, the credit, the outlet's lines."""
        text, places, left = "", list[Stretch](), 1
        for piece in draft.pieces:
            text += ("\n\n" if left == 0 else " ") if text else ""
            left = 0 if not places else (left or self.rng.randint(1, 3)) - 1
            places.append((len(text), len(text) + len(piece.text)))
            text += piece.text
        lines = self.lines.get(draft.outlet, []) if self.rng.random() < 0.7 else []
        return "\n\n".join((text, *filter(None, (draft.credit,)), *lines)), places

    def _planted(self, pair: tuple[str, int, int, bool], ids: dict[int, str], places: Sequence[list[Stretch]]) -> Planted:
        kind, a, b, derived = pair
        first, second = sorted((a, b), key=ids.__getitem__)
        spans = _joined(self.drafts[first].pieces, self.drafts[second].pieces)
        both = (ids[first], ids[second])
        at = [(places[first], x, places[second], y) for x, y in spans]
        shared = tuple(Shared(both, (p[x[0]][0], p[x[1]][1]), (q[y[0]][0], q[y[1]][1])) for p, x, q, y in at)
        return Planted(kind, both, ids[b] if derived else None, shared)


def _joined(a: Sequence[Piece], b: Sequence[Piece]) -> list[tuple[Stretch, Stretch]]:
    """First and last (inclusive) sentence on both sides of what stems from one place; what follows on both sides is one passage."""
    where = {piece.of: i for i, piece in enumerate(b) if piece.of is not None}
    found: list[tuple[Stretch, Stretch]] = []
    for i, piece in enumerate(a):
        j = where.get(piece.of) if piece.of is not None else None
        if j is None:
            continue
        if found and found[-1][0][1] == i - 1 and found[-1][1][1] == j - 1:
            (x, _), (y, _) = found.pop()
            found.append(((x, i), (y, j)))
        else:
            found.append(((i, i), (j, j)))
    return found


def synthetic(seed: int, split: str, cases: int, length: tuple[int, int] = LENGTH) -> Corpus:
    """So many pairs of each kind among five times as many reports that took nothing; `length`: least and most words."""
    planter = Planter(seed, split)
    give = made_up(planter.rng, length)
    for _ in range(cases):
        for kind in KINDS:
            planter.reuse(kind, give(), give())
        planter.common(give(), (give(), give()))
        planter.twin(give())
        planter.quoted((give(), give()))
        for _ in range(5):
            planter.plain(give())
    return planter.corpus()


def of_real(seed: int, split: str, folder: Path, kind: str) -> Corpus:
    """One kind of reuse planted in the reports of `folder`, each used once: two in three are a source or a copy."""
    planter = Planter(seed, split)
    give = real(planter.rng, folder, split)
    try:
        while True:
            if kind == TWIN:
                planter.twin(give())
            elif kind == COMMON:
                planter.common(give(), (give(), give()))
            else:
                planter.reuse(kind, give(), give())
            planter.plain(give())
    except StopIteration:
        return planter.corpus()
