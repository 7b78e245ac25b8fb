"""What stands in the text: sentences, quantities, places, times, actors, quotations and content words, all as spans.

What needs a language pack (quantities, places, times, actors) is empty where the report's language has none.
"""

from collections.abc import Iterator

from recoupe.model import Reading, Report, Span
from recoupe.read.actors import actors
from recoupe.read.content import content_words
from recoupe.read.places import places
from recoupe.read.quantities import quantities
from recoupe.read.quotes import quotes
from recoupe.read.whens import whens
from recoupe.stage import Map
from recoupe.text import sentences

__all__ = ["READ", "read"]


def read(report: Report) -> Iterator[Reading]:
    """The reading of `report`: one record, everything in it sorted by span."""
    found, counts = places(report), quantities(report)
    yield Reading(
        report=report.id,
        sentences=tuple(Span(report=report.id, start=a, end=b) for a, b in sentences(report.text)),
        quantities=counts,
        places=found,
        whens=whens(report, counts),
        actors=actors(report, found),
        quotes=quotes(report),
        words=content_words(report),
    )


READ = Map("read", 3, read)
