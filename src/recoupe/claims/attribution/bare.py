"""Hearsay without a named source: a clause that the outlet puts in the conditional ("La panne aurait duré deux heures")."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

import regex
from msgspec.structs import replace

from recoupe.claims.attribution import extent
from recoupe.claims.attribution.finite import resumed, verbs
from recoupe.claims.attribution.found import Found
from recoupe.claims.attribution.lexicon import Lexicon
from recoupe.claims.attribution.numerals import COUNT
from recoupe.claims.attribution.page import Extent, Page
from recoupe.claims.modality.conditional import Conditional, Mood, is_conditional
from recoupe.model import Modality

ASIDE = regex.compile(rf", (?:qui|où|dont(?! {COUNT}| une? )) [^,;:.]{{0,60}}$", regex.IGNORECASE)
CLITICS = regex.compile(
    r"(?<![\p{L}\p{M}'-])(?:(?:ne |n')?(?:s'|se |nous |vous |l'(?!on )|(?:les? |la |l'))?(?:lui |leur )?(?:y |en )?)(?<=[ '])$",
    regex.IGNORECASE,
)
NEVER = regex.compile(r" (?:pas|plus|jamais|guère)(?!\p{L})")
FEW = 14
"""Characters that the pronouns before a verb take."""
BEGINS = regex.compile(r"[;:(] ?|, (?=qui |où |dont |mais |tandis |alors |et )|(?<= )(?=qui |que |qu'|où |dont |tandis que |alors que )")
JOINS = regex.compile(r",? (?=(?:et|mais|car|puisque|parce que|tandis que|alors que) |(?:puisqu|parce qu|tandis qu|alors qu)')")
"""What may join a clause with a verb of its own to the one of the conditional."""
VERB = regex.compile(r"\p{L}+")
RELATIVE = regex.compile(r"(?:qui|où|dont|que) |qu'")
LISTED = regex.compile(rf"(?:{COUNT}|une? )[^,;:()]{{1,80}}+, (?={COUNT}|une? )", regex.IGNORECASE)
"""Of two counts side by side the first: "deux morts, douze blessés"."""
ROW = regex.compile(r",| (?:et|ou) ")
"""What makes several subjects of one verb."""


def bare(page: Page, found: Sequence[Found], moods: Sequence[Conditional], lexicon: Lexicon) -> Iterator[Found]:
    """A relation without source for each hearsay conditional that no relation explains."""
    taken = sorted(c for f in found for c in f.content)
    opened = {f.clause: f for f in found if f.rule.endswith("/selon") and f.content[0][0] > f.cue[0] and f.source is not None}
    last: Extent | None = None
    for mood in moods:
        if mood.reading is not Mood.HEARSAY or page.quote_at(mood.start) is not None or _explained(page, taken, mood.start):
            continue
        sentence = page.sentence_at(mood.start)
        content = _clause(page, mood, sentence, lexicon)
        if content != last:
            one = Found(rule=RULE, cue=_group(page, mood), content=(content,), clause=sentence, modality=Modality.HEARSAY, open=True)
            told = opened.get(sentence)
            yield one if told is None or not _onward(page, told, content) else replace(told, content=one.content, modality=one.modality)
        last = content


def _group(page: Page, mood: Conditional) -> Extent:
    """The verb group with the pronouns and the negation before it: "s'en serait pris"."""
    before = CLITICS.search(page.text, max(0, mood.start - FEW), mood.start)
    after = NEVER.match(page.text, mood.end) if before and before.group().lower().startswith("n") else None
    return (before.start() if before else mood.start), (after.end() if after else mood.end)


def _onward(page: Page, told: Found, content: Extent) -> bool:
    """Whether what "Selon X, ..." opens goes on behind a semicolon: "Selon X, 40 sont partis ; 12 seraient revenus"."""
    return page.text[told.content[-1][1] : content[0]].strip() == ";"


def _explained(page: Page, taken: Sequence[Extent], at: int) -> bool:
    """Whether what somebody is said to say holds `at`, and not in a relative clause that the reporter may have added."""
    near = taken[max(0, bisect_right(taken, (at, len(page.text))) - 40) : bisect_right(taken, (at, len(page.text)))]
    return any(a <= at < b and not _aside(page, a, at) for a, b in near)


def _aside(page: Page, start: int, at: int) -> bool:
    """Whether a relative clause after a comma holds `at`: an addition within what somebody says."""
    return ASIDE.search(page.text[max(start, at - 80) : at]) is not None


RULE = "attribution/fr/conditional"


def _clause(page: Page, mood: Conditional, sentence: Extent, lexicon: Lexicon) -> Extent:
    """The clause around the verb group: from its subject or relative pronoun to the end of the clause."""
    start, (verb, _) = sentence[0], _group(page, mood)
    inserted = False
    for mark in BEGINS.finditer(page.text, sentence[0], mood.start):
        apart = page.text.endswith(", ", 0, mark.end()) and RELATIVE.match(page.text, mark.end()) is not None
        if page.quote_at(mark.start()) is None and not (apart and page.text.endswith(", ", mark.end(), verb)):
            start, inserted = mark.end(), apart
    start = _subject_behind(page, start, mood.start, lexicon)
    end = extent.clause(page, mood.end, sentence[1])[1]
    if inserted:  # "le suspect, [qui serait armé], a fui"
        end = next(resumed(page, mood.end, end, lexicon), end)
    start, end = _own(page, mood, (start, end), lexicon)
    return extent.closed(page, (start, max(end, mood.end)))


def _subject_behind(page: Page, start: int, verb: int, lexicon: Lexicon) -> int:
    """Where the subject of the verb at `verb` begins behind a count that has no verb: "deux morts, [douze personnes seraient blessées]"."""
    first = LISTED.match(page.text, start, verb)
    if first is None or ROW.search(page.text, first.end(), verb) or any(verbs(page, first.span(), lexicon)):
        return start
    return first.end()


def _own(page: Page, mood: Conditional, around: Extent, lexicon: Lexicon) -> Extent:
    """`around` without what is joined to the clause of the conditional in the indicative: "Le car a brûlé et [six seraient morts]"."""
    start, end = around
    joins = [m.end() for m in JOINS.finditer(page.text, start, end) if page.quote_at(m.start()) is None]
    if not joins:
        return around
    heads = [at for at, _ in verbs(page, around, lexicon)]
    for join in joins:
        told = next((at for at in heads if at > join), end)
        if join < mood.start:
            if told >= mood.start and any(at < join for at in heads[:1]):
                start = join
        elif told < end and _subject(page, join, told) and not is_conditional(VERB.findall(page.lower, told, end)[0], page.language):
            return start, join
    return start, end


def _subject(page: Page, join: int, verb: int) -> bool:
    """Whether a verb has a subject of its own behind what joins it: more than a pronoun and, behind "et", no comma."""
    first, _, rest = page.text[join:verb].partition(" ")
    return " " in rest and not (first == "et" and "," in rest)
