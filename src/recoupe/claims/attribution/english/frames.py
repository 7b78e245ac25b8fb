"""English sentences in which a verb says who says what: before, behind, or in the middle of what is said."""

from collections.abc import Callable
from typing import NamedTuple

import regex

from recoupe.claims.attribution.english import contents, speakers
from recoupe.claims.attribution.english.cues import Cue
from recoupe.claims.attribution.english.words import Verb, Words
from recoupe.claims.attribution.found import Found
from recoupe.claims.attribution.page import Extent, Page
from recoupe.model import Modality

JOINED = regex.compile(r"(?r),? (?:and|but|then|and then|or) $")
MARK = regex.compile(r" that(?!\p{L})|[:,.;]|\n| ?[“\"]")
LED = regex.compile(r"(?r)(?:, |, while | and |, and )$")
AND = regex.compile(r", and (?!that )")
WORD = regex.compile(r"\p{L}[\p{L}'’-]*+")
ASIDE = regex.compile(r" (?:earlier|later|in|on|at|last|this|during|after|through)(?: [\p{L}\p{N}'’-]{1,20}+){1,6}?(?= that(?!\p{L}))")
SAYING = regex.compile(r" as saying(?= |[.,:]|$)")
WHICH = regex.compile(r", (?:which|who) ")
BEHIND = regex.compile(r"(?r)[,”\"?!’'] ?$")
THAT = regex.compile(r",? that(?!\p{L})")
TO = regex.compile(r" (?:not )?to (?=\p{L})")
OF = regex.compile(r" of (?=[\p{L}\p{N}“\"])")
AT = regex.compile(r" at (?=\p{L}|\p{N})")
GERUND = regex.compile(r" (?:having )?\p{Ll}{2,}ing(?!\p{L})")
NOUN = regex.compile(r" (?:\p{L}|\p{N}|[$€£“\"])")
COUNT = regex.compile(
    r" (?:[\p{L}’']+ ){0,3}?(?:\p{N}|dozens|hundreds|thousands|scores|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
)
CALLED = regex.compile(r" [^,;:.]{1,60}?(?: (?:an?|the) (?!\p{Lu})| ?[“\"])")
AS = regex.compile(r" [^,;:.]{1,80}? as (?=\p{L}|[“\"])")
TAGS = regex.compile(r"[.,;:”\" ]*$")
PRONOUN_END = regex.compile(r" (?P<hearer>him|her|them|me|us|you|it)(?!\p{L})")


class Told(NamedTuple):
    """What a verb leads to: what is said, how it is put, and where the cue ends. `rule` is the last word of its rule."""

    content: tuple[Extent, ...]
    modality: Modality
    rule: str
    end: int


def relation(page: Page, cue: Cue, last: Found | None, words: Words) -> Found | None:
    """The relation of a cue. `last`: the one before, whose speaker may go on."""
    sentence = page.sentence_at(cue.start)
    here = last if last is not None and last.cue[0] >= sentence[0] else None
    low = max(sentence[0], here.cue[1] if here is not None else 0)
    if any("quotes" in v.frames for v in cue.verbs):
        return _cited(page, cue, sentence, words)
    if cue.passive:
        return _passive(page, cue, sentence, words)
    if cue.gerund:
        return _gerund(page, cue, sentence, here, words)
    hearer = any("told" in v.frames for v in cue.verbs)
    if not hearer and BEHIND.search(page.text, sentence[0], cue.outer) and (found := _inverted(page, cue, sentence, words)) is not None:
        if page.quote_at(cue.outer - 2) is not None or (_clausal(page, sentence[0], cue, words) and _closes(page, found, sentence, words)):
            return found
        return _plain(page, cue, (_since_quote(page, low, cue.outer), sentence), words) or found
    if (joint := JOINED.search(page.text, low, cue.outer)) is not None and joint.start() > sentence[0]:
        return _coordinated(page, cue, sentence, here, words)
    if here is not None and (which := WHICH.search(page.text, sentence[0], here.cue[0])) is not None and page.text[cue.outer - 2] == ",":
        low, cue = sentence[0], cue._replace(subject=which.start())
    return _plain(page, cue, (_since_quote(page, low, cue.outer), sentence), words)


