"""Frames that stand inside or behind what is said: "« ... », a dit X", "précise-t-il", "comme l'a dit X", "ce que dément X"."""

from collections.abc import Iterator

import regex

from recoupe.claims.attribution import channels, colons, extent, finite, inserted, inversion, nominal, readings, sources, speakers, taken
from recoupe.claims.attribution.alternatives import LEQUEL
from recoupe.claims.attribution.found import Found
from recoupe.claims.attribution.groups import Shape
from recoupe.claims.attribution.infinitives import CHARGE, is_infinitive
from recoupe.claims.attribution.numerals import COUNT
from recoupe.claims.attribution.page import Extent
from recoupe.claims.attribution.scene import Scene

WHICH = regex.compile(
    r"(?:,|(?:^|, |[;:–—] |(?<=[.!?»] ?\n?))[Cc]'est (?:là|bien|aussi|également|exactement|d'ailleurs|du moins|en tout cas)?) ?"
    r"ce (?:que |qu')(?P<source>[^,;:.!?«»\n]{0,60}+)$"
)
RELATIVE = regex.compile(rf"(?:(?:pour|selon|à|avec|chez|contre) )?(?:qui|dont|où|{LEQUEL}) ")
WHO = regex.compile(
    r"(?<!\p{L})(?:est|sont|était|étaient|sera|seront|a|ont|il|elle|on|ils|elles|\p{L}{2,16}(?:ait|aient|eront|èrent))(?!\p{L})",
    regex.IGNORECASE,
)
"""A verb or pronoun of a clause: no mere subject."""
TITLE = regex.compile(r"[«“\"] ?(?P<title>\p{Lu}[\p{L}'-]*+(?: [\p{L}\p{N}'-]++){0,5}?) ?[»”\"](?= ?[,.;]|\s*$)")
WE = frozenset(("ai", "avons", "avez", "avais", "avions"))
"""Auxiliaries whose subject is a pronoun before them, never the noun behind: "nous avons interrogé la préfète"."""
DEPENDENT = regex.compile(r"[^,;:.!?«»\n]{2,40} (?:ayant|étant) ")
"""Behind the incise, what hangs on the clause before it: "..., a annoncé X, deux blessés ayant succombé"."""
AT = regex.compile(
    r" (?:(?:ainsi|aussi|encore|alors|même|également|toutefois|cependant|volontiers|\p{L}{4,18}ment) )?"
    r"(?:à|au|aux|chez|place|du côté|au sein|dans (?:l'entourage|les rangs|le camp|les couloirs|les? milieux?)"
    r"|en (?:interne|mairie|préfecture|haut lieu|coulisses?))"
    r" ?[^,;:.!?«»\n]{2,60}"
)
"""Where the "on" of "jure-t-on au gouvernorat" is, and so who."""
THERE = regex.compile(
    r"(?:en (?:début|fin|milieu) de (?:journée|matinée|soirée|nuit|semaine) )?"
    r"(?:à (?=l[a'])|au |auprès d(?:e |u |es |')|chez |dans (?=l'entourage ))"
)
"""Behind "a-t-on dit", what leads to who is heard there."""
COMME = regex.compile(r"(?:comme|ainsi que|tel que) (?:l'|le |la |les )?$", regex.IGNORECASE)
AS_WORDS = ("comme", "ainsi que", "tel que")
"""One of these must be there."""
THING = regex.compile(r"(?:sa|son|ses|leurs?) ")
"""What stands behind a verb and is its object, if it is nobody: "X, maire de Y, a annoncé sa venue"."""
IT = regex.compile(r"(?:ne |n')?(?:l'|le )", regex.IGNORECASE)
AS = regex.compile(r"[ ,]comme (?P<source>[^,;:.!?«»\n]{2,50}) $")
INSTEAD = regex.compile(r",? (?:(?:et )?non(?: pas)?|au lieu d(?:e|es)) (?P<what>[^;:.!?«»\n]{1,60}?),? $")
"""What is said not to be so, before whoever had said it: "93, et non 91 comme le soutenait le parquet"."""
ON = regex.compile(r" de (?P<source>(?:bonne |même )?sources? (?:(?! qu[e'])[^,.;:]){3,80}+|(?:bonne|même) source)")
FROM = regex.compile(
    r"(?:(?:de |d'une |d'|auprès de )(?P<sources>(?:bonnes? |même |plusieurs |deux |trois )?sources? "
    r"(?:(?! qu[e'])[^,.;:()«»\n]){3,60}+|bonnes sources)"
    r"|(?:auprès (?:d'|de |d(?:u|es) )|par (?=l)|du |de (?=sa |son |ses |leurs? |l))(?P<who>))"
)


