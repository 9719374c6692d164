"""«No es de mi dependencia»."""

import pytest

from pqrs.office import Role
from tests.build import answered
from tests.web.staff import a_case, at_work, petition_of, text_of, writing

WHY = "Es de Planeación: pide una licencia."


def returning(app, number, reason=WHY):
    official = at_work(app)
    official.open(f"/bandeja/{number}/devolver")
    return official, official.prepare(reason=reason)


def test_it_goes_back_with_its_reason(app):
    number = a_case(app)
    official, form = returning(app, number)

    official.send_form(form)

    assert "/bandeja" == official.answer.path
    assert f"Devolvió la petición {number}." in text_of(official)
    assert number not in text_of(official).replace(f"Devolvió la petición {number}", "")
    assert "intake" == petition_of(app, number).routed_by
    clerk = at_work(app, Role.CLERK, None)
    assert number in text_of(clerk)
    assert "Devuelta 1 vez Secretaría de Infraestructura" in text_of(clerk)
    assert WHY in text_of(clerk)
    offered = {code for form in clerk.forms() for code in form.buttons.get("department", ())}
    assert offered
    assert "INFRA" not in offered
    clerk.open(f"/ventanilla/{number}")
    assert WHY in text_of(clerk)
    assert "Devuelta 1 vez" in text_of(clerk)


@pytest.mark.parametrize(
    ("reason", "message"),
    [("", "Escriba por qué no le corresponde"), ("x" * 1001, "Escriba máximo 1.000 caracteres.")],
)
def test_a_reason_is_needed(app, reason, message):
    number = a_case(app)
    official, form = returning(app, number, reason)

    official.send_form(form)

    assert 422 == official.answer.status
    assert message in text_of(official)
    assert 2 == petition_of(app, number).last_sequence


def test_stale_keeps_the_reason(app):
    number = a_case(app)
    official, form = returning(app, number)
    with writing(app) as session:
        petition = session.merge(petition_of(app, number))
        answered(session, app.office, petition, opened=False)

    official.send_form(form)

    assert 409 == official.answer.status
    assert WHY in official.answer.html


def test_a_second_press_is_the_first_one(app):
    number = a_case(app)
    official, form = returning(app, number)
    official.send_form(form)

    official.send_form(form)

    assert (200, "/bandeja") == (official.answer.status, official.answer.path)
    assert f"Usted ya lo había hecho con la petición {number}." in text_of(official)
    assert 3 == petition_of(app, number).last_sequence


def test_a_case_that_another_gave_back_keeps_the_reason(app):
    number = a_case(app)
    slow, late = returning(app, number, "Es de Hacienda: habla de un impuesto.")
    quick, form = returning(app, number)
    quick.send_form(form)

    slow.send_form(late)

    assert 409 == slow.answer.status
    assert "Es de Hacienda: habla de un impuesto." in text_of(slow)
    assert "No se devolvió." in text_of(slow)


def test_a_closed_case_stays(app):
    number = a_case(app)
    official, form = returning(app, number)
    with writing(app) as session:
        answered(session, app.office, session.merge(petition_of(app, number)))

    official.send_form(form)

    assert 409 == official.answer.status
    assert WHY in official.answer.html
    assert "La petición terminó el" in text_of(official)
    official.open(f"/bandeja/{number}/devolver")
    assert "La petición terminó el" in text_of(official)
    assert "reason" not in {name for form in official.forms() for name in form.offers}
