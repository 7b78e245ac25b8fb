"""Whose a quotation is that no verb gives to anybody: "Le maire, Jean Roy, ne décolère pas. « ... »", "Le préfet dément : « ... »"."""

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

import regex

from recoupe.claims.attribution import finite, nominal, papers, sources, speakers
from recoupe.claims.attribution.found import Found
from recoupe.claims.attribution.lexicon import Lexicon
from recoupe.claims.attribution.page import Extent, Page

FULL_NAME = regex.compile(r"(?<!\p{L})\p{Lu}\p{L}[\p{L}'-]*+ (?:(?:de|du|d'|van|von|ben|al|el) )?\p{Lu}\p{L}[\p{L}'-]*+")
"""A first name and a family name."""
ROLE = regex.compile(r"\p{Lu}\p{L}[\p{L}'-]*+, \p{Ll}[^,;:.!?«»\n]{2,60}+,")
"""A first name and who that is: "Hassan, épicier à Gap,"."""
_cue = attrgetter("cue")


def owner(page: Page, quote: Extent, ordered: Sequence[Found], lexicon: Lexicon) -> Extent | None:
    """Who is named at the head of the sentence before, or at that behind where the quotation opens the paragraph."""
    text, start = page.text, quote[0]
    opens = start < 2 or text[:start].rstrip(" ").endswith("\n")
    if not opens:
        earlier = page.sentence_at(start - 2)
        return None if "\n" in text[earlier[0] : start].lstrip("\n") else _named(page, earlier, ordered, lexicon)
    at = quote[1] + text.startswith(" ", quote[1])
    return None if at >= len(text) or text[at] in "\n «" else _named(page, page.sentence_at(at), ordered, lexicon)


def leader(page: Page, quote: Extent, lexicon: Lexicon) -> Extent | None:
    """The person who is the subject of the clause that a colon before the quotation ends: "Anna Roy a un autre calcul : « ... »"."""
    low = page.sentence_at(quote[0])[0]
    colon = page.text.rfind(":", low, quote[0])
    if colon <= low or "\n" in page.text[low:colon]:
        return None
    return _subject(page, (low, colon), lexicon) or _actor(page, (low, colon), lexicon)


WRITTEN = regex.compile(
    r"(?<!\p{L})(?:mur|murs|porte|façade|pancartes?|panneaux?|banderoles?|affiches?|tags?|inscriptions?|slogans?|lettres?|mots?|billets?"
    r"|messages?|textes?|notes?|carnets?|cahiers?|titres?|vidéos?|chansons?|plaques?|tombes?|documents?|rapports?|articles?|journal"
    r"|communiqués?|bilans?|constats?|sondages?|études?|enquêtes?|lu|lit|lisent|entendu|entend|entendent|reçu|reçoit|découvert|trouvé|retrouvé|cite|citent|cité|citant|selon)(?!\p{L})",
    regex.IGNORECASE,
)
"""What bears or brings somebody else's words."""


def _actor(page: Page, clause: Extent, lexicon: Lexicon) -> Extent | None:
    """The one who speaks by his office and acts in a clause without a paper or a wall: "La capitaine a saisi sa radio : « ... »"."""
    low, high = clause
    if nominal.ARTICLE.match(page.text, low) is None or WRITTEN.search(page.text, low, high) is not None:
        return None
    found = sources.following(page, low, high, lexicon)
    if found is None or found[0] != low or not speakers.speaks(page, found, lexicon) or not finite.verbless(page, found, lexicon):
        return None
    return found if papers.is_somebody(page, found) and not finite.verbless(page, (found[1], high), lexicon) else None


def _named(page: Page, sentence: Extent, ordered: Sequence[Found], lexicon: Lexicon) -> Extent | None:
    """The person who is the subject of a sentence in which nobody is told to speak."""
    at = bisect_left(ordered, sentence, key=_cue)
    spoken = at < len(ordered) and ordered[at].cue[0] < sentence[1]
    return None if spoken else _subject(page, sentence, lexicon)


def _subject(page: Page, clause: Extent, lexicon: Lexicon) -> Extent | None:
    """The person by name with whom a clause opens that has a verb behind him."""
    low, high = clause
    if not nominal.NOMINAL.match(page.text, low) or nominal.PREPOSED.match(page.text[low : low + 40]):
        return None
    found = sources.following(page, low, high, lexicon)
    name = FULL_NAME.search(page.text, *found) if found else None
    if found is None or found[0] != low or (name is None and not ROLE.match(page.text, low, high)):
        return None
    if name is not None and not finite.verbless(page, found, lexicon):
        found = low, name.end()
    first = name.group().split(" ")[0] if name else ""
    known = speakers.speaks(page, found, lexicon) or lexicon.names.is_first(first)
    verbless = finite.verbless(page, (found[1], high), lexicon)
    return found if known and not verbless and finite.verbless(page, found, lexicon) else None
