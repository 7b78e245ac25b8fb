"""Who says what: a card for each voice, with the numbers that it alone gives, those that others give or contradict, and its words."""

from collections.abc import Iterator, Sequence

from recoupe.briefing.desk import Desk
from recoupe.briefing.gravity import ordered
from recoupe.briefing.heard import Given, unread
from recoupe.briefing.speech import wordings
from recoupe.briefing.tallies import put
from recoupe.briefing.turns import replaced
from recoupe.briefing.wording import amount, capital, counted, what
from recoupe.model import UNHELD, Answer, Crosscheck, Modality, Statement
from recoupe.phrases import say
from recoupe.web.markup import Html, el, join
from recoupe.web.passages import passages

MOST = 12
"""Questions of an event whose answers are told voice by voice; the cards of numbers have all."""

SPOKEN = 2
"""Statements of a voice that are seen before its card is opened."""

PLAIN = frozenset({Modality.ASSERTED, Modality.REPORTED})
"""Ways of saying that need no badge."""


def voices(desk: Desk, statements: Sequence[Statement]) -> Html:
    """The voices with most to say first; what has no voice (how many more there are) stands below. Who gives a number once and says no more
    stands beside it already."""
    groups: dict[str, list[Statement]] = {}
    for statement in statements:
        groups.setdefault(voice_of(desk, statement), []).append(statement)
    rest = groups.pop("", [])
    shared = _shared(desk) if not statements or any(s.section == "single" or len(desk.file.dossiers) == 1 for s in statements) else {}
    spoken = {voice for voice, said in groups.items() if any(s.section != "single" for s in said)}
    turned = {capital(voice) for given in desk.by_voice.values() for voice, told in given.items() if len(told) > 1}
    heard = (voice for voice in {**groups, **shared} if voice in spoken or (voice in turned and voice in shared))
    ordered = sorted(heard, key=lambda voice: -len(groups.get(voice, ())) - (voice in shared))
    entries = ((voice, [*_entries(desk, shared.get(voice, []), groups.get(voice, []))]) for voice in ordered)
    offices = {capital(name): office for name, office in desk.offices.items()}
    cards = (el("div", el("h4", voice), _office(offices.get(voice)), el("ul", *listed), class_="card voice") for voice, listed in entries)
    return join(el("div", *cards, class_="cards") if ordered else None, *(el("p", s.text, class_="soft") for s in rest))


def _office(words: str | None) -> Html | None:
    return el("p", words, class_="soft") if words else None


Told = tuple[str, tuple[str, ...]]
"""A number in words, and the claims of one voice that give it."""


def _shared(desk: Desk) -> dict[str, list[Told]]:
    """For each voice that is cited the numbers that it is not alone with: others give them too, or other ones."""
    found: dict[str, list[Told]] = {}
    checks = () if desk.alone else (x for dossier in desk.file.dossiers for x in ordered(desk, dossier)[:MOST])
    for check in (x for x in checks if x.support.voices.high > 1 or len(x.answers) > 1):
        for voice, given in desk.by_voice[check.id].items():
            told = tuple(claim for _, claims in given for claim in claims)
            found.setdefault(capital(voice), []).append((_in_turn(desk, check, voice, given), told))
    return found


def _in_turn(desk: Desk, check: Crosscheck, voice: str, given: Given) -> str:
    """The numbers of a voice; those that it has given up before the one that it gives last: "27, puis 31 blessés"."""
    *before, (last, claims) = given
    latest = put(desk, last, what(desk, check, last)) + _note(desk, last, claims)
    if before and replaced(desk, check, voice, given):
        former = desk.say("then.next").join(put(desk, answer, amount(desk, answer)) for answer, _ in before)
        return say(desk.language, "page.replaced", former=former, latest=latest)
    return desk.say("then").join([*(put(desk, a, what(desk, check, a)) + _note(desk, a, c) for a, c in before), latest])


