"""Whose word a paper or a count is, and through whom it came: "un bilan des pompiers", "une note du préfet consultée par Le Matin"."""

import regex

from recoupe.claims.attribution import nominal, speakers
from recoupe.claims.attribution.lexicon import lexicon
from recoupe.claims.attribution.page import Extent, Page

FRENCH = "fr"
SEEN = regex.compile(
    r" (?:consult|obten|dévoil|révél|publi|diffus|relay|examin|authentifi|analys)(?:é|u)e?s? (?:\p{L}{3,10} )?par (?=l'|l[ea]s? |\p{Lu})"
)
"""How a paper reached an outlet, before that outlet."""
AUTHOR = regex.compile(
    r"(?: \p{Ll}[\p{L}-]++){0,3}? (?:(?:établi|dressé|communiqué|publié|transmis|donné|fourni|diffusé|rédigé|signé|rendue?s?"
    rf" publi(?:c|que))e?s?(?:{nominal.WHEN})? par "
    r"|du |des |de (?=l[a'])|d(?:e |')(?=\p{Lu}))"
)
"""What stands between the noun of a paper and whose word it is; "de presse", "de santé" name its kind."""
WORD = regex.compile(r"\p{L}++")


def seen(page: Page, source: Extent) -> Extent | None:
    """Where a source tells by which outlet its paper was seen: " consultée par " before "Le Matin"."""
    found = SEEN.search(page.text, *source)
    return found.span() if found else None


def author(page: Page, source: Extent) -> Extent | None:
    """Whose word the paper is with which a source begins, if the source says so."""
    if page.language != FRENCH:
        return None
    words = lexicon(FRENCH).words
    noun = next((w for w in WORD.finditer(page.lower, *source) if w.group() in words.papers), None)
    between = AUTHOR.match(page.text, noun.end(), source[1]) if noun else None
    if between is None:
        return None
    who = between.end(), source[1]
    return who if is_somebody(page, who) and speakers.speaks(page, who, lexicon(FRENCH)) else None


def is_somebody(page: Page, who: Extent) -> bool:
    """Whether a noun phrase is headed by somebody: of "le bilan de l'incendie de l'usine" the fire is not the author."""
    article = nominal.ARTICLE.match(page.text, *who)
    start = article.end() if article else who[0]
    words, head = lexicon(FRENCH).words, speakers.first_word(page.text, start)
    named = page.text[start].isupper() or page.mention_from(start) is not None or page.mention_from(who[0]) is not None
    return head not in words.befallen and (named or words.somebody(head))
