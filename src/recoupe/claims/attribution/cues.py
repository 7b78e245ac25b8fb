"""Verb groups that can be cues: "a annoncé", "précise-t-il", "n'a pas démenti", "est accusé", "en ajoutant"."""

from collections.abc import Iterator
from functools import cache
from itertools import takewhile

import simplemma
from msgspec.structs import replace

from recoupe.claims.attribution import lexicon as cue_words
from recoupe.claims.attribution.closed import (
    AGENT,
    AGREEING,
    BE,
    CLITICS,
    COUNTERS,
    DETERMINERS,
    HAVE,
    INSERTED,
    INSERTION,
    LONGEST,
    MARKS,
    NE,
    NOBODY,
    NOT,
    OPENING,
    PRONOUNS,
    REFLEXIVES,
    SPEAKERS,
    STOPS,
)
from recoupe.claims.attribution.groups import Cue, Shape, adverb, choose, governing, last_adverb, outermost
from recoupe.claims.attribution.infinitives import is_infinitive
from recoupe.claims.attribution.leading import INFINITIVES
from recoupe.claims.attribution.lexicon import Lexicon
from recoupe.claims.attribution.page import Extent, Page
from recoupe.claims.attribution.words import Spotter, Token, tokens

WHOM = frozenset(("l'", "le", "la", "les", "leur"))
"""Who is charged or asked, before the verb."""
WHOLE = 2
"""Words at least of a subject and an object before a verb."""
ADDRESSED = 5
"""Words behind the verb among which the infinitive stands: "de ne pas les avoir"."""
SUBJECT = 8
"""Words of a subject at most, and one."""
GAPS = frozenset(("et", "mais", ";", "puis", "que"))
"""What stands between two clauses the second of which leaves its auxiliary to the first."""
WHEREAS = frozenset(("tandis", "alors"))
ARTICLES = frozenset(("le", "la", "les", "l'"))
NO_MORE = NOT | {"plus"}


def cues(page: Page, lexicon: Lexicon) -> list[Cue]:
    """All verb groups of the page that can be cues, in order."""
    found = (_mended(tokens(page, sentence), lexicon) for sentence in _spotter(page.language).sentences(page))
    return [cue for words in found for cue in _groups(words, lexicon)]


