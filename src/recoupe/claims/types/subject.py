"""What a report is about: the incident that its title, its lead and then its other sentences name most."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from recoupe.claims.grammar.inflection import FormKind
from recoupe.claims.types.triggers import Trigger
from recoupe.claims.types.vocabulary import Group
from recoupe.ontology.events import DEFAULT, Family, event_types

HEAVY = (3, 3, 3, 2)
"""How much more the words of the first sentences of a report (title, lead, what follows) count than those of the others."""

LEAST = 3
"""The least that must speak for a subject: once in the head, or three times further down."""

ALONE = 1.5
"""The least where a light word of the head ("un incendie") stands alone."""

SHORT = 6
"""Sentences at most of a report in which one word is enough: there is no room to name an incident twice."""

NEAR = 20
"""Words within which casualties bear out an incident that is named once only."""

HEAD = 2
"""How many sentences are the head: the title and the lead."""

AHEAD = 1.5
"""How many times the next type a subject must have: a report about two things is about neither."""

RIVAL = 2
"""Weight of the words that make a report one about something else than an incident: an attack on computers, a verdict."""


def subject(triggers: Sequence[Trigger], sentences: tuple[range, ...], head: Trigger | None = None) -> Trigger | None:
    """The first trigger of the type of incident that a report is about; None where it is about none or about several.

    `head` is what title and lead are about: it decides where the rest of a report does not.

    >>> from recoupe.claims.grammar.tokens import tokens
    >>> from recoupe.claims.types.triggers import triggers
    >>> from recoupe.claims.types.vocabulary import vocabulary
    >>> found = tokens("Un séisme fait douze morts")
    >>> sentences = (range(len(found.forms)),)
    >>> subject(triggers(found, vocabulary("fr"), sentences), sentences).group.type
    'DISASTER'
    """
    named: dict[str, list[tuple[float, Trigger]]] = defaultdict(list)
    ends = [words.stop for words in sentences[: len(HEAVY)]]
    for type_, trigger in _incidents(triggers):
        times = next((times for end, times in zip(ends, HEAVY, strict=False) if trigger.first < end), 1)
        named[type_].append((trigger.group.weight / 2 * times, trigger))
    _take_in(named, head)
    told = head if head is not None and DEFAULT not in named and event_types()[head.group.type or DEFAULT].casualties else None
    ranked = sorted(((sum(w for w, _ in found), type_) for type_, found in named.items()), reverse=True)
    if not ranked or ranked[0][1] == DEFAULT or (len(ranked) > 1 and ranked[0][0] < AHEAD * ranked[1][0]):
        return told
    first = named[ranked[0][1]][0][1]
    if len(named[ranked[0][1]]) == 1 and len(sentences) > SHORT and not _costly(triggers, first):
        return told
    named_so = ranked[0][0] >= LEAST or (ranked[0][0] >= ALONE and _alone(triggers, first, ends[:HEAD]))
    return max((trigger for _, trigger in named[ranked[0][1]]), key=lambda trigger: trigger.group.weight) if named_so else told


def tolled(triggers: Sequence[Trigger], sentences: tuple[range, ...]) -> bool:
    """True where title or lead count casualties and nothing names an event of another sort: a verdict, an attack on computers.

    >>> from recoupe.claims.grammar.tokens import tokens
    >>> from recoupe.claims.types.triggers import triggers
    >>> from recoupe.claims.types.vocabulary import vocabulary
    >>> found = tokens("Douze morts dans un car")
    >>> sentences = (range(len(found.forms)),)
    >>> tolled(triggers(found, vocabulary("fr"), sentences), sentences)
    True
    """
    end = sentences[:HEAD][-1].stop if sentences else 0
    other = any(t.group.type == DEFAULT and t.group.weight >= RIVAL for t in triggers)
    return not other and any(not t.cause for t in takewhile(lambda t: t.first < end, triggers))


def of_field(field: tuple[str, int]) -> Trigger:
    """A word of a field of news, in the place of a trigger of its type.

    >>> of_field(("ACCIDENT", 4)).group.type
    'ACCIDENT'
    """
    type_, word = field
    return Trigger(first=word, last=word, kind=FormKind.NOUN, group=Group(type=type_))


def _take_in(named: dict[str, list[tuple[float, Trigger]]], head: Trigger | None) -> None:
    """Shots at a march speak for it, where it is named as much or is what title and lead are about."""
    types = event_types()
    for type_, other in [(one, other) for one in named if types[one].implied for other in types[one].within if other in named]:
        heads = head is not None and head.group.type == type_
        if heads or sum(w for w, _ in named[type_]) >= sum(w for w, _ in named.get(other, ())):
            named[type_] += named.pop(other, [])


def _costly(triggers: Sequence[Trigger], only: Trigger) -> bool:
    """True where a word of casualties or damage stands near the `only` one of an incident: one word alone is often a figure of speech."""
    return any(not t.cause and abs(t.first - only.first) <= NEAR for t in triggers)


def topic(triggers: Sequence[Trigger], sentences: tuple[range, ...]) -> Trigger | None:
    """The first trigger of the type that title and lead name most, of whatever type but speech: a delivery, a sentence of embargo.

    >>> from recoupe.claims.grammar.tokens import tokens
    >>> from recoupe.claims.types.triggers import triggers
    >>> from recoupe.claims.types.vocabulary import vocabulary
    >>> found = tokens("Un accord de paix est signé")
    >>> sentences = (range(len(found.forms)),)
    >>> topic(triggers(found, vocabulary("fr"), sentences), sentences).group.type
    'TREATY'
    """
    named: dict[str, list[Trigger]] = defaultdict(list)
    end = sentences[:HEAD][-1].stop if sentences else 0
    for trigger in takewhile(lambda t: t.first < end, triggers):
        if trigger.cause and trigger.group.type is not None and event_types()[trigger.group.type].family is not Family.SPEECH:
            named[trigger.group.type].append(trigger)
    ranked = sorted(((sum(t.group.weight for t in found), type_) for type_, found in named.items()), reverse=True)
    if not ranked or ranked[0][0] < RIVAL or (len(ranked) > 1 and ranked[0][0] < AHEAD * ranked[1][0]):
        return None
    return named[ranked[0][1]][0]


def _alone(triggers: Sequence[Trigger], first: Trigger, ends: list[int]) -> bool:
    """True for a light word in the head of a report ("un incendie") beside which no weighty one of another type stands."""
    end = max(ends, default=0)
    types = {t.group.type for t in takewhile(lambda t: t.first < end, triggers) if t.group.weight >= RIVAL}
    return first.first < end and types <= {first.group.type, None}


def _incidents(triggers: Iterable[Trigger]) -> Iterator[tuple[str, Trigger]]:
    types = event_types()
    for trigger in triggers:
        type_ = trigger.group.type
        incident = type_ is not None and types[type_].family is Family.INCIDENT and types[type_].casualties
        if type_ is not None and trigger.cause and (incident or (type_ == DEFAULT and trigger.group.weight >= RIVAL)):
            yield type_, trigger
