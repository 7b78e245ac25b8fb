"""How a count is put: plans, demands, what was to come, and what only looks like it."""

import pytest

from recoupe.claims import claims
from recoupe.model import Raw, ReadReport, Report
from recoupe.read import read


def put(text):
    """The modality of each claim with a count."""
    report = Report(id="r-0", text=text, sha256="", language="fr", raw=Raw(sha256="", locator="t"), extractor="t")
    found = claims(ReadReport(report=report, reading=next(iter(read(report)))))
    return [c.modality.value for c in found if c.quantities]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Les syndicats comptent réunir 12.000 personnes.", ["forecast"]),
        ("Les riverains entendent déposer 40 recours.", ["forecast"]),
        ("La commune compte 300 logements à rénover.", ["asserted"]),
        ("Lancement prévu jeudi de deux satellites", ["forecast"]),
        ("Comme prévu, deux satellites ont été lancés.", ["asserted"]),
        ("Froid : jusqu'à 9 degrés attendus lundi, deux cygnes morts", ["forecast", "asserted"]),
        ("La régie a indiqué que 5.500 abonnés seraient remboursés.", ["forecast"]),
        ("« Il faut embaucher 40 infirmiers », a dit le directeur.", ["demand"]),
        ("« Il faut dire que 40 infirmiers sont partis », a dit le directeur.", ["reported"]),
        ("Le garde tira sur 12 sangliers.", ["asserted"]),  # the simple past of a verb in -rer
        ("Le train livrait 40 tonnes de blé.", ["asserted"]),  # no conditional
    ],
)
def test_how_a_count_is_put(text, expected):
    assert put(text) == expected
