"""Who disputes a number: "ce chiffre est faux" is set beside the number that it means, a denial that repeats a number beside that one."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain

from recoupe.crosschecks.answers import Given
from recoupe.crosschecks.cells import HOUSEHOLDS
from recoupe.crosschecks.wording import wording
from recoupe.model import Actor, Answer, Claim, Dossier, Modality, Number, Question, Span
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
    """What a dossier says against numbers."""

    def __init__(self, dossier: Dossier) -> None:
        self._reports = {report.id: report for report in dossier.reports}
        told = {claim.id: claim for claim in (*dossier.claims, *dossier.aside) if claim.report in self._reports}
        self._told = sorted(told.values(), key=_place)

    def of(self, question: Question, one: Given, given: Sequence[Given]) -> tuple[str, ...]:
        """The claims that dispute an answer, once for each who does; `given`: all answers to the question."""
        own = {speaker.id for count in one.counts if (speaker := _speaker(count.claim)) is not None}
        worded = chain.from_iterable(self._apart.get(key, ()) for key in one.answer.claims)
        speaking: dict[str, Claim] = {}
        for claim in chain(worded, self._denials(question, one.answer, given)):
            speaker = _speaker(claim)
            if speaker is not None and speaker.id not in own:
                speaking.setdefault(speaker.id, claim)
        return tuple(claim.id for claim in speaking.values())

    def _denials(self, question: Question, answer: Answer, given: Sequence[Given]) -> Iterator[Claim]:
        """Denials of the very number, in the reports of the question; of so many as are not so many by chance, in any."""
        same = self._repeating.get(_asked(question.unit, question.role, answer.value), ()) if answer.value else ()
        reports = {count.report for one in given for count in one.counts} if same else ()
        return (claim for claim in same if claim.report in reports or (answer.value or 0) >= FEW)

    @cached_property
    def _repeating(self) -> Mapping[Asked, Sequence[Claim]]:
        """Denials by the numbers that they repeat: "dément le bilan de 52 morts"."""
        found: dict[Asked, list[Claim]] = {}
        for claim in self._told:
            if claim.modality is Modality.DENIED:
                for asked in dict.fromkeys(_asked(q.unit, q.role, q.value) for q in claim.quantities):
                    found.setdefault(asked, []).append(claim)
        return found

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
