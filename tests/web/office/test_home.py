"""The start of administration: what waits, the years, and only to who may, what to propose."""

import pytest

from pqrs.office import Role
from pqrs.outside.now import today
from tests.web.office.proposing import admin_of, press, propose, sign, supervisor_of, working_day
from tests.web.staff import at_work, text_of

START = "/administracion"


def test_an_administrator_lands_here_and_may_propose(app):
    admin = admin_of(app)

    assert START == admin.answer.path
    assert "Nada espera decisión." in text_of(admin)
    assert "Cerrar días" in text_of(admin)
    assert "/bandeja/carteles" in admin.answer.html


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.INTERNAL_CONTROL, Role.AUDITOR])
def test_who_does_not_propose_has_no_way_to(app, role):
    person = at_work(app, role, None)
    person.open(START)

    assert 200 == person.answer.status
    assert "/administracion/reglas/cierre" not in person.answer.html
    assert "/bandeja/carteles" not in person.answer.html
    assert "Los cambios los propone Administración." in text_of(person)


def test_what_waits_stands_here_until_it_is_decided(app):
    path = propose(admin_of(app), working_day(3))
    supervisor = supervisor_of(app)

    supervisor.open(START)
    assert path in supervisor.answer.html
    assert "Abra cada una para ver qué casos movería, y decida." in text_of(supervisor)

    supervisor.open(path)
    press(supervisor, "approve")
    supervisor.open(START)
    assert path not in supervisor.answer.html


def test_it_says_whether_this_year_and_the_next_are_signed(app):
    admin = admin_of(app)
    year = today().year
    assert 2 == text_of(admin).count("Sin firmar")
    admin.open(f"{START}/calendario/{year}")
    sign(admin)

    admin.open(START)

    assert 1 == text_of(admin).count("Sin firmar")
    assert f"Calendario de {year} Firmado Persona De La Entidad" in text_of(admin)


def test_a_day_closed_after_the_signature_makes_it_stale(app):
    admin, supervisor = admin_of(app), supervisor_of(app)
    day = working_day(3)
    admin.open(f"{START}/calendario/{day.year}")
    sign(admin)
    supervisor.open(propose(admin, day))
    press(supervisor, "approve")

    admin.open(START)

    assert "Cambió después de firmarse" in text_of(admin)
    assert "1 día difiere de la regla de la ley." in text_of(admin)
