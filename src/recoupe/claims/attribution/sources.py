"""Who speaks: the subject to the left of a verb, the noun phrase to the right of an inverted verb or of "selon"."""

import regex
import simplemma

from recoupe.claims.attribution.lexicon import Lexicon
from recoupe.claims.attribution.page import Extent, Page

SHORT, WIDEST = 80, 220  # characters of a noun phrase that is a speaker by its place alone; of any subject with its appositions
PRONOUN = regex.compile(
    r"(?<![\p{L}\p{M}-])(?:il|elle|ils|elles|on|celui-ci|celle-ci|ceux-ci|celles-ci|ce dernier|cette dernière|"
    r"ces derniers|ces dernières|certains|certaines|plusieurs|beaucoup|tous)$",
    regex.IGNORECASE,
)
OPENING_PRONOUN = regex.compile(r"(?:ils?|elles?|on)(?= )", regex.IGNORECASE)
SHARED = regex.compile(r"(?: et|,? mais|,? puis|, et)(?: \p{L}{4,16}ment| aussi| ensuite)?$")
CROWD = regex.compile(
    r"(?<![\p{L}\p{N}])(?:\p{N}[\p{N} .]{0,12}+|(?:\p{L}[\p{L}'’-]{0,24}+ ){1,4}?)(?:personnes|gens|hommes|femmes|jeunes"
    r"|salariés|employés|élèves|médecins|cheminots|fidèles|(?:d')?\p{L}{3,16}?(?:ants|istes|eurs|iers|ens)(?<!rumeurs"
    r"|valeurs|erreurs|couleurs|chantiers|quartiers|papiers|dossiers|milliers|biens|moyens|tiens))(?!\p{L})"
    r"(?: [\p{L}'’-]{1,24}+){0,6}?(?= (?:ont|se sont|sont|étaient|avaient|s'étaient) )",
    regex.IGNORECASE,
)
"""Many people at the head of a clause: "Des milliers d'étudiants ont défilé pour réclamer ..."."""
ASIDE = regex.compile(
    r"(?:lui|elle|eux|elles)$|forte?s? d(?:e |')|\p{L}{1,16}(?:é|ée|és|ées|is|ise|ises|ue|us|ues|it|ite|ites) (?:(?:par|dans|en"
    r"|à|au|aux|de|sur|pour|la|le|depuis)(?= )|d')"
)
"""A part between commas that tells of the speaker and does not say who it is: "lui", "suivi par 600.000 abonnés"."""
RELATIVE = regex.compile(r",? qui$", regex.IGNORECASE)
BREAK = regex.compile(
    r"[;:()«»“”\"!?]| [–—-] |(?<![\p{L}-])(?:tandis que|tandis qu'|alors que|alors qu'|pendant que|après que|lorsque|"
    r"lorsqu'|puisque|puisqu'|parce que|parce qu'|mais|où|que|qu'|quand|(?<!, )comme|si|s'(?=ils? )"
    r"|(?<!(?<!\p{L})(?:[lu]es?|une?|du|des?|[dl]'|au|aux|en|ce|son|par|notre|sa|grand|petit|le|deux|trois) ?)(?:car|or))(?<='|"
    r"(?![\p{L}\p{M}'-])) ?",
    regex.IGNORECASE,
)
LAST_BREAK = regex.compile(f"(?r){BREAK.pattern}", regex.IGNORECASE)
AND = regex.compile(r" (?:et|ou|puis) (?=(?:l'|le |la |les |un |une |son |sa |ses |\p{Lu}))")
LEADING = regex.compile(
    r"(?:(?:et|mais|or|car|puis|notamment|ainsi|enfin|aussi|toutefois|cependant|pourtant|ensuite|puis|donc|hier|"
    r"aujourd'hui|là|c'est|ce sont|il y a|-|–|—|•) ?){1,6}(?<= |')",
    regex.IGNORECASE,
)
NOMINAL = regex.compile(
    r"(?:l'|d'autres |le |la |les |un |une |des |du |ce |cet |cette |ces |son |sa |ses |leur |leurs |certains |"
    r"certaines |plusieurs |chaque |quelques |de nombreux |de nombreuses |d'anciens |aucun |aucune |deux |trois |"
    r"quatre |cinq |\p{Lu}|\p{N})",
)
ARTICLE = regex.compile(
    r"(?:l'|le |la |les |un |une |des |ce |cet |cette |ces |son |sa |ses |leur |leurs |certains |plusieurs |d'autres )", regex.IGNORECASE
)
PREPOSED = regex.compile(
    r"(?:à|au|aux|même|en|dans|lors|sur|sous|selon|après|avant|depuis|pendant|durant|pour|par|chez|vers|contre|entre|"
    r"avec|sans|malgré|face|invitée?s?|réunie?s?|arrivée?s?|venue?s?|questionnée?s?|entendue?s?|sollicitée?s?|interrogée?s?"
    r"|contactée?s?|jointe?s?|citée?s?|suite|outre|dès|grâce|devant|d'après|quant|"
    r"afin|hier|aujourd'hui|de son côté|pour sa part|"
    r"(?!(?:co-?)?(?:gér|dirige|command|représent|manifest|milit|étudi|habit|enseign|assist|lieuten|commerç|surviv|combatt|oppos|consult|"
    r"adjud|exploit|fabric|interven|résid|négoci|lieuten|remplaç|figur|pass|mendi|coll?abor|correspond)ant)\p{L}{2,20}ant)(?= |$)",
    regex.IGNORECASE,
)
LINKED = regex.compile(r"(?:qui|dont|où|lequel|laquelle|et|mais|ce) ")
STOP = regex.compile(
    r"(?<!(?<![\p{L}\p{N}])(?:M|MM|Mme|Mmes|Dr|Pr|Me|St|\p{Lu}))\.|[,;:!?»”\"()\n]| (?:qui|que|qu'|dont|où|lequel|"
    r"laquelle|lors|devant|auprès|au cours|au micro|à l'issue|à propos|au sujet|après|avant|pendant|ce matin|ce soir|"
    r"(?<! de )cette|mais|alors|tandis|dans|sur|à l'antenne|à la tribune|à notre micro|à une question|"
    r"à la télévision|à la presse|à l'AFP|à Reuters|avec|en|par|pour|"
    r"selon|d'après|(?:et|ou|contre|puis) (?:(?:entre|environ|quelque|près de|plus de|moins de|au moins|autour de"
    r"|un peu \p{L}{4,5} de) )?"
    r"(?:\p{N}|(?:une \p{L}{3,8}aine|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|vingt|trente|quarante|cinquante|cent|"
    r"mille)(?= ))"
    r"|(?:n')?(?:a|ont|avait|avaient|est|sont|était|étaient|aura|auront|serait|seraient|aurait|auraient)"
    r"|(?:citée?s?|interrogée?s?|interviewée?s?)(?= (?:par|dans) )"
    r"|(?:jointe?s?|contactée?s?|rencontrée?s?|sollicitée?s?|croisée?s?)(?= (?:par|dans|au|à|sur|en|hier|lundi|mardi|mercredi|jeudi"
    r"|vendredi|samedi|dimanche) )"
    r"|portant|couvrant|concernant|datant|allant|faisant"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|aujourd'hui|[–—])(?= |\b|(?<=\p{N}))"
)
ADVERBIAL = frozenset((" par", " en", " dans", " sur", " pour", " avec", " auprès", " lors"))
PARTICIPLE = regex.compile(r"[ '][\p{L}-]++ \p{L}+(?:ée?s?|ue?s?|ie?s?|ites?|ises?)$")
DATED = regex.compile(r" (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|ce matin|ce soir)(?: matin| soir| après-midi)?+ par ")
DOCUMENT = regex.compile(
    r"(?<!\p{L})(?:études?|sondages?|enquêtes?|analyses?|vidéos?|images|articles?|dépêches?|rapports?|communiqués?|chiffres"
    r"|bilan|estimations?|lettres?|messages?|notes?|tracts?|documents?|tribunes?)"
    r" (?:[\p{L}'’-]{1,24} ){0,7}?\p{L}{1,24}+(?<=(?:ée?s?|ue?s?|ites?|ises?))$"
)
BODY = regex.compile(
    r"(?:^|[ '])(?:Service|Agence|Centre|Institut|Observatoire|Organisation|Ligue|Fédération|Comité|Mouvement|Front"
    r"|Haut-Commissariat|Fonds|Programme|Office"
    r"|Association|Alliance|Fondation|Collectif|Commission|Conseil|Union|Rassemblement|Syndicat|[Mm]inistère|[Aa]gence"
    r"|[Aa]ssociation|[Cc]ollectif|[Ff]ondation)"
    r"(?: [\p{L}'’-]{1,24}){0,5}$"
)
"""A body whose name may hold "pour": "l'Organisation pour l'interdiction des armes chimiques"."""
BRACKET = regex.compile(r" ?\([^()\n]{1,80}\),?$")
NAMING = regex.compile(
    r"(?<!\p{L})(?:selon|d'après|(?:affirm|assur|précis|indiqu|expliqu|ajout|estim|déclar|annonc|racont|ironis|not)e(?:nt)?|dit|disent) "
)
"""What stands before somebody whom a relative goes on to speak of: "d'après les pompiers, qui disent"."""
INSERTED = regex.compile(
    r", (?:que |qu'|dont |où |(?:à |pour |avec |chez |selon )(?:qui|lequel|laquelle|lesquels|lesquelles) |auquel |auxquels )"
)
"""What begins a relative clause that parts the subject from its verb: ", que la presse avait interrogé, a dit"."""
CONJUGATED = regex.compile(r"(?: |n')(?:a|ont|est|sont|était|étaient|avait|avaient|sera|seront|fut|furent|serait|seraient) ")
OWN_NAME = regex.compile(r"(?<=\p{Ll} )\p{Lu}[\p{L}'.-]*+(?: \p{Lu}[\p{L}'.-]*+){0,4}+$")
"""The name at the end of a noun phrase: "le collège Jean-Moulin"."""
CITES = regex.compile(
    r",? (?:qui (?:cite|citent|citait|s'appuie sur|se fonde sur)|(?:en )?citant|s'appuyant sur|se fondant sur|reprenant|relayant) "
)
CITED = regex.compile(r",? (?:(?:citée?s?|reprise?s?|rapportée?s?|relayée?s?|interrogée?s?|interviewée?s?) )(?:par|dans|sur) ")
CLAUSE = regex.compile(r"(?:que |qu'|qui |dont |où )")
NAME = regex.compile(r"\p{Lu}[\p{L}'.-]*+(?: (?:(?:de|du|d'|des|la|le|von|van|ben|al|el|bin) ?)?\p{Lu}[\p{L}'.-]*+){0,4}+")
HEAD = regex.compile(r"\p{L}[\p{L}\p{M}]*+(?:-\p{L}[\p{L}\p{M}]*+)*+")


