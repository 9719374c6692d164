"""`pqrs route --retrain`: before and after, the cases that change, a question, and the way back."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from pqrs.acts.assign import assign
from pqrs.acts.office import make_office
from pqrs.cli.route import route
from pqrs.models.engine import make_engine, make_sessions, write_intent
from pqrs.office import Role
from pqrs.settings import Settings
from tests.build import a_petition, an_official, answered
from tests.serving import run_pqrs, settings_for

VILLA = str(Path("tests/packs/villa-ejemplo").resolve())
WORDS = "Se desbordó la quebrada del zanjón y nadie responde, soy Hermelinda"
CORRECTED = 8


@pytest.fixture
def place(tmp_path):
    """An invented municipality where a person corrected eight cases of a matter nobody taught."""
    environ = settings_for(tmp_path, PQRS_ENTITY=VILLA)
    assert 0 == run_pqrs(environ, "init").returncode
    own = {name: value for name, value in environ.items() if name.startswith("PQRS_")}
    settings = Settings.from_environ(own, tmp_path)
    office, engine = make_office(settings), make_engine(settings.database_url)
    with write_intent(), make_sessions(engine)() as session:
        for _ in range(CORRECTED):
            petition = a_petition(session, office, topic=None, text=WORDS, person=None)
            assert "intake" == petition.routed_by
            assign(session, number=petition.number, department="CONTROL", reason="La leí.",
                   viewer=an_official(session, Role.CLERK, None), seen=petition.last_sequence,
                   office=office)  # fmt: skip
            answered(session, office, petition)
        session.commit()
    engine.dispose()
    return environ


def test_it_shows_asks_replaces_and_goes_back(place):
    told = run_pqrs(place, "route", "--retrain")
    assert 1 == told.returncode
    assert f"la respuesta confirmó: {CORRECTED}." in told.stdout
    assert f"Del último mes se miraron {CORRECTED} casos; cambiarían {CORRECTED}" in told.stdout
    assert "→ Oficina de Control" in told.stdout
    assert "No se reemplazó nada." in told.stderr

    done = run_pqrs(place, "route", "--retrain", "--yes", "--json")
    assert 0 == done.returncode, done.stderr
    plain = json.loads(done.stdout)
    assert (CORRECTED, CORRECTED) == (plain["cases"], plain["lessons"])
    trial = plain["trial"]
    assert trial["cases_before"]["texts"] == trial["cases_after"]["texts"]
    assert trial["cases_before"]["department"] <= trial["cases_after"]["department"]
    again = run_pqrs(place, "route", "--retrain", "--yes")
    assert (1, "") == (again.returncode, again.stdout)
    assert "enseña algo nuevo" in again.stderr

    back = run_pqrs(place, "route", "--go-back", "--yes")
    assert 0 == back.returncode
    assert "con 0 casos" in back.stderr
    assert 1 == run_pqrs(place, "route", "--go-back").returncode


@pytest.mark.parametrize("more", [("texto",), ("--go-back",), ("--batch", __file__)])
def test_it_stands_alone(more):
    assert 2 == CliRunner().invoke(route, ["--retrain", *more]).exit_code


def test_without_corrections_there_is_nothing_to_learn(tmp_path):
    environ = settings_for(tmp_path, PQRS_ENTITY=VILLA)
    run_pqrs(environ, "init")

    assert 1 == run_pqrs(environ, "route", "--retrain", "--yes").returncode
    back = run_pqrs(environ, "route", "--go-back", "--yes")
    assert (1, True) == (back.returncode, "Todavía no ha aprendido" in back.stderr)
