"""A closed day worked after all."""

from tests.web.office.proposing import (
    admin_of,
    due_of,
    press,
    propose,
    supervisor_of,
    the_act,
    working_day,
)
from tests.web.staff import a_case, text_of

REOPENING = "/administracion/reglas/reapertura"


def test_without_a_closed_day_there_is_nothing_to_reopen(app):
    admin = admin_of(app)

    admin.open(REOPENING)

    assert "No hay ningún día cerrado" in text_of(admin)
    assert not [one for one in admin.forms() if "act" in one.offers]


def test_the_date_goes_back_to_where_it_was(app):
    number = a_case(app)
    before = due_of(app, number)
    day = working_day(3)
    admin, supervisor = admin_of(app), supervisor_of(app)
    supervisor.open(propose(admin, day))
    press(supervisor, "approve")
    assert before != due_of(app, number)

    admin.open(REOPENING)
    admin.submit(days=day.isoformat(), **the_act("Decreto 46 de 2026"))
    assert number in text_of(admin)
    press(admin, "propose")
    assert "Reapertura: " in text_of(admin)
    supervisor.open(admin.answer.path)
    press(supervisor, "approve")

    assert before == due_of(app, number)


def test_a_day_is_chosen_and_only_a_closed_one(app):
    day = working_day(3)
    admin, supervisor = admin_of(app), supervisor_of(app)
    supervisor.open(propose(admin, day))
    press(supervisor, "approve")

    admin.open(REOPENING)
    admin.submit(**the_act())
    assert 422 == admin.answer.status
    assert "Elija al menos un día." in text_of(admin)

    form = admin.prepare(**the_act())
    form.values.append(("days", working_day(4).isoformat()))
    admin.send_form(form)
    assert 422 == admin.answer.status
    assert "Elija una de las opciones." in text_of(admin)
