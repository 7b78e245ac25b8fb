"""Numbers: what is counted and on whose word, where answers differ, what rests on one voice."""

from collections.abc import Iterator
from itertools import pairwise

from recoupe.briefing.copies import COPIED, SOME, altered, verdict
from recoupe.briefing.desk import Desk
from recoupe.briefing.further import asks_for_dead, further
from recoupe.briefing.gravity import ordered
from recoupe.briefing.heard import manner, unread, where_said
from recoupe.briefing.parts import part_labels, part_place
from recoupe.briefing.turns import correcting, refusing, successors
from recoupe.briefing.versions import before
from recoupe.briefing.wording import (
    amount,
    asked,
    backing,
    capital,
    counted,
    counting,
    number,
    spread,
    subject,
    what,
)
from recoupe.model import (
    UNHELD,
    ActorKind,
    Agreement,
    Answer,
    Bound,
    Crosscheck,
    Number,
    Quantity,
    RuleValue,
    Span,
    Standing,
    Statement,
    Sum,
)
from recoupe.ontology import MEASURED, unit_kind

MOST = 12
"""Numbers told per event; the crosschecks hold all."""

LEGEND = "values.legend"
"""What the rules are by whose names values are given."""


def counts(desk: Desk) -> Iterator[Statement]:
    """One statement for each question with one answer: the dead, the missing and the wounded first, then the best supported."""
    for dossier in desk.file.dossiers:
        asked = [x for x in ordered(desk, dossier) if len(x.answers) == 1 and not told_as_part(desk, x) and not _nothing(desk, x)]
        most = desk.most(MOST)
        for crosscheck in asked[:most]:
            yield _count(desk, crosscheck, crosscheck.answers[0])
        if len(asked) > most:
            text = desk.say("count.more", n=len(asked) - most)
            yield Statement(section="count", message="point.count.more", text=text, event=dossier.event.id)


def differing(desk: Desk) -> Iterator[Statement]:
    """Questions with several answers: each with its support, and how they stand to each other. Below, what rules of the field say."""
    values: list[Statement] = []
    for dossier in desk.file.dossiers:
        beside: tuple[Statement, ...] | None = None
        for crosscheck in ordered(desk, dossier):
            idle = _nothing(desk, crosscheck) or (told_as_part(desk, crosscheck) and _of_one(desk, crosscheck))
            if len(crosscheck.answers) > 1 and not idle:
                yield _statement(desk, "differs", "differs", crosscheck, _differing(desk, crosscheck))
                if beside is None and asks_for_dead(crosscheck):
                    beside = tuple(further(desk, crosscheck))
                    yield from beside
                copied = verdict(desk, crosscheck) == COPIED  # a copy is no voice: rules have nothing to choose from
                values += [] if copied else _values(desk, crosscheck)
    if values:
        yield Statement(section="differs", message=f"point.{LEGEND}", text=desk.say(LEGEND), event=values[0].event)
    yield from values


def _differing(desk: Desk, crosscheck: Crosscheck) -> str:
    copies = altered(desk, crosscheck)
    said = []
    for answer in desk.answers(crosscheck):
        texts = desk.say("texts", n=answer.support.texts)
        support = backing(desk, answer.support) + _contested(desk, answer)
        shown = {"value": put(desk, answer, amount(desk, answer)), "support": support, "texts": texts, "names": refusing(desk, answer)}
        if answer in copies:
            copy, original = (desk.named(reports) for reports in copies[answer])
            said.append(desk.say("differs.copied", **shown, copy=copy, original=original))
        else:
            said.append(desk.say(f"differs.{_standing(desk, answer)}", **shown))
    answers = _in_turn(desk, crosscheck, said)
    return desk.say("differs", subject=subject(desk, crosscheck), answers=answers, agreement=_agreement(desk, crosscheck))


def _standing(desk: Desk, answer: Answer) -> str:
    """How an answer stands, as the end of a key of phrases."""
    return "refused" if refusing(desk, answer) else str(answer.standing or "answer")


def _in_turn(desk: Desk, crosscheck: Crosscheck, said: list[str]) -> str:
    """Answers side by side; a former number and what came in its place one after the other: "38 auparavant, puis 35"."""
    former = [a.standing is Standing.FORMER for a in desk.answers(crosscheck)]
    turns = [desk.say("then.next" if old and not new else "then") for old, new in pairwise(former)]
    return "".join(words + turn for words, turn in zip(said, [*turns, ""], strict=True))


def put(desk: Desk, answer: Answer, said: str) -> str:
    """What is `said` of an answer, with how it is put where that is no plain statement."""
    how = manner(answer, desk.claims)
    return said if how is None else desk.say("manner", value=said, manner=desk.say(f"manner.{how}"))


