"""The shapes of French expressions of time. What each means stands in whens_values; the words come from lang/fr/times.toml.

A text is searched for anchors (weekdays, months, parts of the day, units ...); only around an anchor are the shapes of its kind tried.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import NamedTuple

import regex
from ahocorasick_rs import AhoCorasick, MatchKind

from recoupe import lang
from recoupe.read import whens_english as english
from recoupe.read import whens_values as values
from recoupe.read.patterns import either
from recoupe.read.schemes import Times
from recoupe.read.whens_values import Match, Meaning, Time

SHORT = {
    "year": r"(?P<year>(?:1[6-9]|20)\d{2})(?![\d.,]\d)",
    "only": r"(?P<onlyyear>(?:1[6-9]|20)\d{2})(?![.,]?\d)",
    "n": r"(?:[12]\d|3[01]|0?[1-9](?:er)?|premier)(?!\d)",
    "part": r"(?P<part><parts>)",
    "inday": r"(?: (?:dans la |dans l'|en (?:fin|début|milieu) (?:de |d')|au |à l'|à la |à |avant l')?<part>|,? (?:<at> )?<clock>)",
    "clock": r"(?P<hour>\d{1,2})(?: ?h(?:eures?)?(?: ?(?P<minute>\d{2})(?!\d))?+|:(?P<minute>\d{2})(?::\d{2})?)<zone>?",
    "lasting": (
        r"(?! d(?:e |')(?:attente|retard|avance|route|marche|vol|travail|cours|trajet|avion|voiture|train|bateau|grève|débats?|jeu|course"
        r"|réunion|discussions?|négociations?|combats?|direct|sommeil))"
    ),
    "zone": r"(?: ?\(?(?P<utc>gmt|utc)\)?| \(?heures? (?:locales?|de \p{L}{2,20}+)\)?)",
    "turn": r"(?P<turn>derni(?:er|ère)s?|passée?|écoulée?|prochaine?|suivante?|à venir|en cours)(?!\p{L})",
    "number": r"(?P<number>\d{1,4}|<numbers>|quelques|plusieurs|nombreuses|nombreux|longs|longues)",
    "unit": r"(?P<unit><units>)s?",
    "at": (
        r"(?:à|il était|il est|aux environs de|aux alentours de|autour de|sur le coup de|vers|dès|à partir de|peu avant|peu après|avant"
        r"|après|jusqu'à|depuis)"
    ),
    "phase": r"(?:(?:début|courant|fin|mi)[ -]|(?:au début|à la fin|au cours|au milieu|à la mi|dans le courant) (?:du mois )?(?:de |d'))",
    "nth": r"(?:(?P<nw1><weekdays>)(?: (?P<nd1><n>))?|(?P<nd1><n>))(?: (?P<nm1><months>))?",
    "about": r"(?P<about>environ |près de |plus de |plus d'|moins de |moins d'|presque |à peine |quelque )",
}
"""Pieces of the shapes; each may hold pieces and word lists."""

DAY_RANGE = (
    r"(?:du|entre le|les|le|au) (?:<weekdays> )?(?P<rd1><n>)(?: (?P<rm1><months>))?(?: au | et le | et | ou |-)"
    r"(?:<weekdays> )?(?P<rd2><n>) (?P<rm2><months>)(?: <year>| <turn>)?"
)
DATE = r"(?:(?P<weekday><weekdays>),? )?(?:le )?(?P<day><n>) (?P<month><months>)(?: <year>(?!\p{L})| <turn>)?(?:<inday>|,? <clock>)?"
MONTH = (
    r"<phase>(?P<month><months>)(?: <year>| <turn>)?"
    r"|(?:en|entre|depuis|dès|d'ici|jusqu'en|de|d'|ce mois de|mois de|mois d') ?(?P<month><months>)"
    r"(?: <year>| <turn>|(?= (?:à|et|ou) <months> (?:<year>|<turn>)))?"
    r"|(?P<month><months>) (?:<year>|<turn>)|(?<=(?<!\p{L})<months> )(?:à|et|ou) (?P<month><months>)(?: <year>| <turn>)?"
)
WEEKDAY = r"(?:ce |cette |le )?(?P<weekday><weekdays>)(?: (?P<dom><n>)(?! ?(?:h(?:eures?)?|:)(?!\p{L}{2})))?(?: <turn>)?<inday>?"
THIS_NIGHT = (
    r"(?P<thisnight>cette nuit)|(?P<lastnight>(?:la )?nuit (?:dernière|passée))"
    r"|(?:dans|pendant|durant|au cours de|au milieu de|tard dans) (?:toute )?la nuit"
)
THIS_PART = (
    r"(?P<this>ce(?:t|tte)?) <part>|(?:dans|au cours de|en fin de|en début de|en milieu de) (?:la |l')?<part>"
    r"|en (?:fin|début|milieu) d'<part>|(?:à l'|au |depuis l'|dès l'|avant l'|à la )(?P<part>aube|petit matin|mi-journée)"
    r"|le (?P<part>matin|soir) même"
)
LEANING = r"(?:la |l'|le )?(?P<lean>avant-veille|veille|surlendemain|lendemain|même jour|jour même)<inday>?|ce (?P<lean>jour)-là"
SEASON = r"(?:cet |cette |l'|au |le |d')?(?P<season><seasons>)(?: <year>| <turn>)|(?:cet |l'|au |en |ce )(?P<season><seasons>)"
TURN_UNIT = (
    r"(?:la |le |l'|cette |ce |cet )(?P<unit><units>) <turn>"
    r"|(?:cette|cet|ce) (?P<unit>semaine|mois|année|week-end|trimestre)(?P<turn>)(?:-ci)?"
    r"|(?:début|fin|milieu) (?:de l'|du |de la )(?P<unit>semaine|mois|année)(?P<turn>)(?! (?:d'|de |du |qu'|derni|proch|suiv|précéd|pass))"
)
LAST_UNITS = (
    r"(?:(?:au cours|lors) des|pendant les|durant les|dans les|depuis les|sur les|les|ces|des|aux) (?:<number> )?"
    r"(?P<turn>derni(?:er|ère)s|prochaine?s) (?:<number> )?<unit>|ces (?:<number> )?(?P<unit>jour|semaine|mois|année)s?-ci"
)
EVERY = r"chaque <unit>|tou(?:te)?s les (?:<number> )?<unit>"
EVERY_WEEKDAY = r"(?:chaque|tous les) <weekdays>s?"
LENGTH = r"(?:depuis|pendant|durant|d'ici|en l'espace de|en moins de|au bout de|dans|en|sur) (?:<about>|une )?<number> <unit>"
NIGHT = r"(?:dans |pendant |durant |au cours de |en )?(?:la )?nuit (?:de |du )<nth>"
NOT_COUNTED = (
    r"(?! ?[%\p{Sc}]| (?!(?:dans|sous|mais|puis|alors|après|sans|vers|très|plus|depuis)(?!\p{L}))"
    r"(?:\p{Ll}{3,20}+(?<=[sx])|millions?|mètres?|km)(?!\p{L}))"
)
YEARS = (
    r"(?:(?:en|depuis|d'ici à|d'ici|dès|jusqu'en|avant|après|fin|début|mi-|à l'horizon|à partir de|à compter de|l'année|l'an) ?<only>"
    r"|de <only>(?= ?[,.;:)»]| à )(?: à <only>)?+|entre <only> et <only>)"
) + NOT_COUNTED

CLOCK = (
    r"(?:<at> <clock>|(?<=^|[.!?:»] |  )a <clock>|(?<=(?<!une? )<fixed> )de <clock>"
    r"|(?:de <clock>(?= (?:à|jusqu'à) )|entre <clock>(?= et ))"
    r"(?= \p{L}[\p{L}']*+ (?:minuit|midi|\d{1,2}(?: ?h(?:eures?)?+(?: ?\d{2})?+|:\d{2})<lasting>))"
    r"|(?<=(?:entre|à|vers|dès) \d{1,2} ?h(?:eures)?(?: ?\d{2})? )et <clock>|(?P<hour>\d{1,2}) ?h ?(?P<minute>\d{2}) ?[-–—:](?= )"
    r"|(?P<hour>\d{1,2})(?::| ?h ?)(?P<minute>\d{2}) ?\(?(?P<utc>gmt|utc)\)?)<lasting>"
)

SHAPES: Mapping[str, tuple[tuple[str, Meaning], ...]] = {
    "weekday": (
        (DAY_RANGE, values.day_range),
        (DATE, values.date),
        (EVERY_WEEKDAY, values.every_weekday),
        (WEEKDAY, values.weekday),
    ),
    "month": (
        (DAY_RANGE, values.day_range),
        (DATE, values.date),
        (MONTH, values.month),
    ),
    "near": ((r"(?P<near><days>)(?: <weekdays>)?<inday>?", values.near_day),),
    "part": (
        (NIGHT + r" (?:à|au) (?:<weekdays>(?: (?P<nd2><n>))?|(?P<nd2><n>))(?: (?P<nm2><months>)(?: <year>)?)?", values.night_between),
        (NIGHT + r"(?: <year>)?", values.night_between),
        (r"(?:<at>|entre|dès) (?P<noon>midi|minuit)(?! et demi)", values.noon),
        (THIS_NIGHT, values.night),
        (THIS_PART, values.this_part),
    ),
    "lean": ((LEANING, values.leaning),),
    "season": ((SEASON, values.season),),
    "unit": (
        (EVERY, values.every),
        (TURN_UNIT, values.turn_unit),
        (r"(?:il y a|voici|voilà) <about>?<number> <unit>", values.ago),
        (LAST_UNITS, values.last_units),
        (LENGTH, values.duration),
    ),
    "digits": (
        (r"(?P<y1>(?:1[6-9]|20)\d{2})-(?P<m1>\d{2})-(?P<d1>\d{2})", values.iso_date),
        (r"(?P<d2>\d{1,2})/(?P<m2>\d{1,2})/(?P<y2>(?:19|20)\d{2})", values.slash_date),
        (CLOCK, values.only_clock),
        (r"années (?P<decade>(?:19|20)?\d0)", values.decade),
        (YEARS, values.years),
    ),
    "past": ((r"<past>", values.past),),
    "present": ((r"(?<!en )<present>", values.present),),  # "en maintenant": a verb
    "future": ((r"<future>", values.future),),
}  # fmt: skip
"""By the kind of the anchor, in the order of trial: of two shapes that begin at one place the fuller stands first."""

NUMERIC = regex.compile(
    r"(?<![\p{L}\d.,/:])(?:\d{1,2}(?: ?h(?!\p{L}{2})| heures?|:\d{2})|(?:1[6-9]|20)\d{2}(?!\d)|\d{1,2}/\d{1,2}/\d{4}|\d0(?!\d))"
)
BEFORE, AFTER = 48, 80
"""So many characters before and after an anchor can belong to its expression."""


GONE = "\n"
"""Stands for the words that tell of the past where a language lists none: it is in no text on one line."""


class Grammar(NamedTuple):
    """Where expressions may be (`find`, with the kind of each word), the shapes of each kind, and words that speak of the future."""

    find: AhoCorasick
    kinds: tuple[str, ...]
    shapes: Mapping[str, tuple[tuple["regex.Pattern[str]", Callable[[Match], Time | None]], ...]]
    coming: "regex.Pattern[str]"
    until: tuple[str, ...]
    gone: "regex.Pattern[str]"
    numeric: "regex.Pattern[str]"
    breaks: "regex.Pattern[str]"
    own: "regex.Pattern[str]"


BREAK = regex.compile(
    r"[,;:]|(?<!\p{L})(?:que|qui|où|dont|mais|tandis|alors) |(?<!\p{L})qu'"
    r"|(?<!\p{L})et (?=\p{L}{1,20} (?:\p{L}{1,20} )?(?:a|ont|sera|seront) )"
)
"""What parts the clauses of a sentence."""
PARTICIPLE = regex.compile(r"\p{L}{3}(?:é|ée|és|ées|ant)(?!\p{L})")
"""With a participle words around a time are a clause: "arrivé dimanche"."""

GRAMMARS = {
    "fr": (SHORT, SHAPES, (NUMERIC, BREAK, PARTICIPLE)),
    "en": (english.SHORT, english.SHAPES, (english.NUMERIC, english.BREAK, english.PAST)),
}
"""Of each language: pieces, shapes; anchors in digits, breaks between clauses, verbs that make a clause."""


@cache
def grammar(code: str) -> Grammar:
    """The grammar of language `code`."""
    words = lang.table(code, "times", Times)
    named = {name: either(getattr(words, name)) for name in LISTS}
    anchors = _anchors(words)
    pieces, kinds, patterns = GRAMMARS[code]
    return Grammar(
        AhoCorasick(tuple(anchors), matchkind=MatchKind.LeftmostLongest),
        tuple(anchors.values()),
        {
            kind: tuple((_compiled(shape, pieces, named), _bound(meaning, words)) for shape, meaning in shapes)
            for kind, shapes in kinds.items()
        },
        _coming(words),
        tuple(f" {word} " for word in words.until),
        regex.compile(rf"(?<!\p{{L}}){either(words.gone or (GONE,))}(?!\p{{L}})"),
        *patterns,
    )


LISTS = ("fixed", "days", "months", "parts", "seasons", "units", "numbers", "weekdays", "past", "present", "future")


def _anchors(words: Times) -> dict[str, str]:
    """Each word by which an expression is found, and its kind; "nuit" is a part of the day before it is a unit."""
    lists = {
        "unit": [form for unit in words.units for form in (unit, f"{unit}s")],
        "weekday": [form for day in words.weekdays for form in (day, f"{day}s")],
        "month": words.months,
        "near": words.days, "part": [*words.parts, *words.midnight], "season": words.seasons, "lean": words.lean,
        "past": words.past, "present": words.present, "future": words.future,
    }  # fmt: skip
    return {word: kind for kind, group in lists.items() for word in group}


def anchors(text: str, rules: Grammar) -> Iterator[tuple[int, int, str]]:
    """Where an expression of time may be, in the order of the text: start, end, kind of its shapes."""
    found = [
        (start, end, rules.kinds[number])
        for number, start, end in rules.find.find_matches_as_indexes(text)
        if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())
    ]
    yield from sorted([*found, *((*match.span(), "digits") for match in rules.numeric.finditer(text))])


def times(text: str, rules: Grammar, counted: Sequence[int] = ()) -> Iterator[tuple[int, int, Time]]:
    """All expressions of time: start, end, what is said. They do not overlap, and go no further than where a count begins."""
    covered = 0
    for start, end, kind in anchors(text, rules):
        if start < covered:
            continue
        found = _around(text, (max(covered, start - BEFORE), start, end, _limit(counted, end, len(text))), rules.shapes[kind])
        if found is not None:
            covered = found[1]
            yield found


def _limit(counted: Sequence[int], end: int, length: int) -> int:
    """Where an expression over an anchor that ends at `end` must stop."""
    following = bisect_left(counted, end)
    return min(length, end + AFTER, counted[following] if following < len(counted) else length)


def _around(
    text: str, at: tuple[int, int, int, int], shapes: tuple[tuple["regex.Pattern[str]", Callable[[Match], Time | None]], ...]
) -> tuple[int, int, Time] | None:
    """The first shape that fits over the anchor."""
    first, start, end, limit = at
    places = [m.start() for m in BEGINNING.finditer(text, first, start + 1)]
    for shape, meaning in shapes:
        done = first
        for place in places:
            match = shape.match(text, place, limit) if place >= done else None
            if match is None:
                continue
            done = match.end()
            if done >= end and (time := meaning(match)) is not None:
                return place, done, time
    return None


EDGE = r"(?<![\p{L}\p{N}_.,/-])"
BEGINNING = regex.compile(rf"{EDGE}[\p{{L}}\p{{N}}]")
"""Where an expression can begin: trying the shapes only there is faster than searching for them."""


def _compiled(shape: str, short: Mapping[str, str], named: Mapping[str, str]) -> "regex.Pattern[str]":
    return regex.compile(rf"{EDGE}(?:{_fill(shape, short, named)})(?![\p{{L}}\p{{N}}])")


def _bound(meaning: Meaning, words: Times) -> Callable[[Match], Time | None]:
    return lambda found: meaning(found, words)


def _coming(words: Times) -> "regex.Pattern[str]":
    endings, but = either(words.coming_endings), either(words.not_coming)
    verb = rf"|(?!{but}(?!\p{{L}}))\p{{Ll}}{{1,20}}+(?<={endings})" if words.coming_endings else ""
    return regex.compile(rf"(?<!\p{{L}})(?:{either(words.coming_words)}(?!\p{{L}}){verb})(?!\p{{L}})")


def _fill(shape: str, short: Mapping[str, str], named: Mapping[str, str]) -> str:
    """`shape` with the pieces and word lists in place of their names: "<year>", but not the name of a group "(?P<year>"."""
    for pieces in (short, short, short, named):  # a piece may hold a piece that holds another
        shape = PIECE.sub(partial(_piece, pieces), shape)
    return shape


def _piece(pieces: Mapping[str, str], found: Match) -> str:
    return pieces.get(found[1], found[0])


PIECE = regex.compile(r"(?<!\?P)<(\p{Ll}++)>")
