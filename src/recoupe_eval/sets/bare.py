"""Expressions of time as TimeML marks them: without the preposition before, a day and its hour apart, the two ends of an interval apart."""

from collections.abc import Iterator

import regex

BEFORE = regex.compile(
    r"(?:(?:à partir|au cours|au bout|lors|à compter|autour|aux environs|aux alentours|peu avant|peu après|tard dans|tôt dans|d'ici"
    r"|jusqu['’]|il y a|depuis|pendant|durant|entre|vers|dès|avant|après|dans|en|sur|par|[àa]|au|aux|de|du|des|d['’]|et|ou|le|la|les|l['’])"
    r"(?:\s+|(?<=['’])|$))*+",
    flags=regex.IGNORECASE,
)
"""Prepositions and articles that may stand first. TimeML leaves them out; annotators of French keep or drop the article as they like."""
APART = regex.compile(r",?\s+(?:(?:jusqu['’])?(?:à|au|aux)|et|vers|entre|dans|dès)\s+", flags=regex.IGNORECASE)
"""What joins a day to its hour, or one end of an interval to the other."""


def bare(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of `text[start:end]` that TimeML would mark, as `[start, end)`.

    >>> text = "du mercredi 3 au samedi 6 avril, à 18 h"
    >>> [text[a:b] for a, b in bare(text, 0, len(text))]
    ['mercredi 3', 'samedi 6 avril', '18 h']
    """
    at = start
    for joint in (*APART.finditer(text, start, end), None):
        last = end if joint is None else joint.start()
        found = BEFORE.match(text, at, last)
        at = at if found is None else found.end()
        if at < last:
            yield at, last
        at = last if joint is None else joint.end()
