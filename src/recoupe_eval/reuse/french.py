"""Made-up French reports in news style: sentences of short clauses and many words, so that few runs are equal by chance."""

import random
import re
import tomllib
from collections.abc import Callable, Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path

WORDS = tomllib.loads((Path(__file__).parent / "words.toml").read_text("utf-8"))
LISTS = {
    key: tuple(re.split(r"\||\n" if "|" in words else r"\s+", words.strip())) for key, words in WORDS.items() if isinstance(words, str)
}
OFTEN = 12
"""The word of rank r is used with a weight of 1 / (r + OFTEN)."""

SLOT = re.compile(r"\{(\w+)\}")


@cache
def _weights(size: int) -> tuple[float, ...]:
    return tuple(accumulate(1 / (rank + OFTEN) for rank in range(size)))


def pick(rng: random.Random, words: Sequence[str]) -> str:
    """One of `words`, the early ones more often.

    >>> pick(random.Random(4), ["seul"])
    'seul'
    """
    return rng.choices(words, cum_weights=_weights(len(words)))[0]


def town(rng: random.Random) -> str:
    """The name of a town that is none.

    >>> town(random.Random(4)).istitle()
    True
    """
    parts = rng.choices(LISTS["syllables"], k=rng.choice((1, 2, 2)))
    return ("".join(parts) + rng.choice(LISTS["endings"])).capitalize()


def name(rng: random.Random) -> str:
    """A name of two words that nobody bears.

    >>> len(name(random.Random(4)).split())
    2
    """
    return f"{town(rng)} {town(rng)}"


class Story:
    """What reports of one event have in common: towns, people with their roles, a few things that they speak of again and again."""

    def __init__(self, rng: random.Random) -> None:
        self.towns = [town(rng) for _ in range(3)]
        self.things = [_thing(rng, self.towns) for _ in range(4)]
        self.people = [_person(rng, self.towns) for _ in range(5)]


def _elided(article: str, word: str) -> str:
    """An article before its word.

    >>> _elided("de la", "école"), _elided("le", "pont"), _elided("de", "Albi")
    ("de l'école", 'le pont', "d'Albi")
    """
    if word[0].lower() not in "aeiouéèêîôœâh":
        return f"{article} {word}"
    short = {"le": "l'", "la": "l'", "de la": "de l'", "du": "de l'", "de": "d'"}.get(article)
    return f"{short}{word}" if short else f"{article} {word}"


def _thing(rng: random.Random, towns: Sequence[str]) -> str:
    """A noun phrase."""
    gender = rng.randrange(2)
    noun, kind = pick(rng, LISTS[("masculine", "feminine")[gender]]), rng.random()
    plain = _elided(("le", "la")[gender], noun)
    if kind < 0.2:
        return plain
    if kind < 0.55:
        return f"{plain} {pick(rng, LISTS['adjectives']).split(':')[gender]}"
    if kind < 0.7:
        return f"{plain} {_elided('de', rng.choice(towns))}"
    return f"{plain} {_of(rng)}"


def _of(rng: random.Random) -> str:
    gender = rng.randrange(2)
    return _elided(("du", "de la")[gender], pick(rng, LISTS[("masculine", "feminine")[gender]]))


def _person(rng: random.Random, towns: Sequence[str]) -> str:
    """A role with what it is of, half the time with a name."""
    role, _, link = pick(rng, LISTS["roles"]).rpartition(" ")
    role, link = (role.removesuffix(" de"), "de la") if link == "la" else (role, link)
    of = rng.choice(towns) if link == "de" else pick(rng, LISTS["masculine" if link == "du" else "feminine"])
    who = f"{role} {_elided(link, of)}"
    return f"{who}, {name(rng)}," if rng.random() < 0.5 else who


def _again(rng: random.Random, person: str) -> str:
    """Somebody of the story: once in four in full, else by the last name or the bare role, as reports do after the first time."""
    if rng.random() < 0.25:
        return person
    return person.rstrip(",").rpartition(" ")[2] if person.endswith(",") else " ".join(person.split()[:2])


def _fillers(rng: random.Random, story: Story) -> dict[str, Callable[[], str]]:
    def thing() -> str:
        return rng.choice(story.things) if rng.random() < 0.15 else _thing(rng, story.towns)

    def cause() -> str:
        link = pick(rng, LISTS["linking"])
        return f"{link.removesuffix(' de')} {_of(rng)}" if link.endswith(" de") else f"{link} {thing()}"

    return {
        "np": thing,
        "cause": cause,
        "who": lambda: _again(rng, rng.choice(story.people)) if rng.random() < 0.6 else _person(rng, story.towns),
        "town": lambda: rng.choice(story.towns),
        "n": lambda: str(rng.randrange(2, 2000)),
        "m": lambda: str(rng.randrange(2, 400)),
        "did": lambda: pick(rng, LISTS["did"]),
        "do": lambda: pick(rng, LISTS["to_do"]),
        "say": lambda: pick(rng, LISTS["saying"]),
        "unit": lambda: pick(rng, LISTS["units"]),
        "done": lambda: pick(rng, LISTS["participles"]),
        "time": lambda: pick(rng, LISTS["times"]),
    }


def filled(rng: random.Random, story: Story, frames: Sequence[str]) -> str:
    """One of `frames` with its slots filled; a slot with a capital opens its sentence."""
    fillers = _fillers(rng, story)

    def fill(slot: re.Match[str]) -> str:
        key = slot[1].rstrip("_")
        words = fillers[key.lower()]()
        return words[0].upper() + words[1:] if key[0].isupper() else words

    written = SLOT.sub(fill, rng.choice(frames))
    return re.sub(r"\bde ([aeiouéèêîôœâ])", r"d'\1", re.sub(r",(?=[,.])|,(?=\s*»)", "", written.replace(",,", ",")))


def report(rng: random.Random, story: Story, words: int) -> list[str]:
    """A title and sentences of about so many words in all."""
    found, count = [filled(rng, story, WORDS["titles"])], 0
    while count < words:
        found.append(sentence(rng, story))
        count += len(found[-1].split())
    return found


def sentence(rng: random.Random, story: Story) -> str:
    """A sentence of one or two clauses."""
    parts = [rng.choice(WORDS["openings"]), rng.choice(WORDS["clauses"])]
    parts += [rng.choice(WORDS["joints"]), rng.choice(WORDS["clauses"])] if rng.random() < 0.6 else []
    written = filled(rng, story, ["".join([*parts, rng.choice(WORDS["tails"])])])
    return written[0].upper() + written[1:].rstrip(",") + "."


def sentences(text: str) -> list[str]:
    """The sentences of a real text, roughly: a line is one at least.

    >>> sentences("Un titre\\n\\nIl pleut. Il a plu 3.5 mm. « Non ! » dit-il.")
    ['Un titre', 'Il pleut.', 'Il a plu 3.5 mm.', '« Non ! » dit-il.']
    """
    lines = (line.strip() for line in text.splitlines())
    return [part.strip() for line in lines if line for part in re.split(r"(?<=[.!?…»])\s+(?=[«“A-ZÀ-Ý])", line) if part.strip()]