def comme(scene: Scene) -> Iterator[Found]:
    """ "comme l'a souligné X": the rest of the sentence."""
    page, cue = scene.page, scene.cue
    near = page.lower[max(scene.low, cue.outer - 70) : scene.after]
    if not any(words in near for words in AS_WORDS):
        return
    end = scene.after if cue.outer == cue.start else cue.start
    lead = COMME.search(page.text, max(scene.low, cue.outer - 14), end) or COMME.search(
        page.text, max(scene.low, cue.start - 14), cue.start
    )
    said = None if lead else _as_said(scene)
    if lead is None and said is None:
        return
    source = said or cue.pronoun or sources.following(page, scene.after, scene.high, scene.lexicon)
    if source is None:
        return
    start = lead.start() if lead else page.text.rfind("comme", scene.low, source[0])
    if not_so := INSTEAD.search(page.text, max(scene.low, start - 80), start):
        yield scene.found("comme", source, sources.trimmed(page.text, not_so.span("what")), open=True)
    elif (denied := _as_denied(scene, start)) is not None:
        yield scene.found("comme", source, denied, open=True)
    elif start - scene.low > 12:
        yield scene.found("comme", source, extent.before(page, scene.low, start), open=True)
    else:
        yield scene.found("comme", source, extent.clause(page, min(source[1] + 1, scene.high), scene.high), open=True)


def _as_denied(scene: Scene, end: int) -> Extent | None:
    """What somebody denies and another affirms: "Le maire dément avoir touché 12.000 euros, comme l'affirme Le Quotidien"."""
    affirms = scene.cue.verb.kind == "distance" or scene.cue.verb.lemma == "affirmer"
    return scene.said(end - 1) if affirms and scene.denied else None


def _as_said(scene: Scene) -> Extent | None:
    """The subject between "comme" and a verb that takes up what stands before: "comme elle l'avait affirmé"."""
    page, cue = scene.page, scene.cue
    if not IT.match(page.text, cue.outer, cue.end) or " comme " not in page.text[max(scene.low, cue.outer - 70) : cue.outer]:
        return None
    said = AS.search(page.text, max(scene.low, cue.outer - 70), cue.outer)
    source = said.span("source") if said else None
    spoken = source is not None and (nominal.PRONOUN.fullmatch(page.text[slice(*source)]) or speakers.speaks(page, source, scene.lexicon))
    return source if spoken else None


JOINT = regex.compile(r"(?<=[ ,])(?:où|que|dont|et|mais|car|or), $")
"""What opens the clause that an incise stands in: "va au Sénat, où, espère la gauche, il sera amendé"."""
GERUND = regex.compile(r"(?:tout en |en )?(?!(?:avant|devant|durant|pendant|suivant|maintenant)(?!\p{L}))\p{L}{3,18}ant(?!\p{L})")
"""What the speaker does besides: ", a dit le parquet, confirmant une information"."""
DASH = regex.compile(r" [—–-](?= |,)")
WHAT = regex.compile(r" (?:que |qu')$")
HEAD = regex.compile(
    r"(?r)(?<![\p{L}\p{N}'])(?:l[ea]s? |l'|une? |des |cet(?:te)? |ces? |aux? |ses |son |sa |leurs? )(?=[^,;:.!?«»\n]{0,90}$)",
    regex.IGNORECASE,
)
VERBAL = regex.compile(r" (?:ne |n'|se |s'|est |sont |a |ont |va |vont |était |étaient |\p{L}{2,16}(?:ait|aient|era|eront) )")
"""Where the verb of the main clause begins behind the subject of a relative."""
COUNTED = regex.compile(COUNT)
SUM = regex.compile(
    rf"{COUNT}[\p{{N}} .,]{{0,12}}+(?:(?:\p{{L}}+ )?(?:millions?|milliards?) d['e]|euros?|dollars?|francs?|roubles?|livres|%|pour cent"
    r"|tonnes?|kilos?|hectares?|millions|milliards)(?!\p{L})"
)
"""What is asked or paid and says nothing: "..., exigent [500 000 dollars]"."""
ANTECEDENT = 90
"""Characters before a relative in which the count stands that it tells of."""
NAME_WORDS = 4
"""Spaces of a quotation that is more than a name."""


