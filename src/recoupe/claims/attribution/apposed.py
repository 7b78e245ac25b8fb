"""What still tells of a source behind "selon", before what it says: "Selon le Bureau (BEA), [un organisme public], deux moteurs ..."."""

import regex

from recoupe.claims.attribution import extent, finite
from recoupe.claims.attribution.lexicon import Lexicon
from recoupe.claims.attribution.page import Extent, Page

HANGING = regex.compile(r" (?=(?:sur|pour|par|dans|au|aux|à|auprès|lors|devant|depuis|en|via|chez|avec|\p{L}{3,16}(?:é|i|u|is|it)e?s?) )")
"""How what hangs on a source begins right behind it."""
WHOSE = regex.compile(r" (?:pour|sur|par) | [^,]{2,60} par ")
"""What tells of a paper whose it is or where it stands."""
PARTICIPLE = regex.compile(
    r"\p{Ll}{2,16}(?:(?P<plain>é|i|u|is|it|ert)|(?P<she>ée|ie|ue|ise|ite|erte)|(?P<they>[éiu]s|erts)|(?P<shes>[éiu]es|[ie]?[st]es))(?= )"
)
SUBJECT = regex.compile(
    r"(?:(?P<plain>le |un |cet |ce )|(?P<she>la |une |cette )|(?P<several>les |des |ces |plusieurs |deux |trois |quatre |cinq |\p{N}))"
)
"""How the subject of what is said begins, by gender and number."""
BODY = regex.compile(
    r"(?:une? |l[ea] |l')(?:\p{L}[\p{L}'-]*+ ){1,4}?"
    r"(?:(?:chargé|basé|formé|spécialisé|composé|créé|dirigé|fondé|financé|soutenu|mandaté|situé|réputé|connu|affilié|lié|rattaché)e?s?"
    r"|proche|responsable|membre|compétente?|principale?s?|indépendante?|locale?|publique|privée?|spécialiste) "
)
"""What a body is said to be, by what it does or where it is."""
SHORT, LONGEST = 40, 160
"""Characters of the subject of a clause without a verb that is known, and of what stands before it."""


def paper(page: Page, source: Extent, high: int, lexicon: Lexicon) -> Extent:
    """A paper with what tells whose it is and where it stands: "un message publié sur X [par la préfecture]"."""
    low, end = source
    head = page.lower[low:end].replace("'", " ").split(" ")[:3]
    if page.text[end : end + 1] != " " or lexicon.words.papers.isdisjoint(head) or page.when_from(end + 1):
        return source
    close = _hanging(page, end, high, lexicon)
    return (low, close) if close and WHOSE.match(page.text, end, close) else source


def hung(page: Page, after: int, high: int, lexicon: Lexicon) -> int:
    """Where what hangs on a source ends: "Selon le maire[ dans un entretien au Matin], le pont rouvrira"."""
    return (_hanging(page, after, high, lexicon) if page.text[after : after + 1] == " " else 0) or after


def beyond(page: Page, start: int, high: int, lexicon: Lexicon) -> int:
    """Where what a source says begins: behind what the source is said to be."""
    comma = page.text.find(", ", start, min(high, start + LONGEST))
    if comma < 0 or page.quote_at(comma) is not None or not _stands(page, comma + 2, high, lexicon):
        return start
    its = not (_not_its(page, start, comma + 2) or _is_body(page, (start, comma)))
    return start if its or not finite.verbless(page, (start, comma), lexicon) else comma + 2


def _hanging(page: Page, after: int, high: int, lexicon: Lexicon) -> int:
    """The comma at which ends what hangs on a source; 0 where nothing does."""
    comma = page.text.find(", ", after, min(high, after + LONGEST))
    comma = extent.closed(page, (after, high))[1] if comma < 0 and high - after < LONGEST else comma
    if comma < 0 or not HANGING.match(page.text, after) or page.quote_at(comma) is not None:
        return 0
    return comma if finite.verbless(page, (after, comma), lexicon) else 0


def _stands(page: Page, start: int, high: int, lexicon: Lexicon) -> bool:
    """Whether a clause with a subject and a verb of its own begins at `start`, no last part of a list."""
    if SUBJECT.match(page.text, start) is None:
        return False
    verb = next((at for at, _ in finite.verbs(page, (start, high), lexicon)), min(high, start + SHORT))
    return not any(mark in page.text[start:verb] for mark in (",", " et "))


def _not_its(page: Page, start: int, subject: int) -> bool:
    """Whether a participle cannot be of the subject behind it: "Selon le collectif, [créé en 2019], la route reste dangereuse"."""
    participle, head = PARTICIPLE.match(page.text, start), SUBJECT.match(page.text, subject)
    if participle is None or head is None:
        return False
    plural = participle["they"] or participle["shes"]
    if head["several"] or plural:
        return bool(head["several"]) is not bool(plural)
    return bool(head["she"]) is not bool(participle["she"])


def _is_body(page: Page, piece: Extent) -> bool:
    """Whether a part between commas says what the body before it is: "une ONG basée à Londres", "l'organisme chargé des crashs"."""
    return BODY.match(page.text, *piece) is not None
