"""What is counted: the noun after a number, its unit, and the role that the noun itself says ("quatre morts")."""

from collections.abc import Mapping
from functools import cache, lru_cache

import simplemma
from msgspec.structs import replace

from recoupe.model import Record
from recoupe.ontology import MEASURED, UnitKind, unit_kind
from recoupe.read.quantities.numerals import Numeral, single
from recoupe.read.quantities.tables import Words, load
from recoupe.read.quantities.tokens import Tokens
from recoupe.text import Lookup, stopwords

KILLED = "killed"
"""Role."""
FEW = 10
"""Points of a share are fewer."""
SKIPPED = 4
"""Words that may stand between a number and its noun: "47 autres petits"."""
BRACKET = 5
"""Tokens of a source in brackets behind a number, and the bracket's end."""
OF_WHOLE = frozenset(("des", "de", "d'", "parmi"))
"""Before a whole of which a part is counted."""
MARKS = frozenset("«»“”\"'")
PARTICIPLE = ("é", "ée", "és", "ées", "i", "is", "ie", "ies", "u", "us", "ue", "ues")
INFINITIVE = ("er", "ir", "re", "oir")
TYPED = ["de", "type"]
"""Before the name of the make, which says what the thing is: "engins de type Shahed"."""
TRADES = ("eurs", "euses", "istes", "trices")
"""Endings of nouns of those who do something."""
GRAM = "g"
"""A sign that is written small; "5 G" is a generation."""
LONGEST = 40
"""Characters of a noun."""
CACHED = 50_000
"""Words of which it is kept whether they may be nouns."""
BACK = 300
"""Tokens before an ambiguous noun in which its unit may be named."""

BESIDE = 5
"""Tokens from one noun of a list to the next."""


class Noun(Record, frozen=True):
    """The noun at tokens `first` to `last` (not included). `known`: a table knows it."""

    first: int
    last: int
    unit: str
    role: str | None
    known: bool = True
    of_whole: bool = False  # "deux des otages", "deux des cinq otages": more of them are spoken of

    @property
    def kind(self) -> UnitKind | None:
        """The kind of the unit."""
        return unit_kind(self.unit)


def noun_after(tokens: Tokens, number: Numeral, table: Words) -> Noun | None:
    """The noun that `number` counts; None where a time, a calibre or no noun follows."""
    at = number.last + bounded_before_link(tokens, number.last, table)
    word = tokens.word(at)
    if word in table.sets["owned"]:  # "en 2012 les élèves", "à 18 heures 30 les urnes"
        return None
    if word == "du" and (number.low or 0) > 1:  # "690 pompiers, dont 260 du département"
        return None
    if is_of_whole(tokens, at + (number.value == 1 and word in table.sets["alone"]), table):  # "un seul des neuf prévenus"
        return of_whole(tokens, number, table)
    return noun_at(tokens, number, skipped(tokens, at + _manner(tokens, number, table), table), table)


def bounded_before_link(tokens: Tokens, at: int, table: Words) -> int:
    """How many words of a bound part a number from "de" and its noun: "une trentaine [au moins] de personnes".

    >>> from recoupe.read.quantities.tokens import tokens
    >>> [bounded_before_link(tokens(t), 1, load("fr")) for t in ("trentaine au moins de gens", "trente au moins ont fui")]
    [2, 0]
    """
    bound = table.after.ahead(tokens.words, at) if tokens.word(at) in table.after.first else None
    return bound[0] if bound and tokens.word(at + bound[0]) in table.sets["link"] else 0


def noun_beside(tokens: Tokens, number: Numeral, table: Words) -> Noun | None:
    """The noun of two numbers with their sources: "entre [1.100] (police) et 2.300 (organisateurs) manifestants", "[900], selon X, et"."""
    at = _after_bracket(tokens, number.last) or _after_source(tokens, number, table)
    if at is None:
        return None
    second = single(tokens.words, at + 1, table) if tokens.word(at) in table.sets["closes"] else None
    if second is not None:
        at = _after_bracket(tokens, second.last) or second.last
    noun = noun_at(tokens, number, at, table) if at < len(tokens.words) else None
    return noun if noun is not None and noun.known else None


def _after_bracket(tokens: Tokens, at: int) -> int | None:
    """Where a short bracket ends that begins at `at` and holds words only."""
    if tokens.word(at) != "(":
        return None
    inside = tokens.words[at + 1 : at + 1 + BRACKET]
    if ")" not in inside:
        return None
    last = inside.index(")")
    return at + 2 + last if last and all(word.replace("'", "").isalpha() for word in inside[:last]) else None


