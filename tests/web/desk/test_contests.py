"""Who acts on what was presented: the department that decided, or the one above."""

from pqrs.law import Remedy
from pqrs.models import by_number
from pqrs.office import Role
from tests.web.desk.contested import QUEUE, contest
from tests.web.staff import at_work, text_of, writing

WHY = "Se revisaron las fotos y la decisión se mantiene."


def test_the_department_above_decides_an_apelacion(app):
    number = contest(app, Remedy.APPEAL)
    own_head, above = at_work(app, Role.HEAD), at_work(app, Role.HEAD, "DESP")
    own_head.open(f"/bandeja/{number}/recurso")
    assert "No hay un recurso ni una insistencia que espere esto" in text_of(own_head)
    above.open(QUEUE)
    assert number in text_of(above)
    above.open(f"/bandeja/{number}/recurso")
    above.submit(ruling="revoked", act="Resolución 10 de 2026", reason=WHY)
    assert "Decidió lo que se presentó" in text_of(above)
    with writing(app) as session:
        petition = by_number(session, number)
        assert petition is not None
        assert "DESP" == petition.appeal_to, "it still has to reach the person"
