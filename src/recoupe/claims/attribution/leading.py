"""Infinitives that are cues by the verb before them: "vient d'annoncer", "tient à rappeler", "a dû reconnaître", "refuse de dire"."""

from itertools import takewhile

from recoupe.claims.attribution.closed import (
    BE,
    COUNTERS,
    HAVE,
    NE,
    NOBODY,
    NOT,
    PRONOUNS,
    REFUSED,
)
from recoupe.claims.attribution.groups import Cue, Shape, adverb, choose, governing, outermost
from recoupe.claims.attribution.lexicon import Leader, Lexicon
from recoupe.claims.attribution.words import Token

CLOSING = frozenset('»”"')
PARTED = 5
"""Words at most of a time that parts a verb from its infinitive: "a pu [pour l'instant] confirmer"."""


def _just(tokens: list[Token], index: int, lexicon: Lexicon) -> Cue | None:
    """ "vient d'annoncer"."""
    if index < 2 or tokens[index - 1].word not in ("de", "d'") or tokens[index - 2].word not in ("vient", "viennent", "venait", "venaient"):
        return None
    chosen = choose(lexicon.infinitives[tokens[index].word], tokens, index, reflexive=False)
    if chosen is None:
        return None
    head = tokens[index - 2]
    end, plural = tokens[chosen[1]].end, head.word.endswith("ent")
    return Cue(head.start, end, head.start, chosen[0], Shape.COMPOUND, plural=plural, group=(head.start, end))


def _led(tokens: list[Token], index: int, lexicon: Lexicon) -> Cue | None:
    """ "tient à rappeler", "s'est contentée d'indiquer", "n'hésite pas à accuser"."""
    last = index - 1
    while last > 0 and tokens[last].word in ("l'", "le", "la", "les"):
        last -= 1  # "finit par l'admettre"
    link = "de" if index and tokens[last].word == "d'" else tokens[last].word if index else ""
    at = last - 1
    while at > 0 and index - at < 5 and adverb(tokens[at].word, lexicon):
        at -= 1
    modal = index - 1
    while modal > 0 and index - modal <= PARTED and tokens[modal].word in lexicon.words.meanwhile:
        modal -= 1
    if tokens[modal].word in lexicon.words.dared | lexicon.words.daring:
        return _dared(tokens, (modal, index), lexicon)
    if tokens[index - 1].word in lexicon.words.willing:
        return _willing(tokens, index, lexicon)
    pronoun = None
    if at > 1 and tokens[at].word in PRONOUNS and tokens[at - 1].word == "-":  # "tente-t-il de corriger"
        pronoun = (tokens[at].start, tokens[at].end)
        at -= 4 if tokens[at - 2].word == "t" else 2
    leaders = [lead for lead in lexicon.leading.get(tokens[at].word, ()) if lead.link == link] if at >= 0 else []
    chosen = choose(lexicon.infinitives[tokens[index].word], tokens, index, reflexive=False)
    if not leaders or chosen is None:
        return None
    head = at
    while head > 0 and (tokens[head - 1].word in HAVE or tokens[head - 1].word in BE or adverb(tokens[head - 1].word, lexicon)):
        head -= 1
    outer, reflexive = outermost(tokens, head)
    denied = any(t.word in NE for t in tokens[outer:head])
    if Leader(link, reflexive, denied) not in leaders:
        return None
    group = (tokens[outer].start, tokens[chosen[1]].end)
    return Cue(*group, group[0], chosen[0], Shape.FINITE, plural=tokens[head].word.endswith("nt"), pronoun=pronoun, group=group)


def _dared(tokens: list[Token], at: tuple[int, int], lexicon: Lexicon) -> Cue | None:
    """ "a dû reconnaître", "a voulu rassurer", "ose parler de": what is said all the same."""
    modal, index = at
    daring = tokens[modal].word in lexicon.words.daring
    head = modal if daring else modal - 1
    while not daring and head > 0 and adverb(tokens[head].word, lexicon) and tokens[head].word not in NOT:
        head -= 1
    chosen = choose(lexicon.infinitives[tokens[index].word], tokens, index, reflexive=False)
    came = tokens[modal].word.startswith("venu")
    if head < 0 or chosen is None or not (daring or tokens[head].word in (BE if came else HAVE)):
        return None
    outer, _ = outermost(tokens, head)
    if any(t.word in NE for t in tokens[outer:head]):
        return None
    group = (tokens[outer].start, tokens[chosen[1]].end)
    return Cue(*group, group[0], chosen[0], Shape.FINITE, plural=tokens[head].word.endswith("nt"), group=group)


def _willing(tokens: list[Token], index: int, lexicon: Lexicon) -> Cue | None:
    """ "« ... », veut rassurer le maire": right behind a quotation it tells who said it; "le maire veut rassurer" is a wish."""
    before = [t.word for t in tokens[max(0, index - 3) : index - 1]]
    chosen = choose(lexicon.infinitives[tokens[index].word], tokens, index, reflexive=False)
    if chosen is None or not before or CLOSING.isdisjoint(before) or not (before[-1] in CLOSING or before[-1] == ","):
        return None
    group = (tokens[index - 1].start, tokens[chosen[1]].end)
    return Cue(*group, group[0], chosen[0], Shape.FINITE, plural=tokens[index - 1].word.endswith("nt"), group=group)


