"""The page that says how and when a decision reached the person."""

import pytest

from pqrs.law import Remedy
from pqrs.office import Role
from tests.web.desk.contested import QUEUE, contest
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


@pytest.mark.parametrize("teller", ["INFRA", "DESP"])
def test_what_the_department_above_decided_is_told_by_it_or_by_the_cases_own(app, teller):
    number = contest(app, Remedy.APPEAL)
    above = at_work(app, Role.HEAD, "DESP")
    above.open(f"/bandeja/{number}/recurso")
    above.submit(ruling="revoked", act="Resolución 10 de 2026", reason="Se revoca.")
    head = above if teller == "DESP" else at_work(app, Role.HEAD, teller)
    head.open(QUEUE)
    assert number in text_of(head)
    head.open(f"/bandeja/{number}")
    assert "Anotar que la decisión le llegó" in text_of(head)
    head.open(f"/bandeja/{number}/notificacion")
    head.submit(means="post", **{"delivered_on-year": "2026"})
    assert (200, True) == (head.answer.status, "le llegó a la persona" in text_of(head))
    assert not petition_of(app, number).contested
