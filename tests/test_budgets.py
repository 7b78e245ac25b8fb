"""The budgets of the code's shape: small files, small functions, few parameters, no hidden imports of our own."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src"
FILES = sorted(SOURCE.rglob("*.py"))
LAZY = ("recoupe/cli/", "recoupe/engine/")
"""Where our own modules may be imported inside functions: faces and engines load on use."""
SHOWN = 0.4
"""The least share of public functions whose docstring runs an example: what has been reached, so it only goes up."""


def name(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def functions(path: Path) -> list[ast.FunctionDef]:
    return [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


@pytest.mark.parametrize("path", FILES, ids=name)
def test_file_is_small_and_well_named(path):
    assert len(path.read_text("utf-8").splitlines()) <= 400
    assert path.stem not in {"utils", "util", "helpers", "misc", "common"}


@pytest.mark.parametrize("path", FILES, ids=name)
def test_functions_are_small(path):
    for function in functions(path):
        lines = function.end_lineno - function.lineno + 1
        given = function.args
        parameters = [a.arg for a in (*given.posonlyargs, *given.args, *given.kwonlyargs) if a.arg not in {"self", "cls"}]
        assert lines <= 60, f"{function.name}: {lines} lines"
        assert len(parameters) <= 6, f"{function.name}: {len(parameters)} parameters"


def test_most_functions_are_short():
    lengths = sorted(f.end_lineno - f.lineno + 1 for path in FILES for f in functions(path))
    assert lengths[len(lengths) // 2] <= 10
    assert lengths[len(lengths) * 9 // 10] <= 30


def test_most_files_are_short():
    lengths = sorted(len(path.read_text("utf-8").splitlines()) for path in FILES)
    assert lengths[len(lengths) // 2] <= 120


@pytest.mark.parametrize("path", [p for p in FILES if not name(p).startswith(LAZY) and p.name != "__init__.py"], ids=name)
def test_no_own_import_hides_in_a_function(path):
    for function in functions(path):
        hidden = [n for n in ast.walk(function) if isinstance(n, ast.ImportFrom) and (n.module or "").startswith("recoupe")]
        assert not hidden, f"{function.name} imports {hidden[0].module}"


def blind(handler: ast.ExceptHandler) -> bool:
    """Whether it swallows anything; one that raises again (a rollback) does not."""
    catches_all = handler.type is None or ast.unparse(handler.type) in {"Exception", "BaseException"}
    return catches_all and not isinstance(handler.body[-1], ast.Raise)


def test_one_blind_except():
    caught = [
        f"{name(path)}:{node.lineno}"
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ExceptHandler) and blind(node)
    ]
    assert len(caught) <= 1, caught
    assert all(place.startswith("recoupe/engine/") for place in caught)


def test_public_names_are_documented():
    public = [
        node
        for path in FILES
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
    ]
    documented = [ast.get_docstring(node) or "" for node in public]
    assert all(documented), [node.name for node, text in zip(public, documented, strict=True) if not text]


def test_many_public_functions_show_an_example():
    public = [
        ast.get_docstring(node) or ""
        for path in FILES
        if name(path).startswith("recoupe/")
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("_")
    ]
    shown = sum(">>>" in text for text in public)
    assert shown >= SHOWN * len(public), f"{shown} of {len(public)} have an example: give a new function one, where it helps a reader"