def pronoun_incise(scene: Scene) -> Iterator[Found]:
    """ "précise-t-il", "a-t-on appris de source policière"."""
    page, cue = scene.page, scene.cue
    if cue.pronoun is None or not _incised(scene) or not scene.set_off():
        return
    word = page.text[cue.pronoun[0] : cue.pronoun[1]].lower()
    if (word == "on" and cue.verb.kind == "believe") or readings.READ.match(page.text, cue.outer):
        return  # "pensait-on": nobody said it; "est-il écrit dans l'avis" is the paper's
    if word == "on":
        source = whose(scene)
        if source is None and cue.shape is Shape.FINITE and (there := AT.match(page.text, scene.after - 1, scene.high)):
            source = cue.pronoun[0], there.end()
        if source is None and cue.shape is Shape.COMPOUND:
            source = _there(scene)
        behind = max(scene.after, source[1] if source else 0)
        yield scene.found("on", source, *_around(scene, behind), carried=source is None and cue.verb.kind == "add", open=True)
        return
    yield scene.found("incise", cue.pronoun, *_around(scene, scene.after), open=True)


def _there(scene: Scene) -> Extent | None:
    """Who is heard where "on" is: "a-t-on précisé mardi [à la préfecture]"."""
    page, at = scene.page, scene.after
    while (when := page.when_from(at)) is not None:
        at = when[1] + 1
    there = THERE.match(page.text, at, scene.high)
    who = sources.following(page, there.end(), scene.high, scene.lexicon) if there else None
    return who if who and speakers.speaks(page, who, scene.lexicon) else None


def whose(scene: Scene) -> Extent | None:
    """Whose word it is that "on" passes on: "apprend-on de source policière", "On a appris auprès du parquet que"."""
    named = ON.match(scene.page.text, scene.after - 1, scene.high)
    return sources.trimmed(scene.page.text, named.span("source")) if named else learnt(scene, scene.after)


def incise(scene: Scene) -> Iterator[Found]:
    """ ", a annoncé l'armée", "« ... », précise le maire"."""
    page, cue = scene.page, scene.cue
    if not _incised(scene) or cue.shape not in (Shape.FINITE, Shape.COMPOUND) or not scene.set_off() or cue.auxiliary in WE:
        return
    quoted = _quoted_before(scene)
    at = scene.beyond
    source = _paper(scene, at) or sources.following(page, at, scene.high, scene.lexicon)
    source = inversion.listed(scene, source) or inversion.pointed(page, at, scene.high)
    if source is None and _said_before(scene):
        source = inversion.further(scene)
    if source and SUM.match(page.text, *source):
        return
    if _titled(scene) or (source and not quoted and _thing(scene, source)) or (source and scene.has("open") and not _fits(scene, source)):
        return
    if source is None or (not quoted and (_has_object(scene, source) or _led(scene) or _charged(scene, at))) or _main(scene, source):
        return
    yield scene.found("incise", learnt(scene, source[1] + 1) or source, *_around(scene, source[1]), open=True)


def _charged(scene: Scene, at: int) -> bool:
    """Whether who follows a verb is charged by its subject: "Le front, à l'arrêt depuis mai, a accusé l'armée d'avoir tiré"."""
    hits = CHARGE.finditer(scene.page.text, at, min(scene.high, at + 120)) if scene.has("charge") else ()
    return any(is_infinitive(hit["verb"].lower(), scene.page.language) for hit in hits)


def _said_before(scene: Scene) -> bool:
    """Whether a clause or a quotation that stands by itself ends before the verb: not "Le chef des « Bleus », a dit à Anne Roy"."""
    page, low = scene.page, scene.low
    head = page.text[low : scene.cue.outer].lstrip(" \n–—-")
    return (
        page.quote_at(low) is not None
        or head.startswith(("«", '"', "“"))
        or not finite.verbless(page, (low, scene.cue.outer), scene.lexicon)
    )


def _fits(scene: Scene, source: Extent) -> bool:
    """Whether somebody stands behind a verb that only its place shows to be one of saying."""
    page = scene.page
    if not nominal.NOMINAL.match(page.text, source[0]) or page.text.startswith("du ", source[0]):
        return page.text[source[0]] in "c@" and inversion.agrees(scene, source)
    known = speakers.speaks(page, source, scene.lexicon) or nominal.NAME.match(page.text, source[0]) is not None
    return known and inversion.agrees(scene, source)


def _thing(scene: Scene, source: Extent) -> bool:
    """Whether what follows a verb is nobody, and no paper that says something."""
    page = scene.page
    counted = THING.match(page.text, *source) or COUNTED.match(page.text, *source)  # ", annonce 12 fermetures"
    nobody = counted is not None and not speakers.speaks(page, source, scene.lexicon)
    return nobody and channels.document(page, source) is None


