"""The shapes of French expressions of time. What each means stands in whens_values; the words come from lang/fr/times.toml."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import NamedTuple

import regex

from recoupe import lang
from recoupe.read import whens_values as values
from recoupe.read.whens_values import Match, Meaning, Time, Times

SHORT = {
    "year": r"(?P<year>(?:1[6-9]|20)\d{2})(?![\d.,]\d)",
    "only": r"(?P<onlyyear>(?:1[6-9]|20)\d{2})(?![.,]?\d)",
    "n": r"(?:[12]\d|3[01]|0?[1-9](?:er)?|premier)(?!\d)",
    "part": r"(?P<part><parts>)",
    "clock": r"(?P<hour>\d{1,2})(?: ?h(?:eures?)?(?: ?(?P<minute>\d{2})(?!\d))?|:(?P<minute>\d{2})(?::\d{2})?)"
             r"(?: ?\(?(?P<utc>gmt|utc)\)?| \(?heures? (?:locales?|de \p{L}{2,20}+)\)?)?",
    "turn": r"(?P<turn>derni(?:er|ère)|passée?|écoulée?|prochaine?|suivante?|à venir|en cours)(?!\p{L})",
    "number": r"(?P<number>\d{1,4}|<numbers>|quelques|plusieurs|nombreuses|nombreux|longs|longues)",
    "unit": r"(?P<unit><units>)s?",
    "at": r"(?:à|vers|dès|à partir de|peu avant|peu après|avant|après|jusqu'à|depuis)",
    "phase": r"(?:(?:début|courant|fin|mi)[ -]|(?:au début|à la fin|au cours|au milieu|à la mi|dans le courant) (?:du mois )?(?:de |d'))",
}  # fmt: skip
"""Pieces of the shapes."""

SHAPES: tuple[tuple[str, str, Meaning], ...] = (
    ("night_between",
     r"(?:dans |pendant |durant |au cours de |en )?(?:la )?nuit (?:de |du )(?:(?P<nw1><weekdays>)(?: (?P<nd1><n>))?|(?P<nd1><n>))(?: (?P<nm1><months>))?"
     r" (?:à|au) (?:(?P<nw2><weekdays>)(?: (?P<nd2><n>))?|(?P<nd2><n>))(?: (?P<nm2><months>)(?: <year>)?)?", values.night_between),
    ("night_of", r"(?:dans |pendant |durant |au cours de )?(?:la )?nuit (?:de |du )(?P<nw1><weekdays>)(?: (?P<nd1><n>) (?P<nm1><months>)(?P<nm2>)?(?P<nd2>)?(?: <year>)?)?",
     values.night_between),
    ("iso_date", r"(?P<y1>(?:1[6-9]|20)\d{2})-(?P<m1>\d{2})-(?P<d1>\d{2})", values.iso_date),
    ("slash_date", r"(?P<d2>\d{1,2})/(?P<m2>\d{1,2})/(?P<y2>(?:19|20)\d{2})", values.slash_date),
    ("day_range",
     r"(?:du|entre le|les|le|au) (?:<weekdays> )?(?P<rd1><n>)(?: (?P<rm1><months>))?(?: au| et le| et| ou|-)"
     r" ?(?:<weekdays> )?(?P<rd2><n>) (?P<rm2><months>)(?: <year>| <turn>)?", values.day_range),
    ("date", r"(?:<weekdays>,? )?(?:le )?(?P<day><n>) (?P<month><months>)(?: <year>(?!\p{L})| <turn>)?"
             r"(?: au <part>| <part>|,? (?:<at> )?<clock>)?", values.date),
    ("weekday", r"(?:ce |cette |le )?(?P<weekday><weekdays>)(?: (?P<dom><n>)(?! ?(?:h(?:eures?)?|:)(?!\p{L}{2})))?(?: <turn>)?"
                r"(?: dans la <part>| en fin de <part>| en fin d'<part>| en début de <part>| en début d'<part>| au <part>| à l'<part>| à <part>| <part>"
                r"|,? <at> <clock>)?", values.weekday),
    ("near_day", r"(?P<near><days>)(?: dans la <part>| en fin de <part>| en fin d'<part>| en début de <part>| en début d'<part>| au <part>| à <part>| <part>"
                 r"|,? <at> <clock>)?", values.near_day),
    ("night", r"(?P<thisnight>cette nuit)|(?P<lastnight>(?:la )?nuit (?:dernière|passée))"
              r"|(?:dans|pendant|durant|au cours de|au milieu de|tard dans) (?:toute )?la (?P<anynight>nuit)", values.night),
    ("this_part", r"(?P<this>ce(?:t|tte)?) <part>|(?P<this>)(?:dans|au cours de|en fin de|en début de|en milieu de) (?:la )?<part>"
                  r"|(?P<this>)en (?:fin|début|milieu) d'<part>|(?P<this>)(?:à l'|au )(?P<part>aube|petit matin)", values.this_part),
    ("leaning", r"(?:la |l'|le )?(?P<lean>avant-veille|veille|surlendemain|lendemain|même jour|jour même)(?: au <part>| <part>)?"
                r"|ce (?P<lean>jour)-là", values.leaning),
    ("only_clock", r"<at> <clock>", values.only_clock),
    ("month", r"<phase>(?P<month><months>)(?: <year>| <turn>)?"
              r"|(?:en|depuis|dès|d'ici|jusqu'en|de|d'|ce mois de|mois de|mois d') ?(?P<month><months>)(?: <year>| <turn>)?"
              r"|(?P<month><months>) (?:<year>|<turn>)", values.month),
    ("season", r"(?:cet |cette |l'|au |le |d')?(?P<season><seasons>)(?: <year>| <turn>)|(?:cet |l'|au |en |ce )(?P<season><seasons>)", values.season),
    ("decade", r"années (?P<decade>(?:19|20)?\d0)", values.decade),
    ("years", r"(?:(?:en|depuis|d'ici à|d'ici|dès|jusqu'en|avant|après|fin|début|mi-|l'année|l'an) ?<only>|de <only>(?= ?[,.;:)»]| à )(?: à <only>)?+"
              r"|entre <only> et <only>)(?! ?[%\p{Sc}]| (?:\p{Ll}{3,20}+(?<=[sx])|millions?|mètres?|km)(?!\p{L}))",
     values.years),
    ("turn_unit", r"(?:la |le |l'|cette |ce |cet )(?P<unit><units>)(?: <turn>)|(?:cette|cet|ce) (?P<unit>semaine|mois|année|week-end|trimestre)(?P<turn>)(?:-ci)?",
     values.turn_unit),
    ("ago", r"(?:il y a|voici|voilà) (?P<about>environ |près de |plus de |plus d'|moins de |moins d'|presque |à peine |quelque )?+<number> <unit>", values.ago),
    ("last_units", r"(?:(?:au cours|lors) des|pendant les|durant les|dans les|depuis les|sur les|les|ces|des|aux) (?:<number> )?"
                   r"(?P<turn>derni(?:er|ère)s|prochaine?s) (?:<number> )?<unit>|ces (?:<number> )?(?P<unit>jours|semaines|mois|années)-ci", values.last_units),
    ("since", r"(?:depuis|pendant|durant|d'ici|en l'espace de|en moins de|au bout de|dans) (?P<about>environ |près de |plus de |plus d'|moins de |moins d'|une |)"
              r"<number> <unit>", values.duration),
    ("past", r"<past>", values.past),
    ("present", r"<present>", values.present),
    ("future", r"<future>", values.future),
)  # fmt: skip
"""In the order of trial: at one place in a text the first shape that fits is taken, so the fuller stand before the shorter."""


class Grammar(NamedTuple):
    """All shapes as one pattern, what each means, and the pattern of words that put a clause into the future."""

    shapes: "regex.Pattern[str]"
    meanings: Mapping[str, Callable[[Match], Time | None]]
    coming: "regex.Pattern[str]"


@cache
def grammar(code: str) -> Grammar:
    """The grammar of language `code`."""
    words = lang.table(code, "times", Times)
    named = {name: either(getattr(words, name)) for name in LISTS}
    shapes = "|".join(f"(?P<r_{name}>{_fill(shape, named)})" for name, shape, _ in SHAPES)
    return Grammar(
        regex.compile(rf"(?<![\p{{L}}\p{{N}}_.,/-])(?:{shapes})(?![\p{{L}}\p{{N}}])"),
        {f"r_{name}": _bound(meaning, words) for name, _, meaning in SHAPES},
        _coming(words),
    )


LISTS = ("days", "months", "parts", "seasons", "units", "numbers", "weekdays", "past", "present", "future")


def _bound(meaning: Meaning, words: Times) -> Callable[[Match], Time | None]:
    return lambda found: meaning(found, words)


def _coming(words: Times) -> "regex.Pattern[str]":
    endings, but = either(words.coming_endings), either(words.not_coming)
    verb = rf"(?!{but}(?!\p{{L}}))\p{{Ll}}{{1,20}}+(?<={endings})"
    return regex.compile(rf"(?<!\p{{L}})(?:{either(words.coming_words)}(?!\p{{L}})|{verb})(?!\p{{L}})")


def either(words: Mapping[str, object] | tuple[str, ...]) -> str:
    """An atomic choice of whole words, the longest first.

    >>> either(("an", "année"))
    '(?>année|an)'
    """
    return "(?>" + "|".join(regex.escape(w) for w in sorted(words, key=lambda w: (-len(w), w))) + ")"


def _fill(shape: str, named: Mapping[str, str]) -> str:
    """`shape` with the pieces and word lists in place of their names: "<year>", but not the name of a group "(?P<year>"."""
    for pieces in (SHORT, SHORT, named):  # twice: a piece may hold another
        shape = PIECE.sub(lambda found, pieces=pieces: pieces.get(found[1], found[0]), shape)
    return shape


PIECE = regex.compile(r"(?<!\?P)<(\p{Ll}++)>")
