"""Frames of a verb and what is no plain object: "appelle au calme", "se dit prêt à ...", "traite X de « ... »", "explique pourquoi"."""

from collections.abc import Iterator
from functools import partial

import regex
from msgspec.structs import replace

from recoupe.claims.attribution import extent, nominal, papers, sources, speakers
from recoupe.claims.attribution.alternatives import ARTICLES, POINTING
from recoupe.claims.attribution.finite import is_finite
from recoupe.claims.attribution.found import Found
from recoupe.claims.attribution.groups import Shape
from recoupe.claims.attribution.infinitives import is_infinitive
from recoupe.claims.attribution.numerals import AMOUNTING, COUNT
from recoupe.claims.attribution.page import Extent
from recoupe.claims.attribution.phrases import noun_object
from recoupe.claims.attribution.scene import Scene

NOUN = r"(?=[«“\"\p{Ll}])"
LINKS = {
    "to": regex.compile(rf"(?:à (?:{NOUN}|(?=\p{{N}}{{1,3}} (?:heures?|jours?|semaines?)(?!\p{{L}})))|au |aux )"),
    "of": regex.compile(rf"(?:de {NOUN}|d'|des |du )"),
    "on": regex.compile(rf"sur (?:{NOUN}|(?={COUNT}))"),
    "count": regex.compile(rf"(?:à|sur) (?={COUNT})"),
    "against": regex.compile(rf"contre {NOUN}"),
    "for": regex.compile(rf"(?:pour {NOUN}|en faveur (?:de |du |des |d'))"),
}
"""The preposition that each frame takes; "au", "aux", "des" and "du" stay with the noun."""
WITH_ARTICLE = frozenset(("au ", "aux ", "des ", "du "))
WORD = regex.compile(r"(?:(?:ne pas|n'|s'|se|l'|les|lui|leur|y|en|le|la) ?){0,4}+(?P<verb>\p{L}{2,24}+)")
BODY = regex.compile(r"(?:l'|la |le )?(?:moyenne|retour|sortie|barre|fois|bout|fond|base|place|moment|même)(?!\p{L})")
"""Nouns behind "à" and "sur" that name a manner or a place and not what is said."""
FEELING = regex.compile(
    r"(?:(?:\p{L}{4,18}ment|très|trop|plutôt|assez|tout à fait|si|aussi|particulièrement) )?(?:"
    r"(?:contre|pour|d'accord|en (?:faveur|désaccord|colère|accord)|à l'écoute) |"
    r"(?!(?:que|qui|dans|avec|sans|chez|mais|aussi|puis|alors|entre|vers|selon|parmi|sous|depuis|comme|lors|"
    r"beaucoup|partout|souvent|encore|elle|elles|leur|leurs|notre|votre|plus|moins|dont|tout|rien|cela|ceci|même|mutuellement)(?!\p{L}))"
    r"\p{Ll}{3,}+(?=[ ,.;]|$))"
)
LABEL = regex.compile(
    r"(?:[^«»“”\".;:!?\n ']{0,30}+[ ']){0,20}?(?P<link>(?:de |d'|comme )(?:une? |l'|la |le |les |des )?)?(?P<quote>[«“\"])"
)
NAMED = regex.compile(r"(?:[^,]{0,100} )?(?:\p{Lu}[\p{L}-]{1,40}+|lui|elle),? (?:l'|la |le |les )?|(?:l'|la |le |les )")
"""What a bare name in quotation marks is given to: a name, or nothing ("l'avait appelé la « ... »")."""
CLAUSE = regex.compile(r" (?:qui|que|où|dont|et|mais) |(?<=[ '])qu'")
DETERMINER = regex.compile(
    rf"(?<![\p{{L}}\p{{N}}])(?P<of>d(?:e |'))?(?P<det>{ARTICLES}|{POINTING}|plusieurs |\p{{N}}[\p{{N}} .,]{{0,12}}+)",
    regex.IGNORECASE,
)
FEMININE, MASCULINE = frozenset(("la", "une", "cette", "sa")), frozenset(("le", "un", "ce", "cet"))
SEVERAL = frozenset(("les", "des", "ces", "ses", "leurs", "plusieurs"))
BROKEN = regex.compile(r"[;:!?«»()\n]|[,.](?!\p{N})| (?:qui|que|qu'|a|ont|est|sont|et|mais|pour|après|avant) ")
FINITE = regex.compile(
    r" (?=(?:ne |n'|se |s'|va |vont |fait |font |doit |doivent |peut |peuvent |reste |restent |"
    r"\p{L}{2,20}(?:era|eront|ira|iront|rait|raient|aient|èrent|irent)(?!\p{L})))"
)
"""Where the verb of the sentence follows the agent."""
WORDS = regex.compile(r"(?<= )\p{L}[\p{L}-]++(?!')")
BELIEVED = regex.compile(r"(?:selon|d'après) $", regex.IGNORECASE)
QUESTION = regex.compile(r"(?:comment|pourquoi|combien|à quel(?:le)?s? |quel(?:le)?s? \p{L}|où |ce que |ce qu'|ce qui |ce dont )")
WHETHER = regex.compile(r"(?:si |s'(?=ils? ))")


