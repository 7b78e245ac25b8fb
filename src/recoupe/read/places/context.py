"""What stands before a name and says that it is a place, and of which kind: prepositions, distances, heads such as "région de"."""

from enum import StrEnum
from functools import cache
from typing import NamedTuple

import regex
from ahocorasick_rs import AhoCorasick

from recoupe import lang
from recoupe.lang.demonyms import demonyms
from recoupe.model import PlacePrecision
from recoupe.read.actors.words import lexicon
from recoupe.read.schemes import PlaceWords
from recoupe.text.patterns import apart, either, spaced

ARTICLED = (" de la ", " de l'", " du ", " des ")
OF_A = (*ARTICLED, " de ", " d'")
DE = r"(?:de la |de l'|du |des |de |d')"
THE = r"(?:de la |de l'|du |des )"


OF = ("de", "du", "des", "la", "le", "les", "l'", "d'", "(", "a")
SMALL = ("sur", "sous", "en", "lès", "les", "la", "le", "de", "du", "des", "aux", "devant", "près", "lez")
"""Between the words of the name of a village: "Sainte-Marie-aux-Chênes", whoever knows it."""
ARTICLES = frozenset(("la", "le", "les", "l'"))
CLITIC = ("l'", "la ", "le ", "les ")
"""Articles between a phrase and a name."""
LOCAL = frozenset(("à", "en", "au", "aux", "dans", "vers"))
"""Prepositions that end no phrase before a place but one of `local` (`adjective` below leaves them out): most places stand behind one."""
BETWEEN = 48
"""Characters at most between a head and a name: two adjectives and "de la"."""
LAST = regex.compile(r"[\p{L}-]++'?$")
EDGE = r"(?<![\p{L}\p{N}-])"
SINCE = r"(?: (?!de )[\p{Ll}\d]{1,9}){0,3}"
INSIDE = regex.compile(rf"(?ri){EDGE}(?:(?:à|vers|dans|devant|derrière|depuis|jusqu'à) (?:le |la |l')?|au )")
PLAINLY = regex.compile(rf"(?ri){EDGE}(?:(?P<local>(?!))(?P<article>)|(?P<of>{DE})|(?P<bracket>\())")


class Ground(StrEnum):
    """What stands before a name, the strongest first."""

    WIDE = "wide"  # the name is one of a part of the world
    AREA = "area"  # "région de"
    NATURAL = "natural"  # "mer", "golfe de", "rue de"
    SETTLEMENT = "settlement"  # "ville de"
    NEAR = "near"  # "à 30 km de"
    BODY = "body"  # "traité de", "Air": no place
    LOCAL = "local"  # "à", "en"
    OF = "of"  # "de"
    BRACKET = "bracket"  # "("
    TAKEN = "taken"  # "a pilonné", "quitter": a verb that takes a town without a preposition
    BARE = "bare"
    GOVERNMENT = "government"  # nothing, and it speaks or decides: no place


class Context(NamedTuple):
    """The ground on which a name may be a place: where the words that say so stand, the noun among them (`head`), whether an article is.

    `unfit`: the preposition does not go with towns ("en").
    """

    ground: Ground
    start: int
    end: int
    head: str = ""
    precision: PlacePrecision | None = None
    articled: bool = False
    unfit: bool = False


class Grammar(NamedTuple):
    """The patterns of a language: all are matched backwards from a name, but `gap` and `tail`.

    `last`: the words with which what stands before a place ends; `governed`: those of `governing`, whose phrases are `bearing`.
    `begun`: names of bodies without their last word. `before`: heads, streets and distances, and only behind one of `cues`, `reach`
    characters before the name at most; `simple`: prepositions and brackets; `located`: what of it ends with one of `LOCAL`. `leading`:
    how the phrases of `simple` end but for an article; behind none of them `PLAINLY` finds the same.
    """

    words: PlaceWords
    wide: frozenset[str]
    bodies: frozenset[str]
    begun: frozenset[str]
    persons: frozenset[str]
    territories: frozenset[str]
    sites: frozenset[str]
    openers: frozenset[str]
    last: frozenset[str]
    adjectives: frozenset[str]
    before: "regex.Pattern[str]"
    cues: AhoCorasick
    reach: int
    simple: "regex.Pattern[str]"
    hall: "regex.Pattern[str]"
    part: "regex.Pattern[str]"
    gap: "regex.Pattern[str]"
    tail: "regex.Pattern[str]"
    governing: "regex.Pattern[str]"
    governed: frozenset[str]
    located: "regex.Pattern[str]"
    bearing: tuple[str, ...]
    leading: tuple[str, ...]
    governs: frozenset[str]
    strikes: frozenset[str]
    given: "regex.Pattern[str]"
    verb: "regex.Pattern[str]"
    shaped: "regex.Pattern[str]"
    taking: frozenset[str]
    called: "regex.Pattern[str]"
    saying: "regex.Pattern[str]"
    beside: "regex.Pattern[str]"
    storming: "regex.Pattern[str]"
    stormed: "regex.Pattern[str]"


