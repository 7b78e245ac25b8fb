"""Number and gender: which speakers a pronoun can stand for, as far as their words show it."""

from collections.abc import Sequence
from enum import StrEnum
from functools import cache

import regex

from recoupe.claims.attribution.lexicon import Names, forename, lexicon
from recoupe.claims.attribution.numerals import NUMERAL
from recoupe.claims.attribution.page import Page
from recoupe.model import Actor, ActorKind, Mention


class Gender(StrEnum):
    """Of a noun phrase."""

    FEMININE = "feminine"
    MASCULINE = "masculine"


FEMININE = regex.compile(r"(?:elles?|laquelle|lesquelles|celles?-ci|celles?-là|cette dernière|ces dernières)(?!\p{L})", regex.IGNORECASE)
SEVERAL = regex.compile(r"(?:ils|elles|lesquels|lesquelles|eux|ceux|celles|ces)(?!\p{L})", regex.IGNORECASE)
HERS, HIS = r"(?:la|une|cette|sa|mme|mlle|madame|première) ", r"(?:le|un|ce|cet|m\.|mm\.|monsieur) "
DETERMINED = tuple(
    (regex.compile(words, regex.IGNORECASE), regex.compile(rf"(?<!\p{{L}}){words}$", regex.IGNORECASE), gender)
    for words, gender in ((HERS, Gender.FEMININE), (HIS, Gender.MASCULINE))
)
"""What shows a gender at the head of a mention, and before it."""
OF_SEVERAL, OF_HERS = frozenset(("les", "des", "ces", "ses")), frozenset(("la", "une", "cette", "sa"))
"""Articles of several, and of a feminine noun."""
ELIDED = regex.compile(r"l'(?P<noun>\p{L}++)", regex.IGNORECASE)
HEAD = regex.compile(r",? (?:(?:la|une|l'|le|un) ?)?(?P<noun>\p{Ll}[\p{L}-]++)")
"""What stands behind a name and says who it is: "Anne Morel, présidente"."""


def gender(page: Page, mention: Mention) -> Gender | None:
    """That of an article, a title, a noun or a first name; None where no word shows it."""
    span = mention.span
    words = page.text[span.start : span.end]
    before = page.text[max(0, span.start - 8) : span.start]
    for inside, outside, found in DETERMINED:
        if inside.match(words) or outside.search(before):
            return found
    names = lexicon(page.language).names
    if elided := ELIDED.match(words) or ELIDED.match(page.text, max(0, span.start - 2), span.end):
        return _of_noun(elided["noun"].lower(), names)
    if mention.actor.kind is not ActorKind.PERSON and words[:1].islower():
        return _of_noun(words.split(" ")[0], names)
    if mention.actor.kind is ActorKind.STATE_ORGAN and mention.actor.side is not None and words[:1].isupper():
        return _of_land(mention.actor.name.lower(), names)
    noun = words.split(" ")[0].lower()
    if mention.actor.kind is not ActorKind.PERSON and (noun in names.masculine_nouns or noun in names.feminine_nouns):
        return _of_noun(noun, names)  # "Conseil extraordinaire, jeudi" at the head of a sentence
    return _of_name(forename(mention.actor.name), names) or _described(page.text, span.end, names)


def _of_land(name: str, names: Names) -> Gender | None:
    """That of a country by its ending: "elle" stands for no "Mali", "il" for no "Norvège"."""
    if name in names.masculine_nouns or not name.endswith("e"):
        return Gender.MASCULINE
    return Gender.FEMININE


def _of_name(first: str, names: Names) -> Gender | None:
    if first in names.feminine:
        return Gender.FEMININE
    return Gender.MASCULINE if first in names.masculine else None


def _described(text: str, end: int, names: Names) -> Gender | None:
    noun = HEAD.match(text, end) if text[end : end + 1] == "," else None
    return _of_noun(noun["noun"], names) if noun and noun["noun"].endswith(names.feminine_roles) else None


