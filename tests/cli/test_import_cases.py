"""`pqrs import` as an operator types it: one report for everything, all of it saved or nothing."""

import csv
import json
import re
from dataclasses import replace

import pytest
from click.testing import CliRunner
from sqlalchemy import func, select

from pqrs.cli import import_cases
from pqrs.cli.context import Terminal
from pqrs.models import Petition
from pqrs.models.engine import make_engine
from pqrs.outside.witness import Witness
from pqrs.queries.invariants import INVARIANTS, Ground
from tests.office.old_cases import GOOD, sheet_of
from tests.serving import run_pqrs, settings_for

ORDERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
ANSWERED = {**GOOD, "number": "V-2", "answered_at": "2024-03-20", "satisfaction": "4"}
BAD_KIND = {**GOOD, "number": "V-3", "kind": "=cmd|'/c calc'!A1"}
BAD_EXTENSION = {**GOOD, "number": "V-4", "extended_to_days": "1000000"}


@pytest.fixture
def here(settings, office, monkeypatch):
    """The terminal of an installation of its own, with the clock stopped."""
    engine = make_engine(settings.database_url)
    found = Terminal(settings, engine, replace(office), Witness(settings.witness))
    monkeypatch.setattr(import_cases, "terminal", lambda: found)
    yield found
    engine.dispose()


@pytest.fixture
def run(here, tmp_path):
    """Import these rows, or these bytes."""

    def run_it(*rows, content=None, options=()):
        file = tmp_path / "viejo.csv"
        file.write_bytes(sheet_of(*rows) if content is None else content)
        done = CliRunner().invoke(import_cases.import_, [str(file), *options])
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
        assert not ORDERS.search(done.stdout + done.stderr)
        return done

    return run_it


def count(here):
    with here.read() as session:
        return session.scalar(select(func.count()).select_from(Petition))


def report(done):
    return json.loads(done.stdout)


def test_good_rows_are_saved_and_every_promise_holds(here, run):
    done = run(GOOD, ANSWERED)

    assert 0 == done.exit_code
    assert "Importadas: 2." in done.stdout
    assert "ventanilla con su número anterior" in done.stderr
    assert 2 == count(here)
    assert 2 == len(list(here.witness.lines()))
    with here.read() as session:
        ground = Ground(session, here.witness, here.office.files)
        assert [] == [found for invariant in INVARIANTS for found in invariant.ask(ground)]


def test_the_same_file_again_adds_nothing(here, run):
    run(GOOD, ANSWERED)
    again = run(GOOD, ANSWERED, {**GOOD, "number": "V-9"})

    assert 0 == again.exit_code
    assert "Importadas: 1. Ya estaban: 2." in again.stdout
    assert 3 == count(here)


def test_a_known_case_with_other_words_is_refused(here, run):
    run(GOOD)
    done = run({**GOOD, "subject": "Otro"})

    assert 1 == done.exit_code
    assert "línea 2, columna number" in done.stderr
    assert "otros datos" in done.stderr
    assert 1 == count(here)


def test_one_bad_row_saves_nothing_and_every_bad_row_is_told(here, run):
    done = run(GOOD, BAD_KIND, ANSWERED, BAD_EXTENSION)

    assert 1 == done.exit_code
    assert "Importadas: 0. Ya estaban: 0. Rechazadas: 2." in done.stdout
    assert "línea 3, columna kind" in done.stderr
    assert "línea 5, columna extended_to_days" in done.stderr
    assert "artículo 14, parágrafo" in done.stderr
    assert "--skip-bad" in done.stderr
    assert 0 == count(here)


def test_bad_rows_are_skipped_when_asked(here, run):
    done = run(GOOD, BAD_KIND, ANSWERED, options=("--skip-bad", "--json"))
    found = report(done)

    assert 0 == done.exit_code
    assert (3, 2, 0, True) == (
        found["rows"], found["imported"], found["already"], found["saved"],
    )  # fmt: skip
    assert [(3, "kind", "V-3")] == [
        (row["line"], row["column"], row["number"]) for row in found["refused"]
    ]
    assert 2 == count(here)


def test_a_rehearsal_saves_nothing(here, run):
    done = run(GOOD, ANSWERED, options=("--dry-run",))

    assert 0 == done.exit_code
    assert "Importadas: 2." in done.stdout
    assert "Ensayo" in done.stderr
    assert 0 == count(here)
    assert [] == list(here.witness.lines())


def test_a_rehearsal_with_bad_rows_says_no(here, run):
    assert 1 == run(GOOD, BAD_KIND, options=("--dry-run",)).exit_code


def test_another_due_date_is_told_and_not_used(here, run):
    row = {**GOOD, "due_on": "2024-03-25"}
    found = report(run(row, options=("--json",)))
    (differs,) = found["due_on_differs"]

    assert ("2024-03-25", "2024-03-22", "H-2024-000001-3") == (
        differs["theirs"], differs["ours"], differs["number"],
    )  # fmt: skip
    assert "decía 2024-03-25; por la ley vence el 2024-03-22" in run(
        {**row, "number": "V-8"}
    ).stderr  # fmt: skip


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "vac\u00edo"),
        ("number,kind,received_at\n1,PETICIÓN,x\n".encode("cp1252"), "iconv -f WINDOWS-1252"),
        (b"number,kind\n1,QUEJA\n", "received_at"),
        (b'number,kind,received_at\n"1,QUEJA', "comillas"),
        (b"\x00\x1b[31m", "Faltan columnas"),
    ],
)
def test_what_is_no_table_is_wrong_usage(here, run, content, said):
    done = run(content=content)

    assert (2, "") == (done.exit_code, done.stdout)
    assert said in done.stderr


def test_a_file_of_a_header_alone_is_no_row(run):
    done = run()

    assert 0 == done.exit_code
    assert "Filas: 0." in done.stdout


def test_many_bad_rows_do_not_flood_the_terminal(run):
    rows = [{**GOOD, "number": f"V-{place}", "kind": "x"} for place in range(80)]
    done = run(*rows)

    assert 60 > len(done.stderr.splitlines())
    assert "y 30 más" in done.stderr
    assert 80 == len(report(run(*rows, options=("--json",)))["refused"])


def test_columns_that_are_not_used_are_told(run):
    assert "cedula" in run(content=b"number,kind,received_at,Cedula\n1,QUEJA,2024-01-02,9\n").stderr


@pytest.mark.network
def test_from_a_terminal_and_without_a_database(tmp_path):
    environ = settings_for(tmp_path / "instance")
    file = tmp_path / "viejo.csv"
    file.write_bytes(sheet_of(GOOD, separator=";"))

    before = run_pqrs(environ, "import", str(file))
    assert (1, "") == (before.returncode, before.stdout)
    assert "pqrs init" in before.stderr
    run_pqrs(environ, "init")
    assert 0 == run_pqrs(environ, "import", str(file)).returncode
    assert 2 == run_pqrs(environ, "import", str(tmp_path / "no.csv")).returncode
    done = run_pqrs(environ, "verify")
    assert (0, "") == (done.returncode, done.stderr)


def test_the_columns_are_those_of_the_help(run):
    told = CliRunner().invoke(import_cases.import_, ["--help"]).stdout

    (header,) = csv.reader([sheet_of(GOOD).decode().splitlines()[0]])
    assert [] == [name for name in header if name not in told]
