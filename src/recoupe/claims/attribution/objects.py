"""Frames of a verb and its object: "annonce la mort de ...", "porte à 12 le nombre de ...", "dénonce « ... »"."""

from collections.abc import Iterator
from itertools import islice

import regex

from recoupe.claims.attribution import extent, finite, speakers
from recoupe.claims.attribution.alternatives import ARTICLES, POINTING
from recoupe.claims.attribution.counts import COUNT_HEAD, COUNTED, names, only, restricted
from recoupe.claims.attribution.disbelief import LOSS, TOLL
from recoupe.claims.attribution.found import Found
from recoupe.claims.attribution.groups import Shape
from recoupe.claims.attribution.numerals import COUNT, DECIMAL, NUMERAL
from recoupe.claims.attribution.page import Extent, Page
from recoupe.claims.attribution.phrases import LISTED, noun_object
from recoupe.claims.attribution.scene import Scene
from recoupe.model import Modality

NOUN_PHRASE = regex.compile(
    rf"(?:{ARTICLES}|d'|du |de la |de l'|{POINTING}|plusieurs |"
    r"de (?:nouve(?:lles|aux)|nombreu(?:x|ses)|multiples|graves|fort(?:e)?s|grande?s|lourde?s|vives|premi(?:ers"
    r"|ères)|possibles) |"
    rf"tout |toute |tous les |toutes les |un peu |{NUMERAL}|\p{{N}}|« ?|“|\"|\p{{Lu}}|"
    rf"de (?:\p{{N}}[\p{{N}} .,]{{0,14}}+|{NUMERAL} )à (?:\p{{N}}|{NUMERAL})|"
    rf"au moins |(?:plus|moins|près|pas moins) d(?:e |')|environ |quelque |jusqu'à |entre )"
)
GAUGED = regex.compile(rf"à (?:[«“\"] ?(?:plus |moins |près )?)?{COUNT}")
LINKED = regex.compile(r"(?:à |au |aux |de |d'|du |des |sur |être )")
NONE = regex.compile(r"(?:aucune? |ni )")
GOVERNING = regex.compile(rf"(?:à |de |d'|sur )(?!(?:\p{{N}}[\p{{N}} .,]{{0,14}}|{NUMERAL} )à |(?:la|l'|elle|lui|eux|elles)(?![\p{{L}}]))")
ADDRESSEE = regex.compile(
    rf"(?:à (?:l'|la |les |une? |{POINTING}|\p{{Lu}})|aux? (?!moins |plus |minimum |maximum ))[^,;:.!?«»\n]{{1,60}}?(?<! de| du"
    r"| des| d'| et| à| en| par| sur| dans)(?:, [^,;:.!?«»\n]{2,60},)? "
    rf"(?=(?:{ARTICLES}|davantage |plus de |\p{{N}}|{COUNT}|[«“\"]))"
)
AGAINST_WHOM = regex.compile(rf"(?:contre|à l'encontre d(?:e|u|es|')) ?[^,;:.!?«»\n]{{2,60}}? (?=(?:{ARTICLES}|\p{{N}}|{COUNT}))")
"""Whom what is demanded befalls: "a requis contre lui quatre ans"."""
HEAD = 3
"""Words in which the noun of a subject stands: "une nouvelle victime"."""
FEW = regex.compile(rf"(?:les |ces )?(?:{COUNT}|une? (?:nouve(?:lle|au|l)|autre) )", regex.IGNORECASE)
"""The head of those who are counted."""
REVISED = regex.compile(
    rf"(?:de (?:[^,.;:«»\n]|{DECIMAL}){{1,20}}? )?à (?:(?:[^,.;:«»\n]|{DECIMAL}){{1,30}} )?"
    rf"(?:le|son|leur) {TOLL}|(?:le|son|sa|ses|leurs?|ce) (?:propres? )?{TOLL}"
)
BARE = regex.compile(
    rf"(?:(?:plus|moins|près) de |environ |au moins )?(?:\p{{N}}(?:[\p{{N}} .,]{{0,12}}\p{{N}})?+|{NUMERAL})"
    r"(?! (?:mots?|fois|heures?|jours?|h)(?!\p{L}))(?:(?= ?(?:[,;.)]|$))|(?= (?:morts?|blessés?|tués?|disparus?|victimes)(?!\p{L})))"
)
"""A number by itself that somebody says: "l'armée reconnaît 40 morts, les rebelles disent 190"."""
FELT = regex.compile(
    r"(?:sa|son|ses|leurs?) (?:[«“\"] ?)?(?:\p{L}[\p{L}-]++ )?(?:inquiétudes?|colère|soulagement|émotion|tristesse|espoirs?"
    r"|craintes?|soutien|solidarité|indignation|opposition|refus|regrets?|déception|incompréhension|effroi|horreur|fierté|joie|confiance|désaccord|volonté"
    r"|détermination|étonnement|surprise|consternation|stupeur|amertume|satisfaction|admiration|attachement|peine|douleur)(?!\p{L})"
)
"""What somebody says that he feels: "a dit sa « vive inquiétude »"."""
TIMES = regex.compile(r"(?:du (?:double|triple)|de la moitié)(?!\p{L})")
"""What measures a count by another one that it is set against: "14 tués, les familles parlent du double"."""
NAMED = regex.compile(rf"(?:l'|(?:l[ea]s?|son|sa|ses|leurs?|ce) )(?:{TOLL}|{LOSS})")
WEIGHED = regex.compile(
    r"(?:de |d'|comme )?[«“\"]? ?(?:\p{L}{2,20}ment )?\p{L}{3,20} (?:[»”\"] )?"
    rf"(?=(?:l'|(?:l[ea]s?|ce|ces|cette) )(?:{TOLL}|{LOSS}))"
)
"""What somebody calls a figure: "juge [mensonger] le bilan de", "qualifie [de « fantaisiste »] la mort de douze soldats"."""
CHANGING = frozenset(("revoir", "réviser", "corriger", "rectifier", "actualiser", "abaisser", "relever"))
"""Verbs whose gerund is of whoever spoke before: "a indiqué la mairie, revoyant à la hausse le chiffre de six"."""
COLON = regex.compile(rf" ?: (?!{COUNT})")
POINTED = regex.compile(r"(?:ce|ces|cette) [^\n\p{N}]{1,60}+")
"""A figure that is only pointed at: "a corrigé [ce chiffre mardi soir]" tells nothing of it."""
FIGURE = regex.compile(rf"(?: ?: |, (?:(?:port|ramen|rehauss|abaiss|réévalu)ée?s? )?à |, (?:passant )?de )(?={COUNT})")
WORD = regex.compile(r"\p{L}++")
NEXT = regex.compile(
    rf"(?:,? (?:et|mais|puis)|,) (?P<verb>\p{{L}}{{3,}}+)(?= (?:que |qu'|{ARTICLES}|{POINTING}"
    r"|toute? |tous |toutes |à |au |de |d'|\p{N}|[«“\"]))"
)
CLAUSE = regex.compile(r"(?r),? (?:mais|et|or|tandis que|alors que|pendant que) [^,;:.!?«»\"\n]{2,60} $")
"""A conjunction and a subject before a verb."""
UNDER = regex.compile(r"(?<!\p{L})(?<!tandis |alors |pendant )(?:qu[ei']|où|dont|si|lorsqu|quand|comme|afin|pour)")
"""What opens a clause that is part of what somebody says."""
SENTENCED = regex.compile(
    r" à (?:\p{N}|(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|trente|de la"
    r"|une (?:peine|amende)|la (?:prison|réclusion|perpétuité)"
    r"|mort|perpétuité|verser|payer|rembourser|un an|\p{L}+ (?:ans|mois|euros))(?!\p{L}))"
)
RELAYED = regex.compile(
    r"(?:une|cette|l'|des|les) ?(?:information|informations|nouvelle|dépêche|article)(?: de | du | des | d'| publiée?s? )"
)

