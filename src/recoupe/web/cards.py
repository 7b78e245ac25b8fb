"""A card per question: what is counted, every answer with the voices behind it and its range, the parts of a whole."""

from collections.abc import Sequence

from recoupe.briefing.desk import Desk
from recoupe.briefing.wording import amount, place_label, span_of, subject
from recoupe.model import Agreement, Answer, Claim, Crosscheck, Number, Statement, Sum
from recoupe.phrases import say
from recoupe.web.charts import Scale, bar, kinds, parts_of
from recoupe.web.markup import Html, el

QUIET = (Agreement.SINGLE, Agreement.SAME)
"""Agreements that need no badge: the support says it."""


def card(desk: Desk, check: Crosscheck, statements: Sequence[Statement], passages: Html) -> Html:
    """The card of `check`; the statements that only add to it (values by rule) stand at its foot."""
    drawn = [
        el("h3", subject(desk, check)),
        _badge(desk, check),
        _answers(desk, check),
        *(shown for total in check.sums[:1] if (shown := _sum(desk, total))),
        *(el("p", statement.text, class_="legend") for statement in statements[1:]),
        passages,
    ]
    return el("div", *drawn, class_="card" if len(check.answers) == 1 else "card wide", id=check.id)


def _badge(desk: Desk, check: Crosscheck) -> Html | None:
    if check.agreement in QUIET:
        return None
    return el("p", el("span", say(desk.language, f"page.{check.agreement}"), class_=f"badge {check.agreement}"))


def _answers(desk: Desk, check: Crosscheck) -> Html:
    scale = Scale.of(check)
    drawn = (_answer(desk, answer, kind, scale) for answer, kind in zip(check.answers, kinds(check), strict=True))
    return el("ol", *drawn, class_="answers")


def _answer(desk: Desk, answer: Answer, kind: str, scale: Scale | None) -> Html:
    behind = answer.support
    counts = " · ".join(
        (desk.say("texts", n=behind.texts), span_of(desk, "voices", behind.voices), span_of(desk, "origins", behind.origins))
    )
    voices = desk.actors(behind.actors) or desk.say("nobody")
    return el(
        "li",
        el("p", amount(desk, answer), class_="figure"),
        el("p", el("span", voices, class_="who"), el("span", counts, class_="support")),
        bar(answer, scale, kind) if scale else None,
        el("p", say(desk.language, "page.hearsay"), class_="legend") if answer.hearsay else None,
    )


def _sum(desk: Desk, total: Sum) -> Html | None:
    whole = _value(desk.claims.get(total.whole))
    parts = [(desk.claims[p], _value(desk.claims[p])) for p in total.parts if p in desk.claims]
    known = [(place_label(claim.places) or say(desk.language, "page.elsewhere"), value) for claim, value in parts if value is not None]
    return parts_of(total, whole, known, desk.language) if whole is not None and len(known) == len(parts) else None


def _value(claim: Claim | None) -> Number | None:
    return claim.quantities[0].value if claim and claim.quantities else None
