"""Names that may be places: parts of capitalised runs that the gazetteer knows, and unknown ones that stand where a place would."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import regex
import simplemma

from recoupe.model import PlacePrecision
from recoupe.read.names import Word, opens, runs
from recoupe.read.places.context import Context, Grammar, Ground, context, grammar, hall, written_before
from recoupe.read.places.gazetteer import Entry, known, sounding
from recoupe.read.places.governments import is_of
from recoupe.read.places.numbered import by_number
from recoupe.read.places.titled import is_title
from recoupe.text import plain, stopwords

LONGEST = 6
"""So many capitalised words at most make one name of a place."""

STRONG = (Ground.WIDE, Ground.AREA, Ground.NATURAL, Ground.SETTLEMENT, Ground.NEAR, Ground.LOCAL)


NUMERALS = frozenset("IVXLCDM")
NUMERAL = regex.compile(rf"[{''.join(sorted(NUMERALS))}]++(?:er?|ère|ème|es)?")


class Candidate(NamedTuple):
    """A name that may be a place, and all that it may be.

    `joined`: a capitalised word that is no place stands right before or after it ("Air France", "Paris Hilton").
    `initial`: it opens a sentence, where any word has a capital. `exact`: found as spelled, not by its sound.
    """

    start: int
    end: int
    name: str
    entries: tuple[Entry, ...]
    context: Context
    joined: bool = False
    initial: bool = False
    exact: bool = True


def candidates(text: str, language: str) -> list[Candidate]:
    """All names in the text that may be places, in order; those of one run do not overlap."""
    scene = Scene(plain(text).replace("\n", " "), text, grammar(language))
    found: list[Candidate] = []
    before, head = list[Word](), None
    for run in runs(scene.flat, scene.rules.gap):
        for line in _lines(scene, run):
            head = _heading(scene, before, line, head) if before else None
            found += _of_run(scene, line, head)
            before = line
    numbered = [Candidate(m.start(), m.end(), m[0], (), Context(Ground.LOCAL, m.start(), m.start())) for m in by_number(scene.flat)]
    return sorted([*found, *numbered], key=lambda one: one.start) if numbered else found


class Scene(NamedTuple):
    """A text on one line, as it stands, and the grammar of its language."""

    flat: str
    text: str
    rules: Grammar


class Part(NamedTuple):
    """Words `first` to `last` of a run that make up a name, where it ends, and what it may be (nothing for a part of the world)."""

    first: int
    last: int
    end: int
    entries: tuple[Entry, ...]


def _lines(scene: Scene, run: list[Word]) -> Iterator[list[Word]]:
    """`run`, cut where a line ends, unless a name goes on there: "un accident à Orsac\\nFaits divers"."""
    if "\n" not in scene.text[run[0].start : run[-1].end]:
        yield run
        return
    first = 0
    for n, (before, word) in enumerate(pairwise(run), 1):
        if "\n" in scene.text[before.end : word.start] and not known(scene.flat[before.start : word.end]):
            yield run[first:n]
            run[n], first = word._replace(gap=""), n
    yield run[first:]


def _heading(scene: Scene, before: list[Word], run: list[Word], head: Context | None) -> Context | None:
    """The ground of the names of a list: "les villages de X, Y et Z" are all villages; `head` is that of the run before, if it had one."""
    between = scene.flat[before[-1].end : run[0].start]
    if len(between) > LINK or not LINKED.fullmatch(between) or (between == ", " and not scene.flat.startswith((",", " et "), run[-1].end)):
        return None
    own = head or context(scene.flat, before[0].start, scene.rules)
    several = own.head.partition(" ")[0].endswith(("s", "x"))  # "zones de santé", "hameaux"
    return own if own.ground is Ground.SETTLEMENT and several and not own.articled else None


LINK = 8
LINKED = regex.compile(r",? (?:et |ou |puis )?(?:de |d')?")
"""What stands between two names of one list."""


def _of_run(scene: Scene, run: list[Word], head: Context | None) -> Iterator[Candidate]:
    if is_title(scene.flat, run):
        return
    run = [word for whole in run for word in _two(scene, whole)]
    while len(run) > 1 and _is_opener(scene, run):
        run = run[1:]
    parts, first = [], 0
    while first < len(run):
        part = _longest(scene, run, first)
        parts += [] if part is None else [part]
        first = first + 1 if part is None else part.last + 1
    joined = [_joined(scene, run, part, parts) for part in parts]
    if parts and parts[0].first:
        yield from _in_front(scene, run[: parts[0].first], run[parts[0].first].gap)
    for part, is_joined in zip(parts, joined, strict=True):
        start = run[part.first].start
        name = scene.flat[start : part.end]
        entries = tuple(e for e in part.entries if not e.capital) if name in scene.rules.words.not_capitals else part.entries
        ground = context(scene.flat, start, scene.rules)
        if not part.entries and ground.ground is not Ground.BODY:  # "Coupe d'Europe"
            ground = Context(Ground.WIDE, start, start)
        if head is not None and not part.first and ground.ground in {Ground.OF, Ground.BARE}:
            ground = head._replace(start=start, end=start)
        if ground.ground is Ground.BARE and WHERE.match(scene.flat, part.end):
            ground = Context(Ground.LOCAL, start, start)
        yield Candidate(
            start, part.end, name, entries, ground,
            joined=is_joined, initial=opens(scene.text, start),
        )  # fmt: skip
    if all(joined):  # or none: "village de Tin Sabou", of which a town may be called Tin
        yield from _unknown(scene, run, head)


def _in_front(scene: Scene, words: list[Word], gap: str) -> Iterator[Candidate]:
    """What nobody knows before a known name, `gap` between: "[collège Jean-Moulin] de Nîmes", "la commune de [X] en Dordogne"."""
    site = gap in OF_TOWN and context(scene.flat, words[0].start, scene.rules).head in scene.rules.sites
    if site or gap == IN_AREA:
        yield from _unknown(scene, words, None)


def _two(scene: Scene, word: Word) -> tuple[Word, ...]:
    """Two places that a hyphen joins: two countries ("le conflit Iran-Irak"), or the ends of a road ("l'axe Lens-Douai")."""
    name = _name(scene, word)
    if name.count("-") != 1 or known(name):
        return (word,)
    at = word.start + name.index("-")
    pair = known(scene.flat[word.start : at]), known(scene.flat[at + 1 : word.end])
    countries = all(some and some[0].precision is PlacePrecision.COUNTRY for some in pair)
    if countries or (all(pair) and written_before(scene.flat, word.start).lower().rpartition("'")[2] in scene.rules.words.links_two):
        return (word._replace(end=at), Word(at + 1, word.end, "-"))
    return (word,)


def _is_opener(scene: Scene, run: list[Word]) -> bool:
    """Whether a run begins with a word that is not part of a name: "Rue des Acacias", "À Orsac", "EN DIRECT Orsac", "État d'Orsac"."""
    word, rules = _name(scene, run[0]).lower(), scene.rules
    return word in rules.openers or (run[1].gap != " " and word in rules.words.settlements and not known(_name(scene, run[0])))


def _longest(scene: Scene, run: list[Word], first: int) -> Part | None:
    """The longest known name that begins with word `first`."""
    flat, start = scene.flat, run[first].start
    if part := _directed(scene, run, first):
        return part
    for last in range(min(len(run), first + LONGEST) - 1, first - 1, -1):
        end = run[last].end
        name = flat[start:end]
        if name in scene.rules.wide:
            return Part(first, last, _of_country(scene, name, end), ())
        natural = last == first and last + 1 < len(run) and run[last + 1].gap in OF_NATURE and name.lower() in scene.rules.words.natural
        if natural and _name(scene, run[last + 1]) not in scene.rules.words.never:
            return Part(first, last + 1, run[last + 1].end, ())  # "Golfe du Lion"
        if name in scene.rules.begun and _begins_body(scene, start, end):  # "Union européenne"
            return None
        tail = scene.rules.tail.match(flat, end) if flat.startswith(scene.rules.words.tails, end + 1) else None
        if tail is not None and (entries := known(flat[start : tail.end()])):
            return Part(first, last, tail.end(), entries)
        body = name in scene.rules.bodies and context(flat, start, scene.rules).ground is not Ground.SETTLEMENT
        if body or (name[0] in NUMERALS and NUMERAL.fullmatch(name)) or name in scene.rules.words.never:
            continue
        article = "" if flat.startswith(OF_IT, end) else hidden_article(flat, start)
        if article == "La " and (known(name) or simplemma.is_known(name.lower(), "fr")):  # "la Moselle", "la Croix"
            article = ""
        if entries := (known(article + name) if article else ()) or known(name):
            return Part(first, last, end, entries)
    return None


NEXT = regex.compile(r" \p{Ll}{1,20}+")
"""The word in lower case that may follow a name."""


def _of_country(scene: Scene, name: str, end: int) -> int:
    """Where the name of a part of the world ends, with whose part of it is meant: "Alpes suisses", "Grand Nord canadien"."""
    more = NEXT.match(scene.flat, end)
    if more is not None and name + more[0] in scene.rules.wide:  # "Amérique latine"
        return more.end()
    if not name.endswith("s") and " " not in name:
        return end
    return more.end() if more is not None and more[0][1:] in scene.rules.adjectives else end


def _begins_body(scene: Scene, start: int, end: int) -> bool:
    """Whether a name with the word in lower case behind it is that of a body."""
    more = NEXT.match(scene.flat, end)
    return more is not None and scene.flat[start : more.end()] in scene.rules.bodies


def _directed(scene: Scene, run: list[Word], first: int) -> Part | None:
    """ "Kordofan du Nord": one name, in the gazetteer as "Nord-Kordofan" or not at all; the south of a country is in the country."""
    if first + 1 >= len(run) or run[first + 1].gap not in OF_DIRECTION:
        return None
    name, direction = _name(scene, run[first]), _name(scene, run[first + 1])
    if direction not in scene.rules.words.directions:
        return None
    end, around = run[first + 1].end, known(name)
    named = known(scene.flat[run[first].start : end]) or known(f"{direction}-{name}")
    if named or any(entry.precision is PlacePrecision.COUNTRY for entry in around):
        return Part(first, first + 1, end, named or around)
    return Part(first, first + 1, end, ()) if any(entry.precision is not PlacePrecision.TOWN for entry in around) else None


OF_IT = (" de ", " d'", " du ", " des ")
"""Behind a noun with a capital: "l'Union des maires" is no town called "L'Union"."""
WHERE = regex.compile(r",? où ")
"""Behind a name that is one of a place: "Lens, où ..."."""
OF_TOWN = (" de ", " d'", " du ", " à ")
"""Between the name of a site and its town."""
IN_AREA = " en "
"""Between the name of a town and that of its region."""
OF_NATURE = (" de ", " d'", " du ", " de la ", " des ", " de l'")
OF_DIRECTION = (" du ", " de l'")


def _name(scene: Scene, word: Word) -> str:
    return scene.flat[word.start : word.end]


def hidden_article(flat: str, start: int) -> str:
    """The article of a name that is hidden before it: "au Havre" is at "Le Havre".

    >>> hidden_article("né au Havre", 6), hidden_article("né à Lens", 5)
    ('Le ', '')
    """
    return ARTICLES.get(flat[max(start - 4, 0) : start], "") or ARTICLES.get(flat[max(start - 2, 0) : start], "")


ARTICLES = {
    " la ": "La ", "l'": "L'", "L'": "L'", " du ": "Le ", " au ": "Le ", " Au ": "Le ", "aux ": "Les ", "Aux ": "Les ", "des ": "Les ",
}  # fmt: skip


def _joined(scene: Scene, run: list[Word], part: Part, parts: list[Part]) -> bool:
    """Whether a capitalised word right beside, without a small word between, makes another name of it: two towns in a row do too."""
    if scene.flat[run[0].start : run[-1].end].isupper():  # a headline in capitals
        return False
    called = _called(scene, run[0].start)
    if _numbered(scene, run[part.first], part.end) or (called and _is_name_of(scene, run, part)):  # "le directeur France" is for France
        return True
    if part.first and run[part.first].gap in OF_DIRECTION and _name(scene, run[part.first]) in scene.rules.words.directions:
        return True  # the "Nord" of a name that nobody knows
    whose = {n: other for other in parts for n in range(other.first, other.last + 1)}
    if part.last + 1 < len(run) and run[part.last + 1].gap == " ":
        after = whose.get(part.last + 1)
        return after is None or _town(after)  # "Vendée Globe"
    if part.first == 0 or run[part.first].gap != " ":
        return False
    if part.first - 1 in whose:
        other = run[part.first - 1]
        surname = part.entries[:1] and part.entries[0].precision in SURNAMES and opens(scene.text, other.start)
        return _town(whose[part.first - 1]) and (bool(surname) or _town(part) or _name(scene, other).isupper())  # "SOS Méditerranée"
    before = run[part.first - 1]
    word = _name(scene, before).lower()
    if not opens(scene.text, before.start) or word in scene.rules.words.bodies.adjacent:
        return True
    return bool(part.entries) and part.entries[0].precision in SURNAMES and word not in stopwords("fr")


def _is_name_of(scene: Scene, run: list[Word], part: Part) -> bool:
    """Whether a part is the name of who has a title before it, or ends it: "le juge X", "le capitaine Laurent Martin de X"."""
    if part.first == 0:
        return _town(part)
    return run[part.first].gap == " de " and _name(scene, run[0]) in scene.rules.words.forenames


def _numbered(scene: Scene, word: Word, end: int) -> bool:
    """Whether a number makes games, a channel or a road of a name: "Tokyo 2020", "France 3", "route 117 Nord"."""
    after_number = _name(scene, word) in scene.rules.words.directions and scene.flat[max(0, word.start - 2) : word.start].strip().isdigit()
    return after_number or EDITION.match(scene.flat, end) is not None


SURNAMES = (PlacePrecision.ADMIN1, PlacePrecision.ADMIN2)
"""A region right behind a word that opens a sentence is the name of somebody or of a body: "Yannick Morvan"."""
EDITION = regex.compile(r" (?:(?:19|20)\d\d|(?<=France )(?:[2-5]|24))(?![\p{L}\d]|[.,]\d| \d)(?! ?(?:%|km|\p{L}++(?<=[sx])(?!\p{L})))")
"""Behind the name of a place that names games, a race or a channel: "Tokyo 2020", "France 3"."""


def _called(scene: Scene, start: int) -> bool:
    """Whether a title or an office stands right before the name, which is then that of a person: "le juge X", "Mme X"."""
    before = scene.flat[max(0, start - OFFICE) : start]
    word = before[:-1].rstrip(".").rpartition(" ")[2].rpartition("'")[2] if before.endswith(" ") else ""
    return word.lower() in scene.rules.persons


OFFICE = 24
"""Characters in which the word before a name is looked for."""


def _town(part: Part) -> bool:
    return all(entry.precision is PlacePrecision.TOWN for entry in part.entries[:1]) and bool(part.entries)


def _unknown(scene: Scene, run: list[Word], head: Context | None) -> Iterator[Candidate]:
    """A name that the gazetteer does not know as spelled but that stands where a place would: by its sound, or as a name alone."""
    flat, rules = scene.flat, scene.rules
    ground = context(flat, run[0].start, rules)
    if ground.ground in {Ground.OF, Ground.BARE}:
        ground = hall(flat, run[0].start, rules) or (head and head._replace(start=run[0].start, end=run[0].start)) or ground
    if ground.ground is not Ground.BODY and ground.head == "":
        heads_line = ground.ground is Ground.BARE and scene.text[max(0, run[0].start - 1) : run[0].start] in {"", "\n"}
        within = len(run) == 1 and (ground.ground is Ground.OF or heads_line) and _in_area(flat, run[-1].end)
        if within or _is_told(flat, run[-1].end, ground, rules):  # "X (Gard)", "X, un village de"
            ground = Context(Ground.SETTLEMENT, run[0].start, run[0].start)
    name = flat[run[0].start : run[-1].end]
    if ground.ground not in STRONG and ground.ground not in LOOSE and not rules.shaped.fullmatch(name):
        return
    if name in rules.words.never or name in rules.bodies:
        return
    if name in rules.words.directions and ground.ground is Ground.SETTLEMENT:  # "le groupement Sud"
        return
    if name in rules.begun and _begins_body(scene, run[0].start, run[-1].end):  # "Union européenne"
        return
    heard = sounding(name) if len(name) > 4 and LETTERS.search(name) is None else ()
    if heard or _placed(flat, name, ground, rules) or (rules.shaped.fullmatch(name) and len(run) == 1):
        joined = any(word.gap == " " for word in run[1:]) and not heard and not _long(flat, name, ground, rules)
        yield Candidate(run[0].start, run[-1].end, name, heard, ground, joined=joined, exact=False)


LOOSE = (Ground.OF, Ground.BRACKET, Ground.TAKEN)
"""Grounds on which a name is looked up by its sound."""
LETTERS = regex.compile(r"\p{Lu}{2}")
"""In what has letters that are said one by one: "ARNm"."""


TO, NAMED_ARTICLES = "à ", frozenset(("La", "Le", "Les"))
"""Before an article with a capital, which is part of the name."""


def _is_told(flat: str, end: int, ground: Context, rules: Grammar) -> bool:
    """Whether what stands behind an unknown name says that it is a place: "X, un village de", and of "de X" the town beside which it is."""
    if not flat.startswith(", ", end):
        return False
    if rules.called.match(flat, end):
        return True
    beside = rules.beside.match(flat, end) if ground.ground is Ground.OF and not ground.articled else None
    return beside is not None and flat[beside.end() : beside.end() + 1].isupper()


def _in_area(flat: str, end: int) -> bool:
    """Whether a region or country stands in a bracket behind a name: "l'accident de X (Gard)"."""
    area = AREA.match(flat, end)
    return area is not None and any(entry.precision in AREAS for entry in known(area[1]))


AREA = regex.compile(r" \((\p{Lu}[\p{L}'’ -]{2,40})\)")
AREAS = (PlacePrecision.COUNTRY, PlacePrecision.ADMIN1, PlacePrecision.ADMIN2)


def _long(flat: str, name: str, ground: Context, rules: Grammar) -> bool:
    """Whether an unknown name behind these words may be of several: a street's, a village's, one near which something is, "Aïn ..."."""
    first = name.partition(" ")[0]
    if first in rules.words.first or (ground.head in rules.sites and ground.ground is not Ground.SETTLEMENT):
        return True
    if first in NAMED_ARTICLES and flat[ground.start : ground.end].lower() == TO:  # "à La Plagne"
        return True
    if ground.ground is Ground.SETTLEMENT:  # "école de Jean Roux" is his
        return first not in rules.words.forenames
    return ground.ground is Ground.NEAR and not flat[ground.start : ground.end].lower().startswith(rules.words.near_people)


def _placed(flat: str, name: str, ground: Context, rules: Grammar) -> bool:
    """Whether the ground is enough for a name that nobody knows: a head, a distance, or one of the prepositions given for it."""
    if LETTERS.search(name) or name.isupper() or name.lower() in rules.adjectives:
        return False
    if ground.ground is Ground.LOCAL:
        before = written_before(flat, ground.start)
        if is_of(before, rules.governs) or before.lower() in rules.words.giving:  # "a déclaré à Nordfil", "rend hommage à Duval"
            return False
        said = flat[ground.start : ground.end].strip().lower()
        return ground.head != "" or said in rules.words.unknown or (said.endswith(" sur") and said.partition(" ")[0] in rules.words.fire)
    if ground.ground is Ground.SETTLEMENT and ground.head in rules.sites and simplemma.is_known(name.lower(), "fr"):  # "école de Médecine"
        return False
    return ground.ground in STRONG