def _after_source(tokens: Tokens, number: Numeral, table: Words) -> int | None:
    """Where the second limit is led to behind whoever gives the first: "entre 900, selon la police, [et] 2.300 manifestants"."""
    at = number.last
    if tokens.word(number.first - 1) not in table.sets["opens"] or table.rivals.ahead(tokens.words, at) is None:
        return None
    aside = tokens.words[at : at + 2 * BRACKET]
    last = next((n for n, word in enumerate(aside) if word in table.sets["closes"]), 0)
    return at + last if last and all(word == "," or word.replace("'", "").isalpha() for word in aside[:last]) else None


def is_of_whole(tokens: Tokens, at: int, table: Words) -> bool:
    """Whether "des", "de ces", "d'entre les" at `at` set a number against a whole."""
    return tokens.word(at) == "des" or (tokens.word(at) in OF_WHOLE and tokens.word(at + 1) in table.sets["wholes"])


def of_whole(tokens: Tokens, number: Numeral, table: Words) -> Noun | None:
    """The noun of the whole that `number` is a part of, behind the number of the whole if there is one."""
    at = skipped(tokens, number.last + (tokens.word(number.last) in table.sets["among"]), table)
    if bound := table.bounds.ahead(tokens.words, at):  # "cinq parmi les quelque 70 élèves"
        at += bound[0]
    whole = single(tokens.words, at, table) if at < len(tokens.words) else None
    if whole is not None and not whole.article:
        at = skipped(tokens, whole.last, table)
    noun = noun_at(tokens, number, at, table)
    return replace(noun, of_whole=True) if noun is not None and (noun.known or number.high == 0) else noun


def is_told_of_whole(tokens: Tokens, noun: Noun, role: str | None, table: Words) -> bool:
    """Whether a participle behind a whole gives all of it the `role`: "deux des personnes [grièvement blessées] sont mineures"."""
    at = noun.last + (tokens.word(noun.last) in table.sets["gravely"])
    found = table.states.ahead(tokens.words, at)
    return found is not None and found[1] == role


def skipped(tokens: Tokens, at: int, table: Words) -> int:
    """Where the words end that may stand between a number and its noun."""
    for _ in range(SKIPPED):
        word = tokens.word(at)
        if not (word in table.sets["skip"] or word in MARKS or (word in table.sets["qualifying"] and is_before_noun(tokens, at, table))):
            break
        known = table.nouns.ahead(tokens.words, at)
        follows = table.nouns.ahead(tokens.words, at + 1) or tokens.word(at + 1).endswith(TRADES)
        if known and (known[0] > 1 or not follows):  # "deux jeunes", "deux jeunes gens", "deux jeunes élus", "deux jeunes hockeyeurs"
            break
        at += 1
    return at


def _manner(tokens: Tokens, number: Numeral, table: Words) -> int:
    """How many adverbs stand before what befell others than those before: "deux morts, trois [grièvement] blessés", not "dont trois"."""
    if tokens.word(number.first - 1) not in table.sets["linking"]:
        return 0
    length = 1 + (tokens.word(number.last) == "très")
    noun = table.nouns.ahead(tokens.words, number.last + length) if tokens.word(number.last + length - 1).endswith("ment") else None
    return length if noun is not None and noun[1][1] is not None else 0


def is_before_noun(tokens: Tokens, at: int, table: Words) -> bool:
    """Whether the word at `at` is an adjective before its noun: "deux [violentes] explosions", "douze petites [et moyennes] entreprises".

    >>> from recoupe.read.quantities.tables import load
    >>> from recoupe.read.quantities.tokens import tokens
    >>> [is_before_noun(tokens(t), 0, load("fr")) for t in ("malheureux naufragés", "malheureux ont fui", "gardiens armés")]
    [True, False, False]
    """
    adjectives = table.sets["adjectives"]
    word, following = tokens.word(at), tokens.word(at + 1)
    if word == "et":
        return following in adjectives and tokens.word(at - 1) in adjectives | table.sets["skip"]
    if word not in adjectives or not following:
        return False
    if following in adjectives or (following == "et" and tokens.word(at + 2) in adjectives):
        return True
    return table.nouns.ahead(tokens.words, at + 1) is not None or (following.endswith(("s", "x")) and _possible(table.language)[following])


def noun_at(tokens: Tokens, number: Numeral, at: int, table: Words) -> Noun | None:
    """The noun at `at` that `number` counts."""
    dead = _not_human(tokens, at, table) if tokens.word(at) in table.sets["corpses"] else None
    return dead or _noun_at(tokens, number, at, table)


