"""Every pattern that runs over input is linear: CPU grows less than threefold where adversarial text doubles, up to 50 kB.

The steps of a pattern cannot be counted, so this alone is measured: in CPU time, over two doublings (a linear pattern takes four times as
much, a quadratic one sixteen times, the limit is nine) and only where it takes long enough for a figure to mean something.

All patterns are recorded as they are compiled, by importing every module and running the way once, so that none can be forgotten.
"""

import ast
import importlib
import pkgutil
import re
import time
from pathlib import Path

import pytest
import regex

import recoupe

WHOLE = 50_000
QUARTER = WHOLE // 4
LIMIT = 3**2
FLOOR = 0.004
"""Seconds of CPU for a quarter under which a growth says nothing: a quadratic pattern would take 64 ms for the whole."""

SHAPES = (
    "a", "A", "é", "1", " ", "\n", "'", "«", "»", '"', "-", ".", ",", "(", "Aa ", "a a, ", "1 ", "1.", "1 000 ", "de la ",
    "d'un ", "Le M. ",
    "« a ", "a », a ", "\n– A", "1 et 1 ", "entre 1 ", "du 1 au ", "L'A de B-C ", "A B C ", "selon A, ",
    "a dit que ", "1h", "e\u0301", "😀",
)  # fmt: skip


def words_of(pattern: regex.Pattern) -> str:
    return pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")


def recorded() -> list[regex.Pattern]:
    found: dict[tuple[str, int], regex.Pattern] = {}
    original = regex.compile

    def record(pattern, *args, **kwargs):
        made = original(pattern, *args, **kwargs)
        found[made.pattern, made.flags] = made
        return made

    regex.compile = record
    try:
        modules = [importlib.import_module(m.name) for m in pkgutil.walk_packages(recoupe.__path__, "recoupe.") if "__main__" not in m.name]
        for module in modules:  # compiled at import, before we listened
            for value in vars(module).values():
                for part in value if isinstance(value, tuple | list) else value.values() if isinstance(value, dict) else (value,):
                    for maybe in part if isinstance(part, tuple) else (part,):
                        if isinstance(maybe, regex.Pattern):
                            found[maybe.pattern, maybe.flags] = maybe
            for value in vars(module).values():  # and those that cached functions hold
                if callable(getattr(value, "cache_clear", None)) and getattr(value, "__module__", "") == module.__name__:
                    value.cache_clear()
        _run_once()
    finally:
        regex.compile = original
    return list(found.values())


def _run_once() -> None:
    from recoupe.claims import claims
    from recoupe.model import Raw, ReadReport, Report, identify
    from recoupe.read import read

    text = "Le 3 mai, la préfecture a annoncé que 12 personnes avaient été blessées à Lyon. « Oui », dit-elle."
    for language in ("fr", "en"):
        report = Report(
            id=identify("r", language), text=text, sha256="", language=language, raw=Raw(sha256="", locator="a.txt"), extractor="txt/1"
        )
        for reading in read(report):
            list(claims(ReadReport(report=report, reading=reading)))


PATTERNS = recorded()


def shapes(pattern: regex.Pattern) -> list[str]:
    """General adversaries, and some made of the pattern's own words."""
    own = list(re.findall(r"[A-Za-zÀ-ÿ']{2,}", re.sub(r"\\[a-zA-Z]\{?|\(\?P<\w+>", " ", words_of(pattern))))
    return [*SHAPES, *(f"{w} " for w in dict.fromkeys(own[:4] + own[-4:])), *(f"1 {w} et " for w in dict.fromkeys(own[:2]))]


def cpu(pattern: regex.Pattern, words: str) -> float:
    text = words if isinstance(pattern.pattern, str) else words.encode()
    began = time.process_time()
    for _ in pattern.finditer(text):
        pass
    return time.process_time() - began


def test_there_are_patterns():
    assert len(PATTERNS) > 20


@pytest.mark.parametrize("path", sorted(Path(recoupe.__file__).parent.rglob("*.py")), ids=lambda path: path.stem)
def test_every_pattern_is_compiled_so_that_none_escapes(path):
    called = [node.func for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
    used = {f.attr for f in called if isinstance(f, ast.Attribute) and isinstance(f.value, ast.Name) and f.value.id == "regex"}
    assert used <= {"compile", "escape"}


def growth(pattern: regex.Pattern, text: str) -> float:
    """How much more CPU all of `text` takes than its first quarter; nothing where that is too quick to be measured."""
    quarter = cpu(pattern, text[:QUARTER])
    return cpu(pattern, text) / quarter if quarter > FLOOR else 0.0


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda p: re.sub(r"\W+", "_", words_of(p))[:40])
def test_pattern_is_linear(pattern):
    for shape in shapes(pattern):
        text = shape * (WHOLE // len(shape))
        tries = (growth(pattern, text) for _ in range(3))  # a busy machine may spoil one, what is quadratic spoils all
        assert any(found < LIMIT for found in tries), shape
