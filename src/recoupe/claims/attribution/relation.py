"""Attribution records from what the frames found: actors, channels, times, chains, nesting, modality, evidence."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

import regex
from msgspec.structs import replace

from recoupe import lang
from recoupe.claims.attribution import channels, extent, hearers, relays, sources, voices
from recoupe.claims.attribution.english import channels as english_channels
from recoupe.claims.attribution.english import voices as english_voices
from recoupe.claims.attribution.english import words as english_words
from recoupe.claims.attribution.found import Found
from recoupe.claims.attribution.lexicon import Lexicon
from recoupe.claims.attribution.page import Extent, Page
from recoupe.claims.modality.conditional import Conditional, Mood
from recoupe.model import (
    Actor,
    Attribution,
    Channel,
    ChannelKind,
    Evidence,
    Form,
    Modality,
    ReadReport,
    Record,
    Relay,
    When,
    identify,
)


class Attributed(Record, frozen=True, kw_only=True):
    """An attribution relation, how its content is put by it, and why."""

    attribution: Attribution
    modality: Modality
    evidence: tuple[Evidence, ...]


def relations(
    page: Page, found: list[Found], moods: Sequence[Conditional], lexicon: Lexicon | None, read: ReadReport
) -> tuple[Attributed, ...]:
    """The records, sorted by content."""
    ordered = _with_sources(sorted(found, key=lambda f: (f.cue, f.content)))
    holders = _holders(ordered)
    voiced = _voiced(page, ordered, lexicon, holders)
    whens = sorted((w for w in read.reading.whens if w.span is not None and not w.lasts), key=_start)
    voiced = [_retold(page, ordered, voiced, index) for index in range(len(ordered))]
    cues = sorted({f.cue for f in ordered})
    ids = [identify("a", page.report, f.rule, f.cue, f.source, f.content) for f in ordered]
    made = [
        _attributed(page, f, voice, (ids[i], None if (holder := holders[i]) is None else ids[holder]), (moods, whens, cues))
        for i, (f, voice) in enumerate(zip(ordered, voiced, strict=True))
    ]
    made = _inherited(page, made, ordered)
    return tuple(sorted(made, key=lambda a: (a.attribution.content, a.attribution.cue, a.attribution.id)))


WRITTEN = frozenset((ChannelKind.COMMUNIQUE, ChannelKind.LETTER, ChannelKind.DOCUMENT, ChannelKind.SOCIAL))
TEXT = regex.compile(r"(?:le|ce|son) (?:même )?texte$", regex.IGNORECASE)
"""A source that is what was named before: "souligne le texte"."""


def _inherited(page: Page, made: list[Attributed], ordered: list[Found]) -> list[Attributed]:
    """A channel holds for what the same words are the speaker of in the same sentence: "a dit dans un communiqué que ..., ajoutant que"."""
    kept: list[Attributed] = []
    ways: dict[tuple[Extent, Extent], Channel] = {}
    written: Channel | None = None
    for one, found in zip(made, ordered, strict=True):
        own, source = one.attribution.channel, one.attribution.source
        key = (found.clause, (source[0].start, source[0].end)) if source else ((0, 0), (0, 0))
        besides = (own is not None or key in ways) and _relative(page, found) is not None
        if own is not None:
            if not besides:
                ways.setdefault(key, own)
            written = own if own.kind in WRITTEN else written
        text = source and TEXT.match(page.text, source[0].start, source[0].end)
        way = own or (ways.get(key) if source and not besides else None) or (written if text else None)
        kept.append(one if way is own else _with_channel(one, way))
    return kept


def _with_channel(one: Attributed, channel: Channel | None) -> Attributed:
    inherited = replace(channel, inherited=True) if channel else None
    return replace(one, attribution=replace(one.attribution, channel=inherited))


def _with_sources(found: list[Found]) -> list[Found]:
    """Carried-over sources filled in: that of the nearest relation before, in the same sentence if there is one."""
    made: list[Found] = []
    for relation in found:
        if relation.carried:
            source = _carried(made, relation)
            made += [replace(relation, source=source)] if source else []
        else:
            made.append(relation)
    return made


def _carried(earlier: list[Found], relation: Found) -> Extent | None:
    """The source of the relation before in the sentence, else its opening speaker; for quotations that of the last relation."""
    within = relation.cue[0] - relation.clause[0] if relation.rule.endswith("gerund") else 1200
    told = relation.content[:1]
    near = (
        f
        for f in reversed(earlier[-NEIGHBOURS:])
        if (f.source is not None or f.rule.endswith(("unsigned", "dash", "turn")))
        and not f.rule.endswith("/retold")
        and not any(a <= f.cue[0] < b for a, b in told)
    )
    last = next((f for f in near if relation.cue[0] - f.cue[0] <= within), relation)
    if relation.rule.endswith("gerund"):
        return next((f.source for f in earlier[-NEIGHBOURS:] if _governs(f, last, relation)), last.source)
    return last.source


def _governs(outer: Found, inner: Found, gerund: Found) -> bool:
    """Whether what `outer` says with "que" holds `inner` and ends where a gerund begins, which is then of the main verb: "le juge a dit
    que le chauffeur avait reconnu les faits, [ajoutant] ..."."""
    if not outer.rule.endswith("/que") or outer.source is None or outer.cue[1] > inner.cue[0]:
        return False
    return any(a <= inner.cue[0] < b and gerund.cue[0] - AND_SO <= b for a, b in outer.content)


