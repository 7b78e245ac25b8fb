"""Speed and memory, on a corpus that anyone can generate again: `make bench`."""

import sys


def asked(*otherwise: int) -> list[int]:
    """The numbers that stand in the command; of those that do not, what is given here."""
    given = [int(word) for word in sys.argv[1 : len(otherwise) + 1]]
    return [*given, *otherwise[len(given) :]]
