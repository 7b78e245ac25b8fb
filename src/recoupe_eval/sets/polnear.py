"""PolNeAR: attributions in English political news, by each annotator of an article apart."""

from collections.abc import Iterator
from pathlib import Path

import regex

from recoupe_eval.sets.clones import Unread, files, inside, text
from recoupe_eval.sets.records import QuotedText, Relation, Stretch, Unfit

REPOSITORY = "networkdynamics/PolNeAR"
COMPARTMENTS = ("train", "dev", "test")
"""Of the others, one is for training annotators, and one has no texts (they are sold)."""
NAME = regex.compile(r"(.+)_([0-9a-f]{4})\.ann")
PART = regex.compile(r"(T\d{1,9})\t(\S{1,40}) (\d{1,9} \d{1,9}(?:;\d{1,9} \d{1,9}){0,99})\t(.*)")
EVENT = regex.compile(r"E\d{1,9}\t(.*)")
ROLE = regex.compile(r"(Source|Cue|Content)\d{0,2}:(T\d{1,9})")

Parts = dict[str, tuple[Stretch, ...]]


def read(path: Path) -> Iterator[QuotedText | Unfit]:
    """All annotated articles of the clone at `path`; one that n people annotated comes n times. A bad line is passed by, the rest stays.

    Raises:
        NoClone: `path` is no clone of the repository.
    """
    folders = [inside(path, REPOSITORY, f"data/{name}/attributions") for name in COMPARTMENTS]
    for name, folder in zip(COMPARTMENTS, folders, strict=True):
        for place, file in files(folder, "*.ann"):
            try:
                yield from _article(f"{name}/{place}", file, folder.parent / "text")
            except Unread as error:
                yield Unfit(place=f"{name}/{place}", reason=str(error))


def _article(place: str, file: Path, texts: Path) -> Iterator[QuotedText | Unfit]:
    name = NAME.fullmatch(file.name)
    if name is None:
        raise Unread("wanted a name that ends in _, four hex digits, .ann")
    words, parts, relations = text(texts / f"{name[1]}.txt"), Parts(), list[Relation]()
    lines = list(enumerate(text(file).split("\n"), 1))
    for number, line in sorted(lines, key=lambda numbered: numbered[1].startswith("E")):  # attributions last: they name parts
        try:
            _take(line, len(words), parts, relations)
        except Unread as error:
            yield Unfit(place=f"{place}#{number}", reason=str(error))
    yield QuotedText(id=name[1], text=words, relations=tuple(relations), annotator=name[2])


def _take(line: str, length: int, parts: Parts, relations: list[Relation]) -> None:
    if part := PART.fullmatch(line):
        parts[part[1]] = _stretches(part[2], part[3], length)
    elif event := EVENT.fullmatch(line):
        relations.append(_relation(event[1], parts))
    elif line and not line.startswith("#"):
        raise Unread("neither a part, nor an attribution, nor a note")


def _stretches(kind: str, places: str, length: int) -> tuple[Stretch, ...]:
    found = [tuple(map(int, place.split())) for place in places.split(";")]
    if any(not 0 <= start < end <= length for start, end in found):
        raise Unread(f"{places}: not in the text")
    return tuple(sorted(Stretch(start=start, end=end, kind=kind) for start, end in found))


def _relation(roles: str, parts: Parts) -> Relation:
    gathered: dict[str, list[Stretch]] = {"Source": [], "Cue": [], "Content": []}
    for role, key in ROLE.findall(roles):
        if key not in parts:
            raise Unread(f"no part {key}")
        gathered[role] += parts[key]
    if not gathered["Content"]:
        raise Unread("no content")
    source, cue, content = (tuple(sorted(gathered[role])) for role in ("Source", "Cue", "Content"))
    return Relation(source=source, cue=cue, content=content)
