"""The page of the rejection."""

import pytest

from pqrs.law import Phase
from pqrs.office import Role
from tests.web.staff import a_case, at_work, petition_of, text_of

WHY = "Contiene insultos y ninguna solicitud."


def rejecting(app, number, **changes):
    head = at_work(app, Role.HEAD)
    head.open(f"/bandeja/{number}/rechazar")
    words = {"ground": "disrespectful", "act": "Resolución 12 de 2026", "reason": WHY}
    return head, head.prepare(**{**words, **changes})


def test_the_day_is_there_and_the_grounds_are_read(app):
    number = a_case(app)
    head, form = rejecting(app, number)

    head.send_form(form)

    assert Phase.CLOSED is petition_of(app, number).phase
    assert "El acto que lo explica es Resolución 12 de 2026." in text_of(head)
    assert WHY in text_of(head)


@pytest.mark.parametrize(
    ("changes", "status", "message"),
    [
        ({"act": ""}, 422, "Escriba el número del acto"),
        ({"act": "Uno\x1fdos"}, 422, "un carácter que no podemos guardar"),
        ({"act_on-day": "31", "act_on-month": "2"}, 422, "Escriba una fecha que exista"),
        ({"act_on-year": "2001"}, 409, "La fecha del acto va desde el"),
        ({"ground": "not_clarified"}, 409, "No hay nada pendiente de completar o aclarar"),
    ],
)
def test_what_the_act_lacks_is_said(app, changes, status, message):
    number = a_case(app)
    head, form = rejecting(app, number, **changes)

    head.send_form(form)

    assert status == head.answer.status
    assert message in text_of(head)
    assert WHY in head.answer.html
    assert Phase.OPEN is petition_of(app, number).phase
