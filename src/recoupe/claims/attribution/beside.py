"""Whose a quotation is that no verb gives to anybody: "Le maire, Jean Roy, ne décolère pas. « ... »", "Le préfet dément : « ... »"."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from operator import attrgetter

import regex
import simplemma

from recoupe.claims.attribution import finite, nominal, papers, sources, speakers
from recoupe.claims.attribution.found import Found
from recoupe.claims.attribution.lexicon import Lexicon
from recoupe.claims.attribution.lexicon import lexicon as lexicon_of
from recoupe.claims.attribution.page import Extent, Page

FULL_NAME = regex.compile(r"(?<!\p{L})\p{Lu}\p{L}[\p{L}'-]*+ (?:(?:de|du|d'|van|von|ben|al|el) )?\p{Lu}\p{L}[\p{L}'-]*+")
"""A first name and a family name."""
ROLE = regex.compile(r"\p{Lu}\p{L}[\p{L}'-]*+, \p{Ll}[^,;:.!?«»\n]{2,60}+,")
"""A first name and who that is: "Hassan, épicier à Gap,"."""
LINE = regex.compile(r"(?r)\n *+")
"""What stands before the first word of a line."""
_cue = attrgetter("cue")


def owner(page: Page, quote: Extent, ordered: Sequence[Found], lexicon: Lexicon) -> Extent | None:
    """Who is named at the head of the sentence before, or at that behind where the quotation opens the paragraph."""
    text, start = page.text, quote[0]
    opens = start < 2 or LINE.match(text, 0, start) is not None
    if not opens:
        earlier = page.sentence_at(start - 2)
        return None if "\n" in text[earlier[0] : start].lstrip("\n") else _named(page, earlier, ordered, lexicon)
    at = quote[1] + text.startswith(" ", quote[1])
    return None if at >= len(text) or text[at] in "\n «" else _named(page, page.sentence_at(at), ordered, lexicon)


LEADING = regex.compile(r"(?:(?:Et|Mais|Or|Puis) |(?:\p{L}[\p{L}'-]{0,24}+ ?){1,7}+, )?+(?=\p{L})")
"""What may stand before the subject of a clause: "Mais", "Sur le quai,"."""
CONJUNCTION = regex.compile(r"(?:Et|Mais|Or|Puis) ")


def leader(page: Page, quote: Extent, lexicon: Lexicon) -> Extent | None:
    """Who speaks by the clause that a colon before the quotation ends: its subject, or whoever an answer or a mood is of."""
    low = page.sentence_at(quote[0])[0]
    colon = page.text.rfind(":", low, quote[0])
    if colon <= low or "\n" in page.text[low:colon]:
        return None
    low, end = max(low, colon - LONGEST), low + len(page.text[low:colon].rstrip())
    clause = led_in(page, low, end), end
    return _subject(page, clause, lexicon) or _actor(page, clause, lexicon) or replying(page, clause, lexicon)


def led_in(page: Page, low: int, end: int) -> int:
    """Where the subject of a clause may begin, behind what opens it."""
    opens = nominal.PREPOSED.match(page.text, low) or CONJUNCTION.match(page.text, low)
    led = LEADING.match(page.text, low, end) if opens else None
    return led.end() if led else low


LONGEST = 300
"""Characters before a colon in which the clause stands that it ends."""


WRITTEN = regex.compile(
    r"(?<!\p{L})(?:mur|murs|porte|façade|pancartes?|panneaux?|banderoles?|affiches?|tags?|inscriptions?|slogans?|lettres?|mots?|billets?"
    r"|singles?|albums?|films?|romans?|livres?|pièces?|spectacles?|expositions?|séries?|documentaires?|recueils?|disques?|prix"
    r"|messages?|textes?|notes?|carnets?|cahiers?|titres?|vidéos?|chansons?|plaques?|tombes?|documents?|rapports?|articles?|journal"
    r"|communiqués?|bilans?|constats?|sondages?|études?|enquêtes?|lu|lit|lisent|entendu|entend|entendent|reçu|reçoit|découvert|trouvé|retrouvé|cite|citent|cité|citant|selon)(?!\p{L})",
    regex.IGNORECASE,
)
"""What bears or brings somebody else's words."""


def _actor(page: Page, clause: Extent, lexicon: Lexicon) -> Extent | None:
    """The one who speaks by his office and acts in a clause without a paper or a wall: "La capitaine a saisi sa radio : « ... »"."""
    low, high = clause
    if nominal.ARTICLE.match(page.text, low) is None or WRITTEN.search(HIS_WORDS.sub("", page.text[low:high])) is not None:
        return None
    found = subject_of(page, (low, high), lexicon)
    return found if found is not None and _somebody(page, found, lexicon) else None


def _somebody(page: Page, who: Extent, lexicon: Lexicon) -> bool:
    """Whether a noun phrase is somebody who can speak, were it one whom something befell."""
    if not speakers.speaks(page, who, lexicon):
        return False
    article = nominal.ARTICLE.match(page.text, *who)
    head = speakers.first_word(page.text, article.end() if article else who[0])
    return papers.is_somebody(page, who) or lexicon.words.somebody(head)


