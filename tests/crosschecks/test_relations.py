import pytest

from recoupe.crosschecks import crosschecks
from recoupe.crosschecks.relations import within
from recoupe.model import Place, PlacePrecision, Span


def place(precision, **codes):
    return Place(span=Span(report="r", start=0, end=1), name="X", precision=PlacePrecision(precision), **codes)


@pytest.mark.parametrize(
    ("inner", "outer", "expected"),
    [
        (place("town", country="FR"), place("country", country="FR"), True),
        (place("town", country="FR"), place("country", country="BE"), False),
        (place("country", country="FR"), place("town", country="FR"), False),
        (place("town", country="FR", admin1="53"), place("admin1", country="FR", admin1="53"), True),
        (place("town", country="FR", admin1="53"), place("admin1", country="FR", admin1="24"), False),
        (place("town", country="FR", admin1="53"), place("admin2", country="FR", admin1="53"), False),
        (place("named"), place("country", country="FR"), False),
    ],
)
def test_within(inner, outer, expected):
    assert within(inner, outer) is expected


@pytest.mark.parametrize(
    ("told", "parts"),
    [
        ([("grièvement", 14, "person"), ("légèrement", 20, "person")], {(14,): "severe", (20,): "slight"}),
        ([("grièvement", 14, "person"), ("hier", 20, "person")], {(14, 20): None}),  # one grade parts nothing
        ([("grièvement", 14, "demonstrator"), ("légèrement", 20, "police_officer")], {(14,): None, (20,): None}),
    ],
)
def test_two_grades_of_the_hurt_are_two_parts(draft, told, parts):
    d = draft()
    d.report("un", "".join(f"{number} gens {how} blessés. " for how, number, _ in told), outlet="Le Bief")
    for how, number, unit in told:
        d.claim("un", f"{number} gens {how} blessés", (str(number), number), unit, role="wounded")
    found = {tuple(a.value for a in check.answers): check.question.part_words for check in crosschecks(d.dossier())}
    assert found == parts


def test_the_gravely_hurt_of_two_texts_are_one_part(draft):
    d = draft()
    d.report("un", "14 gens grièvement blessés, 20 légèrement blessés.", outlet="Le Bief")
    d.report("deux", "12 gens blessés entre la vie et la mort.", outlet="La Vase")
    d.claim("un", "14 gens grièvement blessés", ("14", 14), "passenger", role="wounded")
    d.claim("un", "20 légèrement blessés", ("20", 20), "passenger", role="wounded")
    d.claim("deux", "12 gens blessés entre la vie et la mort", ("12", 12), role="wounded")
    assert sorted(tuple(a.value for a in check.answers) for check in crosschecks(d.dossier())) == [(12, 14), (20,)]