@cache
def grammar(code: str) -> Grammar:
    """The grammar of places of language `code`."""
    words = lang.table(code, "places", PlaceWords)
    heads = {**words.areas, **words.settlements, **words.natural}
    near = rf"(?P<near>{either(_elidable(words.near))}|{_far(words)})"
    adjective = r"(?: (?!(?:en|au|aux|dans|sur|vers|pour|par|et|ou|est|sont|ont) )\p{Ll}{2,16}){0,2}"
    head = rf"(?P<head>{either(tuple(heads))}){adjective} (?:{DE})?"
    article = "(?P<article>l'|la |le |les )?"
    fire = rf"{either(words.fire)}(?: \p{{Ll}}{{3,14}}){{1,2}} (?:sur|contre) "
    local = rf"(?P<local>{spaced(words.local)}|{fire}|(?-i:A) ){article}"
    last_local = spaced(phrase for phrase in words.local if not LOCAL.isdisjoint(LAST.findall(phrase)))
    square = rf"(?<!(?<!\p{{L}}){either(words.not_squares)} ){either(words.squares)} (?:d')?|{either(words.houses)} "
    house = rf"(?P<house>{either(words.houses)}){adjective} (?:de |d')"
    left = rf"(?P<left>{either(words.left)}|(?:(?:est|sont|était|étaient|être) |, ?|^){either(words.parted)})"
    street = rf"(?P<street>{either(words.streets)} (?:{DE})?|{square})"
    kinds = either((*words.settlements, *words.areas, *words.apposed))
    phrases = (*words.local, *words.near, *words.bodies.governing)
    sites, leaving = frozenset((*words.streets, *words.squares, *words.houses)), (*words.left, *words.parted)
    cues = {f"{c.lower()} " for c in (*heads, *sites, *leaving, *words.distances, *(phrase.removesuffix(" de") for phrase in words.near))}
    return Grammar(
        words=words,
        wide=frozenset(words.wide),
        bodies=frozenset(lexicon(code).names),
        begun=frozenset(name.rpartition(" ")[0] for name in lexicon(code).names),
        persons=words.called | lexicon(code).persons | {title.lower().rstrip(".") for title in lexicon(code).titles},
        territories=lexicon(code).not_states,
        sites=sites,
        openers=sites | {*words.unknown, *words.rubrics},
        last=frozenset((*heads, *sites, *(word for phrase in phrases for word in LAST.findall(phrase)), *OF)),
        adjectives=frozenset(demonyms(code)),
        before=regex.compile(rf"(?ri){EDGE}(?:{street}|{head}|{house}|{near})|(?:{EDGE}|(?<=\p{{L}})(?=,)){left}{SINCE} (?:de |d')"),
        cues=AhoCorasick(sorted(cues)),
        reach=max(map(len, cues)) + BETWEEN,
        simple=regex.compile(rf"(?ri){EDGE}(?:{local}|(?P<of>{DE})|(?P<bracket>\())"),
        hall=regex.compile(rf"(?ri){EDGE}(?:(?P<hall>{either(words.halls)}) {DE}|(?P<house>{either(words.houses)}) {THE})"),
        part=regex.compile(rf"(?ri){EDGE}{either(words.part)},? (?:\p{{L}}{{1,12}}[ '-]){{0,4}}(?:\p{{L}}{{1,3}}[ '])?"),
        gap=regex.compile(rf" (?:{spaced(words.links)})?"),
        tail=regex.compile(rf" {either(words.tails)}(?!\p{{L}})"),
        governing=regex.compile(rf"(?ri){EDGE}{spaced(words.bodies.governing)}"),
        governed=frozenset(word for phrase in words.bodies.governing for word in LAST.findall(phrase)),
        located=regex.compile(rf"(?ri){EDGE}(?P<local>{last_local}){article}"),
        bearing=tuple(phrase.lower() for phrase in apart(words.bodies.governing)),
        leading=(*(phrase.lower() for phrase in apart(words.local)), "sur ", "contre ", "a "),
        governs=frozenset(words.governs.split()),
        strikes=frozenset(words.strikes.split()),
        given=_given(words),
        verb=regex.compile(rf",? (?:{spaced(words.clitics)}){{0,3}}(\p{{Ll}}{{2,20}}+)"),
        shaped=regex.compile(rf"\p{{Lu}}\p{{Ll}}++(?:-\p{{Lu}}\p{{Ll}}++)?+-{either(SMALL)}-\p{{Lu}}[\p{{L}}-]++"),
        taking=frozenset(words.taking.split()),
        called=regex.compile(rf", (?:(?:une? |l[ae] )(?:\p{{Ll}}{{3,12}} )?|l')?{kinds}(?!\p{{L}})"),
        saying=regex.compile(
            rf",? (?:en|au|aux|dans l[ea]s?|dans|à l[ae]?|à) ?(?:l')?| ?\("
            rf"|,? (?:dans|à) (?:l[ae] |l'){either(words.quarters)} {DE}"
            rf"|, (?:une? |l[ae] |l')?(?:\p{{Ll}}{{3,12}} )?{kinds}(?: (?!{either(words.neighbouring)})\p{{Ll}}{{4,14}})?"
            rf"(?: (?:du |de l'|au |à l'|dans l[ae] |dans l'){either(words.quarters)})? {DE}"
        ),
        storming=regex.compile(rf"(?<!\p{{L}}){either(words.stormed)} (?:la |le |les |l')?$"),
        stormed=regex.compile(rf" (?:a été|ont été|est|sont) {either(words.stormed)}e?s?(?!\p{{L}})"),
        beside=regex.compile(rf", (?:{near}|(?:(?:tout )?au |à l'){either(words.quarters)} {DE})"),
    )