AND_SO = 10
"""Characters between what is said and a gerund: ", tout en "."""


TO_ME = regex.compile(r"(?:m'|me |nous )", regex.IGNORECASE)


def _retold(page: Page, found: list[Found], voiced: "list[Voice]", index: int) -> "Voice":
    """ "Le ministre m'a dit : ..., raconte X": the minister's words reach us by X."""
    source, actor, chain = voiced[index]
    cue = found[index].cue
    if chain or actor is None or not TO_ME.match(page.text, cue[0]):
        return voiced[index]
    for j, outer in enumerate(found[max(0, index - NEIGHBOURS) : index + NEIGHBOURS], max(0, index - NEIGHBOURS)):
        held = any(a <= cue[0] and cue[1] <= b for a, b in outer.content)
        if held and outer.source is not None and voiced[j][1] not in (None, actor):
            return source, actor, (Relay(source=(page.span(outer.source),), actor=voiced[j][1], cue=page.span(outer.cue)),)
    return voiced[index]


def _is_english(page: Page) -> bool:
    return lang.has(page.language, english_words.TABLE)


Read = tuple[Sequence[Conditional], Sequence[When], Sequence[Extent]]
"""The conditionals and times of a report, and all cues."""
Voice = tuple[Extent | None, Actor | None, tuple[Relay, ...]]
Around = tuple[Sequence[Extent], Extent]
"""The parts of its clause around a cue that are not content, and how far neither another cue nor a semicolon stands."""


_begin, _start = attrgetter("start"), attrgetter("span.start")
"""Where a conditional begins, and a time that stands somewhere."""

NEIGHBOURS = 30
"""Relations before and after one that are looked at for nesting: more than any sentence or quotation holds."""


def _voiced(page: Page, found: list[Found], lexicon: Lexicon | None, holders: Sequence[int | None]) -> list[Voice]:
    """Source, actor and chain of each relation; pronouns look back on what was resolved before."""
    speakers = english_voices.Voices(page) if _is_english(page) else voices.Voices(page)
    made: list[Voice] = []
    for index, relation in enumerate(found):
        relay = relays.relayed(page, relation, lexicon) if lexicon else None
        source, chain = relay or (relation.source and sources.counter(page.text, relation.source), ())
        actor = speakers.actor(source, inner=_held(page, found, holders[index])) if source else None
        made.append((source and sources.stated(page.text, source), actor, chain))
    return made


def _held(page: Page, found: Sequence[Found], holder: int | None) -> bool:
    """Whether a relation stands inside the words of somebody who is no mere relay: "a dit le maire, rapporte l'agence" is the mayor's."""
    outer = found[holder].source if holder is not None else None
    mention = page.mention(*outer) if outer is not None else None
    return holder is not None and (mention is None or mention.actor.kind not in hearers.OUTLETS)


def _holders(found: list[Found]) -> list[int | None]:
    """Inside which other relation each one stands: the smallest whose content holds its cue and whose own cue is not in its content."""
    starts = [f.cue[0] for f in found]
    smallest: list[tuple[int, int] | None] = [None] * len(found)
    for j, outer in enumerate(found):
        size = sum(b - a for a, b in outer.content)
        for a, b in outer.content:
            for i in range(max(bisect_left(starts, a), j - NEIGHBOURS + 1), min(bisect_right(starts, b), j + NEIGHBOURS + 1)):
                inside = i != j and found[i].cue[1] <= b and not any(x <= outer.cue[0] < y for x, y in found[i].content)
                if inside and (smallest[i] or (size, j)) >= (size, j):
                    smallest[i] = size, j
    return [held and held[1] for held in smallest]


