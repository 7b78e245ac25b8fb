"""Names of claimants: when two may stand for one, and for which body somebody speaks."""

from functools import lru_cache

from recoupe.crosschecks.wording import Wording
from recoupe.model import Actor, ActorKind
from recoupe.text import fold, lowered, plain
from recoupe.text.words import words

Face = frozenset[str]
"""A name under which a claimant may appear: its stems."""

FAMILIES = {
    ActorKind.STATE_ORGAN: "state",
    ActorKind.ARMED_FORCE: "state",
    ActorKind.LOCAL_AUTHORITY: "local",
    ActorKind.POLICE: "police",
    ActorKind.EMERGENCY_SERVICE: "emergency",
    ActorKind.WITNESS: "witness",
    ActorKind.ORGANISER: "organiser",
    ActorKind.PERSON: "person",
    ActorKind.MEDIA: "media",
    ActorKind.AGENCY: "media",
}
"""Kinds under which one claimant may appear: a ministry and its army, a governor and "the local authorities"."""

OFFICES = frozenset(
    {
        ActorKind.STATE_ORGAN,
        ActorKind.ARMED_FORCE,
        ActorKind.LOCAL_AUTHORITY,
        ActorKind.POLICE,
        ActorKind.ORGANISER,
        ActorKind.EMERGENCY_SERVICE,
        ActorKind.NGO,
    }
)
"""Kinds that somebody has from his office: "le préfet, Jean Dupré"."""

SMALL = 3
"""Words of so few letters are no part of a name, unless they are capitals."""

BEGINNING = 5
"""Letters by which a word that is no proper name is told."""


def may_be_same(a: Actor, b: Actor) -> bool:
    """Whether two names may stand for one claimant: kinds and sides that fit, and names that do not exclude one another.

    >>> police = Actor(id="1", name="police", kind=ActorKind.POLICE)
    >>> may_be_same(police, Actor(id="2", name="préfecture de police", kind=ActorKind.POLICE))
    True
    >>> may_be_same(police, Actor(id="3", name="syndicat de police", kind=ActorKind.ORGANISER))
    False
    """
    if one_name(a, b):
        return True
    generic = _generic(a.name) or _generic(b.name)
    return _one_family(a, b) and generic and not _one_stem(stems(a.name)[0], stems(b.name)[0])


def one_name(a: Actor, b: Actor) -> bool:
    """Whether one name is the other or a shorter form of it.

    >>> prefect = Actor(id="1", name="préfet du Val", kind=ActorKind.LOCAL_AUTHORITY)
    >>> one_name(prefect, Actor(id="2", name="préfet", kind=ActorKind.LOCAL_AUTHORITY))
    True
    >>> one_name(prefect, Actor(id="3", name="maire", kind=ActorKind.LOCAL_AUTHORITY))
    False
    >>> one_name(Actor(id="4", name="ONU", kind=ActorKind.NGO), Actor(id="5", name="OMS", kind=ActorKind.NGO))
    False
    """
    left, right = frozenset(stems(a.name)), frozenset(stems(b.name))
    return sides_fit(a, b) and (a.id == b.id or (_one_family(a, b) and (covers(right, left) or covers(left, right))))


def one_bearer(a: Actor, b: Actor) -> bool:
    """Whether one is named by the family name alone, and the other with office and whole name: "M. Roy", "le maire, Luc Roy".

    >>> mayor = Actor(id="1", name="Luc Roy", kind=ActorKind.LOCAL_AUTHORITY)
    >>> one_bearer(Actor(id="2", name="Roy", kind=ActorKind.PERSON), mayor)
    True
    >>> one_bearer(Actor(id="3", name="Luc", kind=ActorKind.PERSON), mayor)
    False
    """
    short, whole = (a, b) if a.kind is ActorKind.PERSON else (b, a)
    if short.kind is not ActorKind.PERSON or whole.kind not in OFFICES or not sides_fit(a, b):
        return False
    name = whole.name.split()
    if not all(word[:1].isupper() for word in name[:1] + name[-1:]):
        return False
    own = fold(short.name).split()
    return len(own) < len(name) and own == fold(whole.name).split()[-len(own) :]


def sides_fit(a: Actor, b: Actor) -> bool:
    """Not on two sides.

    >>> def of(side): return Actor(id="", name="gendarmerie", kind=ActorKind.POLICE, side=side)
    >>> sides_fit(of("FR"), of("BE")), sides_fit(of("FR"), of(None))
    (False, True)
    """
    return not (a.side and b.side and a.side != b.side)


def covers(whole: Face, part: Face) -> bool:
    """Whether every word of `part` stands in `whole`.

    >>> covers(frozenset({"brigad", "fluvial", "vernon"}), frozenset({"brigad", "vernon"}))
    True
    >>> covers(frozenset({"brigad", "vernon"}), frozenset({"brigad", "douan"}))
    False
    """
    return all(any(_one_stem(a, b) for b in whole) for a in part)


def one_face(a: Face, b: Face) -> bool:
    """Whether two names have the same words.

    >>> brigade = frozenset({"brigad", "vernon"})
    >>> one_face(brigade, frozenset({"vernon", "brigad"})), one_face(brigade, frozenset({"brigad"}))
    (True, False)
    """
    return covers(a, b) and covers(b, a)


def _one_stem(a: str, b: str) -> bool:
    """The same word: a name that stays whole and a word cut to its beginning may be one ("Préfecture", "préfecture")."""
    short, long = sorted((a, b), key=len)
    return short == long or (len(short) == BEGINNING and long.startswith(short))


def _one_family(a: Actor, b: Actor) -> bool:
    """Kinds and sides that fit."""
    return FAMILIES.get(a.kind, a.kind) == FAMILIES.get(b.kind, b.kind) and sides_fit(a, b)


@lru_cache(maxsize=4096)
def stems(name: str) -> tuple[str, ...]:
    """Beginnings of the longer words, of all words where none is long: names come in any language, so no stemmer. Proper names and
    acronyms stay whole.

    >>> stems("porte-parole de l'OMS"), stems("maire de Martignac")
    (('porte', 'oms'), ('maire', 'martignac'))
    """
    found = words(name)
    longer = [(s, e) for s, e in found if e - s > SMALL or (e - s > 1 and name[s:e].isupper())]
    return tuple(fold(name[s:e]) if name[s].isupper() else fold(name[s:e])[:BEGINNING] for s, e in longer or found) or (fold(name),)


def face(name: str, known: Wording) -> Face:
    """The stems of a name, an office as the organ that it stands for ("la préfète", "la préfecture").

    >>> from recoupe.crosschecks.wording import wording
    >>> face("maire de Sète", wording("fr")) == face("mairie de Sète", wording("fr"))
    True
    """
    return frozenset(stems(" ".join(known.offices.get(fold(word), word) for word in name.split())))


def organ(source: str, known: Wording) -> str | None:
    """The body that a source speaks for, in its own words: the rest of "porte-parole de ...", first or after a comma.

    >>> from recoupe.crosschecks.wording import wording
    >>> organ("Ana Lima, directrice générale de la Ligue du rail", wording("fr"))
    'Ligue du rail'
    >>> organ("la fille du directeur de la Ligue", wording("fr")) is None
    True
    """
    match = known.head.search(lowered(plain(source)))
    return source[slice(*match.span("organ"))].strip() if match is not None else None


def _generic(name: str) -> bool:
    """No proper name in it."""
    return name == name.lower()