def _agreement(desk: Desk, crosscheck: Crosscheck) -> str:
    how = verdict(desk, crosscheck)
    said = desk.say(f"agreement.{how}", names=desk.join(correcting(desk, crosscheck)))
    if how not in (Agreement.CONFLICT, SOME, Agreement.DIFFERS):
        return said
    claims = (desk.claims[c] for answer in crosscheck.answers for c in answer.claims if c in desk.claims)
    return said + desk.say("agreement.former") if any(claim.standing is Standing.FORMER for claim in claims) else said


def contested(desk: Desk, answer: Answer) -> str:
    """Who takes an answer back, who disputes it, and where, as a sentence; nothing where nobody does."""
    return capital(desk.say("then").join(_contesting(desk, answer)))


def _contested(desk: Desk, answer: Answer) -> str:
    return "".join(desk.say("then") + words for words in _contesting(desk, answer))


def _contesting(desk: Desk, answer: Answer) -> Iterator[str]:
    for how, said in desk.disputing(answer).items():
        yield desk.say(how, names=desk.join(dict.fromkeys(where_said(desk.called(name), desk.names[claim.report]) for name, claim in said)))


def followed(desk: Desk, crosscheck: Crosscheck, answer: Answer) -> str:
    """The number that those who give this one, or a text, give in its place; nothing where nobody does."""
    heard = {desk.called(actor.name) for actor in answer.support.actors}
    said = []
    for later, voices in successors(desk, crosscheck, answer).items() if answer.standing is None else ():
        shown = {"value": put(desk, later, amount(desk, later)), "names": desk.join(voices)}
        said.append(desk.say("differs.later" if heard <= set(voices) else "differs.later_by", **shown))
        if again := _again(desk, answer, later):
            said.append(desk.say("differs.again", report=desk.named(again)))
    return desk.say("then").join(said)


def _again(desk: Desk, answer: Answer, later: Answer) -> set[str]:
    """The texts that give a number after all those that give the one in its place: a toll may go up and come down again."""
    given = {desk.claims[c].report for c in answer.claims if c in desk.claims and desk.claims[c].standing not in UNHELD}
    since = [desk.reports[report] for report in later.support.reports if report in desk.reports]
    return {report for report in given & desk.reports.keys() if all(before(one, desk.reports[report]) for one in since)}


def given(desk: Desk, answer: Answer) -> dict[str, tuple[Span, ...]]:
    """Where an answer is given, under ""; under a standing where somebody gives it and a text calls it former or whoever gave it takes it
    back, and under "disputed" where somebody else disputes it."""
    found: dict[str, list[str]] = {"": []}
    for claim in answer.claims:
        standing = desk.claims[claim].standing if claim in desk.claims else None
        found.setdefault(str(standing) if answer.standing is None and standing in UNHELD else "", []).append(claim)
    for how, said in desk.disputing(answer).items():
        if how in ("retracted", "disputed"):  # else the words stand among those that give it
            found.setdefault(str(Standing.WITHDRAWN) if how == "retracted" else how, []).extend(claim.id for _, claim in said)
    return {key: desk.cites(claims) for key, claims in found.items()}


def opened(desk: Desk, crosscheck: Crosscheck) -> tuple[str, list[tuple[str, Answer]]]:
    """The same as lines: the question and how its answers stand to each other; then each number with who gives it, and the answer."""
    copies, lines = altered(desk, crosscheck), []
    for answer in desk.answers(crosscheck):
        support = answer.support
        if answer.standing in UNHELD:
            texts = desk.say("texts", n=support.texts)
            shown = {"value": amount(desk, answer), "texts": texts, "names": refusing(desk, answer)}
            lines.append((desk.say(f"differs.{_standing(desk, answer)}", **shown), answer))
            continue
        who = desk.introduced(desk.behind(support)) or desk.unnamed(support.reports)
        if answer in copies:
            copy, original = (desk.named(reports) for reports in copies[answer])
            who = desk.say("differs.in_copy", copy=copy, original=original)
        value = amount(desk, answer)
        value = put(desk, answer, desk.say("what.percent", value=value) if crosscheck.question.unit == "percent" else value)
        line = desk.say("differs.line", value=value, who=who, support=counting(desk, support))
        splits = divided(desk, crosscheck, answer)
        parts = desk.say("differs.parts", parts=_divided(desk, splits) + _tellers(desk, crosscheck, answer, splits)) if splits else ""
        parts += desk.say("then") + then if (then := followed(desk, crosscheck, answer)) else ""
        lines.append((line + parts + _contested(desk, answer), answer))
    return desk.say("differs.head", subject=subject(desk, crosscheck), agreement=_agreement(desk, crosscheck)), lines


