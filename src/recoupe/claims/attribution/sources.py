"""Who speaks, to the right of what leads to him: the noun phrase behind an inverted verb or behind "selon"."""

import regex

from recoupe.claims.attribution import finite, hearers, joint, speakers
from recoupe.claims.attribution.alternatives import WEEKDAYS
from recoupe.claims.attribution.lexicon import Lexicon
from recoupe.claims.attribution.lexicon import lexicon as lexicon_of
from recoupe.claims.attribution.nominal import (
    ADVERBIAL,
    AGE,
    ARTICLE,
    BODY,
    CLAUSE,
    DATED,
    DAY,
    DAYTIME,
    DEFINITE,
    DOCUMENT,
    NAME,
    NOMINAL,
    ONE_OF,
    PARTICIPLE,
    PARTY,
    REACHED,
    SHORT,
    STOP,
    WIDEST,
)
from recoupe.claims.attribution.numerals import NUMERAL
from recoupe.claims.attribution.page import Extent, Page

OF_BODY = regex.compile(
    r"(?:de l'|du |de la |d')(?:\p{Ll}[\p{L}'-]* (?:(?:d[eu]s? |d')(?:la |l')?)?){0,4}\p{Lu}[\p{L}\p{N}' -]{1,50}?(?=[,.;]|$)"
)
"""What somebody is of, behind his name."""
THEN = regex.compile(
    r"(?:(?:alors|jusque-là|jusqu'ici|désormais|aujourd'hui|actuellement|également|lui-même|elle-même|autrefois|longtemps|par ailleurs|"
    r"anciennement) |(?:co|vice|ex)-)(?=\p{Ll})"
)
"""Before a role, when it is or was somebody's: ", alors cadre de santé"."""
TOWN = regex.compile(r"[ \p{L}]\(\p{Lu}[\p{L}' -]{2,30}\)(?=[.,])")
"""Where a town is, behind a role: ", pharmacienne à Vesoul [(Haute-Saône)]"."""
IN_CHARGE = regex.compile(
    r"(?<!\p{L})(?:porte-parole|coordinat(?:eur|rice)|direct(?:eur|rice)|responsable|délégué|représentante?|secrétaire|commissaire|rapporteure?"
    r"|chargée?|envoyée?|conseill(?:er|ère)|cheffe?|avocate?|présidente?|ministre|analyste|spécialiste)e?(?: \p{L}[\p{L}'’-]*+){0,7}$"
)
FOR = regex.compile(
    r" (?:l[ea]s? |l'|\p{Lu})(?!première |dernière |seule |plus |moment|suite|fois|voir|instant)[^,;:.!?«»\"\n]{1,50}+(?=[,.]| qui |$)"
)
"""For what or whom somebody of such an office is in charge."""
LEADING_UP = frozenset(("selon ", "après "))
"""What leads to a source before what it says."""
SECOND = regex.compile(
    r"(?<=[\p{L}\p{N}])"
    r"(?<! (?:de|à|et|ou|ni|par|pour|sur|sous|dans|en|avec|chez|vers|entre|contre|que|qui|comme|du|des"
    r"|tous|toutes|les|ces|ses|leurs|moins|plus))"
    r" (?=(?:l[ea]s? |l'|une? |cet(?:te)? |ces? |ils? |elles? |on |son |sa |ses |leurs? |au moins |plus de |près de |environ )[\p{L}\p{N}]"
    rf"|(?:{NUMERAL}|\p{{N}}[\p{{N}} .,]{{0,14}}+(?<= )) ?(?!l[ea]s? |une? |des |du |qui )\p{{Ll}}{{3,}})"
)
"""Where another noun phrase begins right behind one."""
COMMA = regex.compile(r",(?!\p{N})")
FOUNDED = regex.compile(r"\p{Lu}[\p{L}-]++ du $")
"""Before a day that is a part of a name: "le Mouvement du [5 juin]"."""
OTHERS = ("les ", "ces ", "leurs ")
"""With these no apposition begins: "Selon le témoin, [les soldats ...]"."""
MANY = regex.compile(r"(?:[Ll]es|[Dd]es|[Cc]es|[Ss]es|[Ll]eurs|[Pp]lusieurs) (?=\p{Ll})(?![^,]{0,60}? (?:et|ou) )")
"""How a noun phrase in the plural begins; no name: "Les Verts"."""
COUPLE = regex.compile(r"(?:une? |l[ea] |l')[^,;:.]{2,40} et (?:une? |l[ea]s? |l'|son |sa |ses )")
"""Two persons, who are not who one is said to be."""
LETTERS = regex.compile(r"\(\p{Lu}[\p{L}.-]{1,14}\)(?=, \p{Lu}\p{L}+ \p{Lu})")
"""How a body is called for short, before the name of who speaks for it: "le chef de l'Office des forêts [(ODF)], Jean Roy"."""

