"""`pqrs reckon`: what differs, what is repaired, what a change would move."""

import json
import re

import pytest
from click.testing import CliRunner
from sqlalchemy import select, text

from pqrs.acts.reckon_stale import reckon_stale
from pqrs.cli.reckon import reckon
from pqrs.cli.what_if_file import WhatIfFileError, read_what_if
from pqrs.law import ChangeKind
from pqrs.models import Installation, PetitionEvent
from pqrs.models.engine import make_engine, make_sessions, write_intent
from tests.build import a_petition, approve_change
from tests.serving import run_pqrs, settings_for

CHANGES = """
[[closure]]
day = 2026-03-20
norm = "Decreto 012 de 2026"

[[reading]]
name = "council_days"
value = 5
from = 2026-03-01

[[holiday]]
name = "Día nuevo"
date = "03-25"
norm = "Ley 1 de 2026"
from = 2026-01-01

[[term]]
kinds = ["CONSULTA"]
amount = 20
extension = "none"
norm = "Ley 2 de 2026"
from = 2026-01-01
"""


GAP = """
[[term]]
kinds = ["OPOSICION"]
amount = 9
extension = "none"
norm = "Ley 2 de 1990"
from = 1990-01-01
until = 1991-01-01
"""


@pytest.fixture
def place(tmp_path, database_url, office):
    """An installation with one open case; answers with its environment and the number."""
    engine = make_engine(database_url)
    with write_intent(), make_sessions(engine)() as session:
        number = a_petition(session, office).number
        session.get_one(Installation, 1).demo = True
        session.commit()
    engine.dispose()
    clock = "2026-03-18T10:00:00-05:00"
    more = {"PQRS_DATABASE_URL": database_url, "PQRS_DEMO": "1", "PQRS_CLOCK": clock}
    return settings_for(tmp_path) | more, number, engine


def spoil(engine, statement):
    with engine.begin() as connection:
        connection.execute(text(statement))
    engine.dispose()


def test_check_then_repair_then_check(place):
    environ, number, engine = place
    assert 0 == run_pqrs(environ, "reckon", "--check").returncode
    spoil(engine, "UPDATE petition SET due_on = '2026-12-24'")

    checked = run_pqrs(environ, "reckon", "--check")
    assert 1 == checked.returncode
    assert f"{number}: due_on dice 2026-12-24" in checked.stdout
    repaired = json.loads(run_pqrs(environ, "reckon", "--json").stdout)
    assert [number] == [one["number"] for one in repaired["cases"]]
    assert 0 == run_pqrs(environ, "reckon", "--check").returncode


def test_what_if(place, tmp_path):
    environ, number, _engine = place
    file = tmp_path / "changes.toml"
    file.write_text(CHANGES)

    told = run_pqrs(environ, "reckon", "--what-if", str(file))
    plain = json.loads(run_pqrs(environ, "reckon", "--what-if", str(file), "--json").stdout)

    assert 0 == told.returncode
    assert "Se moverían 1 casos abiertos" in told.stdout
    assert number in told.stdout
    assert (1, 0, 0) == tuple(plain[name] for name in ("moved", "become_late", "become_on_time"))
    (case,) = plain["cases"]
    assert case["before"] < case["after"]
    assert 0 == run_pqrs(environ, "reckon", "--check").returncode


WRONG = {
    "nothing": ("", "ningún cambio"),
    "no toml": ("[[closure", "TOML"),
    "another table": ("[[cierre]]\nday = 2026-03-20", "«cierre» no se conoce"),
    "one table": ('[closure]\nday = 2026-03-20\nnorm = "x"', r"como [[closure]]"),
    "another field": (
        '[[closure]]\nday = 2026-03-20\nnorm = "x"\nwhy = 1',
        "Se aceptan: day, norm",
    ),
    "no norm": ("[[closure]]\nday = 2026-03-20", "Falta «norm»"),
    "no day": ('[[closure]]\nday = "2026-02-30"\nnorm = "x"', "no es una fecha"),
    "no reading": ('[[reading]]\nname = "x"\nvalue = 1', "no es un punto de lectura"),
    "no value": ('[[reading]]\nname = "close_on"\nvalue = 1', "delivered, access, dispatch"),
    "no holiday": ('[[holiday]]\nname = "x"\nnorm = "y"\nfrom = 2026-01-01', "una de las dos"),
    "a term without end": ('[[term]]\nkinds = ["QUEJA"]\namount = 5', "«extension»"),
}


@pytest.mark.parametrize(("content", "said"), WRONG.values(), ids=WRONG)
def test_a_wrong_file_is_refused_by_file_and_field(tmp_path, content, said):
    file = tmp_path / "changes.toml"
    file.write_text(content)

    with pytest.raises(WhatIfFileError, match=re.escape(said)) as refused:
        read_what_if(file)

    assert "changes.toml" in str(refused.value)


def test_files_that_cannot_be_read(tmp_path):
    latin, large = tmp_path / "latin.toml", tmp_path / "large.toml"
    latin.write_bytes("[[holiday]]\nname = 'Día'".encode("latin-1"))
    large.write_text("# " + "x" * 1_000_000)

    for file, said in ((latin, "UTF-8"), (large, "megabyte"), (tmp_path / "none", "no se puede")):
        with pytest.raises(WhatIfFileError, match=said):
            read_what_if(file)


def test_a_wrong_file_is_wrong_usage_on_one_line(place, tmp_path):
    environ, _number, _engine = place
    file = tmp_path / "changes.toml"
    file.write_text('"a\\u001b[31m\\nb" = 1')

    result = run_pqrs(environ, "reckon", "--what-if", str(file))

    assert (2, "") == (result.returncode, result.stdout)
    assert "no se conoce" in result.stderr
    assert "Traceback" not in result.stderr
    assert "\x1b" not in result.stderr


def test_a_term_that_would_leave_days_without_any_is_wrong_usage(place, tmp_path):
    environ, _number, _engine = place
    file = tmp_path / "changes.toml"
    file.write_text(GAP)

    result = run_pqrs(environ, "reckon", "--what-if", str(file))

    assert (2, "") == (result.returncode, result.stdout)
    assert "«OPOSICION» tiene término desde el lunes 9 de julio de 2018" in result.stderr
    assert "Traceback" not in result.stderr


def test_the_worker_moves_a_date_before_it_asks_whether_it_went_by(place, office):
    """A reopening passed the case by: due 13 April as it was told, 10 April as it should be."""
    environ, _number, engine = place
    friday = {"days": ["2026-03-20"]}
    with write_intent(), make_sessions(engine)() as session:
        approve_change(session, ChangeKind.CLOSURE, friday)
        reckon_stale(session, office)
        approve_change(session, ChangeKind.REOPENING, friday)
        session.commit()
    engine.dispose()

    done = run_pqrs({**environ, "PQRS_CLOCK": "2026-04-11T10:00:00-05:00"}, "worker", "--once")

    assert 0 == done.returncode, done.stderr
    with make_sessions(engine)() as session:
        names = session.scalars(select(PetitionEvent.name).order_by(PetitionEvent.sequence)).all()
    engine.dispose()
    assert ["reckoned", "reckoned", "breached"] == names[-3:]


def test_one_thing_at_a_time(tmp_path):
    result = CliRunner().invoke(reckon, ("--check", "--what-if", str(tmp_path)))

    assert 2 == result.exit_code