def single(desk: Desk) -> Iterator[Statement]:
    """What rests on one voice, in short, one statement a voice: the counts tell it in full."""
    by_voice: dict[tuple[str, str], list[Crosscheck]] = {}
    for dossier in desk.file.dossiers:
        for crosscheck in ordered(desk, dossier)[: desk.most(MOST)]:
            sure = crosscheck.support.voices.high == 1  # where there may be two, nobody is the only one; what is taken back has none
            apart = sure and not _mere_measure(crosscheck) and not told_as_part(desk, crosscheck) and not _nothing(desk, crosscheck)
            if crosscheck.agreement is Agreement.SINGLE and apart:
                voice = desk.actors(desk.behind(crosscheck.support)) or desk.unnamed(crosscheck.support.reports)
                by_voice.setdefault((_alone(desk, crosscheck), voice), []).append(crosscheck)
    for (key, voice), found in by_voice.items():
        listed = dict.fromkeys(put(desk, x.answers[0], counted(desk, x, x.answers[0])) for x in found)
        text = desk.say(key, voice=capital(voice), list=desk.join(listed, desk.most(MOST)))
        claims = tuple(c for x in found for c in x.answers[0].claims)
        yield Statement(section="single", message=f"point.{key}", text=text, claims=claims, cites=desk.cites(claims))


def _mere_measure(crosscheck: Crosscheck) -> bool:
    """A length, a share or a sum of no kind of event."""
    return crosscheck.question.type == "OTHER" and unit_kind(crosscheck.question.unit) in MEASURED


def _alone(desk: Desk, crosscheck: Crosscheck) -> str:
    """Somebody is cited, an outlet speaks on its own word, or nobody is named."""
    if not crosscheck.support.actors:
        return "single.unread" if unread(desk.reports[r].language for r in crosscheck.support.reports) else "single.unnamed"
    claims = [desk.claims[c] for a in crosscheck.answers for c in a.claims if c in desk.claims]
    itself = all(actor.kind is not ActorKind.MEDIA for actor in crosscheck.support.actors)  # a body that publishes its own words
    return "single" if itself or any(claim.attribution is not None for claim in claims) else "single.outlet"


def _count(desk: Desk, crosscheck: Crosscheck, answer: Answer) -> Statement:
    support = backing(desk, answer.support) + _contested(desk, answer)
    said = {"what": capital(what(desk, crosscheck, answer)), "support": support}
    if answer.standing is not None:
        key, texts = f"count.{_standing(desk, answer)}", desk.say("texts", n=answer.support.texts)
        return _statement(desk, "count", key, crosscheck, desk.say(key, **said, texts=texts, names=refusing(desk, answer)))
    if splits := divided(desk, crosscheck, answer):
        text = desk.say("count.parts", **said, parts=_divided(desk, splits) + _tellers(desk, crosscheck, answer, splits))
        return _statement(desk, "count", "count.parts", crosscheck, text, tuple(part for found in splits for part in found.parts))
    how = manner(answer, desk.claims)
    key = "count" if how is None else "count.manner"
    return _statement(desk, "count", key, crosscheck, desk.say(key, **said, manner=how and desk.say(f"manner.{how}")))


def divided(desk: Desk, crosscheck: Crosscheck, answer: Answer) -> list[Sum]:
    """The parts of an answer as the text tells them that tells most, or that has them on somebody's word; each way of dividing it apart."""
    mine = [s for s in crosscheck.sums if s.whole in answer.claims]
    told = {key: desk.claims[key] for key in answer.claims if key in desk.claims}
    said = {key for key, claim in told.items() if claim.attribution is not None and claim.attribution.source}
    best = max(mine, key=lambda s: (len(s.parts), s.whole in said, s.whole), default=None)
    return [s for s in mine if best is not None and s.whole == best.whole]


def _divided(desk: Desk, splits: list[Sum]) -> str:
    return desk.say("part.split").join(split(desk, found) for found in splits)


def _tellers(desk: Desk, check: Crosscheck, answer: Answer, splits: list[Sum]) -> str:
    """The texts that tell the parts, where others give the whole alone: who gives it there may know of none."""
    told = {report for total in splits for report in tellers(desk, check, answer, total)}
    return desk.say("part.told", report=desk.named(told)) if told else ""


def tellers(desk: Desk, check: Crosscheck, answer: Answer, found: Sum) -> set[str]:
    """The texts that divide an answer so, where others give it undivided; none where all do."""
    mine = [s for s in check.sums if s.whole in answer.claims and _sizes(desk, s) == _sizes(desk, found)]
    told = {desk.claims[s.whole].report for s in mine if s.whole in desk.claims}
    return set() if told >= set(answer.support.reports) else told


