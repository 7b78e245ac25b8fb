"""How the parts of a whole are named: by where they are, what they are of, or what is told of them."""

from collections.abc import Iterable

import msgspec

from recoupe.briefing.desk import Desk
from recoupe.briefing.quoting import STOPS, cut
from recoupe.model import Claim, Place, PlacePrecision, Span
from recoupe.phrases import LANGUAGES, say
from recoupe.text import fold, plain, stopwords

PART = 60
"""Characters of the words that say what a part is."""


def part_labels(desk: Desk, parts: Iterable[Claim]) -> list[str]:
    """What the parts of a whole are; those that one name would not tell apart by the words behind their numbers."""
    given = list(parts)
    labels = [part_label(desk, claim) for claim in given]
    return [_told(desk, claim) if labels.count(label) > 1 else label for claim, label in zip(given, labels, strict=True)]


def part_label(desk: Desk, claim: Claim) -> str:
    """What a part of a whole is: where, else what of, else what is told of it behind its number, else the words that count it."""
    quantity = next(iter(claim.quantities), None)
    whole = desk.claims.get(claim.part_of or "")
    alike = quantity is not None and whole is not None and any(q.unit == quantity.unit for q in whole.quantities)
    named = "" if quantity is None or quantity.counted is None or alike else desk.words(quantity.counted)
    return part_place(desk, claim) or named or _told(desk, claim)


def part_place(desk: Desk, claim: Claim) -> str | None:
    """The place of a part, unless the whole is of that place too, or a comma sets it apart from what else is told of the part."""
    whole = desk.claims.get(claim.part_of or "")
    number = claim.quantities[0].span.end if claim.quantities else claim.span.start
    beside = [p for p in claim.places if p.span.start < number or "," not in desk.raw(_between(claim.span, number, p.span.start))]
    place = place_label(tuple(beside))
    return place if whole is None or place != place_label(whole.places) else None


def _between(span: Span, start: int, end: int) -> Span:
    return msgspec.structs.replace(span, start=start, end=end)


def _told(desk: Desk, claim: Claim) -> str:
    """The words of a clause behind its number, up to the next one, where they tell something; else all of it."""
    words = ""
    if len(claim.quantities) == 1 and claim.quantities[0].span.end <= claim.span.end:
        start = claim.quantities[0].span.end
        end = min((at for at in desk.counted_at.get(claim.report, ()) if start < at < claim.span.end), default=claim.span.end)
        words = desk.words(_between(claim.span, start, end)).strip()
        last = words.rpartition(" ")[2]
        language = desk.reports[claim.report].language
        words = words.removesuffix(last).rstrip(STOPS) if end < claim.span.end and fold(last) in stopwords(language) else words
        words = _apart(words, language)
    return desk.say("quote.direct", words=cut(words if sum(map(str.isalpha, words)) > 1 else desk.words(claim.span), PART))


def _apart(words: str, language: str) -> str:
    """What is told of a part, without the words that only take it from its whole.

    >>> _apart("of them in critical condition", "en"), _apart("d'entre eux grièvement", "fr"), _apart("grièvement", "fr")
    ('in critical condition', 'grièvement', 'grièvement')
    """
    for known in (known for known in LANGUAGES if known == language):
        for taken in say(known, "point.partitive").split("|"):
            if fold(plain(words)).startswith(f"{fold(plain(taken))} "):
                return words[len(taken) :].strip()
    return words


def place_label(places: tuple[Place, ...]) -> str | None:
    """The place of a part: the narrowest that the clause itself names.

    >>> around = Place(span=None, name="Orsac", precision=PlacePrecision.TOWN, inherited=True)
    >>> own = Place(span=None, name="Valbrune", precision=PlacePrecision.TOWN)
    >>> place_label((around, own)), place_label((around,))
    ('Valbrune', None)
    """
    own = sorted((p for p in places if not p.inherited), key=lambda p: (p.precision is PlacePrecision.COUNTRY, p.span))
    return own[0].name if own else None
