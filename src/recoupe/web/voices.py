"""Who says what: a card for each voice, with the numbers that it alone gives, those that others give or contradict, and its words."""

from collections.abc import Iterator, Sequence

from recoupe.briefing.desk import Desk
from recoupe.briefing.gravity import ordered
from recoupe.briefing.heard import unread
from recoupe.briefing.speech import wordings
from recoupe.briefing.tallies import put
from recoupe.briefing.wording import capital, counted, what
from recoupe.model import Answer, Modality, Statement
from recoupe.phrases import say
from recoupe.web.markup import Html, el, join
from recoupe.web.passages import passages

MOST = 12
"""Questions of an event whose answers are told voice by voice; the cards of numbers have all."""

PLAIN = frozenset({Modality.ASSERTED, Modality.REPORTED})
"""Ways of saying that need no badge."""


def voices(desk: Desk, statements: Sequence[Statement]) -> Html:
    """The voices with most to say first; what has no voice (how many more there are) stands below."""
    groups: dict[str, list[Statement]] = {}
    for statement in statements:
        groups.setdefault(voice_of(desk, statement), []).append(statement)
    rest = groups.pop("", [])
    shared = _shared(desk) if any(s.section == "single" or len(desk.file.dossiers) == 1 for s in statements) else {}
    ordered = sorted({**groups, **shared}, key=lambda voice: -len(groups.get(voice, ())) - (voice in shared))
    entries = ((voice, [*_with_others(desk, shared.get(voice, [])), *_entries(desk, groups.get(voice, []))]) for voice in ordered)
    cards = (el("div", el("h4", voice), el("ul", *listed), class_="card voice") for voice, listed in entries)
    return join(el("div", *cards, class_="cards"), *(el("p", s.text, class_="soft") for s in rest))


Told = tuple[str, tuple[str, ...]]
"""A number in words, and the claims of one voice that give it."""


def _shared(desk: Desk) -> dict[str, list[Told]]:
    """For each voice that is cited the numbers that it is not alone with: others give them too, or other ones."""
    found: dict[str, list[Told]] = {}
    checks = () if desk.alone else (x for dossier in desk.file.dossiers for x in ordered(desk, dossier)[:MOST])
    for check in (x for x in checks if x.support.voices.high > 1):
        for answer in check.answers:
            for voice, claims in _by_voice(desk, answer).items():
                found.setdefault(voice, []).append((put(desk, answer, what(desk, check, answer)), tuple(claims)))
    return found


def _by_voice(desk: Desk, answer: Answer) -> dict[str, list[str]]:
    """The claims of an answer by who is cited with them."""
    said: dict[str, list[str]] = {}
    for claim in (desk.claims[key] for key in answer.claims if key in desk.claims):
        if claim.attribution is not None and claim.attribution.actor is not None:
            said.setdefault(_called(desk, claim.attribution.actor.name), []).append(claim.id)
    return said


def _with_others(desk: Desk, told: Sequence[Told]) -> Iterator[Html]:
    """The numbers of a voice that is not the only one for them."""
    if told:
        listed = desk.say("then").join(dict.fromkeys(words for words, _ in told))
        words = el("p", el("b", say(desk.language, "page.not_alone")), " ", listed)
        yield el("li", words, passages(desk, desk.cites(claim for _, claims in told for claim in claims)))


def _called(desk: Desk, name: str) -> str:
    """The fullest name of a claimant."""
    seen = {name}
    while (fuller := desk.aliases.get(name, name)) not in seen:
        name = fuller
        seen.add(name)
    return capital(name)


def voice_of(desk: Desk, statement: Statement) -> str:
    """Who says it: the claimant of its claims, else the outlet that asserts it; "" where it has no claims."""
    claims = [desk.claims[key] for key in statement.claims if key in desk.claims]
    named = [c.attribution.actor.name for c in claims if c.attribution and c.attribution.actor]
    if named:
        return _called(desk, named[0])
    if any(claim.attribution for claim in claims):
        return capital(say(desk.language, "page.nobody"))
    if unread(desk.reports[c.report].language for c in claims if c.report in desk.reports):
        return capital(desk.unnamed(c.report for c in claims))
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
    listed = dict.fromkeys(put(desk, check.answers[0], counted(desk, check, check.answers[0])) for check in alone)
    return el("p", el("b", say(desk.language, "page.alone")), " ", desk.say("then").join(listed) or statement.text)


def _words(desk: Desk, statement: Statement) -> Html:
    """What is said, and how it is put."""
    modality = next((desk.claims[key].modality for key in statement.claims if key in desk.claims), Modality.REPORTED)
    badge = None if modality in PLAIN else el("span", say(desk.language, f"page.{modality}"), class_="badge")
    said = wordings(desk, statement)
    if len(said) == 1:  # the fold below names the texts
        verb, words, texts, own = said[0]
        shown = el("p", badge, " " if badge else None, verb, " " if verb else None, _marked(desk, words, own=own))
        return shown if own else join(shown, el("p", el("small", texts)))
    several = (
        el("p", verb, " " if verb else None, _marked(desk, words, own=own), " ", el("small", texts)) for verb, words, texts, own in said
    )
    return join(el("p", badge) if badge else None, *several) if said else el("p", statement.text)


def _marked(desk: Desk, words: str, *, own: bool) -> Html:
    """A quotation of the speaker; or the words of a report, which are none."""
    return el("q", words, class_="said") if own else el("span", desk.say("quote.reported", words=words), class_="reported")