def behind(scene: Scene) -> Iterator[Found]:
    """ "appelle au calme", "menace d'une grève", "insiste sur le coût", "met en garde contre les crues"."""
    page, cue = scene.page, scene.cue
    if cue.shape is Shape.PASSIVE or (cue.shape is not Shape.GERUND and _whom(scene)):
        return
    hit = _linked(scene, scene.after) or _linked(scene, scene.beyond)
    if hit is not None:
        content = noun_object(page, hit.start() if hit.group() in WITH_ARTICLE else hit.end(), scene.high)
        yield from scene.told("behind", content, scene.named)


def _whom(scene: Scene) -> bool:
    """Whether a pronoun between subject and verb is somebody acted on: "le devoir l'appelle à Paris"; "en" is none."""
    clitics = scene.page.text[scene.cue.outer : scene.cue.start].strip().lower()
    return clitics not in ("", "en", "n'", "ne", "n'en")


def _linked(scene: Scene, at: int) -> "regex.Match[str] | None":
    """The preposition at `at` that the verb governs, before a noun."""
    page = scene.page
    for name, pattern in LINKS.items():
        if scene.has(name) and (hit := pattern.match(page.text, at, scene.high)):
            word = WORD.match(page.text, hit.end(), scene.high)
            verb = (
                word is not None
                and hit.group().endswith(("à ", "de ", "d'", "pour "))
                and is_infinitive(word["verb"].lower(), page.language)
            )
            return None if verb or BODY.match(page.text, hit.end()) or page.when_from(hit.end()) else hit
    return None


def feeling(scene: Scene) -> Iterator[Found]:
    """ "se dit prêt à négocier", "s'est déclaré favorable au projet"."""
    page, cue = scene.page, scene.cue
    if not scene.has("feeling") or cue.shape is Shape.PASSIVE or cue.pronoun is not None:
        return
    at = scene.beyond
    if FEELING.match(page.text, at, scene.high):
        yield from scene.told("feeling", extent.told(page, at, scene.high), scene.named)


BROUGHT = regex.compile(rf"à (?P<count>{COUNT}[^,;:.«»\n]{{0,30}}?) par (?=(?:l[ea]s? |l'|un|son |sa |\p{{Lu}}))")
"""The number to which somebody brings a figure: "ramené [à 300 par] la préfecture"."""


AMOUNTS = regex.compile(
    rf", (?=(?:{AMOUNTING}|serait|fait état|tourne|oscille|dépasse) "
    rf"(?:\p{{L}}{{4,16}} )?(?:de |d'|à |entre )?{COUNT})"
)
"""Between who gives a figure and what it amounts to."""


def reduced(scene: Scene) -> Iterator[Found]:
    """ "le bilan annoncé mardi par la préfecture": the noun phrase before the participle."""
    page, cue = scene.page, scene.cue
    if scene.has("revise") and cue.shape in (Shape.REDUCED, Shape.PASSIVE):
        yield from _brought(scene)
    if cue.shape is not Shape.REDUCED:
        return
    if scene.has("label"):
        yield from label(scene)
    at = scene.beyond
    if cue.verb.lemma not in scene.lexicon.words.agentive or not page.text.startswith("par ", at):
        return
    source = _agent_of(scene, at + 4)
    theme = _theme(scene)
    if theme and BELIEVED.search(page.text, max(scene.low, theme[0] - 10), theme[0]):
        return  # "selon le journal, confirmé par le maire, ...": whoever says it is confirmed
    amounts = AMOUNTS.match(page.text, source[1], scene.high) if source else None
    apart = theme is not None and theme[1] + 2 == cue.outer and amounts is None
    if theme and (cue.verb.lemma == "publier" or apart) and papers.is_paper(page, theme):
        return  # "un rapport publié par l'agence recense ...": the paper is only named
    if theme and source and speakers.speaks(page, source, scene.lexicon):
        if amounts is None or theme[1] + 2 != cue.outer:
            yield scene.found("reduced", source, theme)
        else:  # "Le bilan, communiqué par l'hôpital, s'élève à 31 morts"
            yield replace(scene.found("reduced", source, theme), content=(theme, extent.clause(page, amounts.end(), scene.high)))


