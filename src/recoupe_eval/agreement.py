"""How far two annotators agree, chance-corrected: Krippendorff's alpha, nominal, for two readers without gaps (Krippendorff 2011)."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from pathlib import Path

from recoupe_eval.gold import GoldAttribution, GoldReport, Words, read
from recoupe_eval.pairing import jaccard, paired
from recoupe_eval.reports import OTHER


def alpha(units: Iterable[tuple[Hashable, Hashable]]) -> float:
    """Alpha of two readers over units that both have given a label.

    >>> round(alpha([("a", "a"), ("a", "a"), ("b", "b"), ("a", "b")]), 3), alpha([("a", "a")])
    (0.533, 1.0)
    """
    pairs = list(units)
    counted = Counter(label for pair in pairs for label in pair)
    total = sum(counted.values())
    if total < 2:
        return 1.0
    expected = 1 - sum(n * (n - 1) for n in counted.values()) / (total * (total - 1))
    observed = sum(a != b for a, b in pairs) / len(pairs)
    return 1 - observed / expected if expected else 1.0


def table(one: Path, other: Path) -> str:
    """Alpha of each layer over the reports that both folders (or the folders in them) hold."""
    names = sorted(p.relative_to(one) for p in one.rglob("*.json") if p.name not in OTHER and (other / p.relative_to(one)).is_file())
    both = [(read(one / name), read(other / name)) for name in names]
    lines = [f"{len(both)} reports", f"{'layer':<44} {'alpha':>6} {'n':>7}"]
    for layer, units in LAYERS.items():
        found = [unit for a, b in both for unit in units(a, b)]
        lines.append(f"{layer:<44} {alpha(found):>6.3f} {len(found):>7}")
    return "\n".join(lines)


def _by_character(label: Callable[[GoldReport], Iterator[tuple[Words, str]]]) -> Callable[[GoldReport, GoldReport], list[tuple[str, str]]]:
    """Units are characters, up to the last one that either has marked; what nobody marks is a label too."""

    def units(a: GoldReport, b: GoldReport) -> list[tuple[str, str]]:
        last = max((words.end for report in (a, b) for words, _ in label(report)), default=0)
        rows = []
        for report in (a, b):
            row = [""] * last
            for words, name in label(report):
                row[words.start : words.end] = [name] * (words.end - words.start)
            rows.append(row)
        return list(zip(*rows, strict=True))

    return units


def _core(report: GoldReport) -> Iterator[tuple[Words, str]]:
    for a in report.attributions:
        yield from ((words, "content") for words in a.content)
    for a in report.attributions:
        yield from ((words, name) for words, name in ((a.source, "source"), (a.cue, "cue")) if words is not None)


def _relations(a: GoldReport, b: GoldReport) -> list[tuple[GoldAttribution, GoldAttribution]]:
    def likeness(x: GoldAttribution, y: GoldAttribution) -> float:
        return jaccard([(w.start, w.end) for w in x.content], [(w.start, w.end) for w in y.content])

    return [(x, y) for x, y in paired(a.attributions, b.attributions, likeness) if x is not None and y is not None]


def _claims(field: str) -> Callable[[GoldReport, GoldReport], list[tuple[Hashable, Hashable]]]:
    def units(a: GoldReport, b: GoldReport) -> list[tuple[Hashable, Hashable]]:
        pairs = paired(a.claims, b.claims, lambda x, y: _alike(x.words, y.words) + (x.quantity is None) * (y.quantity is None) * 0.01)
        return [(getattr(x, field), getattr(y, field)) for x, y in pairs if x is not None and y is not None]

    return units


def _alike(a: Words, b: Words) -> float:
    found = jaccard([(a.start, a.end)], [(b.start, b.end)])
    return found if found >= 0.3 else 0.0


def _numbers(a: GoldReport, b: GoldReport) -> list[tuple[Hashable, Hashable]]:
    pairs = paired(a.quantities, b.quantities, lambda x, y: jaccard([(x.words.start, x.words.end)], [(y.words.start, y.words.end)]))
    return [((x.value, x.bound, x.unit), (y.value, y.bound, y.unit)) for x, y in pairs if x is not None and y is not None]


def _marked(field: str) -> Callable[[GoldReport], Iterator[tuple[Words, str]]]:
    return lambda report: ((one.words, field) for one in getattr(report, field))


LAYERS: dict[str, Callable[[GoldReport, GoldReport], Sequence[tuple[Hashable, Hashable]]]] = {
    "quantities, by character": _by_character(_marked("quantities")),
    "quantity: value, bound, unit, of those of both": _numbers,
    "places, by character": _by_character(_marked("places")),
    "times, by character": _by_character(_marked("times")),
    "attribution: source, cue, content, by character": _by_character(_core),
    "attribution: form, of those of both": lambda a, b: [(x.form, y.form) for x, y in _relations(a, b)],
    "attribution: actor, of those of both": lambda a, b: [(x.actor, y.actor) for x, y in _relations(a, b)],
    "claims, by character": _by_character(_marked("claims")),
    "claim: type, of those of both": _claims("type"),
    "claim: modality, of those of both": _claims("modality"),
    "claim: polarity, of those of both": _claims("polarity"),
}
