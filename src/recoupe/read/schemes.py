"""The schemes of places.toml and times.toml."""

from msgspec import field

from recoupe.model import PlacePrecision, Record


class Bodies(Record, frozen=True, kw_only=True):
    """Words that make a place name part of the name of something else."""

    adjacent: tuple[str, ...]
    governing: tuple[str, ...]
    housed: frozenset[str]
    many: frozenset[str] = frozenset()


class PlaceWords(Record, frozen=True, kw_only=True):
    """The words of a language that go with names of places (`places.toml`)."""

    local: tuple[str, ...]
    fire: tuple[str, ...]
    unknown: tuple[str, ...]
    never: frozenset[str]
    near: tuple[str, ...]
    distances: tuple[str, ...]
    governs: str
    strikes: str
    dative: frozenset[str] = frozenset()
    given: tuple[str, ...] = ()
    laid: tuple[str, ...] = ()
    taking: str
    clitics: tuple[str, ...]
    part: tuple[str, ...]
    links: tuple[str, ...]
    streets: tuple[str, ...]
    squares: tuple[str, ...]
    halls: tuple[str, ...]
    first: frozenset[str]
    rubrics: tuple[str, ...]
    not_squares: tuple[str, ...]
    houses: tuple[str, ...]
    left: tuple[str, ...]
    parted: tuple[str, ...]
    not_capitals: frozenset[str]
    near_people: tuple[str, ...]
    giving: frozenset[str]
    links_two: frozenset[str]
    clubs: frozenset[str]
    apposed: tuple[str, ...]
    quarters: tuple[str, ...]
    neighbouring: tuple[str, ...]
    waters: frozenset[str]
    of_river: frozenset[str] = frozenset()
    river_does: tuple[str, ...] = ()
    facing: tuple[str, ...] = ()
    stormed: tuple[str, ...] = ()
    stations: frozenset[str]
    not_stations: frozenset[str]
    homeland: str
    passed: frozenset[str]
    listing: tuple[str, ...]
    wide: tuple[str, ...]
    home: frozenset[str]
    generic_domains: frozenset[str]
    directions: frozenset[str]
    called: frozenset[str]
    forenames: frozenset[str]
    not_of_towns: frozenset[str]
    tails: tuple[str, ...]
    areas: dict[str, PlacePrecision]
    whole: frozenset[str]
    settlements: dict[str, PlacePrecision]
    natural: dict[str, PlacePrecision]
    bodies: Bodies


class Times(Record, frozen=True, kw_only=True):
    """The words of a language that say when (`times.toml`)."""

    weekdays: tuple[str, ...]
    past: tuple[str, ...]
    present: tuple[str, ...]
    future: tuple[str, ...]
    coming_words: tuple[str, ...]
    wills: tuple[str, ...] = ()
    infinitives: tuple[str, ...] = ()
    coming_endings: tuple[str, ...]
    not_coming: tuple[str, ...]
    until: tuple[str, ...] = ()
    by_then: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    unreached: tuple[str, ...] = ()
    tellings: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    drawn: tuple[str, ...] = ()
    since: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    prolonged: tuple[str, ...] = ()
    happened: tuple[str, ...] = ()
    told_endings: tuple[str, ...] = ()
    unfinished: tuple[str, ...] = ()
    not_told: tuple[str, ...] = ()
    fixed: tuple[str, ...] = ()
    spans: tuple[str, ...] = ()
    spent: tuple[str, ...] = ()
    aged: tuple[str, ...] = ()
    amounts: tuple[str, ...] = ()
    dated: tuple[str, ...] = ()
    eras: tuple[str, ...] = ()
    abbreviated: dict[str, int] = field(default_factory=dict)
    feasts: dict[str, str] = field(default_factory=dict)
    lean: tuple[str, ...]
    midnight: tuple[str, ...]
    days: dict[str, int]
    months: dict[str, int]
    parts: dict[str, str]
    seasons: dict[str, str]
    units: dict[str, str]
    numbers: dict[str, int]
