"""Closing days: which days it takes, what it says of those it does not."""

from datetime import date, timedelta

import pytest

from pqrs.outside.now import today
from pqrs.web.filters import weekday_date
from tests.web.office.proposing import (
    admin_of,
    boxes,
    look_ahead,
    next_sunday,
    propose,
    working_day,
)
from tests.web.staff import text_of


def test_several_days_and_some_apart(app):
    admin = admin_of(app)
    first, last, apart = working_day(2), working_day(3), working_day(8)

    look_ahead(admin, first, **boxes("last", last), **boxes("apart", apart))

    for day in (first, last, apart):
        assert weekday_date(day) in text_of(admin)


def test_what_is_not_worked_anyway_is_left_out_and_said(app):
    admin = admin_of(app)
    sunday = next_sunday()

    look_ahead(admin, sunday - timedelta(days=6), **boxes("last", sunday + timedelta(days=1)))

    assert 200 == admin.answer.status
    assert "no se trabaja de todos modos: Domingo" in text_of(admin)


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"first-day": "31", "first-month": "2"}, "Escriba una fecha que exista"),
        ({"first-day": "", "first-month": "", "first-year": ""}, "Escriba el primer día"),
        ({"first-year": "1983"}, "Escriba un año entre 1984 y 2100."),
        ({"first-year": "2101"}, "Escriba un año entre 1984 y 2100."),
        ({"act": ""}, "Escriba el acto y su número"),
        ({"officer": " "}, "Escriba quién expidió el acto"),
        ({"act_on-day": "", "act_on-month": "", "act_on-year": ""}, "Escriba la fecha del acto."),
        ({"act": "x" * 201}, "Escriba máximo 200 caracteres. Lleva 201."),
    ],
)
def test_what_cannot_be_is_said_and_the_rest_stays(app, typed, message):
    admin = admin_of(app)

    look_ahead(admin, working_day(2), **typed)

    assert 422 == admin.answer.status
    assert message in text_of(admin)
    kept = dict(admin.form_with({"act"}).values)
    assert typed.get("act", "Decreto 045 de 2026") == kept["act"]
    assert (
        str(working_day(2).day if "first-day" not in typed else typed["first-day"])
        == kept["first-day"]
    )


def test_the_last_day_comes_after_the_first(app):
    admin = admin_of(app)

    look_ahead(admin, working_day(5), **boxes("last", working_day(4)))

    assert 422 == admin.answer.status
    assert "El último día no puede ser anterior al primero." in text_of(admin)


def test_a_year_typed_wrong_does_not_close_a_year(app):
    admin = admin_of(app)

    look_ahead(admin, working_day(5), **boxes("last", working_day(5) + timedelta(days=365)))

    assert "Son más de 60 días seguidos. Revise el año." in text_of(admin)


def test_a_sunday_alone_is_refused_with_its_reason_and_norm(app):
    admin = admin_of(app)

    look_ahead(admin, next_sunday())

    assert 409 == admin.answer.status
    assert "no se trabaja de todos modos" in text_of(admin)
    assert "artículo 62" in text_of(admin)
    assert str(next_sunday().year) == dict(admin.form_with({"act"}).values)["first-year"]


def test_an_act_of_tomorrow_is_refused(app):
    admin = admin_of(app)

    look_ahead(admin, working_day(2), **boxes("act_on", today() + timedelta(days=1)))

    assert 409 == admin.answer.status
    assert "todavía no llega" in text_of(admin)


def test_a_closure_long_ago_is_possible(app):
    admin = admin_of(app)

    path = propose(admin, date(2026, 2, 3), **boxes("act_on", date(2026, 2, 2)))

    assert path.startswith("/administracion/reglas/")
    assert "martes 3 de febrero de 2026" in text_of(admin)
