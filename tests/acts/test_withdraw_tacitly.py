"""Declarar el desistimiento de quien no completó."""

from datetime import date

import pytest
from sqlalchemy import select

from pqrs.acts.request_completion import request_completion
from pqrs.acts.withdraw_tacitly import withdraw_tacitly
from pqrs.law import Phase, Refusal, Withdrawn
from pqrs.models import Notice
from pqrs.office import Role
from tests.build import a_petition, a_press, last_event, later

GOOD = {
    "act": "Resolución 30 de 2026",
    "act_on": date(2026, 4, 20),
    "reason": "Se pidió la factura el 17 de marzo y no llegó.",
}


@pytest.fixture
def petition(session, office):
    """Asked on 17 March to complete until 17 April."""
    petition = a_petition(session, office)
    press = a_press(session, office, petition, Role.OFFICIAL)
    request_completion(session, items=("Factura",), **press)
    return petition


def declare(session, office, petition, **changes):
    press = a_press(session, office, petition, Role.HEAD)
    return withdraw_tacitly(session, **{**GOOD, **changes}, **press)


def test_after_the_month_it_ends_by_its_act(session, office, petition):
    declare(session, later(office, days=34), petition)

    event = last_event(petition, Withdrawn)
    assert Phase.CLOSED is petition.phase
    assert (True, *GOOD.values()) == (event.tacitly, event.act, event.act_on, event.reason)
    assert {"withdrawn", "withdrawn_internal"} <= set(session.scalars(select(Notice.letter)))


def test_the_last_day_is_still_the_person_s(session, office, petition):
    with pytest.raises(Refusal, match=r"tiene hasta el viernes 17 de abril.*artículo 17"):
        declare(session, later(office, days=31), petition)
    declare(session, later(office, days=32), petition, act_on=date(2026, 4, 18))


def test_without_a_requirement_nobody_withdrew(session, office):
    with pytest.raises(Refusal, match="No hay nada pendiente"):
        declare(session, later(office, days=40), a_petition(session, office))


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"act": ""}, "escriba su número"),
        ({"reason": "\n"}, "motivos"),
        ({"act_on": date(2026, 4, 17)}, "desde el sábado 18 de abril de 2026 hasta hoy"),
        ({"act_on": date(2026, 4, 21)}, "hasta hoy"),
    ],
)
def test_the_act_has_number_reasons_and_a_day_after_the_month(
    session, office, petition, changes, message
):
    with pytest.raises(Refusal, match=message):
        declare(session, later(office, days=34), petition, **changes)
