"""Sentence boundaries by a rule: a closing mark, white space, then what can begin a sentence. A line break always ends one.

No boundary stands after an abbreviation that is followed by a name or a number ("M.", "art.") or after initials ("J.-P.").
"""

from functools import lru_cache

import regex

BOUNDARY = regex.compile(
    r"""(?<![.!?…])[.!?…]++(?:[ \u00a0\u202f]?+»|["”’')\]])*+\s++(?=["«“‘(\[–—-]?+\s?+(?:[\p{Lu}\p{N}]|[ld]['’]\p{Lu}{2}))"""
    r"|(?<=\p{Ll}{4})[.!?…](?!(?:Com|Fr|Org|Net|Info|Be|Ch|Ca|Eu|Tv|Js) )(?=\p{Lu}(?:['’]\p{L})?\p{Ll}*+[ ,])"  # "... du pays.Les secours"
    r"|[\n\r\u2028\u2029\u0085]\s*+"
)
ABBREVIATION = regex.compile(
    r"(?:^|[('’«])(?:MM?|Mmes?|Mlles?|Mrs?|Drs?|Prs?|Me|Mgr|Ste?|cf|art|al|pp?|vol|n°|no|av|env|éd|dir|coll|tél|J\.-C|Gal|Gén|Col|Cdt|Lt|Cap|Cne|Sgt|Adj|Maj|Gen|Gov|Sen|Rep|Rev|Capt"
    r"|janv|févr|avr|juil|sept|oct|nov|déc|\p{Lu}(?:\.-?\p{Lu}){0,4})\.$"
)

BREAK = regex.compile(r"[\n\r\u2028\u2029\u0085]")
WORD = regex.compile(r"(?<![\p{L}\p{N}-])(?<!\p{N}(?:er)? )(?:sept|vol|art)\.|(?<= sur )X\.")
LETTER = regex.compile(
    r"(?<=[\p{L}\p{N}] )(?!M)\p{Lu}\.\s{1,8}+(?:(?:L[ae]s?|Une?|Des|Cet?|Cette|Ces|Ils?|Elles?|On|Selon|Mais) |[LD]['’])(?=\p{Ll})"
)
"""A letter that ends a sentence, a determiner or a pronoun behind it: "la série D. Le jury ...", "Karim B. Il ..."; not "J. Le Goff"."""
"""Abbreviations that are words, too: not behind a number ("le 12 sept."); and the name of a network ("posté sur X.")."""
REFERENCE = regex.compile(r"\s{1,8}+(?:\p{N}|[LRDA]\.)")
"""What an abbreviation of these stands before: "vol. 3", "art. L. 12", "sept. 2024"."""


@lru_cache(maxsize=4)
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of each sentence, white space around it left out.

    >>> text = "M. Dupont est là. Il parle.\\nTitre"
    >>> [text[a:b] for a, b in sentences(text)]
    ['M. Dupont est là.', 'Il parle.', 'Titre']
    >>> text = "Ils étaient sept. Le 3 sept. Anne part. Voir vol. 2."
    >>> [text[a:b] for a, b in sentences(text)]
    ['Ils étaient sept.', 'Le 3 sept. Anne part.', 'Voir vol. 2.']
    >>> text = "« Partez ! » Il a payé 12.000 euros... Enfin, dit-on."
    >>> [text[a:b] for a, b in sentences(text)]
    ['« Partez ! »', 'Il a payé 12.000 euros...', 'Enfin, dit-on.']
    >>> text = "Il l'a écrit sur X. Elle dément. Vu par J.\\nElle part."
    >>> [text[a:b] for a, b in sentences(text)]
    ["Il l'a écrit sur X.", 'Elle dément.', 'Vu par J.', 'Elle part.']
    >>> text = "Le vaccin B. Le fleuve monte. Karim B. a fui avec J. Le Goff."
    >>> [text[a:b] for a, b in sentences(text)]
    ['Le vaccin B.', 'Le fleuve monte.', 'Karim B. a fui avec J. Le Goff.']
    >>> text = "La digue tient au nord.Les secours restent, a écrit Kivunet.Com hier."
    >>> [text[a:b] for a, b in sentences(text)]
    ['La digue tient au nord.', 'Les secours restent, a écrit Kivunet.Com hier.']
    """
    found, start = [], 0
    for mark in BOUNDARY.finditer(text):
        at = mark.start()
        if _abbreviates(text, start, at) and BREAK.search(mark.group()) is None:
            continue
        found.append((start, mark.end()))
        start = mark.end()
    found.append((start, len(text)))
    return tuple(trimmed for a, b in found if (trimmed := trim(text, a, b))[0] < trimmed[1])


def _abbreviates(text: str, start: int, at: int) -> bool:
    """Whether the mark `at` belongs to an abbreviation of the sentence that begins at `start`."""
    return text[at] == "." and _is_abbreviation(text[max(start, at - 12) : at + 1].rsplit(maxsplit=1)[-1]) and not _is_word(text, at)


def _is_word(text: str, stop: int) -> bool:
    """Whether what ends at the full stop `stop` is a word here and no abbreviation: "ils étaient sept. Le ...", not "12 sept. 2024"."""
    word = WORD.search(text, max(0, stop - 6), stop + 1) is not None and REFERENCE.match(text, stop + 1) is None
    return word or LETTER.match(text, stop - 1) is not None


@lru_cache(maxsize=20_000)
def _is_abbreviation(word: str) -> bool:
    return ABBREVIATION.search(word) is not None


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """`start` and `end` moved inwards over white space.

    >>> trim("Fin.  La digue tient. ", 4, 22)
    (6, 21)
    """
    if start < end and not text[start].isspace() and not text[end - 1].isspace():  # as most
        return start, end
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip()) if part.strip() else start
