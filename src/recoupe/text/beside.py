"""What stands beside a name in the words that tell of its bearer."""

import regex

from recoupe.text.folding import fold
from recoupe.text.words import stopwords

WORD = regex.compile(r"[\p{L}\d]++")


def beside(words: str, name: str, language: str) -> str:
    """What stands beside a name, without its article.

    >>> beside("le ministre de la Santé, Ali Saleh", "Ali Saleh", "fr"), beside("Ana Lima, l'adjointe", "Ana Lima", "fr")
    ('ministre de la Santé', 'adjointe')
    """
    left = words.replace(name, "").strip(" ,()") if name in words else ""
    first = WORD.match(left)
    return left[first.end() :].lstrip(" '") if first is not None and fold(first[0]) in stopwords(language) else left
