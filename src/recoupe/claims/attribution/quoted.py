"""Quotations without a verb: signed pull quotes, headlines, and sentences in quotes after an attributed one."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter

import regex
import simplemma

from recoupe.claims.attribution import beside, extent, finite, nominal, papers, sources, speakers
from recoupe.claims.attribution.found import Found, overlap
from recoupe.claims.attribution.lexicon import Lexicon
from recoupe.claims.attribution.page import Extent, Page
from recoupe.model import Modality

SIGNED = regex.compile(r"(?m)^(?P<content>[^\n]{15,1500}+)\n[ \t]*+(?P<dash>[–—―])[ ]?+(?P<source>\p{Lu}[^\n:;!?]{2,100}+)$")
NAMED = regex.compile(
    r"(?<=(?:^|\n|[.!?»”\"] )[ \t–—-]{0,3})"
    r"(?P<source>(?:[^\n:;«»“”\"!?.]|(?<=(?<!\p{L})(?:M|MM|Mme|Dr|Pr|Me))\.|\.(?! )){2,120}?) ?(?P<cue>:) ?(?=[«“\"])"
)
GOES_ON = (
    "ajouter|poursuivre|conclure|préciser|insister|souligner|rappeler|lancer|marteler|renchérir|dire|expliquer|répondre|confier|commenter"
    "|indiquer|résumer|nuancer|noter|mentionner|raconter|déclarer|plaider|admettre|avouer|soutenir|affirmer|témoigner|illustrer"
)
"""Infinitives by which somebody is told to speak."""
AND_TO = regex.compile(r"(?:(?:Et|Puis|Mais) )?+(?:(?P<who>\p{L}[^\n]{1,80}?),? )?(?P<cue>[Dd](?:e |')(?P<verb>\p{Ll}++))")
"""The infinitive by which somebody goes on: "Et d'ajouter : « ... »", "Et le maire de conclure : « ... »"."""
OF_SAYING = regex.compile(rf",? (?P<cue>(?:et )?d(?:e |')(?:{GOES_ON})) (?=(?:l[ea]s? |l'|une? |\p{{Lu}}))")
"""The infinitive between a quotation and who says it: "« ... », de dire la mairesse"."""
THESE_WORDS = regex.compile(
    r" (?:(?:C'est|C'était|Ce fut) )?[Pp]ar (?P<cue>ces (?:\p{L}{4,9} )?(?:mots|paroles))(?:(?:, [^,;:.!?«»\n]{2,80},)? (?:que |qu')|, )"
)
"""What leads from a quotation to who spoke it: "« ... » C'est par ces mots, lancés en séance, que [la maire] a démissionné"."""
TURN = regex.compile(r"(?m)^[ \t]*+(?:[–—-] ?)?(?P<source>\p{Lu}[^\n:;«»“”\"!?()]{0,60}?) ?(?P<cue>:) ?(?P<content>\p{Lu}[^\n]{3,1500}+)$")
POST = regex.compile(
    r"(?m)^[ \t]*+\p{N}{1,2} ?[h:.H] ?\p{N}{2}(?: ?[.:–—|-]{1,2})? (?P<source>\p{Lu}[^\n:;.,«»“”\"!?()]{1,50}?) ?(?P<cue>:) ?"
    r"(?P<content>[^\n «“\"][^\n]{3,400}+)$"
)
DASHED = regex.compile(r"(?m)^[ \t]*+(?P<cue>[–—-]) ?(?P<content>[^\n]{3,1500}+)$")
FACING = regex.compile(r"(?<![\p{L}-])(?:je|j'|nous|vous|tu|notre|nos|votre|vos|mon|ma|mes|moi)(?![\p{L}])", regex.IGNORECASE)
"""Words of somebody who speaks for himself or to another."""
ANSWER = frozenset(("r", "réponse", "rép", "rep"))
QUESTION = frozenset(("q", "question"))
BEFALLEN = regex.compile(r" (?<!(?:d[eu]s?|aux?|et|les?|la) )\p{Ll}{2,20}(?:[éiu]|is|it)e?s?$")
"""What befell the noun at the head of a headline: "Mairie incendiée"."""
SOURCED = regex.compile(r" ?\((?P<cue>[Ss]ources? ?:) ?(?P<source>[^()\n]{2,80}+)\)")
BRACKETED = regex.compile(r" ?\((?P<source>\p{Lu}[^()\n«»]{1,80}+)\)")
DASHES = frozenset("–—―-")
"""What opens a line that somebody speaks."""
_cue = attrgetter("cue")
LONG = 25
"""Characters from which a quotation is taken for a sentence somebody said, not for a word set apart."""


AND = regex.compile(r" et ")
AMONG = regex.compile(
    r"(?<!\p{L})(?:chez (?=l[ea]s? |l')|du côté d(?:e |u |es |')|qu(?:e |')(?:partage|confirme|résume|défend)(?:nt)? )"
    r"(?P<who>(?:l[ea]s? |l'|\p{Lu}|un |une |des )?[^,;:.!?«»\n]{2,80}+)$"
)
"""Those among whom something is said, before a colon: "Colère chez les riverains", "un avis que partage la préfète"."""
LONGEST = 1600
"""Characters before an answer among which its question stands."""
SUBHEAD = 90
"""Characters of a line between paragraphs at most."""
WORDS = 3
"""Spaces in a short quotation that is a sentence: "Il y a douze blessés"."""


def signed(page: Page) -> Iterator[Found]:
    """A line and its signature: "– Jean Dupont, chef des pompiers"; of two lines behind dashes the second answers."""
    for hit in SIGNED.finditer(page.text):
        if hit["content"].lstrip()[:1] in DASHES:
            continue
        source = sources.trimmed(page.text, hit.span("source"))
        yield Found(rule="attribution/fr/signed", cue=hit.span("dash"), source=source, content=(hit.span("content"),), clause=hit.span())


def headlines(page: Page, lexicon: Lexicon) -> Iterator[Found]:
    """ "Grève : le syndicat dénonce", no; "Le syndicat : « ... »", yes; "« ... » (Jean Dupont)", yes."""
    for hit in NAMED.finditer(page.text):
        quote = page.quote_at(hit.end())
        source = _unspoken(page, sources.trimmed(page.text, hit.span("source")), lexicon)
        if quote is None or quote[0] != hit.end():
            continue
        if (narrated := _narrated(page, source, quote, lexicon)) is not None:
            yield narrated
            continue
        source = _among(page, source, lexicon) or source
        if _all_named(page, source, lexicon) and page.text[quote[0] : quote[1]].count(" ") > 2:
            yield Found(rule="attribution/fr/headline", cue=hit.span("cue"), source=source, content=(quote,), clause=hit.span())
    for quote in page.quotes:
        yield from _told_behind(page, quote, lexicon)
        signature = BRACKETED.match(page.text, quote[1], quote[1] + 100)
        if signature and quote[1] - quote[0] > LONG and speakers.speaks(page, signature.span("source"), lexicon):
            cue = (signature.start("source") - 1, signature.start("source"))
            yield Found(
                rule="attribution/fr/bracketed", cue=cue, source=signature.span("source"), content=(quote,), clause=signature.span()
            )


def _told_behind(page: Page, quote: Extent, lexicon: Lexicon) -> Iterator[Found]:
    """A quotation whose speaker an infinitive or "these words" lead to."""
    said, these = OF_SAYING.match(page.text, quote[1], quote[1] + 40), THESE_WORDS.match(page.text, quote[1], quote[1] + 160)
    for lead in (said, these):
        if lead is None:
            continue
        clause = page.sentence_at(lead.start("cue"))
        high = max(clause[1], lead.end())
        by = sources.following(page, lead.end(), high, lexicon) if lead is said else beside.subject_of(page, (lead.end(), high), lexicon)
        if by is not None and speakers.speaks(page, by, lexicon):
            yield Found(rule="attribution/fr/of_saying", cue=lead.span("cue"), source=by, content=(quote,), clause=clause)


def _narrated(page: Page, line: Extent, quote: Extent, lexicon: Lexicon) -> Found | None:
    """A quotation that an infinitive leads to: "Et le maire d'ajouter : « ... »"."""
    hit = AND_TO.fullmatch(page.text, *line)
    if hit is None or hit["verb"] not in lexicon.infinitives:
        return None
    if hit["who"] is None:
        return Found(rule="attribution/fr/narrated", cue=line, content=(quote,), clause=(line[0], quote[1]), carried=True)
    by = hit.span("who")
    if not speakers.speaks(page, by, lexicon):
        return None
    return Found(rule="attribution/fr/narrated", cue=hit.span("cue"), source=by, content=(quote,), clause=(line[0], quote[1]))


def posts(page: Page, lexicon: Lexicon) -> Iterator[Found]:
    """Lines of a live report: "14h32 - Préfecture : 12 blessés"."""
    for hit in POST.finditer(page.text) if any(head.isnumeric() or head.isspace() for head in _heads(page)) else ():
        source, end = sources.trimmed(page.text, hit.span("source")), page.sentence_at(hit.start("content"))[1]
        content = extent.closed(page, (hit.start("content"), min(hit.end(), max(end, hit.start("content") + 1))))
        article = nominal.ARTICLE.match(page.text, *source)
        first = speakers.first_word(page.text, article.end() if article else source[0]).lower()
        if (
            lexicon.words.somebody(first)
            and first not in lexicon.words.papers
            and speakers.describes(page.text[slice(*source)])
            and content[0] < content[1]
        ):
            yield Found(rule="attribution/fr/post", cue=hit.span("cue"), source=source, content=(content,), clause=hit.span(), open=True)


def sourced(page: Page) -> Iterator[Found]:
    """ "12 ouvriers sont malades (source : syndicat)": the sentence up to the bracket."""
    for hit in SOURCED.finditer(page.text):
        sentence = page.sentence_at(hit.start())
        content = extent.before(page, sentence[0], hit.start())
        if content[0] < content[1]:
            source = sources.trimmed(page.text, hit.span("source"))
            yield Found(rule="attribution/fr/sourced", cue=hit.span("cue"), source=source, content=(content,), clause=sentence)


def turns(page: Page, lexicon: Lexicon) -> Iterator[Found]:
    """Lines of an interview: "Jean Roux : Nous avons ...", "R : Oui, nous ..."; and those behind a dash, whose speaker nobody names."""
    taken = set()
    for hit in TURN.finditer(page.text):
        source, content = sources.trimmed(page.text, hit.span("source")), extent.closed(page, hit.span("content"))
        label = page.text[slice(*source)].lower().strip(".")
        if label in ANSWER or (label not in QUESTION and _speaks_up(page, source, content, lexicon)):
            taken.add(hit.start("content"))
            by = None if label in ANSWER else source
            yield Found(rule="attribution/fr/turn", cue=hit.span("cue"), source=by, content=(content,), clause=hit.span())
    for hit in DASHED.finditer(page.text) if not OPENING.isdisjoint(_heads(page)) else ():
        content = extent.closed(page, hit.span("content"))
        asked = _asked(page, hit.start(), dashed=True)
        if hit.start("content") not in taken and (asked or FACING.search(page.text, *content)):
            yield Found(rule="attribution/fr/dash", cue=hit.span("cue"), source=None, content=(content,), clause=hit.span())


OPENING = DASHES | {" ", "\t"}
"""How a line begins that a dash opens."""


def _heads(page: Page) -> set[str]:
    """With what the lines of a page begin."""
    return {line[:1] for line in page.text.split("\n")}


def _speaks_up(page: Page, source: Extent, content: Extent, lexicon: Lexicon) -> bool:
    """Whether what opens a line is somebody, and the rest is what he says of himself or to another, or answers."""
    told = FACING.search(page.text, *content) is not None or _asked(page, source[0], dashed=False)
    return told and _only_named(page, source, lexicon)


def _asked(page: Page, at: int, *, dashed: bool) -> bool:
    """Whether the line before the one at `at` asks something, behind a dash as well where that one is `dashed`."""
    before = page.text[max(0, at - LONGEST) : at].rstrip()
    line = before[before.rfind("\n") + 1 :].lstrip()
    return line.endswith("?") and (line[:1] in DASHES or not dashed)


def _unspoken(page: Page, source: Extent, lexicon: Lexicon) -> Extent:
    """A source without a last part that is no noun phrase: "Anne Morel, éclusière, se souvient"."""
    cut = page.text.rfind(", ", *source)
    words = page.text[cut + 2 : source[1]]
    first = words.split(" ")[0]
    verbal = _present(first) or words.startswith(("a ", "ont ", "est ", "n'", "ne ", "y "))
    short = words.count(" ") < 3 and (words.startswith(("se ", "s'", "l'", "en ", "reste ")) or first in lexicon.finite)
    return (source[0], cut) if cut > 0 and (verbal or short or nominal.REACHED.match(words)) else source


def _present(word: str) -> bool:
    """Whether a word is a verb in the present and no noun: "Softia, [renvoie] la balle à l'État : « ... »"."""
    if not word.islower() or not word.endswith(("e", "ent", "it", "ut")):
        return False
    verb = simplemma.lemmatize(word, lang="fr")
    return verb != word and verb.endswith(("er", "ir", "re", "oir"))


def _among(page: Page, source: Extent, lexicon: Lexicon) -> Extent | None:
    """Who is named last in a line without a verb of saying: "Même constat chez [les pompiers] : « ... »"."""
    hit = AMONG.search(page.text, *source)
    return hit.span("who") if hit is not None and speakers.speaks(page, hit.span("who"), lexicon) else None


def _all_named(page: Page, source: Extent, lexicon: Lexicon) -> bool:
    """Whether each of those who open a line is a speaker and nothing else: "Le maire et le préfet : « ... »"."""
    joint = AND.search(page.text, *source)
    if joint is None or _only_named(page, source, lexicon):
        return _only_named(page, source, lexicon)
    return _only_named(page, (source[0], joint.start()), lexicon) and _only_named(page, (joint.end(), source[1]), lexicon)


def _only_named(page: Page, source: Extent, lexicon: Lexicon) -> bool:
    """Whether what opens a line or a sentence is a speaker and nothing else: "Le syndicat", not "Le syndicat maintient son appel"."""
    words = page.text[slice(*source)]
    head, _, role = words.partition(", ")
    first = (source[0], source[0] + len(head))
    mention = page.mention(*first)
    named = mention is not None and mention.span.start <= source[0] + 4 and mention.span.end >= first[1] - 2
    if not named and _topic(head, lexicon):
        return False
    short = head.count(" ") < 3 and mention is None
    if lexicon.names.is_first(head):
        return not role or speakers.describes(role)
    known = speakers.speaks(page, first, lexicon) or (role != "" and nominal.NAME.fullmatch(head) is not None)
    return (
        known
        and speakers.describes(head)
        and (named or short or nominal.NAME.fullmatch(head) is not None or _is_person(page, first, role, lexicon))
        and (not role or speakers.describes(role))
    )


def _is_person(page: Page, office: Extent, name: str, lexicon: Lexicon) -> bool:
    """Whether a name behind a comma says who holds an office, however long: "Notre correspondant dans le sud du pays, Jean Roy"."""
    return (
        nominal.NAME.fullmatch(name) is not None
        and lexicon.names.is_first(name.split(" ", maxsplit=1)[0])
        and papers.is_somebody(page, office)
    )


def _topic(head: str, lexicon: Lexicon) -> bool:
    """Whether a headline opens with what it is about: "Cargo échoué", "Route du littoral", not "Syndicat des boulangers"."""
    words = head.split(" ")
    if len(words) == 1 or not words[1][:1].islower() or nominal.ARTICLE.match(head):
        return False
    return BEFALLEN.search(head) is not None or not any(lexicon.words.somebody(word.lower()) for word in words[:2])


def carried(page: Page, found: Sequence[Found], lexicon: Lexicon) -> Iterator[Found]:
    """Quotations of a sentence or more that no relation covers yet: right after one that was attributed the same speaker goes on; of
    others, and behind a colon, nobody is known to speak."""
    taken = sorted(c for f in found for c in f.content)
    ordered = sorted(found, key=_cue)
    ahead = _run_on(page, found)
    for quote in page.quotes:
        last = bisect_left(taken, (quote[1], 0))
        led = page.text[max(0, quote[0] - 3) : quote[0]].rstrip().endswith(":")
        headed = _heads_line(page, quote, lexicon)
        told = led and (SENTENCE.search(page.text, *quote) is not None or _led_on(page, ordered, quote, charged=True))
        short = _set_apart(page, quote) and not (headed or told)
        if short or any(overlap(quote, c) for c in taken[max(0, last - 40) : last]):
            continue
        if quote in ahead:
            yield ahead[quote]
            continue
        stands = whole(page, quote) or GERUND.match(page.text, quote[1]) is not None
        if led:
            on = _led_on(page, ordered, quote)
            own = None if on else beside.leader(page, quote, lexicon)
        else:
            on = stands and not _subhead(page, quote) and _goes_on(page, ordered, quote)
            own = beside.owner(page, quote, ordered, lexicon) if stands else None
        if own is not None:
            yield Found(rule="attribution/fr/carried", cue=(quote[0], quote[0] + 1), source=own, content=(quote,), clause=quote)
        elif on:
            yield Found(rule="attribution/fr/carried", cue=(quote[0], quote[0] + 1), content=(quote,), clause=quote, carried=True)
        elif led or stands or headed:
            yield Found(rule="attribution/fr/unsigned", cue=(quote[0], quote[0] + 1), content=(quote,), clause=quote)


OPENED = regex.compile(r"(?P<mark>[«“])\s?$")
MARK = 3
"""Characters before the words of a quotation in which its mark stands."""


def _run_on(page: Page, found: Sequence[Found]) -> dict[Extent, Found]:
    """What is said in the paragraphs of a quotation before its last, each opened and only that one closed: "« P. « Q », dit X"."""
    known: dict[Extent, Found] = {}
    for quote, after in reversed([*pairwise(page.quotes)]):
        opening, between = OPENED.search(page.text, max(0, quote[0] - MARK), quote[0]), page.text[quote[1] : after[0] + 1]
        if opening is None or between.lstrip()[:1] != opening["mark"] or "\n" not in between:
            continue  # one that is closed begins with its mark
        said = known.get(after) or next((f for f in found if any(overlap(after, c) for c in f.content)), None)
        rule, source = ("carried", said.source) if said else ("unsigned", None)
        carried = said is not None and said.carried
        known[quote] = Found(
            rule=f"attribution/fr/{rule}", cue=opening.span("mark"), source=source, carried=carried, content=(quote,), clause=quote
        )
    return known


MARKS = '»”" \t\u202f\xa0'
"""What stands around the words of a quotation on a line of its own."""


def _subhead(page: Page, quote: Extent) -> bool:
    """Whether a quotation is a whole line without a stop, between paragraphs: it need not be of who spoke last."""
    text, (start, end) = page.text, quote
    if end - start > SUBHEAD or text[start:end].rstrip(MARKS)[-1:] in "….!?":
        return False
    before, behind = text[max(0, start - 2) : start].rstrip('«“" \u202f\xa0'), text[end : end + 4].lstrip(MARKS)
    return before[-1:] == "\n" == behind[:1]


GERUND = regex.compile(r", (?:en )?\p{Ll}{3,16}ant(?! \p{L}+(?:er|ir)(?!\p{L}))(?!\p{L})")
"""Behind a quotation without a verb, what its speaker says besides: "« ... », évoquant douze blessés"."""
CHARGED = frozenset({Modality.DENIED, Modality.ACCUSATION})
"""How what a short quotation gives the reason of is put."""


SENTENCE = regex.compile(r" [^ .!]{2,30}+[.!] ?[»”\"]$")
"""How a quotation ends that is a sentence, however short: "« Quarante morts. »"."""


def _set_apart(page: Page, quote: Extent) -> bool:
    """Whether a quotation is too short to be said by somebody: as a sentence of its own, three words are enough."""
    if quote[1] - quote[0] >= LONG:
        return False
    return page.text.count(" ", *quote) < WORDS or not whole(page, quote)


def _heads_line(page: Page, quote: Extent, lexicon: Lexicon) -> bool:
    """Whether a quoted clause opens or ends a headline beside a colon: "« On a tout vu » : la nuit la plus longue"."""
    text, (start, end) = page.text, quote
    before, after = text[max(0, start - 3) : start], text[end : end + 3]
    opens = (start <= 1 or before.rstrip(" «").endswith("\n")) and after.lstrip(" »").startswith(":")
    closes = before.rstrip(" «").endswith(":") and (end >= len(text) or after.lstrip(" »").startswith("\n"))
    return (opens or closes) and finite.verbal(page, quote, lexicon)


def _led_on(page: Page, ordered: Sequence[Found], quote: Extent, *, charged: bool = False) -> bool:
    """Whether what somebody says, or only what he denies or charges, ends at the colon before a quotation: "nie tout retard : « ... »"."""
    at = bisect_left(ordered, (quote[0], 0), key=_cue)
    if at == 0 or not ordered[at - 1].rule.endswith(("noun_phrase", "infinitive", "que", "behind", "feeling", "charge")):
        return False
    if charged and ordered[at - 1].modality not in CHARGED:
        return False
    end = max(b for _, b in ordered[at - 1].content)
    return ordered[at - 1].source is not None and end <= quote[0] and not page.text[end : quote[0]].strip(' :»"”')


def _goes_on(page: Page, ordered: Sequence[Found], quote: Extent) -> bool:
    """Whether a relation ends close before a quotation, in the paragraph before at the furthest."""
    at = bisect_left(ordered, (quote[0], 0), key=_cue)
    earlier = max(ordered[max(0, at - 5) : at], key=lambda f: f.clause[1], default=None)
    if earlier is None or page.text.count("\n", min(earlier.clause[1], quote[0]), quote[0]) > 2:
        return False
    return quote[0] - earlier.clause[1] <= 250


def whole(page: Page, quote: Extent) -> bool:
    """Whether a quotation stands as a sentence of its own."""
    before = page.text[max(0, quote[0] - 3) : quote[0]].rstrip(" ")
    after = page.text[quote[1] : quote[1] + 2].strip(" ")
    return (not before or before[-1] in ".!?\n»”") and (not after or after[0] in ".\n«“" or after[0].isupper())
