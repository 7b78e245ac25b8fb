import pytest

from recoupe.crosschecks import crosschecks
from recoupe.model import Agreement

MORNING, NOON, EVENING = "2031-03-02T08:00", "2031-03-02T12:00", "2031-03-02T19:00"


def tolls(draft, *given):
    """One report for each (number, voice or None, time or None, outlet)."""
    d = draft()
    for n, (number, voice, time, outlet) in enumerate(given):
        d.report(f"r{n}", f"Bilan {number} blessés, dit {voice or 'on'}.", published=time, outlet=outlet)
        who = voice and d.actor(voice, "emergency_service")
        d.claim(f"r{n}", f"{number} blessés", (f"{number}", number), role="wounded", type_="ACCIDENT", voice=who)
    found = list(crosschecks(d.dossier()))
    assert len(found) == 1
    return found[0]


FIRE = "les pompiers"


@pytest.mark.parametrize(
    ("given_", "agreement", "order"),
    [
        # one authority corrects itself: by time, not by size
        ([(9, FIRE, MORNING, "A"), (6, FIRE, NOON, "A")], Agreement.REVISED, [9, 6]),
        # an outlet still carries the old number
        ([(6, FIRE, MORNING, "A"), (9, FIRE, NOON, "A"), (6, None, EVENING, "B")], Agreement.REVISED, [6, 9]),
        # a later text of the same outlet on its own word
        ([(6, FIRE, MORNING, "A"), (9, None, NOON, "A")], Agreement.REVISED, [6, 9]),
        # two outlets, nobody in common
        ([(6, None, MORNING, "A"), (9, None, NOON, "B")], Agreement.DIFFERS, [6, 9]),
        # another authority excludes the new number: its answer is no revision
        ([(6, FIRE, MORNING, "A"), (9, FIRE, NOON, "A"), (40, "le samu", NOON, "A")], Agreement.DIFFERS, [6, 9, 40]),
        # another authority later: no revision
        ([(9, FIRE, NOON, "A"), (40, "le samu", EVENING, "A")], Agreement.DIFFERS, [9, 40]),
        # not dated: no order, so no revision and no conflict
        ([(6, FIRE, None, "A"), (9, FIRE, None, "A")], Agreement.DIFFERS, [6, 9]),
        # both at one time
        ([(6, FIRE, NOON, "A"), (9, FIRE, NOON, "B")], Agreement.DIFFERS, [6, 9]),
    ],
)
def test_revisions(draft, given_, agreement, order):
    found = tolls(draft, *given_)
    assert (found.agreement, [a.low for a in found.answers]) == (agreement, order)


@pytest.mark.parametrize(
    ("given_", "why"),
    [
        ([(9, FIRE, MORNING, "A"), (6, FIRE, NOON, "A")], "a voice gives another value later"),
        ([(9, None, MORNING, "A"), (6, None, NOON, "A")], "a voice gives another value later"),
        # the outlet cited somebody for the old number, and nobody for the new one
        ([(6, FIRE, MORNING, "A"), (9, None, NOON, "A")], "an outlet has another value later"),
    ],
)
def test_who_revises(draft, given_, why):
    assert tolls(draft, *given_).why.partition("; ")[0] == why
