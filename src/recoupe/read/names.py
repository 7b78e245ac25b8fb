"""Capitalised names in a text: runs of capitalised words with the small words between them, where they stand."""

from functools import lru_cache
from typing import NamedTuple

import regex

WORD = r"\p{Lu}[\p{L}\p{M}]*+(?:['-][\p{L}\p{M}\p{N}]++)*+"
CAPITALISED = regex.compile(rf"(?=\p{{Lu}})(?<![\p{{L}}\p{{M}}\p{{N}}])(?<![\p{{L}}\p{{N}}]-){WORD}(?!\p{{N}})")
ARTICLED = regex.compile(rf"(?<![\p{{L}}\p{{M}}\p{{N}}-])[ae]l-{WORD}(?!\p{{N}})")
"""A name with the article of Arabic in lower case: "al-Hasakah", "el-Arich"."""
ELIDED = regex.compile(r"(?:[LD]|Qu|Jusqu|Lorsqu|Puisqu)'(?=\p{L})|[CSNJMT]'(?=\p{Ll})")

OWN_ARTICLE = regex.compile(r"(?<=(?<!\p{L})\p{Ll}{1,12} )L'\p{Lu}\p{Ll}")
"""The article with a capital in the middle of a sentence."""


OPENING = regex.compile(r"(?r)(?:[.!?…:\n•*–—][\"'»”’) \n]{0,8}|^)[-«\"“( \u00a0\u202f]{0,8}+")


LONGEST = 12
"""So many words at most make one run: a page of capitals is many runs."""
APART = 9
"""Characters between two words that are too many for one run."""


class Word(NamedTuple):
    """A capitalised word: where it stands; `gap` is what lies between it and the capitalised word before ("" for the first of a run)."""

    start: int
    end: int
    gap: str


def runs(flat: str, gap: "regex.Pattern[str]") -> list[list[Word]]:
    """The runs of capitalised words of `flat` whose gaps match `gap` in full.

    >>> found = runs("Selon Oslo, le Timor du Sud ...", regex.compile(" (?:du )?"))
    >>> [["Selon Oslo, le Timor du Sud ..."[w.start:w.end] for w in run] for run in found]
    [['Selon', 'Oslo'], ['Timor', 'Sud']]
    """
    found: list[list[Word]] = []
    run, last = list[Word](), 0
    for start, end in _capitalised(flat.replace("\n", " ")):  # places and actors ask for the same
        between = flat[last:start] if run and start - last < APART and len(run) < LONGEST else ""
        if between and gap.fullmatch(between):
            run.append(Word(start, end, between))
        else:
            run = [Word(start, end, "")]
            found.append(run)
        last = end
    return found


@lru_cache(maxsize=4)
def _capitalised(flat: str) -> tuple[tuple[int, int], ...]:
    """Start and end of each capitalised word, with the article before it that French writes in lower case."""
    found = (_unelided(flat, *m.span()) if "'" in m[0] else m.span() for m in CAPITALISED.finditer(flat))
    spans = [span for span in found if span[0] < span[1]]
    if "al-" in flat or "el-" in flat:
        spans = sorted({*spans, *(m.span() for m in ARTICLED.finditer(flat))})
    return tuple(spans)


def _unelided(flat: str, start: int, end: int) -> tuple[int, int]:
    """Without the article of "L'Ukraine"; nothing is left of "L'armée". Of "à L'Isle" it is part of the name."""
    elided = ELIDED.match(flat, start, end)
    if elided is None or OWN_ARTICLE.match(flat, start, end):
        return start, end
    return (elided.end(), end) if flat[elided.end()].isupper() else (start, start)


def opens(text: str, start: int) -> bool:
    """Whether a sentence begins at `start`, where any word has a capital.

    >>> opens("Fini. Paris dort", 6), opens("Paris\\nSelon elle", 6), opens("Le maire de Paris", 12)
    (True, True, False)
    """
    return OPENING.match(text, 0, start) is not None
