"""Numbers whose noun stands beside them: "Votants : 867", "les femmes (312)", "53 et 28 sièges", "Combien de morts ? Douze"."""

from typing import TYPE_CHECKING

from recoupe.ontology import MEASURED, UnitKind, unit_kind
from recoupe.read.quantities.ellipsis import within
from recoupe.read.quantities.nouns import noun_after, said_noun, unlisted
from recoupe.read.quantities.numerals import Numeral, single
from recoupe.read.quantities.siblings import ENDS, is_caption
from recoupe.read.quantities.states import state_after
from recoupe.read.quantities.tables import Words
from recoupe.read.quantities.tokens import Tokens

if TYPE_CHECKING:
    from recoupe.read.quantities.counts import Count

Said = tuple[str, str | None]
"""A unit and a role."""
LINE = frozenset(("", "\n", "-", "–", "—", "•", "*", "·", "|", ".", ",", ";", "(", "/"))
"""Before the first word of a line or of an item of a list."""
ITEM_ENDS = LINE | {")", "!", "?"}
"""Behind the number of an item."""
SHARES = frozenset(("%", "cent"))
NOTES = 9
"""A smaller number in brackets may be that of a note: "les éleveurs (1)"."""
CAPTION = 8
"""Tokens of a caption with its colon."""
CHAIN = 8
"""Members of a list of numbers that share their noun."""
COUNTED = 4
"""Sentences before a count behind who gives it in which what is counted has its noun."""
QUESTION = 30
"""Tokens of a question."""
OPENING = frozenset(("«", '"', "“", "–", "—", "-", "\n"))
"""Marks before an answer."""


def captioned(text: Tokens, at: tuple[int, Numeral], earlier: "list[Count]", table: Words) -> Said | None:
    """What a number without a noun counts by the caption, bracket, list or question that it stands in."""
    first, number = at
    if number.article:
        return None
    if text.word(first - 1) == ":" and text.word(first - 2) in table.sets["voices"]:
        return _counted_by(text, first, earlier)
    return (
        labelled(text, at, table)
        or bracketed(text, at, table)
        or in_share(text, at, earlier)
        or at_other_time(text, at, earlier, table)
        or distributed(text, number, table)
        or answered(text, first, table)
        or told_alone(text, at, table)
    )


def _counted_by(text: Tokens, first: int, earlier: "list[Count]") -> Said | None:
    """Unit and role of what somebody counts behind his name: "3 000 marcheurs. Syndicats : [9.000]"; None where nobody is before."""
    people = (count for count in within(text.words, first, earlier, COUNTED) if count.kind is UnitKind.PERSON and not count.part)
    last = next(people, None)
    return (last.unit, last.role) if last is not None else None


def labelled(text: Tokens, at: tuple[int, Numeral], table: Words) -> Said | None:
    """Unit and role of a number behind its caption: "Votants : [867]", "27 Présents : [23]".

    >>> from recoupe.read.quantities.tables import load
    >>> from recoupe.read.quantities.tokens import tokens
    >>> [labelled(tokens(t), (n, Numeral(n, n + 1, 9, 9, 9)), load("fr")) for t, n in (("Votants : 9", 2), ("Trois blessés : 9", 3))]
    [('voter', None), None]
    """
    first, number = at
    ends = text.word(number.last) in ITEM_ENDS | table.sets["elsewhere"] or is_caption(text, number.last)
    if text.word(first - 1) != ":" or not ends:
        return None
    known = table.nouns.behind(text.words, first - 1)
    before = first - 2 - (known[0] if known is not None else 1)
    if known is not None:
        follows = text.word(before)[:1].isdigit() and text.written(before + 1)[0].isupper()
        return known[1] if follows or text.word(before) in LINE or _is_summed(text, before, table) else _qualified(text, first, table)
    if not (_opens_line(text, first - 2) or _is_summed(text, before, table)):
        return _qualified(text, first, table)
    noun = unlisted(text, Numeral(first, first, None, None, None), first - 2, table) if _names(text, first - 2, table) else None
    return (noun.unit, None) if noun is not None else None


