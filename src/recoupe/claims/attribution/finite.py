"""Finite verbs in running text, as far as the frames need them: whether a clause has its verb, where the main verb follows."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

import regex
import simplemma

from recoupe.claims.attribution.closed import BE, DETERMINERS, HAVE
from recoupe.claims.attribution.infinitives import is_infinitive
from recoupe.claims.attribution.lexicon import Lexicon
from recoupe.claims.attribution.page import Extent, Page
from recoupe.lang import has

PARTICIPLE = ("é", "és", "ée", "ées", "i", "is", "ie", "ies", "u", "us", "ue", "ues", "ts", "tes", "ant", "ante", "ants", "antes")
PRESENT = ("ie", "ue")
"""Endings of participles that verbs in -ier, -uer and -yer have in the present: "oublie", "secoue", "emploie"."""
WORD = regex.compile(r"\p{L}[\p{L}\p{M}-]*+'?+")
NEXT = regex.compile(r", (?:(?:ne |n'|se |s'|y |en |lui )|\p{L}{3,16}ment )*+(?P<verb>\p{Ll}[\p{L}-]*+)(?!')")
"""The word behind a comma that may be a verb, pronouns before it left out."""
JOINING = frozenset(
    ("et", "ou", "mais", "qui", "que", "qu'", "où", "dont", "ne", "n'", "se", "s'", "il", "elle", "on", "ils", "elles", "y")
)
"""Behind these a verb goes on with the clause, or is of another one."""
AUXILIARIES = HAVE | BE
NOT_FINITE = frozenset(("été", "être", "ayant"))
"""Forms of auxiliaries that head no clause."""
LONGEST = 40
"""Words of the longest part of a clause that is searched for its verb."""


@lru_cache(maxsize=50_000)
def is_finite(word: str, language: str) -> bool:
    """Whether a word of small letters is a verb of the sentence and no participle; of a language without a pack none is known.

    >>> [w for w in ("tardent", "restent", "maison", "fermée") if is_finite(w, "fr")]
    ['tardent', 'restent']
    >>> is_finite("tardent", "xx")
    False
    """
    if not has(language, "clauses") or not word.islower() or (word.endswith(PARTICIPLE) and not word.endswith(PRESENT)):
        return False
    lemma = simplemma.lemmatize(word, lang=language)
    if lemma == word or not is_infinitive(lemma, language):
        return False
    return not word.endswith(PARTICIPLE) or lemma == f"{word}r" or lemma.endswith("yer")


def _verb(word: str, language: str, lexicon: Lexicon) -> bool:
    return (word in AUXILIARIES and word not in NOT_FINITE) or word in lexicon.finite or is_finite(word, language)


def _plain(page: Page, at: int) -> bool:
    """Whether a word stands outside quotations and is no name: not "Marie Roy"."""
    return page.text[at].islower() and page.quote_at(at) is None


def verbless(page: Page, extent: Extent, lexicon: Lexicon) -> bool:
    """Whether no word of a part of the page outside quotations is a finite verb: "Le syndicat des marins", not "Le syndicat proteste"."""
    before = ""
    for count, hit in enumerate(WORD.finditer(page.lower, *extent)):
        word = hit.group()
        if count > LONGEST:
            return False
        if before not in DETERMINERS and _verb(word, page.language, lexicon) and _plain(page, hit.start()):
            return False
        before = word
    return True


def verbal(page: Page, extent: Extent, lexicon: Lexicon) -> bool:
    """Whether a word of what somebody is quoted to say is a finite verb: "Nous ne paierons pas", not "Le chaos total"."""
    words = [hit.group() for hit in WORD.finditer(page.lower, *extent)][:LONGEST]
    return any(before not in DETERMINERS and _verb(word, page.language, lexicon) for before, word in pairwise(["", *words]))


def verbs(page: Page, extent: Extent, lexicon: Lexicon) -> Iterator[tuple[int, bool]]:
    """Where the finite verbs outside quotations begin, and whether no word right before joins them to another one."""
    before = ""
    for hit in WORD.finditer(page.lower, *extent):
        word = hit.group()
        if before not in DETERMINERS and _verb(word, page.language, lexicon) and _plain(page, hit.start()):
            yield hit.start(), before not in JOINING
        before = word


def resumed(page: Page, start: int, high: int, lexicon: Lexicon) -> Iterator[int]:
    """The commas outside quotations behind which a finite verb stands."""
    for hit in NEXT.finditer(page.text, start, high):
        if page.quote_at(hit.start()) is None and _verb(hit["verb"], page.language, lexicon):
            yield hit.start()
