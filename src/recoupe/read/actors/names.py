"""Names of people and of bodies: capitalised runs beside a role or a title, names that the language pack lists, and letters (CGT)."""

from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import dropwhile, groupby
from typing import NamedTuple

import regex

from recoupe.model import ActorKind
from recoupe.read.actors.phrases import Text
from recoupe.read.actors.words import Lexicon, adjective
from recoupe.read.names import Word, opens, runs
from recoupe.text.acronyms import BACK, SHORT, acronyms

ARTICLE = regex.compile(r"(?ri)(?<!\p{L})(?:l[ea]s? |l'|du |des |aux? |d'|en |un |une |ce |cette |dans |sur )")
LETTERS = regex.compile(r"(?<=(?<!\p{L})(?:[Ll]a |[Ll]e |[Ll]'|[Dd]u |[Aa]u |[Ll]es ))\p{Lu}{3,8}+(?![\p{L}\p{N}'-])")


BRANCH = regex.compile(r" \p{Lu}\p{Ll}[\p{L}-]{2,}+(?! \p{Lu}| a | ont )")
"""The trade of a union, which belongs to its name: "CGT Santé"; two capitals are a person, "CGT Anne Roy"."""


FURTHER = regex.compile(
    r" (?:et )?+(?:(?:de |d'|du |des |aux? |à |pour |contre |sur )(?:l[ae]s? |l')?+\p{L}[\p{L}\p{M}-]++"
    r"|(?P<adjective>\p{Ll}[\p{L}\p{M}-]++))"
)
"""What goes on about a body, word by word: "[agence] turque", "de gestion", "et des urgences"."""


class Name(NamedTuple):
    """A proper name where it stands; `start` is that of its title ("M."), `own` that of the name. `words`: how many it has."""

    start: int
    end: int
    own: int
    words: int
    title: bool = False


class Body(NamedTuple):
    """A body with a name of its own."""

    start: int
    end: int
    name: str
    kind: ActorKind
    side: str | None = None


def bodies(flat: str, heads: Mapping[int, tuple[int, str]], places: Container[int], words: Lexicon) -> Iterator[Body]:
    """Bodies that the pack lists, those that the text itself names with their letters, and those that are known by letters with an
    article, in the order of the text; `places` are where places begin, which have letters too."""
    listed = []
    for number, start, end in words.find_names.find_matches_as_indexes(flat):
        if not (flat[start - 1 : start].isalnum() or flat[end : end + 1].isalnum() or flat[end : end + 1] == "-"):
            kind, side = words.names[words.name_list[number]]
            branch = BRANCH.match(flat, end) if kind is ActorKind.ORGANISER else None
            name = words.name_list[number] + (branch[0] if branch else "")
            listed.append(Body(start, branch.end() if branch else end, name, kind, side))
    named = _explained(flat, heads, places, words)
    taken = {body.start for body in (*listed, *named)}
    letters = (Body(*m.span(), m[0], ActorKind.OTHER) for m in LETTERS.finditer(flat) if m.start() not in taken)
    own = (body for body in named if body.start not in {known.start for known in listed})
    yield from sorted((*listed, *own, *letters))


def _explained(flat: str, heads: Mapping[int, tuple[int, str]], places: Container[int], words: Lexicon) -> list[Body]:
    """Wherever a body stands that the text once names in full with its letters, in full or by these: "Forces de paix (FP)"; by these it is
    known where they stand for words of another language: "l'agence turque des catastrophes (AFAD)"."""
    found = dict[int, Body]()
    initials = list(acronyms(flat))
    listed = {*words.names, *(short for short, _ in initials)}
    glossed = _glossed(flat, heads, (m for m in SHORT.finditer(flat) if m[1] not in listed and m.start(1) not in places), words)
    for short, (start, end), name in (*((*one, flat[slice(*one[1])]) for one in initials), *((*one, one[0]) for one in glossed)):
        first = flat[start:end].split(" ", 1)[0].lower()
        kind, side = words.names.get(short, (words.heads.get(first, ActorKind.OTHER), None))
        known = short if short in words.names else name  # the pack knows it by its letters: "les Forces armées ... du Congo (FARDC)"
        for written in (flat[start:end], short):
            for at in _places(flat, written):
                found.setdefault(at, Body(at, at + len(written), known, kind, side))
    return list(found.values())


def _glossed(
    flat: str, heads: Mapping[int, tuple[int, str]], brackets: Iterable["regex.Match[str]"], words: Lexicon
) -> Iterator[tuple[str, tuple[int, int]]]:
    """Letters in brackets behind a body whose initials they are not, and where that stands; a word with one capital only where it comes
    again."""
    starts = sorted(heads)
    for letters in brackets:
        if not letters[1].isupper() and len(list(_places(flat, letters[1]))) == 1:
            continue
        first, last = (bisect_left(starts, at) for at in (letters.start() - BACK, letters.start()))
        for start in starts[first:last]:
            end, head = heads[start]
            if head not in words.persons and head not in words.authored and _runs_to(flat, end, letters.start() - 1, words):
                yield letters[1], (start, letters.start() - 1)
                break


