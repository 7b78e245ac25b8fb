"""A card per crosscheck: the number, what stands behind it, the range of the answers, the parts of the whole."""

from collections.abc import Mapping

from recoupe.model import Agreement, Claim, Crosscheck, Number, Statement, Sum
from recoupe.phrases import Language, say
from recoupe.web.charts import amount, parts_of, ranges
from recoupe.web.markup import Html, el

QUIET = (Agreement.SINGLE, Agreement.SAME)


def card(statement: Statement, check: Crosscheck | None, claims: Mapping[str, Claim], passages: Html, language: Language) -> Html:
    """What one statement of the count says, drawn where it shows a crosscheck."""
    if check is None:
        return el("div", el("p", statement.text), passages, class_="card")
    figure = "  /  ".join(dict.fromkeys(amount(answer, language) for answer in check.answers))
    badge = (
        None
        if check.agreement in QUIET
        else el("p", el("span", say(language, f"page.{check.agreement}"), class_=f"badge {check.agreement}"))
    )
    sums = (drawn for total in check.sums[:1] if (drawn := _sum(total, claims, language)))
    shown = (el("p", figure, class_="figure"), el("p", statement.text), badge, ranges(check, language), *sums, passages)
    return el("div", *shown, class_="card", id=check.id)


def _sum(total: Sum, claims: Mapping[str, Claim], language: Language) -> Html | None:
    whole, parts = _value(claims.get(total.whole)), [(claims[p], _value(claims[p])) for p in total.parts if p in claims]
    known = [(_place(claim, language), value) for claim, value in parts if value is not None]
    return parts_of(total, whole, known, language) if whole is not None and len(known) == len(parts) else None


def _value(claim: Claim | None) -> Number | None:
    return claim.quantities[0].value if claim and claim.quantities else None


def _place(claim: Claim, language: Language) -> str:
    return claim.places[0].name if claim.places else say(language, "page.elsewhere")
