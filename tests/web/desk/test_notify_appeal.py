"""The page that says how and when a decision reached the person."""

from pqrs.law import Remedy
from pqrs.office import Role
from tests.web.desk.contested import contest
from tests.web.staff import at_work, petition_of, text_of


def test_a_decision_by_letter_ends_it(app):
    number = contest(app, Remedy.NOT_ANSWERED)
    head = at_work(app, Role.HEAD)
    head.open(f"/bandeja/{number}/notificacion")
    assert "No hay un recurso ni una insistencia que espere esto" in text_of(head)
    head.open(f"/bandeja/{number}/recurso")
    head.submit(ruling="modified", reason="Completamos lo que faltaba.")
    head.open(f"/bandeja/{number}/notificacion")
    head.submit(means="post", **{"delivered_on-year": "2001"})
    assert (409, True) == (head.answer.status, "Esa fecha va desde el" in text_of(head))
    head.submit(means="post", **{"delivered_on-year": "2026"})
    assert "le llegó a la persona" in text_of(head)
    assert not petition_of(app, number).contested