def _brought(scene: Scene) -> Iterator[Found]:
    """ "3.000 manifestants, un chiffre ramené à 300 par la préfecture": the number is hers."""
    hit = BROUGHT.match(scene.page.text, scene.beyond, scene.high)
    source = _agent_of(scene, hit.end()) if hit else None
    if hit and source and speakers.speaks(scene.page, source, scene.lexicon):
        yield scene.found("reduced", source, hit.span("count"))


def _agent_of(scene: Scene, start: int) -> "Extent | None":
    """The noun phrase behind "par", which the verb of the sentence may follow."""
    page = scene.page
    found = sources.following(page, start, scene.high, scene.lexicon)
    if found is None:
        return None
    if name := nominal.NAME.match(page.text, *found):
        return found[0], name.end()
    verb = FINITE.search(page.text, *found)
    end = verb.start() if verb else found[1]
    whole = page.text[found[0] + 1 : found[0] + 2] == "'"  # "l'armée" is no word here
    words = list(WORDS.finditer(page.text, found[0], end))[1 - whole :]
    return found[0], next((w.start() - 1 for w in words if is_finite(w.group(), page.language)), end)


def _theme(scene: Scene) -> "Extent | None":
    """The noun phrase that a participle closes: from the nearest determiner on that no "de" leads, of its number."""
    text, end = scene.page.text, scene.cue.outer
    end -= 2 if text[end - 2 : end] == ", " else 0  # "la grève, annoncée par la CGT,"
    for hit in reversed(list(DETERMINER.finditer(text, max(scene.low, end - 100), end))):
        if BROKEN.search(text, hit.start(), end):
            return None
        plural = hit.group().lower().strip() in SEVERAL or hit.group()[0].isnumeric()
        if plural is scene.cue.plural and not hit["of"] and _agrees(hit["det"].lower().strip(), text[scene.cue.start : scene.cue.end]):
            return extent.closed(scene.page, (hit.start("det"), end))
    return None


def _agrees(determiner: str, participle: str) -> bool:
    """Whether an article shows no other gender than a participle: not "la" and "réclamé"."""
    feminine = participle.rstrip("s").endswith("e")
    return not (determiner in FEMININE and not feminine) and not (determiner in MASCULINE and feminine)


def label(scene: Scene) -> Iterator[Found]:
    """ "traite X de « ... »", "juge « ... » la décision", "une offre jugée « ... » par X": the words quoted."""
    page, cue = scene.page, scene.cue
    if not scene.has("label"):
        return
    hit = LABEL.match(page.text, scene.after, scene.high)
    if hit is None or (CLAUSE.search(page.text, scene.after, hit.start("quote"))):
        return
    quote = page.quote_at(hit.start("quote"))
    between = page.text[scene.after : hit.start("quote")]
    direct = not between or (cue.verb.lemma in scene.lexicon.words.naming and NAMED.fullmatch(between) is not None)
    if quote is None or quote[0] != hit.start("quote") or not (hit["link"] or direct):
        return
    by = (
        partial(_agent, scene, (hit.start("link") if hit["link"] else quote[0], quote[1]))
        if cue.shape in (Shape.PASSIVE, Shape.REDUCED)
        else scene.named
    )
    charged = cue.verb.kind == "accuse" and hit["link"] is not None  # "accusé de « brutalité » par les syndicats"
    yield from scene.told("label", (hit.start("link"), quote[1]) if charged else quote, by)


def _agent(scene: Scene, quote: Extent) -> "Extent | None":
    """ "par X" right behind the verb or behind the `quote` with the word that leads to it."""
    page = scene.page
    for at in (scene.after, quote[1] + 1):
        if page.text.startswith("par ", at):
            found = sources.following(page, at + 4, quote[0] if at < quote[0] else scene.high, scene.lexicon)
            return found if found and speakers.speaks(page, found, scene.lexicon) else None
    return None


def question(scene: Scene) -> Iterator[Found]:
    """ "a expliqué pourquoi ...", "raconte comment ...", "a demandé si ..."."""
    page, cue = scene.page, scene.cue
    if not scene.has("que") or cue.shape is Shape.PASSIVE:
        return
    at = scene.beyond
    if cue.verb.lemma == "montrer" and page.lower.startswith("ce qu", at):
        return  # "Elle montre ce qui reste de son salon"
    asked = cue.verb.lemma == "demander" and WHETHER.match(page.text, at, scene.high)
    if asked or QUESTION.match(page.text, at, scene.high):
        yield from scene.told("question", extent.told(page, at, scene.high), scene.named)
