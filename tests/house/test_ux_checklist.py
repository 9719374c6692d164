"""docs/ux-checklist.md: no point left out, every test it names exists, and nobody is scolded."""

import ast
import re
from pathlib import Path

import pytest

ROW = re.compile(r"^\| (\d+) \| (.+?) \| (.+) \|$", re.MULTILINE)
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
SHOWN = re.compile(r"looked at|\*\*no\*\*: \w")
ROWS = ROW.findall(Path("docs/ux-checklist.md").read_text())
SCOLDS = re.compile(r"\b(inválid[oa]s?|prohibid[oa]s?|por favor|error 500)\b", re.IGNORECASE)
SPOKEN = [
    *Path("templates").rglob("*.html"),
    *Path("templates").rglob("*.txt"),
    *(path for room in ("web", "law") for path in Path("pqrs", room).rglob("*.py")),
]


def test_the_forty_points_are_there():
    assert list(range(1, 41)) == [int(point) for point, _what, _by in ROWS]


@pytest.mark.parametrize(("point", "what", "shown_by"), ROWS, ids=[row[0] for row in ROWS])
def test_what_it_names_exists(point, what, shown_by):
    named = NAMED.findall(shown_by)
    missing = [test for path, test in named if test not in names_of_tests(Path(path))]

    assert [] == missing
    assert shown_by.count("::") == len(named)
    assert named or SHOWN.search(shown_by), f"{point}. {what} is shown by nothing"


def names_of_tests(path):
    if not path.exists():
        return set()
    tree = ast.parse(path.read_text())
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_no_message_scolds():
    found = {str(path): SCOLDS.findall(path.read_text()) for path in SPOKEN}

    assert {} == {path: words for path, words in found.items() if words}
