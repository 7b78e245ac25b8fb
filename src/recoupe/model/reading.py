"""What stands in a text: times, places, quantities, actors, and the reading that gathers them."""

from enum import StrEnum

from recoupe.model.base import Number, Record, Span


class Precision(StrEnum):
    """How fine a time is known."""

    INSTANT = "instant"
    PART_OF_DAY = "part_of_day"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    UNKNOWN = "unknown"


class When(Record, frozen=True, kw_only=True):
    """A time as read. `start` and `end` are None where the words do not fix them: no year is ever guessed.

    `value` is the TIMEX3 value: "2024-11-29", "2024-06", "XXXX-06" (a June), "XXXX-WXX-5" (a Friday), "XXXX-WXX-4TNI" (the night that
    begins on a Thursday), "2024-11-28TNI", "PAST_REF" (récemment), "PRESENT_REF", "FUTURE_REF", "P1D" (a duration), "TNI" (a
    night, day not said).
    `inherited`: its day carried over from a neighbouring clause, the title or the date line, or that of publication ("vers 7 heures").
    """

    span: Span | None
    value: str
    precision: Precision
    start: str | None = None
    end: str | None = None
    inherited: bool = False

    @property
    def lasts(self) -> bool:
        """True for a length of time, or how often something comes: neither says when.

        >>> When(span=None, value="P2Y", precision=Precision.UNKNOWN).lasts, When(span=None, value="2024", precision=Precision.YEAR).lasts
        (True, False)
        """
        return self.value.startswith("P") and not self.value.endswith("_REF")


class PlacePrecision(StrEnum):
    """What kind of area a place name stands for; NEAR is the surroundings of a place, NAMED a name that no gazetteer knows."""

    TOWN = "town"
    NEAR = "near"
    ADMIN2 = "admin2"
    ADMIN1 = "admin1"
    COUNTRY = "country"
    NAMED = "named"


class Place(Record, frozen=True, kw_only=True):
    """A place as named at `span`; `id` is a GeoNames id, `country` ISO 3166-1 alpha-2, `admin1` a first-level code, degrees WGS 84.

    `name` also says what an area is, and has the article that hides in "au Mans"; `span` is only what that is called: "région
    d'Odessa", its last word. `part`: the text says that the place holds only for a part ("essentiellement", "notamment").
    """

    span: Span
    name: str
    precision: PlacePrecision
    id: str | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    admin1: str | None = None
    inherited: bool = False
    part: bool = False

    @property
    def begins(self) -> int:
        """Where the words that say what it is begin, or the span."""
        return min(self.span.start, self.span.end - len(self.name))


class Bound(StrEnum):
    """What the words say of a number's limits."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    ABOUT = "about"
    RANGE = "range"
    INDEFINITE = "indefinite"


def said(bound: Bound, low: Number | None, value: Number | None, high: Number | None) -> tuple[Number | None, Number | None]:
    """The limits that the words themselves give: "about 40" has 40 and no other, "dozens" none at all. Wider ones are for comparing only.

    >>> said(Bound.ABOUT, 32, 40, 48), said(Bound.INDEFINITE, 20, None, None), said(Bound.MORE_THAN, 41, 40, None)
    ((40, 40), (None, None), (40, None))
    """
    if bound == Bound.INDEFINITE:
        return None, None
    if value is None:
        return low, high
    if bound == Bound.ABOUT:
        return value, value
    return (None if low is None else value), (None if high is None else value)


class Measure(StrEnum):
    """What a count measures, where it is not how many there are in all."""

    RATE = "rate"  # so many a day, for 100 000 inhabitants
    CHANGE = "change"  # so many more or less than before, so many in the last hours
    TOTAL = "total"  # so many over months or years, or in a whole war, where the text tells of one event


class Quantity(Record, frozen=True, kw_only=True):
    """A count between `low` and `high`, both inclusive, in `unit` (see ontology/units.toml); None is unbounded.

    `span` covers the number with the words that bound it, `counted` the noun. `value` is the number as written, None where no one
    number is (a range, "des dizaines"). "plus de cent" is value 100, low 101, high None, more_than. `role`: killed, wounded, ... or None.
    `unit` is the ontology's unit, else the lemma of the counted noun.
    `part`: the words say that it is a part of another count ("dont 29", "25 autres" is not).
    `measure`: None is how many there are; a rate ("12 par jour"), a change ("12 de plus"), a total ("12 en dix ans") never
    answer that.
    """

    span: Span
    counted: Span | None
    value: Number | None
    low: Number | None
    high: Number | None
    bound: Bound
    unit: str
    role: str | None = None
    part: bool = False
    measure: Measure | None = None

    @property
    def said(self) -> tuple[Number | None, Number | None]:
        """The limits that the words themselves give."""
        return said(self.bound, self.low, self.value, self.high)


class ActorKind(StrEnum):
    """What kind of actor speaks or acts."""

    STATE_ORGAN = "state_organ"
    ARMED_FORCE = "armed_force"
    LOCAL_AUTHORITY = "local_authority"
    POLICE = "police"
    ORGANISER = "organiser"
    EMERGENCY_SERVICE = "emergency_service"
    COMPANY = "company"
    NGO = "ngo"
    INTERNATIONAL_BODY = "international_body"
    MEDIA = "media"
    AGENCY = "agency"
    PERSON = "person"
    WITNESS = "witness"
    UNNAMED = "unnamed"
    DOCUMENT = "document"
    OTHER = "other"


class Actor(Record, frozen=True, kw_only=True):
    """Who speaks or acts. `name` is the words as first written, without article; `id` is the same for all mentions that fold to one name.

    `side` is the country (ISO 3166-1 alpha-2) or party that the words say, else None.
    """

    id: str
    name: str
    kind: ActorKind
    side: str | None = None


class Mention(Record, frozen=True, kw_only=True):
    """An actor where it stands in a text. `anaphor`: a pronoun or short form ("le ministère") that was resolved to the actor."""

    span: Span
    actor: Actor
    anaphor: bool = False


class Reading(Record, frozen=True, kw_only=True):
    """What stands in a report, as spans. `quotes` are the insides of direct quotations, marks left out, pull quotes included.

    `words`: content words in order, folded and stemmed, for search, reuse and stories. `anaphors` in `actors` are resolved.
    """

    report: str
    sentences: tuple[Span, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    places: tuple[Place, ...] = ()
    whens: tuple[When, ...] = ()
    actors: tuple[Mention, ...] = ()
    quotes: tuple[Span, ...] = ()
    words: tuple[str, ...] = ()
