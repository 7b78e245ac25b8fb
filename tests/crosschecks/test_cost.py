"""The work of a question grows with its counts and not with their pairs: calls are counted, no clock is read."""

import importlib

import pytest

from recoupe.crosschecks import crosschecks


def one_number(_n):
    return 5, "le maire", None


def many_values(n):
    return n + 1, "le maire", None


def many_places(n):
    return 5, "le maire", f"Lieu{n}"


def many_voices(n):
    return 5, f"le maire de Lieu{n}", None


def many_of_each(n):
    return n // 4 + 1, (None, f"le maire de Lieu{n}", "la police", "le samu")[n % 4], f"Lieu{n % 7}" if n % 3 else None


def text(draft, shape, size):
    d, given = draft(), [shape(n) for n in range(size)]
    words = [f"{number} blessés à {place or 'quai'} selon {voice or 'personne'} ({n})." for n, (number, voice, place) in enumerate(given)]
    d.report("a", " ".join(words))
    for one, (number, voice, place) in zip(words, given, strict=True):
        places = (d.place("a", place),) if place else ()
        d.claim(
            "a",
            one,
            (one.split(" à ")[0], number),
            role="wounded",
            places=places,
            voice=d.actor(voice, "local_authority") if voice else None,
        )
    return d.dossier()


@pytest.fixture(autouse=True)
def small_limits(monkeypatch):
    """So many are compared two by two, at most; smaller here, so that small texts show what grows."""
    for name in ("agreement.MANY", "relations.MOST", "revisions.COMPARED", "voices.COMPARED"):
        module, limit = name.split(".")
        monkeypatch.setattr(importlib.import_module(f"recoupe.crosschecks.{module}"), limit, 12)


@pytest.mark.parametrize("shape", [one_number, many_values, many_places, many_voices, many_of_each])
def test_twice_the_counts_are_not_four_times_the_work(draft, calls, shape):
    small, large = (text(draft, shape, size) for size in (150, 300))
    list(crosschecks(small))  # what is made once for all is made
    assert calls(lambda: list(crosschecks(large))) < 2.7 * calls(lambda: list(crosschecks(small)))