def _then(tokens: list[Token], index: int, lexicon: Lexicon) -> Cue | None:
    """ "avant d'ajouter que ...", "ont défilé pour réclamer ...": whoever did the one says the other."""
    lead = [t.word for t in tokens[max(0, index - 2) : index]]
    before = len(lead) == 2 and lead[0] == "avant" and lead[1] in ("de", "d'")
    if not before and lead[1:] != ["pour"]:
        return None
    chosen = choose(lexicon.infinitives[tokens[index].word], tokens, index, reflexive=False)
    if chosen is None or not (before or chosen[0].lemma in lexicon.words.protesting):
        return None
    start, end = tokens[index].start, tokens[chosen[1]].end
    return Cue(start, end, tokens[index - (2 if before else 1)].start, chosen[0], Shape.GERUND, group=(start, end))


def _no_more(tokens: list[Token], index: int, lexicon: Lexicon) -> Cue | None:
    """ "ne veut avouer que dix morts", "n'a pu confirmer que deux départs": what is said is all there is; not "que dix sont morts"."""
    behind = [t.word for t in takewhile(lambda token: token.word not in CLOSED, tokens[index + 1 : index + ALL_THERE_IS])]
    modal = tokens[index - 1].word if index > 1 else ""
    if behind[:1] not in (["que"], ["qu'"]) or modal not in lexicon.words.able | lexicon.words.willing | lexicon.words.dared:
        return None
    head = index - 2 if modal in lexicon.words.dared else index - 1
    outer, _ = outermost(tokens, head)
    restricted = any(t.word in NE for t in tokens[outer:head]) and (HAVE | BE).isdisjoint(behind)
    chosen = choose(lexicon.infinitives[tokens[index].word], tokens, index, reflexive=False)
    if not restricted or chosen is None or (modal in lexicon.words.dared and tokens[head].word not in HAVE):
        return None
    group = (tokens[outer].start, tokens[chosen[1]].end)
    return Cue(*group, group[0], chosen[0], Shape.FINITE, plural=tokens[head].word.endswith("nt"), group=group)


CLOSED = frozenset(",;:.!?")
ALL_THERE_IS = 14
"""Words behind an infinitive among which what is told to be all stands."""


def _numbered(tokens: list[Token], index: int, lexicon: Lexicon) -> Cue | None:
    """ "Ils étaient plusieurs milliers à réclamer": those who are counted say it."""
    if index < 3 or tokens[index - 1].word != "à":
        return None
    verb = next((i for i in range(index - 2, max(0, index - CROWD), -1) if tokens[i].word in ("sont", "étaient", "seront", "seraient")), 0)
    between = [t.word for t in tokens[verb + 1 : index - 1]]
    chosen = choose(lexicon.infinitives[tokens[index].word], tokens, index, reflexive=False)
    if not verb or chosen is None or not any(w in lexicon.words.many or w in COUNTERS or w.isdigit() for w in between):
        return None
    group = (tokens[index].start, tokens[chosen[1]].end)
    return Cue(*group, tokens[verb].start, chosen[0], Shape.FINITE, plural=True, group=group)


CROWD = 14
"""Words between "étaient" and what those counted say."""


def _withheld(tokens: list[Token], index: int, lexicon: Lexicon) -> Cue | None:
    """ "refuse de dire", "n'est pas en mesure de confirmer", "sans préciser": the verb of something that is not said."""
    before = [t.word for t in governing(tokens, index)]
    if not lexicon.words.insistent.isdisjoint(before):
        return None  # "n'a pas manqué de rappeler"
    denied = not NE.isdisjoint(before) and not (NOT | NOBODY | {"plus"}).isdisjoint(before)
    denied |= not NE.isdisjoint(before[1:2]) and not lexicon.words.able.isdisjoint(before[:1])  # "ne peut confirmer que ..."
    near = takewhile(lambda word: word != ",", before[:REFUSED])
    if not denied and lexicon.words.withheld.isdisjoint(near):
        return None
    chosen = choose(lexicon.infinitives[tokens[index].word], tokens, index, reflexive=False)
    if chosen is None:
        return None
    return Cue(tokens[index].start, tokens[chosen[1]].end, tokens[index].start, chosen[0], Shape.WITHHELD, negated=True)


INFINITIVES = (
    _no_more,  # "ne veut avouer que dix morts": before wishes and what is withheld
    _just,  # "vient d'annoncer"
    _led,  # "tient à rappeler": before what is withheld, which a negation shows
    _then,  # "avant d'ajouter"
    _numbered,  # "étaient 300 à réclamer"
    _withheld,
)
"""How an infinitive can be a cue."""
