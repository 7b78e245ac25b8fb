"""Which actor an English source is: its mention, whom a pronoun stands for, else one made of its words."""

import regex

from recoupe.claims.attribution.hearers import OUTLETS
from recoupe.claims.attribution.page import Extent, Page
from recoupe.model import Actor, ActorKind, Mention, identify
from recoupe.text.folding import fold

ARTICLE = regex.compile(r"^(?:the|a|an|his|her|its|their) ", regex.IGNORECASE)
PERSONAL = {"he": 1, "she": 1, "who": 0, "it": 2, "they": 3, "him": 1, "her": 1, "its own": 2}
"""Pronouns, with what they stand for: a person, a body, several."""
OFFICES = frozenset(
    (
        ActorKind.STATE_ORGAN, ActorKind.COMPANY, ActorKind.NGO, ActorKind.MEDIA, ActorKind.AGENCY, ActorKind.INTERNATIONAL_BODY,
        ActorKind.DOCUMENT, ActorKind.OTHER, ActorKind.POLICE, ActorKind.ARMED_FORCE, ActorKind.LOCAL_AUTHORITY, ActorKind.ORGANISER,
        ActorKind.EMERGENCY_SERVICE,
    )
)  # fmt: skip
BODIES = OUTLETS | {ActorKind.NGO, ActorKind.INTERNATIONAL_BODY, ActorKind.COMPANY}
OF = regex.compile(r",| (?:of|for|at|in|from|who) ")
"""What goes on behind the head of a phrase."""
SURNAME = regex.compile(r"\p{Lu}\p{Ll}[\p{L}'’-]*+")
GOVERNED = regex.compile(r"(?<!\p{L})(?:of|for|at|in|from|with|by|to|on|and|who|about|against|near|'s)(?!\p{L})|'s |,")
MORE = 4
"""Spaces before a mention in words that only describe it."""
FAR, NEAR, HEAD = 1500, 6, 4
PERSON = regex.compile(
    r"(?:man|woman|chief|minister|president|mayor|governor|prefect|spokes(?:man|woman|person)|officer|official|director|head|leader|chair|"
    r"\p{L}{2,20}+(?<=er|or|ist|ian|ant|ent|eur)|witness|nurse|aide|judge|king|queen|chancellor|general|colonel|secretary|envoy|source)"
)
FEMININE = regex.compile(r"(?:spokeswoman|chairwoman|congresswoman|policewoman|queen|mrs|ms|woman|mother|actress|girl)", regex.IGNORECASE)
MASCULINE = regex.compile(r"(?:spokesman|chairman|congressman|policeman|king|mr|man|father|boy|fisherman)(?!\p{L})", regex.IGNORECASE)


class Voices:
    """The speakers of a page, in the order in which they speak; pronouns look back on them."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._spoken: list[tuple[int, Actor, str]] = []

    def actor(self, source: Extent, *, inner: bool) -> Actor | None:
        """The actor of a source. He has spoken from now on, unless another speaker tells his words (`inner`)."""
        words = self._page.text[slice(*source)]
        pronoun = PERSONAL.get(words.lower())
        found = self._antecedent(source[0], words.lower(), pronoun) if pronoun is not None else self._named(source, words)
        if found is not None and not inner:
            said = words if pronoun is None else next((w for _, a, w in reversed(self._spoken) if a.id == found.id), words)
            self._spoken.append((source[0], found, said))
        return found

    def _named(self, source: Extent, words: str) -> Actor:
        """The mention that a source is or begins with; the longest, so that a name in apposition is who it is."""
        page = self._page
        first = page.mention_from(source[0])
        mention = first or page.mention(*source)
        apposed = page.mention_before(source[1])
        named = apposed is not None and apposed.span.end == source[1] and apposed.actor.kind is ActorKind.PERSON
        if apposed is not None and named and first is None:
            return apposed.actor  # "band member Ryan Lane"
        abbreviated = first is not None and apposed is not None and page.text[first.span.end : apposed.span.start] == ". "
        if apposed is not None and named and abbreviated:
            return apposed.actor  # "Southern Leyte Gov. Ana Lim"
        if apposed is not None and named and first is not None and apposed.span.start > first.span.end and first.actor.kind in OFFICES:
            return apposed.actor if PERSON.search(page.lower, *source) else first.actor
        if mention is not None and (mention is first or source[0] <= mention.span.start <= source[0] + HEAD):
            return mention.actor
        before = page.lower[source[0] : mention.span.start] if mention is not None and mention.span.start > source[0] else ""
        told = mention is not None and (" " in mention.actor.name or not mention.actor.name.islower())
        plain = told and before.count(" ") <= MORE and GOVERNED.search(before) is None
        if mention is not None and before and plain and mention.span.end >= source[1]:
            return mention.actor  # "the hard-left CGT union"
        name = ARTICLE.sub("", words.partition(",")[0] if "," in words else words)
        one = mention.actor.kind if mention is not None and mention.span.end >= source[1] else ActorKind.OTHER
        return Actor(id=identify("actor", fold(name)), name=name, kind=one)

    def _antecedent(self, at: int, pronoun: str, asked: int) -> Actor | None:
        """Whom a pronoun stands for: the last speaker whom it fits, else the last such actor named before it."""
        page = self._page
        if asked == PERSONAL["who"]:
            before = page.mention_before(at)
            return before.actor if before is not None and at - before.span.end <= HEAD else None
        subject = self._subject(at, pronoun, asked)
        spoken = [a for start, a, w in self._spoken[-NEAR:] if at - FAR < start < at and self._fits(pronoun, asked, a, w)]
        if spoken:
            return spoken[-1]
        if subject is not None:
            return subject.actor
        near = (m for m in page.mentions_before(at) if page.quote_at(m.span.start) is None)
        return next((m.actor for m in near if self._fits(pronoun, asked, m.actor, page.text[m.span.start : m.span.end])), None)

    def _subject(self, at: int, pronoun: str, asked: int) -> Mention | None:
        """Who the sentence before begins with."""
        page = self._page
        own = page.sentence_at(at)
        before = page.sentence_at(own[0] - 1) if own[0] else own
        mention = page.mention_from(before[0])
        if mention is None or mention.span.start >= at:
            return None
        return mention if self._fits(pronoun, asked, mention.actor, page.text[mention.span.start : mention.span.end]) else None

    def _fits(self, pronoun: str, asked: int, actor: Actor, words: str) -> bool:
        """Whether a pronoun can stand for an actor: "he" for a person, "it" for a body, "they" for several."""
        head = OF.split(words.lower(), maxsplit=1)[0].rsplit(" ", 1)[-1]
        person = actor.kind in {ActorKind.PERSON, ActorKind.WITNESS} or PERSON.fullmatch(head) is not None
        person = person or (actor.kind is ActorKind.OTHER and SURNAME.fullmatch(words) is not None)
        person = person or (" " in actor.name and actor.name.istitle() and actor.kind not in BODIES and not ARTICLE.match(words))
        several = words.lower().endswith("s") and not person
        if asked == PERSONAL["they"]:
            return words.partition(",")[0].lower().rstrip().endswith(("s", "people", "police")) or not person
        if asked == PERSONAL["it"]:
            return not person and not (several and not ARTICLE.match(words))
        if not person or actor.kind in OUTLETS:
            return False
        return (MASCULINE if pronoun == "she" else FEMININE).search(words) is None
