"""Prepositional cues: "selon X", "d'après X", "à en croire X", "de source policière", "selon lesquels"."""

from collections.abc import Iterator

import regex

from recoupe.claims.attribution import apposed, around, crowds, extent, finite, joint, nominal, sources, speakers, subjects
from recoupe.claims.attribution.alternatives import ARTICLES, LEQUEL
from recoupe.claims.attribution.found import Found
from recoupe.claims.attribution.lexicon import Lexicon
from recoupe.claims.attribution.lexicon import lexicon as lexicon_of
from recoupe.claims.attribution.numerals import COUNT as COUNTED
from recoupe.claims.attribution.page import Extent, Page
from recoupe.claims.attribution.words import Spotter
from recoupe.model import ActorKind

CUES = {
    "selon": "selon",
    "d'après": "d'après",
    "croire": r"(?:[àa]|s'il (?:faut|fallait)) (?:l'|les )?en croire",
    "entendre": r"[àa] (?:l'|les )?entendre",
    "croit": "si l'on en croit",
    "juger": "[àa] en juger par",
    "dire": "au dire d(?:e|u|es|')",
    "dires": "aux dires d(?:e|u|es|')",
    "aveu": "de l'aveu (?:même )?d(?:e|u|es|')",
    "avis": "de l'avis (?:même )?d(?:e|u|es|')",
    "yeux": "aux yeux d(?:e|u|es|')",
    "foi": "sur la foi d(?:e|u|es)",
    "dixit": r"(?<=, |\()dixit",
    "pour": r"pour(?= \p{L}[^,;.:!?«»\n]{1,80}, )|(?<=, )pour(?= qui )|(?<=\p{N}[^.;:!?«»\n]{0,40})pour(?= l(?:'|a |es? ))",
    "source": r"de(?= (?:même |bonne )?source \p{L}| même source)",
    "sources": r"de(?= (?:même |bonne )?sources \p{L})",
}
"""Each cue by words of it: sentences with none of these words are passed by."""
OPENS = regex.compile(r"[«“\"] ?$|[.!?] $")
"""What a sentence inside a quotation begins behind."""
NEXT = regex.compile(r"(?<!\p{Lu}|(?<!\p{L})(?:M|MM|Dr|Mme|St))[.!?…] (?=\p{Lu})")
"""Where the next sentence of a quotation begins."""
CUE = regex.compile(
    rf"(?<![\p{{L}}\p{{M}}'-])(?:{'|'.join(CUES.values())})"
    r"(?= |'|(?<= d')|(?<=n croire)[,.]|(?<=(?:l'|les )entendre)[,.])",
    regex.IGNORECASE,
)
OPINION = 120
"""Characters of a clause in which its verb stands."""
FOR_WHOM = 90
"""Characters behind "pour" in which whose opinion it is ends with a comma."""
SPOTTER = Spotter(CUES)
WHICH = regex.compile(rf" (?P<which>{LEQUEL}|qui)(?: |,)")
SEVERAL = regex.compile(r"(?<=^| de | d'| )(?:les|des|ces|plusieurs|certains|certaines|de nombreu\p{L}{1,3}) [^,]{2,80}$", regex.IGNORECASE)
"""The plural at the end of a noun phrase, for which "lesquels" stands."""
NOBODY = regex.compile(
    r" (?:que |qu'|moi|toi|vous|(?:une |un |toute |l'|la |le |les |ses |son |leurs |leur |des |ces |"
    r"cette )?(?:mêmes? |propres? )?(?P<noun>[\p{L}'-]+))"
)
THEM = regex.compile(
    r" (?P<source>eux|elle|elles|lui|l'intéressée?|nos (?:informations|calculs|estimations)|notre (?:décompte|comptage)|nous)"
    r"(?![\p{L}\p{M}])",
    regex.IGNORECASE,
)
AGAIN = regex.compile(r"(?<=[,(;] ?)(?:toujours|encore|notamment|même) $")
HIM = regex.compile(r"(?:[àa]|s'il (?:faut|fallait)) (?P<source>l'|les) ?(?:en croire|entendre)", regex.IGNORECASE)
"""The one believed, as a clitic."""
TOLD = regex.compile(rf" ce qu(?:e |')(?:(?:a|ont|avait|avaient) )?\p{{L}}{{4,16}} (?={ARTICLES}|plusieurs |\p{{Lu}})")
"""Before who tells it: "selon ce que rapporte la BBC"."""
TELLS = regex.compile(
    r" ce qu(?:e |')(?P<who>(?:l[ea]s? |l'|une? |des |plusieurs |\p{Lu})[^,;:.!?«»\n]{1,60}?) (?:(?:a|ont|avait|avaient) )?"
    r"(?P<verb>\p{Ll}{4,16})(?!\p{L})(?: [^,;:.!?«»\n]{1,60})?(?=[,.])"
)
"""Who tells it, before his verb: "selon ce que Le Matin a appris"."""
THEY = frozenset(("lui", "elle", "eux", "elles"))
JUDGED = regex.compile(
    r"(?:il (?:s'agit|faut|est|n'est|n'y a|serait|faudrait) |c'est |c'était |ce n'est |ce serait |ce sont |cel[ae] |rien n)"
)
SOMEONE = regex.compile(r" (?:(?:M|MM)\.|Mmes?|Mes?|Drs?|Dres?|Prs?|maîtres?) \p{Lu}")
"""Behind "pour", somebody by his title and name: what follows is what he thinks."""
WHAT = regex.compile(r"l[ea]s? |l'|ce(?:t|tte|s)? |ils? |elles? ")
"""How what is judged opens: not "un bureau", which is for whoever is named before."""
OWN = regex.compile(r"(?: \p{Lu}[\p{L}-]++){1,4}")
"""A name behind the noun that says what it is."""
LETTERS = regex.compile(r" \((?:\p{Lu}[\p{L}.-]{1,14}\)(?: \p{Ll}{4,16})?|[^()\p{N}\n]{2,60}\))(?=,)")
THERE = regex.compile(r" (?:auprès d(?:e |u |es |')[^,;:.!?«»\n]{2,60}|(?:présente?s? )?sur (?:place|les lieux))(?=,)")
"""Where a count was taken, or the one named stood: "selon un décompte de l'AFP auprès de la police, ..."."""
CONFIRMED = regex.compile(
    r", (?:(?:confirmé|démenti|contredit|suivi|appuyé)e?s? par|confirmant|corroborant|démentant|contredisant) [^,;:.!?«»\n]{2,60}(?=,)"
)
CAME = regex.compile(
    r", (?:accouru|arrivé|venu|rendu|dépêché|descendu|présent|joint|contacté|interrogé|rencontré|sollicité)e?s? [^.;:!?«»\n]{2,160}?"
    rf"(?=, (?:l[ea]s? |l'|une? |des |cet?(?:te)? |ces |on |ils? |elles? |aucun|{COUNTED}))"
)
"""How somebody came there or was reached, up to the subject of what he says: "selon le préfet, accouru dans le Nord, | le feu"."""
BESIDE = regex.compile(rf" et (?:de |d')?{COUNTED} ?$")
"""At the end of a source, what the next one counts: "selon la police [et de cinq] selon le maire"."""
TOO = regex.compile(r" (?:toujours|encore|aussi|même)(?=[,.;)])")
ASIDES = (nominal.ASKED, CONFIRMED, TOO, THERE, CAME)
"""What may stand between a source and what it says."""
RUMOUR = regex.compile(
    r"(?<![\p{L}'])(?P<noun>(?:(?:des|les|une?|la|le|l'|cette|certaines|plusieurs) ?)(?:[\p{L}'-]+ ){0,3}?[\p{L}-]+) ?,? $",
    regex.IGNORECASE,
)
INSERTED = regex.compile(r", \p{L}{3,16}(?:é|i|u|is)e?s? [^,;:.!?«»\n]{3,100}$")
"""A participle with what goes with it, between a noun and "selon laquelle": "une rumeur, relayée par X, [selon laquelle]"."""
ONE = regex.compile(r"(?r)(?<=^| |')(?<! de | à )(?P<noun>(?:l'|la |le |une? |cette |ce )[^,]{2,70}?) ?, $", regex.IGNORECASE)
"""The last noun phrase in the singular, with what "de" joins to it."""


