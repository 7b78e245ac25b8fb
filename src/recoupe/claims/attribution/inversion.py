"""The subject behind an inverted verb: "a dit [, foulard au bras,] la présidente", "explique celle qui ...", "ajoute @nom"."""

from functools import cache
from itertools import pairwise

import regex

from recoupe.claims.attribution import finite, sources, speakers
from recoupe.claims.attribution.alternatives import ARTICLES, POINTING
from recoupe.claims.attribution.infinitives import is_infinitive
from recoupe.claims.attribution.lexicon import lexicon
from recoupe.claims.attribution.page import Extent, Page
from recoupe.claims.attribution.scene import Scene
from recoupe.model import ChannelKind


@cache
def _openers(language: str) -> str:
    """Prepositions, conjunctions and determiners, as alternatives."""
    return "|".join(regex.escape(word) for word in sorted(lexicon(language).words.openers))


@cache
def _subject(language: str) -> regex.Pattern[str]:
    """Where a noun phrase begins that no preposition leads."""
    return regex.compile(
        rf"(?<![,;:.!?«»\"“”\n].?)(?<!(?<![\p{{L}}\p{{M}}])(?:{_openers(language)}) )(?<= )(?:(?!des )(?:{ARTICLES}|{POINTING})|\p{{Lu}})"
        rf"|(?<=, )(?:(?!des )(?:{ARTICLES})|\p{{Lu}})"
        r"|(?<= )cel(?:ui|le) (?:qui|que|qu'|dont)"
    )


@cache
def _led(language: str) -> regex.Pattern[str]:
    """How what stands between verb and subject begins: an adverb, a preposition, "foulard violet au bras", "amer, "."""
    return regex.compile(
        rf"(?:{_openers(language)}|non|plus|encore|ainsi|aussi|lui|elle|eux|elles|hier|le (?:soir|matin|lendemain|jour)"
        r"|\p{L}{4,18}ment|\p{Ll}[\p{Ll}-]{2,20}+(?=, )"
        r"|(?<![\p{Ll}-])[\p{Ll}-]{1,20}+(?: (?!(?:à|aux?|en|sur|sous|dans) )\p{Ll}{1,20}+)?+ (?:à|aux?|en|sur|sous|dans))(?!\p{L})"
    )


NAME_BEFORE = regex.compile(r"\p{Lu}[\p{L}\p{N}'-]*+ $")
"""A name right before a word: what follows goes on with it."""
ENDS = regex.compile(r"[;:.!?«»\"“”\n(]|,? (?:en )?(?<!\p{L})(?!(?:avant|devant|durant|pendant|suivant)(?!\p{L}))\p{L}{3,18}ant(?!\p{L})")
REACH = 110
"""Characters between an inverted verb and its subject."""
THOSE = regex.compile(r"(?:celui|celle|ceux|celles)(?:-ci|-là)? (?:qui|que|qu'|dont|de|du|des) ?[^,;:.!?«»\"\n]{3,120}")
"""Somebody told by what he does: "explique celle qui dirige l'école"."""
HANDLE = regex.compile(r"@\w{2,30}+")
"""Somebody by the name of his account."""
SEVERAL = regex.compile(
    r"(?:les|des|ces|ses|leurs|plusieurs|certaine?s|deux|trois|quatre|cinq|ceux|celles|de nombreux)(?!\p{L})", regex.IGNORECASE
)
TWO = regex.compile(r"(?:,| et) (?:l'|l[ea]s? |\p{Lu}|une? )")


def pointed(page: Page, start: int, limit: int) -> Extent | None:
    """Somebody at `start` whom no noun names: "celle qui ...", "@nom"."""
    found = THOSE.match(page.text, start, limit) or HANDLE.match(page.text, start, limit)
    return found.span() if found else None


def further(scene: Scene) -> Extent | None:
    """The speaker behind what is no time and no channel: "a déclaré parmi les manifestants Anne Roy, 24 ans"."""
    page, at = scene.page, scene.after
    start = at + page.text.startswith(", ", at) * 2
    if not _led(page.language).match(page.text, start, scene.high):
        return None
    end = ENDS.search(page.text, at, min(scene.high, at + REACH))
    limit = end.start() if end else min(scene.high, at + REACH)
    places = [hit.start() for hit in _subject(page.language).finditer(page.text, start + 2, limit) if _may_begin(scene, hit.start())]
    for place, then in pairwise([*places, limit]):
        found = THOSE.match(page.text, place, scene.high)
        one = found.span() if found else listed(scene, sources.following(page, place, scene.high, scene.lexicon))
        if one is None or (page.text[place].isupper() and then < min(one[1], limit) and page.text[then - 2] != ","):
            continue  # "dans l'hebdomadaire Vues | l'historien Jean Roux"
        if (found or speakers.speaks(page, one, scene.lexicon)) and agrees(scene, one) and not page.quoted_in(*one):
            return one if _adverbial(scene, (start, place)) else None
    return None


def _may_begin(scene: Scene, at: int) -> bool:
    """Whether somebody may be named at `at`: no network, nor the rest of a name."""
    page = scene.page
    if not page.text[at].isupper():
        return True
    word = speakers.first_word(page.text, at)
    if word in {name.lower() for name in scene.lexicon.channels[ChannelKind.SOCIAL]}:
        return False
    return NAME_BEFORE.search(page.text, scene.after, at) is None or page.mention_from(at) is not None


def _adverbial(scene: Scene, between: Extent) -> bool:
    """Whether what stands between verb and subject has no verb of its own and leads to no clause."""
    page = scene.page
    words = page.lower[slice(*between)].replace("'", " ").split()
    verb = any(is_infinitive(word, page.language) for word in words)
    return not verb and CLAUSES.isdisjoint(words) and finite.verbless(page, between, scene.lexicon)


CLAUSES = frozenset(("que", "qu", "qui", "dont", "où", "si"))
ITEM = r"(?:(?:l'|l[ea]s? |une? )\p{Ll}|(?:l'|l[ea]s? )?\p{Lu})(?:(?! et )[\p{L}' -]){1,40}"
LIST = regex.compile(rf"(?:, {ITEM}){{0,4}}+ et {ITEM}?(?=[,.;:]| (?:dans|en|lors|à|au|qui)(?!\p{{L}})|$)")
"""Others behind the first of several who speak: "la CGT[, FO et Sud]"."""


def listed(scene: Scene, source: Extent | None) -> Extent | None:
    """`source` with those who say the same with it, where the verb is in the plural."""
    if source is None or not scene.cue.plural or SEVERAL.match(scene.page.text, *source):
        return source
    more = LIST.match(scene.page.text, source[1], scene.high)
    return (source[0], more.end()) if more else source


def several(words: str) -> bool:
    """Whether a noun phrase begins like a plural.

    >>> several("les élus"), several("la mairie")
    (True, False)
    """
    return SEVERAL.match(words) is not None


def agrees(scene: Scene, source: Extent) -> bool:
    """Whether the number of a noun phrase is that of the verb before it."""
    words = scene.page.text[slice(*source)]
    if scene.cue.plural:
        return several(words) or TWO.search(words) is not None
    return not several(words)
