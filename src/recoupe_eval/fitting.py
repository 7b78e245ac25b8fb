"""`python -m recoupe_eval.fitting`: fits the weights by which a claim takes its place and its day, and says how well unseen reports fare.

Fitted on the reports that those who write rules may read: the dev halves, and the short texts that are for mending.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from recoupe.claims.draft import Draft
from recoupe.claims.drafts import drafts
from recoupe.claims.page import page
from recoupe.claims.setting import candidates
from recoupe.claims.setting.bearing import anchor, bearing, for_none
from recoupe.claims.setting.scene import Scene, scene
from recoupe.claims.setting.seen import M, Seen
from recoupe.model import Claim, Place, ReadReport, When
from recoupe.text import fold
from recoupe_eval import reports
from recoupe_eval.gold import Words
from recoupe_eval.loglinear import Example, crossed, fit
from recoupe_eval.reports import Judged

ROOT = Path(__file__).parent.parent.parent
OPEN = ("fresh-1", "fresh-3", "fresh-4", "fresh-5")
"""Short texts that are for mending."""
PENALTY = 3.0
COUNTS = {"own": 1.0, "inherited": 0.5, "none": 0.4}
"""How much a choice counts: careful readers agree on what the sentence itself says, less on what it inherits."""
HEAD = """# What each sign of a place or a time speaks for or against its being that of a claim: weights of a log-linear model.
# Written by `python -m recoupe_eval.fitting --write`, from the reports of eval/ that those who write rules may read; not by hand.
# Signs that begin with "none" speak for none of the candidates. What a sign means: claims/setting/scene.py and claims/setting/bearing.py.
"""


class Choice(msgspec.Struct, frozen=True):
    """An example, and how the gold has it: said by the sentence itself (`own`), `inherited`, or `none`."""

    example: Example
    kind: str


def choices(judged: Judged, what: str) -> Iterator[Choice]:
    """The choices of `what` in the claims of one report that are in its gold, too."""
    laid_out = page(ReadReport(report=judged.report, reading=judged.reading))
    found = scene(laid_out)
    known = {_key(draft): draft for draft in drafts(laid_out)}
    for marked, claim in reports.matched(judged):
        draft = known.get(_claimed(claim))
        if draft is not None and (what == "place" or anchor(draft) not in found.compared):
            field, words = ("place", marked.place) if what == "place" else ("time", marked.time)
            said = "inherited" if field in marked.inherited else "own"
            kind = said if words is not None else "none"
            mentioned, signs = _offered(found, draft, what)
            yield Choice(Example(judged.gold.report, signs, _right(judged, what, words, mentioned), COUNTS[kind]), kind)


def _key(draft: Draft) -> tuple[object, ...]:
    at = draft.quantity.span.start if draft.quantity is not None else None
    return draft.clause.start, draft.clause.end, at, draft.source.attribution.id if draft.source is not None else None


def _claimed(claim: Claim) -> tuple[object, ...]:
    at = claim.quantities[0].span.start if claim.quantities else None
    return claim.span.start, claim.span.end, at, claim.attribution.id if claim.attribution is not None else None


def _offered(found: Scene, draft: Draft, what: str) -> tuple[list[Place | When], tuple[tuple[str, ...], ...]]:
    """The candidates of a draft, and their signs."""
    if what == "place":
        places = candidates.places(found, draft)
        return [one.mention for one in places], _signs(found, draft, places)
    whens = candidates.times(found, draft)
    return [one.mention for one in whens], _signs(found, draft, whens)


def _signs(found: Scene, draft: Draft, some: Sequence[Seen[M]]) -> tuple[tuple[str, ...], ...]:
    """The signs of each candidate, those of none last."""
    said = found.page.voices(anchor(draft))
    borne = [(*one.signs, *bearing(found, draft, one, said)) for one in some]
    return (*borne, tuple(for_none(draft, some)))


def _right(judged: Judged, what: str, words: Words | None, some: Sequence[Place | When]) -> frozenset[int]:
    """The candidates that the gold has; the one behind the last is none of them."""
    if words is None:
        return frozenset({len(some)})
    if what == "place":
        name = fold(judged.report.text[words.start : words.end])
        return frozenset(
            n for n, p in enumerate(some) if isinstance(p, Place) and (words.meets(p.span.start, p.span.end) or fold(p.name) == name)
        )
    day = next((t.value[:10] for t in judged.gold.times if t.words.meets(words.start, words.end)), None)
    return frozenset(n for n, w in enumerate(some) if isinstance(w, When) and w.value[:10] == day)


def read(root: Path, wikinews: Path | None) -> list[Judged]:
    """The French reports from which may be learnt."""
    gold = root / "eval" / "gold"
    folders = [path for path in sorted(gold.iterdir()) if (root / "examples" / path.name).is_dir()]
    found = [one for folder in folders for one in reports.read(folder, root / "examples" / folder.name)]
    if wikinews is not None:
        found += reports.read(gold / "wikinews", wikinews)
    found = [one for one in found if reports.half(one.gold.report) == "dev"]
    found += [one for name in OPEN for one in reports.read(gold / name, root / "eval" / "texts" / name)]
    return [one for one in found if one.report.language == "fr"]


def main(argv: Sequence[str] | None = None) -> int:
    """Print how well the choices of unseen reports are made; with --write, fit all and write the weights."""
    options = argparse.ArgumentParser(prog="python -m recoupe_eval.fitting", description=__doc__)
    options.add_argument("--root", type=Path, default=ROOT, help="the checkout with eval/ and examples/ (default: the one this stands in)")
    options.add_argument("--data", type=Path, metavar="PATH", help="where the texts of Wikinews lie (default: left out)")
    options.add_argument("--write", action="store_true", help="write ontology/settings.toml")
    given = options.parse_args(argv)
    judged = read(given.root, given.data)
    lines = [HEAD]
    for what in ("place", "day"):
        some = [choice for one in judged for choice in choices(one, what)]
        examples = [choice.example for choice in some]
        if given.write:
            lines += [f"[{what}]", *(f'"{sign}" = {weight:.2f}' for sign, weight in sorted(fit(examples, PENALTY).items())), ""]
        else:
            print(_told(what, some, crossed(examples, PENALTY)))
    if given.write:
        (given.root / "src" / "recoupe" / "ontology" / "settings.toml").write_text("\n".join(lines).rstrip() + "\n", "utf-8")
    return 0


def _told(what: str, some: Sequence[Choice], taken: Sequence[int]) -> str:
    """How many choices are right, by how the gold has them."""
    parts = []
    for kind in COUNTS:
        right = [n in choice.example.right for choice, n in zip(some, taken, strict=True) if choice.kind == kind]
        parts.append(f"{kind} {sum(right)} of {len(right)}")
    return f"{what}, folds not seen: " + ", ".join(parts)


if __name__ == "__main__":
    sys.exit(main())
