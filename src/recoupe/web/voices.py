"""Who says what: a card for each voice, with the numbers that it alone gives and its own words."""

from collections.abc import Iterator, Sequence

from recoupe.briefing.desk import Desk
from recoupe.briefing.speech import wordings
from recoupe.briefing.wording import capital, counted
from recoupe.model import Modality, Statement
from recoupe.phrases import say
from recoupe.web.markup import Html, el, join
from recoupe.web.passages import passages

PLAIN = frozenset({Modality.ASSERTED, Modality.REPORTED})
"""Ways of saying that need no badge."""


def voices(desk: Desk, statements: Sequence[Statement]) -> Html:
    """The voices with most to say first; what has no voice (how many more there are) stands below."""
    groups: dict[str, list[Statement]] = {}
    for statement in statements:
        groups.setdefault(voice_of(desk, statement), []).append(statement)
    rest = groups.pop("", [])
    ordered = sorted(groups.items(), key=lambda group: -len(group[1]))
    cards = (el("div", el("h4", voice), el("ul", *_entries(desk, said)), class_="card voice") for voice, said in ordered)
    return join(el("div", *cards, class_="cards"), *(el("p", s.text, class_="soft") for s in rest))


def voice_of(desk: Desk, statement: Statement) -> str:
    """Who says it: the claimant of its claims, else the outlet that asserts it; "" where it has no claims."""
    claims = [desk.claims[key] for key in statement.claims if key in desk.claims]
    named = [c.attribution.actor.name for c in claims if c.attribution and c.attribution.actor]
    if named:
        return capital(named[0])
    if any(claim.attribution for claim in claims):
        return capital(say(desk.language, "page.nobody"))
    outlets = [desk.reports[c.report].outlet or desk.names[c.report] for c in claims if c.report in desk.reports]
    return outlets[0] if outlets else ""


def _entries(desk: Desk, said: Sequence[Statement]) -> Iterator[Html]:
    """Numbers first, then words."""
    for statement in sorted(said, key=lambda s: s.section != "single"):
        words = _numbers(desk, statement) if statement.section == "single" else _words(desk, statement)
        yield el("li", words, passages(desk, statement.cites))


def _numbers(desk: Desk, statement: Statement) -> Html:
    """The numbers for which there is no other voice."""
    claims = set(statement.claims)
    alone = [x for x in desk.file.crosschecks if len(x.answers) == 1 and claims.issuperset(x.answers[0].claims)]
    listed = dict.fromkeys(counted(desk, check, check.answers[0]) for check in alone)
    return el("p", el("b", say(desk.language, "page.alone")), " ", " ; ".join(listed) or statement.text)


def _words(desk: Desk, statement: Statement) -> Html:
    """What is said, and how it is put."""
    modality = next((desk.claims[key].modality for key in statement.claims if key in desk.claims), Modality.REPORTED)
    badge = None if modality in PLAIN else el("span", say(desk.language, f"page.{modality}"), class_="badge")
    said = wordings(desk, statement)
    if len(said) == 1:  # the fold below names the texts
        words, texts, own = said[0]
        return el("p", badge, " " if badge else None, _marked(desk, words, own=own), *(() if own else (" ", el("small", texts))))
    shown = (el("p", _marked(desk, words, own=own), " ", el("small", texts)) for words, texts, own in said)
    return join(el("p", badge) if badge else None, *shown) if said else el("p", statement.text)


def _marked(desk: Desk, words: str, *, own: bool) -> Html:
    """A quotation of the speaker; or the words of a report, which are none."""
    return el("q", words, class_="said") if own else el("span", desk.say("quote.reported", words=words), class_="reported")
