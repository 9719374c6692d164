"""A year at a glance, what differs from the law, and its signature."""

import pytest
from sqlalchemy import func, select

from pqrs.models import CalendarSignature
from pqrs.office import Role
from pqrs.outside.now import today
from pqrs.web.filters import weekday_date
from tests.web.office.proposing import (
    admin_of,
    press,
    propose,
    sign,
    supervisor_of,
    working_day,
)
from tests.web.staff import at_work, text_of

YEAR_2026 = "/administracion/calendario/2026"
ACT = "Decreto 045 de 2026"


@pytest.fixture
def closed(app):
    """A day of some year that the entity closed; its page."""
    day = working_day(3)
    supervisor = supervisor_of(app)
    supervisor.open(propose(admin_of(app), day))
    press(supervisor, "approve")
    return day, f"/administracion/calendario/{day.year}"


def signatures(app):
    with app.app_context(), app.sessions() as session:
        return session.scalar(select(func.count()).select_from(CalendarSignature))


def test_every_day_that_is_not_worked_has_its_reason_and_norm(app):
    auditor = at_work(app, Role.AUDITOR, None)

    auditor.open(YEAR_2026)

    text = text_of(auditor)
    assert "viernes 3 de abril de 2026 Festivo: Viernes Santo Ley 51 de 1983" in text
    assert "Sábado: la entidad no trabaja: 52 días (Decreto 1042 de 1978, artículo 33)." in text
    assert "Domingo: 52 días (Ley 4 de 1913, artículo 62)." in text
    assert "Ninguna: estos días son los de la ley." in text
    assert 12 == auditor.answer.html.count('<table class="month">')


def test_a_screen_reader_hears_why_a_day_is_not_worked(app):
    auditor = at_work(app, Role.AUDITOR, None)

    auditor.open(YEAR_2026)

    assert "3 , Festivo: Viernes Santo" in text_of(auditor)


def test_a_closed_day_is_a_difference_with_its_act(app, closed):
    day, page = closed
    admin = admin_of(app)

    admin.open(page)

    assert f"{weekday_date(day)} No se trabaja La entidad no trabaja, por un acto" in text_of(admin)
    assert 2 <= text_of(admin).count(ACT)


def test_the_years_around_it_are_one_step_away(app):
    admin = admin_of(app)

    admin.open("/administracion/calendario/1984")
    assert "/administracion/calendario/1983" not in admin.answer.html
    assert "/administracion/calendario/1985" in admin.answer.html
    admin.open("/administracion/calendario/2100")
    assert "/administracion/calendario/2101" not in admin.answer.html


@pytest.mark.parametrize("year", ["1983", "2101", "99999", "9" * 20, "-1", "dos-mil"])
def test_a_year_that_the_calendar_does_not_know_is_no_page(app, year):
    assert 404 == admin_of(app).open(f"/administracion/calendario/{year}").status


def test_without_a_year_it_is_this_one(app):
    admin = admin_of(app)

    assert (
        f"/administracion/calendario/{today().year}"
        == admin.open("/administracion/calendario").path
    )


def test_it_is_signed_once_however_often_it_is_pressed(app):
    admin = admin_of(app)
    admin.open(YEAR_2026)
    form = next(one for one in admin.forms() if "calendario" in one.action)
    values = list(form.values)

    admin.send_form(form)
    assert "Firmó el calendario de 2026." in text_of(admin)
    assert "lo firmó Persona De La Entidad." in text_of(admin)
    form.values = values
    admin.send_form(form)

    assert 200 == admin.answer.status
    assert "ya está firmado tal como está" in text_of(admin)
    assert 1 == signatures(app)


def test_differences_are_signed_with_the_act_that_justifies_them(app, closed):
    admin = admin_of(app)
    admin.open(closed[1])

    sign(admin, act=" ")
    assert 409 == admin.answer.status
    assert "escriba el acto que lo justifica" in text_of(admin)
    assert 0 == signatures(app)

    sign(admin, act=ACT)
    assert f"Acto: {ACT}." in text_of(admin)
    assert 1 == signatures(app)


def test_what_changed_since_the_page_was_opened_is_looked_at_again(app):
    admin, supervisor = admin_of(app), supervisor_of(app)
    day = working_day(3)
    page = f"/administracion/calendario/{day.year}"
    path = propose(admin_of(app), day)
    admin.open(page)
    supervisor.open(path)
    press(supervisor, "approve")

    sign(admin)

    assert 409 == admin.answer.status
    assert "El calendario cambió desde que abrió la página." in text_of(admin)
    assert 0 == signatures(app)
    sign(admin, act=ACT)
    assert 1 == signatures(app)


def test_only_an_administrator_signs(app):
    supervisor = supervisor_of(app)

    supervisor.open(YEAR_2026)

    assert "Firmar este calendario" not in text_of(supervisor)


def test_a_lost_token_signs_nothing(app):
    admin = admin_of(app)
    admin.open(YEAR_2026)
    form = next(one for one in admin.forms() if "calendario" in one.action)
    form.values = [pair for pair in form.values if pair[0] != "csrf_token"]

    assert 400 == admin.send_form(form).status
    assert 0 == signatures(app)