ABSOLUTE = regex.compile(r", (?:l[ea]s? |l'|s(?:on|a|es) |leurs? |une? |des )(?:[\p{L}'-]+ ){1,4}?(?:n'|ne |s'|se )?\p{L}{3,}ant(?!\p{L})")
"""How what is so begins beside what is denied: "a écarté un excès de vitesse[, le car roulant] au pas"."""


def noun_phrase(scene: Scene) -> Iterator[Found]:
    """ "annonce la mort de ...", "dénonce « ... »"."""
    page, cue = scene.page, scene.cue
    at = _addressed(scene, scene.beyond)
    weighed = WEIGHED.match(page.text, at, scene.high) if cue.verb.lemma in scene.lexicon.words.deeming else None
    at = weighed.end() if weighed else at
    quote = page.quote_at(at)
    starts_quoted = quote is not None and quote[0] == at
    heads = _heads(scene, at) or (starts_quoted and (scene.has("incise") or scene.has("marked")))
    if cue.shape is Shape.PASSIVE or not heads:
        return
    counted, at = at, only(scene, at)
    linked = _linked(scene, at)
    if names(scene, at) or _unsaid(scene, at):
        return
    none = cue.verb.lemma in scene.lexicon.words.finding and page.text.startswith("n", cue.outer) and NONE.match(page.text, at)
    if not (starts_quoted or linked or none or counted < at or NOUN_PHRASE.match(page.text, at, scene.high)):
        return
    content = _until_next(scene, noun_object(page, at, scene.high))
    if linked and (governing := GOVERNING.match(page.text, *content)):
        content = governing.end(), content[1]  # "fait état de deux morts": two dead
    if cue.verb.modality is Modality.DENIED and (beside := ABSOLUTE.search(page.text, *content)):
        content = content[0], beside.start()
    judged = cue.verb.modality is Modality.EVALUATION and SENTENCED.search(page.text, *content)
    if judged or RELAYED.match(page.text, at, scene.high):
        return  # "condamne X à quatre ans" judges, "confirmant une information de X" relays
    if cue.shape is not Shape.GERUND or _adjoined(scene):
        yield from scene.told("noun_phrase", content, scene.speaker if COUNT_HEAD.match(page.text, content[0]) else scene.named)