def _noun_at(tokens: Tokens, number: Numeral, at: int, table: Words) -> Noun | None:
    words = tokens.words
    word = tokens.word(at)
    if word in table.sets["times"] or (word == GRAM and tokens.written(at).isupper()):  # "300 antennes 5 G"
        return None
    if word in table.sets["repeats"]:
        return None if compares(tokens, at + 1, table) else Noun(at, at + 1, singular(word, table.language) or "", None, known=True)
    if word in table.sets["calibres"] and is_calibre(tokens, number, table):
        return None
    known = table.nouns.ahead(words, at)
    if known:
        length, (unit, role) = known
        if unit == "point" and is_small_fraction(number):  # "le taux a gagné [0,5] point"
            unit = "percentage_point"
        if unit == "man" and tokens.word(number.first - 1) in table.sets["lost"]:  # "l'armée a perdu [six] hommes"
            unit = "soldier"
        if words[at + length : at + length + len(TYPED)] == TYPED and (model := table.nouns.ahead(words, at + length + len(TYPED))):
            unit = model[1][0]
        form = " ".join(words[at : at + length])
        if form in table.candidates:
            unit = nearest(tokens, at, table.candidates[form], table)
        elif form in table.meant:
            unit = meant(tokens, at, table.meant[form]) or unit
        return Noun(at, at + length, unit, role, known=True)
    return unlisted(tokens, number, at, table)


def _not_human(tokens: Tokens, at: int, table: Words) -> Noun | None:
    """What lies dead or wrecked, where it is no person: "vingt [cadavres de moutons]", "douze [carcasses de voitures]"."""
    behind = at + 1 + (tokens.word(at + 1) in table.sets["link"])
    if tokens.word(behind) in table.sets["not_bodies"]:
        return Noun(at, behind + 1, tokens.word(at), None, known=True)
    if behind == at + 1:
        return None
    of = table.nouns.ahead(tokens.words, at + 2)
    kind = unit_kind(of[1][0]) if of is not None else None
    if of is None or kind is None or kind is UnitKind.PERSON or kind in MEASURED:
        return None
    return Noun(at, at + 2 + of[0], of[1][0], KILLED if kind is UnitKind.ANIMAL else None, known=True)


NAMED_AFTER = frozenset(("du", "la", "des"))
"""Before a name, which is none of what is counted."""


def is_small_fraction(number: Numeral) -> bool:
    """Whether a number is a fraction of a few: matches and indices have whole points, or many.

    >>> [is_small_fraction(Numeral(0, 1, v, v, v)) for v in (0.5, 12, 112.5)]
    [True, False, False]
    """
    value = number.low if number.value is None else number.value
    return isinstance(value, float) and value < FEW


HALVES = frozenset(("demi", "demie"))


def compares(tokens: Tokens, at: int, table: Words) -> bool:
    """Whether a comparison follows "fois": "deux fois plus", "trois fois la taille", "dix fois moins meurtrier", "deux fois et demie".

    >>> from recoupe.read.quantities.tables import load
    >>> from recoupe.read.quantities.tokens import tokens
    >>> [compares(tokens(t), 2, load("fr")) for t in ("deux fois plus", "deux fois et demie", "deux fois hier")]
    [True, True, False]
    """
    word = tokens.word(at)
    if word in table.sets["linking"] and tokens.word(at + 1) in HALVES:  # nothing happens two and a half times
        return True
    of_another = word in table.sets["owned"] | table.sets["singular"] or (word != "" and tokens.written(at)[0].isupper())
    return word in table.sets["compared"] or of_another


def is_calibre(tokens: Tokens, number: Numeral, table: Words) -> bool:
    """Whether millimetres are those of a barrel: "canon de 155 mm", "un calibre 7,62 mm"; not of rain or of length.

    >>> from recoupe.read.quantities.tables import load
    >>> from recoupe.read.quantities.tokens import tokens
    >>> [is_calibre(tokens(t), Numeral(2, 3, 155, 155, 155), load("fr")) for t in ("canon de 155 mm", "fût de 155 mm")]
    [True, False]
    """
    before = tokens.words[max(0, number.first - 2) : number.first]
    if not before or table.sets["matter"] & set(tokens.words[number.last + 1 : number.last + 3]):
        return False
    known = table.nouns.behind(tokens.words, number.first - (before[-1] in table.sets["link"]))
    return "calibre" in before or (known is not None and unit_kind(known[1][0]) is UnitKind.WEAPON)


