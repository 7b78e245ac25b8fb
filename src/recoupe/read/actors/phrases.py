"""Phrases that name an actor by a head noun: the head, its adjectives and complements, and the name that goes with it."""

from collections.abc import Iterator
from typing import NamedTuple

import regex

from recoupe.model import ActorKind, Place, PlacePrecision
from recoupe.read.actors.words import Lexicon, adjective
from recoupe.read.names import WORD

DEPTH = 3
"""Heads inside heads ("le porte-parole du chef de l'armée") are followed so far."""

NEXT_WORD = regex.compile(r" (?:et )?(\p{Ll}[\p{L}\p{M}]*+(?:-\p{L}++)*+)")
CAPITAL = regex.compile(r" (\p{Lu}\p{Ll}[\p{L}\p{M}]*+)")
OF = regex.compile(
    r" (?:(?:(?:délégué|chargé|déléguée|chargée)s? ){1,2}(?:à la |à l'|aux |au |de la |de l'|du |des |de |d')|de la |de l'|du |des |de |d')"
)
PARTY = regex.compile(r" (?:\p{Lu}{2,5}|\((?:\p{Lu}{2,5}|\p{Lu}\p{Ll}{1,5}\p{Lu}\p{Ll}{0,8})\))(?= (?:de |d'|du |des ))")
"""Of which party somebody is, before what he is of: "le maire [DVD] de Gap", "la députée [(PS)] du Gard"."""
LINK = r"(?:de la |de l'|du |des |de |d'|et de la |et de l'|et des |et du |et de |et |à la |à l')"
TAIL = r"(?: (?:étrangères?|économiques?|européennes?|publics?|publiques?|extérieures?|sociales?|sociaux)(?!\p{L}))"
PROPER = regex.compile(rf"{WORD}(?: {LINK}?{WORD}){{0,5}}{TAIL}?")
LINKED = regex.compile(rf"{WORD}(?: {LINK}{WORD}){{0,4}}{TAIL}?")
"""A name whose words small words join: what stands beside it is the name of a person ("ministre de la Justice Jean Dupont")."""


NOUN = regex.compile(
    r"(?:(?:petit|petite|grand|grande|vieux|vieille|nouveau|nouvelle|ancien|ancienne) )?+\p{Ll}[\p{L}\p{M}]{2,}+(?:-\p{L}++)*+(?!')"
)
"""With an article any noun can follow a head; after "de" alone it may as well depend on the verb ("accuse la police de violences")."""


CAUSE = regex.compile(r" (?:contre|pour) (?:l[ae]s? |l')(?!instant|moment|heure|première)(?:\p{Ll}[\p{L}-]{2,}+)")
OFFICE = regex.compile(r"(?:vice-)?minist|secrétaria?t|secrétaire d'état", regex.IGNORECASE)
SECOND = regex.compile(r" et (?:de la |de l'|du |des )(?P<noun>\p{Ll}[\p{L}-]{2,}+)(?! (?:a|ont|est|sont|se|ne)(?!\p{L}))")
"""What an office is in charge of besides."""
CARE = regex.compile(r"(?<=[Cc]ommissariat|[Cc]ommissaire) aux (?:\p{Ll}[\p{L}-]{2,}+)(?: de l'homme)?")
"""Those for whom an office is there: "le Haut-Commissariat aux réfugiés"."""
TRADE = regex.compile(r"\p{Ll}[\p{L}-]{2,24}+(?: \p{Ll}[\p{L}-]{2,24}+)?+(?= \p{Lu}\p{Ll})")
"""What a company of that name makes or sells: "le fabricant de [pneus] Brodal", "la société de [transport routier] Morel"."""
CAUSED = frozenset({ActorKind.ORGANISER, ActorKind.NGO})
"""Bodies that are named by what they are for or against."""


class Phrase(NamedTuple):
    """A head with what goes with it. `modifiers` are folded later; `name` is the proper name, given in apposition or directly."""

    start: int
    end: int
    head: str
    kind: ActorKind
    modifiers: tuple[str, ...] = ()
    side: str | None = None
    name: str | None = None
    determiner: str = ""
    anonymous: bool = False


class Text(NamedTuple):
    """A text as phrases are looked for in it: as it stands (plain), in lower case; its places, heads and listed bodies by start."""

    flat: str
    low: str
    places: dict[int, Place]
    heads: dict[int, tuple[int, str]]
    bodies: dict[int, int]


