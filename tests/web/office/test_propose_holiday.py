"""A national holiday that a law made."""

from datetime import timedelta

import pytest

from pqrs.law import Calendar
from pqrs.outside.now import today
from tests.web.office.proposing import (
    admin_of,
    boxes,
    due_of,
    press,
    supervisor_of,
    the_act,
    working_day,
)
from tests.web.staff import a_case, text_of

HOLIDAY = "/administracion/reglas/festivo"


def holiday(admin, **typed):
    admin.open(HOLIDAY)
    filled = {
        "name": "Día de la Caña",
        "hangs_on": "fixed",
        "day": "9",
        "month": "2",
        "norm": "Ley 3000 de 2026",
        **boxes("begins", today()),
        **the_act("Ley 3000 de 2026"),
    }
    return admin.submit(**{**filled, **typed})


def test_a_new_holiday_moves_what_is_due_after_it(app):
    number = a_case(app)
    before = due_of(app, number)
    day = working_day(5)
    admin, supervisor = admin_of(app), supervisor_of(app)

    holiday(admin, day=str(day.day), month=str(day.month))
    assert number in text_of(admin)
    press(admin, "propose")
    assert "Festivo: Día de la Caña" in text_of(admin)
    supervisor.open(admin.answer.path)
    press(supervisor, "approve")

    assert Calendar({day: ""}).working_day_from(before + timedelta(days=1)) == due_of(app, number)
    supervisor.open(f"/administracion/calendario/{day.year}")
    assert "Festivo: Día de la Caña Ley 3000 de 2026" in text_of(supervisor)


def test_it_is_written_out_before_it_is_proposed(app):
    admin = admin_of(app)

    holiday(admin, moves="yes", article="4")
    text = text_of(admin)
    assert "9 de febrero de cada año; si no cae en lunes, pasa al lunes siguiente" in text
    assert "Ley 3000 de 2026, artículo 4" in text

    holiday(admin, hangs_on="easter", easter="-4")
    assert "4 días antes del Domingo de Pascua" in text_of(admin)
    holiday(admin, hangs_on="easter", easter="50")
    assert "50 días después del Domingo de Pascua" in text_of(admin)


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"name": ""}, "Escriba el nombre del festivo."),
        ({"day": ""}, "Escriba el día y elija el mes."),
        ({"month": ""}, "Escriba el día y elija el mes."),
        ({"day": "31", "month": "4"}, "Ese mes no tiene ese día."),
        ({"day": "29", "month": "2"}, "El 29 de febrero no existe todos los años."),
        ({"day": "32"}, "Escriba un número entre 1 y 31."),
        ({"day": "²"}, "Escriba un número entre 1 y 31."),
        ({"day": "-0"}, "Escriba un número entre 1 y 31."),
        ({"hangs_on": "easter"}, "Escriba cuántos días, por ejemplo 60."),
        ({"hangs_on": "easter", "easter": "-81"}, "Escriba un número entre -80 y 240."),
        ({"hangs_on": "easter", "easter": "1.5"}, "Escriba un número entre -80 y 240."),
        ({"norm": ""}, "Escriba la norma"),
        ({"begins-year": "1983"}, "Escriba un año entre 1984 y 2100."),
    ],
)
def test_what_cannot_be_is_said_and_the_rest_stays(app, typed, message):
    admin = admin_of(app)

    holiday(admin, **typed)

    assert 422 == admin.answer.status
    assert message in text_of(admin)
    assert "Alcalde municipal" == dict(admin.form_with({"officer"}).values)["officer"]


def test_how_its_day_is_known_is_chosen(app):
    admin = admin_of(app)
    admin.open(HOLIDAY)

    admin.submit(name="Día de la Caña", **the_act())

    assert 422 == admin.answer.status
    assert "Elija cómo se sabe qué día es." in text_of(admin)
