"""What a report is about: the incident that its title, its lead and then its other sentences name most."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from recoupe.claims.triggers import Trigger
from recoupe.ontology.events import Family, event_types

HEAD = 4
"""Sentences at the head of a report (title, standfirst, lead) whose words count for more."""

HEAVY = 3
"""How much more they count."""

LEAST = 3
"""The least that must speak for a subject: once in the head, or three times further down."""

AHEAD = 1.5
"""How many times the next type a subject must have: a report about two things is about neither."""


def subject(triggers: Iterable[Trigger], sentences: tuple[range, ...]) -> Trigger | None:
    """The first trigger of the type of incident that a report is about; None where it is about none or about several."""
    named: dict[str, list[tuple[float, Trigger]]] = defaultdict(list)
    end = sentences[:HEAD][-1].stop if sentences else 0
    for type_, trigger in _incidents(triggers):
        named[type_].append((trigger.group.weight / 2 * (HEAVY if trigger.first < end else 1), trigger))
    ranked = sorted(((sum(w for w, _ in found), type_) for type_, found in named.items()), reverse=True)
    if not ranked or ranked[0][0] < LEAST or (len(ranked) > 1 and ranked[0][0] < AHEAD * ranked[1][0]):
        return None
    return named[ranked[0][1]][0][1]


def _incidents(triggers: Iterable[Trigger]) -> Iterator[tuple[str, Trigger]]:
    types = event_types()
    for trigger in triggers:
        type_ = trigger.group.type
        if type_ is not None and trigger.cause and types[type_].family is Family.INCIDENT and types[type_].casualties:
            yield type_, trigger
