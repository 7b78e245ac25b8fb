"""Frames around a cue verb: colon, clause, infinitive, charge, passive; and the order in which all frames are tried."""

from collections.abc import Callable, Iterator

import regex

from recoupe.claims.attribution import extent, papers, sources, speakers, subjects, taken
from recoupe.claims.attribution.alternatives import LEQUEL, WEEKDAYS
from recoupe.claims.attribution.colons import QUE, colon
from recoupe.claims.attribution.complements import behind, feeling, label, question, reduced
from recoupe.claims.attribution.counts import only
from recoupe.claims.attribution.disbelief import disbelieved
from recoupe.claims.attribution.found import Found
from recoupe.claims.attribution.groups import Cue, Shape
from recoupe.claims.attribution.incises import comme, demonstrative, incise, learnt, pronoun_incise, wanted, whose
from recoupe.claims.attribution.infinitives import CHARGE, DE, INFINITIVE, is_infinitive
from recoupe.claims.attribution.lexicon import Lexicon
from recoupe.claims.attribution.objects import noun_phrase, revised
from recoupe.claims.attribution.page import Extent, Page
from recoupe.claims.attribution.scene import Scene
from recoupe.model import Modality

GAP = regex.compile(
    r"(?:le (?:soir|matin|lendemain|jour)(?: même)?|à|au|aux|en|dans|lors|devant|sur|auprès|via|par|après|ce|cette|hier|"
    rf"{WEEKDAYS}|,|aujourd'hui|de|\p{{N}}|le \p{{N}}|pour|ainsi|\p{{L}}{{4,18}}ment|"
    r"bien|avec|quant|depuis|face|à peine"
    r"|tout de même|quand même|d'ores et déjà|d'ailleurs|"
    r"désormais|toujours|encore|aussi|déjà|volontiers|"
    r"(?:la|en) \p{L}+ dernière)(?![\p{L}-])"
)
BARRED = regex.compile(
    r"[.;:!?«»\n]| (?:et|mais|quand|alors) |(?<!\p{L})en \p{L}{2,18}ant(?!\p{L})|"
    r" n(?:e |')(?![^,]{0,80}(?<!\p{L})(?:pas|plus|jamais|rien)(?!\p{L}))"
)
COMMENT = regex.compile(
    r"\s?d(?:e |')(?:noter|rappeler|souligner|préciser|signaler|relever|remarquer|ajouter|reconnaître|constater|dire)(?!\p{L})"
)
"""What the outlet says in its own name: "il convient de noter que"."""
ASIDE = regex.compile(r"\s?,[^.;:!?«»\n]{2,220}, ")
"""What commas set off between a verb and its clause: "a annoncé, la voix basse et le visage fermé, que"."""
COMPARED = regex.compile(
    r"(?<!\p{L})(?:plus|moins|autant|aussi|si|tel|telle|autre|(?<!(?:de|quand) )même|avant|après|alors|tandis|ne|n'|rien"
    r"|pendant|afin|bien|dès|depuis|sorte|lors|pour|autre chose) $"
)
INFORMATION = regex.compile(
    r"(?:toutes? )?(?:l'|les |la |une? |des |ces |cette |toute )[^,;:.!?«»\n]{3,100}?(?:, [^,;:.!?«»\n]{3,100}+,)? (?:selon|d'après) "
    rf"(?:{LEQUEL}),? "
)
ASKED = regex.compile(
    r"(?:à|au|aux) [^,;:.!?«»\n]{2,60}?(?:, [^,;:.!?«»\n]{2,60},)? (?=(?:[«“\"] ?)?d(?:e |')(?:[«“\"] ?)?"
    r"(?:ne (?:pas|plus|jamais) |se |s'|y |en |l'|les? |la |lui |leur |mieux |davantage ){0,3}+"
    r"\p{L}+(?:er|ir|re)(?!\p{L}))"
)
SPACED = regex.compile(
    r"(?:dans|sur|par|à|au|aux|lors|devant|auprès|via|depuis|en) [^,;:.!?«»\"\n]{2,80}? "
    r"(?=(?:ne (?:pas |jamais )?|l'|les )?(?:avoir|être) \p{L}{1,20}+(?<=[éisut]|[éisut]e|s)(?!\p{L}))"
)
"""What stands between a verb and the past infinitive that it takes: "a démenti [dans un message audio] avoir perdu"."""
SAYING = regex.compile(r"avoir (?:dit|déclaré|affirmé|annoncé|promis|prétendu|écrit|indiqué) (?=qu)")
IF = regex.compile(r"(?<!\p{L})(?:si (?:[^,;:.]{1,40} )?|s'ils? )$", regex.IGNORECASE)
GAUGED_BY = regex.compile(
    r"(?P<what>à (?:[^,;:.!?«»\n]|(?<=\p{N})[.,](?=\p{N})){2,60}?) par (?!\p{L}+ et par |an |mois |jour |tête |habitant)"
)
"""What something is put at, before who does it: "est estimé à 3,5 millions d'euros par la mairie"."""
WRONG = regex.compile(r"(?P<what>(?:de |d')[^,;:.!?\n]{3,100}?),? par ")
"""What somebody is charged with, before who does it."""
CALLED = regex.compile(
    r"(?:l[ea]s? |l'|leurs? |ses |son |sa |tous |toutes |ces |(?=\p{Lu}))[^,;:.!?«»\n]{2,60}? "
    r"(?:[«\"] ?)?(?:à la |à l'|aux? |à (?:plus|davantage) de )(?:[«\"] ?)?(?P<noun>\p{L}++)"
)
"""Whom somebody calls to what: "appelle [les deux camps au calme]"."""
IMPERSONAL = regex.compile(r"(?<![\p{L}])il (?:n'|ne )?$", regex.IGNORECASE)

