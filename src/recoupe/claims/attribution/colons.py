"""What a colon leads to: "a déclaré : « ... »", "« ... », dit X, et Y rétorque : « ... »"."""

from collections.abc import Iterator

import regex
from msgspec.structs import replace

from recoupe.claims.attribution import extent, finite, inserted, sources, taken
from recoupe.claims.attribution.closed import DETERMINERS, HAVE, TALLIES
from recoupe.claims.attribution.disbelief import TOLL
from recoupe.claims.attribution.found import Found
from recoupe.claims.attribution.groups import Shape
from recoupe.claims.attribution.infinitives import CHARGE, DE, INFINITIVE, is_infinitive
from recoupe.claims.attribution.objects import NOUN_PHRASE
from recoupe.claims.attribution.page import Extent, Page
from recoupe.claims.attribution.scene import Scene
from recoupe.model import Modality

COLON = regex.compile(r"(?:(?! avant d[e'])[^.;:!?\n«»“”]){0,160}+:\s?")
QUE = regex.compile(r"(?<![\p{L}\p{M}'-])(?:que,? |qu')")


def colon(scene: Scene) -> Iterator[Found]:
    """ "a déclaré [le maire] : « ... »"."""
    page, cue = scene.page, scene.cue
    mark = COLON.match(page.text, cue.end, scene.high) if cue.shape is not Shape.PASSIVE else None
    tallied = mark is not None and _tallied(scene, mark.end())
    if mark is None or not (tallied or scene.has("incise") or scene.has("que") or scene.has("quoted")):
        return
    quote = page.quote_at(mark.end())
    at = mark.end()
    if quote is not None and quote[0] == at and page.text[at] not in inserted.OPENING:
        return  # "« C'est faux, répond le maire : ... »": an incise inside the quotation
    if _named_before(scene, mark.end() - 2):
        return  # "nie tout retard : « ... »": the delay is denied
    if quote is not None and quote[0] == at and cue.shape is not Shape.GERUND and _told_before(scene, mark.end() - 2):
        return  # "a dit qu'il ferait appel : « ... »": the quotation goes on with it
    if quote is not None and quote[0] == at and (_spoken_between(scene, mark.end() - 2) or _signed_behind(scene, quote)):
        return
    if quote is None and scene.has("quoted") and not tallied:
        return
    if quote is None and not (tallied or page.text[cue.end : mark.start() + 12].lstrip().startswith(":") or _announced(scene)):
        return
    content = quote if quote and quote[0] == at else extent.clause(page, at, scene.high)
    behind = None if tallied else lambda: sources.following(page, scene.after, at, scene.lexicon)
    told = scene.told("colon", content, lambda: cue.pronoun or (scene.speaker() or behind() if behind else scene.subject()))
    yield from (replace(one, open=quote is None) for one in told)


TALLY = regex.compile(
    rf"(?:une? |l[ea] |l'|sa |son |leur |cet(?:te)? |ce )(?:\p{{L}}[\p{{L}}-]{{3,14}} ){{0,2}}?(?:{TOLL}|constat|point de situation)"
    r"[^,;:.!?«»\n]{0,60}: ?"
)
"""A figure before a colon, behind which it stands: "a dressé [un premier bilan : ]"."""


def _tallied(scene: Scene, end: int) -> bool:
    """Whether only a figure parts the verb from a colon: "a évoqué un bilan plus lourd : quinze corps ont été retrouvés"."""
    cue = scene.cue
    named = not TALLIES.isdisjoint(cue.verb.tail.split())
    at = scene.page.lower.rfind(cue.verb.tail, cue.outer, cue.end) if named else scene.beyond
    return not (cue.negated or scene.has("revise")) and TALLY.fullmatch(scene.page.text, max(at, cue.outer), end) is not None


SIGNED = regex.compile(r",? ?(?:[sl]'|se |lui |leur |nous )?(?P<aux>(?:a|ont|avait|avaient) )?(?P<verb>\p{Ll}++)")
"""What stands behind a quotation and may be the verb of an incise."""


