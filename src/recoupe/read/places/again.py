"""Names that stand again: those that no gazetteer knows, where only a place stood before, and the short names of towns."""

from collections.abc import Iterable

import regex

from recoupe.model import Place, PlacePrecision
from recoupe.read.places.context import Grammar, written_before
from recoupe.text import plain

SHORT = regex.compile(r"(\p{Lu}\p{Ll}{3,})-(?:sur|sous|en|lès|lez|les|le|la|de|du|des|aux)-\p{Lu}[\p{L}-]++")
"""A town with the word by which it is called for short."""


TWICE = 2
"""A name that stands but once in a text is not there again."""


def short(found: Iterable[Place]) -> dict[str, Place]:
    """The towns of `found` that may be called by the first word of their name ("Sablé" of "Sablé-sur-Sarthe"), unless two would be."""
    towns = {place.name: place for place in found if place.precision in {PlacePrecision.TOWN, PlacePrecision.NEAR, PlacePrecision.NAMED}}
    named: dict[str, list[Place]] = {}
    for name, place in towns.items():
        if shape := SHORT.fullmatch(name):
            named.setdefault(shape[1], []).append(place)
    return {name: places[0] for name, places in named.items() if len(places) == 1}


def again(text: str, names: frozenset[str], found: list[tuple[int, int]], rules: Grammar) -> list[tuple[int, int]]:
    """Where names that no gazetteer knows, but that stood where only a place can, stand again; `found` are the places found so far."""
    flat, done = plain(text).replace("\n", " "), list[tuple[int, int]]()
    before = {*rules.last, *rules.words.listing}
    taken = {at for start, end in found for at in range(start, end)}
    for name in sorted(names, key=lambda name: (-len(name), name)):
        if flat.count(name) < TWICE and name.upper() not in flat:
            continue
        written = f"(?:{regex.escape(name)}|{regex.escape(name.upper())})"  # "ZORBEC (Marne). Une grange ..."
        pattern = regex.compile(rf"(?<![\p{{L}}\p{{N}}-]){written}(?![\p{{L}}\p{{N}}-]| \p{{Lu}})")
        free = (m for m in pattern.finditer(flat) if taken.isdisjoint(range(*m.span())))
        done += (spans := [m.span() for m in free if _led(flat, text, m.start(), before)])
        taken.update(at for start, end in spans for at in range(start, end))
    return done


def acts(flat: str, name: str) -> bool:
    """Whether a name that no gazetteer knows does something somewhere, as people do: "Orsac a dit", not "Orsac a été détruite", nor
    "l'éruption de l'Orsac a fait": people have no article.

    >>> acts("À Orsac, il a promis. Orsac a dit non.", "Orsac"), acts("Un raid à Orsac a fait un mort. Orsac a été détruite.", "Orsac")
    (True, False)
    """
    elsewhere = r"(?<!\p{L})(?<!\b(?:[àÀ]|de|en|du|la|le|les|des|aux?) )(?<!\b[dl]')"
    return regex.compile(rf"{elsewhere}{regex.escape(name)} (?:avait|aurait|a) (?!été )").search(flat) is not None


def _led(flat: str, text: str, start: int, before: set[str]) -> bool:
    """Whether a preposition, a comma or another name's link stands before `start`, or nothing in its line."""
    if text[start - 1 : start] == "\n":
        return True
    word = written_before(flat, start).lower()
    return word in before or word.rpartition("'")[2] == "" or word[-1:] in {",", "("}
