"""A card per question: what is counted, every answer with the voices behind it and its range, the parts of a whole."""

from collections.abc import Sequence

from recoupe.briefing.copies import altered, verdict
from recoupe.briefing.desk import Desk
from recoupe.briefing.gravity import loose, place
from recoupe.briefing.heard import manner
from recoupe.briefing.tallies import contested, divided, given, stated
from recoupe.briefing.wording import amount, part_labels, span_of, subject
from recoupe.model import Agreement, Answer, Claim, Crosscheck, Precision, Span, Statement, Sum
from recoupe.phrases import say
from recoupe.text.clocks import local
from recoupe.web.charts import Piece, Scale, bar, ends, kinds, parts_of, stamp
from recoupe.web.markup import Html, el, join
from recoupe.web.passages import passages

QUIET = (Agreement.SINGLE, Agreement.SAME)
"""Agreements that need no badge: the support says it."""


def cards(desk: Desk, statements: Sequence[Statement]) -> Html:
    """One card a question: several answers first; the dead, the missing, the wounded, then what most texts say; the rest below."""
    checks = {check.id: check for check in desk.file.crosschecks}
    told: dict[str, list[Statement]] = {}
    for statement in statements:
        told.setdefault(statement.crosscheck if statement.crosscheck in checks else "", []).append(statement)
    rest = told.pop("", [])
    most = sorted(told.items(), key=lambda entry: place(desk, checks[entry[0]]))
    several = [card(desk, checks[key], said) for key, said in most if len(checks[key].answers) > 1]
    single = [(checks[key], said) for key, said in most if len(checks[key].answers) <= 1]
    one, bare = ([card(desk, x, said) for x, said in single if _bare(desk, x) is folded] for folded in (False, True))
    return join(
        *(el("p", s.text, class_="soft") for s in rest),  # what explains the values by rule
        el("div", *several, class_="cards wide") if several else None,
        el("div", *one, class_="cards") if one else None,
        _fold(desk, bare) if bare else None,
    )


def legend(desk: Desk, statements: Sequence[Statement]) -> Html | None:
    """How the drawings of cards are to be read, where there is one."""
    told = {s.crosscheck for s in statements}
    drawn = any(check.id in told and _scale(check) for check in desk.file.crosschecks)
    return el("p", say(desk.language, "page.legend"), class_="soft") if drawn else None


def _bare(desk: Desk, check: Crosscheck) -> bool:
    """A number of what nothing is said to have become of, on one voice: in a story of several texts it is folded."""
    return not desk.alone and check.support.voices.high <= 1 and not check.sums and loose(desk, check)


def _fold(desk: Desk, drawn: Sequence[Html]) -> Html:
    title = say(desk.language, "page.bare", n=len(drawn))
    return el("details", el("summary", title), el("div", *drawn, class_="cards"), class_="more")


def card(desk: Desk, check: Crosscheck, statements: Sequence[Statement]) -> Html:
    """The card of `check`; the statements that only add to it (values by rule) stand at its foot, the passages with their answer."""
    drawn = [
        el("h4", subject(desk, check)),
        _badge(desk, check),
        _answers(desk, check),
        *(el("p", statement.text, class_="soft") for statement in statements[1:]),
        passages(desk, _apart(desk, check, statements[0].cites)) if len(check.answers) == 1 else None,
    ]
    return el("div", *drawn, class_="card", id=check.id)


def _apart(desk: Desk, check: Crosscheck, cites: Sequence[Span]) -> list[Span]:
    """Those of a card with one answer that do not stand under it, marked as former or disputing."""
    marked = {span for how, spans in given(desk, check, check.answers[0]).items() if how for span in spans}
    return [span for span in cites if span not in marked]


def _badge(desk: Desk, check: Crosscheck) -> Html | None:
    if check.agreement in QUIET:
        return None
    key = verdict(desk, check)
    return el("p", el("span", say(desk.language, f"page.{key}"), class_=f"badge {key}"))


