"""The parts of a briefing in the order in which every screen, page and file shows them, under one name each."""

from collections.abc import Iterable, Iterator, Sequence

from recoupe.model import Moment, Statement
from recoupe.phrases import Language, say

PARTS: dict[str, tuple[str, ...]] = {
    "scope": ("scope",),
    "differs": ("differs",),
    "contested": ("contested",),
    "count": ("count",),
    "voices": ("single", "said"),
    "hearsay": ("hearsay",),
    "new": ("new",),
    "timeline": (),
    "drift": ("drift",),
    "unknown": ("unknown",),
    "limits": ("limits",),
}
"""Each part with the sections of the briefing that it shows: what differs and who says what first, what the tool cannot do last."""


def parts(statements: Iterable[Statement], timeline: Sequence[Moment]) -> Iterator[tuple[str, list[Statement]]]:
    """The parts that have something to show, each with its statements; the timeline has moments instead.

    >>> said = Statement(section="said", message="point.said", text="Le bac repart.")
    >>> [(name, len(told)) for name, told in parts([said, said], ())]
    [('voices', 2)]
    """
    given = list(statements)
    for name, sections in PARTS.items():
        told = [s for section in sections for s in given if s.section == section]
        if told or (name == "timeline" and timeline):
            yield name, told


def once(statements: Iterable[Statement]) -> list[Statement]:
    """What a list shows: without what rests on one voice where the numbers before it, which name their voices, tell it already.

    >>> told = Statement(section="count", message="point.count", text="3 bacs : mairie", claims=("c-1",))
    >>> [one.section for one in once([told, Statement(section="single", message="", text="Mairie : 3 bacs", claims=("c-1",))])]
    ['count']
    """
    given = list(statements)
    told = {claim for one in given if one.section in ("differs", "count") for claim in one.claims}
    return [one for one in given if one.section != "single" or not told.issuperset(one.claims)]


def heading(language: Language, name: str) -> str:
    """What a part is called.

    >>> heading("fr", "voices"), heading("en", "voices")
    ('Qui dit quoi', 'Who says what')
    """
    return say(language, f"point.section.{name}")
