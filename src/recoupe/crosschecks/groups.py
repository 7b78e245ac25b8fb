"""Groups that grow together: a union-find over strings whose result does not depend on the order of joins."""

from collections.abc import Iterable


class Groups:
    """Members that are joined, directly or through others, have one name: the smallest of them.

    >>> groups = Groups("abc")
    >>> groups.join("c", "b")
    >>> groups.name("c"), groups.count(), groups.count("bc")
    ('b', 2, 1)
    """

    def __init__(self, members: Iterable[str]) -> None:
        self._up = {member: member for member in members}

    def name(self, member: str) -> str:
        """The smallest member of the group of `member`."""
        while self._up[member] != member:
            self._up[member] = self._up[self._up[member]]
            member = self._up[member]
        return member

    def join(self, a: str, b: str) -> None:
        """`a` and `b` belong together."""
        low, high = sorted((self.name(a), self.name(b)))
        self._up[high] = low

    def count(self, members: Iterable[str] | None = None) -> int:
        """How many groups `members` (all, if None) belong to."""
        return len({self.name(member) for member in (self._up if members is None else members)})

    def names(self) -> dict[str, str]:
        """The name of each member's group."""
        return {member: self.name(member) for member in self._up}