def _titled(scene: Scene) -> bool:
    """Whether the quotation right before the verb is the name of its subject: "Le collectif « Rive droite » a dénoncé"."""
    page, at = scene.page, scene.cue.outer
    quote = page.quote_at(at - 2)
    if page.text[at - 1 : at] != " " or quote is None or quote[1] not in (at - 1, at) or quote[0] < scene.low + 3:
        return False
    if nominal.BARE_ARTICLE.search(page.text, scene.low, quote[0]):
        return True  # "Mardi, la « Croix-Bleue » a annoncé 45 disparus"
    named = page.text[quote[0] - 2].isalpha() and nominal.ARTICLE.match(page.text, scene.low, quote[0]) is not None
    return named and finite.verbless(page, (scene.low, quote[0]), scene.lexicon)


def _paper(scene: Scene, at: int) -> Extent | None:
    """A paper or site whose name is set in quotation marks: ", écrit « Le Courrier du Nord »"."""
    title = None if _quoted_before(scene) else TITLE.match(scene.page.text, at, scene.high)
    return title.span("title") if title else None


def _main(scene: Scene, source: Extent) -> bool:
    """Whether the verb is that of the sentence, whose subject opens it: "Le syndicat, qui ..., réclame une enquête"."""
    if scene.page.text[source[1] : source[1] + 1] == "," or scene.opener is None:
        return False
    apart = RELATIVE.match(scene.page.text, scene.opener[1] + 2) is not None
    return apart or not (_quoted_before(scene) and speakers.speaks(scene.page, source, scene.lexicon))


def _incised(scene: Scene) -> bool:
    """Whether the verb may stand in an incise; one that tells of the manner only behind a quotation: "« ... », s'étrangle un riverain"."""
    return scene.has("incise") or (scene.has("quoted") and _quoted_before(scene) and _apart(scene))


def _apart(scene: Scene) -> bool:
    """Whether the quotation before the cue is what is said, no name: "les « sentinelles » chargent", "« C'est fini », charge le maire"."""
    text, at = scene.page.text, scene.cue.outer
    quote = scene.page.quote_at(at - 3) or scene.page.quote_at(at - 2)
    return (
        text[at - 2 : at - 1] == ","
        or quote is None
        or text.count(" ", *quote) > NAME_WORDS
        or text[quote[1] - 3 : quote[1] - 1].strip()[-1:] in "!?…."
    )


def _quoted_before(scene: Scene) -> bool:
    """Whether a quotation ends before the cue; not one that is part of a noun: "Jean Roy, à la tête d'un « comité », a annoncé"."""
    page, at = scene.page, scene.cue.outer
    last = len(page.text[max(scene.low, at - 3) : at].rstrip())
    quote = page.quote_at(max(scene.low, at - 3) + last - 1) or page.quote_at(at - 3)
    return quote is not None and nominal.PART_OF.search(page.text, scene.low, quote[0]) is None


def learnt(scene: Scene, after: int) -> Extent | None:
    """Whoever the outlet has it from: "a appris l'AFP auprès de la compagnie"."""
    if scene.cue.verb.lemma != "apprendre":
        return None
    page = scene.page
    at = next((w[1] + 1 for w in page.whens_in(after, after + 2)), after)
    hit = (
        FROM.match(page.text, at, scene.high)
        or FROM.search(page.text, scene.after, after)
        or FROM.match(page.text, scene.beyond, scene.high)
    )
    if hit is None:
        return None
    if hit["sources"]:
        return sources.trimmed(page.text, hit.span("sources"))
    return sources.following(page, hit.start("who"), scene.high, scene.lexicon)


def _has_object(scene: Scene, source: Extent) -> bool:
    """Whether what follows is the object of "X, maire de Y, a annoncé la fermeture ...", not an inverted subject."""
    page = scene.page
    if speakers.speaks(page, source, scene.lexicon):
        return False
    left = scene.left
    led = left is not None and not page.text[scene.low : left[0]].strip(" «")
    return (led or scene.subject() is not None) and page.text[scene.low : scene.cue.outer].count(",") > 1


def _led(scene: Scene) -> bool:
    """Whether all that stands before the verb is its subject with an apposition between commas: "Le préfet, Jean Roy, a annoncé"."""
    page, outer = scene.page, scene.cue.outer
    low = _resume(scene)
    mention = page.mention_before(outer) if page.text.count(",", low, outer) > 1 else None
    if mention is None or mention.span.start < low or page.whens_in(low, outer) or WHO.search(page.text, low, outer):
        return False
    found = scene.subject()
    return found is not None and not page.text[low : found[0]].strip(" ,«")