def _since_quote(page: Page, low: int, end: int) -> int:
    """Behind the last quotation that ends between `low` and `end`."""
    near = [q for q in page.quotes if low <= q[1] <= end]
    ends = [q[1] for q in near if q[1] - q[0] > contents.LONG or page.text[q[1] - 2] in ",?!" or page.text[q[1] : q[1] + 1] == ","]
    return max(ends, default=low)


def _made(rule: str, cue: Extent, source: Extent | None, told: tuple[tuple[Extent, ...], Modality], clause: Extent) -> Found:
    content, modality = told
    return Found(rule=f"attribution/en/{rule}", cue=cue, source=source, content=content, clause=clause, modality=modality)


def _saying(verbs: tuple[Verb, ...]) -> Modality:
    """How a verb puts a clause or a quotation: what it is asked for first is what it says."""
    told = next((v for v in verbs if "that" in v.frames or not v.frames), verbs[0])
    return told.modality


def _inverted(page: Page, cue: Cue, sentence: Extent, words: Words) -> Found | None:
    """Verb before speaker, behind what is said: "...," said Ann Lee."""
    if page.text[cue.end : cue.end + 1] != " ":
        return None
    source = speakers.behind(page, cue.end + 1, sentence[1], words)
    content = contents.left(page, sentence[0], cue.outer)
    if source is None or content is None or source[0] != cue.end + 1:
        return None
    mention = page.mention_from(source[0])
    first = page.lower[slice(*source)].split()[0]
    said = page.quote_at(cue.outer - 2) is not None and first not in words.lists.verbs and first not in words.lists.adverbs
    known = said or mention is not None or page.text[source[0]].isupper() or first in words.lists.determiners
    if not known or first in {"that", "it"}:
        return None
    after = contents.quoted(page, contents.rest(page, source[1], sentence[1], words), sentence[1])
    pieces = (content, after) if after is not None and after[0] > source[1] else (content,)
    return _made("inverted", (cue.helper, cue.end), source, (pieces, _quoted_as(cue)), sentence)


def _clausal(page: Page, start: int, cue: Cue, words: Words) -> bool:
    """Whether what stands before a verb is more than who speaks: a clause, or any headline before "says"."""
    said = page.lower[start : cue.outer].split()
    return cue.verbs[0].lemma == "say" or any(w in words.lists.verbs or speakers.ENDING.match(w) for w in said)


def _closes(page: Page, found: Found, sentence: Extent, words: Words) -> bool:
    """Whether the speaker behind his verb ends the sentence and no verb follows: "The bridge is safe, said the mayor"."""
    source = found.source or sentence
    told = any(w in words.lists.verbs or speakers.ENDING.match(w) for w in page.lower[slice(*source)].split())
    return not told and (page.text.startswith(", ", source[1]) or TAGS.match(page.text, source[1], sentence[1]) is not None)


def _quoted_as(cue: Cue) -> Modality:
    """How a quotation is put: a denial, a demand or a threat is one; what is only called so is told."""
    put = _saying(cue.verbs)
    return Modality.REPORTED if put in {Modality.EVALUATION, Modality.FORECAST, Modality.WISH, Modality.ACCUSATION} else put