def _given(words: PlaceWords) -> "regex.Pattern[str]":
    """The pattern of what is given or said to those who govern, before their name: "l'ultimatum posé par Oslo à", "imposées à"."""
    if not words.given:
        return regex.compile(r"(?!)")
    by = r"(?: par (?:\p{L}++[ '-]){0,4}\p{L}++)?"
    given, laid = (rf"(?:{either(participles)})(?:es?|s)?" for participles in (words.given, words.laid))
    noun = either(tuple(words.dative))
    return regex.compile(rf"(?<!\p{{L}})(?:{given}{by}|{noun}(?: \p{{Ll}}{{4,14}})?|{noun} (?:{laid}){by}) (?:à (?:la |l')?|aux? )$")


def _far(words: PlaceWords) -> str:
    """The pattern of how far something is: "à près de 40 kilomètres au nord de"."""
    return (
        rf"à (?:environ |près de |quelque |moins de |plus de )?[\p{{L}}\d., -]{{1,20}}{either(words.distances)}"
        rf"(?: (?:au |à l')?\p{{Ll}}[\p{{Ll}}-]{{1,11}})? {DE}"
    )


def _elidable(words: tuple[str, ...]) -> tuple[str, ...]:
    """Each phrase that ends in "de" with the forms that "de" takes before an article or a vowel."""
    return tuple(w.removesuffix("de") + of for w in words for of in ("de ", "d'", "du ", "des ", "de la ", "de l'"))


def written_before(flat: str, start: int) -> str:
    """The word before `start` as it is written, with what is joined to it.

    >>> written_before("vu jusqu'à Lyon", 11), written_before("(dans l'Oise", 8)
    ("jusqu'à", "l'")
    """
    return flat[max(0, start - WRITTEN) : start].rstrip(" ").rpartition(" ")[2]


WRITTEN = 24
"""Characters in which the word before a name is looked for."""


def _word_before(flat: str, start: int) -> str:
    """The word before `start` in lower case, or an opening bracket.

    >>> _word_before("vu jusqu'à Lyon", 11), _word_before("(dans l'Oise", 8), _word_before("Nantes (Loire", 8)
    ('à', "l'", '(')
    """
    before = flat[max(start - 20, 0) : start].rstrip(" ")
    word = before.rpartition(" ")[2].lower()
    if word.endswith(("'", "(")):
        return word[-1] if word[-1] == "(" else word[-2:]
    return word.rpartition("'")[2].lstrip('«"“(—–-[')


