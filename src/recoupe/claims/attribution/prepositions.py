"""Prepositional cues: "selon X", "d'après X", "à en croire X", "de source policière", "selon lesquels"."""

from collections.abc import Iterator

import regex

from recoupe.claims.attribution import crowds, extent, finite, nominal, sources, speakers, subjects
from recoupe.claims.attribution.alternatives import ARTICLES, LEQUEL, RELATIVES, WEEKDAYS
from recoupe.claims.attribution.found import Found
from recoupe.claims.attribution.lexicon import Lexicon
from recoupe.claims.attribution.numerals import COUNT as COUNTED
from recoupe.claims.attribution.numerals import FIGURE, ROUGHLY
from recoupe.claims.attribution.page import Extent, Page
from recoupe.claims.attribution.words import Spotter

CUES = {
    "selon": "selon",
    "d'après": "d'après",
    "croire": r"[àa] (?:l'|les )?en croire",
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
    "source": r"de(?= (?:même |bonne )?source \p{L})",
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
LEAD = regex.compile(
    r"[\s\-–—•*«\"]{0,12}+(?:\p{N}{1,2} ?(?:[h:.H] ?\p{N}{2}|[hH]) ?[–—|:-] ?)?+"
    r"(?:(?:mais|et|or|toujours|ainsi|en effet|cependant|toutefois|enfin|pourtant|car|en outre|"
    r"par ailleurs|quant à lui|de plus)[, ]{1,4}+){0,6}+",
    regex.IGNORECASE,
)
AGAIN = regex.compile(r"(?<=[,(;] ?)(?:toujours|encore|notamment|même) $")
THINGS = r"(?:\p{L}{2,20} ){0,2},? ?"
COUNT = regex.compile(
    r"(?:^,? ?(?:(?:et|mais|ou|contre|puis) )?|[:;(,] ?|, (?:et|mais|ou|contre|puis) )"
    rf"(?P<count>(?:(?:{ROUGHLY}|de) )?{FIGURE}(?:(?:à|et|ou) {FIGURE})?(?:% )?{THINGS})$",
    regex.IGNORECASE,
)
"""A count set apart before its source: "(1.800 selon la police, 4.000 selon les syndicats)"."""
HIM = regex.compile(r"[àa] (?P<source>l'|les) ?(?:en croire|entendre)", regex.IGNORECASE)
"""The one believed, as a clitic."""
TOLD = regex.compile(rf" ce qu(?:e |')(?:(?:a|ont|avait|avaient) )?\p{{L}}{{4,16}} (?={ARTICLES}|plusieurs |\p{{Lu}})")
"""Before who tells it: "selon ce que rapporte la BBC"."""
THEY = frozenset(("lui", "elle", "eux", "elles"))
JUDGED = regex.compile(
    r"(?:il (?:s'agit|faut|est|n'est|n'y a|serait|faudrait) |c'est |c'était |ce n'est |ce serait |ce sont |cel[ae] |rien n)"
)
SOMEONE = regex.compile(r" (?:(?:M|MM)\.|Mmes?|Mes?|Drs?|Dres?|Prs?|maîtres?) \p{Lu}")
"""Behind "pour", somebody by his title and name: what follows is what he thinks."""
THAT = regex.compile(r"(?<!\p{L})(?:que|où|qui|dont|car|mais|et),? $")
"""What opens the clause that a medial source stands in."""
THEN = regex.compile(rf" \((?P<then>(?:contre )?{COUNTED}[^()\n]{{2,40}})\)")
"""In brackets, another count."""
BETWEEN = regex.compile(rf"(?<!\p{{L}})entre (?P<count>{FIGURE}{THINGS})$", regex.IGNORECASE)
"""One of two counts: "entre 900 personnes selon la police et 2.000 selon les organisateurs"."""
RELATIVE = regex.compile(rf"(?:{RELATIVES}) ?")
OWN = regex.compile(r"(?: \p{Lu}[\p{L}-]++){1,4}")
"""A name behind the noun that says what it is."""
OF = regex.compile(r"(?:d(?:e |u |es |')|aux? |à |en |pour |dans |sur |par |\p{N})")
"""What goes on with a clause after an inserted source: "lequel daterait, selon eux, des années 1980"."""
INSIDE = regex.compile(r" (?:qui |dont |où |que |qu'|auquel |auxquels )")
LETTERS = regex.compile(r" \((?:\p{Lu}[\p{L}.-]{1,14}\)(?: \p{Ll}{4,16})?|[^()\n]{2,60}\))(?=,)")
THERE = regex.compile(r" (?:auprès d(?:e |u |es |')[^,;:.!?«»\n]{2,60}|(?:présente?s? )?sur (?:place|les lieux))(?=,)")
"""Where a count was taken, or the one named stood: "selon un décompte de l'AFP auprès de la police, ..."."""
CONFIRMED = regex.compile(r", (?:confirmé|démenti|contredit|suivi|appuyé)e?s? par [^,;:.!?«»\n]{2,60}(?=,)")
CAME = regex.compile(
    r", (?:accouru|arrivé|venu|rendu|dépêché|descendu|présent|joint|contacté|interrogé|rencontré|sollicité)e?s? [^.;:!?«»\n]{2,160}?"
    rf"(?=, (?:l[ea]s? |l'|une? |des |cet?(?:te)? |ces |on |ils? |elles? |aucun|{COUNTED}))"
)
"""How somebody came there or was reached, up to the subject of what he says: "selon le préfet, accouru dans le Nord, | le feu"."""
TOO = regex.compile(r" (?:toujours|encore|aussi|même)(?=[,.;)])")
ASIDES = (nominal.ASKED, CONFIRMED, TOO, THERE, CAME)
"""What may stand between a source and what it says."""
BOUND = regex.compile(r"(?<=,) |(?<= )(?=(?:qui|que|pour|et|mais|tandis que|alors que|où|ou) )|[;:] ?")
REPORTER = regex.compile(
    r"(?:qui|dont|où|tandis|alors|mais|et (?=\p{L}+ selon)|\p{L}{2,18}ant |contre|puis|selon|d'après|après|"
    r"(?:et |contre )?(?:\p{L}{2,8} (?:de )?)?\p{N}(?:,(?=\p{N})|[^,]){0,40}?,? (?:selon|d'après)|"
    r"sans (?:(?:plus|autre|davantage) |(?:(?:en|l[ea]s?|se|lui|leur|y) |l'|s')?\p{L}{2,20}(?:er|ir|re) )|"
    rf"\p{{L}}{{3,18}}(?:é|i|u)e?s? (?:pour|par|dans|sur|à|au|aux|en|hier|{WEEKDAYS}) )"
)
"""How an addition of the reporter's begins, after a source set off by commas."""
OTHERS = regex.compile(
    r"[«“\"]? ?(?:(?:pas|près|plus|moins|environ|quelque|presque|loin|de|d'|au|à peine|bien) ?){0,3}\p{N}[^,;:.!?]{0,60}?"
    r"(?:,(?=\p{N})[^,;:.!?]{0,20}?)?,? (?:si l'on en croit|[àa] en croire|[àa] entendre|d'après|selon) "
)
"""Behind a source, a count that somebody else gives: "..., selon la police, près de 900 si l'on en croit les organisateurs"."""
ONWARD = regex.compile(
    r"(?:pourtant|toutefois|cependant|en revanche|au contraire|en effet|par ailleurs|en outre|ainsi|d'ailleurs|néanmoins), "
)
"""What ties what somebody says to the sentence before: "Selon un père, [pourtant,] une rançon a été versée"."""
JOINT = regex.compile(r";|,? (?:tandis que|alors que|contre|et) (?=\p{N}|l'|le |la |les |un |une |entre |près )")
"""Where what an earlier source says ends, before a closing one."""
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
        found = tuple(
            c
            for c in _content(
                page,
                _again(page, cue.start()),
                _asked_end(page, _relay_end(page, max(source[1], cue.end()), high, lexicon)),
                (low, high),
                done,
                lexicon,
            )
            if c[0] < c[1]
        )
        done = source[1]
        if found:
            yield _found(cue.span(), source, found, sentence)


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
    return not LEAD.sub("", before, count=1).strip() or before.rstrip().endswith((",", "(", ";", ":"))


def _opines(page: Page, cue: Extent, sentence: Extent) -> bool:
    """Whether "Pour X, ..." gives an opinion: it heads a clause, X is somebody named, and a judgement or a quotation follows."""
    text, (low, high) = page.text, sentence
    comma = text.find(", ", cue[1], high)
    before = text[low : cue[0]].rstrip()
    who = text[cue[1] + 1 : comma]
    m = page.mention_from(cue[1] + 1)
    someone = SOMEONE.match(text, cue[1], comma) is not None
    named = someone or who in THEY or (m is not None and _whole_name(text, m.span.end, comma)) or speakers.titled(page, who)
    if not named or (before and not before.endswith((":", ";", "»", '"'))):
        return False
    if someone or (m is not None and crowds.tells(text, m, (comma + 2, high))):
        return True
    return JUDGED.match(text, comma + 2, high) is not None or any(comma < q[0] < high for q in page.quotes)


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
    if nobody := NOBODY.match(page.text, cue[1], high):
        noun = nobody["noun"]
        if noun is None or noun.removeprefix("l'") in lexicon.words.manners:
            return None
    start = cue[1] + (page.text[cue[1]] == " ")
    if page.text[start:high].lower().startswith(("source", "bonne source", "même source", "sources")):
        end = nominal.STOP.search(page.text, start, high)
        return sources.trimmed(page.text, (start, end.start() if end else high))
    return sources.following(page, start, high, lexicon)


def _content(page: Page, cue: int, after: int, sentence: Extent, done: int, lexicon: Lexicon) -> Iterator[Extent]:
    """Before the cue, after the source, or both."""
    text, (low, high) = page.text, _bracket(page, cue, sentence)
    start = _start(page, low, cue)
    if INSIDE.match(text, after, high) and (close := text.find(", ", after, high)) > 0:
        after = close  # "Selon X, l'un des médecins qui le suivent, ..."
    comma = text[after : after + 1] == ","
    rest = after + (2 if comma else 1)
    ends = after >= high - 2 or text[after] in ".)!?;" or not comma
    if comma and RELATIVE.match(text, rest) and (close := text.find(", ", rest, high)) > 0:
        rest = close + 2  # "selon X, qui ..., "
    if between := BETWEEN.search(text[max(start, done, cue - 60) : cue]):
        yield extent.before(page, max(start, done, cue - 60) + between.start("count"), cue)
        yield from _put_in(page, after)
    elif apart := COUNT.search(text[max(start, done, cue - 80) : cue]):
        yield extent.before(page, max(start, done, cue - 80) + apart.start("count"), cue)
        yield from _put_in(page, after)
    elif start >= cue:  # "Selon X, ..."
        joint = ONWARD.match(text, rest, high)
        yield _clause(page, min(joint.end() if joint else rest, high), high, lexicon)
    elif ends:  # "..., selon X."
        yield _before(page, max(start, done), cue)
    else:  # "..., selon X, ..."
        left = _piece(page, max(start, done), cue, lexicon)
        tail = extent.clause(page, min(rest, high), high)
        if THAT.search(text, low, cue):
            yield tail  # "ont dit que, selon eux, le feu ..."
        elif REPORTER.match(text[rest:high]) or page.quote_at(cue - 3) or OTHERS.match(text, rest, high):
            yield _before(page, max(start, done), cue)
        elif RELATIVE.match(page.text, left[0], left[1]) and left[0] > low + 1 and not OF.match(text, rest):
            yield left  # "le bateau, qui transportait 200 personnes selon la compagnie, a heurté un récif"
        else:
            yield left
            yield tail


def _clause(page: Page, start: int, high: int, lexicon: Lexicon) -> Extent:
    """What is told behind a source; of a subject that a relative parts from its verb the verb as well."""
    found = extent.clause(page, start, high)
    if page.text.startswith(", ", found[1]) and finite.verbless(page, found, lexicon):
        verb = next(finite.resumed(page, found[1] + 2, high, lexicon), None)
        return found if verb is None else (start, extent.clause(page, verb + 2, high)[1])
    return found


def _bracket(page: Page, cue: int, sentence: Extent) -> Extent:
    """What a source in brackets may tell: no more than stands there; else the sentence."""
    low, high = sentence
    opens = page.text.rfind("(", low, cue)
    if opens < 0 or opens + 1 >= cue or page.text.find(")", opens, cue) >= 0:
        return sentence  # "12 morts (selon la police)"
    close = page.text.find(")", cue, high)
    return opens + 1, close if close >= 0 else high


def _put_in(page: Page, after: int) -> Iterator[Extent]:
    """What the same one counted at another time, in brackets behind who says it: "30.000 selon la police ([40.000 lundi])"."""
    if put_in := THEN.match(page.text, after):
        yield put_in.span("then")


def _start(page: Page, low: int, cue: int) -> int:
    """Where what may be content begins before a cue; at the cue itself where a semicolon or a colon stands before: "...; selon X, ..."."""
    lead = LEAD.match(page.text, low, cue)
    start = lead.end() if lead else low
    mark = max(page.text.rfind(";", low, cue), page.text.rfind(" :", low, cue) + 1)
    opens = mark > start and page.quote_at(mark) is None and LEAD.fullmatch(page.text, mark + 1, cue)
    return cue if opens else start


def _before(page: Page, low: int, cue: int) -> Extent:
    """The sentence up to the cue, from the last "tandis que", semicolon or earlier source on."""
    found = low
    for mark in JOINT.finditer(page.text[low:cue]):
        head = mark.group().strip(" ,")
        if page.quote_at(low + mark.start()) is None and (
            head not in ("et", "contre") or (page.text[low:cue].count(",") == 0 and low > 0 and page.text[low - 1 : low].isalpha())
        ):
            found = low + mark.end()
    return extent.before(page, found, cue)


def _piece(page: Page, low: int, cue: int, lexicon: Lexicon) -> Extent:
    """The clause that a medial "selon" stands in, up to it."""
    found = low
    for mark in BOUND.finditer(page.text, low, cue - 2):
        joins = page.text.startswith("et ", mark.end()) and finite.verbless(page, (found, mark.start()), lexicon)  # "un élu et [deux]"
        if page.quote_at(mark.start()) is None and mark.end() < cue - 3 and not joins:
            found = mark.end()
    whole = extent.before(page, found, cue)
    return whole if found == low or whole[1] - whole[0] >= 3 else extent.before(page, low, cue)


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
