"""Another reading of a disputed point."""

from datetime import timedelta

import pytest

from pqrs.law import disputed
from pqrs.outside.now import today
from pqrs.web.filters import long_date
from tests.web.office.proposing import admin_of, boxes, due_of, press, supervisor_of, the_act
from tests.web.staff import a_case, text_of

READING = "/administracion/reglas/lectura"


def reading(admin, point, day, **typed):
    admin.open(f"{READING}?punto={point}")
    return admin.submit(**{**boxes("begins", day), **the_act("Resolución 8 de 2026"), **typed})


def test_without_a_point_all_of_them_are_offered(app):
    admin = admin_of(app)

    admin.open(READING)

    assert [] == [one.name for one in disputed() if f"punto={one.name}" not in admin.answer.html]


@pytest.mark.parametrize("point", [one.name for one in disputed()])
def test_each_point_has_its_form(app, point):
    admin = admin_of(app)

    admin.open(f"{READING}?punto={point}")

    assert "Hoy se lee así:" in text_of(admin)
    assert {"act"} <= admin.form_with({"act"}).offers.keys()


def test_saturdays_that_count_bring_dates_forward_from_the_day_they_were_received(app):
    number = a_case(app)
    before = due_of(app, number)
    admin, supervisor = admin_of(app), supervisor_of(app)

    reading(admin, "saturday_is_business", today(), value="true")
    assert number in text_of(admin)
    assert f"desde el {long_date(today())}" in text_of(admin)
    press(admin, "propose")
    supervisor.open(admin.answer.path)
    press(supervisor, "approve")

    assert before > due_of(app, number)


def test_a_reading_from_tomorrow_moves_nothing_that_is_here(app):
    number = a_case(app)
    admin = admin_of(app)

    reading(admin, "saturday_is_business", today() + timedelta(days=1), value="true")

    assert number not in text_of(admin)
    assert "Ninguno: ningún caso abierto cambiaría de fecha." in text_of(admin)


def test_the_closing_hour_is_written(app):
    admin = admin_of(app)

    reading(admin, "closing_time", today(), hour="16:30")
    assert "Se leerá así 16:30" in text_of(admin)
    reading(admin, "closing_time", today(), hour="25:99")
    assert 422 == admin.answer.status
    assert "«25:99» no es un valor" in text_of(admin)
    assert "25:99" == dict(admin.form_with({"hour"}).values)["hour"]
    reading(admin, "closing_time", today())
    assert "Escriba la hora, por ejemplo 17:00." in text_of(admin)


def test_what_is_missing_is_asked_for(app):
    admin = admin_of(app)

    reading(admin, "hours_run", today())
    assert 422 == admin.answer.status
    assert "Elija cómo se leerá." in text_of(admin)

    admin.open(f"{READING}?punto=hours_run")
    admin.submit(value="business", **the_act())
    assert "Escriba el día desde el que rige." in text_of(admin)


def test_it_does_not_end_before_it_begins(app):
    admin = admin_of(app)

    reading(
        admin,
        "hours_run",
        today(),
        value="business",
        **boxes("until", today() - timedelta(days=1)),
    )

    assert 422 == admin.answer.status
    assert "El último día no puede ser anterior al primero." in text_of(admin)


def test_the_reading_that_is_in_force_changes_nothing(app):
    admin = admin_of(app)

    reading(admin, "hours_run", today(), value="running")

    assert 409 == admin.answer.status
    assert "El cambio no cambia nada: las reglas ya son así" in text_of(admin)


@pytest.mark.parametrize("value", ["a veces", "true", ""])
def test_a_value_that_does_not_exist_is_refused(app, value):
    admin = admin_of(app)
    admin.open(f"{READING}?punto=hours_run")
    form = admin.prepare(**boxes("begins", today()), **the_act())
    form.values.append(("value", value))

    admin.send_form(form)

    assert 422 == admin.answer.status
    assert "Eli" in text_of(admin)
    assert "Decreto 045 de 2026" == dict(admin.form_with({"act"}).values)["act"]


def test_a_point_that_does_not_exist_is_refused(app):
    admin = admin_of(app)
    admin.open(f"{READING}?punto=hours_run")
    form = admin.prepare(value="business", **boxes("begins", today()), **the_act())
    form.values = [(name, "nada" if name == "point" else value) for name, value in form.values]

    admin.send_form(form)

    assert 422 == admin.answer.status
    assert "Elija el punto en discusión." in text_of(admin)
