"""A part that another text names by itself, and people whom one text tells as a kind."""

import pytest

from recoupe.crosschecks import crosschecks


def questions(given):
    return sorted((x.question.part, sorted(a.low for a in x.answers)) for x in given)


@pytest.mark.parametrize(
    ("again", "expected"),
    [
        ("12 personnes étaient toujours en garde à vue", [(False, [31]), (True, [12])]),
        ("9 personnes restaient en garde à vue", [(False, [31]), (True, [9, 12])]),
        # of all, in the words of all, and more than all
        ("12 personnes ont été interpellées", [(False, [12, 31]), (True, [12])]),
        ("40 personnes étaient en garde à vue", [(False, [31, 40]), (True, [12])]),
    ],
)
def test_a_part_that_is_named_again_is_no_other_number_of_all(draft, again, expected):
    d = draft()
    whole, part = "31 personnes ont été interpellées", "dont 12 placées en garde à vue"
    d.report("a", f"{whole}, {part}.")
    of = d.claim("a", whole, ("31", 31), role="arrested", type_="ARREST").id
    d.claim("a", part, ("12", 12), role="arrested", type_="ARREST", part_of=of)
    d.report("b", f"{again}.")
    number = again.split()[0]
    d.claim("b", again, (number, int(number)), role="arrested", type_="ARREST")
    assert questions(crosschecks(d.dossier())) == expected


@pytest.mark.parametrize(
    ("units", "numbers", "joined"),
    [
        (("civilian", "person"), (8, 7), True),
        (("migrant", "person"), (11, 14), True),
        # some of all, who may be many more; who comes to help; one or two
        (("civilian", "person"), (8, 30), False),
        (("police_officer", "person"), (8, 7), False),
        (("civilian", "person"), (2, 3), False),
        (("passenger", "migrant"), (8, 7), False),
    ],
)
def test_those_who_were_there_are_told_as_a_kind_or_as_people(draft, units, numbers, joined):
    d = draft()
    for name, unit, number in zip("ab", units, numbers, strict=True):
        d.report(name, f"Bilan : {number} {unit}.")
        d.claim(name, f"{number} {unit}", (str(number), number), unit, role="killed", type_="STRIKE")
    assert len(list(crosschecks(d.dossier()))) == (1 if joined else 2)


def test_beside_others_of_one_fate_a_kind_is_some_of_all(draft):
    d = draft()
    d.report("a", "8 civilian, 5 rescuer.")
    d.claim("a", "8 civilian", ("8", 8), "civilian", role="killed", type_="STRIKE")
    d.claim("a", "5 rescuer", ("5", 5), "rescuer", role="killed", type_="STRIKE")
    d.report("b", "9 person.")
    d.claim("b", "9 person", ("9", 9), "person", role="killed", type_="STRIKE")
    assert [9] in [[a.low for a in x.answers] for x in crosschecks(d.dossier())]