@cache
def _of_noun(noun: str, names: Names) -> Gender | None:
    if noun.endswith(names.feminine_endings) or noun in names.feminine_nouns:
        return Gender.FEMININE
    return Gender.MASCULINE if noun in names.masculine_nouns else None


TWO = regex.compile(rf" (?:et|ainsi que) (?:l'|l[ea]s? |une? |plusieurs |\p{{Lu}}|\p{{N}}|{NUMERAL})")
"""Between two who say one thing together."""

MANY = regex.compile(rf"{NUMERAL}|les|des|ces|plusieurs|[2-9]|[1-9]\p{{N}}++", regex.IGNORECASE)
"""The first word of those who are counted."""


class Agreement:
    """The genders of the actors of a page, looked up when a pronoun asks for them."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._genders: dict[str, Gender | None] = {}
        self._mentions: dict[str, list[Mention]] = {}
        for mention in page.mentions:
            self._mentions.setdefault(mention.actor.id, []).append(mention)

    def fits(self, pronoun: str, actor: Actor) -> bool:
        """Whether `pronoun` can stand for `actor`: equal number, and no gender that the words show to be another."""
        if (SEVERAL.match(pronoun) is not None) is not plural(actor):
            return False
        shown = self._gender(actor)
        feminine = FEMININE.match(pronoun) is not None
        return shown is None or (shown is Gender.FEMININE) is feminine

    @staticmethod
    def alike(pronoun: str, other: str) -> bool:
        """Whether two pronouns are of one number and gender.

        >>> Agreement.alike("Celle-ci", "elle"), Agreement.alike("Ce dernier", "elle")
        (True, False)
        """
        return all((sort.match(pronoun) is None) is (sort.match(other) is None) for sort in (SEVERAL, FEMININE))

    @staticmethod
    def agrees(pronoun: str, article: str) -> bool:
        """Whether `pronoun` can stand for what begins with `article`.

        >>> [Agreement.agrees("elle", article) for article in ("La ", "le ", "l'", "les ")]
        [True, False, True, False]
        """
        shown = article.strip().lower()
        if (SEVERAL.match(pronoun) is not None) is not (shown in OF_SEVERAL):
            return False
        return shown in OF_SEVERAL or shown == "l'" or (shown in OF_HERS) is (FEMININE.match(pronoun) is not None)

    def _gender(self, actor: Actor) -> Gender | None:
        if actor.id not in self._genders:
            own = _of_name(forename(actor.name), lexicon(self._page.language).names) if " " in actor.name else None
            shown = [own, *(gender(self._page, m) for m in self._mentions.get(actor.id, ()))]
            self._genders[actor.id] = _agreed([g for g in shown if g])
        return self._genders[actor.id]


def _agreed(shown: Sequence[Gender]) -> Gender | None:
    """The one gender that all words show: of "le maire, Anne Roy" none."""
    return shown[0] if len(set(shown)) == 1 else None


def plural(actor: Actor) -> bool:
    """Whether the first word of a name is a plural, or it names two; a person is one, unless no name of one.

    >>> names = "Oslo et Berne", "ministère de la Santé et du Travail", "Nations unies", "Louis Roux", "Jean-Jacques Roy"
    >>> [plural(Actor(id="a", name=name, kind=ActorKind.STATE_ORGAN)) for name in names]
    [True, False, True, False, False]
    >>> [plural(Actor(id="a", name=name, kind=ActorKind.PERSON)) for name in ("Deux marins", "Sept élus", "Louis Roux")]
    [True, True, False]
    """
    if actor.kind is not ActorKind.COMPANY and TWO.search(actor.name):
        return True
    first = actor.name.partition(" ")[0]
    if MANY.fullmatch(first):
        return True
    names = lexicon("fr").names
    named = first[:1].isupper() and (actor.kind is ActorKind.PERSON or any(map(names.is_first, (first, forename(actor.name)))))
    return first.endswith(("s", "x")) and not named