def _note(desk: Desk, answer: Answer, claims: Sequence[str]) -> str:
    """That it is only called former, taken back, expected or compared, where all that the voice says of it is."""
    found = {desk.claims[key].standing for key in claims}
    standing = next(iter(found)) if len(found) == 1 else None
    return f" ({say(desk.language, f'page.{standing}')})" if standing in UNHELD and answer.standing is None else ""


def voice_of(desk: Desk, statement: Statement) -> str:
    """Who says it: the claimant of its claims, else the outlet that asserts it; "" where it has no claims."""
    claims = [desk.claims[key] for key in statement.claims if key in desk.claims]
    named = [c.attribution.actor.name for c in claims if c.attribution and c.attribution.actor]
    if named:
        return capital(desk.called(named[0]))
    if any(claim.attribution for claim in claims):
        return capital(say(desk.language, "page.nobody"))
    if unread(desk.reports[c.report].language for c in claims if c.report in desk.reports):
        return capital(desk.unnamed(c.report for c in claims))
    outlets = [desk.reports[c.report].outlet or desk.names[c.report] for c in claims if c.report in desk.reports]
    return outlets[0] if outlets else ""


def _entries(desk: Desk, shared: Sequence[Told], said: Sequence[Statement]) -> Iterator[Html]:
    """Its numbers, those that others give or contradict before those that it is alone with; then its words."""
    numbers = [*shared, *(told for s in said if s.section == "single" for told in _alone(desk, s))]
    if numbers:
        listed = desk.say("then").join(dict.fromkeys(words for words, _ in numbers))
        yield el("li", el("p", listed), passages(desk, desk.cites(claim for _, claims in numbers for claim in claims)))
    spoken = [el("li", *_told(desk, statement)) for statement in said if statement.section != "single"]
    yield from spoken[:SPOKEN]
    if len(spoken) > SPOKEN:
        title = say(desk.language, "point.said.more", n=len(spoken) - SPOKEN)
        yield el("li", el("details", el("summary", title), el("ul", *spoken[SPOKEN:])))


def _told(desk: Desk, statement: Statement) -> Iterator[Html | None]:
    """The words of a statement and where they stand."""
    yield _words(desk, statement)
    yield passages(desk, statement.cites, "" if _quoted(desk, statement) else "told")


def _quoted(desk: Desk, statement: Statement) -> bool:
    """Whether some text has it in the speaker's own words."""
    return any(own for _, _, _, own in wordings(desk, statement))


def _alone(desk: Desk, statement: Statement) -> Iterator[Told]:
    """The numbers for which there is no other voice."""
    claims = set(statement.claims)
    for check in desk.file.crosschecks:
        answer = check.answers[0]
        if len(check.answers) == 1 and claims.issuperset(answer.claims):
            words = put(desk, answer, counted(desk, check, answer))
            yield say(desk.language, "page.alone", what=words), answer.claims


def _words(desk: Desk, statement: Statement) -> Html:
    """What is said, and how it is put."""
    modality = next((desk.claims[key].modality for key in statement.claims if key in desk.claims), Modality.REPORTED)
    badge = None if modality in PLAIN else el("span", say(desk.language, f"page.{modality}"), class_="badge")
    said = wordings(desk, statement)
    if len(said) == 1:  # the fold below names the texts
        verb, words, _, own = said[0]
        return el("p", badge, " " if badge else None, verb, " " if verb else None, _marked(desk, words, own=own))
    several = (
        el("p", verb, " " if verb else None, _marked(desk, words, own=own), " ", el("small", texts)) for verb, words, texts, own in said
    )
    return join(el("p", badge) if badge else None, *several) if said else el("p", statement.text)


def _marked(desk: Desk, words: str, *, own: bool) -> Html:
    """A quotation of the speaker; or the words of a report, which are none."""
    return el("q", words, class_="said") if own else el("span", desk.say("quote.reported", words=words), class_="reported")
