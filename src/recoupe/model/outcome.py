"""What comes out: crosschecks, drift, briefings."""

from enum import StrEnum

from recoupe.model.base import Evidence, Number, Record, Span
from recoupe.model.claim import Standing
from recoupe.model.linked import Alias, Direction, Dossier, Story, Support
from recoupe.model.reading import Bound, Measure, Precision, said


class Agreement(StrEnum):
    """How the answers to one question stand to each other."""

    SINGLE = "single"
    SAME = "same"
    ROUNDED = "rounded"
    REVISED = "revised"  # one voice, another value later
    DIFFERS = "differs"  # scope, place or time may differ
    CONFLICT = "conflict"  # same scope, place and time, other values
    ACKNOWLEDGED = "acknowledged"  # the party concerned says so too


class Question(Record, frozen=True, kw_only=True):
    """What claims must share to answer one question. `place` and `when` are normalised keys; the names are for people.

    `part`: it asks for parts of another count that no place marks off ("dont 12 grièvement"); `part_words`: the words that name the
    part, folded, None where it has none of its own. `measure`: it asks for a rate or a change, never answered by how many there are in all.
    """

    type: str
    unit: str
    role: str | None = None
    target: str | None = None
    place: str | None = None
    place_name: str | None = None
    when: str | None = None
    when_words: str | None = None
    part: bool = False
    measure: Measure | None = None
    part_words: str | None = None


class Turn(Record, frozen=True, kw_only=True):
    """What is given in place of an answer now, by those who gave that or in a text that says so. `answer`: its place among the answers of
    the crosscheck. `voices`: the names of those who give it."""

    answer: int
    voices: tuple[str, ...]


class Answer(Record, frozen=True, kw_only=True):
    """One value to a question with all claims that give it. `hearsay`: every claim of it is in the hearsay conditional.

    `altered_from`: the report from which the first text that gives it was taken, where every text that gives it is a copy and what it
    was taken from has another value in that passage. `standing`: no claim simply gives it, all say this of it: it has no voice.
    `turns`: what is given in its place. `disputed`: claims by which others, or later those who gave it, say that it is not
    so, one for each who does.
    """

    low: Number | None
    value: Number | None
    high: Number | None
    bound: Bound
    claims: tuple[str, ...]
    support: Support
    hearsay: bool = False
    first_seen: str | None = None
    last_seen: str | None = None
    altered_from: str | None = None
    standing: Standing | None = None
    turns: tuple[Turn, ...] = ()
    disputed: tuple[str, ...] = ()

    @property
    def said(self) -> tuple[Number | None, Number | None]:
        """The limits that the words themselves give."""
        return said(self.bound, self.low, self.value, self.high)


class Sum(Record, frozen=True, kw_only=True):
    """A whole and its stated parts: claim ids, whether the parts add up, and what remains. `holds` is None where bounds leave it open.

    `about`: the whole or a part is told as about, so what remains is; of vague words nothing is known to remain.
    """

    whole: str
    parts: tuple[str, ...]
    holds: bool | None
    remainder_low: Number | None
    remainder_high: Number | None
    about: bool = False


class RuleValue(Record, frozen=True, kw_only=True):
    """A value by a named rule of the field (ucdp, acled, airwars); None where the rule does not apply. `about`: those of them that
    texts give as about only."""

    rule: str
    low: Number | None
    value: Number | None
    high: Number | None
    about: tuple[str, ...] = ()


class Crosscheck(Record, frozen=True, kw_only=True):
    """The same question, all answers. `related`: ids of crosschecks of a wider or narrower scope. `why` says why answers are comparable."""

    id: str
    story: str
    event: str
    question: Question
    answers: tuple[Answer, ...]
    support: Support
    agreement: Agreement
    comparable: bool
    why: str
    sums: tuple[Sum, ...] = ()
    values: tuple[RuleValue, ...] = ()
    related: tuple[str, ...] = ()


class DriftKind(StrEnum):
    """What differs between two versions."""

    SOURCE_MISSING = "source_missing"
    SOURCE_DIFFERS = "source_differs"
    HEDGE_MISSING = "hedge_missing"
    HEDGE_ADDED = "hedge_added"
    NUMBER_DIFFERS = "number_differs"
    PRECISION_LOST = "precision_lost"  # the copy is vaguer; where no direction is known, one of the two is
    PRECISION_ADDED = "precision_added"  # the copy is finer than what it was taken from
    CONTENT_DIFFERS = "content_differs"  # a negation, an act, a state, an office, a day or a place turned, in sentences that match
    QUOTE_UNMATCHED = "quote_unmatched"
    QUOTE_REWORDED = "quote_reworded"  # both quote, in other words
    QUOTE_WIDENED = "quote_widened"
    PARAPHRASE_AS_QUOTE = "paraphrase_as_quote"
    CONTENT_ONLY_IN_A = "content_only_in_a"
    CONTENT_ONLY_IN_B = "content_only_in_b"


class Drift(Record, frozen=True, kw_only=True):
    """A difference of meaning between two versions: both passages, the words that differ, the rule. Never intent, error or fault.

    `a` and `b` are the two passages (one is None where the other version has none); `a_words`, `b_words` the differing words,
    "" where absent. `weight` 0..100. `direction` is that of the reuse between the two, `unknown` where it is. `against`: the report
    that was compared and has no such passage, where one side is None and one report was compared.
    """

    id: str
    kind: DriftKind
    a: Span | None
    b: Span | None
    a_words: str
    b_words: str
    direction: Direction
    weight: int
    evidence: tuple[Evidence, ...] = ()
    against: str | None = None


class Statement(Record, frozen=True, kw_only=True):
    """One sentence of a briefing. `message` is the key of its phrase ("point.count"), `text` its wording in the briefing's
    language; it rests on `claims` and the passages `cites`, on `crosscheck` or `drift` where it shows one. `event`: the one that it
    tells of, where it is of one.
    """

    section: str
    message: str
    text: str
    claims: tuple[str, ...] = ()
    cites: tuple[Span, ...] = ()
    crosscheck: str | None = None
    drift: str | None = None
    event: str | None = None


class Moment(Record, frozen=True, kw_only=True):
    """A dated point of the timeline: never made for an undated report. `part`: of which part of its day, as in TIMEX3 ("NI", the
    night that begins on it).
    """

    at: str
    precision: Precision
    text: str
    voice: str | None
    cites: tuple[Span, ...]
    part: str | None = None


class Briefing(Record, frozen=True, kw_only=True):
    """Where things stand in a story, every statement cited (in French, a point)."""

    story: str
    title: str
    language: str
    statements: tuple[Statement, ...]
    timeline: tuple[Moment, ...] = ()


class StoryFile(Record, frozen=True, kw_only=True):
    """All that a ledger holds on one story: what the faces show. `aliases`: of all who are cited in it."""

    story: Story
    dossiers: tuple[Dossier, ...]
    crosschecks: tuple[Crosscheck, ...]
    drifts: tuple[Drift, ...]
    aliases: tuple[Alias, ...] = ()
