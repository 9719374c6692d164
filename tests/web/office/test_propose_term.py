"""Another term for some kinds of petition."""

from datetime import date

import pytest

from pqrs.law import Kind
from pqrs.outside.now import today
from tests.web.office.proposing import admin_of, boxes, due_of, press, supervisor_of, the_act
from tests.web.staff import a_case, text_of

TERM = "/administracion/reglas/termino"


def term(admin, **typed):
    admin.open(TERM)
    filled = {
        "kinds": [Kind.CLAIM.code, Kind.COMPLAINT.code],
        "unit": "working_day",
        "amount": "10",
        "extension": "double",
        "norm": "Ley 3001 de 2026",
        **boxes("begins", today()),
        **the_act("Ley 3001 de 2026"),
    }
    return admin.submit(**{**filled, **typed})


def test_a_shorter_term_brings_the_date_forward(app):
    number = a_case(app, kind=Kind.CLAIM)
    before = due_of(app, number)
    admin, supervisor = admin_of(app), supervisor_of(app)

    term(admin)
    assert number in text_of(admin)
    press(admin, "propose")
    assert "Término: Reclamo, Queja" in text_of(admin)
    supervisor.open(admin.answer.path)
    press(supervisor, "approve")

    assert before > due_of(app, number)


def test_it_is_written_out_before_it_is_proposed(app):
    admin = admin_of(app)

    term(admin, extension="plus", extra="8", silence="positive", article="7")

    text = text_of(admin)
    assert "10 días hábiles" in text
    assert "Hasta 8 días hábiles más" in text
    assert "Sin respuesta a tiempo, se entiende concedida" in text
    assert "Ley 3001 de 2026, artículo 7" in text


def test_a_kind_may_have_no_term(app):
    admin = admin_of(app)

    term(admin, kinds=Kind.PRAISE.code, unit="none", amount="", extension="none")

    assert 200 == admin.answer.status
    assert "Sin término" in text_of(admin)


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"kinds": []}, "Elija al menos un tipo de petición."),
        ({"amount": ""}, "Escriba cuántos días hábiles son, por ejemplo 15."),
        ({"amount": "0"}, "Escriba un número entre 1 y 365."),
        ({"amount": "366"}, "Escriba un número entre 1 y 365."),
        ({"amount": "quince"}, "Escriba un número entre 1 y 365."),
        ({"extension": "plus"}, "Escriba cuántos días hábiles más, por ejemplo 8."),
        ({"norm": ""}, "Escriba la norma"),
        ({"begins-day": "31", "begins-month": "2"}, "Escriba una fecha que exista"),
    ],
)
def test_what_cannot_be_is_said_and_the_rest_stays(app, typed, message):
    admin = admin_of(app)

    term(admin, **typed)

    assert 422 == admin.answer.status
    assert message in text_of(admin)
    assert "Alcalde municipal" == dict(admin.form_with({"officer"}).values)["officer"]


def test_days_without_any_term_are_said_and_the_rest_stays(app):
    admin = admin_of(app)
    typed = {**boxes("begins", date(2017, 1, 1)), **boxes("until", date(2018, 1, 1))}

    term(admin, kinds=Kind.OPPOSITION.code, **typed)

    assert 422 == admin.answer.status
    assert "«OPOSICION» tiene término desde el lunes 9 de julio de 2018" in text_of(admin)
    assert "Ley 3001 de 2026" == dict(admin.form_with({"officer"}).values)["norm"]


def test_unit_and_extension_are_chosen(app):
    admin = admin_of(app)
    admin.open(TERM)

    admin.submit(kinds=Kind.CLAIM.code, **the_act())

    assert "Elija si hay término." in text_of(admin)
    assert "Elija si puede prorrogarse." in text_of(admin)
