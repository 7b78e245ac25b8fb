"""What a negated verb of saying leaves open: "n'a pas confirmé que ...", "refuse de dire si ...", "aucune source n'a fait état de ..."."""

from collections.abc import Iterator

import regex

from recoupe.claims.attribution import extent, sources
from recoupe.claims.attribution.channels import adjuncts
from recoupe.claims.attribution.cues import Cue, Shape
from recoupe.claims.attribution.lexicon import Lexicon
from recoupe.claims.attribution.objects import NOUN_PHRASE, noun_object
from recoupe.claims.attribution.page import Extent, Page
from recoupe.claims.attribution.verbs import BARRED
from recoupe.model import Modality

THAT = regex.compile(r"(?<![\p{L}\p{M}'-])(?:que |qu'|si |s'(?=ils?(?!\p{L})))")
WINDOW = 140
"""Characters between a verb and what it governs."""


def withheld(page: Page, cues: list[Cue], lexicon: Lexicon) -> Iterator[Extent]:
    """What is not said, by offsets: the clause, the thing said, or the subject of "n'a pas été confirmé"."""
    for cue in cues:
        if cue.negated and cue.verb.modality is Modality.REPORTED:
            found = _governed(page, cue, page.sentence_at(cue.start), lexicon)
            if found is not None and found[0] < found[1]:
                yield found


def _governed(page: Page, cue: Cue, sentence: Extent, lexicon: Lexicon) -> Extent | None:
    low, high = sentence
    confirmed = cue.verb.lemma in lexicon.words.upheld
    if cue.shape is Shape.PASSIVE:
        return sources.subject(page, low, cue.outer, plural=cue.plural) if confirmed else None
    after = cue.end + (page.text[cue.end : cue.end + 1] == " ")
    mark = THAT.search(page.text, cue.end, min(high, cue.end + WINDOW))
    if mark and not BARRED.search(page.text[after : mark.start()]):
        return extent.clause(page, mark.end(), high)
    at = adjuncts(page, after, high)
    if confirmed and (NOUN_PHRASE.match(page.text, at, high) or page.text.startswith(("de ", "d'"), at)):
        return noun_object(page, at, high)
    return None
