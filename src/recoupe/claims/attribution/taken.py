"""What stands before a verb that only takes it up: "La piscine ferme. Le maire l'a annoncé mardi.", "...; la direction dément"."""

from collections.abc import Iterator

import regex

from recoupe.claims.attribution import extent, finite, nominal
from recoupe.claims.attribution.found import Found
from recoupe.claims.attribution.groups import Shape
from recoupe.claims.attribution.page import Extent
from recoupe.claims.attribution.scene import Scene
from recoupe.model import Modality

IT = regex.compile(r"l'|le |[^,;:.]{2,24} (?:par|à|de|pour) (?:l'|le )(?=\p{L}+(?:er|ir|re)$)", regex.IGNORECASE)
"""What stands for it: before the verb, or before the infinitive of "a fini par l'admettre"."""
JOINT = regex.compile(r"(?:;|,(?: mais)?| mais) $")
OPPOSED = regex.compile(r"(?:;|,? mais) $")
COMMA = regex.compile(r", $")
"""What parts a clause from the next one, whose subject follows."""
BEFALLEN = regex.compile(r"(?<=\p{L} )\p{L}{3,16}(?:é|i|u)e?s?(?!\p{L})")
"""What befell somebody, in a headline: "un marché bombardé"."""
MORE = regex.compile(r"[«“\"]|(?<!\p{L})(?:que|qu'|comme|de \p{L}+r|d'\p{L}+r)(?!\p{L})")
"""Something else that is said: the pronoun is a person then, or repeats what follows."""
DONE = regex.compile(r"(?: \p{L}{4,20}ment| en bloc| tout en bloc)?(?:[.;!]|$)")
MORE_SAID = regex.compile(r" (?:et|,? mais) (?:en |n'en |n'|ne )?(?P<verb>\p{L}{3,}+)(?= )")
"""What somebody says besides: "dément[ et parle] de neuf heures"."""
ENDING = ' .!…»”"\n'
"""What may stand behind what is said at the end of its sentence."""
STATED = frozenset({Modality.REPORTED, Modality.HEARSAY, Modality.ACCUSATION})
"""How what somebody denies may have been put."""
SOURCED = regex.compile(r",? (?:selon|d'après) [^;:.!?\n]{2,80}$")
LED = regex.compile(r"(?:Selon|D'après) [^,;:.!?\n]{2,80}, ")


def taken_up(scene: Scene) -> bool:
    """Whether a verb has what was said before as its object: "l'a annoncé", "le confirme"."""
    cue = scene.cue
    plain = cue.pronoun is None and not cue.negated and cue.shape in (Shape.FINITE, Shape.COMPOUND)
    return plain and cue.verb.lemma in scene.lexicon.words.resuming and IT.match(scene.page.text, cue.outer, cue.group[1]) is not None


def before(scene: Scene) -> Iterator[Found]:
    """ "P. Le maire l'a annoncé mardi", "P, le maire l'a annoncé": P."""
    page = scene.page
    source = scene.subject() if taken_up(scene) and page.quote_at(scene.cue.start) is None else None
    if source is None or MORE.search(page.text, scene.after, scene.high):
        return
    content = _clause(scene, source, JOINT) or sentence_before(scene, source)
    if content is not None:
        yield scene.found("taken_up", source, content, open=True)


def denial(scene: Scene) -> Iterator[Found]:
    """ "P ; la direction dément", "P, mais le parquet a démenti": P is denied."""
    page, cue = scene.page, scene.cue
    bare = cue.verb.modality is Modality.DENIED and cue.shape in (Shape.FINITE, Shape.COMPOUND) and cue.pronoun is None and not cue.negated
    if not bare or not _done(scene) or page.quote_at(cue.start) is not None:
        return
    source = scene.subject()
    content = _clause(scene, source, OPPOSED) or _asserted(scene, source) or _answered(scene, source) if source else None
    if source and content:
        yield scene.found("denial", source, content)