HIS_WORDS = regex.compile(
    r"(?:a|ont|avait|avaient|eut|eu) (?:eu )?(?:qu'un|ces|un|ce|des|les) (?:seul )?mots?(?! (?:sur|dans|à))|(?:ses|leurs) mots"
)
"""What somebody says is his own: "n'a eu qu'un mot"."""
VERB_GROUP = regex.compile(r"(?<!(?<!\p{L})(?:de|d'|pour|à|sans)) (?:(?:ne|se) |[ns]'|en (?=(?:est|sont|était|étaient) ))")
"""Where a verb group begins, whatever the verb: "La gérante [n'en revient pas]", "[en est sûre]"."""
CLITICS = regex.compile(
    r"(?:,? ?(?<!\p{L})(?:(?:ne|se|lui|leur|en|y|le|la|les|me|nous|qui|elle|eux|elles|aussi|également|toujours|encore)(?!\p{L})"
    r"|[nslm]'))++,? ?$"
)
"""What stands right before a verb and is no part of its subject."""


def subject_of(page: Page, clause: Extent, lexicon: Lexicon) -> Extent | None:
    """The noun phrase with which a clause opens, up to its verb."""
    low, high = clause
    verb = next((at for at, _ in finite.verbs(page, clause, lexicon)), None) or _homograph(page, clause)
    group = VERB_GROUP.search(page.text, low, verb + 1)
    end = group.start() if group is not None else verb
    if end == high:
        return None
    before = CLITICS.search(page.text, low, end)
    found = sources.trimmed(page.text, (low, before.start() if before is not None else end))
    whole = found[0] < found[1] and all(speakers.describes(part) for part in page.text[slice(*found)].split(", "))
    return found if whole else None


PRESENT = regex.compile(r"(?<= )(?P<stem>\p{Ll}{2,16}e)(?:nt)? (?=l[ea]s? |l'|une? |des |s[ao]n? |ses |leurs? |à |aux? |sur |par |contre )")


def _homograph(page: Page, clause: Extent) -> int:
    """Where a word stands that is a verb by what follows it, though a noun is spelt as well: "Le recteur [joue] la carte du calme"."""
    start = page.text.find(" ", *clause) + 1  # behind the article
    hits = PRESENT.finditer(page.text, max(start, clause[0]), clause[1]) if start else ()
    return next((hit.start() for hit in hits if simplemma.is_known(f"{hit['stem']}r", lang=page.language)), clause[1])


@cache
def _replying(language: str) -> regex.Pattern[str]:
    heads = "|".join(sorted(lexicon_of(language).words.replies, key=len, reverse=True))
    return regex.compile(
        rf"(?:(?:(?:la|le|l'|une?|sa|son|seule?|première?|autre|nouve(?:l|lle|au)) ?)?+(?:{heads})(?!\p{{L}})(?: \p{{L}}++){{0,2}}? "
        r"(?:chez |du côté d(?:e |u |es |')|pour |à |aux? |d(?:e |u |es |'))|pour )(?P<who>(?:l[ea]s? |l'|\p{L})[^,;:.!?«»\n]{1,80}+)$",
        regex.IGNORECASE,
    )


def replying(page: Page, clause: Extent, lexicon: Lexicon) -> Extent | None:
    """Whose words follow a clause without a verb: "Réponse du ministre : « ... »", "Pour la CGT : « ... »"."""
    hit = _replying(page.language).match(page.text, *clause)
    who = hit.span("who") if hit else None
    if who is None or not finite.verbless(page, who, lexicon):
        return None
    return who if speakers.speaks(page, who, lexicon) and papers.is_somebody(page, who) else None


def _named(page: Page, sentence: Extent, ordered: Sequence[Found], lexicon: Lexicon) -> Extent | None:
    """The person who is the subject of a sentence in which nobody is told to speak."""
    at = bisect_left(ordered, sentence, key=_cue)
    spoken = at < len(ordered) and ordered[at].cue[0] < sentence[1]
    return None if spoken else _subject(page, sentence, lexicon) or _telling(page, sentence, lexicon)


def _telling(page: Page, sentence: Extent, lexicon: Lexicon) -> Extent | None:
    """Who is only said to speak, in a sentence that ends with it: "Un habitant témoigne.", "Le chef des pompiers fait le point."."""
    found = subject_of(page, sentence, lexicon) if nominal.ARTICLE.match(page.text, sentence[0]) else None
    if found is None or not _somebody(page, found, lexicon):
        return None
    said = page.lower[found[1] + 1 : sentence[1]].strip(" .").removeprefix("se ").removeprefix("s'")
    verb, _, tail = said.partition(" ")
    verbs = lexicon.finite.get(verb, ())
    return found if any(SPEAKING & v.frames and (v.tail or tail) == tail and tail.count(" ") < SHORT for v in verbs) else None


SPEAKING = frozenset(("incise", "quoted"))
SHORT = 2
"""Spaces in what may follow a verb that tells nothing yet: "témoigne", "se souvient avec émotion"."""


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
