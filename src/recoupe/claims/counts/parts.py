"""A count that is a part of another one: "dont 29" finds its whole in the sentence, the sentence before, or the title."""

from collections.abc import Iterable, Sequence

import msgspec

from recoupe.claims.draft import Draft
from recoupe.claims.grammar.befallen import role_of
from recoupe.claims.grammar.finite import has_verb
from recoupe.claims.grammar.inflection import FormKind
from recoupe.claims.page import Page
from recoupe.model import GONE, Measure, Modality, Quantity
from recoupe.ontology import unit_kind
from recoupe.ontology.events import event_types, of_outcome

ADDED = frozenset((Measure.CHANGE, Measure.TOTAL))
"""Measures that a part has from its whole."""
WINDOW = 40
"""How many drafts back, and from the top of the report, a whole is looked for."""

NO_VERBS = ("ment", "cent")
"""How words end that look like a verb in the plural."""

BESIDE = 3
"""Words between a whole and a part that stands right behind it: ", dont au moins"."""

BEHIND_VERB = 8
"""The same of a part without a noun, which stands behind the verb: "huit ont été blessés, dont trois"."""

NEXT = 1
"""Words between a part and the next one of a list."""

SORTS = frozenset(("woman", "man", "child"))
"""Units of people of whom no others are a part: of "douze femmes, dont trois enfants" the children are some of all."""

NESTED = 80
"""Characters from a part to a part of itself."""

VICTIM = "victim"
"""Of whom another number tells what became: "sept morts. Cinq des victimes sont des lycéens"."""

KILLED, WOUNDED, INFECTED = "killed", "wounded", "infected"

CLITIC = 2
"""Letters of a word that may stand between a subject and its verb."""


def wholes(page: Page, drafts: Sequence[Draft]) -> dict[int, int]:
    """The number of the whole of each part among `drafts` (in the order of the text)."""
    found: dict[int, int] = {}
    for number, draft in enumerate(drafts):
        if draft.quantity is None or not draft.quantity.part or _told_for_itself(page, draft, draft.quantity):
            continue
        if (behind := _counted_behind(page, drafts, number)) is not None:
            found[number] = behind
            continue
        nested = number - 1 in found and _nested(page, drafts[number - 1], draft)
        if nested or (number and drafts[number - 1].standing not in GONE and _beside(page, drafts[number - 1], draft)):
            found[number] = number - 1
        elif number - 1 in found and _goes_on(page, drafts[number - 1], draft) and _of(page, drafts[found[number - 1]], draft):
            found[number] = found[number - 1]
        elif number and _errs(page, drafts, number):
            found[number] = number - 1
        elif (fit := [i for i in _candidates(drafts, number) if _holds(page, drafts[i], draft)]) and _agreed(drafts, fit, draft.quantity):
            found[number] = _standing(drafts, fit)
    return found


def _counted_behind(page: Page, drafts: Sequence[Draft], part: int) -> int | None:
    """The whole of "quatre des six victimes", which stands behind its part."""
    small = drafts[part].quantity
    if small is None or not _of_counted(page, small):
        return None
    at = page.tokens.starts[page.word_at(small.span.end) + 1]
    for i in range(max(0, part - 1), min(part + 2, len(drafts))):
        big = drafts[i].quantity
        if (
            big is not None
            and big.span.start == at
            and not big.part
            and (big.unit, big.role) == (small.unit, small.role)
            and _fits(big, small)
        ):
            return i
    return None


def _errs(page: Page, drafts: Sequence[Draft], number: int) -> bool:
    """True if a part is larger than the people right before it, of whom it must be a part as its sentence counts no others: a text may
    err ("huit blessés, dont douze enfants")."""
    whole, part = drafts[number - 1], drafts[number]
    big, small = whole.quantity, part.quantity
    if big is None or small is None or whole.standing in GONE or (big.unit != "person" and big.role is None):  # "deux familles, dont six"
        return False
    reach = BESIDE if small.counted is not None else BEHIND_VERB
    if (small.value or 0) <= (big.value or 0) or not _behind(page, whole, part, reach):
        return False
    return not any(one.quantity is not None and one.clause.sentence == part.clause.sentence for one in drafts[: number - 1])


def _agreed(drafts: Sequence[Draft], fit: Sequence[int], part: Quantity) -> bool:
    """False for victims of whom more than one thing was told: "sept morts et douze blessés. Cinq des victimes sont ..."."""
    near = {q.role for i in fit if (q := drafts[i].quantity) is not None}
    return part.role != VICTIM or len(near) == 1


