"""Times that are only compared with, and what had been before: no time of the event."""

import pytest

from recoupe.claims import claims
from recoupe.model import Raw, ReadReport, Report
from recoupe.read import read


def dated(text):
    """The number and the time of each claim with a count."""
    report = Report(id="r-0", text=text, sha256="", language="fr", raw=Raw(sha256="", locator="t"), extractor="t")
    found = claims(ReadReport(report=report, reading=next(iter(read(report)))))
    return [(c.quantities[0].value, c.when and c.when.value) for c in found if c.quantities]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le port a reçu 90 navires mardi, contre 70 en avril.", [(90, "XXXX-WXX-2"), (70, "XXXX-04")]),
        ("Le port a reçu 90 navires, contre 70 navires en avril.", [(90, None), (70, "XXXX-04")]),
        ("Le port a reçu 90 navires mardi, contre 70 un an plus tôt.", [(90, "XXXX-WXX-2"), (70, None)]),
        ("Le port a reçu 90 navires, contre 70 lors du précédent comptage, en avril.", [(90, None), (70, "XXXX-04")]),
        ("Le port a reçu 90 navires, contre 70 l'an dernier, mardi.", [(90, "XXXX-WXX-2"), (70, "XXXX")]),
        ("La douane a saisi 30 colis, soit deux fois plus qu'en 2019.", [(30, None)]),
        ("La douane a saisi 30 colis lundi, en baisse par rapport à 2019.", [(30, "XXXX-WXX-1")]),
        ("Par rapport au mois d'avril, où le port avait reçu 70 navires, l'écart est net.", [(70, "XXXX-04")]),
        ("La coulée, la plus meurtrière depuis 2015, a tué neuf mineurs.", [(9, None)]),
        ("La coulée a tué neuf mineurs, un record depuis celle de 1999.", [(9, None)]),
        ("Plus de 40 mineurs ont été tués depuis 2015.", [(40, "2015")]),
        # what only looks like it
        ("Des frappes contre deux ponts ont eu lieu mercredi.", [(2, "XXXX-WXX-3")]),
        ("Le juge a dit que lundi 12 personnes étaient venues.", [(12, "XXXX-WXX-1")]),
        ("On comptait 40 élus jeudi selon le maire, contre 60 selon le préfet.", [(40, "XXXX-WXX-4"), (60, "XXXX-WXX-4")]),
    ],
)
def test_a_time_of_comparison_belongs_to_its_number(text, expected):
    assert dated(text) == expected


def test_what_had_been_in_another_year_hands_its_time_to_no_other_sentence():
    assert dated("En 2011, une crue avait noyé 15 personnes. La crue a fait 3 morts.") == [(15, "2011"), (3, None)]
    assert dated("En mai, la crue a noyé 15 personnes. La crue a fait 3 morts.") == [(15, "XXXX-05"), (3, "XXXX-05")]
