"""`pqrs calendar`: every day of a year and why."""

import json

import pytest
from click.testing import CliRunner

from pqrs.cli.deadline import calendar


@pytest.fixture
def run(monkeypatch, tmp_path):
    """Run the command with no database to be found."""
    monkeypatch.setenv("PQRS_DATABASE_URL", f"sqlite:///{tmp_path / 'none.sqlite'}")
    return lambda *arguments: CliRunner().invoke(calendar, arguments)


@pytest.mark.parametrize(("year", "days", "worked"), [("2026", 365, 242), ("2024", 366, 246)])
def test_every_day_is_there(run, year, days, worked):
    result = run(year, "--json")
    told = json.loads(result.stdout)
    assert (0, int(year)) == (result.exit_code, told["year"])
    assert (days, worked) == (len(told["days"]), sum(day["working"] for day in told["days"]))


def test_a_day_that_is_not_worked_cites_its_norm(run):
    days = {day["date"]: day for day in json.loads(run("2026", "--json").stdout)["days"]}
    assert {
        "date": "2026-07-13",
        "weekday": "lunes",
        "working": False,
        "why": "Festivo: Nuestra Señora del Rosario de Chiquinquirá",
        "norm": "Ley 2578 de 2026, artículo 6",
    } == days["2026-07-13"]
    assert all(day["norm"] for day in days.values() if not day["working"])


def test_it_can_be_read(run):
    lines = run("2026").stdout.splitlines()
    assert 365 == len(lines)
    assert (
        "2026-01-01  jueves     no hábil  Festivo: Año Nuevo (Ley 51 de 1983, artículo 1)"
        == (lines[0])
    )
    assert "2026-01-02  viernes    hábil" == lines[1].rstrip()


@pytest.mark.parametrize("year", ["1983", "2101", "0", "99999999"])
def test_years_out_of_range_are_refused(run, year):
    result = run(year)
    assert (2, "") == (result.exit_code, result.stdout)
    assert "1984 a 2100" in result.stderr


def test_the_first_and_the_last_year_are_whole(run):
    assert 366 == len(run("1984").stdout.splitlines())
    assert 365 == len(run("2100").stdout.splitlines())