def _standing(drafts: Sequence[Draft], fit: Sequence[int]) -> int:
    """The nearest that can be the whole, unless its sentence takes it back for another: "18 vaches et non 28, dont cinq" of the 18."""
    first = drafts[fit[0]]
    if first.standing not in GONE:
        return fit[0]
    held = (i for i in fit if drafts[i].clause.sentence == first.clause.sentence and drafts[i].standing not in GONE)
    return next(held, fit[0])


def _beside(page: Page, whole: Draft, part: Draft) -> bool:
    """True for people whose part stands right behind them, whatever they are called: "150 migrants, dont 40 enfants"."""
    return _behind(page, whole, part, BESIDE) and _of(page, whole, part)


def _behind(page: Page, whole: Draft, part: Draft, reach: int) -> bool:
    """True for people and a part of people that stands no more than so many words behind them, larger or not."""
    big, small = whole.quantity, part.quantity
    if big is None or small is None or whole.clause.sentence != part.clause.sentence or big.part:
        return False
    near = page.word_at(small.span.start) - page.word_at((big.counted or big.span).end) <= reach
    people = {unit_kind(big.unit), unit_kind(small.unit)} == {"person"}
    return near and people and _may_be(page, big, small)


def _goes_on(page: Page, before: Draft, part: Draft) -> bool:
    """True for the next of a list of parts: "137 otages, dont 76 femmes et [61 hommes]"."""
    last, small = before.quantity, part.quantity
    if last is None or small is None or before.clause.sentence != part.clause.sentence:
        return False
    return 0 <= page.word_at(small.span.start) - page.word_at((last.counted or last.span).end) <= NEXT


def _nested(page: Page, before: Draft, part: Draft) -> bool:
    """True for a part of the part before it: "87 drones, dont 48 au nord et cinq au sud, [dont deux] près de la capitale"."""
    last, small = before.quantity, part.quantity
    if last is None or small is None or not last.part or before.clause.sentence != part.clause.sentence:
        return False
    if last.unit != small.unit and (last.unit in SORTS or {unit_kind(last.unit), unit_kind(small.unit)} != {"person"}):
        return False
    opens = page.tokens.forms[page.word_at(small.span.start) - 1]
    again = opens in page.rules.asides and (last.value or 0) > (small.value or 0)
    return again and small.span.start - last.span.end <= NESTED and _of(page, before, part)


def _of(page: Page, whole: Draft, part: Draft) -> bool:
    """True if a part may be one of `whole` by what became of both and by their numbers."""
    big, small = whole.quantity, part.quantity
    return big is not None and small is not None and _may_be(page, big, small) and _fits(big, small)


def _told_for_itself(page: Page, part: Draft, quantity: Quantity) -> bool:
    """True for a bare number with a verb of its own: "Six skieurs manquent. Deux ne reviendront pas." may or may not count two of the six.

    "Deux d'entre eux", "parmi eux, deux sont", a list behind a colon and one without verbs say whose part it is.
    """
    first, behind = page.word_at(quantity.span.start), page.word_at(quantity.span.end)
    if (
        quantity.role is None
        and not page.rules.having.isdisjoint(page.tokens.forms[behind : behind + 1])
        and page.tokens.forms[first - 1] not in page.rules.asides
    ):
        return True  # "98 abattus, 22 ayant atteint leur cible"
    if first != part.clause.words[0] or behind + 1 not in part.clause.words or ":" in page.tokens.gap(first):
        return False
    clitic, verb = page.tokens.forms[behind : behind + 2]
    if len(clitic) <= CLITIC and clitic in page.rules.articles:  # "Sept l'ont été": what was said of all
        return False
    verb = verb if len(clitic) <= CLITIC else clitic  # "ne reviendront", "se sont"
    return verb in page.rules.auxiliaries or (verb.endswith("nt") and not verb.endswith(NO_VERBS))


def _candidates(drafts: Sequence[Draft], part: int) -> Iterable[int]:
    """Counts before a part, the nearest first, from its own sentence, then the one before, then the title and the first sentence."""
    sentence = drafts[part].clause.sentence
    near_by = range(part - 1, max(-1, part - 1 - WINDOW), -1)
    head = range(min(WINDOW, part))
    before = [i for i in (*near_by, *head) if drafts[i].quantity is not None]
    for near in ((sentence,), (sentence - 1,), (0, 1)):
        yield from (i for i in before if drafts[i].clause.sentence in near)


