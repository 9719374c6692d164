"""The rules of routing, as an administrator and others see them."""

import pytest

from pqrs.models import RoutingRule
from pqrs.office import Role
from tests.web.office.proposing import admin_of
from tests.web.staff import at_work, text_of, writing

ROUTING = "/administracion/enrutamiento"


def test_each_rule_says_what_it_does_and_since_when(app):
    admin = admin_of(app)
    admin.open(ROUTING)

    words = text_of(admin)
    assert "En Villagorgona responde:" in words
    assert "Acuavalle" in words
    assert "Siempre. Vino con los datos de la entidad." in words
    assert "Hacer una regla" in words


def test_one_that_switched_itself_off_is_an_alert_here_and_on_the_way_in(app):
    with writing(app) as session:
        session.add(
            RoutingRule(
                topic="VI-MAL-01",
                place="MARTE",
                department="PLAN",
                reason="Convenio",
                made_at=app.office.clock(),
                off_at=app.office.clock(),
                off_why="no_place",
            )
        )
    admin = admin_of(app)

    admin.open("/administracion")
    assert "Revise 1 regla" in text_of(admin)
    admin.open(ROUTING)
    assert "Se apagaron solas: revíselas" in text_of(admin)
    assert "El lugar ya no existe." in text_of(admin)


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.AUDITOR])
def test_others_only_look(app, role):
    walker = at_work(app, role, None)
    walker.open(ROUTING)

    assert 200 == walker.answer.status
    assert "Cerrar esta regla" not in text_of(walker)
    assert 403 == walker.open(f"{ROUTING}/nueva").status