DECREES = frozenset(("ordonner", "prescrire", "enjoindre", "condamner"))
COURT = regex.compile(
    r"(?:l[ea]s? |l'|une? )?(?:tribunal|tribunaux|cour|juges?|justice|magistrate?s?|conseil d'État)(?!\p{L})", regex.IGNORECASE
)

Frame = Callable[[Scene], Iterator[Found]]


def relations(page: Page, cue: Cue, lexicon: Lexicon, earlier: Found | None) -> Found | None:
    """What the first frame that fits makes of a cue; None if it is no cue here. `earlier` is what was found last."""
    if cue.shape is Shape.WITHHELD:
        return None
    scene = Scene(page, cue, page.sentence_at(cue.start), lexicon, earlier)
    if scene.asked():
        return None
    unsaid = cue.negated and cue.verb.modality is not Modality.DENIED  # who did not say it does not stand behind it
    for frame in (disbelieved,) if unsaid else FRAMES:
        for found in frame(scene):
            return found if found.content and not (_decreed(page, found, cue) or _ours(page, found)) else None
    return None


WHICH = regex.compile(rf"(?:{LEQUEL}) ")
OURS = regex.compile(r"(?:nous|vous) \p{L}{2,16}(?:ons|ez)(?!\p{L})", regex.IGNORECASE)
"""A pronoun and its verb, which no noun phrase is: "nous avions"."""


def _ours(page: Page, found: Found) -> bool:
    """Whether the outlet speaks of itself or to its readers: "nous avions écrit que ..." is its own word."""
    return found.source is not None and OURS.match(page.text, *found.source) is not None


def _decreed(page: Page, found: Found, cue: Cue) -> bool:
    """Whether a court does by its words what it does: "le tribunal a ordonné le transfert" is an act."""
    return cue.verb.lemma in DECREES and found.source is not None and COURT.match(page.text, *found.source) is not None


