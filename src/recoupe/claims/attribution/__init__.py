"""Attribution relations: who says what, by which words (see docs/decisions on the hearsay conditional).

Frames read the surface: a cue word, what stands left and right of it. Each is a named rule and yields offsets into the untouched text.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence

import regex
from msgspec.structs import replace

from recoupe import lang
from recoupe.claims.attribution import (
    absolutes,
    colons,
    counts,
    dialogues,
    english,
    extent,
    inserted,
    manners,
    prepositions,
    quoted,
    readings,
    retold,
    sought,
    stances,
    tolls,
    twofold,
    verbs,
)
from recoupe.claims.attribution import lexicon as cue_words
from recoupe.claims.attribution.bare import bare
from recoupe.claims.attribution.cues import cues, gapped
from recoupe.claims.attribution.found import Found, overlap
from recoupe.claims.attribution.groups import Cue, Shape
from recoupe.claims.attribution.nominal import SHARED
from recoupe.claims.attribution.page import Extent, Page, page
from recoupe.claims.attribution.relation import Attributed, relations, rumoured
from recoupe.claims.attribution.withheld import silent, withheld
from recoupe.claims.modality.conditional import Conditional, conditionals
from recoupe.model import Modality, ReadReport, Record

__all__ = ["Attributed", "Heard", "attributed", "heard"]

FRENCH = "fr"
LED = regex.compile(r"\p{L},?[  ]?$")
"""A word right before a quotation."""
FALSE = regex.compile(
    r"(?:l[ea]s? |l'|une? |des |d'|de |ce |cette |ces |plusieurs )?"
    r"(?:(?:faux|fausses?) (?:informations?|nouvelles?|communiqués?|messages?|annonces?"
    r"|alertes?|articles?|dépêches?|vidéos?|comptes?|bilans?|documents?)|infox|intox|canulars?|fake news)(?!\p{L})"
)
"""Who says what nobody stands behind: "Une fausse information faisait état de 12 morts"."""
ACTS = frozenset({Modality.FORECAST, Modality.THREAT, Modality.DEMAND})
"""What is done by saying it: where the saying is hearsay ("aurait promis"), so is what was said."""


class Heard(Record, frozen=True, kw_only=True):
    """All that a report says of who says what: `withheld` is what somebody is said not to say; `moods` are its conditionals."""

    relations: tuple[Attributed, ...]
    withheld: tuple[Extent, ...] = ()
    moods: tuple[Conditional, ...] = ()


def attributed(read: ReadReport) -> tuple[Attributed, ...]:
    """Every attribution relation of a report with the modality that it gives to its content, sorted by content."""
    return heard(read).relations


def heard(read: ReadReport) -> Heard:
    """The relations of a report, and what nobody says."""
    laid_out = page(read)
    if lang.has(read.report.language, english.TABLE):
        return Heard(relations=relations(laid_out, english.found(laid_out), (), None, read))
    if read.report.language != FRENCH:
        return Heard(relations=relations(laid_out, list(quoted.signed(laid_out)), (), None, read))
    words = cue_words.lexicon(FRENCH)
    moods = conditionals(read.report.text, FRENCH)
    spoken = cues(laid_out, words)
    laid_out = inserted.opened(laid_out, spoken, words)
    groups = manners.more(laid_out, spoken, words)
    outside = [cue for cue in (_unmarked(laid_out, cue) for cue in groups) if cue is not None]
    found = list(quoted.signed(laid_out))
    found += _framed(laid_out, outside, words)
    found += readings.readings(laid_out, words)
    found += readings.rumours(laid_out)
    found += _unsaid(quoted.headlines(laid_out, words), found)
    found += quoted.sourced(laid_out)
    found += _unsaid(tolls.labelled(laid_out, words), found)
    found += _unsaid(tolls.sides(laid_out, words), found)
    found += _unsaid(stances.told(laid_out, words), found)
    found += _unsaid(sought.counts(laid_out, words, found), found)
    found += _unsaid(sought.penalties(laid_out, words), found)
    found += _unsaid(quoted.posts(laid_out, words), found)
    found = [f for f in _apart(found) if f.modality not in ACTS or not rumoured(laid_out, f, moods)]
    answers = list(dialogues.answers(laid_out, found))
    turns = (t for t in quoted.turns(laid_out, words) if not any(overlap(t.content[0], a.clause) for a in answers))
    found += [*_untaken(laid_out, turns, found), *answers]
    found += quoted.carried(laid_out, found, words)
    found += [more for one in found for more in counts.gapped(laid_out, one, words)]
    found = [each for one in found for part in colons.reasoned(laid_out, one) for each in counts.shared(laid_out, part, words)]
    found += retold.relations(laid_out, groups, words)
    found += bare(laid_out, found, moods, words)
    found = [f for f in found if not _of_area(laid_out, f, found, words)]
    kept_back = tuple(withheld(laid_out, groups, words))
    found = [f for f in found if not any(a <= f.cue[0] and f.cue[1] <= b for a, b in kept_back)]  # "refuse de dire si X réclamera Y"
    false = [f for f in found if f.source is not None and FALSE.match(laid_out.lower, *f.source)]
    kept_back += tuple(content for f in false for content in f.content)
    found = [f for f in found if f not in false]
    return Heard(relations=relations(laid_out, found, moods, words, read), withheld=kept_back, moods=moods)


AREA = 2
"""Spaces at most in the name of an area with its article: "Le Burkina Faso"."""


def _of_area(laid_out: Page, one: Found, found: list[Found], lexicon: cue_words.Lexicon) -> bool:
    """Whether an area is only said by somebody to count what befell it: "La Grèce déplore 12 morts, selon le ministère"."""
    source, known = one.source, (lexicon.finite, lexicon.participles)
    if source is None or source[1] not in laid_out.places or laid_out.text.count(" ", *source) > AREA:
        return False
    verbs = (verb for word in laid_out.lower[slice(*one.cue)].split() for shape in known for verb in shape.get(word, ()))
    if not any(verb.lemma in lexicon.words.finding for verb in verbs):
        return False
    return any(f.rule.endswith("/selon") and any(overlap(one.cue, content) for content in f.content) for f in found)


def _unmarked(laid_out: Page, cue: Cue) -> Cue | None:
    """A verb group outside quotations, or at the head of one that its subject stands before: "Le syndicat « condamne » l'accord"."""
    quote = laid_out.quote_at(cue.start)
    if quote is None:
        return cue
    text = laid_out.text
    headed = cue.pronoun is None and not text[quote[0] : cue.outer].strip(' «“"') and LED.search(text, max(0, quote[0] - 3), quote[0])
    if not headed or cue.shape not in (Shape.FINITE, Shape.COMPOUND):
        return None
    whole = not text[cue.end : quote[1]].strip(' »”"')
    end, group = (quote[1], (cue.group[0], cue.end)) if whole else (cue.end, cue.group)
    return replace(cue, outer=quote[0], end=end, group=group)


def _framed(laid_out: Page, groups: list[Cue], words: cue_words.Lexicon) -> list[Found]:
    """What the frames of verbs and prepositions find, sentence by sentence."""
    found: list[Found] = []
    for cue in groups:
        if not silent(laid_out, cue, words) and (told := verbs.relations(laid_out, cue, words, found[-1] if found else None)):
            if found:
                found[-1] = _ended(laid_out, found[-1], told)
            found.append(told)
    informed = [f for f in found if f.rule.endswith("/information")]
    settled = {f.content[0][0] for f in informed}
    between = [(f.cue[1], f.content[0][0]) for f in informed]
    found = [f for f in found if not (f.rule.endswith("/reduced") and any(a <= f.cue[0] < b for a, b in between))]
    prepositional = prepositions.relations(laid_out, words)
    decided = [f.cue[0] for f in found if f.rule.endswith("/passive")]
    contents = [c for f in found for c in f.content]
    named = [f for f in prepositional if not (f.rule.endswith("lequel") and (_settled(f, settled, decided) or _of_teller(f, contents)))]
    said = _parted(laid_out, found) + named
    return absolutes.parted(laid_out, twofold.parted(laid_out, said))


def _of_teller(heard: Found, told: Iterable[Extent]) -> bool:
    """Whether what nobody's papers say is told by who has them: "L'ONU affirme disposer d'informations [selon lesquelles] ..."."""
    return heard.source is None and any(start <= heard.cue[0] < end for start, end in told)


