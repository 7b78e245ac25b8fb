"""Attribution relations: who says what, by which words (see docs/decisions on the hearsay conditional).

Frames read the surface: a cue word, what stands left and right of it. Each is a named rule and yields offsets into the untouched text.
"""

from recoupe.claims.attribution import lexicon as cue_words
from recoupe.claims.attribution import prepositions, quoted, verbs
from recoupe.claims.attribution.bare import bare
from recoupe.claims.attribution.cues import cues
from recoupe.claims.attribution.found import Found, overlap
from recoupe.claims.attribution.page import Page, page
from recoupe.claims.attribution.relation import Attributed, relations
from recoupe.claims.conditional import conditionals
from recoupe.model import ReadReport

__all__ = ["Attributed", "attributed"]

FRENCH = "fr"


def attributed(read: ReadReport) -> tuple[Attributed, ...]:
    """Every attribution relation of a report with the modality that it gives to its content, sorted by content."""
    laid_out = page(read)
    if read.report.language != FRENCH:
        return relations(laid_out, list(quoted.signed(laid_out)), (), None, read)
    words = cue_words.lexicon(FRENCH)
    moods = conditionals(read.report.text, FRENCH)
    found = list(quoted.signed(laid_out))
    found += _framed(laid_out, words)
    found += quoted.headlines(laid_out, words)
    found = _apart(found)
    found += quoted.carried(laid_out, found)
    found += bare(laid_out, found, moods)
    return relations(laid_out, found, moods, words, read)


def _framed(laid_out: Page, words: cue_words.Lexicon) -> list[Found]:
    """What the frames of verbs and prepositions find, sentence by sentence."""
    found: list[Found] = []
    for sentence in laid_out.sentences:
        found += prepositions.relations(laid_out, sentence, words)
    for cue in cues(laid_out, words):
        relation = verbs.relations(laid_out, cue, laid_out.sentence_at(cue.start), words)
        if relation is not None:
            found.append(relation)
    return found


def _apart(found: list[Found]) -> list[Found]:
    """One relation a cue: of two whose cues overlap the first stays."""
    kept: list[Found] = []
    for relation in sorted(found, key=lambda f: (f.cue, f.rule)):
        if not kept or not overlap(kept[-1].cue, relation.cue):
            kept.append(relation)
    return kept
