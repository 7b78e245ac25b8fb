"""What nobody says here: "n'a pas confirmé que ...", "refuse de dire si ...", "ne mentionne aucun ...", in quotations "on dit que ..."."""

from collections.abc import Iterator

import regex

from recoupe.claims.attribution import extent, subjects
from recoupe.claims.attribution.adjuncts import adjuncts
from recoupe.claims.attribution.groups import Cue, Shape
from recoupe.claims.attribution.lexicon import Lexicon
from recoupe.claims.attribution.objects import NOUN_PHRASE
from recoupe.claims.attribution.page import Extent, Page
from recoupe.claims.attribution.phrases import noun_object
from recoupe.claims.attribution.verbs import BARRED
from recoupe.model import Modality

THAT = regex.compile(r"(?<![\p{L}\p{M}'-])(?:que |qu'|si |s'(?=ils?(?!\p{L})))")
NONE = regex.compile(r"(?:d')?(?:aucune?s?|nulle?s?|ni) ")
NOT = regex.compile(r"n(?:e |')", regex.IGNORECASE)
NOR = regex.compile(r" ni \p{L}{3,14}(?= )")
"""The second of two verbs neither of which says it: "n'a ni confirmé[ ni démenti] la mort de 12 civils"."""
SUBJECT = regex.compile(r"(?:^|[«“\"(,.;:!?—–] ?| et | mais | car )(?P<who>\p{L}[\p{L}']{0,12}+(?: \p{L}{1,12}+){0,2}?) $")
"""What opens a clause and ends before its verb, in three words at most."""
TO_US = frozenset(("nous", "me", "m'"))
SAID = regex.compile(r"(?:(?! mais )[^,;:.!?«»“”\"\n])++")
WINDOW = 140
"""Characters between a verb and what it governs."""


def withheld(page: Page, cues: list[Cue], lexicon: Lexicon) -> Iterator[Extent]:
    """What is not said, by offsets: the clause, the thing said, or the subject of "n'a pas été confirmé"."""
    for cue in cues:
        if cue.verb.modality is not Modality.REPORTED and not (cue.negated and NOR.match(page.text, cue.end)):
            continue
        found = None
        if cue.negated:
            found = _governed(page, cue, _bounds(page, cue), lexicon)
        elif silent(page, cue, lexicon):
            found = noun_object(page, cue.end + 1, _bounds(page, cue)[1])
        elif page.quote_at(cue.start) is not None and _others(page, cue, lexicon):
            said = SAID.match(page.text, cue.end)
            found = said.span() if said else None
        if found is not None and found[0] < found[1]:
            yield found


def _bounds(page: Page, cue: Cue) -> Extent:
    """The sentence of a verb, up to the end of the quotation that it stands in: who signs the quotation says it."""
    (low, high), quote = page.sentence_at(cue.start), page.quote_at(cue.start)
    return (low, min(high, quote[1])) if quote is not None else (low, high)


def silent(page: Page, cue: Cue, lexicon: Lexicon) -> bool:
    """Whether a verb only says that something is not spoken of: "ne fait état d'aucun blessé"."""
    speaks_not = cue.verb.lemma in lexicon.words.silent and NOT.match(page.text, cue.outer) is not None
    return speaks_not and NONE.match(page.text, cue.end + (page.text[cue.end : cue.end + 1] == " ")) is not None


def _others(page: Page, cue: Cue, lexicon: Lexicon) -> bool:
    """Whether others say it than whoever is quoted: "on nous parle de", "on dit que", "ils annoncent"."""
    hit = SUBJECT.search(page.text[max(0, cue.outer - 40) : cue.outer])
    if hit is None or cue.shape not in (Shape.FINITE, Shape.COMPOUND):
        return False
    who = hit["who"].lower()
    told = page.text[cue.outer : cue.end].lower().split(" ")[0] in TO_US or page.text.startswith("m'", cue.outer)
    return who in lexicon.words.others or (who == "on" and (told or cue.verb.lemma in lexicon.words.hearsay))


def _governed(page: Page, cue: Cue, sentence: Extent, lexicon: Lexicon) -> Extent | None:
    low, high = sentence
    nor = NOR.match(page.text, cue.end, high)
    confirmed = cue.verb.lemma in lexicon.words.upheld or nor is not None
    if cue.shape is Shape.PASSIVE:
        found = subjects.subject(page, low, cue.outer, plural=cue.plural) if confirmed else None
        return None if found and _is_none(page, cue, found, lexicon) else found
    end = nor.end() if nor else cue.end
    after = end + (page.text[end : end + 1] == " ")
    mark = THAT.search(page.text, cue.end, min(high, cue.end + WINDOW))
    if mark and not BARRED.search(page.text[after : mark.start()]):
        return extent.clause(page, mark.end(), high)
    at = adjuncts(page, after, high)
    if confirmed and (NOUN_PHRASE.match(page.text, at, high) or page.text.startswith(("de ", "d'"), at)):
        return noun_object(page, at, high)
    return None


def _is_none(page: Page, cue: Cue, subject: Extent, lexicon: Lexicon) -> bool:
    """Whether a passive says that there was none of its subject: "Aucun blessé n'a été signalé", not "n'a été confirmé"."""
    noticed = cue.verb.lemma in lexicon.words.finding | lexicon.words.noticing
    return noticed and NONE.match(page.lower, *subject) is not None