def _qualified(text: Tokens, first: int, table: Words) -> Said | None:
    """Unit and role of a number behind a caption of several words: "- Chiens réanimés : [3]", "Nombre de personnes évacuées : [300]"."""
    start = first - 2
    while first - start < CAPTION and text.word(start).rstrip("'").isalpha() and text.word(start - 1) not in LINE:
        start -= 1
    if not (text.word(start).isalpha() and _opens_line(text, start)) or not table.sets["auxiliaries"].isdisjoint(text.words[start:first]):
        return None
    start += 2 * (text.word(start) in table.sets["total"] and text.word(start + 1) in table.sets["link"])
    if not _names(text, start, table) or not text.word(start).endswith(("s", "x")):
        return None
    known = table.nouns.ahead(text.words, start)
    if known is not None:
        unit, role = known[1]
        people = unit_kind(unit) is UnitKind.PERSON and role is None
        return unit, state_after(text, start + known[0], None, table, table.states) if people else role
    noun = unlisted(text, Numeral(start, start, None, None, None), start, table)
    return (noun.unit, None) if noun is not None else None


def _names(text: Tokens, at: int, table: Words) -> bool:
    """Whether a caption may name what is counted: "Prix : 12" does not."""
    return text.word(at) not in table.sets["no_captions"]


def _opens_line(text: Tokens, at: int) -> bool:
    return text.word(at - 1) in LINE and text.written(at)[0].isupper()


def _is_summed(text: Tokens, link: int, table: Words) -> bool:
    """Whether "nombre de" ends at a token: "Plus grand nombre de partants : 210"."""
    return text.word(link) in table.sets["link"] and text.word(link - 1) in table.sets["total"]


def bracketed(text: Tokens, at: tuple[int, Numeral], table: Words) -> Said | None:
    """Unit and role of a number in brackets behind its noun in the plural: "le nombre de canards ([500.000])"; no age, no note.

    >>> from recoupe.read.quantities.tables import load
    >>> from recoupe.read.quantities.tokens import tokens
    >>> [bracketed(tokens(t), (4, Numeral(4, 5, 90, 90, 90)), load("fr")) for t in ("lot de canards ( 90 )", "sept des canards ( 90 )")]
    [('poultry', None), None]
    """
    first, number = at
    if text.word(first - 1) != "(" or text.word(number.last) != ")" or (number.value or 0) <= NOTES:
        return None
    known = table.nouns.behind(text.words, first - 1)
    if known is None or not text.word(first - 2).endswith(("s", "x")) or unit_kind(known[1][0]) in MEASURED:
        return None
    opening = first - 2 - known[0]
    if text.written(first - 2)[0].isupper() and text.word(opening) not in LINE:
        return None  # "élus de Rennes (35)"
    counted = single(text.words, opening - 1, table) if opening else None
    alone = text.word(opening) in {*table.sets["plural_articles"], *table.sets["link"]} and (counted is None or counted.article)
    return said_noun(text, opening + 1, table) if alone or text.word(opening) in LINE else None


def in_share(text: Tokens, at: tuple[int, Numeral], earlier: "list[Count]") -> Said | None:
    """Unit of a number in brackets behind its share: "Sur les 420 salariés, 72 % ([303]) ont voté"; of the last whole that is larger."""
    first, number = at
    if text.word(first - 1) != "(" or text.word(number.last) != ")" or text.word(first - 2) not in SHARES:
        return None
    for count in within(text.words, first, earlier, 1):
        if count.kind not in MEASURED and (count.number.value or 0) > (number.value or 0):
            return count.unit, None
    return None


def at_other_time(text: Tokens, at: tuple[int, Numeral], earlier: "list[Count]", table: Words) -> Said | None:
    """Unit and role of how many there were at another time: "245.000 grévistes ([205.000] le 31 janvier)", "12 blessés (30 en 2019)"."""
    first, number = at
    if text.word(first - 1) != "(" or number.bound == "indefinite" or not opens_time(text, number.last, table):
        return None
    last = next(within(text.words, first, earlier, 0), None)
    return (last.unit, last.role) if last is not None and not last.number.article else None