BACK, AHEAD = 90, 45
"""Characters before a time in which what was done is told, and from it on in which by whom."""

CHARGED = regex.compile(r"(?:chargé|élu|nommé|déployé|basé|formé|spécialisé|mandaté)e?s? (?:d[eu]s? |d'|à |au |aux |en |par |sur )")
"""How it is told behind a name what somebody does: ", chargée de la pêche,"."""


def trimmed(text: str, extent: Extent) -> Extent:
    """`extent` without white space, commas and full stops at its ends, and the asterisk of a note or a dash behind it ("Denise*").

    >>> trimmed(" le maire, ", (0, 11))
    (1, 9)
    """
    start, end = extent
    while start < end and text[start] in " \n\r,;.":
        start += 1
    while end > start and text[end - 1] in " \n\r,;.*–—-":
        end -= 1
    return start, end


BESIDES = regex.compile(
    r", \p{N}{1,3} ans$"
    r"|,? (?:joint|contacté|rencontré|sollicité|interviewé|croisé)e?(?: (?:par|auprès|au|à|en|hier|ce)(?: [\p{L}\p{N}'.-]{1,30}+){1,7}+)?$"
    r"|(?:,? (?:publié|dévoilé|arrêté|révélé|rendu public|paru)|, (?:communiqué|diffusé))(?:e?s?|ques?)"
    rf"(?: (?:au|ce|hier|peu|le|tôt|{WEEKDAYS})(?: (?!par )[\p{{L}}\p{{N}}'.-]{{1,30}}+){{0,7}}+)?$"
    r"|,? (?:consulté|obtenu)e?s?(?: par(?: [\p{L}\p{N}'.-]{1,30}+){1,7}+)?$"
    r"| depuis (?:l[ea] |l'|début |fin |mi-)[^,;:.]{2,80}+$"
)
"""What is told of a speaker and does not say who it is: how old he is, how he was reached, when a paper came out, since when it counts."""
COUNTED_BY = regex.compile(
    r"(?:(?:un|le|ce|des|les|une|cette|son|nouveau|dernier|premier|précédent|nouvelle|dernière|première|précédente) ){1,3}"
    r"(?:bilan|décompte|comptage|pointage|recensement)s?(?: \p{L}{4,14}){0,2}? "
    r"(?:(?:communiqu|annonc|donn|fourn|publi|dress|établ|livr|diffus|transm|avanc|fai)(?:é|i|t|is)e?s?|rendue?s? publi(?:cs?|ques?)) "
    r"(?:[^,;:.()]{1,30} )?par (?P<who>[^,]{3,})$",
    regex.IGNORECASE,
)
"""Who counted what is told: "un nouveau bilan communiqué jeudi par [le ministère]"."""


def stated(text: str, source: Extent) -> Extent:
    """The words that say who speaks.

    >>> text = "Zoé, 34 ans"
    >>> text[slice(*stated(text, (0, 11)))]
    'Zoé'
    """
    besides = BESIDES.search(text[slice(*source)])
    return (source[0], source[0] + besides.start()) if besides is not None and besides.start() > 1 else source


