"""Whose word a paper or a count is, and through whom it came: "un bilan des pompiers", "une note du préfet consultée par Le Matin"."""

import regex

from recoupe.claims.attribution import hearers, nominal, sources, speakers
from recoupe.claims.attribution.lexicon import lexicon
from recoupe.claims.attribution.page import Extent, Page

FRENCH = "fr"
SEEN = regex.compile(
    r" (?:consult|obten|dévoil|révél|(?P<out>publi|diffus)|relay|examin|authentifi|analys)(?:é|u)e?s? (?:\p{L}{3,10} )?"
    r"par (?=l'|l[ea]s? |\p{Lu})"
)
"""How a paper reached an outlet, before that outlet."""
PRESS = regex.compile(
    r"l(?:'|es? |a )(?:agence (?:de presse|\p{Lu})|chaîne|quotidien|journal|radio|télévision|magazine|hebdomadaire|mensuel|site|revue)"
)
"""An outlet by its noun."""
GIVEN = (
    r"(?:établi|dressé|communiqué|publié|transmis|donné|fourni|avancé|annoncé|diffusé|rédigé|signé|compilé|recueilli|collecté"
    rf"|réalisé|mené|rendue?s? publi(?:c|que))e?s?(?:{nominal.WHEN})? par "
)
AUTHOR = regex.compile(rf"\G(?: \p{{Ll}}[\p{{L}}-]++){{0,3}}? (?:{GIVEN}|du |des |de (?=l[a'])|d(?:e |')(?=\p{{Lu}}))")
"""What stands between the noun of a paper and whose word it is; "de presse", "de santé" name its kind."""
BEHIND = regex.compile(rf" {GIVEN}")
"""The same behind what a paper is about: "le bilan de la crue communiqué par la préfecture"."""
APART = regex.compile(rf", {GIVEN}")
"""The same behind a comma: "Le premier bilan, communiqué par la préfecture, ..."."""
WORD = regex.compile(r"\p{L}++")


def seen(page: Page, source: Extent) -> Extent | None:
    """Where a source tells by which outlet its paper was seen: " consultée par " before "Le Matin"."""
    found = SEEN.search(page.text, *source)
    if found is None:
        return None
    by = page.mention_from(found.end())
    outlet = PRESS.match(page.text, found.end()) or (by is not None and by.actor.kind in hearers.OUTLETS)
    return found.span() if outlet or not found["out"] else None


def author(page: Page, source: Extent) -> Extent | None:
    """Whose word the paper is with which a source begins, if the source says so."""
    if page.language != FRENCH:
        return None
    words = lexicon(FRENCH).words
    noun = next((w for w in WORD.finditer(page.lower, *source) if w.group() in words.papers), None)
    if noun is None:
        return None
    between = (pattern.search(page.text, noun.end(), source[1]) for pattern in (AUTHOR, BEHIND))
    some = [(found.end(), source[1]) for found in between if found]
    if apart := APART.match(page.text, source[1]):
        behind = sources.following(page, apart.end(), page.sentence_at(source[0])[1], lexicon(FRENCH))
        some += [behind] if behind else []
    return next((who for who in some if is_somebody(page, who) and speakers.speaks(page, who, lexicon(FRENCH))), None)


def is_somebody(page: Page, who: Extent) -> bool:
    """Whether a noun phrase is headed by somebody: of "le bilan de l'incendie de l'usine" the fire is not the author."""
    article = nominal.ARTICLE.match(page.text, *who)
    start = article.end() if article else who[0]
    words, head = lexicon(FRENCH).words, speakers.first_word(page.text, start)
    named = page.text[start].isupper() or page.mention_from(start) is not None or page.mention_from(who[0]) is not None
    return head not in words.befallen and (named or words.somebody(head))


def is_paper(page: Page, what: Extent) -> bool:
    """Whether a noun phrase without a number is headed by a paper: "un rapport", not "une estimation de 40 morts"."""
    article = nominal.ARTICLE.match(page.text, *what)
    heads = page.lower[article.end() if article else what[0] : what[1]].split()[:2]  # "rapport", "dernier bilan"
    return not lexicon(FRENCH).words.papers.isdisjoint(heads) and not any(map(str.isnumeric, page.text[slice(*what)]))