def _plain(page: Page, cue: Cue, where: tuple[int, Extent], words: Words) -> Found | None:
    """Speaker before verb; what is said stands behind it, else before the speaker."""
    low, sentence = where
    source = speakers.before(page, low, cue.subject or cue.outer, words)
    if source is None:
        return None
    told = _told(page, cue, sentence[1], words)
    if told is not None:
        content = told.content
        if told.rule == "quote" and (first := _split(page, sentence, source)) is not None:
            content = (first, *content)
        return _made(told.rule, (cue.helper, told.end), source, (content, told.modality), sentence)
    at = contents.rest(page, _past_hearer(page, cue, sentence[1], words), sentence[1], words)
    word = speakers.FIRST.match(page.lower, at + 1, sentence[1]) if page.text[at : at + 1] == " " else None
    if word is not None and word.group() not in words.lists.prepositions and not words.broken.match(page.lower, at + 1):
        return None  # "those feared dead"
    comma = page.text[source[0] - 2 : source[0]] in {", ", "” ", '" ', "? ", "! "} or page.quote_at(source[0] - 2) is not None
    content_ = contents.left(page, sentence[0], source[0]) if comma else None
    if content_ is None:
        return None
    pieces: tuple[Extent, ...] = (content_,)
    after = contents.quoted(page, at, sentence[1])
    if after is not None:
        pieces = (content_, after)
    elif page.text[at : at + 2] == ", " and page.quote_at(content_[1] - 1) is None and _unfinished(page, content_, words):
        more = contents.right(page, at + 2, sentence[1], words)
        pieces = (content_, more) if more is not None else pieces
    return _made("behind", (cue.helper, cue.end), source, (pieces, _quoted_as(cue)), sentence)


def _split(page: Page, sentence: Extent, source: Extent) -> Extent | None:
    """The first part of a quotation that goes on behind its speaker: "The roof," he said, "gave way"."""
    quote = page.quote_at(source[0] - 2)
    return contents.left(page, sentence[0], source[0]) if quote is not None and quote[0] >= sentence[0] - 1 else None


def _unfinished(page: Page, content: Extent, words: Words) -> bool:
    """Whether words have no finite verb yet: "The fire, [officials said], began at dawn"; a condition has one and is unfinished, too."""
    said = page.lower[slice(*content)].split()
    return said[0] in {"if", "when", "although", "while", "because", "unless"} or not any(
        w in words.lists.verbs or w.endswith("ed") for w in said
    )


def _past_hearer(page: Page, cue: Cue, high: int, words: Words) -> int:
    """Behind whom somebody tells: "told [reporters]", "told [the BBC]", "warned [her]"."""
    at = cue.end
    if not any("hearer" in v.frames for v in cue.verbs):
        return at
    if THAT.match(page.text, at, high) is not None:
        return at
    if (known := PRONOUN_END.match(page.text, at, high) or words.hearer.match(page.text, at, high)) is not None:
        return known.end()
    mark = MARK.search(page.text, at + 1, min(high, at + 90))
    mention = page.mention_from(at + 1)
    if mention is not None and mention.span.end <= high and (mark is None or mention.span.end <= mark.start()):
        return mention.span.end
    return mark.start() if mark is not None and mark.start() - at < 60 else at


def _told(page: Page, cue: Cue, high: int, words: Words) -> Told | None:
    """What a verb leads to behind it."""
    text = page.text
    heard = _past_hearer(page, cue, high, words)
    at = contents.rest(page, heard, high, words)
    if (quote := contents.quoted(page, at, high)) is not None and (quote[1] - quote[0] > contents.LONG or quote[1] >= high - 2):
        return Told((quote,), _quoted_as(cue), "quote", cue.end)
    for verb in cue.verbs:
        if (told := _framed(page, (cue, verb), (at, heard), high, words)) is not None:
            return told
    clausal = next((v for v in cue.verbs if "that" in v.frames and "only" not in v.frames), None)
    if clausal is None or text[at : at + 1] != " " or text[at + 1 : at + 2] in "–—-" or not NOUN.match(text, at, high):
        return None
    if ("hearer" in clausal.frames and heard == cue.end and "object" not in clausal.frames and not THAT.match(text, at)) or _adverbial(
        page, at, words
    ):
        return None
    return _content(page, (at, high), clausal.modality, ("clause", cue.end), words)