def _settled(told: Found, settled: Collection[int], decided: Sequence[int]) -> bool:
    """Whether somebody else denies or confirms what is told: "la rumeur selon laquelle ... [est démentie par] X"."""
    start, end = told.content[0]
    return start in settled or any(start < at < end for at in decided)


def _ended(laid_out: Page, earlier: Found, later: Found) -> Found:
    """What somebody says by one verb ends where the next verb with the same subject begins: "prétend ... et réclame ..."."""
    start, end = earlier.content[-1]
    if (parted := _answered(laid_out, earlier, later)) is not None:
        return replace(earlier, content=(*earlier.content[:-1], extent.closed(laid_out, (start, parted))))
    if _adjoined(laid_out, later) and start < later.cue[0] < end:
        stop = later.cue[0] - 3 * laid_out.text.startswith("en ", later.cue[0] - 3)
        return replace(earlier, content=(*earlier.content[:-1], extent.closed(laid_out, (start, stop))))
    if earlier.source is None or earlier.source != later.source or not start < later.cue[0] < end:
        return earlier
    joint = SHARED.search(laid_out.text, max(start, later.cue[0] - 30), later.cue[0] - 1)
    if joint is None or laid_out.quote_at(joint.start()) is not None or joint.start() <= start:
        return earlier
    return replace(earlier, content=(*earlier.content[:-1], extent.closed(laid_out, (start, joint.start()))))