def _unsaid(scene: Scene, at: int) -> bool:
    """Whether what is asked for is nothing that is told: "a requis l'anonymat"."""
    return any(w.group() in scene.lexicon.words.unsaid for w in islice(WORD.finditer(scene.page.lower, at, at + 40), 3))


def _adjoined(scene: Scene) -> bool:
    """Whether a gerund goes with the clause before: ", dénonçant", "en annonçant", "avant d'annoncer"."""
    text, outer = scene.page.text, scene.cue.outer
    return (
        scene.paper is not None
        or text.startswith(("avant ", "pour "), outer)
        or text[outer - 2 : outer] == ", "
        or text[outer - 3 : outer - 1] == "en"
        or scene.beside
    )


def _heads(scene: Scene, at: int) -> bool:
    """Whether the verb takes the noun phrase at `at`."""
    if scene.cue.verb.lemma in scene.lexicon.words.deeming and NAMED.match(scene.page.text, at, scene.high):
        return True
    if scene.cue.verb.lemma == "juger" and COUNT_HEAD.match(scene.page.text, at):  # "la cour juge neuf hommes" says nothing of them
        nouns = (w.group() for w in WORD.finditer(scene.page.lower, at, at + 40))
        return not any(noun == "personnes" or scene.lexicon.words.somebody(noun) for noun in nouns)
    if scene.cue.verb.lemma in ("dire", "donner") and not (scene.cue.verb.tail or scene.cue.verb.gate):
        felt = scene.cue.verb.lemma == "dire" and FELT.match(scene.page.text, at, scene.high)
        return bool(felt) or BARE.match(scene.page.text, at, scene.high) is not None
    if scene.has("np") or (scene.has("allegation") and _alleged(scene, at)):
        return True
    if scene.cue.verb.lemma not in ("exclure", "écarter"):
        return False
    if scene.cue.negated or scene.page.text.startswith(("un ", "une "), at):
        return True
    noun = WORD.match(scene.page.lower, at + 4) if scene.page.text.startswith("des ", at) else None
    return noun is not None and not scene.lexicon.words.somebody(noun.group())


def _linked(scene: Scene, at: int) -> "regex.Match[str] | None":
    """The preposition by which the verb takes its object: "fait état de ...", "estime à 3.500 le nombre de ...", "parle de 21 morts"."""
    verb, pattern = scene.cue.verb, None
    if verb.lemma in scene.lexicon.words.gauging:
        pattern = GAUGED
    elif verb.lemma == "parler":
        pattern = LINKED if restricted(scene, at) or TIMES.match(scene.page.text, at) else COUNTED
    elif verb.reflexive or verb.tail:
        pattern = LINKED
    return pattern.match(scene.page.text, at, scene.high) if pattern else None


