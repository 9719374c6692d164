"""Traslado por competencia."""

import pytest

from pqrs.law import Phase
from pqrs.office import Role
from tests.build import answered
from tests.web.staff import a_case, at_work, petition_of, text_of, writing

WHY = "La recolección es de la empresa de aseo."


def transferring(app, number, *, authority="CAS", reason=WHY):
    head = at_work(app, Role.HEAD)
    head.open(f"/bandeja/{number}/trasladar")
    return head, head.prepare(authority=authority, reason=reason)


def test_the_head_passes_it_on(app):
    number = a_case(app)
    head, form = transferring(app, number)
    assert "Trasládela a más tardar el" in text_of(head)
    assert "Son 5 días hábiles desde que llegó (Ley 1437 de 2011, artículo 21)." in text_of(head)

    head.send_form(form)

    assert f"Trasladó la petición {number}." in text_of(head)
    assert Phase.TRANSFERRED is petition_of(app, number).phase
    head.open(f"/bandeja/{number}")
    assert "La responde otra entidad: CANDEASEO S.A. E.S.P." in text_of(head)
    assert "E.S.P.." not in text_of(head)


@pytest.mark.parametrize(
    ("authority", "reason", "message"),
    [
        ("", WHY, "Elija la entidad que debe responder."),
        ("CAS", "", "Escriba por qué le corresponde a esa entidad."),
    ],
)
def test_what_is_missing_is_asked_for(app, authority, reason, message):
    head, form = transferring(app, a_case(app), authority=authority, reason=reason)

    head.send_form(form)

    assert 422 == head.answer.status
    assert message in text_of(head)


@pytest.mark.parametrize("authority", ["PLAN", "NADA", "' OR 1=1--"])
def test_only_an_outside_body_takes_it(app, authority):
    number = a_case(app)
    head, form = transferring(app, number)
    form.values = [
        (name, authority if name == "authority" else value) for name, value in form.values
    ]

    head.send_form(form)

    assert 422 == head.answer.status
    assert "Elija una de las opciones." in text_of(head)
    assert Phase.OPEN is petition_of(app, number).phase


def test_a_second_press_is_the_first_one(app):
    number = a_case(app)
    head, form = transferring(app, number)
    head.send_form(form)

    head.send_form(form)

    assert (200, "/bandeja") == (head.answer.status, head.answer.path)
    assert f"Usted ya lo había hecho con la petición {number}." in text_of(head)
    assert 3 == petition_of(app, number).last_sequence


def test_stale_keeps_what_was_written(app):
    number = a_case(app)
    head, form = transferring(app, number)
    with writing(app) as session:
        petition = session.merge(petition_of(app, number))
        answered(session, app.office, petition, opened=False)

    head.send_form(form)

    assert 409 == head.answer.status
    assert "No se trasladó." in text_of(head)


def test_a_signed_case_is_not_transferred_and_says_the_norm(app):
    number = a_case(app)
    with writing(app) as session:
        petition = session.merge(petition_of(app, number))
        answered(session, app.office, petition, opened=False)
    head = at_work(app, Role.HEAD)

    head.open(f"/bandeja/{number}/trasladar")

    assert "artículo 21" in text_of(head)
    assert "reason" not in {name for form in head.forms() for name in form.offers}


def test_the_guess_is_already_chosen(app):
    number = a_case(app)
    head = at_work(app, Role.HEAD)

    head.open(f"/bandeja/{number}/trasladar?entidad=EXT-CVC")
    assert ("authority", "EXT-CVC") in head.prepare(reason=WHY).values
    head.open(f"/bandeja/{number}/trasladar?entidad=PLAN")
    assert ("authority", "") in head.prepare(reason=WHY).values


def test_an_official_does_not_transfer(app):
    number = a_case(app)
    official = at_work(app)

    assert 403 == official.open(f"/bandeja/{number}/trasladar").status
