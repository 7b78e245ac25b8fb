"""Verbs that no list of verbs of saying holds, where their place proves them: "« ... », frissonne une riveraine"."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

import regex
import simplemma
from msgspec.structs import replace

from recoupe.claims.attribution import finite
from recoupe.claims.attribution.alternatives import LEQUEL
from recoupe.claims.attribution.groups import Cue, Shape
from recoupe.claims.attribution.infinitives import is_infinitive
from recoupe.claims.attribution.lexicon import Lexicon, Verb, Words
from recoupe.claims.attribution.page import Extent, Page
from recoupe.model import Modality

BEHIND = regex.compile(
    r"(?:,|(?<=[!?…] ?[»”\"])) ?"
    r"(?P<group>(?P<reflexive>(?:lui |leur |nous |l'|n'en |en |y )?(?:se |s')?)"
    r"(?:(?P<aux>a|ont|avait|avaient|est|sont|était|étaient)(?:-(?:t-)?(?P<inverted>ils?|elles?))? "
    r"(?:(?:\p{L}{4,18}ment|aussi|encore|juste|ainsi|même|également|déjà|alors"
    r"|ensuite|enfin|finalement|toutefois|aussitôt) ){0,2})?"
    r"(?P<verb>\p{Ll}{3,18}+)"
    r"(?:-(?:t-)?(?P<pronoun>ils?|elles?))?"
    r"(?P<chain> (?:(?:de |d'|à )(?:l'|les? |la )?)?(?:se |s'|lui |leur |en |y )?(?P<infinitive>\p{Ll}{2,18}(?:er|ir|re|oir))(?!\p{L}))?)"
    r"(?: (?:même|encore|aussi|ainsi|alors|pourtant|volontiers|déjà|toutefois|cependant|ensuite|enfin|\p{L}{4,18}ment))?"
    r"(?=[ ,.])"
)
"""What stands behind a quotation and may be the verb of an incise."""
ASIDE = regex.compile(rf", (?:qui|dont|où|que |qu'|{LEQUEL})")
WORDS = 2
"""Spaces of a quotation that is more than a name."""
_start = attrgetter("outer")


def more(page: Page, cues: list[Cue], lexicon: Lexicon) -> list[Cue]:
    """`cues` with the verbs right behind quotations that may stand in an incise there, whatever they mean."""
    found = {cue.outer: cue for cue in _behind(page, cues, lexicon)}
    if not found:
        return cues
    made = [*found.values()]
    return sorted([*(cue for cue in cues if not _inside(cue, made)), *made], key=_start)


def _inside(cue: Cue, made: Sequence[Cue]) -> bool:
    """Whether `cue` begins inside one of `made`, which stand in the order of the text."""
    index = bisect_right(made, cue.outer, key=_start)
    return index > 0 and cue.outer < made[index - 1].end


def _behind(page: Page, cues: Sequence[Cue], lexicon: Lexicon) -> Iterator[Cue]:
    for quote in page.quotes:
        hit = BEHIND.match(page.text, quote[1] - 1) or BEHIND.match(page.text, quote[1])
        if hit is None or not _stands(page, quote, lexicon):
            continue
        at = bisect_left(cues, hit.start("group"), key=_start)
        known = cues[at] if at < len(cues) and cues[at].outer < hit.end("verb") else None
        if known is None:
            made = _made(hit, lexicon.words)
            if made is not None:
                yield made
        elif known.verb.frames.isdisjoint(("incise", "quoted")) and known.shape in (Shape.FINITE, Shape.COMPOUND):
            yield replace(known, verb=replace(known.verb, frames=known.verb.frames | OPEN))


OPEN = frozenset(("quoted", "open"))


def third_person(word: str, words: Words) -> bool:
    """Whether a word ends as the third person of a verb does, and is none that only looks so.

    >>> from recoupe.claims.attribution.lexicon import lexicon
    >>> [word for word in ("frissonne", "selon", "comme", "défend") if third_person(word, lexicon("fr").words)]
    ['frissonne', 'défend']
    """
    return word.endswith(words.third_endings) and word not in words.no_verb


def _made(hit: "regex.Match[str]", words: Words) -> Cue | None:
    """The verb group of a word that no list holds, if its form is that of a verb."""
    word, auxiliary = hit["verb"], hit["aux"]
    lemma = simplemma.lemmatize(word, lang="fr")
    if word in words.no_verb or word.endswith(("ant", "ment")):
        return None
    if auxiliary:
        if not word.endswith(words.participle_endings) or (auxiliary in BEING) is not hit["reflexive"].strip().endswith(("se", "s'")):
            return None
    elif not third_person(word, words) or not (finite.is_finite(word, "fr") or lemma == word):
        return None
    whole = hit["chain"] is None or is_infinitive(hit["infinitive"], "fr")
    end, after = (hit.end("group"), hit.end()) if whole else (hit.end("verb"), hit.end("verb"))
    pronoun = next((hit.span(name) for name in ("pronoun", "inverted") if hit[name]), None)
    shape = Shape.COMPOUND if auxiliary else Shape.FINITE
    group = (hit.start("group"), end)
    plural = (auxiliary or word).endswith("nt")
    verb = Verb(lemma, "say", Modality.REPORTED, OPEN, bool(hit["reflexive"]), "")
    last = end if pronoun else after
    return Cue(group[0], last, group[0], verb, shape, plural=plural, pronoun=pronoun, auxiliary=auxiliary or "", group=group)


BEING = frozenset(("est", "sont", "était", "étaient"))


def _stands(page: Page, quote: Extent, lexicon: Lexicon) -> bool:
    """Whether a quotation is what somebody says, no name and no part of a phrase: not "au cri de « ... », défilent"."""
    text = page.text
    if text.count(" ", *quote) < WORDS and text[quote[1] - 3 : quote[1] - 1].strip()[-1:] not in "!?…":
        return False
    low = page.sentence_at(quote[0])[0]
    before = text[low : quote[0]].strip(' \n«“"–—-')
    if not before or before.endswith((":", ".", "!", "?", "»", ";")):
        return True
    return ASIDE.search(text, low, quote[0]) is None and not finite.verbless(page, (low, quote[0]), lexicon)