def heads(low: str, words: Lexicon) -> dict[int, tuple[int, str]]:
    """Where each head noun begins: its end and the noun."""
    found = {}
    for number, start, end in words.find_heads.find_matches_as_indexes(low):
        if not (
            low[start - 1 : start].isalnum() or low[end : end + 1].isalnum() or low[start - 1 : start] == "-" or low[end : end + 1] == "-"
        ):
            found[start] = (end, words.head_list[number])
    return found


def phrases(text: Text, words: Lexicon) -> Iterator[Phrase]:
    """All phrases with a head, the outermost only, in the order of the text."""
    covered = 0
    for start in text.heads:
        if start < covered:
            continue
        phrase = _phrase(text, start, words)
        if phrase is not None:
            covered = phrase.end
            yield phrase


def _phrase(text: Text, start: int, words: Lexicon) -> Phrase | None:
    left, determiner = _determined(text.low, start, words)
    if text.bodies.get(start, 0) > text.heads[start][0]:
        return None  # the first word of a name that the pack lists
    if not determiner and (not _free(text.flat, left) or _is_name(text, start, words)):
        return None
    phrase = complete(text, left, start, words)._replace(determiner=determiner)
    vague = determiner in {"de", "d'"} and not (phrase.modifiers or phrase.side or phrase.anonymous)
    return None if vague else phrase


def authored(text: Text, phrase: Phrase, words: Lexicon) -> Phrase | None:
    """Of "le communiqué de la mairie" the town hall: it speaks, the document is its channel. Any other phrase as it is.

    None where the author is a body that the pack lists: it stands for itself.
    """
    if phrase.head not in words.authored:
        return phrase
    own = next(at for at in range(phrase.start, phrase.end) if at in text.heads)  # "le nouveau rapport de ..."
    start = next((at for at in range(text.heads[own][0], phrase.end) if at in text.heads or at in text.bodies), None)
    if start is None:
        return phrase
    if start in text.bodies:
        return None
    left, determiner = _determined(text.low, start, words)
    author = complete(text, left, start, words)._replace(determiner=determiner)
    voiceless = determiner in {"", "de", "d'"} or author.kind in {ActorKind.DOCUMENT, ActorKind.WITNESS}
    return phrase if voiceless else author


def _is_name(text: Text, start: int, words: Lexicon) -> bool:
    """Whether a head with a capital is the first word of a name: "Marine Le Pen", not "Président Dupont"."""
    end, head = text.heads[start]
    return (
        text.flat[start].isupper()
        and head not in words.persons
        and text.flat[end : end + 1] == " "
        and text.flat[end + 1 : end + 2].isupper()
    )


def _determined(low: str, start: int, words: Lexicon) -> tuple[int, str]:
    """Where the phrase begins, and its determiner. Of "du ministère" the preposition is not part of the phrase: the article is "le"."""
    before = words.before.match(low, 0, start)
    if before is None:
        return start, ""
    determiner = (before["det"] or "").strip()
    if determiner == "des" and _free(low, before.start()):
        return before.start(), "des"
    if determiner in CONTRACTED:
        return before.start("pre"), CONTRACTED[determiner]
    return before.start(), determiner


CONTRACTED = {"du": "le", "des": "les", "au": "le", "aux": "les", "de": "de", "d'": "d'"}
BREAK = regex.compile(
    r"(?r)(?:^|[\n,;:.!?«»\"“”(\[–—…-]|(?<!\p{L})(?:selon|par|que|et|avec|pour|où|mais|dont|comme|chez|d'après|ou|qu')) ?"
)


def _free(flat: str, start: int) -> bool:
    """Whether what stands before `start` lets a phrase begin there without an article."""
    return BREAK.match(flat, 0, start) is not None


def complete(text: Text, left: int, start: int, words: Lexicon, owners: tuple[str, ...] = ()) -> Phrase:
    """The phrase with the head at `start`: adjectives and complements are taken as long as they come. `owners`: heads around it."""
    end, head = text.heads[start]
    phrase = Phrase(left, end, head, words.heads[head])
    for _ in range(6):
        longer = _with_adjective(text, phrase, words) or _with_complement(text, phrase, words, owners) or _with_party(text, phrase, words)
        longer = longer or _with_second(text, phrase, words)
        if longer is None:
            break
        phrase = longer
    if owners and phrase.kind in words.named:
        phrase = _with_own_name(text, phrase, words, owners)
    found = words.anonymous.match(text.low, phrase.end)
    if found is not None:
        phrase = phrase._replace(end=found.end(), anonymous=True)
    return phrase


