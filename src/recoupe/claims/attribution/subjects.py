"""Who speaks to the left of a verb: its subject, that of the clause, the antecedent of a relative."""

import regex
import simplemma

from recoupe.claims.attribution import finite, sources, speakers
from recoupe.claims.attribution.adjuncts import adjuncts
from recoupe.claims.attribution.infinitives import is_infinitive
from recoupe.claims.attribution.lexicon import lexicon as lexicon_of
from recoupe.claims.attribution.nominal import (
    AGE,
    AND,
    ARTICLE,
    ASIDE,
    BARE_ARTICLE,
    BRACKET,
    BREAK,
    CONJUGATED,
    CROWD,
    INCISED,
    INSERTED,
    LAST_BREAK,
    LEADING,
    LINKED,
    NAME,
    NAMING,
    NOMINAL,
    OPENING_PRONOUN,
    PART_OF,
    PARTY,
    PREPOSED,
    PRONOUN,
    REACHED,
    RELATIVE,
    SHARED,
    SHORT,
    WIDEST,
)
from recoupe.claims.attribution.page import Extent, Page

ENDING = 40
"""Characters at the end of what stands before a verb in which a pronoun, "et" or "qui" stands that ends it."""


OF_IT = regex.compile(r" (?:du |des? |d')")
"""Behind a bracket inside a name."""


def subject(page: Page, low: int, end: int, *, plural: bool) -> Extent | None:
    """The subject that ends at `end`, no further left than `low`; a pronoun counts."""
    text = page.text
    low = max(low, end - 2 * WIDEST)
    segment = _uncut(text[low:end].rstrip())
    if not segment:
        return None
    if (quoted := _called(page, low, low + len(segment), plural=plural)) is not None:
        return quoted
    tail = max(0, len(segment) - ENDING)
    if pronoun := PRONOUN.search(segment, tail):
        return low + pronoun.start(), low + pronoun.end()
    if SHARED.search(segment, tail):
        return opener(page, low, low + len(segment))
    if relative := RELATIVE.search(segment, tail):
        if (speaker := told(page, low, low + relative.start())) is not None:
            return speaker
        named = [m.end() for m in NAMING.finditer(segment, 0, relative.start())]
        before, low = low + relative.start(), low + named[-1] if named and "," not in segment[named[-1] : relative.start()] else low
        return _author(page, _antecedent(page, subject(page, low, before, plural=plural))) if relative.start() else None
    found = _nominal(page, _clause(page, low, low + len(segment), plural=plural))
    closes = text.rfind(")", low, found[0] + 1) if found else -1
    if found is None or closes < max(0, found[0] - 2) or not OF_IT.match(text, closes + 1):
        return found
    head = subject(page, low, text.rfind("(", low, closes), plural=plural)  # "le CODIS (centre de secours) de la Marne"
    return (head[0], found[1]) if head else found


def _called(page: Page, low: int, end: int, *, plural: bool) -> Extent | None:
    """A noun with its name in quotation marks that ends at `end`: "Le collectif « Rive droite »"."""
    quote = page.quote_at(end - 1)
    if (
        quote is None
        or quote[1] > end + 1
        or quote[0] <= low + 1
        or not page.text[quote[0] - 2].isalpha()
        or page.text[quote[0] - 1] != " "
    ):
        return None
    if article := BARE_ARTICLE.search(page.text, low, quote[0]):
        crowd = plural and article["article"].lower() == "les"  # "les « street medics » disent"
        return (article.start("article"), quote[1]) if crowd or page.mention(*quote) is not None else None
    head = subject(page, low, quote[0], plural=plural)
    return (head[0], quote[1]) if head is not None and head[1] == quote[0] - 1 and ARTICLE.match(page.text, *head) else None


def told(page: Page, low: int, end: int) -> Extent | None:
    """The speaker behind the verb of an incise, whom a relative at `end` goes on to speak of: ", rétorque le juge, 52 ans, [qui]"."""
    words = lexicon_of(page.language)
    for hit in INCISED.finditer(page.text, low, end):
        if hit["verb"] in (words.participles if hit["have"] else words.finite) and page.quote_at(hit.start()) is None:
            found = sources.following(page, adjuncts(page, hit.end(), end), end, words)
            if found is not None and (found[1] >= end - 1 or REACHED.match(page.text, found[1] + 2, end)):
                return found
    return None


ALLEGED = regex.compile(r"(?<!\p{L})(?:l'|l[ea]s? |ces |cette |une? )(?P<noun>\p{L}++) (?:du |des (?=\p{L})|d(?:e |'))")