def trimmed(text: str, extent: Extent) -> Extent:
    """`extent` without white space, commas and full stops at its ends."""
    start, end = extent
    while start < end and text[start] in " \n\r,;.":
        start += 1
    while end > start and text[end - 1] in " \n\r,;.":
        end -= 1
    return start, end


def subject(page: Page, low: int, end: int, *, plural: bool) -> Extent | None:
    """The subject that ends at `end`, no further left than `low`; a pronoun counts."""
    text = page.text
    low = max(low, end - 2 * WIDEST)
    segment = _uncut(text[low:end].rstrip())
    if not segment:
        return None
    if pronoun := PRONOUN.search(segment):
        return low + pronoun.start(), low + pronoun.end()
    if SHARED.search(segment):
        return opener(page, low, low + len(segment))
    if relative := RELATIVE.search(segment):
        named = [m.end() for m in NAMING.finditer(segment, 0, relative.start())]
        before, low = low + relative.start(), low + named[-1] if named and "," not in segment[named[-1] : relative.start()] else low
        return _antecedent(text, subject(page, low, before, plural=plural)) if relative.start() else None
    return _nominal(page, _clause(text, low, low + len(segment), plural=plural))


def _antecedent(text: str, found: Extent | None) -> Extent | None:
    """Of a clause before "qui" the noun phrase that ends it: "la loi a été critiquée par les élus [qui ...]"."""
    verb = [m.end() for m in CONJUGATED.finditer(text, *found)] if found else []
    if not found or not verb:
        return found
    last = [
        m.start()
        for m in ARTICLE.finditer(text, verb[-1], found[1])
        if text[m.start() - 1] == " " and text[m.start() - 4 : m.start()] != " de "
    ]
    return (last[-1], found[1]) if last else None


