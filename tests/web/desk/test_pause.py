"""Suspender y reanudar, by the page."""

from pqrs.law import Phase
from pqrs.office import Role
from tests.web.staff import a_case, at_work, petition_of, text_of


def test_stopped_and_going_on(app):
    number = a_case(app)
    head = at_work(app, Role.HEAD)
    head.open(f"/bandeja/{number}/suspender")
    head.submit(ground="competence_conflict", reason="La Gobernación dice que es suya.")
    assert Phase.WAITING is petition_of(app, number).phase
    assert "La Gobernación dice que es suya." in text_of(head)
    assert "reanudar" in head.answer.html
    assert "/suspender" not in head.answer.html

    head.open(f"/bandeja/{number}/suspender")
    assert "El término ya está detenido" in text_of(head)
    head.open(f"/bandeja/{number}/reanudar")
    head.submit(reason="El Tribunal decidió que es nuestra.")

    assert Phase.OPEN is petition_of(app, number).phase


def test_the_ground_is_one_of_two(app):
    number = a_case(app)
    head = at_work(app, Role.HEAD)
    head.open(f"/bandeja/{number}/suspender")
    form = head.prepare(reason="Mucho trabajo.")

    head.send_form(form)

    assert 422 == head.answer.status
    assert "Elija por qué se suspende." in text_of(head)
    assert "Mucho trabajo." in head.answer.html
