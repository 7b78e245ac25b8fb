"""No list of a language pack holds a word twice."""

import tomllib
from pathlib import Path

import pytest

from recoupe import lang

TABLES = sorted(Path(lang.__file__).parent.rglob("*.toml"))


def lists(table, key=""):
    """Each list of words in a table, by its key."""
    if isinstance(table, dict):
        for name, inner in table.items():
            yield from lists(inner, f"{key}.{name}")
    elif isinstance(table, list):
        yield key, [word for word in table if isinstance(word, str)]


@pytest.mark.parametrize("path", TABLES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_no_word_is_listed_twice(path):
    twice = {key: {word for word in words if words.count(word) > 1} for key, words in lists(tomllib.loads(path.read_text("utf-8")))}
    assert not {key: words for key, words in twice.items() if words}