def information(scene: Scene) -> Iterator[Found]:
    """ "dément les informations[, relayées par Y,] selon lesquelles ...": what they say is denied; "confirme" stands behind it."""
    page, cue = scene.page, scene.cue
    stands = cue.verb.modality is Modality.DENIED or cue.verb.lemma == "confirmer"
    if not stands or cue.negated or cue.shape is Shape.PASSIVE:
        return
    told = INFORMATION.match(page.text, scene.after, scene.high)
    if told is None:
        return
    content = extent.clause(page, told.end(), scene.high)
    if cue.shape is Shape.GERUND:
        comma = page.text.find(",", *content)
        yield scene.carried((content[0], comma if comma > 0 else content[1]))
    elif source := scene.speaker():
        yield scene.found("information", source, content)


def que(scene: Scene) -> Iterator[Found]:
    """ "affirme [vendredi, dans un communiqué,] que ..."."""
    page = scene.page
    if not scene.has("que"):
        return
    mark = QUE.search(page.text, scene.after - 1, min(scene.high, scene.after + 140))
    low = only(scene, scene.after) > scene.after  # "n'en a vu que six"
    teller = learnt(scene, scene.after) if mark is not None else None
    if mark is None or low or page.lower.endswith((" ce ", " plutôt "), scene.after - 1, mark.start()):
        return  # "promet de bâtir plutôt que de louer"
    if teller is None and not _bridged(scene, page.text[scene.after : mark.start()]):
        return
    content = extent.told(page, mark.start(), scene.high)
    if scene.cue.shape is Shape.GERUND:
        yield scene.carried(content)
    elif scene.cue.shape is Shape.PASSIVE:
        yield from _impersonal(scene, content)
    elif source := teller or scene.speaker():
        yield scene.found("que", whose(scene) if scene.anyone and source == scene.left else source, content)


def _bridged(scene: Scene, between: str) -> bool:
    """Whether only times, places and persons addressed stand between the verb and "que"."""
    if not between.strip(" ,"):
        return True
    if ASIDE.fullmatch(between):
        return True
    if COMMENT.match(between) or BARRED.search(between) or COMPARED.search(between) or between.count(",") == 1:
        return False
    return scene.has("whom") or GAP.match(between) is not None or scene.page.when_from(scene.after) is not None


def _impersonal(scene: Scene, content: Extent) -> Iterator[Found]:
    """ "il a été annoncé que ..."; "il est prévu que ..." nobody says."""
    if scene.cue.verb.modality is not Modality.REPORTED:
        return
    if IMPERSONAL.search(scene.page.text[max(scene.low, scene.cue.outer - 8) : scene.cue.outer + 8][:16]) or IMPERSONAL.search(
        scene.page.text[max(scene.low, scene.cue.outer - 6) : scene.cue.outer]
    ):
        yield scene.found("impersonal", None, content)


def infinitive(scene: Scene) -> Iterator[Found]:
    """ "affirme avoir ...", "promet de ..."."""
    page = scene.page
    if scene.cue.shape is Shape.PASSIVE or _settled(scene):
        return
    at = scene.beyond
    bare = INFINITIVE.match(page.text, at, scene.high) if scene.has("inf") else None
    linked = (DE.match(page.text, at, scene.high) or _asked(page, at, scene.high)) if scene.has("de") else None
    if linked is None and scene.cue.verb.lemma == "demander":
        linked = CHARGE.match(page.text, at, scene.high)  # "demande à être entendu"
    hit = next((m for m in (bare, linked) if m and is_infinitive(m["verb"].lower(), page.language)), None)
    if hit is None and scene.has("inf") and (spaced := SPACED.match(page.text, scene.after, scene.high)):
        hit = INFINITIVE.match(page.text, spaced.end(), scene.high)
    if hit is None or (scene.cue.verb.modality is Modality.THREAT and page.lower.startswith(scene.lexicon.words.collapsing, hit.end())):
        return  # "le barrage menace de céder"
    content = extent.told(page, hit.start(), _gone_on(scene, hit.end()))
    if scene.cue.verb.modality is Modality.DENIED:
        content = _denied(page, content)
    yield from scene.told("infinitive", content, scene.speaker)


