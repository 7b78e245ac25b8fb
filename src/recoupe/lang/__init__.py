"""Language packs: one folder a language, TOML and CSV data that the stages read; adding a language adds one folder.

A stage owns the scheme of the tables that it reads (a `msgspec.Struct`); the pack only finds, decodes and checks them.
"""

from functools import cache
from hashlib import sha256
from importlib import resources
from importlib.resources.abc import Traversable
from typing import TypeVar

import msgspec

from recoupe.errors import BadPack, UnknownLanguage

T = TypeVar("T")


@cache
def available() -> tuple[str, ...]:
    """ISO 639-1 codes of the installed packs, sorted.

    >>> "fr" in available(), "xx" in available()
    (True, False)
    """
    return tuple(sorted(f.name for f in resources.files(__name__).iterdir() if f.is_dir() and not f.name.startswith("_")))


@cache
def has(code: str, name: str) -> bool:
    """Whether the pack of language `code` holds the table `name`: a pack may know only a part of what another one does.

    >>> has("fr", "unaffirmed"), has("en", "unaffirmed"), has("xx", "unaffirmed")
    (True, False, False)
    """
    return code in available() and (resources.files(__name__) / code / f"{name}.toml").is_file()


@cache
def table(code: str, name: str, scheme: type[T]) -> T:
    """The table `name`.toml of language `code`, decoded as `scheme`.

    >>> table("xx", "telling", dict)
    Traceback (most recent call last):
        ...
    recoupe.errors.UnknownLanguage: no language pack 'xx'; installed: ...

    Raises:
        UnknownLanguage: no such pack.
        BadPack: the table is missing or does not fit; the message names file and key.
    """
    if code not in available():
        raise UnknownLanguage(code, available())
    return decode(resources.files(__name__) / code / f"{name}.toml", scheme)


def decode(file: Traversable, scheme: type[T]) -> T:
    """One TOML file as `scheme`, strings kept as written."""
    try:
        return msgspec.toml.decode(file.read_bytes(), type=scheme)
    except FileNotFoundError:
        raise BadPack(file.name, "missing") from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BadPack(file.name, str(error)) from error


@cache
def fingerprint() -> str:
    """A hash of all packs: part of every run, so that a changed word list is a changed run."""
    found = sha256()
    for code in available():
        for file in sorted((resources.files(__name__) / code).iterdir(), key=lambda f: f.name):
            if file.is_file():
                found.update(f"{code}/{file.name}\n".encode() + file.read_bytes())
    return found.hexdigest()[:16]
