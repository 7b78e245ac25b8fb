"""Adjectives of countries: "ukrainien" to UA. They are no places; they say whose an army, a ministry or a newspaper is."""

from functools import cache

from recoupe import lang

ENDINGS = (
    ("éen", ("éen", "éenne", "éens", "éennes")),
    ("ien", ("ien", "ienne", "iens", "iennes")),
    ("yen", ("yen", "yenne", "yens", "yennes")),
    ("ais", ("ais", "aise", "ais", "aises")),
    ("ois", ("ois", "oise", "ois", "oises")),
    ("ton", ("ton", "tonne", "tons", "tonnes")),
    ("pon", ("pon", "ponne", "pons", "ponnes")),
    ("lon", ("lon", "lonne", "lons", "lonnes")),
    ("turc", ("turc", "turque", "turcs", "turques")),
    ("grec", ("grec", "grecque", "grecs", "grecques")),
    ("al", ("al", "ale", "aux", "ales")),
    ("e", ("e", "e", "es", "es")),
    ("z", ("z", "ze", "z", "zes")),
)
"""Masculine ending, and the endings of all forms; else the plain rule of -e and -s."""


@cache
def demonyms(code: str) -> dict[str, str]:
    """All forms of the adjectives of countries in language `code`, each with the ISO code; of two countries with one adjective none.

    >>> demonyms("fr")["ukrainiennes"], demonyms("fr")["sud-coréen"], demonyms("fr").get("congolais")
    ('UA', 'KR', None)
    """
    found: dict[str, set[str]] = {}
    for country, adjectives in lang.table(code, "demonyms", dict[str, tuple[str, ...]]).items():
        for form in {form for adjective in adjectives for form in forms(adjective)}:
            found.setdefault(form, set()).add(country)
    return {form: min(countries) for form, countries in sorted(found.items()) if len(countries) == 1}


@cache
def adjective(code: str, country: str) -> tuple[str, ...]:
    """The forms of the commonest adjective of a country in language `code`; nothing where there is none.

    >>> adjective("fr", "UA")[2], adjective("en", "UA")[0], adjective("fr", "XX")
    ('ukrainiens', 'ukrainian', ())
    """
    known = lang.table(code, "demonyms", dict[str, tuple[str, ...]]).get(country) if lang.has(code, "demonyms") else None
    return forms(known[0]) if known else ()


def forms(adjective: str) -> tuple[str, ...]:
    """Masculine and feminine, singular and plural.

    >>> forms("grec"), forms("serbe")
    (('grec', 'grecque', 'grecs', 'grecques'), ('serbe', 'serbe', 'serbes', 'serbes'))
    """
    for ending, endings in ENDINGS:
        if adjective.endswith(ending):
            return tuple(adjective.removesuffix(ending) + e for e in endings)
    return tuple(adjective + e for e in ("", "e", "s", "es"))
