"""From the form to the proposal: looked at before anything is kept, corrected, pressed twice."""

from sqlalchemy import func, select

from pqrs.models import RuleChange, RuleStatus
from pqrs.outside.now import today
from pqrs.web.filters import short_date
from tests.web.office.proposing import (
    admin_of,
    due_of,
    look_ahead,
    press,
    propose,
    supervisor_of,
    working_day,
)
from tests.web.staff import a_case, text_of


def proposals(app):
    with app.app_context(), app.sessions() as session:
        return session.scalar(
            select(func.count())
            .select_from(RuleChange)
            .where(RuleChange.status == RuleStatus.PROPOSED)
        )


def test_before_it_is_kept_the_page_says_what_it_would_move(app):
    number = a_case(app)
    before = due_of(app, number)
    admin = admin_of(app)

    look_ahead(admin, working_day(3))

    text = text_of(admin)
    assert "Todavía no se ha guardado nada." in text
    assert number in text
    assert "Secretaría de Infraestructura" in text
    assert short_date(before) in text
    assert "Sigue a tiempo" in text
    assert 0 == proposals(app)
    assert before == due_of(app, number)


def test_no_word_and_no_person_of_a_case_is_shown(app):
    a_case(app, text="Un secreto de mi casa", topic="VI-MAL-01")
    admin = admin_of(app)

    look_ahead(admin, working_day(3))

    assert "secreto" not in text_of(admin)
    assert "Persona Inventada" not in text_of(admin)
    assert "persona@example.com" not in text_of(admin)


def test_the_way_back_keeps_everything(app):
    admin = admin_of(app)
    look_ahead(admin, working_day(3))

    press(admin, "correct")

    kept = dict(admin.form_with({"act"}).values)
    assert ("Decreto 045 de 2026", "Alcalde municipal") == (kept["act"], kept["officer"])
    assert (str(working_day(3).day), str(today().year)) == (kept["first-day"], kept["act_on-year"])


def test_it_is_proposed_once_however_often_it_is_pressed(app):
    admin = admin_of(app)
    look_ahead(admin, working_day(3))
    preview = next(one for one in admin.forms() if "propose" in one.buttons.get("press", set()))
    values = list(preview.values)

    first = admin.send_form(preview, ("press", "propose")).path
    preview.values = values
    second = admin.send_form(preview, ("press", "propose")).path

    assert first == second
    assert 1 == proposals(app)
    assert "Lo propuso usted: lo decide otra persona" in text_of(admin)


def test_the_same_closure_twice_is_refused_once_it_is_in_force(app):
    admin, supervisor = admin_of(app), supervisor_of(app)
    supervisor.open(propose(admin, working_day(3)))
    press(supervisor, "approve")

    look_ahead(admin, working_day(3))

    assert 409 == admin.answer.status
    assert "ya está cerrado por Decreto 045 de 2026" in text_of(admin)
    assert "Decreto 045 de 2026" == dict(admin.form_with({"act"}).values)["act"]


def test_a_lost_token_loses_nothing_typed(app):
    admin = admin_of(app)
    admin.open("/administracion/reglas/cierre")
    form = admin.prepare(act="Decreto 7 de 2026")
    form.values = [pair for pair in form.values if pair[0] != "csrf_token"]

    admin.send_form(form)

    assert 400 == admin.answer.status
    assert "Decreto 7 de 2026" == dict(admin.form_with({"act"}).values)["act"]
