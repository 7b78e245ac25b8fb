import pytest

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