def _gone_on(scene: Scene, start: int) -> int:
    """Where the subject does something else by the same auxiliary: "a demandé de sortir[, a attendu et a tiré]"."""
    page, cue = scene.page, scene.cue
    if cue.shape is not Shape.COMPOUND:
        return scene.high
    marks = (scene.page.text.find(f"{joint}{cue.auxiliary} ", start, scene.high) for joint in (", ", ", puis ", ", et "))
    joint = page.text.find(f" et {cue.auxiliary} ", start, scene.high)
    own = joint > 0 and f" {cue.auxiliary} " not in page.text[start:joint]
    return min((at for at in (*marks, joint if own else -1) if at > 0 and page.quote_at(at) is None), default=scene.high)


def _settled(scene: Scene) -> bool:
    """Whether nobody says anything: "a prévu de partir" is done, "s'il souhaite partir" is only supposed."""
    cue = scene.cue
    supposed = cue.verb.modality is Modality.WISH and IF.search(scene.page.text, scene.low, cue.outer) is not None
    return supposed or (cue.verb.lemma == "prévoir" and cue.shape is Shape.COMPOUND)


def _asked(page: Page, start: int, high: int) -> "regex.Match[str] | None":
    """ "demande au gouvernement de retirer ...": the infinitive after the one who is asked."""
    asked = ASKED.match(page.text, start, high)
    return DE.match(page.text, asked.end(), high) if asked else None


def _denied(page: Page, content: Extent) -> Extent:
    """ "nie avoir dit que ...": what is denied is the saying, not what would have been said."""
    said = SAYING.match(page.text[content[0] : content[1]])
    return (content[0], content[0] + said.end() - 1) if said else content


def charge(scene: Scene) -> Iterator[Found]:
    """ "accuse X d'avoir ...", "est soupçonné de ...", "appelle les habitants à ..."."""
    page, cue = scene.page, scene.cue
    if not scene.has("charge"):
        return
    limit = min(scene.high, scene.after + 200)
    hit = next((m for m in CHARGE.finditer(page.text, scene.after, limit) if is_infinitive(m["verb"].lower(), page.language)), None)
    if cue.shape is Shape.REDUCED:
        yield from _accused(scene, hit.start() if hit else None)
    elif cue.shape is Shape.PASSIVE:
        yield from _charged(scene, hit.start() if hit else None)
    elif hit or (cue.verb.kind == "accuse" and page.mention_from(scene.after)):
        start = hit.start() if hit else scene.after
        if page.text[scene.cue.end : scene.cue.end + 1] == ",":
            return  # "L'avocat accuse, le juge écoute": another clause
        yield from scene.told("charge", extent.told(page, start, scene.high), scene.named)
    elif (called := CALLED.match(page.text, scene.after, limit)) and called["noun"].lower() in scene.lexicon.words.appeals:
        yield from scene.told("charge", extent.clause(page, scene.after, scene.high), scene.named)


def _accused(scene: Scene, at: int | None) -> Iterator[Found]:
    """ "Le maire, accusé par Y d'avoir ..., nie": Y accuses, up to the comma."""
    source = _by(scene, at) if at is not None else None
    if at is not None and source is not None:
        end = next((i for i in range(at, scene.high) if scene.page.text[i] == "," and scene.page.quote_at(i) is None), scene.high)
        yield scene.found("charged", source, extent.clause(scene.page, at, end))


