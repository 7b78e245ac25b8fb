"""The desk on which a briefing is written: a story's records looked up by id, and how things are called in a language."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

import msgspec

from recoupe.briefing.heard import Given, by_voice, cited, disputing, heard, in_turn, merged, office, spelled, unnamed
from recoupe.briefing.orientation import ranks
from recoupe.briefing.quoting import cut, quoted, telling, untied
from recoupe.model import (
    Actor,
    Answer,
    Attribution,
    Claim,
    Crosscheck,
    Dossier,
    Quantity,
    Reading,
    Report,
    Span,
    Statement,
    StoryFile,
    Support,
)
from recoupe.phrases import Language, Phrase, phrases, say
from recoupe.text import plain
from recoupe.text.composed import flat
from recoupe.text.labels import labels

NAMED = 6
"""So many names are listed; the rest is counted elsewhere."""


COMPARING = frozenset({"single", "new", "drift"})
"""Sections that say nothing of a story with one text: there all rests on one text."""


@dataclass(frozen=True)
class Desk:
    """A story file and the language of its briefing."""

    file: StoryFile
    language: Language
    complete: bool = False
    """Everything is told, where a briefing tells the weightiest and counts the rest."""

    @cached_property
    def reports(self) -> dict[str, Report]:
        """All reports by id, by publication (undated ones last), then by name."""
        found = {r.id: r for dossier in self.file.dossiers for r in dossier.reports}
        return {key: found[key] for key in ranks(found.values())}

    @cached_property
    def rank(self) -> dict[str, int]:
        """The place of each report in that order."""
        return {report: rank for rank, report in enumerate(self.reports)}

    def place(self, span: Span) -> tuple[int, int, int]:
        """Where a passage stands in the order of reports and texts."""
        return self.rank.get(span.report, len(self.rank)), span.start, span.end

    def order(self, claim: Claim) -> tuple[tuple[int, int, int], list[Span], str]:
        """By report and place in the text; the id parts what stands at one place."""
        return self.place(claim.span), [q.span for q in claim.quantities], claim.id

    def most(self, number: int) -> int:
        """How many are told where `number` is the limit.

        >>> Desk(None, "fr").most(12)
        12
        """
        return sys.maxsize if self.complete else number

    @property
    def alone(self) -> bool:
        """Whether the story has one text: what is shown of it is kept short."""
        return len(self.reports) == 1

    def told(self, statements: Iterable[Statement]) -> list[Statement]:
        """Those that say something of this story."""
        return [s for s in statements if not (self.alone and s.section in COMPARING)]

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """All claims by id."""
        return {claim.id: claim for dossier in self.file.dossiers for claim in (*dossier.claims, *dossier.aside)}

    @cached_property
    def names(self) -> dict[str, str]:
        """How each report is called."""
        return labels(self.reports.values())

    @cached_property
    def facts(self) -> dict[str, list[tuple[int, int]]]:
        """For each report the characters that were read as a number, a time, a place or an actor, as disjoint ranges in order."""
        return {reading.report: _ranges(reading) for dossier in self.file.dossiers for reading in dossier.readings}

    @cached_property
    def cited(self) -> frozenset[str]:
        """Ids of the actors that some text cites."""
        return cited(self.claims.values())

    @cached_property
    def attributions(self) -> dict[str, Attribution]:
        """All attributions of claims by id."""
        return {c.attribution.id: c.attribution for c in self.claims.values() if c.attribution is not None}

    @cached_property
    def place_names(self) -> dict[str, str]:
        """For a name that a text in another language has the one that a text in this language has for the same place."""
        if self.file is None:
            return {}
        found = sorted((p for c in self.claims.values() for p in c.places if p.id and p.span.report in self.reports), key=lambda p: p.span)
        own = {p.id: p.name for p in reversed(found) if self.reports[p.span.report].language == self.language}
        return {p.name: own.get(p.id, p.name) for p in found if self.reports[p.span.report].language != self.language}

    @cached_property
    def own_names(self) -> dict[str, str]:
        """For a name that somebody has only in texts of another language the one that a text in this language has for the same voice."""
        if self.file is None:
            return {}
        own, foreign = dict[str, str](), dict[str, str]()
        for claim in sorted((c for c in self.claims.values() if c.report in self.reports), key=self.order):
            actor = claim.attribution.actor if claim.attribution is not None else None
            if actor is not None and self.reports[claim.report].language == self.language:
                own.setdefault(actor.id, actor.name)
            elif actor is not None:
                foreign.setdefault(actor.name, actor.id)
        return {name: own[id_] for name, id_ in foreign.items() if id_ in own and name not in own.values()}

    @cached_property
    def by_voice(self) -> dict[str, dict[str, Given]]:
        """For each question by its id what each voice that is cited answers to it."""
        return {check.id: by_voice(self.answers(check), self.claims, self.called) for check in self.file.crosschecks}

    @cached_property
    def counted_at(self) -> dict[str, list[int]]:
        """Where the numbers of each report stand, in order."""
        return {r.report: sorted(q.span.start for q in r.quantities) for dossier in self.file.dossiers for r in dossier.readings}

    @cached_property
    def wholes(self) -> frozenset[str]:
        """Claims that parts are told with."""
        return frozenset(s.whole for x in self.file.crosschecks for s in x.sums)

    @cached_property
    def counted(self) -> frozenset[str]:
        """Claims whose number answers a question; those that deny, threaten, demand or wish it are told as statements."""
        return frozenset(c for x in self.file.crosschecks for a in x.answers for c in a.claims) | self.wholes

    @cached_property
    def shown(self) -> frozenset[Span]:
        """The passages of numbers that answer a question, which stand beside these."""
        told = (self.claims[key] for key in self.counted if key in self.claims)
        return frozenset(claim.span for claim in told if any(not self.empty(q) for q in claim.quantities))

    @cached_property
    def disputed(self) -> frozenset[str]:
        """Claims by which somebody disputes a number, or takes it back: told beside it."""
        return frozenset(key for x in self.file.crosschecks for a in x.answers for key in a.disputed)

    @cached_property
    def speakers(self) -> dict[tuple[str, int], str]:
        """Who is meant by the source that begins at a place of a report."""
        said = [claim.attribution for claim in self.claims.values() if claim.attribution is not None]
        return {(s.report, s.start): one.actor.name for one in said if one.actor is not None for s in one.source}

    def disputing(self, answer: Answer) -> dict[str, list[tuple[str, Claim]]]:
        """Who says of an answer that it is not so, with the claim: "retracted" by those who gave it, "disputed" by others."""
        return disputing(answer, self.claims, self.called)

    @cached_property
    def _phrases(self) -> dict[str, Phrase]:
        return phrases("point", self.language)

    def empty(self, quantity: Quantity) -> bool:
        """None of what is no unit and nothing has become of: "aucun doute", "aucun pronostic"; or "deux fois"."""
        idle = quantity.high == 0 or quantity.unit in telling(self.reports[quantity.span.report].language).idle
        return idle and quantity.role is None and not self.has(f"unit.{quantity.unit}")

    def say(self, key: str, /, **values: object) -> str:
        """The phrase "point.`key`"."""
        return say(self.language, f"point.{key}", **values)

    def has(self, key: str) -> bool:
        """Whether there is such a phrase."""
        return key in self._phrases

    def crosschecks(self, dossier: Dossier) -> list[Crosscheck]:
        """The crosschecks of an event: what most texts say first, then in the order of the texts."""
        mine = [x for x in self.file.crosschecks if x.event == dossier.event.id]
        return sorted(mine, key=lambda x: (-x.support.texts, -x.support.voices.high, self.first(x), x.id))

    def answers(self, crosscheck: Crosscheck) -> list[Answer]:
        """The answers in the order in which they are told everywhere."""
        return in_turn(crosscheck.answers)

    def first(self, crosscheck: Crosscheck) -> tuple[int, int]:
        """Where the first claim of a crosscheck stands: in its text, then among the texts."""
        spans = [self.claims[c].span for a in crosscheck.answers for c in a.claims if c in self.claims]
        return min(((s.start, self.place(s)[0]) for s in spans), default=(0, 0))

    def raw(self, span: Span) -> str:
        """The characters of a passage."""
        return self.reports[span.report].text[span.start : span.end]

    def words(self, span: Span) -> str:
        """The words of a passage as they stand between marks."""
        return quoted(self.raw(span), self.language)

    def sentence(self, span: Span) -> Span:
        """The sentence in which a passage begins, on to the end of the passage where that is later."""
        held = next((s for s in self.sentences.get(span.report, ()) if s.start <= span.start < s.end), span)
        return msgspec.structs.replace(held, end=max(held.end, span.end))

    @cached_property
    def sentences(self) -> dict[str, tuple[Span, ...]]:
        """The sentences of each report."""
        return {reading.report: reading.sentences for dossier in self.file.dossiers for reading in dossier.readings}

    def clause(self, span: Span) -> str:
        """The words of a reported clause, without the word that ties it to its verb."""
        return quoted(untied(self.raw(span), self.reports[span.report].language), self.language)

    def join(self, words: Iterable[str], most: int | None = None) -> str:
        """Words as a list; of too many the first and "…".

        >>> Desk(None, "fr").join(["bac", "barge", "pont"]), Desk(None, "en").join(["bac", "barge", "pont"], 2)
        ('bac, barge et pont', 'bac, barge…')
        """
        given = list(words)
        if most is not None and len(given) > most:
            return f"{', '.join(given[:most])}…"
        if len(given) < 2:
            return "".join(given)
        return f"{', '.join(given[:-1])}{self.say('and')}{given[-1]}"

    def named(self, reports: Iterable[str]) -> str:
        """The names of reports as a list, each once, by name."""
        return self.join(sorted({self.names[r] for r in reports}), NAMED)

    def actors(self, actors: Iterable[Actor], most: int = NAMED) -> str:
        """Names of voices, each once; of one voice with two names the fuller one first."""
        listed = merged([actor.name for actor in actors], self.aliases)
        return self.join(dict.fromkeys(self._also(cut(name), others) for name, others in listed.items()), most)

    def introduced(self, actors: Iterable[Actor]) -> str:
        """The same, one alone with the office: "Ana Lima, maire de Sète"."""
        given = list(actors)
        names, alone = self.actors(given), len(merged([actor.name for actor in given], self.aliases)) == 1
        office = self.held(given) if alone else ""
        return self.say("held", name=names, office=office) if office else names

    def held(self, actors: Iterable[Actor]) -> str:
        """The offices of voices, with whose they are where there are several voices; nothing of an office that is listed as a name."""
        listed = merged([actor.name for actor in actors], self.aliases)
        offices = {name: self.offices.get(self.called(name), "") for name in listed}
        known = {name: office for name, office in offices.items() if office and office not in (name, *listed[name])}
        if len(listed) == 1:
            return "".join(known.values())
        return self.say("then").join(self.say("held", name=cut(name), office=office) for name, office in known.items())

    def _also(self, name: str, others: list[str]) -> str:
        return self.say("also", name=name, others=self.join(map(cut, others))) if others else name

    @cached_property
    def aliases(self) -> dict[str, str]:
        """For the name of somebody cited the fullest name under which other passages cite the same one."""
        return {alias.name: alias.full for alias in self.file.aliases}

    @cached_property
    def offices(self) -> dict[str, str]:
        """For the name of a person the office that stands beside it, the fullest that the texts have ("gouverneur de la province"), those
        in the language of the briefing first."""
        mentions = (m for dossier in self.file.dossiers for reading in dossier.readings for m in reading.actors)
        found: dict[str, tuple[bool, str]] = {}
        for mention in (m for m in mentions if m.span.report in self.reports):
            words, full = plain(flat(self.raw(mention.span))), self.called(mention.actor.name)
            told = self.reports[mention.span.report].language
            held = office(words, mention.actor, told)
            found[full] = max(found.get(full, (False, "")), (told == self.language and bool(held), held), key=_fullness)
        return {name: held for name, (_, held) in found.items() if held}

    def spelled(self, name: str) -> str:
        """A name with its accents, in the language of the briefing where a text has it so."""
        return spelled(self.own_names.get(name, name), self.aliases)

    def called(self, name: str) -> str:
        """The fullest name of a claimant."""
        known = self.own_names.get(name, name)
        return self.aliases.get(known, known)

    def behind(self, support: Support) -> list[Actor]:
        """The voices of a support, named as in the language of the briefing where a text does."""
        voices = heard(support, self.reports, self.rank, self.cited)
        return [msgspec.structs.replace(voice, name=self.own_names.get(voice.name, voice.name)) for voice in voices]

    def unnamed(self, reports: Iterable[str]) -> str:
        """What is said where no voice of these reports is known: that none is named, or that nobody has read who says it."""
        return unnamed(self.language, (self.reports[r].language for r in reports if r in self.reports))

    def cites(self, claims: Iterable[str]) -> tuple[Span, ...]:
        """The passages of claims, in the order of reports and texts."""
        return tuple(sorted({self.claims[c].span for c in claims if c in self.claims}, key=self.place))

    def others(self, report: str) -> int:
        """How many other texts stand in the same dossier."""
        return next((len(d.reports) - 1 for d in self.file.dossiers if any(r.id == report for r in d.reports)), 0)


def _fullness(office: tuple[bool, str]) -> tuple[bool, int, str]:
    own, words = office
    return own, len(words), words


def of_event(dossier: Dossier, told: Iterable[Statement]) -> Iterator[Statement]:
    """The statements, each with the event that it tells of."""
    return (msgspec.structs.replace(statement, event=dossier.event.id) for statement in told)


def by_event(file: StoryFile, statements: Iterable[Statement]) -> dict[str, list[Statement]]:
    """Statements under the title of their event, where the story has several events; what is of none stands first, under no title."""
    titles = {d.event.id: d.event.title for d in file.dossiers} if len(file.dossiers) > 1 else {}
    found: dict[str, list[Statement]] = {}
    given = list(statements)
    for event in dict.fromkeys(["", *titles]):
        mine = [s for s in given if (s.event if s.event in titles else "") == event]
        if mine:
            found.setdefault(" ".join(titles.get(event, "").split()), []).extend(mine)
    return found


def _ranges(reading: Reading) -> list[tuple[int, int]]:
    """What was read in a text as a number, a time, a place or an actor, as disjoint ranges in order."""
    read = [q.span for q in reading.quantities] + [p.span for p in reading.places] + [m.span for m in reading.actors]
    read += [w.span for w in reading.whens if w.span is not None]
    found: list[tuple[int, int]] = []
    for span in sorted(read):
        if found and span.start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], span.end))
        else:
            found.append((span.start, span.end))
    return found