def counter(text: str, source: Extent) -> Extent:
    """Whoever made a count that is told of, in place of the count.

    >>> text = "un bilan donné lundi par le maire"
    >>> text[slice(*counter(text, (0, 33)))]
    'le maire'
    """
    made = COUNTED_BY.match(text, *source)
    return made.span("who") if made is not None else source


NAMED_BEFORE = regex.compile(
    r"(?<=(?:agence|chaîne|quotidien|journal|radio|télévision|magazine|hebdomadaire|site|presse|information|privée|publique|locale) )"
    r"\p{Lu}[\p{L}\p{N}.'-]*+ (?:[\p{Lu}\p{N}][\p{L}\p{N}.'-]*+ ){0,3}+(?:l[ea]s? |l'|une? |des )(?=\p{Ll})"
)
"""The name of an outlet, before the noun of somebody else: "a dit à la chaîne [Lacustre la] militante"."""


def _medium(page: Page, start: int, limit: int, lexicon: Lexicon) -> bool:
    """Whether the name of an outlet begins at `start`, and behind it whoever speaks."""
    named = NAMED_BEFORE.match(page.text, start, limit)
    return named is not None and lexicon.words.somebody(speakers.first_word(page.text, named.end()))


def following(page: Page, start: int, limit: int, lexicon: Lexicon) -> Extent | None:
    """The noun phrase that begins at `start`, with the appositions that say who it is."""
    text = page.text
    if (
        start >= limit
        or CLAUSE.match(text, start)
        or not (NOMINAL.match(text, start) or page.mention_from(start) or lexicon.words.somebody(speakers.first_word(text, start)))
        or _medium(page, start, limit, lexicon)
    ):
        return None
    end = _stop(page, start, limit)
    if text[end : end + 1] == "(" and (letters := LETTERS.match(text, end, limit)) is not None:
        end = letters.end()
    for _ in range(2):
        grown = _apposition(page, (start, end), limit, lexicon)
        if grown is None:
            break
        end = grown
    end = _uncommaed(page, start, joint.closed(page, start, end), limit, lexicon)
    end -= len(joint.AND) * text.endswith(joint.AND, start, end)  # "selon la police et | un suspect a été arrêté"
    found = _unmarked(page, trimmed(text, (start, end)))
    return found if found[0] < found[1] else None


def _uncommaed(page: Page, start: int, end: int, limit: int, lexicon: Lexicon) -> int:
    """Where a source ends that no comma parts from the subject of what it says: "Selon la police[ le suspect] a fui"."""
    if page.text[start - 6 : start].lower() not in LEADING_UP:
        return end
    for mark in (m for m in SECOND.finditer(page.text, start, min(limit, end + 12)) if m.start() < end):
        comma = COMMA.search(page.text, mark.end(), limit)
        if not finite.verbless(page, (mark.end(), comma.start() if comma else limit), lexicon):
            return mark.start()
    return end


def _unmarked(page: Page, found: Extent) -> Extent:
    """A title without the mark that opens it: "selon « La Gazette »"."""
    quote = page.quote_at(found[0])
    if quote is None or quote[0] != found[0] or quote[1] > found[1] + 2 or page.text[found[0]].isalpha():
        return found
    return trimmed(page.text, (found[0] + 1, found[1]))


def _stop(page: Page, start: int, limit: int) -> int:
    """Where the noun phrase ends: at a mark, a relative, an adverbial; never inside an actor's name."""
    mention = page.mention_from(start)
    inside = max(start + 1, mention.span.end if mention and mention.span.end <= limit else 0)
    party = PARTY.match(page.text, page.text.find(" (", inside, limit), limit) if "(" in page.text[inside : inside + SHORT] else None
    kept = party.span() if party else (limit, limit)
    stops = (m for m in STOP.finditer(page.text, inside, limit) if not kept[0] < m.start() < kept[1])
    stop = next((m for m in stops if not _governed(page.text, m) and not joint.joined(page, m, limit)), None)
    end = hearers.told(page, inside, min(stop.start() if stop else limit, start + WIDEST))
    if mention is not None and mention.span.end < end and hearers.faced(page, mention, end, lexicon_of(page.language)):
        return mention.span.end
    for when in page.whens_in(inside, end)[:1]:
        if DOCUMENT.search(page.text[max(start, when[0] - 90) : when[0]].rstrip()) and not page.text.startswith(" par ", when[1]):
            return when[1]  # "un tract diffusé samedi"
        if not _by_whom(page.text, when[0]) and not FOUNDED.search(page.text, start, when[0]):
            end = when[0]
    return end