def _scale(check: Crosscheck) -> Scale | None:
    """A drawing only where it compares."""
    scale = Scale.of(check)
    return scale if scale and len(check.answers) > 1 and scale.low < scale.high else None


def _answers(desk: Desk, check: Crosscheck) -> Html:
    """In order of time where all are dated, else in the order of the crosscheck."""
    scale, drawn = _scale(check), list(zip(check.answers, kinds(check), strict=True))
    if all(answer.first_seen for answer in check.answers):
        drawn.sort(key=lambda pair: pair[0].first_seen or "")
    feet = _feet(desk, check)
    shown = (_answer(desk, answer, bar(answer, scale, kind) if scale else None, feet[answer]) for answer, kind in drawn)
    return join(el("ol", *shown, class_="answers"), ends(scale, desk.language) if scale else None)


def _answer(desk: Desk, answer: Answer, drawing: Html | None, foot: Sequence[Html | None]) -> Html:
    behind = answer.support
    counts = [desk.say("texts", n=behind.texts), span_of(desk, "origins", behind.origins), span_of(desk, "voices", behind.voices)]
    return el(
        "li",
        el("p", el("b", amount(desk, answer), class_="figure")),
        el("p", _who(desk, answer), class_="who"),
        el("p", " · ".join([*counts, *_seen(desk, answer)]), class_="soft"),
        drawing,
        el("p", say(desk.language, f"page.only_{how}"), class_="soft") if (how := manner(answer, desk.claims)) else None,
        *foot,
    )


def _who(desk: Desk, answer: Answer) -> str:
    """The voices; of a number with a standing that, and who gives it if anybody does."""
    named = desk.actors(desk.behind(answer.support))
    if answer.standing is None:
        return named or desk.unnamed(answer.support.reports)
    return " · ".join(filter(None, (say(desk.language, f"page.{answer.standing}"), named)))


def _feet(desk: Desk, check: Crosscheck) -> dict[Answer, list[Html | None]]:
    """What stands under each answer: whose copy it is in, what it is made of, and its passages where there are several answers."""
    copies, several = altered(desk, check), len(check.answers) > 1
    return {
        answer: [
            _copied(desk, *copies[answer]) if answer in copies else None,
            *(_sum(desk, total) for total in divided(check, answer)),
            el("p", words) if (words := contested(desk, check, answer)) else None,
            *(passages(desk, cites, how) for how, cites in given(desk, check, answer).items() if several or how),
        ]
        for answer in check.answers
    }


def _copied(desk: Desk, copies: Sequence[str], originals: Sequence[str]) -> Html:
    return el("p", say(desk.language, "page.in_copy", copy=desk.named(copies), original=desk.named(originals)), class_="soft")


def _seen(desk: Desk, answer: Answer) -> list[str]:
    """When it was first published, as fine as that is known, where the story has more than one time."""
    if answer.first_seen is None or len(desk.reports) == 1:
        return []
    dated = (desk.reports[r].published for r in answer.support.reports if r in desk.reports)
    when = next((w for w in dated if w is not None and w.start == answer.first_seen), None)
    return [stamp(local(when) or answer.first_seen, when.precision if when is not None else Precision.DAY, desk.language)]


def _sum(desk: Desk, total: Sum) -> Html | None:
    parts = [desk.claims[p] for p in total.parts if p in desk.claims]
    pieces = [_piece(desk, claim, label) for claim, label in zip(parts, part_labels(desk, parts), strict=True)]
    known = [piece for piece in pieces if piece is not None]
    whole = _piece(desk, desk.claims.get(total.whole), "")
    return parts_of(total, whole, known, desk.language) if whole is not None and len(known) == len(parts) else None


def _piece(desk: Desk, claim: Claim | None, label: str) -> Piece | None:
    """The first number of a claim; in the words of the text where they bound it."""
    quantity = next(iter(claim.quantities), None) if claim is not None else None
    if quantity is None or quantity.value is None:
        return None
    return Piece(label, quantity.value, stated(desk, quantity))