def _mended(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """`tokens` with the auxiliary that is often written as the preposition: "le maire à déclaré"."""
    wrong = (i for i, t in enumerate(tokens[:-1]) if t.word == "à" and tokens[i + 1].word in lexicon.participles)
    for i in [i for i in wrong if tokens[i + 1].word.endswith("é")]:
        tokens[i] = replace(tokens[i], word="a")
    return tokens


@cache
def _spotter(language: str) -> Spotter:
    return Spotter(cue_words.lexicon(language).known)


def _groups(tokens: list[Token], lexicon: Lexicon) -> Iterator[Cue]:
    earlier: Cue | None = None
    for index, word in [(i, t.word) for i, t in enumerate(tokens) if t.word in lexicon.known]:
        found = None
        if word in lexicon.participles and not (word in lexicon.finite and _inverted(tokens, index)[0]):
            found = _compound(tokens, index, lexicon) or _joined(tokens, index, lexicon, earlier) or _reduced(tokens, index, lexicon)
            found = found or _gapped(tokens, index, lexicon, earlier)
        if found is None and word in lexicon.finite:
            found = _finite(tokens, index, lexicon)
        if found is None and word in lexicon.gerunds:
            found = _gerund(tokens, index, lexicon)
        if found is None and word in lexicon.infinitives:
            found = next((f for read in INFINITIVES if (f := read(tokens, index, lexicon)) is not None), None)
        if found is not None:
            found = _sharing(tokens, found, earlier, index)
            earlier = found if found.shape is Shape.COMPOUND else earlier
            yield found


def _sharing(tokens: list[Token], found: Cue, earlier: Cue | None, index: int) -> Cue:
    """ "a dit que ... mais a nié": a verb right behind a conjunction has the subject of the `earlier` one with the same auxiliary."""
    if earlier is None or not found.auxiliary or found.auxiliary != earlier.auxiliary or found.pronoun is not None:
        return found
    at = next((i for i in range(index, max(-1, index - LONGEST), -1) if tokens[i].start == found.outer), 0)
    if at == 0 or tokens[at - 1].word not in ("et", "mais", "puis"):
        return found
    return replace(found, shared=earlier.shared or earlier.outer)


def _joined(tokens: list[Token], index: int, lexicon: Lexicon, earlier: Cue | None) -> Cue | None:
    """ "a démenti ces rumeurs et accusé": a participle that shares the auxiliary and the subject of an `earlier` verb."""
    if index < 2 or tokens[index - 1].word not in ("et", "puis", "mais") or _agrees(tokens[index].word):
        return None
    if earlier is None:
        return _shared(tokens, index, lexicon)
    between = [t.word for t in tokens[max(0, index - LONGEST) : index - 1] if t.start > earlier.end]
    apart = not STOPS.isdisjoint(between) and any(word in STOPS and word not in MARKS for word in between)
    if apart and (not HAVE.isdisjoint(between) or not _that(tokens, index)):
        return None  # "a dit que X avait menti et reconnu ...": X did
    chosen = choose(lexicon.participles[tokens[index].word], tokens, index, reflexive=False)
    if chosen is None or chosen[0].frames.isdisjoint(("np", "charge", "que", "inf", "de")):
        return None
    at = tokens[index].start
    end, shared = tokens[chosen[1]].end, earlier.shared or earlier.outer
    return replace(earlier, start=at, end=end, outer=at, verb=chosen[0], pronoun=None, group=(at, end), shared=shared)


def gapped(cue: str, lexicon: Lexicon) -> bool:
    """Whether a cue is a participle alone, whose auxiliary stands with another verb.

    >>> [gapped(cue, cue_words.lexicon("fr")) for cue in ("affirmé", "a affirmé", "dit", "disait")]
    [True, False, False, False]
    """
    return cue in lexicon.participles and cue not in lexicon.finite and cue.endswith(TAKEN)


def _gapped(tokens: list[Token], index: int, lexicon: Lexicon, earlier: Cue | None) -> Cue | None:
    """ "a compté 12 foyers et la région annoncé ...": a participle with a subject of its own and the auxiliary of the `earlier` verb."""
    word = tokens[index].word
    if earlier is None or earlier.auxiliary not in HAVE or not gapped(word, lexicon) or _agrees(word):
        return None
    start = next((i for i in range(index - 1, max(1, index - SUBJECT), -1) if tokens[i - 1].word in GAPS), None)
    if start is None or (tokens[start - 1].word == "que" and tokens[start - 2].word not in WHEREAS):
        return None
    if tokens[start].word not in ARTICLES and (start + 1 < index or adverb(tokens[start].word, lexicon)):
        return None
    before = [t.word for t in tokens[start:index]]
    verbal = any(w in lexicon.finite or w in HAVE or w in BE or w in STOPS for w in before)
    chosen = choose(lexicon.participles[word], tokens, index, reflexive=False)
    if verbal or tokens[index - 1].word in ARTICLES or chosen is None or chosen[0].frames.isdisjoint(("np", "que", "inf", "de")):
        return None
    at, end = tokens[index].start, tokens[chosen[1]].end
    plural = tokens[start].word == "les"
    return replace(earlier, start=at, end=end, outer=at, verb=chosen[0], plural=plural, pronoun=None, group=(at, end), shared=None)


def _that(tokens: list[Token], index: int) -> bool:
    """Whether "que" follows the participle: "a dit que le feu était éteint et [assuré] que ..."."""
    return index + 1 < len(tokens) and tokens[index + 1].word in ("que", "qu'")


def _shared(tokens: list[Token], index: int, lexicon: Lexicon) -> Cue | None:
    """ "a pris acte du vote et rappelé que ...": a participle that shares the auxiliary of a verb that tells nothing."""
    governing = [t.word for t in tokens[max(0, index - LONGEST) : index - 1]]
    last = next((i for i in range(len(governing) - 1, -1, -1) if governing[i] in HAVE or governing[i] in STOPS or governing[i] in BE), None)
    if last is None or governing[last] not in HAVE:
        return None
    first = next((w for w in governing[last + 1 :] if not adverb(w, lexicon) and w not in NOT), "")
    if not first.endswith(TAKEN) or first in DETERMINERS:
        return None
    chosen = choose(lexicon.participles[tokens[index].word], tokens, index, reflexive=False)
    if chosen is None or chosen[0].frames.isdisjoint(("que", "np")) or tokens[min(chosen[1] + 1, len(tokens) - 1)].word == "par":
        return None
    aux = index - 1 - len(governing) + last
    outer, _ = outermost(tokens, aux)
    at, end = tokens[index].start, tokens[chosen[1]].end
    plural = tokens[aux].word.endswith(("nt", "ont"))
    return Cue(
        at, end, at, chosen[0], Shape.COMPOUND, plural=plural, auxiliary=tokens[aux].word, group=(at, end), shared=tokens[outer].start
    )


TAKEN = ("é", "i", "u", "is", "it", "ert", "eint", "aint", "oint")
"""How participles end that agree with nothing."""


def _compound(tokens: list[Token], index: int, lexicon: Lexicon) -> Cue | None:
    """ "a [-t-il] [également] annoncé", "s'est félicité", "est présentée"."""
    aux, pronoun, denied = _before_insertion(tokens, index), None, False
    while aux >= 0 and index - aux < 9 and tokens[aux].word not in HAVE and tokens[aux].word not in BE:
        word = tokens[aux].word
        if word in PRONOUNS and aux > 0 and tokens[aux - 1].word == "-":
            pronoun = (tokens[aux].start, tokens[aux].end)
        elif word not in ("-", "t", "ni") and word not in INSERTED and not adverb(word, lexicon):
            return None
        denied |= word in NOT or word == "ni"
        aux -= 1
    if aux < 0 or index - aux >= INSERTION:
        return None
    if tokens[aux].word == "été" and aux > 0:
        aux -= 1
        while aux > 0 and adverb(tokens[aux].word, lexicon) and index - aux < 9:
            denied |= tokens[aux].word in NOT
            aux -= 1
        if tokens[aux].word not in HAVE:
            return None
        return _built(tokens, (aux, index), lexicon, Shape.PASSIVE, (pronoun, denied))
    return _built(tokens, (aux, index), lexicon, Shape.COMPOUND if tokens[aux].word in HAVE else Shape.PASSIVE, (pronoun, denied))


def _before_insertion(tokens: list[Token], index: int) -> int:
    """The index of the last word before a participle, what stands between commas after the auxiliary left out: "a, lundi soir, dit"."""
    if index and tokens[index - 1].word == ",":
        for at in range(index - 2, max(0, index - INSERTION), -1):
            if tokens[at].word in STOPS:
                break
            if tokens[at].word == "," and (tokens[at - 1].word in HAVE or tokens[at - 1].word in BE):
                return at - 1
    return index - 1


def _built(tokens: list[Token], at: tuple[int, int], lexicon: Lexicon, shape: Shape, more: tuple[Extent | None, bool]) -> Cue | None:
    (head, index), (pronoun, denied) = at, more
    outer, reflexive = outermost(tokens, head)
    if shape is Shape.PASSIVE and reflexive:
        shape = Shape.COMPOUND
    chosen = choose(lexicon.participles[tokens[index].word], tokens, index, reflexive=reflexive and tokens[head].word in BE)
    if chosen is None:
        return None
    last = last_adverb(tokens, chosen[1], lexicon)
    first = outer if reflexive else head
    start = tokens[index if pronoun else first].start
    acted_on = any(t.word in OBJECTS for t in tokens[outer:head])  # "les a qualifiés de ...", "l'a accusée"
    called = "label" in chosen[0].frames and tokens[min(chosen[1] + 2, len(tokens) - 1)].word in OPENING  # "qu'il a qualifiée de « ... »"
    if shape is Shape.COMPOUND and tokens[head].word in HAVE and _agrees(tokens[index].word) and not (acted_on or called):
        return None  # "les chiffres qu'il a annoncés": the object of a relative, nothing is reported here
    plural = tokens[head].word.endswith(("nt", "ont"))
    denied |= _by_nobody(tokens, outer, head)
    group = (tokens[outer].start, tokens[chosen[1]].end)
    return Cue(start, tokens[last].end, group[0], chosen[0], shape, denied, plural, pronoun, auxiliary=tokens[head].word, group=group)


OBJECTS = frozenset(("les", "l'", "la", "nous", "vous", "m'"))
"""Pronouns with which a participle agrees."""


def _by_nobody(tokens: list[Token], outer: int, head: int) -> bool:
    """Whether "ne" stands before the verb and its subject is nobody, or nothing."""
    return any(t.word in NE for t in tokens[outer:head]) and any(t.word in NOBODY for t in governing(tokens, outer))


def _agrees(participle: str) -> bool:
    """Whether a participle is feminine or plural.

    >>> _agrees("annoncés"), _agrees("promis")
    (True, False)
    """
    return participle.endswith(AGREEING)


def _finite(tokens: list[Token], index: int, lexicon: Lexicon) -> Cue | None:
    """ "affirme", "se félicite", "précise-t-il"; not "une annonce", "la demande"."""
    before = tokens[index - 1].word if index else ""
    outer, reflexive = outermost(tokens, index)
    leading = tokens[outer - 1].word if outer else ""
    counted = before == "en" and _before_count(tokens, index)
    counted |= before == "en" and _to(tokens, index) and any("to" in v.frames for v in lexicon.finite[tokens[index].word])
    noun = (
        before in DETERMINERS
        and not counted
        and not _latter(tokens, index)
        and not reflexive
        and not (tokens[index].word.endswith("ent") and before in CLITICS)
        and leading not in SPEAKERS
        and leading != "comme"
        and not _addressed(tokens, index, lexicon)
        and not _takes_up(tokens, index, lexicon)
    )
    if noun or before in HAVE or before in BE or before == "avoir" or (before == "" and index == 0):
        return None
    chosen = choose(lexicon.finite[tokens[index].word], tokens, index, reflexive=reflexive)
    if chosen is None:
        return None
    pronoun, last = _inverted(tokens, index)
    last = max(last, chosen[1])
    denied = False
    if pronoun is None:
        last = last_adverb(tokens, last, lexicon)
        denied = any(t.word in _denials(tokens, outer, index) for t in tokens[index + 1 : last + 1])
        denied = (denied and not _only_so_many(tokens, last)) or _by_nobody(tokens, outer, index)
    first = tokens[outer].start if reflexive else tokens[index].start
    end = tokens[index].end if pronoun else tokens[last].end
    group = (tokens[outer].start, tokens[last].end if pronoun else _denied_end(tokens, (chosen[1], last), _denials(tokens, outer, index)))
    return Cue(first, end, group[0], chosen[0], Shape.FINITE, denied, tokens[index].word.endswith("nt"), pronoun, group=group)


def _latter(tokens: list[Token], index: int) -> bool:
    """Whether "cette dernière" is somebody who says what follows: "cette dernière affirme que", not "cette dernière annonce"."""
    after = tokens[index + 1].word if index + 1 < len(tokens) else ""
    told = after in OPENERS or _before_count(tokens, index)
    return tokens[index - 1].word == "dernière" and tokens[max(0, index - 2)].word == "cette" and told


OPENERS = frozenset(("que", "qu'", "n'", "ne", "avoir", "être", "«", "“", '"', ":", "le", "la", "les", "l'", "un", "une", "des"))
"""What stands behind a verb of saying and no noun."""


def _addressed(tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
    """Whether the word before the verb is whom somebody charges or asks: "l'accuse de mentir", "leur demande de partir".

    What may be a noun ("sa demande de partir") is one unless it does not agree ("les presse") or somebody stands before it.
    """
    word, before = tokens[index].word, tokens[index - 1].word
    if index < WHOLE or before not in WHOM or all(v.frames.isdisjoint(("charge", "de")) for v in lexicon.finite[word]):
        return False
    behind = [t.word for t in tokens[index + 1 : index + 1 + ADDRESSED]]
    if behind[:1] not in (["de"], ["d'"], ["à"]) or not any(
        is_infinitive(w, "fr") for w in takewhile(lambda w: w not in STOPS, behind[1:])
    ):
        return False
    sure = (before == "les" and not word.endswith("s")) or simplemma.lemmatize(word, lang="fr") != word
    somebody = tokens[index - 2].word
    return sure or somebody in PRONOUNS or lexicon.words.somebody(somebody)


def _takes_up(tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
    """Whether somebody says what a colon leads to: "Le maire l'assure : ...", not "L'annonce : ..."."""
    behind = tokens[index + 1].word if index + 1 < len(tokens) else ""
    return behind == ":" and tokens[index - 1].word in ("l'", "le") and index > 1 and lexicon.words.somebody(tokens[index - 2].word)


def _before_count(tokens: list[Token], index: int) -> bool:
    """Whether a number follows the verb: "en annonce 300", "en avoue à peine dix"."""
    return any(t.word[:1].isdigit() or t.word in COUNTERS for t in tokens[index + 1 : index + 3])


def _only_so_many(tokens: list[Token], index: int) -> bool:
    """Whether a negation only says that there are no more: "n'en reconnaît [plus] que deux"."""
    behind = [t.word for t in tokens[index + 1 : index + 1 + ADDRESSED]]
    clause = any(word in HAVE or word in BE for word in behind)  # "n'affirme plus que douze élèves sont malades"
    return tokens[index].word == "plus" and behind[:1] == ["que"] and not clause and _before_count(tokens, index + 1)


def _to(tokens: list[Token], index: int) -> bool:
    """Whether "à" follows the verb: "en appelle à"."""
    return any(t.word in ("à", "au", "aux") for t in tokens[index + 1 : index + 3])


def _denials(tokens: list[Token], outer: int, index: int) -> frozenset[str]:
    """What denies a verb; behind "ne" also "plus": "n'exclut plus"."""
    return NO_MORE if any(t.word in NE for t in tokens[outer:index]) else NOT


def _denied_end(tokens: list[Token], at: Extent, denials: frozenset[str]) -> int:
    """Where a verb ends with its negation: "ne dément pas", not "rappelle toutefois"."""
    index, last = at
    return next((tokens[i].end for i in range(last, index, -1) if tokens[i].word in denials), tokens[index].end)


def _inverted(tokens: list[Token], index: int) -> tuple[Extent | None, int]:
    """The pronoun of "-t-il" after the verb, and the index of the last token taken."""
    words = [t.word for t in tokens[index + 1 : index + 5]]
    for pattern in (["-", "t", "-"], ["-"]):
        size = len(pattern)
        if words[:size] == pattern and len(words) > size and words[size] in PRONOUNS:
            token = tokens[index + size + 1]
            return (token.start, token.end), index + size + 1
    return None, index


def _gerund(tokens: list[Token], index: int, lexicon: Lexicon) -> Cue | None:
    """ ", ajoutant", "en précisant"."""
    outer, reflexive = outermost(tokens, index)
    chosen = choose(lexicon.gerunds[tokens[index].word], tokens, index, reflexive=reflexive)
    before = tokens[index - 1].word if index else ""
    named = before in ("la", "les") and tokens[min(index + 1, len(tokens) - 1)].word in NAMING  # "la qualifiant d'historique"
    if chosen is None or (before in DETERMINERS and before not in ("en", "le", "l'") and not named):
        return None
    start = tokens[outer if reflexive else index].start
    last = last_adverb(tokens, chosen[1], lexicon)
    return Cue(start, tokens[last].end, tokens[outer].start, chosen[0], Shape.GERUND, group=(start, tokens[chosen[1]].end))


NAMING = OPENING | {"de", "d'", "comme", "à"}
"""What stands behind a participle whose object is a pronoun before it."""


def _reduced(tokens: list[Token], index: int, lexicon: Lexicon) -> Cue | None:
    """ "le bilan annoncé par X", "promis mercredi par X", "une offre jugée « ... » par X": a participle without auxiliary."""
    after = [t.word for t in tokens[index + 1 : index + 1 + AGENT]]
    quoted = not OPENING.isdisjoint(after[: 2 if after[:1] and after[0] in ("de", "d'", "comme") else 1])
    if quoted and index and tokens[index - 1].word == "," and tokens[index].word in lexicon.finite and "par" not in after:
        return None  # "..., écrit « Le Courrier »"
    if not index or not (quoted or "par" in takewhile(lambda word: word not in STOPS and word != ",", after)):
        return None
    before = tokens[index - 1].word
    if before in HAVE or before in BE or before == "avoir" or before in REFLEXIVES or before in DETERMINERS or before == "ni":
        return None  # "se dit « déçu »" is a verb of its own, "dans un communiqué « ... »" none
    chosen = choose(lexicon.participles[tokens[index].word], tokens, index, reflexive=False)
    if chosen is None:
        return None
    start, end = tokens[index].start, tokens[chosen[1]].end
    return Cue(start, end, start, chosen[0], Shape.REDUCED, plural=tokens[index].word.endswith("s"), group=(start, end))
