"""Every name ever given resolves to something that lives; the largest overlap keeps the name."""

from hypothesis import given
from hypothesis import strategies as st

from recoupe.engine.naming import Cause, rename


class Book:
    """What a caller keeps: who stands under which name, the redirects, the log."""

    def __init__(self):
        self.of, self.redirects, self.log = {}, {}, []

    def update(self, groups):
        naming = rename(self.of, groups, "e", len(self.log))
        self.of.update({member: name for group, name in naming.names.items() for member in group})
        self.redirects.update(naming.redirects)
        self.log += naming.log
        return naming

    def resolve(self, name):
        while name in self.redirects:
            name = self.redirects[name]
        return name


def partition(labels):
    groups = {}
    for member, label in enumerate(labels):
        groups.setdefault(label, []).append(f"m{member}")
    return [tuple(group) for group in groups.values()]


@given(st.lists(st.lists(st.integers(0, 3), min_size=6, max_size=6), min_size=1, max_size=6))
def test_every_name_ever_given_resolves_and_no_two_groups_share_one(partitions):
    book = Book()
    for labels in partitions:
        groups = partition(labels)
        naming = book.update(groups)
        assert sorted(naming.names) == sorted(groups)
        assert len(set(naming.names.values())) == len(groups)
        live = set(book.of.values())
        assert all(book.resolve(change.name) in live for change in book.log)
        assert not live & book.redirects.keys()


def test_an_unchanged_group_keeps_its_name_and_nothing_is_logged():
    book = Book()
    first = book.update([("a", "b")])
    again = book.update([("a", "b")])
    assert (again.names, again.log) == (first.names, ())


def test_a_split_leaves_the_name_with_the_larger_side():
    book = Book()
    name = book.update([("a", "b", "c")]).names["a", "b", "c"]
    split = book.update([("a",), ("b", "c")])
    assert split.names["b", "c"] == name
    assert [(c.cause, c.other) for c in split.log] == [(Cause.SPLIT, name)]


def test_a_merged_name_redirects():
    book = Book()
    names = book.update([("a", "b"), ("c",)]).names
    book.update([("a", "b", "c")])
    assert book.resolve(names["c",]) == names["a", "b"]
