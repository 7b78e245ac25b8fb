"""Who disputes a number: "ce chiffre est faux" is set beside the number that it means, a denial that repeats a number beside that one."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain

from msgspec import structs

from recoupe.crosschecks.answers import Given
from recoupe.crosschecks.cells import HOUSEHOLDS
from recoupe.crosschecks.wording import wording
from recoupe.model import Actor, Answer, Bound, Claim, Dossier, Modality, Number, Polarity, Quantity, Question, Span, Standing
from recoupe.ontology import UnitKind, unit_kind
from recoupe.text import fold, plain, sentences

REACH = 300
"""Characters from a number on in which "ce chiffre" means it."""

FEW = 3
"""So many of one sort and of another by chance: "dément avoir blessé un manifestant", "un blessé"."""

POINTING, DENYING = "pointing", "denying"

Asked = tuple[str, str | None, Number | None]
"""Unit, role and value of a number; all who are counted one by one are people, by whatever name those who deny it call them."""


class Disputes:
    """What a dossier says against numbers; `full`: the fullest name of some who are cited in it."""

    def __init__(self, dossier: Dossier, full: Mapping[str, str]) -> None:
        self._full = full
        self._reports = {report.id: report for report in dossier.reports}
        told = {claim.id: claim for claim in (*dossier.claims, *dossier.aside) if claim.report in self._reports}
        self._told = sorted(told.values(), key=_place)

    def settled(self, question: Question, one: Given, given: Sequence[Given]) -> Given:
        """An answer with the claims that dispute it, once for each who does; `given`: all answers to the question. Who says of his own
        number that it is not so takes it back, where he says it later."""
        own: dict[str, list[Claim]] = {}
        for count in (count for count in one.counts if count.held):
            own.setdefault(self._called(count.claim), []).append(count.claim)
        worded = chain.from_iterable(self._apart.get(key, ()) for key in one.answer.claims)
        bare = (claim for claim in self._bare.get(one.answer.value or 0, ()) if self._called(claim) in own)
        speaking: dict[str, Claim] = {}
        for claim in chain(worded, self._denials(question, one.answer, given), bare):
            name = self._called(claim)
            if name and (name not in own or any(self._before(said, claim) for said in own[name])):
                speaking.setdefault(name, claim)
        refusing = {(c.report, self._called(c.claim)): c.claim for c in one.counts if c.standing is Standing.WITHDRAWN} if own else {}
        if not speaking and not refusing:
            return one
        back, told = bool(own) and own.keys() <= speaking.keys(), len(own) == 1 and self._withdrawn(one)
        disputed = tuple(dict.fromkeys(claim.id for claim in (*speaking.values(), *refusing.values())))
        return Given(structs.replace(one.answer, disputed=disputed), one.counts, withdrawn=back or told, told=told and not back)

    def _called(self, claim: Claim) -> str:
        speaker = _speaker(claim)
        return fold(self._full.get(speaker.name, speaker.name)) if speaker is not None else ""

    def _withdrawn(self, one: Given) -> bool:
        """Whether a text says that a number is taken back which the texts before it give: "a retiré son bilan de cinq morts"."""
        held = [count.claim for count in one.counts if count.held]
        back = [count.claim for count in one.counts if count.standing is Standing.WITHDRAWN]
        return any(said.report != claim.report and all(self._before(told, claim) for told in held) for claim in back for said in held[:1])

    def _before(self, one: Claim, other: Claim) -> bool:
        """Whether it is said before the other: in its text, or in a text published before."""
        if one.report == other.report:
            return one.span.end <= other.span.start
        first, second = (self._reports[claim.report].published for claim in (one, other))
        return first is not None and second is not None and (first.start or "") < (second.start or "")

    def _denials(self, question: Question, answer: Answer, given: Sequence[Given]) -> Iterator[Claim]:
        """Denials of the very number, in the reports of the question; of so many as are not so many by chance, in any."""
        same = self._repeating.get(_asked(question.unit, question.role, answer.value), ()) if answer.value else ()
        reports = {count.report for one in given for count in one.counts} if same else ()
        return (claim for claim in same if claim.report in reports or (answer.value or 0) >= FEW)

    @cached_property
    def _repeating(self) -> Mapping[Asked, Sequence[Claim]]:
        """Denials by the numbers that they repeat: "dément le bilan de 52 morts", "les morts n'étaient pas 52"."""
        found: dict[Asked, list[Claim]] = {}
        for claim in self._told:
            repeated = [q for q in claim.quantities if claim.modality is Modality.DENIED or self._not_so_many(claim, q)]
            for asked in dict.fromkeys(_asked(q.unit, q.role, q.value) for q in repeated):
                found.setdefault(asked, []).append(claim)
        return found

    @cached_property
    def _bare(self) -> Mapping[Number, Sequence[Claim]]:
        """Denials by the numbers that they only name, of who or what their subject tells: "les disparus n'étaient pas 22"."""
        found: dict[Number, list[Claim]] = {}
        for claim in self._told:
            if claim.polarity is Polarity.NEGATIVE and not claim.quantities:
                known = wording(self._reports[claim.report].language)
                for named in known.not_many.finditer(fold(self._raw(claim.span))):
                    found.setdefault(int("".join(filter(str.isdigit, named["number"]))), []).append(claim)
        return found

    def _not_so_many(self, claim: Claim, quantity: Quantity) -> bool:
        """Whether a clause denies of a number that it is so many: "n'étaient pas 22", not "les 22 n'ont pas été retrouvés"."""
        if claim.polarity is Polarity.POSITIVE or quantity.bound is not Bound.EXACT or quantity.span.start < claim.span.start:
            return False
        before = fold(self._raw(Span(report=claim.report, start=claim.span.start, end=quantity.span.start)))
        return wording(self._reports[claim.report].language).not_so_many.search(before) is not None

    @cached_property
    def _apart(self) -> Mapping[str, Sequence[Claim]]:
        """For each claim that gives a number those that dispute it with other words than its own."""
        return apart(self._told, self._raw, lambda report: self._reports[report].language)

    def _raw(self, span: Span) -> str:
        return plain(self._reports[span.report].text[span.start : span.end])


def _asked(unit: str, role: str | None, value: Number | None) -> Asked:
    counted = unit_kind(unit) is UnitKind.PERSON and unit not in HOUSEHOLDS and (value or 0) >= FEW
    return "person" if counted else unit, role, value


def apart(claims: Iterable[Claim], raw: Callable[[Span], str], language: Callable[[str], str]) -> dict[str, list[Claim]]:
    """For each claim that gives a number those that dispute it with other words than its own; `claims` in the order of their texts."""
    found: dict[str, list[Claim]] = {}
    before: dict[str, list[Claim]] = {}
    for claim in claims:
        earlier = before.setdefault(claim.report, [])
        how = _disputes(claim, raw, language(claim.report))
        meant = _meant(claim, earlier) if how else None
        if meant is not None and (how == POINTING or _near(meant, claim, raw)):
            found.setdefault(meant.id, []).append(claim)
        elif claim.quantities and claim.modality is not Modality.DENIED:
            earlier.append(claim)
    return found


def _place(claim: Claim) -> tuple[Span, list[Span], str]:
    return claim.span, [q.span for q in claim.quantities], claim.id


def _speaker(claim: Claim) -> Actor | None:
    return claim.attribution.actor if claim.attribution is not None else None


def _disputes(claim: Claim, raw: Callable[[Span], str], language: str) -> str:
    """How it says of a number, which it does not repeat, that it is not so: it points at one, or denies all that was said before."""
    if claim.quantities or claim.attribution is None:
        return ""
    folded, known = fold(raw(claim.span)), wording(language)
    if known.pointing.search(folded) is not None and (claim.modality is Modality.DENIED or known.false.search(folded) is not None):
        return POINTING
    if claim.modality is Modality.DENIED and known.figure.fullmatch(folded.strip()) is not None:
        return POINTING
    return DENYING if known.denying.match(folded) else ""


def _near(number: Claim, claim: Claim, raw: Callable[[Span], str]) -> bool:
    """Whether no sentence stands between them."""
    before = raw(Span(report=claim.report, start=number.span.start, end=claim.span.start))
    return sum(any(map(str.isalpha, before[start:end])) for start, end in sentences(before)) == 1


def _meant(claim: Claim, earlier: Sequence[Claim]) -> Claim | None:
    """The last number before it in reach that somebody else gives."""
    speaker = _speaker(claim)
    for one in reversed(earlier):
        if claim.span.start - one.span.end > REACH:
            return None
        said = _speaker(one)
        if one.span.end <= claim.span.start and (said is None or speaker is None or said.id != speaker.id):
            return one
    return None