def _attributed(page: Page, found: Found, voice: Voice, names: tuple[str, str | None], read: Read) -> Attributed:
    source, actor, chain = voice
    free, alone = _free(found), _alone(page, found.cue, read[2])
    spans = tuple(page.span(extent.bare(page.text, c)) for c in sorted(found.content))
    attribution = Attribution(
        id=names[0],
        source=(page.span(source),) if source else (),
        actor=actor,
        cue=page.span(found.cue),
        content=spans,
        form=_form(page, found.content),
        rule=found.rule,
        channel=_channel(page, found, voice, (free, alone)),
        nested_in=names[1],
        chain=chain or _told(page, source, (free, alone)),
        uttered=_uttered(found, free, read[1]),
    )
    return Attributed(attribution=attribution, modality=_modality(page, found, read[0]), evidence=_evidence(page, attribution))


def _form(page: Page, content: tuple[Extent, ...]) -> Form:
    """Direct where all of it is quoted, mixed where some is."""
    if all((quote := page.quote_at(a)) is not None and b <= quote[1] + 1 for a, b in content):
        return Form.DIRECT
    return Form.MIXED if any(page.quoted_in(a, b) for a, b in content) else Form.INDIRECT


def _free(found: Found) -> list[Extent]:
    """The parts of the clause around the cue that are not content: where a channel or a time of speech can stand."""
    parts, at = [], found.clause[0]
    for a, b in (*sorted(found.content), (found.clause[1], found.clause[1])):
        if a > at:
            parts.append((at, min(a, found.clause[1])))
        at = max(at, b)
    near = [p for p in parts if p[0] <= found.cue[0] < p[1] or p[0] <= found.cue[1] <= p[1]]
    return [(max(p[0], found.cue[0] - 200), min(p[1], found.cue[1] + 250)) for p in near]


def _channel(page: Page, found: Found, voice: Voice, around: Around) -> Channel | None:
    """What the source itself is, what is named beside the cue and before the next one, or the outlet through which it came."""
    (source, actor, chain), (free, alone) = voice, around
    if _is_english(page):
        return english_channels.channel(page, found, source, actor)
    if page.language != "fr":
        return None
    if source and (own := channels.document(page, source)):
        return own
    which = _relative(page, found)
    if which is not None and source is not None:  # ", qui réclame": how the main clause is said is not how
        before = channels.asked(page, max(alone[0], source[0]), which) if source[1] <= which else None
        alone = which, alone[1]
        if before is not None:
            return before
    ways = (channels.channel(page, a, b) for part in free for a, b in _told_by(page, found, source, _both(part, alone)))
    way = next((w for w in ways if w is not None), None)
    if way is None and not found.rule.endswith(("selon", "lequel", "conditional")):
        way = _spoken(page, found, source, alone)
    if way is not None or chain:
        return way or chain[0].channel
    outlet = not _own_word(page, found) and source is not None and actor is not None and channels.is_outlet(page, source, actor)
    return Channel(kind=ChannelKind.MEDIA_RELAY, span=page.span(source)) if source and outlet else None


def _told(page: Page, source: Extent | None, around: Around) -> tuple[Relay, ...]:
    """The outlet that somebody speaks to, which passes it on."""
    if page.language != "fr" or source is None:
        return ()
    free, alone = around
    relay = relays.told(page, [_both(part, alone) for part in free])
    return (relay,) if relay is not None else ()


def _own_word(page: Page, found: Found) -> bool:
    """Whether it is the word of the outlet itself, which relays nobody: "selon le journal", "croit savoir", "a appris le journal"."""
    cue = page.lower[slice(*found.cue)]
    return found.rule.endswith(("selon", "lequel", "retold")) or cue.startswith(BELIEVES) or LEARNT in cue


BELIEVES, LEARNT = ("croi", "croy"), "appri"
"""How the cue begins, or what is in it, where an outlet tells what it found out: "croit savoir", "a appris"."""
RELATIVE = regex.compile(r", (?:qui |dont (?:l[ea]s? |l')[^,;:.!?«»\n]{2,40} )(?:n(?:e |')|l(?:es? |a |'|ui ))?$")
BESIDES = 60
"""Characters before a verb in which the relative stands whose verb it is."""
ASIDE = regex.compile(r", (?:qui|dont|où) [^,;:.!?«»\n]{1,200}+,(?= )")
"""What is told of the speaker besides: "le groupe, qui a revendiqué l'attaque dans un message, affirme"."""


