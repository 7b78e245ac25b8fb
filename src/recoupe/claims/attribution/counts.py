"""Counts as objects of a verb of saying: "n'en retient que 300", "en a compté 40"; and gaps: "l'un 300, les autres 900"."""

from collections.abc import Iterator

import regex
from msgspec.structs import replace

from recoupe.claims.attribution import finite, speakers
from recoupe.claims.attribution.found import Found
from recoupe.claims.attribution.groups import Shape
from recoupe.claims.attribution.lexicon import Lexicon
from recoupe.claims.attribution.numerals import COUNT, DECIMAL
from recoupe.claims.attribution.page import Page
from recoupe.claims.attribution.scene import Scene
from recoupe.model import ActorKind

COUNT_HEAD = regex.compile(rf"(?:(?:l[ea] )?(?:chiffre|nombre|estimation) )?(?:de |d')?[«“\"]? ?{COUNT}(?!\p{{L}}{{0,12}}+ fois )")
COUNTED = regex.compile(
    rf"(?:de |d'|des )(?:(?:(?:une? |l[ea]s? |l')(?:\p{{L}}+ ){{0,3}})?[«“\"]"
    rf"|{COUNT}|plusieurs |milliers "
    r"|une? (?:seule?|unique) (?!voix|coup|trait|bloc|élan|tenant|côté|mot|chose)"
    rf"|un (?:\p{{L}}+ )?(?:bilan|total|décompte) (?:\p{{L}}+ )?d(?:e |')(?:au moins |plus de )?{COUNT})"
    r"|[«“\"] ?d(?:e |'|es )"
)
BARE = regex.compile(rf"{COUNT}[\p{{N}} .]*+$")
"""A number with nothing behind it."""
GAPPED = regex.compile(
    rf"(?:,|;|,? et|,? contre|, tandis que|, alors que|,? mais) (?P<source>(?:l'|la |les? |\p{{Lu}})[^,;:.!?«»\n\p{{N}}]{{1,50}}?),? "
    rf"(?:n?'?en |(?:ce(?:lui|lle) )?d(?:e |'))?(?P<count>{COUNT}(?:[^,;:.!?«»\n]|{DECIMAL}){{0,24}}?)(?=[,;.](?!\p{{N}})"
    r"| (?:et|contre) | à | dans |$)"
)
ROW = regex.compile(r"(?:à|au|aux|en|dans) (?:L(?:es?|a) )?\p{Lu}[\p{L}'-]*+(?: [\p{L}'-]++){0,4}$")
"""A place before a comma: what stands behind it without an article is the next of a row."""
ROWED = 60
"""Characters of it."""
AND_THAT = regex.compile(
    r"(?:[,;] (?:et|mais|puis)|,? (?:tandis que|alors que|quand)|;) (?P<source>(?:l'|la |les? |"
    r"\p{Lu})[^,;:.!?«»\n]{1,60}?),? (?=qu(?:e |'))"
)
"""Before what another one says by the same verb."""
MEASURED = regex.compile(r"\p{N}|taux |concentration|température|vitesse")
"""What instruments say: not "mesure l'ampleur du drame"."""
OF_THEM = regex.compile(r" (?:n')?en ")
"""What a verb goes with that counts something: "la mairie en a recensé 30"."""
ONLY = regex.compile(rf"(?:pas )?qu(?:e |')(?={COUNT})|qu(?:e |')(?=[«“\"]|une? |des )")
ONLY_OF = regex.compile(r"(?:pas )?qu(?:e |')(?=d(?:e |'|es |u )[\p{L}\p{N}«“\"])")
"""Before what is told to be all: "n'en retient que 300", "n'évoque qu'un incident"."""
OF_IT = frozenset(("parler", "faire état"))
"""Verbs that tell with "de"."""


def gapped(page: Page, found: Found, lexicon: Lexicon) -> Iterator[Found]:
    """ "a dénombré 7.400 manifestants à Nice, les syndicats 20.000": who counts otherwise by the same verb."""
    if not found.rule.endswith("noun_phrase") or COUNT_HEAD.match(page.text, found.content[0][0]) is None:
        return
    at = found.content[-1][1]
    while (hit := GAPPED.match(page.text, at, found.clause[1])) and _gap(page, hit, lexicon):
        yield replace(found, rule="attribution/fr/gapped", source=hit.span("source"), content=(hit.span("count"),))
        at = hit.end()


