"""What an English report gives as hearsay, and what it gives by a preposition: "reportedly", "is believed to", "according to"."""

from collections.abc import Iterator, Sequence

import regex

from recoupe.claims.attribution.english import contents, speakers
from recoupe.claims.attribution.english.words import Words
from recoupe.claims.attribution.found import Found
from recoupe.claims.attribution.page import Extent, Page
from recoupe.model import Modality

ACCORDING = regex.compile(r"(?<!\p{L})(?:[Aa]ccording to|[Ii]n the words of) ")
HEADED = regex.compile(r"(?m)(?:^|(?<=[.!?”\"] ))(?P<source>\p{Lu}[^\n:;“”\"!?.]{2,80}?)(?P<cue>:) (?=[“\"])")
OPENS = regex.compile(r"; |, (?:and|but|while|which|who|where) | that | said | says ")
ENDS = regex.compile(r";|, (?:and|but|while|according to) ")


def according(page: Page, words: Words) -> Iterator[Found]:
    """ "According to police, ...", "..., according to police"."""
    for hit in ACCORDING.finditer(page.text):
        sentence = page.sentence_at(hit.start())
        source = speakers.behind(page, hit.end(), sentence[1], words) if page.quote_at(hit.start()) is None else None
        if source is None:
            continue
        opens = not page.text[sentence[0] : hit.start()].strip(' ,“"')
        content = _following(page, source, sentence, words) if opens else _preceding(page, hit.start(), sentence)
        if content is not None:
            cue = hit.start(), hit.end() - 1
            yield Found(rule="attribution/en/selon", cue=cue, source=source, content=(content,), clause=sentence, open=True)


def _following(page: Page, source: Extent, sentence: Extent, words: Words) -> Extent | None:
    comma = page.text.find(",", source[1], sentence[1])
    return contents.right(page, (comma if comma >= 0 else source[1]) + 1, sentence[1], words)


def _preceding(page: Page, end: int, sentence: Extent) -> Extent | None:
    """The part of the sentence before, from the last semicolon on."""
    low = max(sentence[0], page.text.rfind(";", sentence[0], end) + 1)
    return contents.left(page, low, end)


def rumoured(page: Page, words: Words, found: Sequence[Found]) -> Iterator[Found]:
    """The outlet's own hearsay: "reportedly", "is believed to have"."""
    for pattern, rule in ((words.hearsay, "hearsay"), (words.believed, "believed")):
        for hit in pattern.finditer(page.text):
            if page.quote_at(hit.start()) is not None:
                continue
            sentence = page.sentence_at(hit.start())
            low, high = _clause(page, hit.span(), sentence)
            pieces = (contents.left(page, low, hit.start()), contents.right(page, hit.end(), high, words))
            content = tuple(piece for piece in pieces if piece is not None)
            told = any(a <= hit.start() < b for one in found if one.source is not None for a, b in one.content)
            if content and not (told and rule == "believed"):
                yield Found(rule=f"attribution/en/{rule}", cue=hit.span(), content=content, clause=sentence, modality=Modality.HEARSAY)


def _clause(page: Page, cue: Extent, sentence: Extent) -> Extent:
    """The clause of an adverb: from the last conjunction or semicolon before it to the next behind it."""
    low, high = sentence
    for mark in OPENS.finditer(page.text, low, cue[0]):
        low = mark.end()
    mark_ = ENDS.search(page.text, cue[1], high)
    return low, mark_.start() if mark_ is not None else high


def headed(page: Page) -> Iterator[Found]:
    """A name, a colon and a quotation, as in a headline."""
    for hit in HEADED.finditer(page.text):
        quote = page.quote_at(hit.end())
        if quote is not None and page.mention_from(hit.start("source")) is not None and quote[0] == hit.end():
            yield Found(rule="attribution/en/headline", cue=hit.span("cue"), source=hit.span("source"), content=(quote,), clause=hit.span())