def _addressed(scene: Scene, at: int) -> int:
    """Where the thing asked or promised stands behind the one addressed: "réclame au préfet la fermeture ..."."""
    if scene.cue.verb.modality is not Modality.DEMAND and scene.cue.verb.lemma not in ("promettre", "reprocher"):
        return at
    hit = AGAINST_WHOM.match(scene.page.text, at, scene.high) or ADDRESSEE.match(scene.page.text, at, scene.high)
    return hit.end() if hit else at


def revised(scene: Scene) -> Iterator[Found]:
    """ "porte à 12 le nombre de blessés", "a relevé son bilan à 40 morts": the toll and its number."""
    page, cue = scene.page, scene.cue
    if not scene.has("revise") or cue.shape not in (Shape.FINITE, Shape.COMPOUND, Shape.GERUND):
        return
    at = scene.beyond
    if cue.shape is Shape.GERUND:
        told = REVISED.match(page.text, at, scene.high) if scene.follows and cue.verb.lemma in CHANGING else None
        figure = NAMED.search(page.text, at, told.end()) if told else None
        if figure is not None:
            yield scene.carried(noun_object(page, figure.start(), scene.high))
        return
    source = scene.speaker() if REVISED.match(page.text, at, scene.high) else None
    if source and _counted(scene, source):
        return
    if source and (speakers.speaks(page, source, scene.lexicon) or speakers.proper(page, source)):
        toll = noun_object(page, at, scene.high)
        colon = COLON.match(page.text, toll[1], scene.high)
        content = extent.told(page, colon.end(), scene.high) if colon else _with_number(page, toll, scene.high)
        if content != toll or not POINTED.fullmatch(page.text, *toll):
            yield scene.found("revised", source, content)


def _counted(scene: Scene, source: Extent) -> bool:
    """Whether what changes a toll is counted in it: "une nouvelle victime", "trois décès"; not "deux témoins"."""
    page, words = scene.page, scene.lexicon.words
    named = page.text[slice(*source)].split(" ")[:HEAD]
    head = page.lower[slice(*source)].split(" ")[:HEAD]
    several = FEW.match(page.text, *source) is not None and words.counters.isdisjoint((*head, *named))
    return several or not words.befallen.isdisjoint(head)


def _with_number(page: Page, content: Extent, high: int) -> Extent:
    """`content` with the number that a colon puts behind it: "son estimation du rejet : 640 tonnes"."""
    number = FIGURE.match(page.text, content[1], high)
    if number is None:
        return content
    end = noun_object(page, number.end(), high)[1]
    while (more := LISTED.match(page.text, end, high)) and page.when_from(more.end()) is None:
        end = noun_object(page, more.end(), high)[1]
    return content[0], end


def _alleged(scene: Scene, at: int) -> bool:
    """Whether an object is something said: "rejette les accusations", "exclut tout retrait", not "rejette le texte"."""
    if scene.page.text.startswith(("tout ", "toute "), at) or VICTIMS.match(scene.page.text, at):
        return True
    return any(w.group().lower() in scene.lexicon.words.allegations for w in WORD.finditer(scene.page.text, at, at + 40))


VICTIMS = regex.compile(
    rf"(?:[«“\"] ?)?(?:(?:les |ces ){COUNT}[\p{{N}} .]{{0,12}}+(?:morts|décès|tués|blessés|disparus|victimes|malades)(?!\p{{L}})"
    rf"|la mort d(?:e |'){COUNT})"
)
"""Those whom somebody else has counted: "récuse les 12 morts", not "récuse les 12 jurés"."""


def _until_next(scene: Scene, content: Extent) -> Extent:
    """`content` up to another verb of saying with the same subject ("recense dix blessés et chiffre les dégâts à ...") or to a clause with
    its own ("demande une enquête mais le préfet refuse")."""
    page, start = scene.page, content[0]
    for hit in NEXT.finditer(page.text, *content):
        if hit["verb"].lower() in scene.lexicon.finite and page.quote_at(hit.start()) is None:
            return start, hit.start()
    verb = next((at for at, alone in finite.verbs(page, content, scene.lexicon) if alone), start)
    opens = CLAUSE.search(page.text, start, verb)
    if opens is None or UNDER.search(page.lower, start, verb) or page.quote_at(opens.start()) is not None:
        return content
    return start, opens.start()
