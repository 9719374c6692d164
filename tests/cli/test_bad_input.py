"""What a terminal, a file or another program may hand to a command: rows of the matrix by command.

`said`: a part of the message. Nothing here ends in a traceback, sends a terminal an order, begins
a line of its own in the messages, or leaves a formula in a table.
"""

import csv
import io
import json
import re

import pytest
from click.testing import CliRunner

from pqrs.cli.deadline import calendar, deadline
from pqrs.cli.route import route
from pqrs.cli.staff import user
from pqrs.logs import on_one_line
from pqrs.office.import_file import COLUMNS, read_sheet
from pqrs.office.import_row import read_cases
from tests.office.old_cases import GOOD, NOW, sheet_of

ORDERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
TEXTS = {
    "empty": "",
    "blank": " \u00a0\u200b",
    "one word": "hola",
    "20 001 characters": "a" * 20_001,
    "nul": "a\x00b",
    "half a pair": "ni\udcf1o",
    "nfd": "pen\u0303a",
    "family": "👩‍👩‍👧‍👦",
    "zalgo": "e" + "\u0301" * 1000,
    "right to left": "\u202etxt.exe",
    "scripts": "العربية 中文 Nasa Yuwe ũ",
    "markup": "<script>alert(1)</script>",
    "template": "{{7*7}} ${7*7} %s%n {0.__class__}",
    "sql": "' OR 1=1-- \"; DROP TABLE petition",
    "search": '" AND NEAR( * OR',
    "like": "%_" * 1000,
    "50 kB": "a" * 50_000,
    "header": "a\r\nBcc: x@example.com",
    "terminal": "\x1b[31mrojo\x9b0m",
    "formula": "=cmd|'/c calc'!A1",
    "digit": "٣",
    "thirty digits": "9" * 30,
}


def run(command, *arguments, **how):
    result = CliRunner().invoke(command, arguments, env={"PQRS_DATABASE_URL": ""}, **how)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert not ORDERS.search(result.stdout + result.stderr)
    return result


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_any_text_is_routed(text):
    assert 0 == run(route, "--", text).exit_code


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_any_place_is_known_or_is_none(text):
    result = run(route, "hueco", "--json", "--place", text)

    assert 0 == result.exit_code
    assert result.stderr.count("\n") <= 1


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize(
    "arguments",
    [
        lambda text: (text, "2026-02-02"),
        lambda text: ("QUEJA", text),
        lambda text: ("QUEJA", "2026-02-02", "--events", json.dumps([{"type": text}])),
        lambda text: ("QUEJA", "2026-02-02", "--events", f"{{{text}"),
    ],
    ids=["kind", "received_at", "event", "events"],
)
def test_what_is_no_case_is_wrong_usage(text, arguments):
    result = run(
        deadline,
        *("--", *arguments(text)) if "--events" not in arguments(text) else arguments(text),
    )

    assert (2, "") == (result.exit_code, result.stdout)


@pytest.mark.parametrize(
    ("received_at", "said"),
    [
        ("2026-02-31", "no es una fecha"),
        ("0000-00-00", "no es una fecha"),
        ("2027-02-29", "no es una fecha"),
        ("10000-01-01", "no es una fecha"),
        ("9999-12-31", "1984 a 2100"),
        ("1890-01-01", "1984 a 2100"),
        ("-1", "no es una fecha"),
        ("1e9", "no es una fecha"),
        ("NaN", "no es una fecha"),
    ],
)
def test_a_day_that_does_not_exist_or_is_out_of_reach(received_at, said):
    result = run(deadline, "--", "QUEJA", received_at)

    assert 2 == result.exit_code
    assert said in result.stderr


@pytest.mark.parametrize("days", ["1e9", "NaN", "-1", "0", "1.5", "99999999999999999999", '"٣"'])
def test_days_that_no_extension_has(days):
    events = f'[{{"type": "extended", "at": "2026-02-05", "total_days": {days}}}]'

    assert 2 == run(deadline, "QUEJA", "2026-02-02", "--events", events).exit_code


@pytest.mark.parametrize(
    "year", ["-1", "0", "1983", "2101", "9999", "10000", "9" * 30, "NaN", "1.5"]
)
def test_a_year_without_a_calendar(year):
    assert 2 == run(calendar, "--", year).exit_code


def batch(command, header, rows):
    table = io.StringIO()
    csv.writer(table).writerows([header, *rows])
    content = table.getvalue().encode("utf-8", "replace")
    return run(command, "--batch", "-", input=content)


@pytest.mark.parametrize(
    ("command", "header", "row"),
    [
        (route, ("id", "text", "locality"), lambda text: (text, text, text)),
        (deadline, ("id", "modality", "received_at"), lambda text: (text, "QUEJA", "2026-02-02")),
        (deadline, ("id", "modality", "received_at"), lambda text: (text, text, text)),
    ],
    ids=["route", "deadline", "deadline refused"],
)
def test_a_table_gives_a_row_for_each_row(command, header, row):
    found = batch(command, header, [row(text) for text in TEXTS.values()])

    rows = list(csv.DictReader(io.StringIO(found.stdout)))
    assert 0 == found.exit_code
    assert len(TEXTS) == len(rows)
    assert "'=cmd|'/c calc'!A1" in {each["id"] for each in rows}


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1"])
@pytest.mark.parametrize(
    ("command", "header", "rest"),
    [
        (route, ("id", "text", "locality"), ("hueco", "")),
        (deadline, ("id", "modality", "received_at"), ("QUEJA", "2026-02-02")),
    ],
    ids=["route", "deadline"],
)
def test_no_cell_is_a_formula(command, header, rest, cell):
    result = CliRunner().invoke(command, ("--batch", "-"), input=table_of(header, (cell, *rest)))

    row = next(csv.DictReader(io.StringIO(result.stdout, newline="")))
    assert row["id"].startswith("'")


def table_of(*rows):
    table = io.StringIO()
    csv.writer(table).writerows(rows)
    return table.getvalue().encode()


def test_an_id_forges_no_line_of_the_messages():
    rows = [("1\n9: todo bien", "NADA", "x"), ("2\r9: todo bien", "NADA", "2026-02-02")]
    result = batch(deadline, ("id", "modality", "received_at"), rows)

    assert 2 == len(result.stderr.splitlines())
    assert not [line for line in result.stderr.splitlines() if line.startswith("9")]


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("column", COLUMNS)
def test_any_cell_of_an_old_case_is_read_or_refused_on_one_line(entity, column, text):
    """The commands' own half, what becomes of a whole file, is in `test_import_cases.py`."""
    shown = text.encode("utf-8", "replace").decode()
    sheet = read_sheet(sheet_of({**GOOD, column: shown}))
    cases, troubles = read_cases(sheet, entity.pack, NOW)

    assert 1 == len(cases) + len(troubles)
    for trouble in troubles:
        assert {column, ""} & {trouble.column}
        assert not ORDERS.search(on_one_line(str(trouble)))
        assert len(str(trouble)) < 1000


@pytest.mark.parametrize(
    "typed", ["a\r\nBcc: x@example.com", "a\nb", "a\x00b", "\x1b[31m", "a\u2028b"]
)
@pytest.mark.parametrize(
    "where", [("{}",), ("a@example.com", "--name", "{}")], ids=["email", "name"]
)
def test_an_account_is_named_on_one_line(typed, where):
    arguments = [part.format(typed) for part in where]
    result = (
        run(user, "add", "--role", "auditor", "--", *arguments[:1])
        if len(where) == 1
        else run(user, "add", "--role", "auditor", *arguments)
    )

    assert 2 == result.exit_code
    assert "una sola línea" in result.stderr
