"""How far reported content reaches: what is clearly attributed, the reporter's own additions left out."""

import regex

from recoupe.claims.attribution.alternatives import ARTICLES, LEQUEL, WEEKDAYS
from recoupe.claims.attribution.nominal import PREPOSED
from recoupe.claims.attribution.numerals import COUNT
from recoupe.claims.attribution.page import Extent, Page
from recoupe.text.patterns import DATELINE

OF_THEM = rf"(?!{COUNT} (?:autres?|ont|sont|étaient|avaient|restent|seraient|auraient) )"
"""No more of those just counted: "neuf morts, tandis que [deux autres] sont introuvables"."""
CUT = regex.compile(
    r";| (?:mais|et|puis) (?:n')?(?:a|ont|avait|avaient) (?:\p{L}{4,16}ment )?\p{L}{2,16}(?:é|i|u|it|is) qu(?:e |')"
    rf"|,? (?:tandis que (?={OF_THEM})|tandis qu'|alors que (?={OF_THEM})|alors qu'|(?<=, )mais |selon (?!lesquel)|d'après )"
    r"|, (?:mais|marquant|selon|"
    r"d'après|toujours selon|sans plus de|sans autre|sans préciser|sans donner|comme l'|comme le |contrairement à |"
    r"(?:un (?:chiffre|bilan)|une (?:information|affirmation|allégation|accusation|version))"
    r" (?=que |qu'|qui |d[eu] |non |impossible|difficile"
    r"|invérifiable|\p{L}{4,18}ment |aussitôt |(?:dément|contest|confirm|repris|reprise|jug|qualifi|révél|relay|rapport|contredi))"
    r"|ce dont |ce à quoi |"
    r"(?:en )?\p{L}{2,18}ant (?:que,? |qu'|aussi que |également que )|ce (?:qui |que |qu')|(?:a|ont|avait)(?:-t-|"
    r" (?:\p{L}{4,16}ment )?(?:annonc|déclar|affirm|assur|précis|indiqu|expliqu|ajout|estim|rapport|racont|soulign|confi|not|jug|lanc"
    r"|confirm|révél|signal|témoign|rappel|insist|regrett|dénonc|accus"
    r"|comment|résum|plaid|martel|tranch|ironis|lâch|gliss)é )"
    r"|(?:a|ont|avait) appris (?:l'|la |le |les )|\p{L}{2,14}-(?:t-)?(?:il|elle|on)s?(?!\p{L})"
    r"|(?:dit|disent|(?:affirm|assur|précis|indiqu|expliqu|ajout|estim|déclar|rapport|annonc|racont)e(?:nt)?)"
    rf"(?: (?:{WEEKDAYS}|hier))?(?: (?:sur|à) (?:l')?\p{{Lu}}\p{{L}}{{1,14}}+)? (?={ARTICLES}|\p{{Lu}}))"
)
COLON = regex.compile(r" ?: (?![«“\"])")
ANY_COLON = regex.compile(r" ?: ")
LED = regex.compile(r"(?<=[\p{L}\p{N}] ?): ?$|(?<=[^,]) [–—] ?$")
"""What sets a quotation apart from the words before it: "12 chauffeurs ivres – « un chiffre inacceptable »"."""
TO_ME = regex.compile(r"(?<!\p{L})(?:m'|me |nous )")
"""Where the words before a quotation are told by whoever passes it on: "Le ministre m'a dit : « ... », raconte X"."""
RELATIVE = regex.compile(
    r"(?P<comma>,)? (?P<word>qui|où|dont(?! (?:\p{N}|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|plusieurs|des|celui|celle|ceux|"
    rf"la moitié|une))|{LEQUEL})(?= )"
)
COUNTED = regex.compile(COUNT)
LEAD = regex.compile(
    r"(?:En effet|En outre|Par ailleurs|Ainsi|Toutefois|Cependant|En revanche|De plus|Enfin|Pourtant|Or|Mais"
    r"|Certes,|Pour autant,|Cela dit,|D'ailleurs,|Malgré tout,|À l'inverse,),? (?=[«“\"]|\p{L}|\p{N})"
)
"""What ties a sentence to the one before and is the outlet's."""
LABEL = regex.compile(r"(?:\p{N}{1,2} ?(?:h|H|:) ?(?:\p{N}{2})? ?[-–—|:•.] ?|\p{N}{1,2}/\p{N}{1,2} (?=\p{Lu}))")
"""What numbers an entry of a running report or of a thread: "14h32 - ", "3/5 "."""
HEADED = 100
"""Characters of the longest dateline, its dash included."""
FINAL = " \n\r.,;:!?…"
OUTSIDE = FINAL + '»”"'


def clause(page: Page, start: int, limit: int) -> Extent:
    """Content that begins at `start`: to the first addition of the reporter's, or to the end of the sentence."""
    text = page.text
    end = limit
    for mark in CUT.finditer(text, start, limit):
        if page.quote_at(mark.start()) is None and mark.start() > start + 3:
            end = mark.start()
            break
    end = _relative(page, start, end)
    quote = page.quote_at(max(start, end - 1))
    return closed(page, (start, quote[1] if quote and quote[1] > end else end))


