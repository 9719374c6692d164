"""Two people: one proposes, another decides, and neither reads the petition there."""

import pytest

from pqrs.law import Kind, Phase
from pqrs.office import Role
from tests.build import POTHOLE
from tests.web.staff import a_case, at_work, petition_of, text_of

WHY = "El mismo oficio se radicó dos veces."


@pytest.fixture
def number(app):
    return a_case(app, kind=Kind.CLAIM)


@pytest.fixture
def clerk(app):
    return at_work(app, Role.CLERK, None)


def propose(clerk, number, reason=WHY):
    clerk.open("/propuestas/anular")
    return clerk.submit(number=number, reason=reason)


def supervising(app):
    supervisor = at_work(app, Role.SUPERVISOR, None)
    supervisor.open("/propuestas")
    return supervisor


def decision(supervisor, press, answer=""):
    form = supervisor.prepare(answer=answer)
    return supervisor.send_form(form, ("decision", press))


def test_the_clerk_proposes_and_the_supervisor_annuls(app, clerk, number):
    propose(clerk, number.replace("-", " "))
    assert f"Propuso anular el número {number}." in text_of(clerk)

    supervisor = supervising(app)
    assert "Espera 1. Usted decide." in text_of(supervisor)
    assert WHY in text_of(supervisor)
    supervisor.open("/propuestas/1")
    assert POTHOLE not in text_of(supervisor)
    decision(supervisor, "approve")

    assert "Aprobó la propuesta." in text_of(supervisor)
    assert Phase.ANNULLED is petition_of(app, number).phase
    clerk.open("/propuestas")
    assert "Aprobada" in text_of(clerk)


def test_not_approving_needs_its_reason_and_leaves_the_case(app, clerk, number):
    propose(clerk, number)
    supervisor = supervising(app)
    supervisor.open("/propuestas/1")

    decision(supervisor, "refuse")
    assert 409 == supervisor.answer.status
    assert "Esta decisión lleva sus motivos" in text_of(supervisor)
    decision(supervisor, "refuse", "Son dos peticiones distintas.")

    assert Phase.OPEN is petition_of(app, number).phase
    clerk.open("/propuestas")
    assert "Son dos peticiones distintas." in text_of(clerk)


def test_a_second_press_is_the_first_one(app, clerk, number):
    propose(clerk, number)
    supervisor = supervising(app)
    supervisor.open("/propuestas/1")
    form = supervisor.prepare(answer="")
    supervisor.send_form(form, ("decision", "approve"))

    supervisor.send_form(form)

    assert "Usted ya había decidido esta propuesta." in text_of(supervisor)
    assert 3 == petition_of(app, number).last_sequence


def test_of_two_supervisors_the_second_is_told_and_keeps_the_words(app, clerk, number):
    propose(clerk, number)
    slow, quick = supervising(app), supervising(app)
    slow.open("/propuestas/1")
    late = slow.prepare(answer="Yo diría que no.")
    quick.open("/propuestas/1")
    decision(quick, "approve")

    slow.send_form(late, ("decision", "refuse"))

    assert 409 == slow.answer.status
    assert "Otra persona la decidió hace un momento" in text_of(slow)
    assert "Yo diría que no." in text_of(slow)


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("", "Escriba el número."),
        ("2026-999999-9", "No hay un radicado con ese número."),
        ("' OR 1=1--", "No hay un radicado con ese número."),
    ],
)
def test_the_number_exists(clerk, number, typed, message):
    propose(clerk, typed)

    assert 422 == clerk.answer.status
    assert message in text_of(clerk)
    assert WHY in clerk.answer.html


def test_it_is_proposed_once_and_an_annulled_number_not_again(app, clerk, number):
    propose(clerk, number)
    propose(clerk, number)
    assert 409 == clerk.answer.status
    assert "Ya hay una propuesta por decidir" in text_of(clerk)
    supervisor = supervising(app)
    supervisor.open("/propuestas/1")
    decision(supervisor, "approve")

    assert propose(clerk, number).status in {403, 409}


def test_a_change_of_kind_shows_both_dates_and_is_done(app, number):
    official = at_work(app)
    official.open(f"/bandeja/{number}/tipo")
    official.submit(kind="documents", reason="Pide una copia.")
    supervisor = supervising(app)
    supervisor.open("/propuestas/1")
    assert "vencería el" in text_of(supervisor)

    decision(supervisor, "approve")

    assert Kind.DOCUMENTS is petition_of(app, number).kind


def test_who_proposed_a_change_of_kind_learns_what_was_decided(app, number):
    official = at_work(app)
    official.open(f"/bandeja/{number}/tipo")
    official.submit(kind="documents", reason="Pide una copia.")
    official.open(f"/bandeja/{number}")
    assert "Propuesto a la supervisión" in text_of(official)
    assert "Por decidir" in text_of(official)
    official.open("/propuestas")
    assert number in text_of(official)
    assert "/propuestas/anular" not in official.answer.html

    supervisor = supervising(app)
    supervisor.open("/propuestas/1")
    decision(supervisor, "refuse", "No pide copias.")

    for page in ("/propuestas", f"/bandeja/{number}"):
        official.open(page)
        assert "No pide copias." in text_of(official)


def test_only_the_supervisor_decides(app, clerk, number):
    propose(clerk, number)

    assert 403 == clerk.open("/propuestas/1").status
    head = at_work(app, Role.HEAD)
    assert 403 == head.open("/propuestas/1").status
    head.open("/propuestas")
    assert number not in text_of(head), "of another's proposal nothing is shown"
    supervisor = supervising(app)
    assert 404 == supervisor.open("/propuestas/99").status
    assert 404 == supervisor.open("/propuestas/99999999999999999999").status
