"""Reports written for these tests. Reuse takes only the text, so the reading stays empty."""

import pytest

from recoupe.model import Precision, Raw, Reading, ReadReport, Report, When


@pytest.fixture
def make():
    """A report under the given id."""

    def build(name, text, *, language="fr", published=None, **more):
        day = Precision.DAY if published and "T" not in published else Precision.INSTANT
        when = When(span=None, value=published, precision=day, start=published, end=published) if published else None
        raw = Raw(sha256="", locator="")
        report = Report(id=name, text=text, sha256="", language=language, raw=raw, extractor="test", published=when, **more)
        return ReadReport(report=report, reading=Reading(report=name))

    return build