def told(page: Page, start: int, limit: int) -> Extent:
    """Content behind "que" or an infinitive: a colon ends it, but for one before a quotation that the sentence goes on behind."""
    marks = (m for m in ANY_COLON.finditer(page.text, start, limit) if page.quote_at(m.start()) is None)
    mark = next((m for m in marks if _own(page, m.end(), limit)), None)
    return clause(page, start, mark.start() if mark else limit)


SAID = regex.compile(r"[ ,]{0,3}(?:a-t-|\p{L}{2,14}(?:-t)?-(?:ils?|elles?|on)(?!\p{L}))")
"""What says of the quotation before it who speaks: "« ... », affirme-t-elle"."""


def _own(page: Page, at: int, limit: int) -> bool:
    """Whether what a colon leads to at `at` is said apart: no quotation that the sentence goes on behind."""
    quote = page.quote_at(at)
    return quote is None or quote[0] > at or quote[1] + 3 > limit or SAID.match(page.text, quote[1]) is not None


def _relative(page: Page, start: int, end: int) -> int:
    """Cut at a relative clause after a comma, unless it hangs on an earlier relative that belongs to the content."""
    for mark in RELATIVE.finditer(page.text, start, end):
        if page.quote_at(mark.start()) is not None:
            continue
        if not mark["comma"]:
            return end
        after = page.text.find(",", mark.end(), end)
        if after < 0 or mark["word"] == "dont":
            return mark.start() if mark.start() > start + 8 else end
    return end


def closed(page: Page, extent: Extent) -> Extent:
    """`extent` without outer space and closing marks; a quotation keeps its own."""
    text, (start, end) = page.text, extent
    while start < end and text[start] in " \n\r,;":
        start += 1
    if text[end - 1 : end] == ")" and "(" not in text[start:end]:
        end -= 1  # "(Contactée, la mairie dément.)"
    while end > start and text[end - 1] in FINAL and not (text[end - 1] in ".!?…" and page.quote_at(end - 1)):
        end -= 1
    bracket = text.rfind("(", start, end)
    if bracket > start and ")" not in text[bracket:end]:
        end = bracket
        while text[end - 1].isspace():
            end -= 1
    return start, end


OUTER = regex.compile(r"[\s«“\"]*+")


def bare(text: str, extent: Extent) -> Extent:
    """`extent` without the quotation marks and the closing stop at its two ends.

    >>> bare("« Oui. »", (0, 8))
    (2, 5)
    """
    start, end = extent
    opened = OUTER.match(text, start, end)
    start = opened.end() if opened else start
    while end > start and text[end - 1] in OUTSIDE:
        end -= 1
    if "«" in text[extent[0] : start] and text.find("»", start, end) >= 0 > text.find("«", start, text.find("»", start, end)):
        start = text.rfind("«", extent[0], start)  # "« double saisie » dans deux villes": the mark closes within
    return (start, end) if start < end else extent


JOINED = regex.compile(r"[ ,;]*+(?:(?:tandis que|alors que|mais|et|puis|or|quand) (?=[«“\"]|\p{L}))?+")


def unjoined(page: Page, extent: Extent) -> Extent:
    """`extent` without the conjunction at its head."""
    joint = JOINED.match(page.text, *extent)
    return (joint.end(), extent[1]) if joint and joint.end() < extent[1] else extent


def before(page: Page, low: int, end: int) -> Extent:
    """Content to the left of an incise or of a closing "selon": the sentence so far, a quotation that began earlier included."""
    text = page.text
    quote = page.quote_at(low) or (page.quote_at(end - 1) if end > low else None)
    start = min(low, quote[0]) if quote else low
    opens = text[start : min(end, start + HEADED)]
    if any(dash in opens for dash in "-–—(") and (line := DATELINE.match(text, start, end)):
        start = line.end()
    while start < end and (text[start] in " \n\r,;•*" or text[start : start + 2] in ("- ", "– ", "— ")):
        start += 1
    if text[start:end][:1].isdigit() and (label := LABEL.match(text, start, end)):
        start = label.end()
    if lead := LEAD.match(text, start, end):
        start = lead.end()
    return closed(page, (_after_colon(page, start, end), end))


def _placed(page: Page, start: int, quote: Extent) -> bool:
    """Whether only where or when stands before a quotation, a comma between: "À Metz, où il a neigé, « ... »"."""
    return page.text[start : quote[0]].endswith(", ") and PREPOSED.match(page.text, start, quote[0]) is not None


def _after_colon(page: Page, start: int, end: int) -> int:
    """Where what somebody says begins behind the outlet's own words and a colon, no list: "Le doute reste : le feu couvait, selon X"."""
    said = end - 1
    while said > start and page.text[said] in FINAL:
        said -= 1
    quote = page.quote_at(said)
    led = (
        quote is not None
        and quote[0] > start
        and (LED.search(page.text, max(start, quote[0] - 4), quote[0]) or _placed(page, start, quote))
    )
    if quote is not None and led and TO_ME.search(page.lower, start, quote[0]) is None:
        return quote[0]  # "La mairie dément : « ... », assure le maire", "À Metz, « ... », assure X": the words quoted alone are his
    for mark in COLON.finditer(page.text, start, end):
        if page.quote_at(mark.start()) is None and COUNTED.match(page.text, mark.end()) is None:
            start = mark.end()
    return start
