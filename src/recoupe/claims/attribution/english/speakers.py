"""Who speaks in an English sentence: the noun phrase before a verb of saying, or behind it."""

import regex

from recoupe.claims.attribution.english.words import Words
from recoupe.claims.attribution.page import Extent, Page

WIDEST = 22
"""Words of the longest noun phrase that is a speaker."""
FIRST = regex.compile(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}.'’-]*+")
AGE = regex.compile(r"(?:aged )?\p{N}{1,3}(?: years? old)?$")
RELATIVE = regex.compile(r"(?:,)? (?:who|which|whose|whom|where)(?= |$)")
WHO = regex.compile(r",? (?:who|which)$")
STOP = regex.compile(r"(?<!(?<!\p{L})\p{Lu})\.|[;:!?“”\"()\n]|,| [–—] ")
ENDING = regex.compile(r"\p{L}{3,}ed$")
GERUND = regex.compile(r"\p{Ll}{3,}ing(?!\p{L})")


def before(page: Page, low: int, end: int, words: Words) -> Extent | None:
    """The speaker whose verb begins at `end`, in what stands from `low` on."""
    text = page.text
    low, end = _trimmed(text, low, end)
    if low >= end:
        return None
    if relative := WHO.search(text, low, end):
        named = page.mention_before(relative.start())
        if named is not None and low <= named.span.start and named.span.end == relative.start():
            return named.span.start, named.span.end
        return before(page, low, relative.start(), words)
    part = max(text.rfind("; ", low, end), text.rfind(": ", low, end), text.rfind(" – ", low, end))
    low = part + 2 if part >= 0 else low
    if text[end - 1] == ",":
        return _apposed(page, low, end - 1, words)
    comma = text.rfind(", ", low, end)
    start = comma + 2 if comma >= 0 else low
    inside = RELATIVE.search(text, start, end)
    return _phrase(page, start, inside.start() if inside else end, words)


def _apposed(page: Page, low: int, end: int, words: Words) -> Extent | None:
    """The speaker before a comma that closes what is told of him: "the governor, Ann Lee, said", "Lee, who had fled, said"."""
    text = page.text
    comma = text.rfind(", ", low, end)
    if comma < 0:
        return _phrase(page, low, end, words)
    relative = RELATIVE.search(text, low, end)
    if relative is not None:
        apart = text[relative.start()] == ","
        return (before if apart else _apposed)(page, low, relative.start(), words)
    last = FIRST.match(text, comma + 2, end)
    word = last.group().lower() if last else ""
    besides = AGE.match(text, comma + 2, end) or word in words.lists.prepositions or GERUND.match(text, comma + 2, end)
    if besides or words.opener.fullmatch(text[comma + 2 : end] + " ") or page.when_from(comma + 2) is not None:
        return before(page, low, comma, words)
    head = before(page, low, comma, words)
    return (head[0], end) if head is not None else _phrase(page, comma + 2, end, words)


def _phrase(page: Page, start: int, end: int, words: Words) -> Extent | None:
    """The noun phrase that ends at `end`: what opens the clause, adverbials and conjunctions before it are left out."""
    text = page.text
    if (opened := words.opener.match(text, start, end)) is not None:
        start = opened.end()
    for hit in list(words.broken.finditer(text, start, end)):
        if hit[0].lower() not in {"and ", "or "} or _verbal(text[start : hit.start()], words):
            start = hit.end()
    start = _past_adverbial(page, start, end, words)
    start, end = _trimmed(text, start, _before_time(page, start, end))
    found = text[start:end]
    first = FIRST.match(found)
    if first is None or found.count(" ") > WIDEST or found.lower() in words.lists.nobodies - {"it"}:
        return None
    if first[0].lower() in words.lists.prepositions or _verbal(found, words):
        return None
    return start, end


def _before_time(page: Page, start: int, end: int) -> int:
    """Before a time with which a noun phrase ends: "Dutch police [on Saturday] said"."""
    for when in page.whens_in(start + 1, end):
        if when[1] >= end - 1:
            led = next(
                (len(p) for p in (" late on ", " early on ", " on ", " in ", " at ", " ") if page.text.endswith(p, start, when[0])), 0
            )
            return when[0] - led
    return end


def _past_adverbial(page: Page, start: int, end: int, words: Words) -> int:
    """Behind a time or a place with which the clause opens and that no comma sets apart: "On Friday | the army said"."""
    first = FIRST.match(page.text, start, end)
    if first is None:
        return start
    led = first[0].lower() in words.lists.prepositions
    at = first.end() + 1 if led else start
    when = page.when_from(at)
    if when is not None and when[1] < end:
        return when[1] + 1
    way = words.way.match(" " + page.text[start:end]) if led else None
    return start + way.end() if way is not None and start + way.end() < end else start


def _verbal(phrase: str, words: Words) -> bool:
    """Whether a finite verb stands among words: then they are more than a noun phrase."""
    return any(word in words.lists.verbs for word in phrase.lower().split()[1:])


def behind(page: Page, start: int, high: int, words: Words) -> Extent | None:
    """The speaker who follows his verb: "said [Ann Lee, a baker in Lyon], who ..."."""
    text = page.text
    first = FIRST.match(text, start, high)
    if first is None or first[0].lower() in words.lists.prepositions | words.lists.nobodies:
        return None
    end = _stop(page, start, high, words)
    for _ in range(2):
        more = FIRST.match(text, end + 2, high) if text[end : end + 2] == ", " else None
        if more is None or not _says_who(page, more, words):
            break
        end = _stop(page, end + 2, high, words)
    start, end = _trimmed(text, start, end)
    return (start, end) if start < end and text.count(" ", start, end) <= WIDEST else None


def _says_who(page: Page, first: "regex.Match[str]", words: Words) -> bool:
    """Whether what follows a comma tells who somebody is: an article, a name, a role."""
    word = first.group().lower()
    if word in words.lists.trailing or word in words.lists.prepositions or GERUND.fullmatch(word):
        return False
    named = first.group()[0].isupper() or page.mention_from(first.start()) is not None
    role = page.mention_before(first.start() + ROLE)
    return named or word in {"a", "an", "the", "one"} or (role is not None and role.span.start >= first.start())


ROLE = 30
"""Characters of a role without an article: "executive director"."""


def _stop(page: Page, start: int, high: int, words: Words) -> int:
    """Where a noun phrase ends: at a mark, at a time, at what is told besides."""
    text = page.text
    mark = STOP.search(text, start, high)
    end = mark.start() if mark else high
    if mark is not None and mark[0] == "." and text[mark.start() : mark.start() + 2] == ". " and end - start <= 3:
        end = high
    mention = page.mention_from(start)
    inside = mention.span.end if mention is not None and mention.span.end <= end else start + 1
    for when in page.whens_in(inside, end)[:1]:
        end = when[0]
        end -= next((len(p) for p in ("late on ", "early on ", "on ", "in ", "at ") if text.endswith(p, start, end)), 0)
    if (way := words.way.search(text, inside, end)) is not None:
        end = way.start()
    if (hearer := words.hearer.search(text, inside, end)) is not None and text.startswith(" to ", hearer.start()):
        end = hearer.start()
    for hit in words.trailing.finditer(text, inside, end):
        if hit[0].strip(" ,") not in {"in", "at", "from", "with", "and", "to", "about", "that"}:
            return hit.start()
    return end


def _trimmed(text: str, start: int, end: int) -> Extent:
    while start < end and text[start] in ' \n,;:”"“–—':
        start += 1
    while end > start and text[end - 1] in " \n.;:":
        end -= 1
    return start, end