def relations(page: Page, lexicon: Lexicon) -> Iterator[Found]:
    """All relations of prepositional cues, in order."""
    for sentence in SPOTTER.sentences(page, _opines_there):
        yield from _in_sentence(page, sentence, lexicon)


def _opines_there(text: str, start: int, end: int) -> bool:
    """Whether a word may be a cue by what stands around it: "pour" is one only before a comma or "qui", or behind a number."""
    behind = text[end : end + FOR_WHOM]
    return (
        text[start:end] != "pour" or ", " in behind or behind.startswith(" qui ") or any(map(str.isdigit, text[max(0, start - 40) : start]))
    )


def _in_sentence(page: Page, sentence: Extent, lexicon: Lexicon) -> Iterator[Found]:
    low, high = sentence
    done = low  # content of the next one begins after this one's source
    for cue in CUE.finditer(page.text, low, high):
        if page.quote_at(cue.start()) is not None:
            if nested := _quoted(page, cue.span(), sentence, lexicon):
                yield nested
            continue
        if cue.group().lower() == "de" and not _opens(page.text[low : cue.start()]):
            continue
        which = WHICH.match(page.text, cue.end(), high)
        if cue.group().lower() == "pour" and not (
            which or _opines(page, cue.span(), sentence) or crowds.counts(page, cue.span(), sentence)
        ):
            continue
        if which and cue.group().lower() == "pour":
            yield from _for_whom(page, cue.span(), which, sentence)
            continue
        if which:
            yield from _which(page, cue.span(), which, sentence)
            continue
        source = _source(page, cue.span(), high, lexicon)
        if source is None:
            continue
        source = apposed.paper(page, _listed(page, source, high), high, lexicon)
        tells = _tells(page, cue.end(), high, lexicon)
        named = tells.end() if tells else max(source[1], cue.end())
        after = _asked_end(page, _relay_end(page, named, high, lexicon))
        told = around.content(page, _again(page, cue.start()), after, sentence, done, lexicon)
        found = tuple(piece for piece in told if piece[0] < piece[1])
        done = source[1]
        if found:
            yield _found(cue.span(), source, found, sentence)