def shared(page: Page, found: Found, lexicon: Lexicon) -> tuple[Found, ...]:
    """ "X dit que A, et Y que B", "X annonce 300 et Y 900": two say something by one verb; any other relation as it is."""
    if found.rule.endswith("noun_phrase") and COUNT_HEAD.match(page.text, found.content[0][0]):
        return _counting(page, found, lexicon)
    if found.rule.endswith("/infinitive"):  # "dit avoir abattu 30 drones, les rebelles douze"
        return _counting(page, found, lexicon, BARE)
    hit = AND_THAT.search(page.text, *found.content[0]) if found.rule.endswith("/que") else None
    if hit is None or page.quote_at(hit.start()) is not None or not speakers.speaks(page, hit.span("source"), lexicon):
        return (found,)
    start, end = found.content[0]
    other = replace(found, rule="attribution/fr/gapped", source=hit.span("source"), content=((hit.end(), end),))
    return replace(found, content=((start, hit.start()), *found.content[1:])), other


def _gap(page: Page, hit: "regex.Match[str]", lexicon: Lexicon) -> bool:
    """Whether somebody stands there without a verb of his own: not "la mairie en a recensé", nor towns in "à Redon, Dol et Vitré, 80 à"."""
    source = hit.span("source")
    if OF_THEM.search(page.lower, *source) is not None or _in_row(page.text, hit):
        return False
    if page.lower[slice(*source)].rpartition(" ")[2] in lexicon.participles:  # "et la préfecture annoncé 30 évacuations" has its verb
        return False
    return speakers.speaks(page, source, lexicon) and finite.verbless(page, source, lexicon)


def _in_row(text: str, hit: "regex.Match[str]") -> bool:
    """Whether names are the next places of a row, and the count is of a place too."""
    bare, placed = text[hit.start("source")].isupper(), text.startswith(" à ", hit.end()) and text[hit.end() + 3 : hit.end() + 4].isupper()
    return bare and placed and ROW.search(text, max(0, hit.start() - ROWED), hit.start()) is not None


def _counting(page: Page, found: Found, lexicon: Lexicon, count: "regex.Pattern[str]" = COUNT_HEAD) -> tuple[Found, ...]:
    """ "annonce 300, et Y 900": two; one where no count like `count` is that of another."""
    start, end = found.content[0]
    hit = GAPPED.search(page.text, start + 1, min(end + 1, found.clause[1]))
    if hit is None or not count.match(page.text, *hit.span("count")) or not _gap(page, hit, lexicon):
        return (found,)
    other = replace(found, rule="attribution/fr/gapped", source=hit.span("source"), content=(hit.span("count"),))
    return replace(found, content=((start, hit.start()),)), other


def only(scene: Scene, at: int) -> int:
    """Where the count of "n'en a enregistré que six" begins, else `at`."""
    cue = scene.cue
    kind = ONLY_OF if cue.verb.lemma in OF_IT else ONLY
    hit = kind.match(scene.page.text, at, scene.high) if scene.page.text.startswith(("n'", "ne "), cue.outer) else None
    return hit.end() if hit else at


def restricted(scene: Scene, at: int) -> bool:
    """Whether "que" before `at` makes what is told all there is: "ne parle que [d'une explosion]"."""
    return scene.page.text[at - 5 : at].rstrip().endswith((" que", " qu'"))


HEADED = regex.compile(r"(?:l'|la |le |les |cette |ce |sa |son )(?P<noun>\p{L}++)")
"""The noun of a noun phrase."""


def names(scene: Scene, at: int) -> bool:
    """Whether a verb that tells with a number only names what has none: "parle de politique", "compte 40 écoles"."""
    if scene.cue.verb.lemma == "parler":
        return not restricted(scene, at) and COUNTED.match(scene.page.text, at, scene.high) is None
    if scene.cue.verb.lemma == "compter" and "qui en compt" in scene.page.lower[max(scene.low, scene.cue.outer - 8) : scene.cue.end]:
        return True  # "l'immeuble, qui en compte 18"
    if scene.cue.verb.lemma == "admettre":  # "l'hôpital a admis douze blessés"
        return _subject(scene) in scene.lexicon.words.admitting and SEVERAL.match(scene.page.text, at) is not None
    if scene.cue.verb.lemma == "mesurer":
        return MEASURED.search(scene.page.text, at, min(scene.high, at + 80)) is None
    return scene.cue.verb.lemma in scene.lexicon.words.counting and (_territory(scene) or not _tolled(scene, at))


