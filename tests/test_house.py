"""The rules of the house: sizes, names, and which parts live without a screen."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "journeydesk"
MODULES = sorted(PACKAGE.rglob("*.py"))

MODULE_LINES = 400
CLASS_LINES = 200
FUNCTION_LINES = 40
PUBLIC_METHODS = 15
SPECIAL_MODULE_LINES = {"journeydesk/ui/main_window.py": 150}

# Names ("journeydesk/x.py", "journeydesk/x.py:Class" or "journeydesk/x.py:Class.function") above a ceiling.
# A ceiling that is hit means a missing idea: this list is meant to stay empty.
EXCEPTIONS: frozenset[str] = frozenset()

EMPTY_WORDS = frozenset(
    {"manager", "helper", "util", "handler", "processor", "base", "mixin", "common", "misc"}
    | {"managers", "helpers", "utils", "handlers", "processors", "bases", "mixins"}
)

Definition = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


class Named(NamedTuple):
    """A class or function, and where it stands, such as "Outline.refresh"."""

    place: str
    node: Definition


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def definitions(tree: ast.AST, *, inside: str = "") -> Iterator[Named]:
    """Give every class and function of a tree, the nested ones too."""
    for node in ast.iter_child_nodes(tree):
        place = inside
        if isinstance(node, Definition):
            place = f"{inside}.{node.name}" if inside else node.name
            yield Named(place, node)
        yield from definitions(node, inside=place)


def lines_of(node: Definition) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def public_methods(node: ast.ClassDef) -> set[str]:
    """Give the methods that a class adds for others; a name in Qt's spelling overrides one of Qt's."""
    return {
        item.name
        for item in node.body
        if isinstance(item, ast.FunctionDef | ast.AsyncFunctionDef)
        and not item.name.startswith("_")
        and item.name == item.name.lower()
    }


def words_of(name: str) -> list[str]:
    """Give the words of a snake_case or CamelCase name, in lower case."""
    return [word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+", name)]


def sizes(path: Path, source: str) -> Iterator[str]:
    """Give a sentence for everything in a module that is above its ceiling."""
    module = name_of(path)
    length, ceiling = len(source.splitlines()), SPECIAL_MODULE_LINES.get(module, MODULE_LINES)
    if length > ceiling and module not in EXCEPTIONS:
        yield f"{module} has {length} lines, at most {ceiling}"
    for place, node in definitions(ast.parse(source)):
        if (where := f"{module}:{place}") in EXCEPTIONS:
            continue
        limit = CLASS_LINES if isinstance(node, ast.ClassDef) else FUNCTION_LINES
        if lines_of(node) > limit:
            yield f"{where} has {lines_of(node)} lines, at most {limit}"
        if isinstance(node, ast.ClassDef) and len(public_methods(node)) > PUBLIC_METHODS:
            yield f"{where} has {len(public_methods(node))} public methods, at most {PUBLIC_METHODS}"


@pytest.fixture(params=MODULES, ids=name_of)
def module(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def test_nothing_is_above_its_ceiling(module: Path) -> None:
    assert list(sizes(module, module.read_text(encoding="utf-8"))) == []


def test_names_say_something(module: Path) -> None:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    names = [*module.relative_to(ROOT).with_suffix("").parts, *(node.name for _, node in definitions(tree))]
    assert [name for name in names if EMPTY_WORDS & set(words_of(name))] == []


def test_no_import_is_for_the_type_checker_alone(module: Path) -> None:
    assert "TYPE_CHECKING" not in module.read_text(encoding="utf-8")


def test_no_signal_is_connected_to_a_lambda(module: Path) -> None:
    """A lambda keeps alive what it mentions, for as long as the sender lives."""
    connected = [
        node.lineno
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "connect"
        and any(isinstance(part, ast.Lambda) for argument in node.args for part in ast.walk(argument))
    ]
    assert connected == []


def test_every_exception_is_still_needed() -> None:
    known = {
        where
        for path in MODULES
        for where in [
            name_of(path),
            *(
                f"{name_of(path)}:{place}"
                for place, _ in definitions(ast.parse(path.read_text(encoding="utf-8")))
            ),
        ]
    }
    assert known >= EXCEPTIONS


def test_the_ceilings_are_seen_when_they_are_hit() -> None:
    long_function = "def f():\n" + "    x = 1\n" * FUNCTION_LINES
    wide_class = "class C:\n" + "".join(f"    def m{i}(self): ...\n" for i in range(PUBLIC_METHODS + 1))
    long_module = "x = 1\n" * (MODULE_LINES + 1)
    path = PACKAGE / "example.py"
    assert [len(list(sizes(path, source))) for source in (long_function, wide_class, long_module)] == [
        1,
        1,
        1,
    ]
    assert words_of("XMLBaseHandler_utils2") == ["xml", "base", "handler", "utils", "2"]


IMPORT_ALL = """
import importlib, pkgutil, sys

for name in ("PySide6", "shiboken6"):
    sys.modules[name] = None

import journeydesk

WITH_SCREEN = ("journeydesk.app", "journeydesk.ui", "journeydesk.__main__")
WITH_QT = ("journeydesk.render.qt", "journeydesk.render.pixels")


def load(package):
    for found in pkgutil.iter_modules(package.__path__, package.__name__ + "."):
        if found.name in WITH_SCREEN + WITH_QT:
            continue
        module = importlib.import_module(found.name)
        print(found.name)
        if found.ispkg:
            load(module)


load(journeydesk)
"""


def test_everything_below_the_window_is_imported_without_qt() -> None:
    """The exporters too: one that paints pixels asks for Qt when it is used, not when it is imported."""
    run = subprocess.run(
        [sys.executable, "-c", IMPORT_ALL], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert run.returncode == 0, run.stderr
    assert "journeydesk.model" in run.stdout.splitlines()
