"""Texts that share a form and not what they say."""

import pytest

from recoupe.model import ReuseKind
from recoupe.reuse import compare, origins

FORM = (
    "Le centre de coordination maritime de {place} a reçu {calls} appels au cours des dernières vingt-quatre heures, dont {real} ont donné"
    " lieu à l'engagement d'un moyen de sauvetage. Au total, {saved} personnes ont été ramenées au port de {port} et {boats}"
    " embarcations ont été remorquées par les vedettes. La zone de {area} reste la plus fréquentée, avec {share} % des interventions."
    " Le centre rappelle que le port du gilet est obligatoire à bord des embarcations de moins de douze mètres. Source : AFP"
)
MONDAY = {"place": "Kergall", "calls": 41, "real": 17, "saved": 63, "port": "Lanvélec", "boats": 9, "area": "Porz-Meur", "share": 38}
TUESDAY = {"place": "Kergall", "calls": 55, "real": 23, "saved": 12, "port": "Trévaneg", "boats": 4, "area": "Beg-Hir", "share": 51}
UPDATE = MONDAY | {"saved": 66, "boats": 10}


@pytest.fixture
def pair(make):
    def build(first, second, hours):
        day, hour = divmod(6 + hours, 24)
        return make("r-1", FORM.format(**first), published="2031-03-03T06:00:00Z"), make(
            "r-2", FORM.format(**second), published=f"2031-03-{3 + day:02}T{hour:02}:00:00Z"
        )

    return build


def one_origin(a, b):
    return len(origins([a.report, b.report], [compare(a, b)])) == 1


def test_the_next_day_is_another_text(pair):
    a, b = pair(MONDAY, TUESDAY, 24)
    reuse = compare(a, b)
    assert (reuse.kind, reuse.evidence[0].rule) == (ReuseKind.PARTIAL, "reuse/form")
    assert not one_origin(a, b)


def test_undated_forms_are_forms(make):
    a, b = make("r-1", FORM.format(**MONDAY)), make("r-2", FORM.format(**TUESDAY))
    assert not one_origin(a, b)


def test_an_update_is_the_same_text(pair):
    for hours in (2, 24):
        assert one_origin(*pair(MONDAY, UPDATE, hours))


def test_on_the_same_morning_all_numbers_may_have_been_brought_up_to_date(pair):
    assert one_origin(*pair(MONDAY, TUESDAY, 3))
