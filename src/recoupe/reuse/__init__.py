"""Reuse: who shares which words with whom, and on how many texts a set of reports rests.

`LINK` finds the pairs worth comparing, `compare` says what two reports have in common, `rewrites` which reports of an event tell the same
in other words, `descent` which two have it from a third, `origins` counts the texts behind them.
"""

from collections.abc import Sequence

from recoupe.model import ReadReport
from recoupe.reuse.comparison import compare, score
from recoupe.reuse.credits import agency_credits
from recoupe.reuse.descent import descent
from recoupe.reuse.fingerprint import keys, node
from recoupe.reuse.rewrites import rewrites
from recoupe.reuse.roots import origins
from recoupe.reuse.tokens import Sketch, sketch
from recoupe.stage import Link, Pairs

__all__ = ["LINK", "agency_credits", "compare", "descent", "origins", "rewrites"]


def _whole(nodes: Sequence[str], _scores: Pairs, _threshold: int) -> Sequence[Sequence[str]]:
    """A component stays whole: what shares words belongs together by way of any chain of copies."""
    return [nodes]


def _undated(_read: ReadReport) -> None:
    """Copies are found over any distance in time."""


FAR, JOINT = 4, 3
"""Texts in which a run of words is enough to compare them, and runs that they must share where more have each. By chance a report shares
one run with ever more others while a ledger grows, and two that overlap as one; three, which make up seven words at least, with hardly
any more. (Of 1,700 real reports on one subject 6 pairs a report are compared instead of 10, and all reuses of 150 characters are found
still; of those of 80 to 150 one in fifty is lost, set phrases most of them.)"""

LINK: Link[ReadReport, Sketch] = Link(
    name="reuse",
    version=17,
    node=node,
    keys=keys,
    day=_undated,
    sketch=sketch,
    sketches=Sketch,
    score=score,
    close=_whole,
    threshold=150,  # from this share on two texts may have one origin; one passage is a reuse, however long the texts
    cap=100,  # a run of seven words in more than a hundred texts is a way of speaking
    window=None,
    far=FAR,
    joint=JOINT,
)