def unlisted(tokens: Tokens, number: Numeral, at: int, table: Words) -> Noun | None:
    """A noun that no table knows: a plural (any form after less than two), no function word, no participle. The unit is its lemma."""
    word = tokens.word(at)
    if not _possible(table.language)[word]:
        return None
    if word in table.person_states and tokens.word(at - 1) in table.sets["others"]:  # "une dizaine d'autres introuvables"
        return None
    if (
        at > number.last and tokens.word(at - 1) in table.sets["others"] - table.sets["link"] and word.endswith(PARTICIPLE)
    ):  # "deux autres jetés à terre"
        return None
    written = tokens.written(at)
    many = number.low is None or number.low >= 2
    if many and not word.endswith(("s", "x", "z")) and not (written.isupper() and len(word) <= 6):
        return None
    if written[0].isupper() and not written.isupper() and word.endswith(tuple(table.sets["peoples"])):
        people = singular(word, table.language) or ""
        return Noun(at, at + 1, people if unit_kind(people) is UnitKind.PERSON else "person", None, known=True)
    if written[0].isupper() and at > number.last and tokens.word(at - 1) in NAMED_AFTER:  # "les 105.000 du Montreux Jazz"
        return None
    lemma = singular(word, table.language)
    return Noun(at, at + 1, lemma, None, known=False) if lemma else None


@cache
def _possible(language: str) -> Lookup[bool]:
    table = load(language)
    return Lookup(lambda word: may_be_noun(word, table), CACHED)


def may_be_noun(word: str, table: Words) -> bool:
    """Whether a word that no table knows may be a noun, by itself: no function word, no ordinal, no participle in the plural.

    >>> [may_be_noun(word, load("fr")) for word in ("grumiers", "avec", "troisièmes", "l'")]
    [True, False, False, False]
    """
    if not 2 <= len(word) <= LONGEST or not word[0].isalpha() or word.endswith(("'", *table.sets["ordinals"])):
        return False
    return not (word in table.sets["no_nouns"] or (word in table.thing_states and word.endswith("s")) or word in stopwords(table.language))


@lru_cache(maxsize=50_000)
def singular(word: str, language: str) -> str | None:
    """The lemma of a noun; None where `word` can only be a verb form.

    >>> [singular(word, "fr") for word in ("grenouilles", "chevaux", "venus", "grumiers", "repas")]
    ['grenouille', 'cheval', None, 'grumier', 'repas']
    """
    if word in invariables(language):
        return word
    if not simplemma.is_known(word, language):  # of a trade or a thing that no dictionary has: the regular plural
        return word.removesuffix("x") if word.endswith("eaux") else word.removesuffix("s")
    lemma: str = simplemma.lemmatize(word, language).lower()
    if lemma.endswith(INFINITIVE) and not word.startswith(lemma):
        return None if word.endswith(PARTICIPLE) else word.rstrip("sx")
    return lemma


def invariables(language: str) -> frozenset[str]:
    """The nouns of a language whose singular has the ending of a plural.

    >>> "repas" in invariables("fr"), "plats" in invariables("fr")
    (True, False)
    """
    return load(language).sets["invariable"]


def meant(tokens: Tokens, at: int, units: Mapping[str, frozenset[str]]) -> str | None:
    """The unit that a word of the text around it gives to a noun: "mineurs" work where there is a mine."""
    words = tokens.around(at, BACK)
    return next((unit for unit, cues in units.items() if not cues.isdisjoint(words)), None)


def said_noun(tokens: Tokens, at: int, table: Words) -> tuple[str, str | None] | None:
    """Unit and role of the noun at `at`, if a table knows it: "le total de [foyers] de grippe" counts no households.

    >>> from recoupe.read.quantities.tokens import tokens
    >>> said_noun(tokens("le nombre de blessés"), 3, load("fr"))
    ('person', 'wounded')
    """
    found = table.nouns.ahead(tokens.words, at)
    if found is None:
        return None
    (unit, role), form = found[1], " ".join(tokens.words[at : at + found[0]])
    return (meant(tokens, at, table.meant[form]) or unit if form in table.meant else unit, role)


def nearest(tokens: Tokens, at: int, candidates: tuple[str, ...], table: Words) -> str:
    """The unit of `candidates` whose noun stands nearest before `at`, not right beside in one list ("un drone et 20 engins"); the first one
    if none does."""
    for place in range(at - 1, max(-1, at - BACK), -1):
        found = table.nouns.ahead(tokens.words, place)
        if found and found[1][0] != "firefighter" and at - place <= BESIDE and tokens.word(place + found[0]) == "et":
            continue
        if found and found[1][0] in candidates and " ".join(tokens.words[place : place + found[0]]) not in table.candidates:
            return "vehicle" if found[1][0] == "firefighter" else found[1][0]  # of those who put out fires: "30 pompiers et 9 engins"
    return candidates[0]
