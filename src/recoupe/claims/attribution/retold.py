"""What somebody who is quoted tells of what others said: "« Mon fils m'a dit que l'eau montait », raconte Rosa"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace as with_fields

import regex
from msgspec.structs import replace

from recoupe.claims.attribution import extent, speakers, verbs
from recoupe.claims.attribution.found import Found
from recoupe.claims.attribution.groups import Cue, Shape
from recoupe.claims.attribution.lexicon import Lexicon
from recoupe.claims.attribution.objects import noun_phrase
from recoupe.claims.attribution.page import Page
from recoupe.claims.attribution.scene import Scene
from recoupe.claims.attribution.sides import ON

KINDS = frozenset(("say", "add", "commit", "distance", "deny", "demand", "predict"))
"""Classes of verbs by which the words of others are told; what they only think is not."""
LEARNT = frozenset(("apprendre", "découvrir", "craindre", "redouter", "prévoir", "anticiper", "compter"))
"""Verbs of these whose subject says nothing, unless it is to somebody: "a découvert que", "nous a appris que"."""
MINE = frozenset(("ai", "avons"))
TO_WHOM = regex.compile(r"(?:ne |n')?(?:m'|me |nous |lui |leur |vous )", regex.IGNORECASE)
"""To whom it was told."""
SUPPOSED = regex.compile(
    r"(?<!\p{L})(?:(?:si|quand|lorsque) |(?:faut|faudrait|pour|avant|(?:veu|voul|souhait|demand|attend|espèr|exige)\p{L}{0,6})"
    r" qu(?:e |'))$",
    regex.IGNORECASE,
)
"""Before a subject of which nothing is told but supposed, or wished."""
OUTER = ' «»“”"'


def relations(page: Page, cues: Sequence[Cue], lexicon: Lexicon) -> Iterator[Found]:
    """What verbs inside quotations give to others than who is quoted."""
    plain: Page | None = None
    for cue in cues:
        quote = page.quote_at(cue.start)
        if quote is None or not _tells(cue, page):
            continue
        plain = plain or with_fields(page, quotes=(), quote_starts=())
        low, high = page.sentence_at(cue.start)
        start, end = max(low, quote[0]), min(high, quote[1])
        start += len(page.text[start:end]) - len(page.text[start:end].lstrip(OUTER))
        end = start + len(page.text[start:end].rstrip(OUTER))
        if start < cue.outer < end and (told := _told(Scene(plain, cue, (start, end), lexicon))) is not None:
            yield told


def _tells(cue: Cue, page: Page) -> bool:
    """Whether a verb can tell what another one said."""
    spoken = cue.verb.kind in KINDS and cue.shape in (Shape.FINITE, Shape.COMPOUND) and not cue.negated
    if not spoken or cue.pronoun is not None or cue.auxiliary in MINE:
        return False
    return cue.verb.lemma not in LEARNT or TO_WHOM.match(page.text, cue.outer) is not None


def _told(scene: Scene) -> Found | None:
    """The words of somebody else, whom the verb has as its subject."""
    page, cue = scene.page, scene.cue
    hearer = TO_WHOM.match(page.text, cue.outer) is not None
    for frame in (verbs.que, verbs.infinitive, *((noun_phrase,) if hearer else ())):
        for found in frame(scene):
            source = found.source or scene.left
            if (
                source is None
                or SUPPOSED.search(page.text, max(scene.low, source[0] - 24), source[0])
                or not speakers.speaks(page, source, scene.lexicon)
            ):
                return None
            if page.lower[slice(*source)] in ON and not hearer:
                return None
            content = tuple(extent.closed(page, c) for c in found.content)
            told: Found = replace(found, rule="attribution/fr/retold", source=source, content=content)
            return told
    return None
