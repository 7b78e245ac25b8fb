"""The forms of an English verb, made from its base form and a list of those that are not regular."""

from collections.abc import Iterator, Mapping

import regex

from recoupe.claims.grammar.inflection import FormKind

DOUBLED = regex.compile(r"(?:^|[^aeiou])[aeiou][bdgklmnprt]$")
"""How a base form of one syllable ends that doubles its consonant: "stop"."""
VOWELS = "aeiou"
MONOSYLLABLE = regex.compile(r"[^aeiou]{0,4}+[aeiouy]{1,3}+[^aeiou]{0,5}+")
HISSING = ("s", "x", "z", "ch", "sh", "o")


def english_forms(base: str, irregular: Mapping[str, str]) -> Iterator[tuple[str, FormKind]]:
    """Each form of a verb with its kind. `irregular`: past and participle, and the gerund where the rule does not give it.

    >>> [form for form, _ in english_forms("stop", {})]
    ['stop', 'stops', 'stopped', 'stopping', 'stopped']
    >>> [form for form, _ in english_forms("deny", {})]
    ['deny', 'denies', 'denied', 'denying', 'denied']
    >>> [form for form, _ in english_forms("shoot", {"shoot": "shot shot"})]
    ['shoot', 'shoots', 'shot', 'shooting', 'shot']
    """
    past, participle, *gerund = irregular[base].split() if base in irregular else (_ended(base, "ed"),) * 2
    yield base, FormKind.FINITE
    yield third(base), FormKind.FINITE
    yield past, FormKind.FINITE
    yield (gerund[0] if gerund else _ended(base, "ing")), FormKind.INFINITIVE
    yield participle, FormKind.PARTICIPLE


def third(base: str) -> str:
    """The third person of the present, or the plural of a noun.

    >>> third("deny"), third("clash"), third("say"), third("bus")
    ('denies', 'clashes', 'says', 'buses')
    """
    if base.endswith("y") and base[-2:-1] not in VOWELS:
        return f"{base[:-1]}ies"
    return f"{base}es" if base.endswith(HISSING) else f"{base}s"


def plurals(noun: str) -> tuple[str, str]:
    """A noun in the singular and in the plural; of a phrase its head is: "prisoner of war", "hunger strike".

    >>> plurals("act of terror"), plurals("hunger strike")
    (('act of terror', 'acts of terror'), ('hunger strike', 'hunger strikes'))
    """
    head, of, rest = noun.partition(" of ")
    return noun, third(head) + of + rest


def _ended(base: str, ending: str) -> str:
    if base.endswith("y") and ending == "ed" and base[-2:-1] not in VOWELS:
        return f"{base[:-1]}ied"
    if base.endswith("ie") and ending == "ing":
        return f"{base[:-2]}ying"
    if base.endswith("e") and not base.endswith("ee"):
        return base[:-1] + ending
    doubled = MONOSYLLABLE.fullmatch(base) is not None and DOUBLED.search(base) is not None
    return base + (base[-1] if doubled else "") + ending