def _sizes(desk: Desk, found: Sum) -> list[Number | None]:
    return [q.value for key in found.parts if key in desk.claims for q in desk.claims[key].quantities[:1]]


def split(desk: Desk, found: Sum) -> str:
    """The parts of a whole and what remains of it."""
    said, placed = [], True
    parts = [desk.claims[p] for p in found.parts if p in desk.claims]
    for part, label in zip(parts, part_labels(desk, parts), strict=True):
        placed = placed and part_place(desk, part) is not None
        said += [desk.say("part", value=stated(desk, quantity), label=label) for quantity in part.quantities[:1]]
    if found.holds is False:
        return ", ".join([*said, desk.say("sum.fails")])
    rest = _rest(desk, found)
    return ", ".join([*said, desk.say("rest.place" if placed else "rest", value=rest)] if rest else said)


def stated(desk: Desk, quantity: Quantity) -> str:
    """A number in figures; where words bound it, in those of the text.

    >>> stated(Desk(None, "fr"), Quantity(span=None, counted=None, low=1200, value=1200, high=1200, bound=Bound.EXACT, unit="tent"))
    '1\u202f200'
    """
    return desk.words(quantity.span) if quantity.bound is not Bound.EXACT else number(desk, quantity.low or 0)


def _rest(desk: Desk, found: Sum) -> str | None:
    low, high = found.remainder_low, found.remainder_high
    if low is None or high == 0:
        return None
    if high is None:
        return _at_least(desk, low, desk.claims[found.whole].quantities[0])
    said = spread(desk, low, high)
    return desk.say("value.about", value=said) if found.about else said


def _at_least(desk: Desk, low: Number, whole: Quantity) -> str:
    """What is left at least of a whole without a highest number: of more than 900 less 300 more than 600."""
    if whole.bound is Bound.MORE_THAN and whole.value is not None and whole.low is not None:
        return desk.say("value.more_than", value=number(desk, low - (whole.low - whole.value)))
    return desk.say("value.at_least", low=number(desk, low))


def told_as_part(desk: Desk, crosscheck: Crosscheck) -> bool:
    """Every claim of it counts a part, so it is told with its whole."""
    claims = [desk.claims[c] for a in crosscheck.answers for c in a.claims if c in desk.claims]
    return bool(claims) and all(claim.part_of in desk.wholes for claim in claims)


def _of_one(desk: Desk, crosscheck: Crosscheck) -> bool:
    """Its numbers are the parts of one whole in one text: they do not differ from one another."""
    claims = [desk.claims[c] for a in crosscheck.answers for c in a.claims if c in desk.claims]
    return len({claim.part_of for claim in claims}) == 1


def _nothing(desk: Desk, crosscheck: Crosscheck) -> bool:
    """ "Aucun pronostic vital": a statement, told as such, that counts nothing."""
    claims = (desk.claims[c] for a in crosscheck.answers for c in a.claims if c in desk.claims)
    return all(desk.empty(q) for claim in claims for q in claim.quantities)


def _values(desk: Desk, crosscheck: Crosscheck) -> Iterator[Statement]:
    """The values by rule of several numbers, as one statement: of one number all rules say the same."""
    said = [_value(desk, value) for value in crosscheck.values if value.low is not None]
    if said:
        text = desk.say("values", subject=asked(desk, crosscheck), list=desk.say("then").join(said))
        yield _statement(desk, "differs", "values", crosscheck, text)


def _value(desk: Desk, value: RuleValue) -> str:
    """The range and the value by one rule; what texts give as about stays so."""
    given = {name: n for name in ("low", "value", "high") if (n := getattr(value, name)) is not None}
    said = {name: desk.say("value.about", value=number(desk, n)) if name in value.about else number(desk, n) for name, n in given.items()}
    low, high = said["low"], said.get("high", said["low"])
    range_ = low if low == high else desk.say("value.range", low=low, high=high)
    return desk.say(f"values.{value.rule}", range=range_, value=said.get("value", ""))


def _statement(desk: Desk, section: str, key: str, crosscheck: Crosscheck, text: str, more: tuple[str, ...] = ()) -> Statement:
    disputing = [key for a in crosscheck.answers for key in a.disputed]
    claims = tuple(dict.fromkeys([*(c for a in crosscheck.answers for c in a.claims), *more, *disputing]))
    firsts = [span for a in crosscheck.answers for span in desk.cites(a.claims)[:1]]  # so that a cut list shows every answer
    cites = tuple(dict.fromkeys([*firsts, *desk.cites(claims)]))
    about = {"crosscheck": crosscheck.id, "event": crosscheck.event}
    return Statement(section=section, message=f"point.{key}", text=text, claims=claims, cites=cites, **about)
