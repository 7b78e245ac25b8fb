"""An agency and its own earlier text; an agency and an outlet that it does not name."""

import pytest

from recoupe.model import Direction
from recoupe.reuse import compare, origins

BODY = (
    "Une vingtaine de chalutiers bloquaient mardi l'entrée du port de Kerlouan pour protester contre la hausse du gazole, a constaté un"
    " journaliste. Les ferries à destination des îles ont été annulés, et deux cargos attendaient au large de pouvoir accoster. Les patrons"
    " pêcheurs demandent le rétablissement d'une aide supprimée en janvier."
)
UPDATE = BODY.replace("Une vingtaine", "Une trentaine") + " Une délégation doit être reçue dans la soirée à la sous-préfecture."


def way(a, b):
    return compare(a, b).direction


def test_an_update_comes_from_the_agency_s_own_earlier_text(make):
    a = make("r-1", BODY, outlet="AFP", published="2031-03-04T08:00:00Z")
    b = make("r-2", UPDATE + " (AFP)", outlet="AFP", published="2031-03-04T12:00:00Z")
    assert way(a, b) is Direction.B_FROM_A


@pytest.mark.parametrize(("outlet", "expected"), [("AFP", Direction.UNKNOWN), ("La Gazette", Direction.B_FROM_A)])
def test_an_agency_takes_nothing_from_an_outlet_that_it_does_not_name(make, outlet, expected):
    a = make("r-1", BODY, outlet="Info Minute", published="2031-03-04T08:00:00Z")
    b = make("r-2", UPDATE, outlet=outlet, published="2031-03-04T12:00:00Z")
    assert way(a, b) is expected


def test_an_origin_knows_the_credit_of_any_of_its_texts(make):
    a, b = make("r-1", BODY), make("r-2", BODY + " (AFP)")
    (one,) = origins([a.report, b.report], [compare(a, b)])
    assert [e.rule for e in one.evidence if e.field == "credit"] == ["reuse/credit/AFP"]
