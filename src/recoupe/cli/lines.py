"""A record as lines for a person: short names, the words themselves, the id at the end to ask further with."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from recoupe.briefing.heard import cited, disputing, heard, in_turn, manner, merged, unnamed, unread, where_said
from recoupe.briefing.moments import moment, passing, since
from recoupe.briefing.orientation import facing, oriented, ranks
from recoupe.briefing.scope import agencies
from recoupe.cli.reasons import reason
from recoupe.cli.screen import Heading
from recoupe.cli.words import counted, has_name, pair, side, things, value
from recoupe.model import (
    UNHELD,
    Agreement,
    Answer,
    Attribution,
    Claim,
    Crosscheck,
    Direction,
    Drift,
    DriftKind,
    Event,
    Modality,
    Origin,
    Polarity,
    Quantity,
    Question,
    Range,
    Reject,
    Report,
    Reuse,
    Span,
    Story,
    Support,
)
from recoupe.phrases import Language, say
from recoupe.text.composed import flat
from recoupe.text.figures import amount
from recoupe.text.labels import labels

Origins = Callable[[Collection[str]], Range]
"""Of texts how many text origins they have."""

LONGEST = 160
"""Characters of a passage on one line."""


def short(words: str) -> str:
    """`words` on one line, cut at a word.

    >>> short("Le bac\\n\\nrepart."), short("La crue recule. " * 20)[-20:]
    ('Le bac repart.', 'e. La crue recule. …')
    """
    line = flat(words)
    return line if len(line) <= LONGEST else line[:LONGEST].rsplit(" ", 1)[0] + " …"


@dataclass(frozen=True)
class Lines:
    """How records of a ledger are said in `language`."""

    language: Language
    reports: Mapping[str, Report]
    names: Mapping[str, str]
    rank: Mapping[str, int]
    claims: Mapping[str, Claim] = field(default_factory=dict)
    """Those that answers rest on."""

    @cached_property
    def cited(self) -> frozenset[str]:
        """Ids of the actors that some text cites: an outlet that is not among them speaks on its own word."""
        return cited(self.claims.values())

    @classmethod
    def of(cls, language: Language, reports: Mapping[str, Report], claims: Iterable[Claim] = ()) -> "Lines":
        """For the reports of one ledger, and the claims that its answers rest on."""
        return cls(language, reports, labels(reports.values()), ranks(reports.values()), {claim.id: claim for claim in claims})

    def quote(self, span: Span) -> str:
        """The words at `span`."""
        return self.reports[span.report].text[span.start : span.end]

    def at(self, span: Span) -> str:
        """Where a span stands: "La Vigie [12-40]"."""
        return f"{self.names[span.report]} [{span.start}-{span.end}]"

    def claim(self, claim: Claim) -> Iterator[str]:
        """What, how many, on whose word; then the words."""
        said = claim.attribution
        voice = said.actor.name if said and said.actor else self.unnamed([claim.report], say(self.language, "cli.own_word"), said)
        counts = ", ".join(self.counted(quantity) for quantity in claim.quantities)
        places = ", ".join(dict.fromkeys(place.name for place in claim.places))
        kind = value(self.language, claim.type) if claim.type != "OTHER" else ""
        denied = value(self.language, claim.polarity) if claim.polarity is Polarity.NEGATIVE else ""
        when = moment(self.language, claim.when.value) if claim.when else ""
        standing = value(self.language, claim.standing) if claim.standing is not None else ""
        parts = [voice, "" if self.blind(claim) else value(self.language, claim.modality), denied, standing, kind, counts, places, when]
        yield Heading(f"{claim.id}  {' · '.join(part for part in parts if part)}")
        yield f"    {self.at(claim.span)} {short(self.quote(claim.span))}"

    def blind(self, claim: Claim) -> bool:
        """Whether nobody has read who says it and how it is put: it must not be taken for the outlet's own word."""
        return claim.attribution is None and claim.report in self.reports and bool(unread([self.reports[claim.report].language]))

    def unnamed(self, reports: Iterable[str], else_: str, said: Attribution | None = None) -> str:
        """What is said in place of a voice: that nobody has read who says it, that nobody is named, or `else_`."""
        if said is not None:
            return say(self.language, "cli.nobody")
        languages = [self.reports[report].language for report in reports if report in self.reports]
        return unnamed(self.language, languages) if unread(languages) else else_

    def counted(self, quantity: Quantity) -> str:
        """A number with what it counts; of a unit without a name the words of the text."""
        if quantity.counted is None or quantity.role or has_name(self.language, quantity.unit):
            return counted(self.language, quantity)
        return f"{amount(quantity, self.language)} {say(self.language, 'cli.own_noun', words=short(self.quote(quantity.counted)))}"

    def reuse(self, given: Reuse) -> Iterator[str]:
        """Who shares how much with whom, which way, the original first; then the longest passage."""
        reuse = facing(given, self.rank)
        length = say(self.language, "cli.characters", n=reuse.characters)
        known = "unknown_way" if reuse.direction is Direction.UNKNOWN else reuse.direction
        way = say(self.language, f"cli.{known}", a=self.names[reuse.a], b=self.names[reuse.b])
        kind = value(self.language, reuse.kind)
        yield Heading(f"{reuse.id}  {self.names[reuse.a]} – {self.names[reuse.b]} · {kind} · {length} · {way}")
        for passage in sorted(reuse.passages, key=lambda p: p.a.start - p.a.end)[:1]:
            sign = "=" if passage.exact else "≈"
            yield f"    {self.at(passage.a)} {sign} {self.at(passage.b)} {short(self.quote(passage.a))}"

    def origin(self, origin: Origin) -> Iterator[str]:
        """How many texts rest on one, and why; which."""
        names = agencies(origin)
        why = say(self.language, "cli.dispatch", names=", ".join(names)) if names else value(self.language, origin.kind)
        texts = say(self.language, "cli.texts", n=len(origin.reports))
        yield Heading(say(self.language, "cli.one_origin", texts=texts, origin=_range("cli.origins", 1, 1, self.language), why=why))
        yield "    " + ", ".join(self.names[report] for report in sorted(origin.reports, key=self.rank.__getitem__))

    def story(self, story: Story, events: Mapping[str, Event], origins: Origins) -> Iterator[str]:
        """The story, then its events: texts, text origins, first and last day, the latest text."""
        members = [report for key in story.events for report in events[key].reports]
        yield Heading(f"{story.id}  {short(story.title)} · {self._size(members, origins)}")
        for key in story.events:
            event = events[key]
            size = f" · {self._size(event.reports, origins)}" if len(story.events) > 1 else ""
            named = ", ".join(self.names[report] for report in sorted(event.reports, key=self.rank.__getitem__))
            yield f"    {event.id}  {short(event.title)}{size} · {named}{self._mentioned(event)}"

    def _mentioned(self, event: Event) -> str:
        names = ", ".join(dict.fromkeys(self.names[span.report] for span in event.mentions))
        return f" · {say(self.language, 'cli.mentioned', names=names)}" if names else ""

    def _size(self, members: Sequence[str], origins: Origins) -> str:
        parts = [self.wordings(len(members), origins(members)), self.span_of(members)]
        times = sorted((when.start or when.value, when.value) for r in members if (when := self.reports[r].published))
        if len(set(times)) > 1:
            parts.append(say(self.language, "cli.latest", when=times[-1][1].replace("T", " ")))
        return " · ".join(parts)

    def wordings(self, texts: int, origins: Range) -> str:
        """How many texts, and how many text origins they have."""
        return f"{say(self.language, 'cli.texts', n=texts)} · {_range('cli.origins', origins.low, origins.high, self.language)}"

    def span_of(self, members: Sequence[str]) -> str:
        """First and last day of publication, where all have one."""
        days = sorted({when.value[:10] if (when := self.reports[r].published) else "" for r in members})
        undated = say(self.language, "cli.undated")
        if not days:
            return undated
        return " – ".join(dict.fromkeys((days[0] or undated, days[-1] or undated)))

    def crosscheck(self, check: Crosscheck) -> Iterator[str]:
        """The question, then its answers with what stands behind each."""
        open_ = check.agreement is Agreement.SINGLE and check.support.voices.high > 1
        agreement = say(self.language, "cli.perhaps_single") if open_ else value(self.language, check.agreement)
        yield Heading(f"{check.id}  {self.question(check.question, check.support.reports)} · {agreement}")
        for answer in in_turn(check.answers):
            yield f"    {self.answer(answer)}{self.against(answer, check)}"

    def question(self, asked: Question, reports: Sequence[str] = ()) -> str:
        """What is counted, where and when: "habitants évacués, Brest"; the time in words of `reports`, if one is in this language."""
        kind = value(self.language, asked.type) if not asked.role and asked.type != "OTHER" else None
        counted = things(self.language, asked.unit, asked.role)
        languages = {self.reports[r].language for r in reports if r in self.reports}
        own = not languages or self.language in languages or not asked.when
        own = own and not passing(asked.when or "", asked.when_words or "", sorted(languages))
        when = (asked.when_words if own else None) or since(self.language, asked.when or "", asked.when_words or "", languages)
        parts = [counted, kind, side(self.language, asked.unit, asked.target), asked.place_name, when]
        return ", ".join(part for part in parts if part)

    def answer(self, answer: Answer) -> str:
        """Value, texts, text origins, voices."""
        known = {alias.name: alias.full for alias in answer.support.aliases}
        listed = merged([actor.name for actor in heard(answer.support, self.reports, self.rank, self.cited)], known)
        voices = ", ".join(self._also(name, others) for name, others in listed.items())
        marks = [
            value(self.language, mark)
            for mark in (manner(answer, self.claims) or (Modality.HEARSAY if answer.hearsay else None), answer.standing)
            if mark
        ]
        who = voices or self.unnamed(answer.support.reports, say(self.language, "cli.nobody"))
        said = "" if answer.standing in UNHELD else f"{who} · "
        marked = f" ({', '.join(marks)})" if marks else ""
        return f"{amount(answer, self.language)}{marked} · {said}{self.support(answer.support)}"

    def _also(self, name: str, others: Sequence[str]) -> str:
        return say(self.language, "point.also", name=name, others=", ".join(others)) if others else name

    def against(self, answer: Answer, check: Crosscheck) -> str:
        """What is given in place of an answer, and who disputes it."""
        said = [
            say(
                self.language,
                "point.differs.later_by",
                value=amount(check.answers[turn.answer], self.language),
                names=", ".join(turn.voices),
            )
            for turn in answer.turns
        ]
        known = {alias.name: alias.full for alias in answer.support.aliases}
        for how, against in disputing(answer, self.claims, lambda name: known.get(name, name)).items():
            names = ", ".join(dict.fromkeys(where_said(name, self.names[claim.report]) for name, claim in against))
            said.append(say(self.language, f"point.{how}", names=names))
        return "".join(f" · {words}" for words in said)

    def support(self, support: Support) -> str:
        """How many texts, text origins and voices."""
        behind = [
            say(self.language, "cli.texts", n=support.texts),
            _range("cli.origins", support.origins.low, support.origins.high, self.language),
            _range("cli.voices", support.voices.low, support.voices.high, self.language),
        ]
        return ", ".join(behind)

    def drift(self, given: Drift) -> Iterator[str]:
        """What differs, then the passage on either side, the original first."""
        drift = oriented(given, self.rank)
        yield Heading(f"{drift.id}  {self.kind_of(drift)} · {short(drift.a_words) or '–'} | {short(drift.b_words) or '–'}")
        for span in (drift.a, drift.b):
            if span is not None:
                yield f"    {self.at(span)} {short(self.quote(span))}"

    def kind_of(self, drift: Drift) -> str:
        """What kind of difference; of what stands in one of two texts alone, in which, and which has it not; of a source or a hedge that
        only one has, in which it is missing or added."""
        span = {DriftKind.CONTENT_ONLY_IN_A: drift.a, DriftKind.CONTENT_ONLY_IN_B: drift.b}.get(drift.kind)
        if span is None:
            bare = _lacking(drift)
            kind = value(self.language, drift.kind)
            return kind if bare is None else say(self.language, "cli.kind_in", kind=kind, name=self.names[bare.report])
        if drift.against is None:
            return say(self.language, "cli.only_in", name=self.names[span.report])
        return say(self.language, "cli.only_in_not", name=self.names[span.report], other=self.names[drift.against])

    def reject(self, reject: Reject) -> Iterator[str]:
        """What, why, and the words of the error."""
        yield refused(reject, self.language)


def _lacking(drift: Drift) -> Span | None:
    """The side that lacks a source or a hedge, or has one more."""
    if drift.kind not in {DriftKind.SOURCE_MISSING, DriftKind.HEDGE_MISSING, DriftKind.HEDGE_ADDED}:
        return None
    bare = drift.kind is not DriftKind.HEDGE_ADDED
    sides = ((drift.a, drift.a_words), (drift.b, drift.b_words))
    return next((span for span, words in sides if span is not None and (not words) is bare), None)


def refused(reject: Reject, language: Language) -> str:
    """What was refused and why, in the words of the screen's language.

    >>> from recoupe.model import RejectReason
    >>> refused(Reject(id="x-1", locator="notes/vide.txt", reason=RejectReason.EMPTY, detail="no text"), "fr")
    'notes/vide.txt\\xa0: vide (aucun texte)'
    """
    detail = reason(language, reject.detail)
    why = value(language, reject.reason) + (f" ({detail})" if detail else "")
    return pair(language, reject.locator, why)


def _range(key: str, low: int, high: int, language: Language) -> str:
    return say(language, key, n=high, range=str(high) if low == high else f"{low}–{high}")