def _around(scene: Scene, end: int) -> Iterator[Extent]:
    """What an incise cuts in two: the sentence before it, and after it a quotation that goes on or a clause that began before."""
    page = scene.page
    if JOINT.search(page.text, scene.low, scene.cue.outer) and page.text.startswith(", ", end):
        yield extent.clause(page, end + 2, scene.high)
        return
    left = extent.before(page, _resume(scene), scene.cue.outer)
    told, last = scene.signed, page.quote_at(left[1] - 1)
    if told is not None and last is not None and left[0] <= told[0] < told[1] < last[0]:
        left = extent.closed(page, last)  # "« A », a dit X, dont la maison a brûlé, « B », a-t-il ajouté"
    if left[0] < left[1]:
        yield left
    if (again := inserted.resumed(page, end)) is not None:
        yield extent.closed(page, again)
        return
    if (reason := colons.reason(scene, left, end)) is not None:
        yield reason
        return
    comma = page.text.find(",", end, min(scene.high, end + 160))
    if comma < 0 or page.text.startswith((" :", ":"), end):
        return
    at = comma + 1 + (page.text[comma + 1 : comma + 2] == " ")
    quote = page.quote_at(at)
    if quote and quote[0] == at:
        yield extent.closed(page, quote)
    elif (
        (left[1] - left[0] < 60 or DEPENDENT.match(page.text, at, scene.high))
        and not page.quote_at(left[1] - 1)
        and at < scene.high - 3
        and not extent.CUT.match(page.text, comma)
        and not RELATIVE.match(page.text, at)
        and not nominal.REACHED.match(page.text, at)
        and not (
            nominal.ASIDE.match(page.text, at, scene.high)
            and page.lower[slice(*left)].replace("'", " ").split(" ")[-1] not in finite.AUXILIARIES
        )
        and not GERUND.match(page.text, at)
    ):
        yield extent.clause(page, at, scene.high)


def _resume(scene: Scene) -> int:
    """Where the content before an incise begins: after a semicolon or the first of two dashes around it, outside quotations, else with
    the sentence."""
    page, low, outer = scene.page, scene.low, scene.cue.outer
    at = page.text.rfind(";", low, outer)
    dashes = [m.end() for m in DASH.finditer(page.text, low, outer)]
    if dashes and dashes[-1] > at and DASH.search(page.text, outer, scene.high):
        at = dashes[-1] - 1
    return at + 1 if at > low and page.quote_at(at) is None else low


def wanted(scene: Scene) -> Iterator[Found]:
    """ "les 300 millions que réclame la région": the count before a relative whose subject stands behind its verb."""
    page, cue = scene.page, scene.cue
    lead = WHAT.search(page.text, max(scene.low, cue.outer - 5), cue.outer) if scene.has("np") else None
    if lead is None or cue.verb.lemma in scene.lexicon.words.counting or cue.shape is not Shape.FINITE or cue.pronoun is not None:
        return
    low = max(scene.low, lead.start() - ANTECEDENT)
    heads = (m.start() for m in HEAD.finditer(page.text, low, lead.start()))
    start = next((at for at in heads if COUNTED.search(page.text, at, lead.start())), None)
    source = sources.following(page, scene.beyond, scene.high, scene.lexicon) if start is not None else None
    if start is None or source is None or page.quote_at(start) != page.quote_at(cue.start):
        return
    if (verb := VERBAL.search(page.text, *source)) is not None:
        source = source[0], verb.start()
    if speakers.speaks(page, source, scene.lexicon) and inversion.agrees(scene, source):
        yield scene.found("wanted", source, (start, lead.start()))


def demonstrative(scene: Scene) -> Iterator[Found]:
    """ "P, ce que dément X", "P, ce qu'a démenti X", "P. C'est ce qu'a dit X": P; of "Y accuse Z de P" what Z is accused of."""
    page, cue = scene.page, scene.cue
    low = max(scene.low, cue.outer - 80)
    lead = WHICH.search(page.text, low, cue.outer) if "ce qu" in page.text[low : cue.outer] else None
    if lead is None or cue.shape not in (Shape.FINITE, Shape.COMPOUND):
        return
    said = sources.trimmed(page.text, lead.span("source"))
    if said[0] == said[1]:
        source = cue.pronoun or sources.following(page, scene.beyond, scene.high, scene.lexicon)
    else:
        source = said if speakers.speaks(page, said, scene.lexicon) else None
    if source is not None and lead.start() <= scene.low + 1:
        content = taken.sentence_before(scene, (scene.low, source[1]))
        yield from (scene.found("demonstrative", source, content),) if content else ()
    elif source is not None:
        content = scene.said(lead.start()) or scene.signed or extent.before(page, _resume(scene), lead.start())
        yield scene.found("demonstrative", source, content, open=True)
