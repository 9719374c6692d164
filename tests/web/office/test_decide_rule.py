"""The decision of a supervisor: the preview anew, what an approval did, a refusal's reason."""

import pytest
from sqlalchemy import select

from pqrs.acts.load_rules import LAW_ACT
from pqrs.models import Official, RuleChange, RuleStatus
from pqrs.office import Role
from pqrs.web.filters import weekday_date
from tests.web.office.proposing import admin_of, due_of, press, propose, supervisor_of, working_day
from tests.web.staff import a_case, at_work, hire, text_of, writing

REASON = "El decreto no cierra ese día."


@pytest.fixture
def number(app):
    return a_case(app)


@pytest.fixture
def path(app, number):
    """A proposal that moves the case."""
    return propose(admin_of(app), working_day(3))


def change_of(app, path):
    with app.app_context(), app.sessions() as session:
        return session.get_one(RuleChange, int(path.rpartition("/")[2]))


def test_who_approves_sees_what_it_moves_and_then_what_it_did(app, number, path):
    hire(app, Role.HEAD, "INFRA")
    before = due_of(app, number)
    supervisor = supervisor_of(app)
    supervisor.open(path)
    assert number in text_of(supervisor)
    assert "Propuso Persona De La Entidad" in text_of(supervisor)

    press(supervisor, "approve")

    assert before < due_of(app, number)
    assert "Aprobado. Cambió la fecha de 1 caso." in text_of(supervisor)
    assert "Se escribieron 2 avisos, a peticionarios y dependencias." in text_of(supervisor)
    supervisor.open(path)
    assert "Qué movió Cambió la fecha de 1 caso." in text_of(supervisor)
    assert not [one for one in supervisor.forms() if "press" in one.buttons]


def test_what_moves_is_asked_anew(app, path):
    other = a_case(app)
    supervisor = supervisor_of(app)

    supervisor.open(path)

    assert other in text_of(supervisor)


def test_an_approval_that_moves_nothing_says_so(app):
    supervisor = supervisor_of(app)
    supervisor.open(propose(admin_of(app), working_day(3)))
    assert "Ninguno: ningún caso abierto cambiaría de fecha." in text_of(supervisor)

    press(supervisor, "approve")

    assert "No cambió la fecha de ningún caso abierto." in text_of(supervisor)


def test_a_refusal_needs_its_reason(app, number, path):
    supervisor = supervisor_of(app)
    supervisor.open(path)

    press(supervisor, "refuse")
    assert 409 == supervisor.answer.status
    assert "Escriba por qué no se aprueba" in text_of(supervisor)
    assert RuleStatus.PROPOSED is change_of(app, path).status

    press(supervisor, "refuse", reason=REASON)
    assert "No se aprobó. Las reglas siguen como estaban." in text_of(supervisor)
    assert f"Por qué no se aprobó {REASON}" in text_of(supervisor)
    assert RuleStatus.REFUSED is change_of(app, path).status


def test_a_second_press_is_harmless(app, number, path):
    supervisor = supervisor_of(app)
    supervisor.open(path)
    form = next(one for one in supervisor.forms() if "approve" in one.buttons.get("press", ()))
    values = list(form.values)
    supervisor.send_form(form, ("press", "approve"))
    due = due_of(app, number)
    form.values = values

    supervisor.send_form(form, ("press", "approve"))

    assert "Ya se había decidido así." in text_of(supervisor)
    assert due == due_of(app, number)


def test_two_supervisors_at_once(app, path):
    first, second = supervisor_of(app), supervisor_of(app)
    first.open(path)
    second.open(path)
    press(first, "approve")

    press(second, "refuse", reason=REASON)

    assert 409 == second.answer.status
    assert "Algo cambió desde que abrió esta página" in text_of(second)
    assert RuleStatus.APPROVED is change_of(app, path).status


def test_other_rules_since_the_page_was_opened_keep_the_reason_typed(app, path):
    other = propose(admin_of(app), working_day(5), act="Decreto 99 de 2026")
    first, second = supervisor_of(app), supervisor_of(app)
    second.open(path)
    first.open(other)
    press(first, "approve")

    press(second, "refuse", reason=REASON)

    assert 409 == second.answer.status
    assert REASON in second.answer.html
    press(second, "refuse", reason=REASON)
    assert RuleStatus.REFUSED is change_of(app, path).status


def test_what_others_closed_meanwhile_can_only_be_refused(app, path):
    other = propose(admin_of(app), working_day(3), act="Decreto 99 de 2026")
    supervisor = supervisor_of(app)
    supervisor.open(other)
    press(supervisor, "approve")

    supervisor.open(path)

    assert "Ya no puede aprobarse" in text_of(supervisor)
    assert f"El {weekday_date(working_day(3))} ya está cerrado por Decreto 99" in text_of(
        supervisor
    )
    buttons = {value for one in supervisor.forms() for value in one.buttons.get("press", ())}
    assert {"refuse"} == buttons


def test_who_proposed_does_not_decide_whatever_the_role_now(app, number):
    admin = admin_of(app)
    path = propose(admin, working_day(3))
    supervisor = supervisor_of(app)
    supervisor.open(path)
    form = next(one for one in supervisor.forms() if "approve" in one.buttons.get("press", ()))
    with writing(app) as session:
        proposer = change_of(app, path).proposed_by
        official = session.scalars(select(Official).where(Official.role == Role.SUPERVISOR)).one()
        session.get_one(RuleChange, int(path.rpartition("/")[2])).proposed_by = official.id
        assert proposer != official.id

    supervisor.send_form(form, ("press", "approve"))

    assert 409 == supervisor.answer.status
    assert "Quien propone un cambio no lo aprueba" in text_of(supervisor)
    assert RuleStatus.PROPOSED is change_of(app, path).status


def test_a_press_of_nothing_decides_nothing(app, path):
    supervisor = supervisor_of(app)
    supervisor.open(path)
    form = next(one for one in supervisor.forms() if "approve" in one.buttons.get("press", ()))

    supervisor.send_form(form, ("press", "both"))

    assert 422 == supervisor.answer.status
    assert "Elija si lo aprueba o no." in text_of(supervisor)


@pytest.mark.parametrize("seen", ["", "²", "-1", "9" * 12, "x"])
def test_a_page_that_nobody_saw_is_stale(app, path, seen):
    supervisor = supervisor_of(app)
    supervisor.open(path)
    form = next(one for one in supervisor.forms() if "approve" in one.buttons.get("press", ()))
    form.values = [(name, seen if name == "seen" else value) for name, value in form.values]

    supervisor.send_form(form, ("press", "approve"))

    assert 409 == supervisor.answer.status
    assert RuleStatus.PROPOSED is change_of(app, path).status


def test_who_only_looks_sees_it_without_buttons(app, number, path):
    auditor = at_work(app, Role.AUDITOR, None)

    auditor.open(path)

    assert number in text_of(auditor)
    assert "Su decisión" not in text_of(auditor)


@pytest.mark.parametrize("change", ["999999", "99999999999", "9" * 20])
def test_a_change_that_does_not_exist_is_not_found(app, change):
    supervisor = supervisor_of(app)

    assert 404 == supervisor.open(f"/administracion/reglas/{change}").status


def test_what_came_with_the_program_has_no_people(app):
    supervisor = supervisor_of(app)
    supervisor.open("/administracion/reglas/1")

    assert 200 == supervisor.answer.status
    assert "Propuso" not in text_of(supervisor)
    assert LAW_ACT in text_of(supervisor)
