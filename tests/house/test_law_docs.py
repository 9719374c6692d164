"""docs/law.md leads somewhere: each rule to a norm, to data, code and cases that exist."""

import csv
import re
from pathlib import Path

import pytest

from pqrs.law import clocks

LAW_DOC = Path("docs/law.md")
CASE = re.compile(r"\b([A-Z]\d{2})\b")
RANGE = re.compile(r"\b([A-Z])(\d{2}) to ([A-Z])(\d{2})\b")
QUOTED = re.compile(r"`([^`]+)`")
FILE = re.compile(r"\.(py|toml|csv|md)$")
PLACES = ("pqrs/law", "pqrs/law/data", "tests/law", "tests/law/vectors", "tests/acts", ".")


def tables():
    """Each row with the heads of its table."""
    heads: list[str] = []
    for line in LAW_DOC.read_text().splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if not line.startswith("|"):
            heads = []
        elif not heads:
            heads = cells
        elif set(line) > set("|-") or set(line) - set("|- "):
            yield dict(zip(heads, cells, strict=True))


def params(rows):
    return [pytest.param(row, id=next(iter(row.values()))[:40]) for row in rows]


ROWS = params(tables())
RULES = params(row for row in tables() if "norm" in row)


@pytest.fixture(scope="module")
def cases():
    texts = [path.read_text() for path in Path("tests/law/vectors").glob("*.csv")]
    return {row["id"] for text in texts for row in csv.DictReader(text.splitlines())}


@pytest.fixture(scope="module")
def said():
    """Everything that the room and its data say, to look for a name in."""
    sources = [*Path("pqrs/law").rglob("*.py"), *Path("pqrs/law/data").glob("*.toml")]
    return "\n".join(path.read_text() for path in sources)


def found(name):
    return any((Path(place) / name).exists() for place in PLACES)


@pytest.mark.parametrize("row", RULES)
def test_a_rule_cites_its_norm_and_has_cases(row):
    assert row["norm"], "its norm, or that it has none"
    cells = row.get("cases", "")
    assert CASE.search(cells) or QUOTED.search(cells), "a case, or the test that holds them"


@pytest.mark.parametrize("row", ROWS)
def test_what_a_row_points_to_exists(row, cases, said):
    text = " ".join(row.values())
    quoted = QUOTED.findall(text)
    missing = [name for name in quoted if FILE.search(name) and not found(name)]
    names = [name for name in quoted if not FILE.search(name)]
    missing += [name for name in names if name.rpartition(".")[2] not in said]
    missing += [case for case in CASE.findall(row.get("cases", "")) if case not in cases]
    assert [] == missing


@pytest.mark.parametrize("row", [row for row in ROWS if RANGE.search(str(row.values[0]))])
def test_a_range_begins_and_ends_at_a_case(row, cases):
    for letter, first, last_letter, last in RANGE.findall(row["cases"]):
        assert {letter + first, last_letter + last} <= cases
        assert (letter, int(first)) < (last_letter, int(last))


def test_every_clock_has_its_row():
    text = LAW_DOC.read_text()
    assert [] == [clock.code for clock in clocks() if f"`{clock.code}`" not in text]
    assert [] == [clock.name for clock in clocks() if f"`{clock.name}`" not in text]
