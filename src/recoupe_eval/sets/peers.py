"""Two well-known ways to bring reports to events, run on the same texts: what a figure of ours is to be held against.

Both compare TF-IDF vectors of scikit-learn, which must be installed; both are given what the library is not: a threshold of their own for
each set, the best of `THRESHOLDS` on its dev half.
"""

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from typing import Any

from recoupe.errors import BadSetup
from recoupe_eval.rows import Row, clustered, row
from recoupe_eval.scores import ENOUGH, Clusters, clusters
from recoupe_eval.sets.records import ClusteredText

THRESHOLDS = tuple(n / 100 for n in range(4, 64, 2))

Found = list[int]
"""The number of the group of each item."""


class NoPeers(BadSetup):
    """scikit-learn is not installed."""

    def __init__(self) -> None:
        super().__init__("the peers need scikit-learn: pip install scikit-learn")


def rows(dev: Sequence[ClusteredText], items: Sequence[ClusteredText]) -> Iterator[Row]:
    """The rows of both peers on `items`, with the threshold that is best on `dev`.

    Raises:
        NoPeers: scikit-learn is not installed.
    """
    tuning, asked = _alike(dev), _alike(items)
    for name, way in WAYS.items():
        best = max(THRESHOLDS, key=lambda threshold: _scored(way(tuning, threshold), dev).f1)
        scored = _scored(way(asked, best), items)
        yield clustered(f"{name}, {best:.2f} (B-cubed)", scored, len(items), ENOUGH)
        yield row(f"{name}, {best:.2f} (pairs)", [scored.pairs], ENOUGH)


def _scored(found: Found, items: Sequence[ClusteredText]) -> Clusters:
    return clusters({item.id: group for item, group in zip(items, found, strict=True)}, {item.id: item.cluster for item in items})


def _alike(items: Sequence[ClusteredText]) -> Any:
    """The cosine of each two items: a matrix."""
    texts = [f"{item.title or ''}\n{item.text}" for item in items]
    vectors = _learn("feature_extraction.text").TfidfVectorizer(sublinear_tf=True).fit_transform(texts)
    return (vectors @ vectors.T).toarray()


def _learn(module: str) -> Any:
    try:
        return import_module(f"sklearn.{module}")
    except ImportError:
        raise NoPeers from None


def single_pass(alike: Any, threshold: float) -> Found:
    """Each report, in the order of the set, joins the group whose centroid is nearest if that is near enough; else it opens one."""
    sums, norms = 0 * alike, 0 * alike[0]  # of each group: the cosines of all items with its members, added up; its length squared
    found: Found = []
    groups = 0
    for item, near in enumerate(alike):
        scores = sums[:groups, item] / norms[:groups] ** 0.5
        best = int(scores.argmax()) if groups else 0
        if not groups or scores[best] < threshold:
            best = groups
            groups += 1
        norms[best] += 1 + 2 * sums[best, item]
        sums[best] += near
        found.append(best)
    return found


def average_link(alike: Any, threshold: float) -> Found:
    """scikit-learn's average-link over all pairs at once."""
    way = _learn("cluster").AgglomerativeClustering(
        n_clusters=None, metric="precomputed", linkage="average", distance_threshold=1 - threshold
    )
    return [int(group) for group in way.fit_predict((1 - alike).clip(0))]


WAYS: dict[str, Callable[[Any, float], Found]] = {"single pass": single_pass, "average link": average_link}