def _holds(page: Page, whole: Draft, part: Draft) -> bool:
    """True if `part` can be a part of `whole`: no part itself, of the same unit (or a kind of it), not smaller."""
    big, small = whole.quantity, part.quantity
    if big is None or small is None or big.part or not (big.measure == small.measure or _of_change(whole, part)):
        return False
    if _of_counted(page, small) or (big.unit != small.unit and _of_named(page, small)):
        return False
    if whole.clause.sentence != part.clause.sentence and (big.value, big.role) == (small.value, small.role):  # the same once more
        return False
    return _same_unit(whole, big, small) and _may_be(page, big, small) and _fits(big, small)


def _of_change(whole: Draft, part: Draft) -> bool:
    """True for a part of what came on top, or in years, in its own sentence: "27 nouveaux cas, dont 17 à Gap"."""
    big, small = whole.quantity, part.quantity
    same = whole.clause.sentence == part.clause.sentence
    return same and big is not None and big.measure in ADDED and small is not None and small.measure is None


def _may_be(page: Page, big: Quantity, small: Quantity) -> bool:
    """Whether what became of a part is that of its whole, or is not told of one of them; the wounded who died were wounded, the sick are
    those of whom some died.
    """
    report = page.read.report
    noun = report.text[small.counted.start : small.counted.end].lower() if small.counted is not None else ""
    if small.role == KILLED and role_of(noun, report.language) == WOUNDED:  # "deux blessés ont succombé"
        return big.role in {None, WOUNDED}
    return big.role in {None, small.role, INFECTED} or small.role in {None, VICTIM}


def _of_named(page: Page, part: Quantity) -> bool:
    """True for a part of those whom its own noun names: "deux de ses fils" are two of the sons, not of the forty dead told before."""
    if part.counted is None or part.counted.start <= part.span.end:
        return False
    noun = page.word_at(part.counted.start)
    return page.tokens.forms[noun - 1] in page.rules.definite and noun > page.word_at(part.span.end)


def _of_counted(page: Page, part: Quantity) -> bool:
    """True for a part whose whole is counted right behind it: "six des 40 passagers" are not six of those hurt, told of before."""
    found, behind = page.tokens, page.word_at(part.span.end)
    if behind + 1 >= len(found.forms) or found.forms[behind] not in page.rules.of:
        return False
    return any(page.counts_between(found.starts[behind + 1], found.ends[behind + 1]))


def _same_unit(whole: Draft, big: Quantity, small: Quantity) -> bool:
    if big.unit == small.unit or (small.unit, big.unit) in event_types()[whole.kind.type].parts:
        return True
    return big.unit in {"person", "case"} and unit_kind(small.unit) == "person"  # "407 cas, dont 65 décès"


def _fits(big: Quantity, small: Quantity) -> bool:
    top, least = big.high, small.low
    return top is None or least is None or least <= top


def of_whole(page: Page, part: Draft, whole: Draft) -> Draft:
    """A part takes the role that it does not have itself; unless it is a sentence of its own, the attribution and the modality, too. What
    is only heard of a part stays so: "300 sont partis ; 120 seraient revenus".

    It keeps the type, too, unless a verb of its own clause says what happened to it: "118 drones ont été lancés, dont 91 abattus".
    """
    quantity, together = part.quantity, part.clause.sentence == whole.clause.sentence or _fragment(page, part)
    if quantity is not None and quantity.role in {None, VICTIM} and whole.quantity is not None:
        quantity = msgspec.structs.replace(quantity, role=whole.quantity.role)
    if quantity is not None and whole.quantity is not None and _of_change(whole, part):
        quantity = msgspec.structs.replace(quantity, measure=whole.quantity.measure)
    return msgspec.structs.replace(
        part,
        quantity=quantity,
        kind=part.kind if _own(part, whole) else whole.kind,
        source=part.source or (whole.source if together else None),
        modality=whole.modality if together and part.modality is not Modality.HEARSAY else part.modality,
    )


def _fragment(page: Page, part: Draft) -> bool:
    """True for a part without a verb: "Parmi eux, trois enfants."."""
    words = page.sentences[part.clause.sentence]
    if page.has_auxiliary(words) or has_verb(page, words):
        return False
    return all(t.kind in {FormKind.NOUN, FormKind.PARTICIPLE} for t in page.triggers_in(words))


def _own(part: Draft, whole: Draft) -> bool:
    """True for a part whose own role tells its type, and for one in another clause than its whole, with a verb there that names it."""
    kind = part.kind
    if part.quantity is not None and of_outcome(part.quantity.role) == kind.type:
        return True
    if kind.trigger is None or kind.trigger.kind is FormKind.NOUN or part.clause.start == whole.clause.start:
        return False
    return kind.trigger.first in part.clause.words