def _relative(page: Page, found: Found) -> int | None:
    """Where the relative begins whose verb the cue is."""
    which = RELATIVE.search(page.text, max(0, found.cue[0] - BESIDES), found.cue[0])
    return which.start() if which is not None else None


def _both(part: Extent, other: Extent) -> Extent:
    return max(part[0], other[0]), min(part[1], other[1])


def _told_by(page: Page, found: Found, source: Extent | None, part: Extent) -> tuple[Extent, ...]:
    """`part` without what a relative tells of the speaker before the verb."""
    beside = ASIDE.match(page.text, source[1], found.cue[0]) if source and source[1] < found.cue[0] else None
    if beside is None or beside.end() <= part[0] or part[1] <= beside.start():
        return (part,)
    return (part[0], max(part[0], beside.start())), (min(beside.end(), part[1]), part[1])


def _spoken(page: Page, found: Found, source: Extent | None, alone: Extent) -> Channel | None:
    """What is named behind what is said, before the speaker or right behind him: a channel, hearers, the verb itself."""
    low, high = alone
    end = max(b for _, b in found.content)
    limit = min(end + BEHIND, high, max(found.clause[1], end))
    if found.cue[0] < end and (way := channels.channel(page, end, limit)) and way.span.start - end <= 2:
        return way  # "a reconnu une erreur lors d'un point de presse"
    before = channels.opened(page, max(found.clause[0], low), source[0]) if source and source[1] <= found.cue[0] else None
    taken = (*found.content, source) if source else found.content
    ends = (found.cue[1], source[1]) if source and source[0] > found.cue[1] else (found.cue[1],)
    return before or channels.spoken(page, ends, min(found.clause[1], high), taken) or channels.posted(page, found.cue)


BEHIND = 60
"""Characters behind what is said in which its channel is named."""


def _alone(page: Page, cue: Extent, cues: Sequence[Extent]) -> Extent:
    """Around a cue, how far neither another one nor a semicolon stands."""
    at = bisect_left(cues, cue)
    low = min(cues[at - 1][1], cue[0]) if at else 0
    high = max(cues[at + 1][0], cue[1]) if at + 1 < len(cues) else len(page.text)
    low = max(low, page.text.rfind(";", max(0, cue[0] - 250), cue[0]))
    mark = page.text.find(";", cue[1], cue[1] + 300)
    return low, min(high, mark) if mark >= 0 else high


def _uttered(found: Found, free: Sequence[Extent], whens: Sequence[When]) -> When | None:
    """The time between the cue and its content, or at the head of a clause whose verb follows."""
    if found.rule.endswith(("selon", "conditional", "signed", "carried")):
        return None
    near = [
        (abs(w.span.start - found.cue[1]), w.span.start, w)
        for a, b in free
        for w in whens[bisect_left(whens, a, key=_start) : bisect_left(whens, b, key=_start)]
        if w.span is not None and w.span.end <= b
    ]
    return min(near, key=lambda n: n[:2])[2] if near else None


def _modality(page: Page, found: Found, moods: Sequence[Conditional]) -> Modality:
    """That of the cue; hearsay where the outlet's own clause is in the hearsay conditional, outside quotations."""
    if found.modality is not Modality.REPORTED:
        return found.modality
    if rumoured(page, found, moods):
        return Modality.HEARSAY
    if not found.open:
        return found.modality
    within = (m for a, b in found.content for m in moods[bisect_left(moods, a, key=_begin) : bisect_left(moods, b, key=_begin)])
    heard = any(m.reading is Mood.HEARSAY and page.quote_at(m.start) is None for m in within)
    return Modality.HEARSAY if heard else found.modality


def rumoured(page: Page, found: Found, moods: Sequence[Conditional]) -> bool:
    """Whether the saying itself is hearsay: "aurait promis que"."""
    i = bisect_left(moods, found.cue[0], key=_begin)
    told = i < len(moods) and moods[i].start < found.cue[1] and moods[i].reading is Mood.HEARSAY
    return told and not found.rule.endswith("/conditional") and page.quote_at(found.cue[0]) is None


def _evidence(page: Page, attribution: Attribution) -> tuple[Evidence, ...]:
    parts = [("cue", attribution.cue), *(("source", s) for s in attribution.source), *(("content", s) for s in attribution.content)]
    if attribution.channel is not None:
        parts.append(("channel", attribution.channel.span))
    return tuple(Evidence(field=f"attribution.{name}", rule=attribution.rule, span=s, words=page.raw[s.start : s.end]) for name, s in parts)