def opens_time(text: Tokens, at: int, table: Words) -> bool:
    """Whether a time begins at token `at`: "le 31 janvier", "en 2019", "la veille", "mardi".

    >>> from recoupe.read.quantities.tables import load
    >>> from recoupe.read.quantities.tokens import tokens
    >>> [opens_time(tokens(t), 0, load("fr")) for t in ("le 31 janvier", "la veille", "mardi", "en 2019", "le port", "en mer")]
    [True, True, True, True, False, False]
    """
    weekdays, behind = table.sets["weekdays"], text.word(at + 1)
    if text.word(at) in weekdays | table.sets["day_parts"]:
        return True
    return text.word(at) in table.sets["leads_time"] and (behind[:1].isdigit() or behind in weekdays | table.sets["past_times"])


def distributed(text: Tokens, number: Numeral, table: Words) -> Said | None:
    """Unit and role of a number whose noun stands behind the last one of a list: "ont obtenu [53] et 28 sièges", "[42], 41 et 40 points".

    >>> from recoupe.read.quantities.tables import load
    >>> from recoupe.read.quantities.tokens import tokens
    >>> [distributed(tokens(t), Numeral(1, 2, 53, 53, 53), load("fr")) for t in ("avec 53 et 28 sièges", "les 53 , 28 sièges")]
    [('seat', None), None]
    """
    before = text.word(number.first - 1)
    if before in table.sets["was"] or before in {"à", "-", "–", "contre", "jusqu'à"}:
        return None
    last = number
    for _ in range(CHAIN):
        link = text.word(last.last)
        following = single(text.words, last.last + 1, table) if link in {",", "et"} else None
        if following is None or following.article or following.bound != number.bound:
            return None
        last = following
        if link == "et":
            noun = noun_after(text, last, table)
            beside = noun is not None and noun.first == last.last and (noun.known or unit_kind(noun.unit) is not UnitKind.PERSON)
            return (noun.unit, noun.role) if noun is not None and beside else None
    return None


def told_alone(text: Tokens, at: tuple[int, Numeral], table: Words) -> Said | None:
    """People of whom a sentence says at once what befell them, as of nothing else: "[Onze] ont été hospitalisés à Lodève".

    >>> from recoupe.read.quantities.tables import load
    >>> from recoupe.read.quantities.tokens import tokens
    >>> [told_alone(tokens(t), (0, Numeral(0, 1, 9, 9, 9)), load("fr")) for t in ("Neuf ont été tués", "Neuf ont été repeints")]
    [('person', 'killed'), None]
    """
    first, number = at
    if (first and text.word(first - 1) not in ENDS) or text.word(number.last) not in table.sets["auxiliaries"]:
        return None
    role = state_after(text, number.last, number.low, table, table.sure_states)
    return ("person", role) if role is not None else None


def answered(text: Tokens, first: int, table: Words) -> Said | None:
    """Unit and role of an answer: "Combien de personnes sont mortes à Namara ? [Cinq], répond le gouverneur".

    >>> from recoupe.read.quantities.tables import load
    >>> from recoupe.read.quantities.tokens import tokens
    >>> answered(tokens("Combien de personnes sont mortes ? Cinq"), 6, load("fr"))
    ('person', 'killed')
    """
    end = first - 1
    while end > 0 and text.words[end] in OPENING:
        end -= 1
    if text.word(end) != "?" or text.word(first + 1) == "?":  # "Combien de morts faudra-t-il ? Dix ?"
        return None
    for at in range(end - 1, max(-1, end - QUESTION), -1):
        if text.words[at] in ENDS:
            return None
        if text.words[at] in table.sets["asking"] and text.word(at + 1) in table.sets["link"]:
            noun = noun_after(text, Numeral(at, at + 1, None, None, None), table)
            if noun is None:
                return None
            told = noun.kind is UnitKind.PERSON and noun.role is None
            return noun.unit, state_after(text, noun.last, None, table, table.states) if told else noun.role
    return None