def _runs_to(flat: str, start: int, end: int, words: Lexicon) -> bool:
    """Whether nothing stands between but what goes on about a body."""
    while start < end and (found := FURTHER.match(flat, start, end)) is not None:
        if found["adjective"] and not adjective(found["adjective"], words):
            return False
        start = found.end()
    return start == end


def _places(flat: str, name: str) -> Iterator[int]:
    """Where a name stands as whole words."""
    at = flat.find(name)
    while at >= 0:
        if not (flat[at - 1 : at].isalnum() or flat[at + len(name) : at + len(name) + 1].isalnum()):
            yield at
        at = flat.find(name, at + 1)


def people(text: Text, taken: Iterable[tuple[int, int]], words: Lexicon) -> list[Name]:
    """Runs of capitalised words that may be names of people: not those that overlap `taken` or follow an article without a role."""
    covered = {n for start, end in taken for n in range(start, end)}
    found = []
    for run in (part for whole in runs(text.flat, words.gap) for part in _uncovered(whole, covered)):
        own = _of_somebody(text, list(dropwhile(lambda word: _no_name(text, word, words), run)), words)
        if not own:
            continue
        start, end = own[0].start, _initialled(text.flat, own[-1])
        title = words.title.match(text.flat, 0, start)
        if _shouted(text.flat[start:end]) and title is None:
            continue
        found.append(Name(title.start() if title else start, end, start, len(own), title is not None))
    return found


def _of_somebody(text: Text, run: list[Word], words: Lexicon) -> list[Word]:
    """Of a run behind the noun of a body, which has a name too, the part from a forename on: "la Coalition Climat [Nicolas Roux]"."""
    if len(run) < 3 or not _of_body(text, run[0].start - 1, words):
        return run
    first = [n for n, word in enumerate(run[:-1]) if text.flat[word.start : word.end].partition("-")[0] in words.forenames]
    return run[first[-1] :] if first and first[0] else run


def _of_body(text: Text, end: int, words: Lexicon) -> bool:
    """Whether the noun of a body ends there: "la Coalition", "l'Institut"."""
    start = text.flat.rfind(" ", 0, end) + 1
    start = max(start, text.flat.rfind("'", start, end) + 1)
    return start in text.heads and text.heads[start][0] == end and text.heads[start][1] not in words.persons


def _initialled(flat: str, last: Word) -> int:
    """Where a name ends: behind the stop of an initial that stands for the surname of a private person ("Anne R.")."""
    return last.end + (last.gap == " " and last.end - last.start == 1 and flat[last.end : last.end + 1] == ".")


def _uncovered(run: list[Word], covered: set[int]) -> Iterator[list[Word]]:
    """The parts of a run between the words that belong to a place or a body: "l'AFP Jean Dupont"."""
    if covered.isdisjoint([word.start for word in run]):
        yield run
        return
    for taken, part in groupby(run, key=lambda word: word.start in covered):
        if not taken:
            yield list(part)


def _no_name(text: Text, word: Word, words: Lexicon) -> bool:
    """A role ("Président Dupont"), a title ("Mme Dupont"), or a word that only has its capital from the sentence that it opens."""
    if word.start in text.heads:
        return text.heads[word.start][1] in words.persons
    if text.flat[word.start : word.end] in words.titles:
        return True
    written = text.low[word.start : word.end]
    small = written in words.openers or (written.endswith("ment") and text.flat[word.end : word.end + 1] == ",")
    return small and opens(text.flat, word.start)


def beginning(text: Text, start: int, words: Lexicon) -> Name | None:
    """The name that begins at `start`, inside a longer run of capitals ("de la Justice Jean Dupont")."""
    found = words.person.match(text.flat, start)
    if found is None or _shouted(found[0]):
        return None
    whole = next(iter(runs(found[0], words.gap)), [])
    own = _of_somebody(text, [word._replace(start=start + word.start, end=start + word.end) for word in whole], words)
    first = own[0].start if own else start
    return Name(first, found.end(), first, len(text.flat[first : found.end()].split()))


def _shouted(words: str) -> bool:
    """Whether words stand in capitals, as in a headline: what is a name there nobody can tell."""
    return len(words) > 2 and words.isupper()


def articled(flat: str, start: int) -> bool:
    """Whether an article or a preposition of place stands before: people have none.

    >>> articled("la Seine", 3), articled("hier Anne Roux", 5)
    (True, False)
    """
    return ARTICLE.match(flat, 0, start) is not None
