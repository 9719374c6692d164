"""A rule is tried on last month's cases, and kept only then."""

from dataclasses import replace
from datetime import date

import pytest

from pqrs.office.rule_faults import RuleFault
from pqrs.web.office.routing_words import FAULTS
from tests.web.office.proposing import admin_of, boxes, press, working_day
from tests.web.office.test_routing import ROUTING
from tests.web.staff import a_case, petition_of, text_of

TYPED = {
    "topic": "VI-MAL-01",
    "place": "VILLAGORGONA",
    "department": "PLAN",
    "reason": "En Villagorgona hay un convenio.",
}


def fill(admin, **changes):
    admin.open(f"{ROUTING}/nueva")
    return admin.submit(**{**TYPED, **changes})


def test_it_shows_what_would_have_gone_elsewhere_then_keeps_it(app):
    before = a_case(app, place="VILLAGORGONA")
    admin = admin_of(app)

    fill(admin)
    words = text_of(admin)
    assert "1 caso se habría ido a otra parte." in words
    assert before in words
    assert "Hay un hueco" not in words
    assert "Todavía no se ha guardado nada." in words
    assert "INFRA" == petition_of(app, a_case(app, place="VILLAGORGONA")).department

    press(admin, "save")
    assert (200, ROUTING) == (admin.answer.status, admin.answer.path)
    assert "La regla quedó guardada." in text_of(admin)
    assert "PLAN" == petition_of(app, a_case(app, place="VILLAGORGONA")).department
    assert "INFRA" == petition_of(app, before).department


def test_going_back_keeps_what_was_typed(app):
    admin = admin_of(app)
    fill(admin)
    press(admin, "correct")

    assert TYPED["reason"] in admin.answer.html
    assert {("topic", "VI-MAL-01"), ("place", "VILLAGORGONA")} <= set(admin.prepare().values)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"topic": ""}, "Elija el tema."),
        ({"department": ""}, "Elija quién responde."),
        ({"reason": ""}, "Escriba por qué."),
        (
            {**boxes("begins", working_day(9)), **boxes("until", working_day(3))},
            "El último día no puede ser anterior al primero.",
        ),
    ],
)
def test_what_is_missing_is_said(app, changes, said):
    admin = admin_of(app)
    fill(admin, **changes)

    assert 422 == admin.answer.status
    assert said in text_of(admin)


def test_another_rule_in_the_way_says_what_to_do(app):
    admin = admin_of(app)
    for _ in range(2):
        fill(admin)
        press(admin, "save")
    assert "La regla quedó guardada." in text_of(admin)

    fill(admin, department="HAC")
    assert 422 == admin.answer.status
    assert "Ya hay una regla para ese tema en ese lugar." in text_of(admin)


def test_a_body_that_ended_is_said_before_any_preview(app, monkeypatch):
    pack, ended = app.office.pack, date(2020, 1, 1)
    bodies = tuple(
        replace(one, valid_until=ended) if one.code == "PLAN" else one for one in pack.departments
    )
    retired = replace(app.office, pack=replace(pack, departments=bodies))
    admin = admin_of(app)
    monkeypatch.setattr(app, "office", retired)

    fill(admin)

    assert 422 == admin.answer.status
    assert str(FAULTS[RuleFault.RETIRED_BODY]) in text_of(admin)
    assert TYPED["reason"] in admin.answer.html