def _uncut(segment: str) -> str:
    """What stands before a verb, less a bracket and a relative clause between commas that part it from its subject."""
    if bracket := BRACKET.search(segment):
        segment = segment[: bracket.start()]
    if segment.endswith(","):
        inserted = [m.start() for m in INSERTED.finditer(segment, 0, len(segment) - 1)]
        if inserted and segment[: inserted[-1]].strip():
            return segment[: inserted[-1]]
    return segment


def opener(page: Page, low: int, end: int) -> Extent | None:
    """The subject of "X a fait A et affirme B": that which opens the clause."""
    own = (m for m in BREAK.finditer(page.text, low, end) if not _quoted(page, m.span(), end))
    marks = [m.end() for m in own if m.group().strip(" ,").lower() != "mais"]
    start = _opening(page, trimmed(page.text, (marks[-1] if marks else low, end)))
    if start is None:
        return None
    start += page.text[start : start + 1] == " "
    if pronoun := OPENING_PRONOUN.match(page.text, start, end):
        return pronoun.span()
    mention = page.mention_from(start)
    if mention and mention.span.end < end:
        return start, mention.span.end
    if crowd := CROWD.match(page.text, start, end):
        return crowd.span()
    name = NAME.match(page.text, start, end)
    if name is None or page.text[name.end() : name.end() + 1] != " ":
        return None
    return name.span() if " " in name.group() or proper(page, name.span()) else None


