"""What is counted: a card for each question with several answers, a row for each with one; who gives it, on how many texts, and where."""

from collections.abc import Iterator, Sequence

from recoupe.briefing.copies import altered, verdict
from recoupe.briefing.desk import Desk
from recoupe.briefing.gravity import loose, place
from recoupe.briefing.heard import manner
from recoupe.briefing.tallies import contested, divided, followed, given, put, split, tellers
from recoupe.briefing.turns import refusing
from recoupe.briefing.wording import amount, capital, span_of, subject, what
from recoupe.model import UNHELD, Agreement, Answer, Crosscheck, Precision, Statement, Sum
from recoupe.phrases import say
from recoupe.text.clocks import local
from recoupe.web.charts import Scale, bar, ends, kinds, parts_of
from recoupe.web.markup import Html, el, join
from recoupe.web.passages import passages
from recoupe.web.times import stamp

QUIET = (Agreement.SINGLE, Agreement.SAME)
"""Agreements that need no badge: the support says it."""


def cards(desk: Desk, statements: Sequence[Statement]) -> Html:
    """A card a question with several answers: the dead, the missing, the wounded, then what most texts say; below, how to read them."""
    told, rest = _told(desk, statements)
    drawn = [card(desk, check, said) for check, said in told]
    return join(*drawn, *_notes(desk, [check for check, _ in told], rest))


FIRST = 8
"""Voices told in the line under the title."""


def first(desk: Desk, statements: Sequence[Statement]) -> Html | None:
    """The weightiest question in one line, each voice with its numbers; where none differ, the weightiest number of what befell people."""
    told, _ = _told(desk, [s for s in statements if s.section == "differs"])
    if not told:
        counted, _ = _told(desk, [s for s in statements if s.section == "count"])
        text = next((said[0].text for check, said in counted if check.question.role is not None), None)
        return el("p", text, class_="first") if text else None
    check, by_voice = told[0][0], dict[str, list[str]]()
    for answer in (answer for answer in desk.answers(check) if answer.standing not in UNHELD):
        voices = desk.join(dict.fromkeys(desk.called(actor.name) for actor in desk.behind(answer.support)))
        by_voice.setdefault(voices or desk.unnamed(answer.support.reports), []).append(put(desk, answer, amount(desk, answer)))
    given = [f"{', '.join(values)} ({voices})" for voices, values in by_voice.items()]
    more = " …" if len(given) > FIRST else ""
    subject_ = el("strong", say(desk.language, "page.first", subject=subject(desk, check)))
    return el("p", subject_, f" {' · '.join(given[:FIRST])}{more}", class_="first")


def rows(desk: Desk, statements: Sequence[Statement]) -> Html:
    """A row a question with one answer; what says little is folded."""
    told, _ = _told(desk, statements)
    shown, bare = ([_row(desk, x) for x, _ in told if _bare(desk, x) is folded] for folded in (False, True))
    title = say(desk.language, "page.bare", n=len(bare))
    return join(
        el("div", *shown, class_="rows") if shown else None,
        el("details", el("summary", title), el("div", *bare, class_="rows"), class_="more") if bare else None,
    )


def _told(desk: Desk, statements: Sequence[Statement]) -> tuple[list[tuple[Crosscheck, list[Statement]]], list[Statement]]:
    """Each question with what is said of it, the weightiest first; and what is said of none."""
    checks = {check.id: check for check in desk.file.crosschecks}
    found: dict[str, list[Statement]] = {}
    for statement in statements:
        found.setdefault(statement.crosscheck if statement.crosscheck in checks else "", []).append(statement)
    rest = found.pop("", [])
    return sorted(((checks[key], said) for key, said in found.items()), key=lambda pair: place(desk, pair[0])), rest


def _notes(desk: Desk, checks: Sequence[Crosscheck], rest: Sequence[Statement]) -> Iterator[Html]:
    """How the drawings are to be read, where there is one, and what explains the values by rule: folded."""
    words = [say(desk.language, "page.legend")] if any(map(_scale, checks)) else []
    words += [statement.text for statement in rest]
    if words:
        title = say(desk.language, "page.how_to_read")
        yield el("details", el("summary", title), *(el("p", line, class_="soft") for line in words))


def _bare(desk: Desk, check: Crosscheck) -> bool:
    """A number of what nothing is said to have become of, on one voice: in a story of several texts it is folded."""
    return not desk.alone and check.support.voices.high <= 1 and not check.sums and loose(desk, check)


def card(desk: Desk, check: Crosscheck, statements: Sequence[Statement]) -> Html:
    """The card of `check`; the statements that only add to it stand at its foot."""
    return el(
        "div",
        el("h4", subject(desk, check), *_badge(desk, check)),
        _answers(desk, check),
        *(_also(desk, statement) for statement in statements[1:]),
        class_="card",
        id=check.id,
    )


def _also(desk: Desk, statement: Statement) -> Html:
    """What only adds to a question: a value by rule, whose passages stand above; or words of a text, with where they stand."""
    told = statement.message == "point.differs.further"
    return join(el("p", statement.text, class_=None if told else "soft"), passages(desk, statement.cites) if told else None)