def _listed(page: Page, source: Extent, high: int) -> Extent:
    """A source with those listed behind it, without what the next one counts: "la police et un témoin", "la police [et de cinq] selon"."""
    low, end = joint.listed(page, source, high)
    beside = BESIDE.search(page.text, low, end)
    return (low, beside.start() if beside else end)


def _tells(page: Page, start: int, high: int, lexicon: Lexicon) -> "regex.Match[str] | None":
    """ "ce que le maire a confié à l'AFP" behind "selon", up to what it tells."""
    tells = TELLS.match(page.text, start, high)
    return tells if tells and tells["verb"] in lexicon.known else None


def _again(page: Page, cue: int) -> int:
    """Where the adverb before a cue begins that says who spoke before: ", [toujours] selon l'armée"."""
    word = AGAIN.search(page.text, max(0, cue - 12), cue)
    return word.start() if word is not None else cue


def _quoted(page: Page, cue: Extent, sentence: Extent, lexicon: Lexicon) -> Found | None:
    """Whose word somebody quoted passes on at the head of a sentence: "« [Selon les rescapés], ils étaient 90 », a dit le maire"."""
    quote = page.quote_at(cue[0])
    if (
        quote is None
        or page.text[cue[0] : cue[1]] not in ("Selon", "D'après")
        or OPENS.search(page.text, max(0, cue[0] - 3), cue[0]) is None
    ):
        return None
    high = min(sentence[1], quote[1])
    source = _source(page, cue, high, lexicon)
    if source is None or THEM.match(page.text, cue[1], high) or not speakers.speaks(page, source, lexicon):
        return None
    if not page.text.startswith(", ", source[1]):
        return None
    stop = NEXT.search(page.text, source[1], high)
    end = stop.start() if stop else high
    content = extent.bare(page.text, (source[1] + 2, min(end, extent.clause(page, source[1] + 2, end)[1])))
    return _found(cue, source, (content,), sentence) if content[0] < content[1] else None


def _relay_end(page: Page, end: int, limit: int, lexicon: Lexicon) -> int:
    """Where ", qui cite X" or ", cité par X" after a source ends; `end` where there is none."""
    hit = nominal.CITES.match(page.text, end, limit) or nominal.CITED.match(page.text, end, limit)
    named = sources.following(page, hit.end(), limit, lexicon) if hit else None
    return named[1] if named else end


def _asked_end(page: Page, end: int) -> int:
    """Where what tells how a source was reached ends: "selon un élu joint par téléphone, ..."."""
    if letters := LETTERS.match(page.text, end):
        end = letters.end()  # "selon l'Office des forêts (ODF), ..."
    asked = next((hit for pattern in ASIDES if (hit := pattern.match(page.text, end))), None)
    return asked.end() if asked else end


def _opens(before: str) -> bool:
    """Whether "de source ..." opens a clause: after a verb it belongs to that verb ("apprend-on de source ...")."""
    return not around.LEAD.sub("", before, count=1).strip() or before.rstrip().endswith((",", "(", ";", ":"))


def _opines(page: Page, cue: Extent, sentence: Extent) -> bool:
    """Whether "Pour X, ..." gives an opinion: it heads a clause, X is somebody named, and a judgement or a quotation follows."""
    text, (low, high) = page.text, sentence
    comma = text.find(", ", cue[1], high)
    before = around.LEAD.sub("", text[low : cue[0]], count=1).rstrip()
    who = text[cue[1] + 1 : comma]
    m = page.mention_from(cue[1] + 1)
    if not before and _opining(page, (cue[1] + 1, comma), high):
        return True
    someone = SOMEONE.match(text, cue[1], comma) is not None
    named = someone or who in THEY or (m is not None and _whole_name(text, m.span.end, comma)) or speakers.titled(page, who)
    if not named or (before and not before.endswith((":", ";", "»", '"'))):
        return False
    if someone or (m is not None and crowds.tells(text, m, (comma + 2, high))):
        return True
    return JUDGED.match(text, comma + 2, high) is not None or any(comma < q[0] < high for q in page.quotes)


