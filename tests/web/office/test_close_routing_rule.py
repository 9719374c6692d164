"""A rule gets its last day, after a look at what that would have moved."""

from datetime import timedelta

from pqrs.outside.now import today
from tests.web.office.proposing import admin_of, boxes, press
from tests.web.office.test_add_routing_rule import fill
from tests.web.office.test_routing import ROUTING
from tests.web.staff import a_case, petition_of, text_of


def with_a_rule(app):
    """An administrator at the form that closes the rule they just made."""
    admin = admin_of(app)
    fill(admin)
    press(admin, "save")
    address = f"{ROUTING}/17/cerrar"
    assert address in admin.answer.html, "the pack has sixteen rules"
    admin.open(address)
    return admin, address


def test_it_shows_what_would_have_gone_elsewhere_then_closes_it(app):
    admin, address = with_a_rule(app)
    number = a_case(app, place="VILLAGORGONA")

    admin.submit(reason="Terminó el convenio")
    assert "1 caso se habría ido a otra parte." in text_of(admin)
    assert number in text_of(admin)
    press(admin, "correct")
    assert "Terminó el convenio" in admin.answer.html
    admin.submit()
    press(admin, "save")

    assert "La regla quedó cerrada." in text_of(admin)
    assert "INFRA" == petition_of(app, a_case(app, place="VILLAGORGONA")).department
    assert ROUTING == admin.open(address).path
    assert 404 == admin.open(f"{ROUTING}/999/cerrar").status


def test_a_last_day_to_come_and_none_that_is_past(app):
    admin, address = with_a_rule(app)
    admin.submit(reason="Termina", **boxes("last", today() - timedelta(days=1)))
    assert "Escriba hoy o un día que viene." in text_of(admin)

    admin.open(address)
    admin.submit(reason="Termina", **boxes("last", today() + timedelta(days=9)))
    late = next(form for form in admin.forms() if "save" in form.buttons.get("press", set()))
    admin.send_form(late, ("press", "save"))
    assert "PLAN" == petition_of(app, a_case(app, place="VILLAGORGONA")).department

    admin.send_form(late, ("press", "save"))
    assert "Esa regla ya estaba cerrada." in text_of(admin)