def _author(page: Page, found: Extent | None) -> Extent | None:
    """Of a deed, or of something said, before "qui" whose it is: "la démission du maire[, qui ...]"; not of a body or a paper."""
    hit = next(reversed(list(ALLEGED.finditer(page.text, *found))), None) if found else None
    lexicon = lexicon_of(page.language)
    if hit is None or found is None:
        return found
    who, noun = (hit.end(), found[1]), hit["noun"].lower()
    if noun not in lexicon.words.allegations:
        owner = page.mention_from(who[0])
        own = lexicon.words.somebody(noun) or page.mention(hit.start(), hit.end("noun")) is not None
        named = lexicon.words.somebody(speakers.first_word(page.text, who[0])) if owner is None else owner.span.end <= found[1]
        if own or noun in lexicon.words.papers or not named:
            return found
    return who if speakers.speaks(page, who, lexicon) else found


def _antecedent(page: Page, found: Extent | None) -> Extent | None:
    """Of a clause before "qui" the noun phrase that ends it: "la loi a été critiquée par les élus [qui ...]"."""
    text = page.text
    verb = [m.end() for m in CONJUGATED.finditer(text, *found)] if found else []
    if found and not verb:
        return _object(page, found) or found
    if not found or not verb:
        return found
    start = _last_noun(page, verb[-1], found[1])
    return None if start is None else (start, found[1])


def _object(page: Page, clause: Extent) -> Extent | None:
    """The noun phrase behind the verb of a clause: "L'usine emploie [40 ouvriers] qui ..."."""
    pronoun = OPENING_PRONOUN.match(page.text, *clause)  # no phrase begins so: its verb stands behind, known or not
    begin = pronoun.end() if pronoun else clause[1]
    verb = max((at for at, _ in finite.verbs(page, clause, lexicon_of(page.language)) if at > clause[0]), default=begin)
    after = page.text.find(" ", verb, clause[1]) + 1
    if not after:
        return None
    start = _last_noun(page, after - 1, clause[1])
    if start is None and (page.text[after].isnumeric() or NAME.fullmatch(page.text, after, clause[1])):
        start = after
    return None if start is None else (start, clause[1])


def _last_noun(page: Page, low: int, high: int) -> int | None:
    """Where the last noun phrase begins that no "de" joins to another one, and that is no part of a name: not "Cour [des comptes]"."""
    text, named = page.text, page.mention_before(high)
    inner = named.span.start if named is not None and named.span.end == high else high
    starts = (m.start() for m in ARTICLE.finditer(text, low, high))
    return max((at for at in starts if at <= inner and text[at - 1] == " " and text[at - 4 : at] != " de "), default=None)


def _uncut(segment: str) -> str:
    """What stands before a verb, less a bracket and a relative clause between commas that part it from its subject."""
    if segment.endswith((")", "),")) and (bracket := BRACKET.search(segment)):
        segment = segment[: bracket.start()]
    if segment.endswith(","):
        inserted = [m.start() for m in INSERTED.finditer(segment, 0, len(segment) - 1)]
        if inserted and segment[: inserted[-1]].strip():
            return segment[: inserted[-1]]
        opens = segment.rfind("«")
        if segment.endswith("»,") and PART_OF.search(segment, 0, opens) and (comma := segment.rfind(",", 0, opens)) > 0:
            return segment[:comma]  # "le colonel, à la tête d'un « comité »,"
    return segment


def opener(page: Page, low: int, end: int) -> Extent | None:
    """The subject of "X a fait A et affirme B": that which opens the clause."""
    own = (m for m in BREAK.finditer(page.text, low, end) if not _quoted(page, m.span(), end))
    marks = [m.end() for m in own if m.group().strip(" ,").lower() != "mais"]
    begin = marks[-1] if marks else low
    start = _opening(page, sources.trimmed(page.text, (begin, end)))
    if start is None or CONJUGATED.search(page.text, begin, start):
        return None
    start += page.text[start : start + 1] == " "
    if page.quote_at(start) is not None:
        return None
    if pronoun := OPENING_PRONOUN.match(page.text, start, end):
        return pronoun.span()
    mention = page.mention_from(start)
    if mention and mention.span.end < end:
        return start, mention.span.end
    if crowd := CROWD.match(page.text, start, end):
        return crowd.span()
    name = NAME.match(page.text, start, end)
    if name is None or page.text[name.end() : name.end() + 1] != " ":
        return _before_verb(page, start, end)
    return name.span() if " " in name.group() or speakers.proper(page, name.span()) else _before_verb(page, start, end)