SEVERAL = regex.compile(rf"(?!une? ){COUNT}")
"""How those counted are named who are more than one."""


def _subject(scene: Scene) -> str:
    """The noun of the subject."""
    head = HEADED.match(scene.page.lower, *scene.left) if scene.left is not None else None
    return head["noun"] if head is not None else ""


def _is_state(name: str, lexicon: Lexicon) -> bool:
    """Whether a name of those that govern is that of a state or its capital: "Italie", not "Insee", "Santé publique France"."""
    return name[:1].isupper() and not name.isupper() and " " not in name and name not in lexicon.words.counters


REGION = regex.compile(r"(?:L[ea] |L'|l[ea] |l')\p{Lu}\p{Ll}{3,}(?:-\p{Lu}\p{Ll}+)*")
"""The name of a region with its article: "L'Ontario compte 40 cas"."""
HAD = frozenset(("avait", "avaient"))
"""Auxiliaries of what was so before: "le Québec avait compté 200 cas" counts none now."""
OWN_RANKS = regex.compile(r" (?:dans|parmi) (?:ses|leurs) (?:rangs|effectifs|membres|agents|hommes|salariés)")
"""Where those counted are who counts: "La police compte deux blessés dans ses rangs"."""
RANKS = 60
"""Characters behind the verb in which it stands."""


def _territory(scene: Scene) -> bool:
    """Whether a state, an area or a group has what "compte" or "a enregistré" tells: "la province compte 41 cas".

    Not of "la commune en compte 41".
    """
    left, counted = scene.left, scene.cue.verb.lemma == "compter" and scene.cue.shape is Shape.COMPOUND
    counted = counted and scene.cue.auxiliary not in HAD
    if left is None or counted or "en" in scene.page.lower[scene.cue.outer : scene.cue.start].replace("'", " ").split():
        return False
    page = scene.page
    if page.lower[slice(*left)] in ("il", "elle"):  # "La province est sous l'eau. Elle compte 41 cas."
        left = page.sentence_at(page.sentence_at(left[0])[0] - 1)
    head = HEADED.match(page.lower, *left)
    own = OWN_RANKS.search(page.lower, scene.cue.end, min(scene.high, scene.cue.end + RANKS))
    who = page.mention(*left)
    if who is None and left[1] in page.places and REGION.fullmatch(page.text, *left) is not None:
        return True
    state = who is not None and who.actor.kind is ActorKind.STATE_ORGAN and _is_state(who.actor.name, scene.lexicon)
    return state or (head is not None and (head["noun"] in scene.lexicon.words.territories or own is not None))


def _tolled(scene: Scene, at: int) -> bool:
    """Whether a verb of counting tells a toll: "en a compté 40", "a enregistré 12 décès", not "compte 40 écoles"."""
    text, cue = scene.page.text, scene.cue
    if COUNT_HEAD.match(text, at) is None or scene.page.lower[cue.outer - 3 : cue.outer] in ("on ", "ous "):
        return False  # "on compte deux blessés": the outlet does
    told = cue.verb.lemma == "compter" and cue.shape is Shape.COMPOUND
    if told or "en" in text[cue.outer : cue.start].lower().replace("'", " ").split():
        return True
    if _otherwise(scene):
        return True
    behind = text[at : at + 60].replace(",", " ").replace(".", " ").split()[:6]
    return not scene.lexicon.words.tolls.isdisjoint(behind)


SELF = regex.compile(r", (?:(?:elle|lui|eux|elles)(?: aussi)?|de (?:son|leur) côté|pour (?:sa|leur) part|quant à \p{L}{2,5}), $")
"""What sets somebody beside others, before a verb."""
SET_BESIDE = 24
"""Characters of it."""


def _otherwise(scene: Scene) -> bool:
    """Whether one who counts for the public is set beside others who do: "La préfecture, elle, compte 160 000 foyers sans courant"."""
    page, at, left = scene.page, scene.cue.outer, scene.left
    if left is None or SELF.search(page.text, max(left[0], at - SET_BESIDE), at) is None:
        return False
    head = HEADED.match(page.lower, *left)
    return head is not None and head["noun"] in scene.lexicon.words.counters
