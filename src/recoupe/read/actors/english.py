"""The actors of an English report: phrases with a head noun, bodies that the pack lists, names of people, states that speak."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import regex
from ahocorasick_rs import AhoCorasick, MatchKind

from recoupe import lang
from recoupe.lang.demonyms import demonyms
from recoupe.model import ActorKind, Mention, Place, PlacePrecision, Record, Report, Span
from recoupe.read.actors.identity import Found, identified, role_key
from recoupe.read.names import Word, opens, runs
from recoupe.read.places.gazetteer import known
from recoupe.text import fold, plain
from recoupe.text.patterns import either, spaced

BEFORE = 6
"""Words before a head that may say which one it is."""
WORD_BEFORE = regex.compile(r"(?r)(?<![\p{L}\p{M}\p{N}.-])(?P<word>[\p{L}\p{M}][\p{L}\p{M}\p{N}.-]{0,30}(?:'s|s')?) ")
OF = regex.compile(r" (?:of|for) (?:the |a |an )?(?=\p{L})")
AFTER = regex.compile(r"(?:\p{L}[\p{L}\p{M}\p{N}-]*+(?:'s|s')?)")
OWN = regex.compile(r"(?<!\p{L})\p{Lu}[\p{L}\p{M}\p{N}-]++(?: \p{Lu}[\p{L}\p{M}\p{N}-]++)*+(?= (?:\p{Ll}[\p{L}-]*+ ?)?$)")
"""The name of a body right before its noun: "the [Mesura] firm", "the [Labour] party"."""
NAMED = frozenset((ActorKind.ORGANISER, ActorKind.COMPANY, ActorKind.AGENCY, ActorKind.MEDIA, ActorKind.NGO))
APPOSED = regex.compile(r", (?:the |a |an )?(?:former |acting |deputy )?")
PLACED = regex.compile(r"(?ri)(?<!\p{L})(?:in|at|near|from|to|outside|across|around|towards?|over|into|through|of) (?:the )?")


class EnglishActors(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """lang/en/actors.toml."""

    determiners: tuple[str, ...]
    definite: frozenset[str]
    titles: tuple[str, ...]
    particles: tuple[str, ...]
    openers: frozenset[str]
    months: frozenset[str]
    modifiers: frozenset[str]
    persons: frozenset[str]
    of_bodies: frozenset[str]
    outlets: frozenset[str]
    unnamed: frozenset[str]
    anonymous: tuple[str, ...]
    seats: dict[str, str]
    bodies: dict[ActorKind, tuple[str, ...]]
    french: dict[str, str]
    heads: dict[ActorKind, tuple[str, ...]]


class Lexicon(NamedTuple):
    """The words of the table, made ready to be found."""

    table: EnglishActors
    heads: dict[str, ActorKind]
    head_list: tuple[str, ...]
    find_heads: AhoCorasick
    names: dict[str, tuple[ActorKind, str | None]]
    name_list: tuple[str, ...]
    find_names: AhoCorasick
    determined: "regex.Pattern[str]"
    title: "regex.Pattern[str]"
    gap: "regex.Pattern[str]"
    anonymous: "regex.Pattern[str]"


class Text(NamedTuple):
    """A text as its actors are looked for: as it stands, in lower case, its heads by start, its places and bodies by start."""

    flat: str
    low: str
    heads: dict[int, tuple[int, str]]
    places: dict[int, Place]
    bodies: dict[int, Found]
    people: dict[int, tuple[int, int]]


@cache
def lexicon(code: str) -> Lexicon:
    """The words of language `code`."""
    table = lang.table(code, "actors", EnglishActors)
    heads = {head: kind for kind, group in table.heads.items() for head in group}
    names: dict[str, tuple[ActorKind, str | None]] = {name: (kind, None) for kind, group in table.bodies.items() for name in group}
    names |= {name: (ActorKind.STATE_ORGAN, side) for name, side in table.seats.items()}
    return Lexicon(
        table=table,
        heads=heads,
        head_list=tuple(heads),
        find_heads=AhoCorasick(tuple(heads), matchkind=MatchKind.LeftmostLongest),
        names=names,
        name_list=tuple(names),
        find_names=AhoCorasick(tuple(names), matchkind=MatchKind.LeftmostLongest),
        determined=regex.compile(rf"(?r)(?<!\p{{L}})(?P<det>{either(table.determiners)}) "),
        title=regex.compile(rf"(?r)(?<!\p{{L}}){either(table.titles)} "),
        gap=regex.compile(rf" (?:{spaced(table.particles)}){{0,2}}"),
        anonymous=regex.compile(rf",? (?:speaking )?{either(table.anonymous)}"),
    )


def english_actors(report: Report, places: tuple[Place, ...]) -> tuple[Mention, ...]:
    """All mentions of actors in an English `report`, in the order of the text.

    >>> from recoupe.model import Raw
    >>> text = "The health ministry said so. Mayor Ann Lee and a police spokesman disagreed; Lee was glad."
    >>> report = Report(id="r-0", text=text, sha256="", language="en", raw=Raw(sha256="", locator=""), extractor="")
    >>> [(text[m.span.start : m.span.end], m.actor.kind.value) for m in english_actors(report, ())]
    [('The health ministry', 'state_organ'), ('Mayor Ann Lee', 'local_authority'), ('a police spokesman', 'police'),
     ('Lee', 'local_authority')]
    """
    words, flat = lexicon(report.language), plain(report.text).replace("\n", " ")
    low = flat.lower() if len(flat.lower()) == len(flat) else flat
    taken = {place.span.start: place for place in places}
    text = Text(flat, low, _heads(low, words), taken, {b.start: b for b in _bodies(flat, words)}, {})
    text.people.update(_people(report.text, text, words))
    kept: list[Found] = []
    for one in sorted(_found(text, places, words), key=lambda f: (f.start, -f.end, f.state)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(
        Mention(span=Span(report=report.id, start=one.start, end=one.end), actor=actor, anaphor=anaphor)
        for one, actor, anaphor in identified([_shared(one, words) for one in kept], words.table.outlets, {})
    )


def _shared(one: Found, words: Lexicon) -> Found:
    """An office or a body under the key that it has in French: a ministry is one voice, in whatever language it is cited."""
    french = words.table.french
    if one.person or one.state:
        return one
    if one.name:
        return one._replace(known_as=fold(french[one.name])) if one.name in french else one
    whole = " ".join([*one.modifiers, one.head]).strip()
    head = french.get(whole) or french.get(one.head)
    if head is None:
        return one
    small = {"of", "for", "the", "a", "an", "and"}
    modifiers = () if whole in french else tuple(french.get(word, word) for word in one.modifiers if word not in small)
    head, _, more = head.partition(" | ")
    return one._replace(known_as=role_key(one._replace(head=head, modifiers=(*modifiers, more) if more else modifiers)))


def _heads(low: str, words: Lexicon) -> dict[int, tuple[int, str]]:
    """Where each head noun stands as a whole word: its end and the noun."""
    found = {}
    for number, start, end in words.find_heads.find_matches_as_indexes(low):
        if not (low[start - 1 : start].isalnum() or low[end : end + 1].isalnum() or low[start - 1 : start] == "-"):
            found[start] = (end, words.head_list[number])
    return found


def _bodies(flat: str, words: Lexicon) -> Iterator[Found]:
    """The bodies that the pack lists."""
    for number, start, end in words.find_names.find_matches_as_indexes(flat):
        if not (flat[start - 1 : start].isalnum() or flat[end : end + 1].isalnum()):
            name = words.name_list[number]
            kind, side = words.names[name]
            yield Found(start, end, name=name, kind=kind, side=side)


def _people(raw: str, text: Text, words: Lexicon) -> Iterator[tuple[int, tuple[int, int]]]:
    """Runs of capitalised words that may be names of people: where each begins, its end, how many words it has."""
    covered = {n for body in text.bodies.values() for n in range(body.start, body.end)}
    covered |= {n for place in text.places.values() for n in range(place.span.start, place.span.end)}
    for run in runs(text.flat, words.gap):
        own = [word for word in run if word.start not in covered and not _no_name(raw, text, word, words)]
        if own and own[-1] is run[-1]:
            while own and any(w.start > own[0].start and w not in own for w in run):
                own = own[1:]
            if own and not text.flat[own[0].start : own[-1].end].isupper():
                yield own[0].start, (own[-1].end, len(own))


def _no_name(raw: str, text: Text, word: Word, words: Lexicon) -> bool:
    """Whether a word with a capital is a role, a title, a day, an adjective of a state, or one that only opens its sentence."""
    written = text.low[word.start : word.end]
    inside = any(
        start <= word.start < text.heads[start][0] for start in range(max(0, word.start - 20), word.start + 1) if start in text.heads
    )
    if inside or written in words.table.months or written in demonyms("en") or text.flat[word.start : word.end] in words.table.titles:
        return True
    after = text.heads.get(word.end + 1)
    return after is not None or (written in words.table.openers and opens(raw, word.start))


def _found(text: Text, places: tuple[Place, ...], words: Lexicon) -> Iterator[Found]:
    """All that may be a mention; where they overlap, what begins first and is longest will stand."""
    named = set[int]()
    done = 0
    bodies = {n for body in text.bodies.values() for n in range(body.start, body.end)}
    for start in sorted(text.heads):
        if start < done or start in bodies:
            continue
        one = _phrase(text, start, words)
        if one is not None:
            done = one.end
            named.update(n for n in text.people if one.start <= n < one.end)
            yield one
    for start, (end, size) in text.people.items():
        if start not in named:
            yield _person(text, start, end, size, words)
    yield from text.bodies.values()
    for place in places:
        if (side := _state(text.flat, place)) is not None:
            yield Found(place.span.start, place.span.end, name=place.name, kind=ActorKind.STATE_ORGAN, side=side, state=True)


def _phrase(text: Text, start: int, words: Lexicon) -> Found | None:
    """The phrase with the head at `start`, or with the last head of those that stand side by side: "police chief"."""
    first, (end, head) = start, text.heads[start]
    kinds = [words.heads[head]]
    while text.flat[end : end + 1] == " " and end + 1 in text.heads:
        end, head = text.heads[end + 1]
        kinds.append(words.heads[head])
    begin, before, side = _led(text, first, words)
    determiner = words.determined.match(text.low, 0, begin)
    left = determiner.start() if determiner else begin
    modifiers = [*before, *text.low[first : end - len(head)].split()]
    own = OWN.search(text.flat, begin, first) if kinds[0] in NAMED and first == end - len(head) else None
    if own is not None and own[0].lower() not in demonyms("en") and own.start() not in text.places:
        return Found(left, end, name=own[0], kind=kinds[0], side=side)
    kind = kinds[-1]
    if head in words.table.of_bodies:
        kind = next((k for k in reversed(kinds[:-1])), _kind_of(before, words) or kind)
    end, more, inner, of_side = _complemented(text, end, words)
    if inner is not None and head in words.table.of_bodies and len(kinds) == 1 and not before:
        kind = inner
    modifiers += more
    role = text.flat[begin:end]
    found = Found(left, end, role=role, kind=kind, side=side or of_side, head=head, modifiers=tuple(modifiers))
    if (hidden := words.anonymous.match(text.low, end)) is not None or head in words.table.unnamed:
        return found._replace(kind=ActorKind.UNNAMED, end=hidden.end() if hidden else end)
    name = _beside(text, end) if head in words.table.persons else None
    if name is not None:
        begins, ends, size = name
        return found._replace(end=ends, name=text.flat[begins:ends], person=True, short=size == 1)
    definite = determiner is not None and determiner["det"] in words.table.definite
    bare = definite and not modifiers and not found.side
    return found._replace(bare=bare, definite=definite)


def _kind_of(before: list[str], words: Lexicon) -> ActorKind | None:
    """The kind of the body that a word before a head names: "ministry spokesman", "UN official", "hospital officials"."""
    for word in reversed(before):
        kind = words.heads.get(word) or words.names.get(word.upper(), (None, None))[0]
        if kind is not None:
            return kind
    return None


def _led(text: Text, start: int, words: Lexicon) -> tuple[int, list[str], str | None]:
    """Where the words before a head begin that say which one it is, those words, and the country that one of them names."""
    begin, found, side = start, list[str](), None
    for _ in range(BEFORE):
        word = WORD_BEFORE.match(text.flat, 0, begin)
        if word is None:
            break
        low = word["word"].lower()
        named = word["word"][0].isupper() and low not in words.table.openers and low not in words.table.months
        owner = low.endswith(("'s", "s'")) and low not in {"it's", "that's", "he's", "she's"}
        if not (named or owner or low in words.table.modifiers or low in demonyms("en")):
            break
        if low in words.table.determiners:
            break
        begin = word.start()
        of = demonyms("en").get(low) or _country(text, begin)
        side = side or of
        found[:0] = [] if of else [low.removesuffix("'s")]
    return begin, found, side


def _country(text: Text, at: int) -> str | None:
    """The country that stands there by its name or by that of its capital: "Moscow's defence ministry"."""
    place = text.places.get(at)
    return place.country if place is not None and _governs(place) else None


def _governs(place: Place) -> bool:
    """Whether a place stands for a country: its name, its capital."""
    town = place.precision is PlacePrecision.TOWN
    return place.precision is PlacePrecision.COUNTRY or (town and any(e.id == place.id and e.capital for e in known(place.name)))


def _complemented(text: Text, end: int, words: Lexicon) -> tuple[int, list[str], ActorKind | None, str | None]:
    """What a head is of: the end, the words, the kind of the body that is named, its country."""
    of = OF.match(text.low, end)
    if of is None:
        return end, [], None, None
    at = of.end()
    if (place := text.places.get(at)) is not None:
        whole = place.precision is PlacePrecision.COUNTRY
        return place.span.end, [] if whole else [text.low[at : place.span.end]], None, place.country
    if (body := text.bodies.get(at)) is not None:
        return body.end, [text.low[at : body.end]], body.kind, body.side
    last, kind = _run_of(text, at, words)
    if last > at and (kind is not None or text.flat[at].isupper()):
        return last, text.low[at:last].split(), kind, None
    noun = AFTER.match(text.flat, at)
    if of[0].startswith((" of the ", " for the ")) and noun is not None:
        return noun.end(), [noun[0].lower()], None, None
    return end, [], None, None


def _run_of(text: Text, at: int, words: Lexicon) -> tuple[int, ActorKind | None]:
    """Where the capitalised words, modifiers and heads end that begin at `at`, and the kind of the last head."""
    kind, last = None, at
    for _ in range(BEFORE):
        if last in text.heads:
            last, head = text.heads[last]
            kind = words.heads[head]
            if last + 1 not in text.heads:
                break
        else:
            word = AFTER.match(text.flat, last)
            if word is None or not (word[0][0].isupper() or word[0].lower() in words.table.modifiers or word[0].lower() in demonyms("en")):
                break
            last = word.end()
        if text.flat[last : last + 1] != " ":
            break
        last += 1
    return (len(text.flat[:last].rstrip()) if last > at else at), kind


def _beside(text: Text, end: int) -> tuple[int, int, int] | None:
    """A name right behind a role, or between commas."""
    for start, least in ((end + 1, 1), (end + 2, 2)):
        gap = text.flat[end:start]
        if gap in {" ", ", "} and start in text.people and text.people[start][1] >= least:
            close, size = text.people[start]
            if gap == " " or text.flat[close : close + 1] in {",", ".", ""}:
                return start, close, size
    return None


def _person(text: Text, start: int, end: int, size: int, words: Lexicon) -> Found:
    """A name, with the role that stands behind it between commas: "Ann Lee, head of the union"."""
    title = words.title.match(text.flat, 0, start)
    found = Found(title.start() if title else start, end, name=text.flat[start:end], person=True, short=size == 1, titled=title is not None)
    after = APPOSED.match(text.low, end)
    for at in range(after.end(), after.end() + 40) if after else ():
        if at in text.heads:
            begin, _, _ = _led(text, at, words)
            role = _phrase(text, at, words) if begin == (after.end() if after else 0) else None
            if role is not None and role.head in words.table.persons and not role.person:
                return found._replace(end=role.end, kind=role.kind, side=role.side, head=role.head, modifiers=role.modifiers)
            break
    return found


def _state(flat: str, place: Place) -> str | None:
    """The country that a country or capital stands for when it speaks or acts; None behind a preposition of place."""
    named = flat[place.span.end : place.span.end + 2]
    if named[:1] == " " and named[1:].isupper():
        return None  # "the China Daily"
    return place.country if _governs(place) and not PLACED.match(flat, 0, place.span.start) else None
