"""Crosschecks of a dossier against their gold: which annotated claims answer one question, and how the answers stand to each other."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from recoupe.ledger import Ledger
from recoupe.model import Agreement, Claim
from recoupe_eval import gold as golds
from recoupe_eval.gold import GoldClaim, GoldReport
from recoupe_eval.rows import Row, clustered, row
from recoupe_eval.scores import ENOUGH, ENOUGH_OF_A_KIND, Counts, clusters

Key = tuple[str, str]
"""The file name of a report, and the key of a claim in it."""


class GoldQuestion(msgspec.Struct, frozen=True, omit_defaults=True):
    """One question with all annotated claims that answer it; `voices`: the names of the independent voices behind them."""

    key: str
    about: str
    event: str
    claims: tuple[Key, ...]
    agreement: Agreement
    voices: tuple[tuple[str, ...], ...] = ()


class Questions(msgspec.Struct, frozen=True, omit_defaults=True):
    """The questions of a dossier; `parts`: pairs of a part and its whole."""

    texts: str
    questions: tuple[GoldQuestion, ...]
    parts: tuple[tuple[str, str], ...] = ()


def read(path: Path) -> Questions:
    """The gold in `path`.

    Raises:
        msgspec.DecodeError: the file is no such gold.
    """
    return msgspec.json.decode(path.read_bytes(), type=Questions)


class Answered(msgspec.Struct, frozen=True):
    """What a ledger made of a dossier: the crosscheck of each annotated claim that was found, and how each stands."""

    crosscheck: dict[Key, str]
    agreement: dict[str, Agreement]


def answered(root: Path, folder: Path) -> Answered:
    """Put the texts of a dossier through a ledger, and find its annotated claims again by their quantities."""
    marked = {path.stem: golds.read(path) for path in folder.glob("*.json") if path.stem not in {"links", "crosschecks"}}
    with Ledger.open() as ledger:
        ledger.add([str(root / "examples" / folder.name)])
        names = {report.id: Path(report.raw.locator).stem for report in ledger.reports()}
        found = {claim.id: claim for claim in ledger.claims()}
        crosschecks = ledger.crosschecks()
    crosscheck: dict[Key, str] = {}
    for check in crosschecks:
        for claim in (found[key] for answer in check.answers for key in answer.claims if key in found):
            if report := marked.get(names[claim.report]):
                crosscheck |= {(report.report, one.key): check.id for one in _same(claim, report)}
    return Answered(crosscheck, {check.id: check.agreement for check in crosschecks})


def _same(claim: Claim, report: GoldReport) -> Iterator[GoldClaim]:
    """The annotated claims about the very number that `claim` gives."""
    numbers = {q.key: q.words for q in report.quantities}
    for one in report.claims:
        words = numbers.get(one.quantity or "")
        if words is not None and any(words.meets(q.span.start, q.span.end) for q in claim.quantities):
            yield one


def score(results: Sequence[tuple[Questions, Answered]]) -> Iterator[Row]:
    """Whether claims that answer one question stand together, and are told apart from others; and how answers stand to each other."""
    gold = {(q.texts, *claim): f"{q.texts} {one.key}" for q, _ in results for one in q.questions for claim in one.claims}
    found = {(q.texts, *claim): f"{q.texts} {key}" for q, made in results for claim, key in made.crosscheck.items()}
    alone = {claim: f"missed {' '.join(claim)}" for claim in gold if claim not in found}
    wanted = {" ".join(claim): key for claim, key in gold.items()}
    yield clustered(
        "crosschecks: one question (B-cubed)", clusters({" ".join(c): k for c, k in (found | alone).items()}, wanted), len(gold), ENOUGH
    )
    yield row("crosschecks: how answers stand", [_stands(one, made) for q, made in results for one in q.questions], ENOUGH_OF_A_KIND)


def _stands(question: GoldQuestion, made: Answered) -> Counts:
    """Whether the crosscheck that holds most of the question's claims says how they stand."""
    held = Counter(made.crosscheck[claim] for claim in question.claims if claim in made.crosscheck)
    if not held:
        return Counts(misses=1)
    best = min(held, key=lambda key: (-held[key], key))
    right = made.agreement[best] == question.agreement
    return Counts(right, not right, not right)