def _before_verb(page: Page, start: int, end: int) -> Extent | None:
    """The noun phrase up to the first auxiliary: "Le collège des médecins [a décrété une grève et prévient]"."""
    verb = CONJUGATED.search(page.text, start, min(end, start + SHORT))
    if verb is None or not ARTICLE.match(page.text, start) or not speakers.is_one_phrase(page.text[start : verb.start()]):
        return None
    found = (start, verb.start())
    return found if "," not in page.text[slice(*found)] and speakers.speaks(page, found, lexicon_of(page.language)) else None


def _quoted(page: Page, mark: Extent, end: int) -> bool:
    """Whether a mark belongs to a quotation that ends before `end`: "X juge « ... » la loi et affirme ..."."""
    quote = page.quote_at(mark[0]) or page.quote_at(mark[1] - 1)
    return quote is not None and quote[1] <= end


WHO = regex.compile(r"(?<!\p{L})(?:qui|dont|lequel|laquelle|lesquels|lesquelles)(?!\p{L})")
"""A relative clause, which has a verb of its own before "et": "l'élu qui a été blessé et les témoins [ont dit]"."""


def _clause(page: Page, low: int, end: int, *, plural: bool) -> Extent:
    """From the last clause boundary on; "et" inside a name is none."""
    segment = page.text[low:end]
    last = LAST_BREAK.search(segment)
    while last and (opening := _abbreviated(segment, last.start())):
        last = LAST_BREAK.search(segment, 0, opening)
    cut = last.end() if last else 0
    verb = None if not plural or WHO.search(segment, cut) else CONJUGATED.search(segment, cut)
    for mark in AND.finditer(segment, cut):
        if "," in segment[mark.end() :].strip(", ") or (plural and (verb is None or verb.end() >= mark.start())):
            continue
        named = page.mention(low + mark.start(), low + mark.end())
        if named is None or named.span.start >= low + mark.start() or named.span.end <= low + mark.end():
            cut = mark.end()
    return low + cut, end


def _abbreviated(segment: str, close: int) -> int:
    """Where a bracket opens that ends at `close` inside a name: "l'Agence de santé[ (ARS) ]du Gard"; 0 for any other mark."""
    opening = segment.rfind(" (", 0, close)
    party = PARTY.match(segment, opening) if opening > 0 and segment[close] == ")" else None
    return opening if party is not None and party.end() == close + 1 else 0


def _nominal(page: Page, clause: Extent) -> Extent | None:
    """The noun phrase at the end of a clause's opening: name or noun with its appositions, leading adverbials left out."""
    text, (start, end) = page.text, clause
    if not (pieces := _pieces(text, start, end)):
        return None
    last = len(pieces) - 1
    set_off = text[start:end].endswith(",")
    listed = " et " in text[pieces[last][0] : pieces[last][1]]
    if set_off and (doer := _by_whom(page, pieces)) is not None:
        last = doer - 1
    kept = last - 1 if set_off and not _appositive(page, pieces[last]) else last
    if kept > 0 and (ASIDE.match(text, *pieces[kept]) or _befallen(page, pieces[kept])):
        kept -= 1  # "le ministère, lui,", "la société, mise en cause,"
    first = kept
    while (set_off or listed) and first > 0 and _appositive(page, pieces[first]) and _introduces(page, pieces[first - 1]):
        first -= 1
    if first == kept > 0 and not set_off and _titled(page, pieces[kept - 1], pieces[kept]):
        first = kept - 1
    if first == kept > 1 and set_off and _of_role(page, pieces[: kept + 1]):
        first = kept - 2
    if first == kept > 1 and _aged(page, pieces[: kept + 1]):
        first = kept - 2
    if first < 0:
        return None
    found = _opening(page, (pieces[first][0], pieces[first][1]))
    return None if found is None else sources.trimmed(text, (found, pieces[kept][1]))


def _titled(page: Page, name: Extent, role: Extent) -> bool:
    """Whether a role without an article stands behind a name and no comma closes it: "Jean Roy, [maire de Gap] déclare"."""
    whole = NAME.search(page.text, *name)
    known = lexicon_of(page.language).words.somebody(speakers.first_word(page.text, role[0]))
    return known and page.text[role[0]].islower() and whole is not None and whole.end() == name[1] and " " in whole.group()


