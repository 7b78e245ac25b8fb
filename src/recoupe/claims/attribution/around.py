"""What a source told by a preposition says: what stands before "selon X", behind it, or on both sides."""

from collections.abc import Iterator

import regex

from recoupe.claims.attribution import apposed, extent, finite
from recoupe.claims.attribution.alternatives import RELATIVES, WEEKDAYS
from recoupe.claims.attribution.lexicon import Lexicon
from recoupe.claims.attribution.numerals import BOUND as LIMIT
from recoupe.claims.attribution.numerals import COUNT as COUNTED
from recoupe.claims.attribution.numerals import FIGURE, LARGE, NUMERAL, ROUGHLY
from recoupe.claims.attribution.page import Extent, Page

LEAD = regex.compile(
    r"[\s\-–—•*«\"]{0,12}+(?:\p{N}{1,2} ?(?:[h:.H] ?\p{N}{2}|[hH]) ?[–—|:-] ?)?+"
    r"(?:(?:mais|et|or|toujours|ainsi|en effet|cependant|toutefois|enfin|pourtant|car|en outre|"
    r"par ailleurs|quant à lui|de plus)[, ]{1,4}+){0,6}+",
    regex.IGNORECASE,
)
"""A time, marks and adverbs that may open a sentence before its cue."""
THINGS = r"(?:\p{L}{2,20} ){0,2},? ?"
COUNT = regex.compile(
    r"(?:^,? ?(?:(?:et|mais|ou|contre|puis) )?|[:;(,] ?| [–—-] |, (?:et|mais|ou|contre|puis) )"
    rf"(?P<count>(?:(?:{ROUGHLY}|de) )?(?:{FIGURE}(?:(?:à|et|ou) {FIGURE})?(?:% )?{THINGS}|{NUMERAL} (?:\p{{L}}{{2,20}} )?)"
    rf"|(?:(?:plusieurs |des |quelques )(?:{LARGE}|centaines|dizaines)|(?:{LIMIT})(?:{LARGE}|\p{{L}}{{2,12}}aine)) "
    r"(?:d(?:e |')\p{L}{2,20} )?)$",
    regex.IGNORECASE,
)
"""A count set apart before its source: "(1.800 selon la police, 4.000 selon les syndicats)"."""
THAT = regex.compile(r"(?<!\p{L})(?:que|où|qui|dont|car|mais|et),? $")
"""What opens the clause that a medial source stands in."""
LAST = regex.compile(r", (?P<told>(?:qui|où|lequel|laquelle|lesquel(?:le)?s) [^,;:.!?«»\n]{8,200}[^,;:.!?«»\n ]) $")
"""A relative with a source of its own, at the end of a sentence: "le tir, [qui a coûté la vie à 15 civils] selon la police"."""
DASH = regex.compile(r" [–—-] ")
THEN = regex.compile(
    rf" \((?P<then>(?:contre )?{COUNTED}[^()\n]{{2,40}})\)"
    rf"|,? (?P<then>contre (?:(?:{ROUGHLY}) )?{COUNTED}(?:(?! (?:selon|pour|d'après) )[^(),;:.«»\n]){{2,50}})(?=[.,;]|$)"
)
"""In brackets or behind "contre", another count."""
BETWEEN = regex.compile(rf"(?<!\p{{L}})entre (?P<count>{FIGURE}{THINGS})$", regex.IGNORECASE)
"""One of two counts: "entre 900 personnes selon la police et 2.000 selon les organisateurs"."""
RELATIVE = regex.compile(rf"(?:{RELATIVES}) ?")
OF = regex.compile(r"(?:d(?:e |u |es |')|aux? |à |en |pour |dans |sur |par |\p{N})")
"""What goes on with a clause after an inserted source: "lequel daterait, selon eux, des années 1980"."""
INSIDE = regex.compile(r" (?:qui |dont |où |que |qu'|auquel |auxquels )")
BOUND = regex.compile(r"(?<=,) |(?<= )(?=(?:qui|que|pour|et|mais|tandis que|alors que|où|ou) )|[;:] ?")
REPORTER = regex.compile(
    r"(?:qui|dont|où|tandis|alors|mais|et (?=\p{L}+ selon)|\p{L}{2,18}ant |contre|puis|selon|d'après|après|"
    r"(?:et |contre )?(?:\p{L}{2,8} (?:de )?)?\p{N}(?:,(?=\p{N})|[^,(]){0,40}?,? (?:selon|d'après)|"
    r"sans (?:(?:plus|autre|davantage) |(?:(?:en|l[ea]s?|se|lui|leur|y) |l'|s')?\p{L}{2,20}(?:er|ir|re) )|"
    rf"(?:(?!(?:{WEEKDAYS}|depuis|mais|puis|jamais|soit) )\p{{L}}{{1,18}}(?:é|i|u|is|(?<!a)it|oint)|présent)e?s? "
    rf"(?:pour|par|dans|sur|à|au|aux|en|hier|lors|auprès|devant|depuis|via|chez|après|{WEEKDAYS})(?!\p{{L}}))"
)
"""How an addition of the reporter's begins, after a source set off by commas."""
OTHERS = regex.compile(
    rf"[«“\"]? ?(?:(?:pas|près|plus|moins|environ|quelque|presque|loin|de|d'|au|à peine|bien) ?){{0,3}}(?:\p{{N}}|{NUMERAL})"
    r"[^,;:.!?(]{0,60}?"
    r"(?:,(?=\p{N})[^,;:.!?]{0,20}?)?,? (?:si l'on en croit|[àa] en croire|[àa] entendre|d'après|selon) "
)
"""Behind a source, a count that somebody else gives: "..., selon la police, près de 900 si l'on en croit les organisateurs"."""
ONWARD = regex.compile(
    r"(?:pourtant|toutefois|cependant|en revanche|au contraire|en effet|par ailleurs|en outre|ainsi|d'ailleurs|néanmoins), "
)
"""What ties what somebody says to the sentence before: "Selon un père, [pourtant,] une rançon a été versée"."""
JOINT = regex.compile(r";|,? (?:tandis que|alors que|contre|et) (?=\p{N}|l'|le |la |les |un |une |entre |près )")
"""Where what an earlier source says ends, before a closing one."""


