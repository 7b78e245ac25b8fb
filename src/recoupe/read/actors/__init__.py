"""The actors of a report: who speaks or acts. Composed of head nouns, names and places; never taken from a list of people."""

from collections.abc import Iterator

import regex
import simplemma

from recoupe import lang
from recoupe.model import ActorKind, Mention, Place, PlacePrecision, Report, Span
from recoupe.read.actors.english import english_actors
from recoupe.read.actors.identity import Found, identified
from recoupe.read.actors.names import Body, Name, articled, beginning, bodies, people
from recoupe.read.actors.phrases import CAUSED, PROPER, TAIL, Phrase, Text, authored, complete, heads, phrases
from recoupe.read.actors.words import Lexicon, adjective, lexicon
from recoupe.read.places.gazetteer import known
from recoupe.read.times import flat
from recoupe.text import plain, stopwords

APPOSED = regex.compile(r", (?:l[ea] |l'|une? )?(?:ancien(?:ne)? |nouve(?:au|lle|l) |ex-|vice-)?")
ARTICLED = regex.compile(r", (?:l[ea] |l')")
GOVERNED = regex.compile(r"(?ri)(?<!\p{L})(?:à|sur|de|par|avec|chez|pour|selon|d'après|contre|devant|dans|via) |(?ri)(?<!\p{L})d'")
SET_OFF = regex.compile(r" ?[,.;:)\n»–—]| (?:qui|que|dont|où|de|du|des|et|à|au|en) | (?:d|qu)'|$")
"""What follows a role that says who a name is; else what follows a name with a preposition may be the subject: "Avec X, le maire [a]"."""
CLOSED = regex.compile(r" ?[,.;:)\n»–—]|$")
ONWARD = regex.compile(r"(?: (?:(?:de la |de l'|du |des |de |d')\p{L}|\p{Lu})[\p{L}\p{M}-]{1,24}+){1,3}+, ")
TITLE = regex.compile(r" (?:le |la |les |l')(?=\p{Lu})")
TOLD = regex.compile(r"(?ri)(?<!\p{L})(?:à|sur|dans|avec|chez|de|aux?|du) ")
OF_NAME = regex.compile(
    r" (?:(?:du |des |de la |de l'|sans |contre la |contre le )(?P<noun>\p{Ll}[\p{L}-]{2,}+)|(?P<adjective>\p{Ll}[\p{L}-]{2,}+))"
)
FOR_WHOM = regex.compile(
    r"(?:(?<=(?<!\p{L})(?:Une?|L[ea]s?)) \p{Ll}[\p{L}-]{2,}+)?+ "
    r"(?:(?:pour|avec|entre|contre) (?:tou(?:te)?s|chacune?|demain|nous|eux|elles"
    r"|(?:l[ea]s? |l'|nos |une? )(?!\p{L}++(?<=er|ir|oir|re)(?!\p{L}))\p{Ll}[\p{L}-]{2,}+)|aux? \p{Ll}[\p{L}-]{2,}+)(?!\p{L})"
)
"""Whom an association is for, behind a name that is a common word: "Toit [pour tous]", "Solidarité [avec les sans-abri]"."""
SECOND = regex.compile(r" et (?P<word>\p{Lu}[\p{L}-]{2,}+)(?! (?:et )?\p{Lu}| \p{L}+(?:ont|ent)(?!\p{L})| ont(?!\p{L}))")
"""The second word of a name, behind a common word: "l'association Terres [et Forêts]"; not "l'ONG Oxfam et Care dénoncent"."""
OF_PLACE = regex.compile(r" (?:du |de la |des |de l')\p{Lu}[\p{L}-]{2,}+(?! \p{Lu})")
"""What the name of an association is of, behind a common word: "le collectif Rives [du Tarn]"."""
ONE_MORE = regex.compile(r" (?P<word>\p{Ll}[\p{L}-]{3,}+)(?= (?P<next>\p{Ll}{1,16}+))")
CLITICS = frozenset(("a", "ont", "en", "ne", "se", "n", "s", "y", "est", "sont"))
"""What may stand before a verb, and its auxiliaries."""
QUALIFIED = regex.compile(TAIL)
POSSESSIVE = regex.compile(r"(?:son|sa|leur) ")
GUESSED = frozenset({ActorKind.COMPANY, ActorKind.STATE_ORGAN, ActorKind.ORGANISER})
"""Kinds that a role such as "directeur" or "président" has where nothing says of what."""
QUOTED = 1500
"""Characters back in which a quotation opens."""
VOICELESS = frozenset({ActorKind.PERSON, ActorKind.WITNESS, ActorKind.DOCUMENT, ActorKind.UNNAMED, ActorKind.OTHER})
"""Kinds of what has no head."""
LOCATIVE = regex.compile(
    r"(?ri)(?<!\p{L})(?:en |au |aux |dans (?:l[ea]s? |l')?|(?:vers|depuis) (?:l[ea]s? |l')?"
    r"|(?:près|hors|à l'intérieur) (?:d'|du |des |de (?:la |l')?))"
)