def _aged(page: Page, pieces: list[Extent]) -> bool:
    """Whether the last part is a role behind a name and an age, which no comma closes: "Jean Roy, 28 ans, [maçon à Gap] raconte"."""
    *_, name, age, role = (None, None, None, *pieces)
    if name is None or age is None or role is None or not page.text[role[0]].islower() or ARTICLE.match(page.text, *role):
        return False
    return AGE.fullmatch(page.text, *age) is not None and NAME.fullmatch(page.text, *name) is not None


def _of_role(page: Page, pieces: list[Extent]) -> bool:
    """Whether the last part tells what body a role behind a name is of: "Jean Roy, président de l'Ulv, [un petit parti]"."""
    name, role, body = pieces[-3:]
    whole = NAME.fullmatch(page.text, *name) is not None and " " in page.text[slice(*name)]
    known = lexicon_of(page.language).words.somebody(speakers.first_word(page.text, role[0]))
    return whole and known and page.text[role[0]].islower() and page.text.startswith(("un ", "une "), body[0])


def _by_whom(page: Page, pieces: list[Extent]) -> int | None:
    """The part that tells by whom something befell what stands before it, whatever says who that is behind it: "Le bilan, [fourni par
    le préfet], Jean Roy, fait état"."""
    for i in range(1, len(pieces)):
        word, _, rest = page.text[slice(*pieces[i])].partition(" ")
        undergone = word.islower() and word.endswith(PAST)
        by = rest.startswith("par ") or ("par " in rest and not lexicon_of(page.language).words.somebody(word))
        if undergone and by and _introduces(page, pieces[i - 1]):
            return i
    return None


PAST = ("é", "ée", "és", "ées", "is", "ise", "ises", "i", "ie", "ies", "u", "ue", "us", "ues", "it", "ite", "ites")


def _befallen(page: Page, piece: Extent) -> bool:
    """Whether a part between commas tells what befell a speaker: "attendue demain à Nice", not "déléguée syndicale"."""
    word = page.text[slice(*piece)].split(" ")[0]
    if not word.islower() or not word.endswith(PAST) or lexicon_of(page.language).words.somebody(word):
        return False
    verb = simplemma.lemmatize(word, lang=page.language)
    return verb != word and is_infinitive(verb, page.language)


def _pieces(text: str, start: int, end: int) -> list[Extent]:
    """The parts between commas, trimmed; empty ones left out."""
    found, at = [], start
    for mark in (*(i for i in range(start, end) if text[i] == "," and not text[i + 1 : i + 2].isdigit()), end):
        piece = sources.trimmed(text, (at, mark))
        if piece[0] < piece[1]:
            found.append(piece)
        at = mark + 1
    return found


def _appositive(page: Page, piece: Extent) -> bool:
    """Whether a part between commas says who the part before it is: a name, a role."""
    words = page.text[piece[0] : piece[1]]
    if PREPOSED.match(words) or LINKED.match(words) or page.when_from(piece[0]) is not None:
        return False
    return len(words) < 130


def _introduces(page: Page, piece: Extent) -> bool:
    """Whether an apposition can follow `piece`: it begins like a noun phrase and is no adverbial of time or place."""
    words = page.text[piece[0] : piece[1]]
    when = page.when_from(piece[0])
    dated = when is not None and (when[1] >= piece[1] or PREPOSED.match(page.text, when[1] + 1, piece[1]) is not None)
    return bool(NOMINAL.match(words)) and not PREPOSED.match(words) and not dated


def _opening(page: Page, piece: Extent) -> int | None:
    """Where the noun phrase begins in a part that may open with "et", a time or "à Paris"."""
    text, (start, end) = page.text, piece
    for _ in range(3):
        if leading := LEADING.match(text, start, end):
            start = leading.end()
        when = page.when_from(start)
        if when and when[1] < end:
            start = when[1] + (text[when[1] : when[1] + 1] == " ")
    words = text[start:end]
    if not PREPOSED.match(words) and (NOMINAL.match(words) or page.mention_from(start)):
        return start
    inner = page.mention_before(end)
    if inner is not None and start <= inner.span.start and inner.span.end == end:
        return _article(text, inner.span.start, start)
    return start if words[:1].islower() and not PREPOSED.match(words) and len(words) < 80 else None


def _article(text: str, start: int, low: int) -> int:
    """`start`, or where the article before it begins."""
    for article in ("l'", "le ", "la ", "les ", "un ", "une ", "des ", "ce ", "cette ", "ces ", "son ", "sa ", "ses "):
        at = start - len(article)
        if at >= low and text[at:start].lower() == article:
            return at
    return start