def _by_whom(text: str, at: int) -> bool:
    """Whether a time at `at` stands between a participle and by whom it was done: "un bilan rendu public le [9 juin] par"."""
    if " par " not in text[at : at + AHEAD]:
        return False
    return any(dated.start() < at < dated.end() for dated in DATED.finditer(text, max(0, at - BACK), at + AHEAD))


def _governed(text: str, stop: regex.Match[str]) -> bool:
    """Whether a preposition hangs on a participle of the noun phrase: "une vidéo diffusée par ..."."""
    words = text[max(0, stop.start() - BACK) : stop.start()]
    if _by_whom(text, stop.start() + 1):
        return True  # "les chiffres publiés mercredi par l'Insee"
    if DAY.fullmatch(stop.group()):
        return DOCUMENT.search(words) is not None  # "un sondage publié mercredi"
    if stop.group() == " pour" and FOR.match(text, stop.end()) and IN_CHARGE.search(words):
        return True  # "Anne Roy, coordinatrice de la CGT pour le groupe"
    if stop.group() == " pour" and BODY.search(words) and ARTICLE.match(text, stop.end() + 1):
        return True
    if stop.group() == " par":
        return PARTICIPLE.search(DAYTIME.sub("", words)) is not None
    return stop.group() in ADVERBIAL and DOCUMENT.search(words) is not None


def _apposition(page: Page, head_noun: Extent, limit: int, lexicon: Lexicon) -> int | None:
    """The end of a name or role between commas behind a noun phrase: ", porte-parole du ministère,"."""
    text, end = page.text, head_noun[1]
    if text[end : end + 2] != ", ":
        return None
    start = end + 2
    if (of := OF_BODY.match(text, start, limit)) and NAME.match(text, max(0, text.rfind(" ", 0, end) + 1), end):
        return of.end()  # "Anne Roy, de la CGT"
    name = NAME.match(text, start, limit)
    if text.startswith(OTHERS, start):
        return None
    article = ARTICLE.match(text, start, limit)
    head = speakers.first_word(text, article.end() if article else start)
    known = lexicon.words.somebody(head) or any(words.match(text, start, limit) for words in (AGE, ONE_OF, CHARGED, THEN))
    if not (name and name.end() - start > 3) and not known:
        return None
    another = MANY.match(text, *head_noun) and text.startswith(("l'", "le ", "la "), start)  # "les autorités, l'assaillant, venu du nord"
    if another or (article and head in lexicon.words.told_of and not any(" " in name.group() for name in NAME.finditer(text, *head_noun))):
        return None  # "Selon l'avocate, l'homme, un père de famille, a été frappé"
    stop = _stop(page, start, limit)
    apart = text[stop : stop + 4] == " qui" or not finite.verbless(page, (start, stop), lexicon)
    couple = COUPLE.search(text, start, stop) is not None and not MANY.match(text, *head_noun)
    if couple or (article and not name and apart and (DEFINITE.match(text, start) or text.startswith("des ", start))):
        return None  # "Selon la police, la famille qui vivait là ...", "..., le maire admettrait ..."
    if (town := TOWN.match(text, stop - 1, limit)) is not None:
        return town.end()
    closed = stop >= limit - 1 or text[stop : stop + 1] in ",.)" or text[stop : stop + 4] in (" qui", " dan", " sur", " lor", " pou")
    closed = closed or REACHED.match(text, stop + 1, limit) is not None
    return stop if closed and stop - start < 120 else None
