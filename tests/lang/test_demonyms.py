import pytest

from recoupe import lang
from recoupe.lang.demonyms import demonyms, forms


@pytest.mark.parametrize(
    ("adjective", "expected"),
    [
        ("algérien", ("algérien", "algérienne", "algériens", "algériennes")),
        ("turc", ("turc", "turque", "turcs", "turques")),
        ("portugais", ("portugais", "portugaise", "portugais", "portugaises")),
        ("belge", ("belge", "belge", "belges", "belges")),
        ("breton", ("breton", "bretonne", "bretons", "bretonnes")),
        ("philippin", ("philippin", "philippine", "philippins", "philippines")),
    ],
)
def test_forms(adjective, expected):
    assert forms(adjective) == expected


def test_one_adjective_of_two_countries_says_neither():
    assert "congolais" not in demonyms("fr")


@pytest.mark.parametrize("code", lang.available())
def test_countries_are_iso_codes_and_adjectives_are_listed_once(code):
    table = lang.table(code, "demonyms", dict[str, tuple[str, ...]])
    assert all(len(country) == 2 and country.isupper() for country in table)
    assert all(len(adjectives) == len(set(adjectives)) for adjectives in table.values())