def _quoted(page: Page, mark: Extent, end: int) -> bool:
    """Whether a mark belongs to a quotation that ends before `end`: "X juge « ... » la loi et affirme ..."."""
    quote = page.quote_at(mark[0]) or page.quote_at(mark[1] - 1)
    return quote is not None and quote[1] <= end


def _clause(text: str, low: int, end: int, *, plural: bool) -> Extent:
    """From the last clause boundary on."""
    segment = text[low:end]
    last = LAST_BREAK.search(segment)
    cut = last.end() if last else 0
    if not plural:
        for mark in AND.finditer(segment, cut):
            if "," not in segment[mark.end() :].strip(", "):
                cut = mark.end()
    return low + cut, end


def _nominal(page: Page, clause: Extent) -> Extent | None:
    """The noun phrase at the end of a clause's opening: name or noun with its appositions, leading adverbials left out."""
    text, (start, end) = page.text, clause
    pieces = _pieces(text, start, end)
    if not pieces:
        return None
    last = len(pieces) - 1
    set_off = text[start:end].endswith(",")
    listed = " et " in text[pieces[last][0] : pieces[last][1]]
    kept = last - 1 if set_off and not _appositive(page, pieces[last]) else last
    if kept > 0 and ASIDE.match(text, *pieces[kept]):
        kept -= 1  # "le ministère, lui,", "la société, mise en cause,"
    first = kept
    while (set_off or listed) and first > 0 and _appositive(page, pieces[first]) and _introduces(page, pieces[first - 1]):
        first -= 1
    if first < 0:
        return None
    found = _opening(page, (pieces[first][0], pieces[first][1]))
    return None if found is None else trimmed(text, (found, pieces[kept][1]))


def _pieces(text: str, start: int, end: int) -> list[Extent]:
    """The parts between commas, trimmed; empty ones left out."""
    found, at = [], start
    for mark in (*(i for i in range(start, end) if text[i] == ","), end):
        piece = trimmed(text, (at, mark))
        if piece[0] < piece[1]:
            found.append(piece)
        at = mark + 1
    return found


def _appositive(page: Page, piece: Extent) -> bool:
    """Whether a part between commas says who the part before it is: a name, a role."""
    words = page.text[piece[0] : piece[1]]
    if PREPOSED.match(words) or LINKED.match(words):
        return False
    return len(words) < 130


def _introduces(page: Page, piece: Extent) -> bool:
    """Whether an apposition can follow `piece`: it begins like a noun phrase and is no adverbial of time or place."""
    words = page.text[piece[0] : piece[1]]
    when = page.when_from(piece[0])
    return bool(NOMINAL.match(words)) and not PREPOSED.match(words) and not (when and when[1] >= piece[1])


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


def following(page: Page, start: int, limit: int, lexicon: Lexicon) -> Extent | None:
    """The noun phrase that begins at `start`, with the appositions that say who it is."""
    text = page.text
    if (
        start >= limit
        or CLAUSE.match(text, start)
        or not (NOMINAL.match(text, start) or page.mention_from(start) or lexicon.words.somebody(_head(text, start)))
    ):
        return None
    end = _stop(page, start, limit)
    for _ in range(2):
        grown = _apposition(page, end, limit, lexicon)
        if grown is None:
            break
        end = grown
    found = trimmed(text, (start, end))
    return found if found[0] < found[1] else None


def _stop(page: Page, start: int, limit: int) -> int:
    """Where the noun phrase ends: at a mark, a relative, an adverbial; never inside an actor's name."""
    mention = page.mention_from(start)
    inside = max(start + 1, mention.span.end if mention and mention.span.end <= limit else 0)
    stop = next((m for m in STOP.finditer(page.text, inside, limit) if not _governed(page.text, m)), None)
    end = stop.start() if stop else limit
    for when in page.whens_in(inside, end)[:1]:
        if DOCUMENT.search(page.text[max(start, when[0] - 90) : when[0]].rstrip()) and not page.text.startswith(" par ", when[1]):
            return when[1]  # "un tract diffusé samedi"
        if not (page.text.startswith(" par ", when[1]) and PARTICIPLE.search(page.text[max(0, when[0] - 60) : when[0] - 1])):
            end = when[0]
    return min(end, start + WIDEST)