def content(page: Page, cue: int, after: int, sentence: Extent, done: int, lexicon: Lexicon) -> Iterator[Extent]:
    """What a source tells of a sentence: what stands before `cue` and not before `done`, behind `after`, where its name ends, or both."""
    text, (low, high) = page.text, _bracket(page, cue, sentence)
    start = _start(page, low, cue)
    after = apposed.hung(page, after, high, lexicon) if start >= cue else after
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
        rest = apposed.beyond(page, rest, high, lexicon) if comma else rest
        joint = ONWARD.match(text, rest, high)
        yield _clause(page, min(joint.end() if joint else rest, high), high, lexicon)
    elif ends:  # "..., selon X."
        told = LAST.search(text, max(start, done), cue)
        yield extent.before(page, told.start("told"), cue) if told else _before(page, max(start, done), cue)
        yield from _put_in(page, after)
    else:  # "..., selon X, ..."
        onward = after in finite.resumed(page, after, high, lexicon)
        left = _piece(page, max(start, done), cue, lexicon, onward=onward)
        tail = extent.clause(page, min(rest, high), high)
        if THAT.search(text, low, cue):
            yield tail  # "ont dit que, selon eux, le feu ..."
        elif REPORTER.match(text[rest:high]) or page.quote_at(cue - 3) or OTHERS.match(text, rest, high):
            yield _before(page, max(start, done), cue)
            yield from _put_in(page, after)
        elif RELATIVE.match(page.text, left[0], left[1]) and left[0] > low + 1 and not OF.match(text, rest):
            # "le bateau, qui transportait 200 personnes selon la compagnie, a heurté un récif"; "12 morts, dont 3 enfants, selon X, ..."
            part = text.startswith("dont ", left[0]) and finite.verbless(page, left, lexicon)
            yield _before(page, max(start, done), cue) if part and not onward else left
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
    """What a source in brackets or between two dashes may tell: no more than stands there; else the sentence."""
    low, high = sentence
    dashes = [mark.end() for mark in DASH.finditer(page.text, low + 1, cue)]
    if len(dashes) % 2 and dashes[-1] < cue and (closing := DASH.search(page.text, cue, high)):
        return dashes[-1], closing.start()
    opens = page.text.rfind("(", low, cue)
    if opens < 0 or opens + 1 >= cue or page.text.find(")", opens, cue) >= 0:
        return sentence  # "12 morts (selon la police)"
    close = page.text.find(")", cue, high)
    return opens + 1, close if close >= 0 else high


def _put_in(page: Page, after: int) -> Iterator[Extent]:
    """What the same one counted at another time, behind who says it: "30.000 selon la police ([40.000 lundi])", "[contre 40.000 lundi]"."""
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


def _piece(page: Page, low: int, cue: int, lexicon: Lexicon, *, onward: bool) -> Extent:
    """The clause that a medial "selon" stands in, up to it; its verb may follow `onward`: "et [le pont], selon X, rouvrira"."""
    found = low
    for mark in BOUND.finditer(page.text, low, cue - 2):
        joins = page.text.startswith(("et ", "ou "), mark.end()) and (
            finite.verbless(page, (found, mark.start()), lexicon) or (not onward and finite.verbless(page, (mark.end(), cue), lexicon))
        )  # "un élu et [deux]", "a fait douze morts et [un blessé], selon"
        if page.quote_at(mark.start()) is None and mark.end() < cue - 3 and not joins:
            found = mark.end()
    whole = extent.before(page, found, cue)
    return whole if found == low or whole[1] - whole[0] >= 3 else extent.before(page, low, cue)