def _charged(scene: Scene, at: int | None) -> Iterator[Found]:
    """ "X est accusé [par Y] d'avoir ...", "X est accusé de négligence par Y"."""
    accused = subjects.subject(scene.page, scene.low, scene.cue.outer, plural=scene.cue.plural)
    if accused is None:
        return
    if at is None:
        wrong = WRONG.match(scene.page.text, scene.after, scene.high) if scene.cue.verb.kind == "accuse" else None
        by = sources.following(scene.page, wrong.end(), scene.high, scene.lexicon) if wrong else None
        if wrong and by and speakers.speaks(scene.page, by, scene.lexicon):
            yield scene.found("charged", by, accused, wrong.span("what"))
        return
    source = _by(scene, at)
    if source is None and scene.cue.verb.lemma == "appeler" and not scene.cue.plural:
        return  # "Le port est appelé à grandir"
    yield scene.found("charged", source, accused, extent.clause(scene.page, at, scene.high))


def _by(scene: Scene, limit: int) -> Extent | None:
    """The agent of a passive: "par X"."""
    at = scene.beyond
    text = scene.page.text
    if not text.startswith("par ", at):
        return None
    return sources.following(scene.page, at + 4, limit, scene.lexicon)


THERE = regex.compile(r" à (?=\p{Lu})")
"""Behind the agent of a passive, where that came about: "ont été recensés par la police [à X]"."""


def passive(scene: Scene) -> Iterator[Found]:
    """ "a été annoncé par X", "est présenté par X comme ..."."""
    page, cue = scene.page, scene.cue
    if cue.shape is not Shape.PASSIVE or not (scene.has("np") or scene.has("comme") or scene.has("que")):
        return
    if not scene.has("np") and cue.verb.lemma in scene.lexicon.words.doing:
        return  # "est soutenu par le maire"
    gauged = GAUGED_BY.match(page.text, scene.after, scene.high) if cue.verb.lemma in scene.lexicon.words.gauging else None
    source = sources.following(page, gauged.end(), scene.high, scene.lexicon) if gauged else _by(scene, scene.high)
    if source is None or not speakers.speaks(page, source, scene.lexicon) or (cue.verb.lemma in scene.lexicon.words.deeming and not gauged):
        return  # "ils seront jugés par un tribunal"
    theme = subjects.subject(page, scene.low, cue.outer, plural=cue.plural)
    done_to = cue.verb.lemma in scene.lexicon.words.done_to
    if theme is not None and done_to and not papers.is_paper(page, theme) and speakers.speaks(page, theme, scene.lexicon):
        return  # "deux hommes ont été reconnus par la victime", "le président serait retenu par des mutins"
    as_what = page.text.find(" comme ", source[0], min(scene.high, source[1] + 8))
    if as_what >= 0 and source[1] > as_what:
        source = (source[0], as_what)
    if there := THERE.search(page.text, *source):
        source = (source[0], there.start())
    rest = extent.clause(page, as_what + 1, scene.high) if as_what >= 0 else gauged.span("what") if gauged else (0, 0)
    if theme is not None:
        told = WHICH.match(page.text, *theme)  # "la rumeur selon laquelle [P] est démentie par X"
        yield scene.found("passive", source, (told.end(), theme[1]) if told else theme, rest)


FRAMES: tuple[Frame, ...] = (
    disbelieved,  # "doute du bilan"; of no other frame
    reduced,  # "le bilan annoncé par X"; of no other frame
    information,  # before noun phrases: the information is not what is denied alone
    demonstrative,  # "ce que dément X": the words before it
    comme,  # "comme l'a dit X": first, because it looks like an incise
    pronoun_incise,  # "a-t-il dit"
    colon,  # "a dit : « ... »"
    taken.before,  # "P. Le maire l'a annoncé mardi."
    taken.denial,  # "P ; le maire dément."
    incise,  # ", a dit X": before clauses, whose verb it may share
    que,
    question,  # "explique pourquoi"
    label,  # "traite X de « ... »": the words quoted, not their object
    behind,  # "appelle à la grève": before "appelle les salariés à"
    charge,  # "accuse X de": before infinitives, because the accused stands between
    infinitive,
    passive,
    wanted,  # "les 300 millions que réclame X"
    feeling,  # "se dit prêt à ..."
    revised,  # before noun phrases: a number goes before what it counts
    noun_phrase,  # widest, last
)
