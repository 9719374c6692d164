"""`pqrs deadline` as an operator types it: results on stdout, messages on stderr, codes 0, 1, 2."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from click.testing import CliRunner

from pqrs.cli.deadline import deadline
from pqrs.law import ChangeKind
from pqrs.models import Base
from pqrs.models.engine import make_engine, make_sessions, write_intent
from tests.build import approve_change

WORKED = Path(__file__).parents[1] / "law" / "vectors" / "worked.csv"
REQUIREMENT = '[{"type": "requirement", "communicated_at": "2026-02-06T09:00:00"}]'


@pytest.fixture
def run(monkeypatch, tmp_path):
    """Run the command with no database to be found, unless the test makes one."""
    monkeypatch.setenv("PQRS_DATABASE_URL", f"sqlite:///{tmp_path / 'none.sqlite'}")

    def run_it(*arguments, **more):
        return CliRunner().invoke(deadline, arguments, **more)

    return run_it


def test_the_date_stands_alone_on_the_first_line(run):
    result = run("QUEJA", "2026-03-18T16:00:00")
    assert 0 == result.exit_code
    assert "" == result.stderr
    lines = result.stdout.splitlines()
    assert "2026-04-13" == lines[0]
    assert "Ley 51 de 1983" in lines[1]
    assert lines[-1].startswith(" 15  2026-04-13  lunes")


def test_json_holds_the_day_by_day_explanation(run):
    told = json.loads(run("QUEJA", "2026-03-18T16:00:00", "--json").stdout)
    assert ("QUEJA", "2026-04-13", None) == (told["kind"], told["due_on"], told["due_at"])
    assert {"date": "2026-03-19", "weekday": "jueves", "counted": True, "why": "Día hábil",
            "norm": "", "total": 1} == told["days"][0]  # fmt: skip
    assert "Ley 1437 de 2011, artículo 14" == told["norm"]
    assert {"date", "text", "norm"} == set(told["steps"][0])


def test_a_clock_of_hours_gives_its_minute(run):
    result = run("AUX_TUTELA_48H", "2026-02-06T15:00:00")
    assert "2026-02-08T15:00-05:00" == result.stdout.splitlines()[0]
    told = json.loads(run("AUX_TUTELA_48H", "2026-02-06T15:00:00", "--json").stdout)
    assert "2026-02-08T15:00:00-05:00" == told["due_at"]


def test_while_the_clock_stands_still_the_answer_is_no(run):
    result = run("QUEJA", "2026-02-02T10:00:00", "--events", REQUIREMENT)
    assert (1, "") == (result.exit_code, result.stdout)
    assert "está detenido" in result.stderr
    told = json.loads(run("QUEJA", "2026-02-02", "--events", REQUIREMENT, "--json").stdout)
    assert None is told["due_on"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("LOTERIA", "2026-02-02"), "«LOTERIA» no es una clase"),
        (("QUEJA", "2026-02-30"), "no es una fecha"),
        (("QUEJA", "1983-02-02"), "1984 a 2100"),
        (("QUEJA", "2026-02-02", "--events", "{"), "lista de hechos"),
        (("QUEJA", "2026-02-02", "--events", "[" * 100_000), "lista de hechos"),
        (("QUEJA",), "Faltan KIND y RECEIVED_AT"),
        (("QUEJA", "--batch", str(WORKED)), "--batch"),
        (("--json", "--batch", str(WORKED)), "--batch"),
    ],
    ids=["kind", "day", "year", "events", "deep", "missing", "both", "json"],
)
def test_wrong_usage_says_what_is_accepted(run, arguments, words):
    result = run(*arguments)
    assert (2, "") == (result.exit_code, result.stdout)
    assert words in result.stderr


def test_a_file_of_cases(run):
    result = run("--batch", str(WORKED))
    with WORKED.open(encoding="utf-8", newline="") as file:
        expected = [(row["id"], row["expected_due"]) for row in csv.DictReader(file)]
    assert 0 == result.exit_code
    refused = [line.partition(":")[0] for line in result.stderr.splitlines()]
    assert ["D03", "D05", "D09"] == refused, "what each tells is refused; the date is without it"
    rows = list(csv.reader(StringIO(result.stdout)))
    assert [["id", "due_on"], *map(list, expected)] == rows


@pytest.mark.parametrize(
    ("kind", "told_on", "days", "due_on", "said"),
    [
        ("QUEJA", "2026-02-24", 30, "2026-02-23", "venció el lunes 23 de febrero"),
        ("QUEJA", "2026-02-10", 45, "2026-03-16", "no pasa de 30 días hábiles en total"),
        ("CONGRESO", "2026-02-04", 10, "2026-02-09", "no se prorroga"),
    ],
)
def test_an_extension_that_the_law_refuses_is_said_with_its_article(
    run, kind, told_on, days, due_on, said
):
    extension = {"type": "extension", "notified_at": told_on, "total_days": days}
    asked = (kind, "2026-02-02T10:00:00", "--events", json.dumps([extension]))
    result = run(*asked)
    assert (0, due_on) == (result.exit_code, result.stdout.splitlines()[0])
    assert said in result.stderr
    assert "Ley 1437 de 2011, artículo 14, parágrafo" in result.stderr
    told = json.loads(run(*asked, "--json").stdout)["refused"]
    assert [(told_on, True)] == [(one["date"], said in one["text"]) for one in told]


def test_a_row_that_cannot_be_reckoned_is_empty_and_the_others_go_on(run):
    text = (
        "\ufeffid,otra,modality,received_at,events\r\n"
        "1,x,LOTERIA,2026-02-02,[]\r\n"
        "2,x, QUEJA ,2026-02-02,\r\n"
        "3,x,QUEJA,2026-02-31,[]\r\n"
        '4,x,QUEJA,2026-02-02,"[{""type"": ""completed"", ""at"": ""2026-02-05""}]"\r\n'
        "5,x,QUEJA\r\n"
        f'6,x,QUEJA,2026-02-02,"{REQUIREMENT.replace(chr(34), chr(34) * 2)}"\r\n'
    )
    result = run("--batch", "-", input=text.encode())
    assert 0 == result.exit_code
    assert ["id,due_on", "1,", "2,2026-02-23", "3,", "4,", "5,", "6,"] == (
        result.stdout.splitlines()
    )
    reasons = result.stderr.splitlines()
    assert ["1", "3", "4", "5", "6"] == [line.partition(":")[0] for line in reasons]
    assert "Ley 1437 de 2011, artículo 17" in reasons[2]
    assert "está detenido" in reasons[4]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"id,received_at\n1,2026-02-02\n", "faltan columnas: modality"),
        (b"", "faltan columnas"),
        ("id,modality,received_at\n1,CONSULTA,á".encode("latin-1"), "UTF-8"),
        (b'id,modality,received_at\n1,"' + b"x" * 11_000_000 + b'",2026', "UTF-8"),
    ],
    ids=["columns", "empty", "encoding", "huge"],
)
def test_a_file_that_is_not_such_a_file(run, content, words):
    result = run("--batch", "-", input=content)
    assert 2 == result.exit_code
    assert words in result.stderr


def test_a_file_that_is_not_there(run):
    assert 2 == run("--batch", "/no/such/file.csv").exit_code


def test_the_entitys_closures_and_readings_count_where_there_is_a_database(
    run, monkeypatch, tmp_path
):
    file = tmp_path / "some.sqlite"
    engine = make_engine(f"sqlite:///{file}")
    Base.metadata.create_all(engine, checkfirst=True)
    with write_intent(), make_sessions(engine)() as session:
        approve_change(session, ChangeKind.CLOSURE, {"days": ["2026-02-13"]})
        approve_change(session, ChangeKind.READING, {"name": "council_days", "value": 5})
        session.commit()
    engine.dispose()
    monkeypatch.setenv("PQRS_DATABASE_URL", f"sqlite:///{file}")
    result = run("QUEJA", "2026-02-02T10:00:00")
    assert "2026-02-24" == result.stdout.splitlines()[0]
    assert "Decreto 012 de 2026" in result.stdout
    assert "2026-02-09" == run("CONCEJO_INFO", "2026-02-02").stdout.splitlines()[0]


@pytest.mark.parametrize("url", ["no es una dirección", "sqlite://", "mystery://host/db"])
def test_a_database_that_cannot_be_read_leaves_the_nations_calendar(run, monkeypatch, url):
    monkeypatch.setenv("PQRS_DATABASE_URL", url)
    assert "2026-02-23" == run("QUEJA", "2026-02-02").stdout.splitlines()[0]


def test_an_empty_database_is_not_touched(run, monkeypatch, tmp_path):
    file = tmp_path / "empty.sqlite"
    file.touch()
    monkeypatch.setenv("PQRS_DATABASE_URL", f"sqlite:///{file}")
    result = run("QUEJA", "2026-02-02")
    assert "2026-02-23" == result.stdout.splitlines()[0]
    assert "solo se cuentan los festivos nacionales" in result.stderr
    assert 0 == file.stat().st_size