def _row(desk: Desk, check: Crosscheck) -> Html:
    """The only answer of a question, with what it is made of."""
    answer = check.answers[0]
    head = el("h4", capital(what(desk, check, answer)))
    return el("div", el("div", head, *_behind(desk, answer), *_made(desk, check, answer)), _where(desk, answer), class_="row", id=check.id)


def _badge(desk: Desk, check: Crosscheck) -> Iterator[Html | str]:
    if check.agreement not in QUIET:
        key = verdict(desk, check)
        yield " "
        yield el("span", say(desk.language, f"page.{key}"), class_=f"badge {key}")


def _scale(check: Crosscheck) -> Scale | None:
    """A drawing only where it compares."""
    scale = Scale.of(check)
    return scale if scale and len(check.answers) > 1 and scale.low < scale.high else None


def _answers(desk: Desk, check: Crosscheck) -> Html:
    scale, turns = _scale(check), desk.answers(check)
    drawn = [_drawn(desk, answer, scale, kind) if scale else None for answer, kind in zip(turns, kinds(turns), strict=True)]
    shown = (_answer(desk, check, answer, drawing) for answer, drawing in zip(turns, drawn, strict=True))
    return join(el("ol", *shown, class_="answers"), ends(scale, desk.language) if scale else None)


def _drawn(desk: Desk, answer: Answer, scale: Scale, kind: str) -> Html:
    """The drawing; why a dot is grey is told below it."""
    return join(bar(answer, scale, kind), el("small", say(desk.language, "page.again")) if kind == "again" else None)


def _answer(desk: Desk, check: Crosscheck, answer: Answer, drawing: Html | None) -> Html:
    number = el("div", el("b", amount(desk, answer), class_="figure"), drawing)
    body = el("div", *_behind(desk, answer), *_copied(desk, check, answer), *_made(desk, check, answer))
    return el("li", number, body, _where(desk, answer))


def _behind(desk: Desk, answer: Answer) -> Iterator[Html]:
    """Who gives it and how; on how many texts, text origins and voices, and since when."""
    behind = answer.support
    counts = [desk.say("texts", n=behind.texts), span_of(desk, "origins", behind.origins), span_of(desk, "voices", behind.voices)]
    office = desk.held(desk.behind(answer.support)) if answer.support.actors else ""
    yield el("p", _who(desk, answer), " " if office else None, el("small", office) if office else None, class_="who")
    yield el("p", " · ".join([*counts, *_seen(desk, answer)]), class_="soft")
    if how := manner(answer, desk.claims):
        yield el("p", say(desk.language, f"page.only_{how}"), class_="soft")


def _who(desk: Desk, answer: Answer) -> str:
    """The voices; of a number with a standing that, and who gives it if anybody does."""
    named = desk.actors(desk.behind(answer.support))
    if answer.standing is None:
        return capital(named or desk.unnamed(answer.support.reports))
    if by := refusing(desk, answer):
        return capital(say(desk.language, "page.refused_by", names=by))
    return capital(" · ".join(filter(None, (say(desk.language, f"page.{answer.standing}"), named))))


def _made(desk: Desk, check: Crosscheck, answer: Answer) -> Iterator[Html]:
    """Its parts, and who disputes it."""
    for total in divided(desk, check, answer):
        yield _sum(desk, total)
        if told := tellers(desk, check, answer, total):
            yield el("p", desk.say("part.told", report=desk.named(told)).strip(), class_="soft")
    if words := followed(desk, check, answer):
        yield el("p", words, class_="against")
    if words := contested(desk, answer):
        yield el("p", words, class_="against")


def _copied(desk: Desk, check: Crosscheck, answer: Answer) -> Iterator[Html]:
    """Whose copy it stands in."""
    found = altered(desk, check).get(answer)
    if found is not None:
        copies, originals = found
        words = say(desk.language, "page.in_copy", copy=desk.named(copies), original=desk.named(originals))
        yield el("p", words, class_="soft")


def _where(desk: Desk, answer: Answer) -> Html:
    """The passages that give it; apart, those that call it former or dispute it."""
    return el("div", *(passages(desk, cites, how) for how, cites in given(desk, answer).items()), class_="where")


def _seen(desk: Desk, answer: Answer) -> list[str]:
    """When it was first published, as fine as that is known, where the story has more than one time."""
    if answer.first_seen is None or len(desk.reports) == 1:
        return []
    dated = (desk.reports[r].published for r in answer.support.reports if r in desk.reports)
    when = next((w for w in dated if w is not None and w.start == answer.first_seen), None)
    return [stamp(local(when) or answer.first_seen, when.precision if when is not None else Precision.DAY, desk.language)]


def _sum(desk: Desk, total: Sum) -> Html:
    """Drawn where every number is one; in words always."""
    words = say(desk.language, "page.parts", list=split(desk, total))
    numbers = [next((q.value for q in desk.claims[c].quantities), None) if c in desk.claims else None for c in (total.whole, *total.parts)]
    known = [n for n in numbers if n is not None]
    return parts_of(known[0], known[1:], words) if len(known) == len(numbers) else el("p", words, class_="soft")