def actors(report: Report, places: tuple[Place, ...]) -> tuple[Mention, ...]:
    """All mentions of actors in `report`, in the order of the text; short forms carry the actor that they stand for."""
    if report.language == "en":
        return english_actors(report, places)
    if not lang.has(report.language, "actors"):
        return ()
    words = lexicon(report.language)
    low = flat(report.text)
    found, placed = heads(low, words), {place.span.start: place for place in places}
    named = {body.start: body for body in bodies(plain(report.text), found, placed, words)}
    ends = {body.start: body.end for body in named.values()}
    text = Text(plain(report.text), low, placed, found, ends)
    kept: list[Found] = []
    for one in sorted(_found(text, places, named, words), key=lambda f: (f.start, -f.end, f.state)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(
        Mention(span=Span(report=report.id, start=one.start, end=one.end), actor=actor, anaphor=anaphor)
        for one, actor, anaphor in identified(list(_owned(text, kept, words)), words.outlets, words.generics, words.taking_up)
    )


def _owned(text: Text, found: list[Found], words: Lexicon) -> Iterator[Found]:
    """What somebody is the head of, where only a possessive says whose: "L'ONG suspend ses activités, dit sa directrice"; no organ of a
    state where no body stands before. What stands in quotation marks is not whose."""
    owner: Found | None = None
    for one in found:
        if one.head in words.of_bodies and not one.modifiers and POSSESSIVE.match(text.low, one.start) and one.kind in GUESSED:
            unknown = ActorKind.PERSON if one.kind is ActorKind.STATE_ORGAN else one.kind
            yield one._replace(kind=owner.kind if owner is not None else unknown)
            continue
        body = not one.person and one.head not in words.persons and one.kind not in VOICELESS
        low = max(0, one.start - QUOTED)
        if body and text.flat.rfind("«", low, one.start) <= text.flat.rfind("»", low, one.start):
            owner = one
        yield one


def _found(text: Text, places: tuple[Place, ...], named: dict[int, Body], words: Lexicon) -> Iterator[Found]:
    """All that may be a mention; where they overlap, what begins first and is longest will stand."""
    spans = [*((place.span.start, place.span.end) for place in places), *((body.start, body.end) for body in named.values())]
    persons = {name.start: name for name in people(text, spans, words)}
    for one in phrases(text, words):
        phrase = authored(text, one, words)
        if phrase is None:
            continue
        found = _named(text, phrase, persons, named, words)
        if phrase.determiner or found.name or found.side or found.modifiers or _stands_alone(text, found):
            yield found
    for name in persons.values():
        if name.title or not articled(text.flat, name.start):
            yield _person(text, name, words)
    for body in named.values():
        head = text.heads.get(body.start, (0, ""))[1]  # "l'agence" may take up "l'agence turque des catastrophes (AFAD)"
        yield Found(body.start, body.end, name=body.name, kind=body.kind, side=body.side, head=head)
    for place in places:
        if (side := _state(text.flat, place, words)) is not None:
            yield Found(place.span.start, place.span.end, name=place.name, kind=ActorKind.STATE_ORGAN, side=side, state=True)


def _stands_alone(text: Text, found: Found) -> bool:
    """Whether a head without article or complement is an actor: "pompiers et policiers", "Police :"; not the verb in ", enquête"."""
    return found.head.endswith("s") or text.flat[found.start].isupper() or found.kind is ActorKind.UNNAMED


def _named(text: Text, phrase: Phrase, persons: dict[int, Name], named: dict[int, Body], words: Lexicon) -> Found:
    """The phrase with the name that stands beside it: "le gouverneur Jean Dupont", "l'agence Reuters", "le maire, Jean Dupont,"."""
    found = _role(text, phrase, words)
    if phrase.anonymous:
        return found._replace(kind=ActorKind.UNNAMED, role=found.role.partition(", ")[0])
    body = named.get(phrase.end + 1) if text.flat[phrase.end : phrase.end + 1] == " " else None
    if body is not None and phrase.head not in words.persons:
        return found._replace(end=body.end, name=body.name, kind=body.kind, head="", bare=False)
    person = phrase.head in words.persons
    name = (_apposed(text, phrase.end, persons) if person and phrase.modifiers else None) or _beside(text, phrase.end, persons, words)
    if name is None and phrase.kind is ActorKind.COMPANY and not person and (set_off := _set_off(text, phrase.end, persons)):
        return found._replace(end=set_off.end, name=text.flat[set_off.own : set_off.end], head="", bare=False)
    if name is None:
        return _titled(text, phrase, found)
    proper = text.flat[name.own : name.end]
    beside = person and name.start == phrase.end + 1
    if beside and ((name.words == 1 and _firm(text, phrase)) or _another(text, phrase, words)):
        return found._replace(end=name.end, role=f"{found.role} {proper}", modifiers=(*phrase.modifiers, proper.lower()), bare=False)
    if not person and name.start != phrase.end + 1:
        return found
    if not person and phrase.kind not in words.named:
        end = tail.end() if (tail := QUALIFIED.match(text.flat, name.end)) else name.end
        proper = text.flat[name.own : end]
        return found._replace(end=end, role=f"{found.role} {proper}", modifiers=(*phrase.modifiers, proper.lower()), bare=False)
    short = person and name.words == 1
    end = _gone_on(text, name, words) if name.words == 1 and phrase.kind in CAUSED else name.end
    return found._replace(
        end=end, name=text.flat[name.own : end], person=person, short=short, bare=False, head=phrase.head if person else ""
    )


def _gone_on(text: Text, name: Name, words: Lexicon) -> int:
    """Where the name of an association ends whose first word alone has a capital: "l'ONG Médecins [du monde]", "le collectif Air [pur]"."""
    if simplemma.is_known(text.flat[name.own : name.end].lower(), "fr"):
        if whom := FOR_WHOM.match(text.flat, name.end):
            return whom.end()
        second = SECOND.match(text.flat, name.end)
        if second is not None and second["word"] not in words.forenames:
            return second.end()
        if own := OF_PLACE.match(text.flat, name.end) or _before_verb(text, name.end):
            return own.end()
    more = OF_NAME.match(text.flat, name.end)
    goes_on = more is not None and (more["noun"] is not None or adjective(more["adjective"], words))
    return more.end() if more is not None and goes_on else name.end


def _before_verb(text: Text, end: int) -> "regex.Match[str] | None":
    """One more word of a name that is no verb, before the verb: "le collectif Hôpital [vivant] a compté"."""
    found = ONE_MORE.match(text.flat, end)
    if found is None or found["word"] in stopwords("fr") or _verb(found["word"]):
        return None
    return found if _verb(found["next"]) or found["next"] in CLITICS else None


def _verb(word: str) -> bool:
    lemma = simplemma.lemmatize(word, "fr")
    return lemma != word and lemma.endswith(("er", "ir", "re"))


def _titled(text: Text, phrase: Phrase, found: Found) -> Found:
    """An outlet with the title that its own article opens: "le quotidien haïtien [le Nouvelliste]"; not "dit à la radio la Ministre"."""
    article = TITLE.match(text.flat, phrase.end) if phrase.kind is ActorKind.MEDIA else None
    if article is None or article.end() in text.heads or article.end() in text.places or TOLD.match(text.flat, 0, phrase.start):
        return found
    title = PROPER.match(text.flat, article.end())
    if title is None:
        return found
    name = text.flat[phrase.end + 1 : title.end()]
    return found._replace(end=title.end(), name=name[0].upper() + name[1:], head="", bare=False)


def _apposed(text: Text, end: int, persons: dict[int, Name]) -> Name | None:
    """A name between commas behind what goes on about the body: "la directrice de l'institut [de botanique], Jeanne Roux,"."""
    more = ONWARD.match(text.flat, end)
    name = persons.get(more.end()) if more else None
    return name if name is not None and name.words > 1 and CLOSED.match(text.flat, name.end) else None


def _firm(text: Text, phrase: Phrase) -> bool:
    """Whether one name behind "le patron de l'usine" is that of the works and not of the man."""
    last = text.flat[phrase.start : phrase.end].rpartition(" ")[2].rpartition("'")[2]
    return phrase.kind is ActorKind.COMPANY and bool(phrase.modifiers) and last.islower()


def _another(text: Text, phrase: Phrase, words: Lexicon) -> bool:
    """Whether the name behind "le porte-parole du président [Jean Dupont]" is that of the one whose man he is."""
    inner = next((m for m in phrase.modifiers if m in words.persons), None)
    said = text.low[phrase.start : phrase.end]
    return inner is not None and said.count(" ") < LONG and any(f" {of}{inner}" in said for of in ("du ", "de la ", "de l'"))


LONG = 12
"""Words of the longest phrase in which the name at the end is looked for."""


def _beside(text: Text, end: int, persons: dict[int, Name], words: Lexicon) -> Name | None:
    """A name right after `end`, or in apposition between commas."""
    if text.flat[end : end + 1] == " " and end + 1 not in text.places and end + 1 not in text.bodies:
        return persons.get(end + 1) or beginning(text, end + 1, words)
    name = persons.get(end + 2) if text.flat[end : end + 2] == ", " else None
    return name if name is not None and (name.words > 1 or name.title) and CLOSED.match(text.flat, name.end) else None


def _set_off(text: Text, end: int, persons: dict[int, Name]) -> Name | None:
    """One name between commas, that of the works: "l'éditeur du jeu, [Softia], dément"."""
    name = persons.get(end + 2) if text.flat[end : end + 2] == ", " else None
    return name if name is not None and name.words == 1 and text.flat[name.end : name.end + 2] == ", " else None


def _role(text: Text, phrase: Phrase, words: Lexicon) -> Found:
    bare = phrase.determiner in words.definite and not phrase.side and not phrase.modifiers
    start = phrase.start + (len(phrase.determiner) if text.low.startswith(phrase.determiner, phrase.start) else 0)
    role = text.flat[start : phrase.end].strip()
    return Found(
        phrase.start,
        phrase.end,
        role=role,
        kind=phrase.kind,
        side=phrase.side,
        head=phrase.head,
        modifiers=phrase.modifiers,
        bare=bare,
        owned=phrase.determiner in words.possessive,
        definite=phrase.determiner in words.definite,
    )


def _person(text: Text, name: Name, words: Lexicon) -> Found:
    """A name, with the role that stands after it between commas: "Jean Dupont, chef du syndicat"."""
    found = Found(name.start, name.end, name=text.flat[name.own : name.end], person=True, short=name.words == 1, titled=name.title)
    after = APPOSED.match(text.low, name.end)
    if after is None or after.end() not in text.heads or text.heads[after.end()][1] not in words.persons:
        return found
    phrase = complete(text, after.end(), after.end(), words)
    if ARTICLED.match(after.group()) and GOVERNED.match(text.low, 0, name.start) and not SET_OFF.match(text.flat, phrase.end):
        return found
    return found._replace(end=phrase.end, kind=phrase.kind, side=phrase.side, head=phrase.head, modifiers=phrase.modifiers)


def _state(flat: str, place: Place, words: Lexicon) -> str | None:
    """The country that a country or capital stands for when it speaks or acts; None after a preposition of place."""
    if place.precision is PlacePrecision.COUNTRY:
        capital = True
    else:
        capital = place.precision is PlacePrecision.TOWN and any(e.id == place.id and e.capital for e in known(place.name))
    return place.country if capital and place.country not in words.not_states and not LOCATIVE.match(flat, 0, place.span.start) else None
