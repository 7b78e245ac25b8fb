"""Lines in capitals: what their words look like where the rest of the text writes them small."""

from collections import Counter, defaultdict
from collections.abc import Sequence

import regex
import simplemma

from recoupe.text.folding import fold

LINE = regex.compile(r"(?m)^(?=[^\p{Ll}\r\n]*$)(?=(?:(?:\p{Lu}(?!\p{Lu})|[^\p{Lu}\r\n])*+\p{Lu}{2,}+){3})[^\r\n]++")
"""A line of at least three words, none of them with a small letter."""

DICTIONARIES = ("fr", "en")

PARTICIPLE = regex.compile(r"e(?=e?s?$)")  # "FRAPPEES": capitals are often without accent

WORD = regex.compile(r"\p{L}++")
OPENS = regex.compile(r"(?r)(?:^|[.!?…]\s|[«\"“]\s?)$")
"""What a sentence begins behind."""
LATER = regex.compile(r"(?<=\p{L}|[\p{L}\p{N}%,;)’'-]\s?)\p{L}++")
"""A word that opens no sentence: its capital is its own."""


def small(text: str) -> dict[int, str]:
    """For each letter of `text` that stands in a line of capitals, by its place, how the other lines write it there.

    A word that no other line has is small if a dictionary knows it.

    >>> text = "EMBRUN : DEUX PONTS COUPÉS\\n\\nSelon le SDIS, deux ponts sont à terre."
    >>> shown = small(text)
    >>> "".join(shown.get(i, c) for i, c in enumerate(text)).splitlines()[0]
    'Embrun : deux ponts coupés'
    """
    lines = [found.span() for found in LINE.finditer(text)] if any(map(str.isupper, text.splitlines())) else ()
    if not lines:
        return {}
    forms = _forms(text, lines)
    found: dict[int, str] = {}
    for start, end in lines:
        for word in WORD.finditer(text, start, end):
            form = forms.get(fold(word.group())) or _unseen(word.group())
            if OPENS.search(text, start, word.start()) is not None:
                form = form[:1].upper() + form[1:]
            if len(form) == len(word.group()):
                found.update(enumerate(form, word.start()))
    return found


def _unseen(word: str) -> str:
    """A word in capitals that no other line has: small where a dictionary knows it, else a name."""
    lower = word.lower()
    forms = (lower, PARTICIPLE.sub("é", lower, count=1))
    return next((form for form in forms if simplemma.is_known(form, lang=DICTIONARIES)), word.capitalize())


def _forms(text: str, lines: Sequence[tuple[int, int]]) -> dict[str, str]:
    """How each word is written outside `lines`: as most often, small where it is ever."""
    written: defaultdict[str, Counter[str]] = defaultdict(Counter)
    low = 0
    for start, end in (*lines, (len(text), len(text))):
        for word in LATER.finditer(text, low, start):
            written[fold(word.group())][word.group()] += 1
        low = end
    return {folded: max(forms, key=lambda form: (form.islower(), forms[form], form)) for folded, forms in written.items()}
