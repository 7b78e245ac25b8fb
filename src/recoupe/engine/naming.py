"""Permanent names over groups that change: the largest overlap keeps the name, merged names redirect, a split keeps the larger side.

Names are history, not content: they depend on the order of arrival. That is why they are given here, apart from the stages, by pure
functions whose answer the caller keeps.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from recoupe.model import identify


class Cause(StrEnum):
    """What happened to a name."""

    NEW = "new"
    SPLIT = "split"  # new, for the smaller side of a group that fell apart
    MERGED = "merged"  # gone: it redirects


@dataclass(frozen=True, slots=True)
class Change:
    """One line of the name log: `name` is new, or was split off or merged; `other` is the name it came from or went to."""

    cause: Cause
    name: str
    other: str | None


@dataclass(frozen=True, slots=True)
class Naming:
    """The name of each group, the redirects that this adds, and the lines for the log."""

    names: Mapping[tuple[str, ...], str]
    redirects: Mapping[str, str]
    log: tuple[Change, ...]


def rename(before: Mapping[str, str], groups: Sequence[tuple[str, ...]], prefix: str, serial: int) -> Naming:
    """Names for `groups`, the groups that have changed.

    `before` maps members to the name that they stood under; members of no group so far are missing from it, and a name in it has no
    members outside `groups`. `serial` is the number of lines in the name log: it makes new names unlike all older ones.

    >>> first = rename({}, [("a", "b"), ("c",)], "e", 0)
    >>> ab, c = first.names["a", "b"], first.names["c",]
    >>> merged = rename({"a": ab, "b": ab, "c": c}, [("a", "b", "c")], "e", len(first.log))
    >>> merged.names["a", "b", "c"] == ab, merged.redirects == {c: ab}
    (True, True)
    """
    overlap = Counter((before[member], group) for group in groups for member in group if member in before)
    ranked = sorted(overlap, key=lambda pair: (-overlap[pair], pair))
    kept: dict[tuple[str, ...], str] = {}
    taken: set[str] = set()
    for name, group in ranked:
        if group not in kept and name not in taken:
            kept[group] = name
            taken.add(name)
    names, log = dict(kept), list[Change]()
    for group in sorted(set(groups) - kept.keys()):
        parent = next((name for name, other in ranked if other == group), None)
        names[group] = identify(prefix, serial + len(log), group[0])
        log.append(Change(Cause.SPLIT if parent else Cause.NEW, names[group], parent))
    redirects: dict[str, str] = {}
    for name, group in ranked:  # the group that holds most of it comes first
        if name not in taken and name not in redirects:
            redirects[name] = names[group]
            log.append(Change(Cause.MERGED, name, names[group]))
    return Naming(names, redirects, tuple(log))