def _adverbial(page: Page, at: int, words: Words) -> bool:
    """Whether what follows a verb only tells when, where or why it was said: "he said as he left"."""
    first = speakers.FIRST.match(page.lower, at + 1)
    word = first.group() if first else ""
    return word in words.lists.prepositions - {"under", "about", "over", "since", "for"} and page.when_from(at + 1) is None


SHORT = frozenset(("noun_phrase", "count", "figure", "of", "gerund_of"))
"""Last words of the rules of what is no clause: another one may follow it behind a comma."""
NEXT = regex.compile(r", (?:and|or|but|as|so|after|when|which|who|saying|a) ")


def _content(page: Page, part: Extent, modality: Modality, how: tuple[str, int], words: Words) -> Told | None:
    more = NEXT.search(page.text, part[0] + 1, part[1]) if how[0] in SHORT else None
    found = contents.right(page, part[0], more.start() if more is not None else part[1], words)
    return Told((found,), modality, *how) if found is not None else None


def _framed(page: Page, said: tuple[Cue, Verb], starts: tuple[int, int], high: int, words: Words) -> Told | None:
    """What a verb leads to by a frame of its own: "that", "to", "of", a gerund, a noun."""
    cue, verb = said
    for name, opens in FRAMES.items():
        if name in verb.frames and (found := opens(page.text, cue.end, starts[0], high)) is not None:
            if name in PLAIN and _adverbial(page, found, words):
                continue
            end = found if name == "of" else cue.end
            return _content(page, (found, high), verb.modality, (RULES.get(name, name), end), words)
    return None


def _gap(pattern: "regex.Pattern[str]", text: str, start: int, high: int) -> int | None:
    return start if pattern.match(text, start, high) is not None else None


def _that(text: str, _: int, at: int, high: int) -> int | None:
    """ "that" right behind, or behind when and where it was said: "reported earlier in the day that"."""
    aside = ASIDE.match(text, at, high)
    return _gap(THAT, text, aside.end() if aside is not None else at, high)


def _charge(text: str, end: int, _: int, high: int) -> int | None:
    """Behind whom somebody accuses."""
    of = OF.search(text, end, min(high, end + 120))
    return of.start() if of is not None else None


def _of(text: str, end: int, _: int, high: int) -> int | None:
    of = OF.match(text, end, high)
    return of.end() - 1 if of is not None else None


def _asked(text: str, end: int, _: int, high: int) -> int | None:
    """Where the infinitive begins to which somebody is asked."""
    to = TO.match(text, end, high) or TO.search(text, end, min(high, end + 90))
    between = text[end : to.start()] if to is not None else ","
    return to.start() if to is not None and "," not in between and THAT.search(between) is None else None


def _promised(text: str, end: int, _: int, high: int) -> int | None:
    return _gap(TO, text, end, high)


def _figure(text: str, end: int, _: int, high: int) -> int | None:
    """The number at which somebody puts something."""
    at = AT.search(text, end, min(high, end + 80))
    return end if at is not None and COUNT.match(text, at.start() + 3) is not None else None


FRAMES: dict[str, Callable[[str, int, int, int], int | None]] = {
    "that": _that,
    "charge": _charge,
    "of": _of,
    "asks": _asked,
    "to": _promised,
    "figure": _figure,
    "count": lambda text, end, _, high: _gap(COUNT, text, end, high),
    "called": lambda text, end, _, high: _gap(CALLED, text, end, high),
    "as": lambda text, end, _, high: _gap(AS, text, end, high),
    "gerund": lambda text, end, _, high: _gap(GERUND, text, end, high),
    "object": lambda text, _, at, high: _gap(NOUN, text, at, high),
}
"""Where what is said begins in each frame: `end` is where the verb ends, `at` where times and hearers behind it do."""
PLAIN = frozenset(("object",))
RULES = {"object": "noun_phrase", "gerund": "gerund_of", "asks": "to"}
"""The last words of their rules, where they are not the names of the frames."""


