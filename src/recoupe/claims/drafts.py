"""Which clauses are claims: each count, each typed clause of attributed content, and one for every other attribution."""

from collections.abc import Iterator

from recoupe.claims.clauses import Clause
from recoupe.claims.draft import Draft
from recoupe.claims.kinds import Kind, kind_of
from recoupe.claims.mood import modality
from recoupe.claims.page import Page
from recoupe.claims.sources import clauses_of, source_at
from recoupe.model import Modality, Span

SPEECH = {
    Modality.ACCUSATION: "ACCUSE",
    Modality.DENIED: "DENY",
    Modality.THREAT: "THREATEN",
    Modality.FORECAST: "FORECAST",
}
"""What an attribution is an event of, where its content names none; else STATEMENT."""


def drafts(page: Page) -> list[Draft]:
    """All drafts, in the order of the text, counts of one clause in their own order."""
    counted = list(_counted(page))
    typed = list(_typed(page, counted))
    told = list(_told(page, counted + typed))
    return sorted(counted + typed + told, key=_order)


def _order(draft: Draft) -> tuple[int, int, int, str]:
    at = draft.quantity.span.start if draft.quantity else -1
    return draft.clause.start, draft.clause.end, at, draft.source.attribution.id if draft.source else ""


def _counted(page: Page) -> Iterator[Draft]:
    for quantity in page.read.reading.quantities:
        clause = page.clause_at(quantity.span.start)
        if clause is not None:
            source = source_at(page, quantity.span.start)
            put, because = modality(page, clause, source)
            yield Draft(
                clause=clause, quantity=quantity, source=source, kind=kind_of(page, clause, quantity), modality=put, because=because
            )


def _typed(page: Page, counted: list[Draft]) -> Iterator[Draft]:
    """Clauses in attributed content that name an event and hold no count."""
    taken = {draft.clause.start for draft in counted}
    for relation in page.attributed:
        for clause in clauses_of(page, relation):
            if clause.start in taken or source_at(page, clause.start) is not relation:
                continue
            if any(t.cause for t in page.triggers_in(clause.words)):
                put, because = modality(page, clause, relation)
                kind = kind_of(page, clause, None)
                taken.add(clause.start)
                yield Draft(clause=clause, quantity=None, source=relation, kind=kind, modality=put, because=because)


def _told(page: Page, others: list[Draft]) -> Iterator[Draft]:
    """One draft for each attribution whose content holds no other."""
    for relation in page.attributed:
        content = relation.attribution.content
        if not content or any(_holds(content, draft) for draft in others):
            continue
        clause = _whole(page, content[0])
        if clause is not None:
            put, because = modality(page, clause, relation)
            kind = Kind(type=SPEECH.get(put, "STATEMENT"), rule="attribution")
            yield Draft(clause=clause, quantity=None, source=relation, kind=kind, modality=put, because=because)


def _holds(content: tuple[Span, ...], draft: Draft) -> bool:
    at = draft.quantity.span.start if draft.quantity else draft.clause.start
    return any(s.start <= at < s.end for s in content)


def _whole(page: Page, content: Span) -> Clause | None:
    """A clause as wide as `content`."""
    clause = page.clause_at(content.start)
    if clause is None:
        return None
    last = page.clause_at(content.end - 1) or clause
    words = range(clause.words.start, last.words.stop)
    return Clause(start=content.start, end=content.end, words=words, sentence=clause.sentence, relative=False)