def _adjoined(laid_out: Page, later: Found) -> bool:
    """Whether a gerund behind a comma is of the speaker before: "assure que le pont tient[, évoquant un choc]"."""
    at = later.cue[0]
    led = laid_out.text[at - 5 : at].endswith((", ", ", en "))
    return later.rule.endswith("/gerund") and led and laid_out.quote_at(at) is None


DEPENDENT = regex.compile(
    r"(?<!\p{L})(?:si|s'ils?|quand|lorsqu(?:e|')|dès|selon|malgré|en|dans|après|avant|avec|pour|depuis|comme|faute)(?![\p{L}-])"
)
"""What opens a part of a clause that its subject follows behind a comma: "dit que s'il pleut, la mairie annulera"."""


GAP = regex.compile(r"(?:,? (?:et|mais|puis|tandis que|alors que)|;) $")
JOINT = 16
"""Characters of what joins two clauses the second of which leaves its auxiliary to the first: "X a annoncé P [et] Y affirmé Q"."""


def _answered(laid_out: Page, earlier: Found, later: Found) -> int | None:
    """The mark or word behind which somebody else says something: "Bamako accuse Alger de mentir[, Alger accuse Bamako]"."""
    start, end = earlier.content[-1]
    source = later.source
    if source is None or source == earlier.source or not start + 2 < source[0] < later.cue[0] < end or earlier.cue[0] > start:
        return None
    gap = GAP.search(laid_out.text, max(start, source[0] - JOINT), source[0])
    if gap and gapped(laid_out.lower[slice(*later.cue)], cue_words.lexicon(FRENCH)) and laid_out.quote_at(source[0]) is None:
        return gap.start()
    behind = laid_out.text[source[0] - 2 : source[0]] == ", " and laid_out.quote_at(source[0]) is None and source[1] + 1 >= later.cue[0]
    return source[0] - 2 if behind and DEPENDENT.search(laid_out.text, start, source[0] - 2) is None else None


def _parted(laid_out: Page, found: list[Found]) -> list[Found]:
    """Of two incises in a sentence the second has what stands between them, the first no quotation that the second signs."""
    made: list[Found] = []
    for relation in found:
        before = made[-1] if made and made[-1].clause == relation.clause else None
        if before is None or not before.rule.endswith("incise") or not relation.rule.endswith("incise"):
            made.append(relation)
            continue
        own = tuple(extent.unjoined(laid_out, c) for c in _since(before, relation))
        if laid_out.quote_at(own[0][0]) is None:
            made.append(relation)
            continue
        made[-1] = replace(before, content=tuple(c for c in before.content if not any(overlap(c, o) for o in own)) or before.content)
        made.append(replace(relation, content=own))
    return made


def _since(before: Found, relation: Found) -> tuple[Extent, ...]:
    """The content of an incise from where the one before it ends, where it would else hold that one."""
    end = max(before.cue[1], before.source[1] if before.source else 0)
    return tuple((max(a, end), b) if a <= before.cue[0] < b and end < b else (a, b) for a, b in relation.content)


def _apart(found: list[Found]) -> list[Found]:
    """One relation a cue: of two whose cues overlap the first stays."""
    kept: list[Found] = []
    for relation in sorted(found, key=lambda f: (f.cue, f.rule)):
        if not kept or not overlap(kept[-1].cue, relation.cue):
            kept.append(relation)
    return kept


def _unsaid(signed: Iterable[Found], found: list[Found]) -> list[Found]:
    """Of signed quotations those that no verb gives to somebody."""
    taken = {c for f in found for c in f.content}
    return [s for s in signed if taken.isdisjoint(s.content)]


def _untaken(laid_out: Page, lines: Iterable[Found], found: list[Found]) -> Iterator[Found]:
    """Whole lines, each up to the sentence in which somebody is said to speak by a verb."""
    cued = sorted(f.cue for f in found)
    for line in lines:
        n = bisect_left(cued, line.clause)
        if n == bisect_left(cued, (line.clause[1], 0)):
            yield line
            continue
        start, stop = line.content[0][0], laid_out.sentence_at(cued[n][0])[0]
        if stop > start and (line.source is not None or line.rule.endswith("/turn")):
            yield replace(line, content=(extent.closed(laid_out, (start, stop)),))
