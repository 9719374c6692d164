"""A case of another system at the desk: found by the number it had, honest on what it lacks."""

from datetime import datetime, timedelta

import pytest

from pqrs.acts.import_case import import_cases, plan_case
from pqrs.law import Kind
from pqrs.models import rule_book
from pqrs.office import Role
from pqrs.office.import_row import OldCase
from tests.web.staff import at_work, text_of, writing

NUMBER = "ALC-2023/004512"


def imported(app, **cells):
    """A pothole of some weeks ago; answered, if it says so, two days later."""
    now: datetime = app.office.clock()
    facts = {"received_at": now - timedelta(days=30), "department": "INFRA", **cells}
    if facts.pop("answered", False):
        facts["answered_at"] = facts["received_at"] + timedelta(days=2)
    case = OldCase(
        line=2, content_hash="x", number=NUMBER, kind=Kind.CLAIM, subject="Hueco", **facts
    )
    with writing(app) as session:
        plans = [plan_case(case, rule_book(session), app.office.router_now(session), app.office)]
        return next(import_cases(session, plans, app.office))


@pytest.mark.parametrize("typed", [NUMBER, NUMBER.lower(), f"  {NUMBER} "])
def test_it_is_found_by_the_number_it_had(app, typed):
    number = imported(app)
    official = at_work(app)

    official.open(f"/bandeja?numero={typed.replace('/', '%2F').replace(' ', '+')}")

    assert f"/bandeja/{number}" == official.answer.path
    words = text_of(official)
    assert number in words
    assert f"Número anterior: {NUMBER}" in words


def test_it_is_found_by_the_number_it_has_here(app):
    number = imported(app)
    official = at_work(app)

    official.open(f"/bandeja?numero={number.lower().replace('-', '')}")

    assert f"/bandeja/{number}" == official.answer.path


def test_somebody_elses_is_not_found(app):
    imported(app)
    official = at_work(app, department="HAC")

    official.open("/bandeja?numero=ALC-2023%2F004512")

    assert "/bandeja" == official.answer.path.partition("?")[0]


def test_what_the_other_system_kept_is_not_made_up(app):
    number = imported(app)
    official = at_work(app)
    official.open(f"/bandeja/{number}")

    words = text_of(official)
    for each in (
        "no tiene código de acceso",
        "quedó en el sistema anterior",
        "El sistema anterior",
        "Hueco",
    ):
        assert each in words


def test_a_satisfaction_alone_is_shown_alone(app):
    number = imported(app, answered=True, satisfaction=2)
    control = at_work(app, Role.INTERNAL_CONTROL, None)
    control.open(f"/bandeja/{number}")

    words = text_of(control)
    assert "Satisfacción: 2 de 5." in words
    assert "La respuesta quedó en el sistema anterior." in words
    assert "Quiere la respuesta" not in words
    assert "Facilidad" not in words
    assert "¿Respondimos lo que pidió?" not in words
