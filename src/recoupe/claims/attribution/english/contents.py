"""What somebody says in an English sentence: how far it reaches to the left of the speaker and to the right of the verb."""

import regex

from recoupe.claims.attribution import extent
from recoupe.claims.attribution.english.words import Words
from recoupe.claims.attribution.page import Extent, Page

LEAD = regex.compile(
    r"(?:But|And|However|Meanwhile|Yet|Still|Separately|Earlier|Later),? (?=\p{L}|\p{N})"
    r"|\p{Lu}{3,40}+(?:[ '-]\p{Lu}{2,40}+){0,3}+(?:, \p{L}[\p{L} .]{1,20}?)?"
    r"(?:, \p{L}{3,9}\.? \p{N}{1,2})? ?(?:\([^()\n]{2,20}\) ?)?[-–—] ?(?=\p{Lu})"
)
"""What ties a sentence to the one before, and where a report was written: they are the outlet's."""
QUOTED = regex.compile(r"[:,]? ?(?=[“\"])")
WHEN_LED = regex.compile(r" (?:(?:late|early|earlier|later|also) )?(?:(?:on|in|at|by) (?:the )?)?")
LONG = 25
"""Characters from which a quotation behind a verb is all that is said."""


def rest(page: Page, start: int, high: int, words: Words) -> int:
    """Behind the times, the channel and the hearers that stand between a verb and what is said."""
    for _ in range(3):
        led = WHEN_LED.match(page.text, start, high)
        when = page.when_from(led.end()) if led is not None else None
        if when is not None and when[1] <= high:
            start = when[1]
            continue
        found = words.way.match(page.text, start, high) or words.hearer.match(page.text, start, high)
        if found is None:
            break
        start = found.end()
    return start


def quoted(page: Page, start: int, high: int) -> Extent | None:
    """The quotation that begins right behind a verb."""
    led = QUOTED.match(page.text, start, high)
    return page.quote_at(led.end()) if led is not None else None


def left(page: Page, low: int, end: int) -> Extent | None:
    """What stands before a speaker in the sentence; a quotation that began earlier included."""
    text = page.text
    quote = page.quote_at(low)
    start = min(low, quote[0]) if quote is not None else low
    if lead := LEAD.match(text, start, end):
        start = lead.end()
    found = extent.closed(page, (start, max(start, end)))
    return found if found[0] + 1 < found[1] else None


def right(page: Page, start: int, high: int, words: Words) -> Extent | None:
    """What stands behind a verb, up to the first addition of the reporter's or the end of the sentence."""
    end = high
    for mark in words.cut.finditer(page.text, start, high):
        if page.quote_at(mark.start()) is None and mark.start() > start + 3:
            end = mark.start()
            break
    quote = page.quote_at(max(start, end - 1))
    end = quote[1] if quote is not None and quote[1] > end else end
    found = extent.closed(page, (start, max(start, end)))
    return found if found[0] + 1 < found[1] else None
