"""The decision of a recurso, from the queue to the page of who presented it."""

import pytest

from pqrs.law import Remedy
from pqrs.office import Role
from tests.web.citizen.own import own
from tests.web.desk.contested import QUEUE, contest
from tests.web.staff import at_work, petition_of, text_of

WHY = "Se revisaron las fotos y la decisión se mantiene."


def test_a_recurso_is_in_the_queue_until_the_person_has_its_decision(app, walker):
    mine = own(app, walker)
    contest(app, Remedy.RECONSIDERATION, mine.number)
    head = at_work(app, Role.HEAD)
    head.open(QUEUE)
    assert "Recurso de reposición: Por decidir" in text_of(head)
    assert "Recursos (1)" in text_of(head)
    head.open(f"/bandeja/{mine.number}")
    assert "Para decidirlo y notificarlo, hasta el" in text_of(head)
    head.open(f"/bandeja/{mine.number}/recurso")
    head.submit(ruling="confirmed", act="Resolución 9 de 2026", reason=WHY)
    assert "Decidió lo que se presentó" in text_of(head)
    head.open(QUEUE)
    assert "Decidido, por notificar" in text_of(head)

    answer = walker.open("/seguimiento")
    assert WHY not in answer.html
    assert "Ya hay una decisión" in text_of(walker)
    walker.send_form(next(form for form in walker.forms() if form.action.endswith("/respuesta")))
    assert WHY in text_of(walker)
    assert "Se confirma lo que se decidió (Resolución 9 de 2026)" in text_of(walker)
    assert not petition_of(app, mine.number).contested
    head.open(QUEUE)
    assert mine.number not in text_of(head)


@pytest.mark.parametrize(
    ("changes", "status", "message"),
    [
        ({"ruling": "confirmed", "act": ""}, 409, "escriba su número y su fecha"),
        ({"act": "Resolución 9"}, 422, "Elija qué se decide"),
        ({"ruling": "confirmed", "act": "R 9", "act_on-year": "2001"}, 409, "va desde el"),
    ],
)
def test_what_a_decision_lacks_is_said_and_what_was_written_stays(app, changes, status, message):
    number = contest(app, Remedy.RECONSIDERATION)
    head = at_work(app, Role.HEAD)
    head.open(f"/bandeja/{number}/recurso")
    head.submit(reason=WHY, **changes)

    assert status == head.answer.status
    assert message in text_of(head)
    assert WHY in head.answer.html