def _gerund(page: Page, cue: Cue, sentence: Extent, here: Found | None, words: Words) -> Found | None:
    """A gerund behind a comma, of whoever the sentence is about: "Peru cut its toll, [admitting] that"."""
    led = LED.search(page.text, sentence[0], cue.outer)
    parted = AND.search(page.text, cue.end, sentence[1])
    told = _told(page, cue, parted.start() if parted is not None else sentence[1], words)
    if led is None or told is None:
        return None
    source = here.source if here is not None else _subject(page, sentence, words)
    if source is None:
        return None
    return _made("gerund", (cue.helper, told.end), source, (told.content, told.modality), sentence)


def _coordinated(page: Page, cue: Cue, sentence: Extent, here: Found | None, words: Words) -> Found | None:
    """A second verb of the same subject: "The airline apologised and [said] it would pay"."""
    told = _told(page, cue, sentence[1], words)
    if told is None:
        return None
    source = here.source if here is not None and here.source is not None else _subject(page, sentence, words)
    if source is None:
        return None
    return _made("joined", (cue.helper, told.end), source, (told.content, told.modality), sentence)


def _subject(page: Page, sentence: Extent, words: Words) -> Extent | None:
    """The noun phrase with which a sentence opens, up to its first verb."""
    quote = page.quote_at(sentence[0])
    start = quote[1] if quote is not None else sentence[0]
    mention = page.mention_from(start)
    if mention is not None and mention.span.end <= sentence[1]:
        return start, mention.span.end
    for hit in WORD.finditer(page.lower, start, min(sentence[1], start + 120)):
        verbal = hit[0] in words.lists.verbs or speakers.ENDING.match(hit[0]) or hit[0] in words.verbs
        if verbal and hit.start() > start:
            return speakers.before(page, start, hit.start(), words)
    return None


def _cited(page: Page, cue: Cue, sentence: Extent, words: Words) -> Found | None:
    """Whom an outlet quotes: "the agency quoted [the mayor] as saying", "[the mayor] was quoted as saying"."""
    saying = SAYING.search(page.text, cue.end, min(sentence[1], cue.end + 120))
    if saying is None:
        return None
    source = speakers.before(page, sentence[0], cue.outer, words) if cue.passive else (cue.end + 1, saying.start())
    outlet = speakers.before(page, _since_quote(page, sentence[0], cue.outer), cue.outer, words)
    content = contents.right(page, saying.end(), sentence[1], words) or contents.left(page, sentence[0], (outlet or (cue.outer, 0))[0])
    if source is None or content is None:
        return None
    at = (cue.helper, saying.end()) if cue.passive else (saying.start() + 1, saying.end())
    return _made("quoted", at, source, ((content,), Modality.REPORTED), sentence)


def _passive(page: Page, cue: Cue, sentence: Extent, words: Words) -> Found | None:
    """Somebody is told or asked something, nobody says by whom: "Residents were told to stay indoors"."""
    verb = page.lower[cue.start : cue.end]
    to = TO.match(page.text, cue.end, sentence[1])
    if to is not None and verb in words.lists.asked:
        content = contents.right(page, to.start(), sentence[1], words)
        return content and _made("passive", (cue.helper, cue.end), None, ((content,), Modality.DEMAND), sentence)
    if verb not in {"told", "accused", "informed", "warned"}:
        return None
    of = OF.match(page.text, cue.end, sentence[1]) if verb == "accused" else THAT.match(page.text, cue.end, sentence[1])
    content = contents.right(page, of.start(), sentence[1], words) if of is not None else None
    put = Modality.ACCUSATION if verb == "accused" else Modality.REPORTED
    return content and _made("passive", (cue.helper, cue.end), None, ((content,), put), sentence)
