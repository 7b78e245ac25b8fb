"""Crosschecks: the same question, all answers, and how many texts, text origins and voices stand behind each."""

from collections.abc import Iterator, Sequence

import msgspec

from recoupe.crosschecks.again import named_again
from recoupe.crosschecks.agreement import agreement
from recoupe.crosschecks.aliases import named
from recoupe.crosschecks.answering import elliptic
from recoupe.crosschecks.answers import answers
from recoupe.crosschecks.case import Case, Weighed
from recoupe.crosschecks.copies import altered, unsettled
from recoupe.crosschecks.counts import counts
from recoupe.crosschecks.disputes import Disputes
from recoupe.crosschecks.grades import graded
from recoupe.crosschecks.joined import joined
from recoupe.crosschecks.mentions import gathered
from recoupe.crosschecks.provenance import Provenance
from recoupe.crosschecks.questions import Asked, questions
from recoupe.crosschecks.relations import Member, related
from recoupe.crosschecks.revisions import in_time, turns
from recoupe.crosschecks.rules import rule_values
from recoupe.crosschecks.shares import shared
from recoupe.crosschecks.sums import Parts, parted, sums
from recoupe.model import UNHELD, Agreement, Answer, Crosscheck, Dossier, identify
from recoupe.stage import Group

__all__ = ["CROSSCHECKS", "crosschecks", "named"]


def crosschecks(dossier: Dossier) -> Iterator[Crosscheck]:
    """Each question that the claims of `dossier` answer, with all answers, in the order of ids."""
    provenance, parts = Provenance(dossier), parted(dossier.claims)
    disputes = Disputes(dossier, {name: alias.full for name, alias in provenance.aliases.items()})
    given = graded(named_again(shared(elliptic(gathered(counts(dossier)), provenance), provenance), provenance), provenance)
    asked = {_id(dossier, a): a for a in joined(questions(given, dossier.event), provenance)}
    relations = related([Member(id_, a.question, a.counts) for id_, a in asked.items()])
    for id_, one in sorted(asked.items()):
        yield msgspec.structs.replace(_crosscheck(one, provenance, parts, disputes), id=id_, related=relations[id_])


CROSSCHECKS: Group[Dossier, Crosscheck] = Group("crosschecks", 19, run=crosschecks)


def _id(dossier: Dossier, asked: Asked) -> str:
    q = asked.question
    measure = (q.measure,) if q.measure else ()
    return identify("x", dossier.event.id, q.type, q.unit, q.role, q.target, q.place, q.when, q.part, q.part_words, *measure, asked.number)


def _crosscheck(asked: Asked, provenance: Provenance, parts: Parts, disputes: Disputes) -> Crosscheck:
    dossier = provenance.dossier
    copied = altered(asked.counts, provenance)
    doubtful = unsettled(asked.counts, provenance)
    told = answers(asked.counts, provenance, copied)
    given = [Weighed(disputes.settled(asked.question, one, told), provenance, copied, doubtful) for one in told]
    verdict = agreement(Case(asked, given, provenance))
    given = in_time(given) if verdict.agreement is Agreement.REVISED else given
    fated = [one for one in given if any(c.quantity.role is not None for c in one.given.counts)]  # a fate of its own
    held = [one for one in fated if one.given.answer.standing not in UNHELD]
    own = [one for one in held if one.given.answer.altered_from is None]
    whole = [one for one in own if not one.framed] or own or held
    behind = [count for count in asked.counts if count.held] or list(asked.counts)
    return Crosscheck(
        id="",
        story=dossier.story,
        event=dossier.event.id,
        question=msgspec.structs.replace(asked.question, when_words=_when_words(asked, provenance)),
        answers=tuple(_turned(given)),
        support=given[0].given.answer.support if len(given) == 1 else provenance.support(behind, copied),
        agreement=verdict.agreement,
        comparable=verdict.agreement is not Agreement.DIFFERS,
        why=verdict.why,
        sums=sums(asked.counts, parts),
        values=rule_values(asked.question, tuple(one.given.answer for one in whole)),
    )


def _turned(given: Sequence[Weighed]) -> Iterator[Answer]:
    """The answers, each with those who give another one in its place."""
    for one, later in zip(given, turns(given), strict=True):
        yield msgspec.structs.replace(one.given.answer, turns=later) if later else one.given.answer


def _when_words(asked: Asked, provenance: Provenance) -> str | None:
    """The words of the time that the question asks about, as the first text has them."""
    for count in asked.counts:
        when = count.time
        if when is not None and when.value == asked.question.when and when.span is not None:
            return provenance.dated(when.span)
    return None
