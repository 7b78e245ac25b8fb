"""Whether a noun phrase can be somebody who speaks: an actor, a name, a role; or whether words can say who somebody is."""

import regex
import simplemma

from recoupe.claims.attribution.lexicon import Lexicon, lexicon
from recoupe.claims.attribution.nominal import (
    ARTICLE,
    BREAK,
    HANDLE,
    HEAD,
    LEADING,
    LINKED,
    NAME,
    OWN_NAME,
    PREPOSED,
    PRONOUN,
    SHORT,
)
from recoupe.claims.attribution.page import Extent, Page

PERSON = regex.compile(r"(?:la|une|cette) (?:même |autre )?personne(?!\p{L})", regex.IGNORECASE)
"""Somebody who has no other name: not "personne" alone, which is nobody."""


def first_word(text: str, start: int) -> str:
    """The first word at `start`, in lower case.

    >>> first_word("Le maire", 3)
    'maire'
    """
    word = HEAD.match(text, start, start + 40)
    return word.group().lower() if word else ""


def speaks(page: Page, extent: Extent, lexicon: Lexicon) -> bool:
    """Whether a noun phrase can be a speaker: an actor, a pronoun, a name, a role; not "cette crise"."""
    words = page.text[extent[0] : extent[1]]
    if PRONOUN.fullmatch(words) or HANDLE.match(words) or PERSON.match(words):
        return True
    article = ARTICLE.match(words)
    opening = page.mention(extent[0], min(extent[1], extent[0] + 60))
    if opening and opening.span.start <= extent[0] + (article.end() if article else 0) + 12:
        return True
    nouns = [w.group().lower() for w in HEAD.finditer(words[article.end() if article else 0 :], 0, 60)]
    if not lexicon.words.mute.isdisjoint(nouns[:2]):
        return False
    return any(map(lexicon.words.somebody, nouns[:3])) or (not article and NAME.match(words) is not None and " " in words)


def proper(page: Page, extent: Extent) -> bool:
    """Whether a noun phrase is, or begins with, a name that no common word spells: "Greenpeace", "la Zylo", not "Dommage"."""
    words = page.text[slice(*extent)]
    article = ARTICLE.match(words)
    name = NAME.match(words, article.end() if article else 0) or OWN_NAME.search(words)
    if name is None or (article is None and name.end() < len(words) and words[name.end()] not in " ,"):
        return False
    one = " " not in name.group() and not any(c.isupper() or c in "-'" for c in name.group()[1:])
    return not (one and article is None and simplemma.is_known(name.group().lower(), lang=page.language))


def titled(page: Page, words: str) -> bool:
    """Whether words are a noun of speakers with its article, and its name behind it at most: "la coordination Eau claire"."""
    article = ARTICLE.match(words)
    head, _, name = words[article.end() :].partition(" ") if article else ("", "", "")
    return head != "" and lexicon(page.language).words.somebody(head) and (not name or name[:1].isupper())


def is_name(word: str) -> bool:
    """Whether a word with a capital can be a part of a name at the head of a sentence: no article, no preposition.

    >>> is_name("Dupont"), is_name("Pour")
    (True, False)
    """
    opens = ARTICLE.match(word + " ") or PREPOSED.match(word) or LEADING.match(word + " ")
    return NAME.fullmatch(word) is not None and not word.endswith(".") and not opens


MARKS = regex.compile(r"[«“] ?| ?[»”]")
"""Quotation marks around a name."""


def may_speak(page: Page, extent: Extent, lexicon: Lexicon, *, thing: bool) -> bool:
    """Whether a noun phrase that names no known kind of speaker can be one: any before "dit que", only a name where a `thing` may show."""
    words = MARKS.sub("", page.text[slice(*extent)])  # "les « gilets jaunes »"
    if not lexicon.words.mute.isdisjoint(words.lower().split()[:4]):
        return False
    if (first := first_word(words, 0)) in lexicon.words.nothing or first in lexicon.words.manners or not is_one_phrase(words):
        return False
    if proper(page, extent):
        return True
    return not thing and ARTICLE.match(words) is not None and len(words) < SHORT


def describes(words: str) -> bool:
    """Whether words behind a name and a comma can say who it is: "éclusière à Namur", "le maire", "42 ans, agriculteur"; no clause.

    >>> describes("éclusière à Namur"), describes("qui part en mer")
    (True, False)
    """
    return is_one_phrase(words) and len(words) < SHORT


def is_one_phrase(words: str) -> bool:
    """Whether words can be one noun phrase: no adverbial, no relative, no second clause.

    >>> is_one_phrase("le maire de Gap"), is_one_phrase("qui part en mer")
    (True, False)
    """
    return not (PREPOSED.match(words) or LINKED.match(words) or BREAK.search(words))