def context(flat: str, start: int, rules: Grammar) -> Context:
    """What stands right before `start`."""
    word = _word_before(flat, start)
    if word not in rules.last:  # cheap, and true of most names
        return Context(Ground.TAKEN if word in rules.taking else Ground.BARE, start, start)
    before = flat[max(0, start - BETWEEN) : start].lower()
    if word in rules.governed and before.endswith(rules.bearing) and (body := rules.governing.match(flat, 0, start)):
        return Context(Ground.OF if _is_house(body, rules) else Ground.BODY, start, start)
    if word in LOCAL:
        found = rules.located.match(flat, 0, start)
        return Context(Ground.BARE, start, start) if found is None else _local(found, rules.words)
    cued = rules.cues.find_matches_as_indexes(flat[max(0, start - rules.reach) : start].lower())
    found = rules.before.match(flat, 0, start) if cued else None
    if found is not None:
        return _behind(found, rules)
    article = next((article for article in CLITIC if before.endswith(article)), "")
    led = before.endswith(rules.leading) or before.removesuffix(article).endswith(rules.leading)
    found = (rules.simple if led else PLAINLY).match(flat, 0, start)
    if found is None:
        return Context(Ground.BARE, start, start, articled=word in ARTICLES)
    if found["local"]:
        return _local(found, rules.words)
    articled = (found["of"] or "de ").lower() not in {"de ", "d'"}
    return Context(Ground.OF if found["of"] else Ground.BRACKET, found.start(), found.end(), articled=articled)


ANY = regex.compile(r"(?r)(?<!\p{L})une? ")
"""Before a head that names nothing: "une île du Japon" is in Japan."""


def _is_house(body: "regex.Match[str]", rules: Grammar) -> bool:
    """Whether a body is where something is or goes: "évacués vers le CHU de", or one of many: "une banque de"."""
    if ANY.match(body.string, 0, body.start()):
        return not rules.words.bodies.many.isdisjoint(body[0].lower().split())
    housed = not rules.words.bodies.housed.isdisjoint(body[0].lower().split())
    return housed and INSIDE.match(body.string, 0, body.start()) is not None


def _behind(found: "regex.Match[str]", rules: Grammar) -> Context:
    """What a head, a street or a distance says of the name behind it."""
    if found["street"]:
        return Context(Ground.NATURAL, found.start(), found.end(), found["street"].split(" ")[0].lower(), PlacePrecision.NAMED)
    if found["head"]:
        return _headed(found["head"].lower(), found, rules)
    if found["house"] or found["left"]:
        ground = Ground.SETTLEMENT if found["house"] else Ground.LOCAL
        return Context(ground, found.start(), found.end(), (found["house"] or found["left"]).lower())
    return Context(Ground.NEAR, found.start(), found.end())


def _local(found: "regex.Match[str]", words: PlaceWords) -> Context:
    unfit = found["local"].strip().lower() in words.not_of_towns
    return Context(Ground.LOCAL, found.start(), found.end(), articled=found["article"] is not None, unfit=unfit)


def hall(flat: str, start: int, rules: Grammar) -> Context | None:
    """The hall, park or way whose name ends with the one at `start`, which no gazetteer knows: "parc du [Cinquantenaire]".

    >>> hall("au parc du Cinquantenaire", 11, grammar("fr")).head, hall("à la place des Verts", 15, grammar("fr"))
    ('parc', None)
    """
    found = rules.hall.match(flat, 0, start)
    if found is None:
        return None
    head = found["hall"] or found["house"]
    first = found.start() + (head.rfind(" ") + 1 if found["hall"] else 0)  # "sur la place"
    return Context(Ground.NATURAL, first, found.end(), head[first - found.start() :].lower(), PlacePrecision.NAMED)


def _headed(head: str, found: "regex.Match[str]", rules: Grammar) -> Context:
    words = rules.words
    if head in words.natural and found[0].lower().endswith(OF_A) and ANY.match(found.string, 0, found.start()):
        return Context(Ground.OF, found.start(), found.end(), articled=found[0].lower().endswith(ARTICLED))
    for ground, heads in ((Ground.AREA, words.areas), (Ground.NATURAL, words.natural), (Ground.SETTLEMENT, words.settlements)):
        if head in heads:
            articled = ground is Ground.SETTLEMENT and found[0].lower().endswith(ARTICLED)  # "34 communes des Landes"
            return Context(ground, found.start("head"), found.end(), head, heads[head], articled=articled)
    raise AssertionError(head)