def _governed(text: str, stop: regex.Match[str]) -> bool:
    """Whether a preposition hangs on a participle of the noun phrase: "une vidéo diffusée par ..."."""
    words = text[max(0, stop.start() - 90) : stop.start()]
    if DATED.match(text, stop.start()) and PARTICIPLE.search(words):
        return True  # "les chiffres publiés mercredi par l'Insee"
    if stop.group() == " pour" and BODY.search(words) and ARTICLE.match(text, stop.end() + 1):
        return True
    return stop.group() in ADVERBIAL and (PARTICIPLE.search(words) if stop.group() == " par" else DOCUMENT.search(words)) is not None


def _apposition(page: Page, end: int, limit: int, lexicon: Lexicon) -> int | None:
    """The end of a name or role between commas at `end`: ", porte-parole du ministère,"."""
    text = page.text
    if text[end : end + 2] != ", ":
        return None
    start = end + 2
    name = NAME.match(text, start, limit)
    article = ARTICLE.match(text, start, limit)
    head = _head(text, article.end() if article else start)
    if not (name and name.end() - start > 3) and not lexicon.words.somebody(head):
        return None
    stop = _stop(page, start, limit)
    closed = stop >= limit - 1 or text[stop : stop + 1] in ",.)" or text[stop : stop + 4] in (" qui", " dan", " sur", " lor")
    return stop if closed and stop - start < 120 else None


def _head(text: str, start: int) -> str:
    """The first word at `start`, in lower case."""
    word = HEAD.match(text, start, start + 40)
    return word.group().lower() if word else ""


def speaks(page: Page, extent: Extent, lexicon: Lexicon) -> bool:
    """Whether a noun phrase can be a speaker: an actor, a pronoun, a name, a role; not "cette crise"."""
    words = page.text[extent[0] : extent[1]]
    if PRONOUN.fullmatch(words):
        return True
    article = ARTICLE.match(words)
    opening = page.mention(extent[0], min(extent[1], extent[0] + 60))
    if opening and opening.span.start <= extent[0] + (article.end() if article else 0) + 12:
        return True
    nouns = [w.group().lower() for w in HEAD.finditer(words[article.end() if article else 0 :], 0, 60)]
    return any(map(lexicon.words.somebody, nouns[:3])) or (not article and NAME.match(words) is not None and " " in words)


def proper(page: Page, extent: Extent) -> bool:
    """Whether a noun phrase is, or begins with, a name that no common word spells: "Greenpeace", "la Zylo", not "Dommage"."""
    words = page.text[slice(*extent)]
    article = ARTICLE.match(words)
    name = NAME.match(words, article.end() if article else 0) or OWN_NAME.search(words)
    if name is None or (article is None and name.end() < len(words) and words[name.end()] not in " ,"):
        return False
    one = " " not in name.group() and not any(c.isupper() or c in "-'" for c in name.group()[1:])
    return not (one and article is None and simplemma.is_known(name.group().lower(), lang=page.language))


def is_name(word: str) -> bool:
    """Whether a word with a capital can be a part of a name at the head of a sentence: no article, no preposition."""
    opens = ARTICLE.match(word + " ") or PREPOSED.match(word) or LEADING.match(word + " ")
    return NAME.fullmatch(word) is not None and not word.endswith(".") and not opens


def may_speak(page: Page, extent: Extent, lexicon: Lexicon, *, thing: bool) -> bool:
    """Whether a noun phrase that names no known kind of speaker can be one: any before "dit que", only a name where a `thing` may show."""
    words = page.text[slice(*extent)]
    if (first := _head(words, 0)) in lexicon.words.nothing or first in lexicon.words.manners or not _whole(words):
        return False
    if proper(page, extent):
        return True
    return not thing and ARTICLE.match(words) is not None and len(words) < SHORT


def describes(words: str) -> bool:
    """Whether words behind a name and a comma can say who it is: "éclusière à Namur", "le maire", "42 ans, agriculteur"; no clause."""
    return _whole(words) and len(words) < SHORT


def _whole(words: str) -> bool:
    """Whether words can be one noun phrase: no adverbial, no relative, no second clause."""
    return not (PREPOSED.match(words) or LINKED.match(words) or BREAK.search(words))


def relay_end(page: Page, end: int, limit: int, lexicon: Lexicon) -> int:
    """Where ", qui cite X" or ", cité par X" after a source ends; `end` where there is none."""
    hit = CITES.match(page.text, end, limit) or CITED.match(page.text, end, limit)
    named = following(page, hit.end(), limit, lexicon) if hit else None
    return named[1] if named else end
