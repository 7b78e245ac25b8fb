"""Reports written for these tests, read as the pipeline reads them as far as the stories need it."""

from hashlib import sha256

import pytest

from recoupe.model import Bound, Place, PlacePrecision, Precision, Quantity, Raw, Reading, ReadReport, Report, Span, When
from recoupe.text import sentences, stem, words

STOPS = frozenset(
    {"a", "au", "de", "des", "du", "en", "est", "et", "il", "la", "le", "les", "par", "que", "qui", "se", "sur", "un", "une", "l", "d"}
)


def span(text: str, part: str, report: str) -> Span:
    return Span(report=report, start=text.index(part), end=text.index(part) + len(part))


@pytest.fixture
def make():
    """A read report: `counts` are (words, number, unit), `towns` names, `days` days in ISO 8601 with their words."""

    def build(text, *, published=None, counts=(), towns=(), days=(), title=None, language="fr", name=None):
        given = f"{title}\n\n{text}" if title else text
        found = "r-" + (name or sha256(f"{given}{published}".encode()).hexdigest()[:16])
        when = When(span=None, value=published, precision=Precision.DAY, start=published, end=published) if published else None
        raw = Raw(sha256="", locator="")
        report = Report(
            id=found, text=given, sha256="", language=language, raw=raw, extractor="test", title=title, published=when
        )  # fmt: skip
        folded = [(given[a:b].lower(), stem(given[a:b], language)) for a, b in words(given)]
        reading = Reading(
            report=found,
            sentences=tuple(Span(report=found, start=a, end=b) for a, b in sentences(given)),
            words=tuple(s for w, s in folded if w not in STOPS),
            quantities=tuple(
                Quantity(span=span(given, w, found), counted=None, value=n, low=n, high=n, bound=Bound.EXACT, unit=unit, role=role)
                for w, n, unit, role in (c if len(c) == 4 else (*c, None) for c in counts)
            ),
            places=tuple(Place(span=span(given, t, found), name=t, precision=PlacePrecision.TOWN) for t in towns),
            whens=tuple(
                When(span=span(given, w, found), value=d, precision=Precision.DAY, start=d if d[0] != "X" else None) for w, d in days
            ),
        )
        return ReadReport(report=report, reading=reading)

    return build