def _with_own_name(text: Text, phrase: Phrase, words: Lexicon, owners: tuple[str, ...]) -> Phrase:
    """A body inside a phrase with its name ("du syndicat X"); two words and more beside a role are the name of a person."""
    named = PROPER.match(text.flat, phrase.end + 1) if text.flat[phrase.end : phrase.end + 1] == " " else None
    if named is None or (owners[0] in words.persons and " " in named[0]):
        return phrase
    return phrase._replace(end=named.end(), modifiers=(*phrase.modifiers, named[0].lower()))


def _with_adjective(text: Text, phrase: Phrase, words: Lexicon) -> Phrase | None:
    found = NEXT_WORD.match(text.flat, phrase.end)
    if found is None or not adjective(found[1], words):
        return None
    side = words.demonyms.get(found[1])
    modifier = "" if side else found[1]
    return phrase._replace(end=found.end(), modifiers=(*phrase.modifiers, modifier), side=phrase.side or side)


def _past_adjective(text: Text, end: int, words: Lexicon) -> int:
    """Where a body ends whose adjective has a capital, too: "le ministre de la Défense [Nationale]"; no forename ("Martial")."""
    found = CAPITAL.match(text.flat, end)
    if found is None or found[1] in words.forenames or not adjective(found[1].lower(), words):
        return end
    return found.end()


def _with_party(text: Text, phrase: Phrase, words: Lexicon) -> Phrase | None:
    found = PARTY.match(text.flat, phrase.end) if phrase.head in words.persons else None
    return found and phrase._replace(end=found.end())


def _with_second(text: Text, phrase: Phrase, words: Lexicon) -> Phrase | None:
    """An office with the second thing that it is in charge of: "le ministère de l'action [et des comptes] publics"; nobody else."""
    second = SECOND.match(text.flat, phrase.end) if phrase.modifiers and OFFICE.match(phrase.head) else None
    if second is None or second["noun"] in words.heads:
        return None
    return phrase._replace(end=second.end(), modifiers=(*phrase.modifiers, second["noun"]))


def _with_cause(text: Text, phrase: Phrase) -> Phrase | None:
    """A body that a capital makes a name, with what it is for or against: "le Collectif contre la faim"."""
    if care := CARE.match(text.flat, phrase.end):
        return phrase._replace(end=care.end(), modifiers=(care[0].strip(),))
    own = phrase.end - len(phrase.head)
    if phrase.kind not in CAUSED or own == phrase.start or not text.flat[own].isupper() or text.heads.get(own, (0, ""))[0] != phrase.end:
        return None
    cause = CAUSE.match(text.flat, phrase.end)
    return cause and phrase._replace(end=cause.end(), modifiers=(cause[0].strip(),))


def _with_complement(text: Text, phrase: Phrase, words: Lexicon, owners: tuple[str, ...]) -> Phrase | None:
    of = OF.match(text.low, phrase.end)
    if of is None:
        return _with_cause(text, phrase)
    start = of.end()
    if (place := text.places.get(start)) is not None:
        side = place.country if place.precision is PlacePrecision.COUNTRY else None
        modifier = "" if side else text.low[start : place.span.end]
        return phrase._replace(end=place.span.end, modifiers=(*phrase.modifiers, modifier), side=phrase.side or side or place.country)
    if start in text.heads and len(owners) < DEPTH:
        inner = complete(text, start, start, words, (*owners, phrase.head))
        kind = inner.kind if phrase.head in words.of_bodies else phrase.kind
        return phrase._replace(
            end=inner.end, modifiers=(*phrase.modifiers, inner.head, *inner.modifiers), side=phrase.side or inner.side, kind=kind
        )
    if start in text.bodies:
        return phrase._replace(end=text.bodies[start], modifiers=(*phrase.modifiers, text.low[start : text.bodies[start]]))
    if phrase.kind is ActorKind.COMPANY and phrase.head not in words.persons and (trade := TRADE.match(text.flat, start)):
        return phrase._replace(end=trade.end(), modifiers=(*phrase.modifiers, trade[0]))
    somebody = phrase.head in words.of_persons and of[0] in {" de ", " d'"}
    proper = LINKED if (phrase.head in words.persons or owners) and not somebody else PROPER
    if found := proper.match(text.flat, start):
        end = _past_adjective(text, found.end(), words)
        return phrase._replace(end=end, modifiers=(*phrase.modifiers, text.low[start:end]))
    found = words.complement.match(text.low, start) or (None if of[0] in {" de ", " d'"} else NOUN.match(text.flat, start))
    return None if found is None else phrase._replace(end=found.end(), modifiers=(*phrase.modifiers, found[0]))
