"""A seeded corpus in news style: stories over days, told by several outlets, with copies, abridged copies and independent reports."""

import json
import random
import sqlite3
import tomllib
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import accumulate
from pathlib import Path

import recoupe.read
from recoupe.lang.frequencies import SCALE, rarities

WORDS = tomllib.loads((Path(__file__).parent / "corpus.toml").read_text("utf-8"))
WORDINGS = ("harmed", "caused", "gathered", "area", "victim", "matter", "dozens", "left", "closed")
BEGIN = datetime(2025, 3, 1, 6, tzinfo=UTC)
PER_DAY = 1000
SHARES = rarities("fr")
COMMON = list(SHARES), list(accumulate(2 ** (-rarity / SCALE) for rarity in SHARES.values()))
"""The stems that the frequency table of French lists, and their shares of reports, added up."""
PLACES = 3_000
"""The most populous places of a kind: a story is set in the one of rank r with a chance of 1 / (r + 20), as news is."""


def reports(count: int, seed: int = 20, per_day: int = PER_DAY) -> Iterator[dict[str, str]]:
    """`count` reports of about 450 words as JSONL objects, the same for the same seed."""
    rng, made = random.Random(seed), 0
    while made < count:
        story = _story(rng)
        for telling in _tellings(rng, story):
            if made == count:
                return
            at = BEGIN + timedelta(days=made // per_day, minutes=made % per_day * PER_DAY // per_day)
            outlet = f"Journal {rng.randrange(60)}"
            yield {
                "outlet": outlet,
                "title": story["title"],
                "published": at.isoformat(),
                "text": "\n\n".join(telling),
                "url": f"https://example.org/{made}",
            }
            made += 1


def write(path: Path, count: int) -> Path:
    """The corpus as one JSONL file."""
    with path.open("w", encoding="utf-8") as lines:
        lines.writelines(json.dumps(report, ensure_ascii=False) + "\n" for report in reports(count))
    return path


@cache
def _places(kind: str) -> tuple[list[str], list[float]]:
    """Names of places, and the sums of their shares."""
    gazetteer = sqlite3.connect(Path(recoupe.read.__file__).with_name("gazetteer.sqlite"))
    with closing(gazetteer):
        query = "SELECT name FROM place WHERE kind = ? AND name GLOB '[A-Z]*' ORDER BY population DESC, id LIMIT ?"
        names = [name for (name,) in gazetteer.execute(query, (kind, PLACES))]
    return names, list(accumulate(1 / (rank + 20) for rank in range(len(names))))


def _place(rng: random.Random, kind: str) -> str:
    names, shares = _places(kind)
    return rng.choices(names, cum_weights=shares)[0]


def _story(rng: random.Random) -> dict[str, str]:
    town, other = _place(rng, "town"), _place(rng, "town")
    sources = [f"{source} de {_name(rng)}" for source in rng.sample(WORDS["sources"], 6)]
    names = [f"{rng.choice(WORDS['first'])}{rng.choice(WORDS['last'])}o {_name(rng)}" for _ in range(4)]
    topic = rng.choice(WORDS["topics"])
    return {"town": town, "other": other, "names": "|".join(names), "sources": "|".join(sources), "topic": topic,
            "region": _place(rng, "admin1"),
            "title": f"{topic.capitalize()} à {town} : {rng.randrange(3, 900)} {rng.choice(WORDS['units'])}"}  # fmt: skip


def _word(rng: random.Random) -> str:
    """Half the words are common stems, each as often as the language's reports hold it; half are made up and rare, the early ranks more
    often than the late ones, none in more than about one report in sixty."""
    if rng.random() < 0.5:
        return rng.choices(COMMON[0], cum_weights=COMMON[1])[0]
    rank, parts = int(2_000 * 100 ** rng.random()), (*WORDS["first"], *WORDS["last"])
    found = ""
    while rank:
        rank, part = divmod(rank, len(parts))
        found += parts[part]
    return found.lower()


def _name(rng: random.Random) -> str:
    """A town that is none."""
    return "".join((rng.choice(WORDS["first"]), *rng.choices(WORDS["last"], k=2)))


def _filled(rng: random.Random) -> str:
    """Words between those that a stage reads."""
    return f"{rng.choice(WORDS['links'])} {_word(rng)}"


def _filler(rng: random.Random) -> str:
    """A sentence that says nothing a stage could read: most of a report is such to it."""
    words = (_filled(rng) for _ in range(rng.randint(5, 9)))
    return f"L'{_word(rng)} {' '.join(words)}."


def _sentence(rng: random.Random, story: dict[str, str]) -> str:
    if rng.random() < 0.55:
        return _filler(rng)
    who, day = rng.choice(story["sources"].split("|")), rng.choice(WORDS["days"])
    chosen: str = rng.choice(WORDS["sentences"])
    chosen = chosen.replace("{F}", _filled(rng).capitalize())
    while "{f}" in chosen:
        chosen = chosen.replace("{f}", _filled(rng), 1)
    return chosen.format(
        n=rng.randrange(2, 2000), m=rng.randrange(2, 400), town=story["town"], other=story["other"], region=story["region"], who=who,
        Who=who[0].upper() + who[1:], verb=rng.choice(WORDS["verbs"]), unit=rng.choice(WORDS["units"]), day=day,
        day2=rng.choice(WORDS["days"]),
        name=rng.choice(story["names"].split("|")), topic2=rng.choice(("attaque", "explosion", "inondation")),
        **{name: rng.choice(WORDS[name]) for name in WORDINGS},
    )  # fmt: skip


def _paragraphs(rng: random.Random, story: dict[str, str], words: int = 430) -> list[str]:
    found: list[str] = []
    while sum(len(p.split()) for p in found) < words:
        found.append(" ".join(_sentence(rng, story) for _ in range(rng.randint(2, 4))))
    return found


def _tellings(rng: random.Random, story: dict[str, str]) -> list[list[str]]:
    """The dispatch, then a copy, an abridged copy with an opening of its own, independent reports: as many as chance gives."""
    dispatch = _paragraphs(rng, story)
    told = [dispatch]
    told += [dispatch for _ in range(rng.choice((0, 0, 1, 2)))]
    told += [[*_paragraphs(rng, story, 60), *dispatch[: len(dispatch) // 2]] for _ in range(rng.choice((0, 1, 1)))]
    told += [_paragraphs(rng, story) for _ in range(rng.choice((1, 2, 4)))]
    return told
