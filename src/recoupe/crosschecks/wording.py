"""The words of a language by which counts and sources are compared (`comparison.toml`)."""

from functools import cache

import msgspec
import regex

from recoupe.lang import has, table
from recoupe.model import ActorKind
from recoupe.text import fold, plain


class Comparison(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table; what each list is for stands there."""

    emphatic: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    definite: tuple[str, ...] = ()
    indefinite: tuple[str, ...] = ()
    joining: tuple[str, ...] = ()
    tolls: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    frames: tuple[str, ...] = ()
    corpses: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    hospitals: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    ours: tuple[str, ...] = ()
    mourning: tuple[str, ...] = ()
    ranks: tuple[str, ...] = ()
    losses: tuple[str, ...] = ()
    handled: tuple[str, ...] = ()
    twice: tuple[str, ...] = ()
    scene: tuple[str, ...] = ()
    no_scene: tuple[str, ...] = ()
    aged: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()
    row: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    adding: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    pointing: tuple[str, ...] = ()
    naming: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    false: tuple[str, ...] = ()
    denying: tuple[str, ...] = ()
    nots: tuple[str, ...] = ()
    between_nots: tuple[str, ...] = ()
    fighters: tuple[str, ...] = ()
    bands: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    both: tuple[str, ...] = ()
    some_of: tuple[str, ...] = ()
    between_fates: tuple[str, ...] = ()
    between: dict[str, str] = {}
    offices: dict[str, str] = {}
    seats: dict[str, str] = {}
    several: dict[str, int] = {}
    fates: dict[str, tuple[str, ...]] = {}
    grades: dict[str, tuple[str, ...]] = {}
    states: dict[str, tuple[str, ...]] = {}
    publishing: dict[ActorKind, tuple[str, ...]] = {}


NEVER = regex.compile(r"(?!)")


class Wording:
    """A language's words, folded, and the patterns over folded words that they make; a language without pack has none."""

    def __init__(self, table: Comparison) -> None:
        self.emphatic = tuple(map(fold, table.emphatic))
        self.bodies = frozenset(map(fold, table.bodies))
        self.offices = {fold(office): fold(organ) for office, organ in table.offices.items()}
        self.seats = {fold(seat): name for seat, name in table.seats.items()}
        self.seated = frozenset(map(fold, table.seats.values()))
        self.between = {fold(word): fold(other) for word, other in table.between.items()}
        self.several = {fold(word): number for word, number in table.several.items()}
        self.definite = regex.compile(rf"(?:{_either(table.definite)})(?:(?<=')|\s|$)") if table.definite else NEVER
        self.head = _head(table) if table.heads else NEVER
        self.joining = regex.compile(rf"\s(?:{_either(table.joining)})\s") if table.joining else NEVER
        self.row = _row(table.joining, table.row) if table.joining and table.row else NEVER
        self.tolls = frozenset(map(fold, table.tolls + table.gone))
        self.gone = frozenset(map(fold, table.gone))
        self.ours = _cue(table.ours)
        self.earlier = _cue(table.earlier)
        self.begins = _cue(table.begins, end="$")
        self.papers = frozenset(map(fold, table.papers))
        self.frame = _cue(table.frames)
        self.corpses = frozenset(fold(word).removesuffix("s") for word in table.corpses)
        self.sites = frozenset(map(fold, table.sites))
        self.aged = _aged(table.aged) if table.aged else NEVER
        self.taken = regex.compile(rf"(?<!\w)(?:{_either(table.taken)})$") if table.taken else NEVER
        self.against = _cue(table.against, start=r"(?:(?<!\w)|(?=,))", end=r"(?:(?!\w)|(?<=,))")
        self.adding = _cue(table.adding)
        self.grades = {name: _cue(listed) for name, listed in table.grades.items()}
        self.others = tuple(map(fold, table.others))
        self.pointing = _pointing(table.pointing, table.numbers) if table.pointing and table.numbers else NEVER
        self.figure = _pointing(table.naming, table.numbers) if table.naming and table.numbers else NEVER
        self.false = _cue(table.false)
        self.denying = _cue(table.denying)
        self.not_so_many = _not_so_many(table, "$") if table.nots else NEVER
        self.not_many = _not_so_many(table, r"(?<number>[0-9]{1,3}(?:[ .]?[0-9]{3}){0,3}+)(?=\s?(?:[^\w\s]|$))") if table.nots else NEVER
        self.fighters = frozenset(map(fold, table.fighters))
        self.bands = frozenset(map(fold, table.bands))
        self.matter = regex.compile(rf"(?:{_either(table.of)})\s?(?<noun>\p{{L}}{{3,25}}+)") if table.of else NEVER
        self.own = frozenset(map(fold, table.own))
        self.mourning = tuple(map(fold, table.mourning))
        self.ranks = _cue(table.ranks + table.losses)
        self.losses = _cue(table.losses)
        self.handled = regex.compile(rf"\s?(?:\w+ ){{1,4}}(?:{_either(table.handled)})(?!\w)") if table.handled else NEVER
        self.twice = _cue(table.twice)
        self.scene = _scene(table.scene, table.no_scene) if table.scene and table.no_scene else NEVER
        self.site = _site(table.sites, table.hospitals) if table.sites and table.hospitals else NEVER
        self.elsewhere = _cue(table.elsewhere)
        self.fates = {fold(word): role for role, words in table.fates.items() for word in words}
        self.within = regex.compile(rf",\s(?:\w++[\s']){{0,2}}(?:{_either(table.within)})(?!\w)[^,;.]{{0,50}}") if table.within else NEVER
        self.some_of = frozenset(map(fold, table.some_of))
        self.states = {fold(word): state for state, words in table.states.items() for word in words}
        self.both = _both(table) if table.both else NEVER
        self._publishing = {fold(word): kind for kind, given in table.publishing.items() for word in given}

    def body(self, outlet: str) -> ActorKind | None:
        """What kind of body an outlet is by the first words of its name; None of a medium.

        >>> [wording("fr").body(name) for name in ("Préfecture de la Manche", "La Gazette de la Manche")]
        [<ActorKind.LOCAL_AUTHORITY: 'local_authority'>, None]
        """
        folded = fold(plain(outlet)).strip()
        article = self.definite.match(folded)
        name = folded[article.end() :] if article else folded
        ends = [len(name), *(at for at, c in enumerate(name) if c == " ")]
        return next((self._publishing[name[:end]] for end in ends if name[:end] in self._publishing), None)


def _row(joining: tuple[str, ...], before: tuple[str, ...]) -> "regex.Pattern[str]":
    """Between two places of a row: ", ", ", à", and before the `last` one "et", "ainsi que dans le"."""
    return regex.compile(rf"(?:,|,?\s?(?<last>{_either(joining)}))(?:\s?(?:{_either(before)})){{0,3}}")


def _both(table: Comparison) -> "regex.Pattern[str]":
    """Two fates of which one number counts both: "morts et disparus", "tues ou grievement blesses"."""
    fate = _either(tuple(word for words in table.fates.values() for word in words))
    small = _either(table.between_fates)
    return regex.compile(rf"(?<!\w)(?<one>{fate})\s(?:{_either(table.both)})\s(?:(?:{small})\s){{0,3}}(?<other>{fate})(?!\w)")


def _pointing(determiners: tuple[str, ...], numbers: tuple[str, ...]) -> "regex.Pattern[str]":
    """A number told before: "ce chiffre"."""
    return regex.compile(rf"(?<!\w)(?:{_either(determiners)})\s(?:{_either(numbers)})(?!\w)")


def _not_so_many(table: Comparison, number: str) -> "regex.Pattern[str]":
    """What stands at once before a number that is denied, and the number: "n'étaient pas", "il n'y a pas eu"."""
    return regex.compile(rf"(?<!\w)(?:{_either(table.nots)})(?:\s(?:{_either(table.between_nots)})){{0,3}}\s?{number}")


def _aged(units: tuple[str, ...]) -> "regex.Pattern[str]":
    """Behind a noun and what goes with it, an age in figures: "de nationalité belge de 34 ans", ", âgée de 61 ans"."""
    return regex.compile(rf"(?:\s\p{{L}}++){{0,3}}?,?\s(?:\p{{L}}++\s){{0,2}}?[0-9]{{1,3}}\s(?:{_either(units)})(?!\w)")


def _scene(endings: tuple[str, ...], others: tuple[str, ...]) -> "regex.Pattern[str]":
    """A verb behind a noun that tells what could be seen at a time, by its ending: "rescapés transis attendaient", none of `others`."""
    return regex.compile(rf"\s?(?:\w+ ){{0,2}}?(?!\w*(?:{_either(others)})(?!\w))\w+(?:{_either(endings)})(?!\w)")


def _site(sites: tuple[str, ...], hospitals: tuple[str, ...]) -> "regex.Pattern[str]":
    """The noun of a site at once before a name, or of a hospital before the name of its town."""
    return regex.compile(rf"(?<!\w)(?:{_either(sites)}|{_either(hospitals)}(?:\s[\w-]++){{0,2}}?\s(?:de|du|d'))\s?$")


def _head(table: Comparison) -> "regex.Pattern[str]":
    """Who speaks for a body, first in a source or after a comma, and the body: over lower case with accents, so that offsets hold."""
    determiners, heads = ("|".join(map(regex.escape, _by_length(found))) for found in (table.definite + table.indefinite, table.heads))
    start = rf"(?:^|[,(]\s?)(?:(?:{determiners})(?:(?<=')|\s))?(?:{heads})"
    return regex.compile(start + r"(?:\s[\w'-]+){0,2}?\s(?:du\s|des\s|de\sla\s|de\sl'|de\s|d')(?<organ>[^,;:()]{1,80}+)")


def _either(words: tuple[str, ...]) -> str:
    return "|".join(regex.escape(fold(w)) for w in _by_length(words))


def _by_length(words: tuple[str, ...]) -> list[str]:
    """The longest first, as alternatives are tried."""
    return sorted(words, key=lambda w: (-len(w), w))


def _cue(words: tuple[str, ...], start: str = r"(?<!\w)", end: str = r"(?!\w)") -> "regex.Pattern[str]":
    return regex.compile(rf"{start}(?:{_either(words)}){end}") if words else NEVER


@cache
def wording(language: str) -> Wording:
    """The words of `language`.

    >>> "precedent bilan" in wording("fr").tolls, wording("xx").frame is NEVER
    (True, True)
    """
    return Wording(table(language, "comparison", Comparison) if has(language, "comparison") else Comparison())