def _spoken_between(scene: Scene, colon: int) -> bool:
    """Whether another verb of saying stands nearer to a colon: "« ... », affirme le délégué, la direction [rétorque] : « ... »"."""
    words, before = scene.lexicon, ""
    for hit in finite.WORD.finditer(scene.page.lower, scene.cue.end, colon):
        forms = words.participles if before in HAVE else words.finite if before not in DETERMINERS else {}
        if any(SPEAKING & verb.frames for verb in forms.get(hit.group(), ())):
            return True
        before = hit.group()
    return False


SPEAKING = frozenset(("incise", "quoted"))


def _signed_behind(scene: Scene, quote: Extent) -> bool:
    """Whether an incise behind a quotation tells who speaks: "L'enquête avance : « ... », indique le parquet"."""
    behind = SIGNED.match(scene.page.lower, quote[1], scene.high)
    told_us = scene.page.lower.startswith(("m'", "me ", "nous "), scene.cue.outer)
    if told_us or behind is None or scene.page.text[quote[1] - 2 : behind.start("verb")].count(",") == 0:
        return False
    forms = scene.lexicon.participles if behind["aux"] else scene.lexicon.finite
    return any("incise" in verb.frames for verb in forms.get(behind["verb"], ()))


def _told_before(scene: Scene, colon: int) -> bool:
    """Whether a clause or an infinitive that the verb takes stands before a colon."""
    text, at = scene.page.text, scene.beyond
    clause = QUE.match(text, scene.after) or QUE.match(text, at) if scene.has("que") else None
    bare = INFINITIVE.match(text, at, colon) if scene.has("inf") else None
    linked = DE.match(text, at, colon) if scene.has("de") else None
    if scene.has("charge"):
        linked = next(CHARGE.finditer(text, scene.after, colon), linked)
    hit = bare or linked
    return clause is not None or (hit is not None and is_infinitive(hit["verb"].lower(), scene.page.language))


def _named_before(scene: Scene, colon: int) -> bool:
    """Whether what is denied or charged is named before a colon: "dénonce un oubli : « ... »", not "dénonce le maire : « ... »"."""
    modality, at = scene.cue.verb.modality, scene.beyond
    if modality not in (Modality.DENIED, Modality.ACCUSATION) or at >= colon or not NOUN_PHRASE.match(scene.page.text, at, colon):
        return False
    return modality is Modality.DENIED or (scene.has("np") and scene.cue.pronoun is None and scene.named() is not None)


def _announced(scene: Scene) -> bool:
    """Whether only times and channels part "l'a annoncé" from the colon."""
    page = scene.page
    return taken.taken_up(scene) and page.text[scene.beyond : scene.beyond + 2].lstrip().startswith(":")


REASON = regex.compile(
    r"(?:,? (?:dans|sur|via|par|lors|à|aux?|devant|citée?)[^,;:.!?«»\n]{1,60})? ?: (?!(?:selon|d'après|à en croire|pour) )"
)
"""Between who speaks in an incise and why he says so, with where he said it: ", dit X à la radio : "."""
VERDICT = 24
"""Characters of what a colon may give the reasons of."""


def reason(scene: Scene, verdict: Extent, end: int) -> Extent | None:
    """What a colon at the `end` of an incise leads to, behind a verdict: "C'est faux, affirme le maire : [rien n'a été vendu]"."""
    page = scene.page
    mark = REASON.match(page.text, end, scene.high) if verdict[1] - verdict[0] < VERDICT else None
    told = extent.clause(page, mark.end(), scene.high) if mark else None
    counts = told is not None and page.text[told[0]].isnumeric() and finite.verbless(page, told, scene.lexicon)
    return None if counts else told


AROUND = 2
"""Stretches of what is said, one on each side of an incise."""


def reasoned(page: Page, found: Found) -> tuple[Found, ...]:
    """What is quoted before an incise, and what the colon behind its speaker leads to, each by itself: "« Faux », dit X : tout va bien"."""
    if not found.rule.endswith(("incise", "read")) or len(found.content) != AROUND:
        return (found,)
    (_, end), (start, _) = found.content
    if end > found.cue[0] or not page.quoted_in(*found.content[0]) or not page.text[found.cue[1] : start].rstrip(' «“"').endswith(":"):
        return (found,)
    return tuple(replace(found, content=(each,)) for each in found.content)