def _done(scene: Scene) -> bool:
    """Whether nothing follows that is denied: the verb ends its clause, or another verb of saying goes on ("dément et parle de 12")."""
    text = scene.page.text
    more = MORE_SAID.match(text, scene.cue.end, scene.high)
    return DONE.match(text, scene.cue.end, scene.high) is not None or (more is not None and more["verb"] in scene.lexicon.finite)


def _answered(scene: Scene, source: Extent) -> Extent | None:
    """What somebody else says, or charges him with, in the sentence before: "X parle de 14 heures d'attente. L'entreprise dément"."""
    before, page = scene.before, scene.page
    if before is None and scene.low > 0 and _sourced(scene):
        return sentence_before(scene, source)
    if before is None or before.source == source or before.modality not in STATED or page.text[scene.low : source[0]].strip():
        return None
    content = before.content[-1]
    last = max(content[1], before.cue[1], before.source[1] if before.source else 0)
    if page.text[last : before.clause[1]].strip(ENDING):
        return None  # "« Nous étions 150 », a dit X, qui part pour un million, à en croire Y. Son agent dément": not those 150
    apart = "\n" in page.text[before.clause[1] - 1 : scene.low] or page.text[before.clause[0] : before.clause[1]].rstrip().endswith("?")
    return None if apart or (nominal.PRONOUN.fullmatch(page.text[slice(*source)]) and before.modality is Modality.REPORTED) else content


def _asserted(scene: Scene, source: Extent) -> Extent | None:
    """What stands before a comma and is no adverbial: "Les otages sont libres[, Moscou dément]"."""
    content = _clause(scene, source, COMMA)
    if content is None or nominal.PREPOSED.match(scene.page.text, *content) or scene.page.when_from(content[0]) is not None:
        return None
    words = scene.page.lower[slice(*content)].split(" ")
    if words[-1] in scene.lexicon.finite:
        return None  # "la direction confirme, les syndicats contestent"
    told = not finite.verbless(scene.page, content, scene.lexicon) or BEFALLEN.search(scene.page.text, *content) is not None
    return content if told and "," not in scene.page.text[slice(*content)] else None


def _sourced(scene: Scene) -> bool:
    """Whether the sentence before opens or closes with whose word it is: "Selon les parents, douze élèves sont malades"."""
    text, earlier = scene.page.text, scene.page.sentence_at(scene.low - 1)
    return LED.match(text, *earlier) is not None or SOURCED.search(text, *earlier) is not None


def _clause(scene: Scene, source: Extent, parting: regex.Pattern[str]) -> Extent | None:
    """The clause before the one that `source` opens, in the same sentence, if `parting` stands between."""
    joint = parting.search(scene.page.text, max(scene.low, source[0] - 8), source[0])
    if joint is None or joint.start() <= scene.low + 12:
        return None
    mark = scene.page.text.rfind(";", scene.low, joint.start())
    return _plain(scene, (mark + 1 if mark > scene.low else scene.low, joint.start()))


def sentence_before(scene: Scene, source: Extent) -> Extent | None:
    """The sentence before, of the same paragraph, if `source` opens its own."""
    page = scene.page
    if page.text[scene.low : source[0]].strip() or scene.low == 0:
        return None
    earlier = page.sentence_at(scene.low - 1)
    apart = earlier[1] > scene.low or "\n" in page.text[earlier[0] : scene.low].rstrip(" ")
    return None if apart or page.text[earlier[0] : earlier[1]].rstrip().endswith("?") else _plain(scene, earlier)


def _plain(scene: Scene, part: Extent) -> Extent | None:
    """What is said there, without "selon X" at its ends."""
    text, (start, end) = scene.page.text, part
    led = LED.match(text, start, end)
    sourced = SOURCED.search(text, start, end)
    content = extent.before(scene.page, led.end() if led else start, sourced.start() if sourced else end)
    return content if content[0] < content[1] else None
