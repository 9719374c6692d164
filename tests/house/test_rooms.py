"""The rooms of the house: what each says at its door, and that one act is one file."""

import ast
import sys
from pathlib import Path

import pytest

ROOMS = ("law", "office", "models", "acts", "queries", "outside", "web")
AUDIENCES = sorted(
    path.parent.name for path in Path("pqrs/web").glob("*/__init__.py") if path.parent.is_dir()
)
REFUSED_NAMES = ("utils", "helpers", "common", "manager", "service")
STANDARD_AND_OURS = set(sys.stdlib_module_names) | {"pqrs"}


NO_ACT = {"office", "manage_staff"}
"""What acts share, and the one file that gathers the verbs of an account."""


def modules(folder: str) -> list[Path]:
    return sorted(path for path in Path("pqrs", folder).glob("*.py") if path.stem != "__init__")


def public_functions(path: Path) -> list[str]:
    tree = ast.parse(path.read_text())
    return [node.name for node in tree.body if isinstance(node, ast.FunctionDef)]


def imported_roots(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.split(".")[0])
    return names


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_says_at_its_door_what_belongs_and_what_does_not(room):
    docstring = ast.get_docstring(ast.parse(Path("pqrs", room, "__init__.py").read_text()))

    assert docstring is not None
    assert len(docstring.splitlines()) >= 3, f"pqrs/{room}/__init__.py: say what it refuses"


@pytest.mark.parametrize("path", modules("acts"), ids=lambda path: path.stem)
def test_an_act_is_a_function_named_like_its_file(path):
    functions = public_functions(path)
    verbs = {path.stem, *(each for each in functions if each.startswith(f"{path.stem}_"))}

    assert path.stem in NO_ACT or verbs & set(functions or verbs)


@pytest.mark.parametrize(
    "path",
    [*modules("law"), *modules("office")],
    ids=lambda path: f"{path.parent.name}.{path.stem}",
)
def test_pure_rooms_need_only_the_standard_library(path):
    allowed = STANDARD_AND_OURS | ({"Stemmer"} if path.parent.name == "office" else set())

    assert set() == imported_roots(path) - allowed


def test_no_file_is_named_after_nothing():
    named = [
        str(path)
        for path in Path("pqrs").rglob("*.py")
        if path.stem in REFUSED_NAMES or path.stem.startswith("base_")
    ]

    assert [] == named


def test_every_audience_is_held_apart_from_the_others():
    contract = Path("pyproject.toml").read_text().partition("Audiences do not import")[2]

    missing = [name for name in AUDIENCES if f'"pqrs.web.{name}"' not in contract]

    assert [] == missing, "add it to the contract in pyproject.toml"


@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_page_module_has_a_test(audience):
    tests = Path("tests/web")
    untested = [
        path.stem
        for path in modules(f"web/{audience}")
        if not list(tests.rglob(f"test_{path.stem}.py"))
    ]

    assert [] == untested