def _opining(page: Page, who: Extent, high: int) -> bool:
    """Whether somebody's business is to judge or to argue, and a clause follows: "Pour la CGT, cette loi coûtera 300 postes"."""
    words, article = lexicon_of(page.language), nominal.ARTICLE.match(page.text, *who)
    known = page.mention_from(who[0]) or (page.mention_from(article.end()) if article else None)
    body = known is not None and known.actor.kind in (ActorKind.ORGANISER, ActorKind.NGO) and known.span.end >= who[1] - 1
    named = article is not None and page.text[article.end() : article.end() + 1].isupper()  # "pour les manifestants" is for them
    follows = (who[1] + 2, min(high, who[1] + OPINION))
    opining = words.words.opining | (words.words.judging if WHAT.match(page.text, follows[0]) else frozenset())
    if article is None or not ((body and named) or speakers.first_word(page.text, article.end()) in opining):
        return False
    if not finite.verbless(page, who, words) or nominal.NOMINAL.match(page.text, follows[0]) is None:
        return False
    return not finite.verbless(page, follows, words)


def _whole_name(text: str, end: int, comma: int) -> bool:
    """Whether a mention that ends at `end`, with the name behind it, is all that stands before a comma: "le syndicat [UNSA]"."""
    return end >= comma - 1 or OWN.fullmatch(text, end, comma) is not None


def _found(cue: Extent, source: Extent, content: tuple[Extent, ...], sentence: Extent) -> Found:
    return Found(rule="attribution/fr/selon", cue=cue, source=source, content=content, clause=sentence, open=True)


def _source(page: Page, cue: Extent, high: int, lexicon: Lexicon) -> Extent | None:
    """Whose word it is; None for "selon les cas", "selon que"."""
    if him := HIM.match(page.text, *cue):
        return him.span("source")
    if them := THEM.match(page.text, cue[1], high):
        return them.span("source")
    if told := TOLD.match(page.text, cue[1], high):
        return sources.following(page, told.end(), high, lexicon)
    if tells := _tells(page, cue[1], high, lexicon):
        return tells.span("who")
    if nobody := NOBODY.match(page.text, cue[1], high):
        noun = nobody["noun"]
        if noun is None or noun.removeprefix("l'") in lexicon.words.manners:
            return None
    start = cue[1] + (page.text[cue[1]] == " ")
    if page.text[start:high].lower().startswith(("source", "bonne source", "même source", "sources")):
        end = nominal.STOP.search(page.text, start, high)
        return sources.trimmed(page.text, (start, end.start() if end else high))
    return sources.following(page, start, high, lexicon)


def _which(page: Page, cue: Extent, which: "regex.Match[str]", sentence: Extent) -> Iterator[Found]:
    """ "des informations selon lesquelles ...": what is heard after the relative, from whoever the noun before the cue names."""
    set_off = page.text[cue[0] - 2 : cue[0]] == ", "
    plural = which["which"] in ("lesquels", "lesquelles")
    source = _antecedent(page, (sentence[0], cue[0]), set_off=set_off or which["which"] == "qui", plural=plural)
    if source and plural and (several := SEVERAL.search(page.text, *source)):
        source = several.span()
    content = extent.clause(page, which.end(), sentence[1])
    comma = page.text.find(", ", *content)
    if set_off and comma > 0 and page.quote_at(comma) is None:
        content = (content[0], comma)
    if content[0] < content[1]:
        yield Found(rule="attribution/fr/selon_lequel", cue=cue, source=source, content=(content,), clause=sentence, open=True)


def _for_whom(page: Page, cue: Extent, which: "regex.Match[str]", sentence: Extent) -> Iterator[Found]:
    """ "« ... », lance le maire, pour qui ...": what somebody thinks who has just spoken."""
    source = subjects.told(page, sentence[0], cue[0] - 2)
    content = extent.clause(page, which.end(), sentence[1])
    if source and content[0] < content[1]:
        yield Found(rule="attribution/fr/selon_lequel", cue=cue, source=source, content=(content,), clause=sentence)


def _antecedent(page: Page, before: Extent, *, set_off: bool, plural: bool) -> Extent | None:
    """The noun phrase that ends at `end`; behind a comma it is the subject of what follows."""
    low, end = before
    inserted = INSERTED.search(page.text[low : end - 2]) if set_off else None
    if inserted is not None:
        end = low + inserted.start() + 2
    elif set_off:
        return subjects.told(page, low, end - 2) or subjects.subject(page, low, end, plural=True)
    low = max(low, end - 80)
    noun = (ONE.search(page.text[low:end]) if inserted and not plural else None) or RUMOUR.search(page.text[low:end])
    return (low + noun.start("noun"), low + noun.end("noun")) if noun else None
