"""An apelación that is rejected, complained of, and heard after all."""

from pqrs.law import Remedy
from pqrs.office import Role
from tests.acts.own_case import WORDS
from tests.web.citizen.own import own
from tests.web.desk.contested import QUEUE, contest
from tests.web.staff import at_work, petition_of, text_of

NUMBERED = {"act": "Resolución 8 de 2026", "reason": "No dijo por qué no está de acuerdo."}


def test_a_rejected_apelacion_is_complained_of_and_heard(app, walker):
    mine = own(app, walker)
    contest(app, Remedy.APPEAL, mine.number)
    head, above = at_work(app, Role.HEAD), at_work(app, Role.HEAD, "DESP")
    above.open(f"/bandeja/{mine.number}")
    assert "Rechazar la apelación" not in text_of(above)
    head.open(f"/bandeja/{mine.number}")
    assert "Rechazar la apelación, si no cumple los requisitos" in text_of(head)
    head.open(f"/bandeja/{mine.number}/rechazo-apelacion")
    head.submit(**{**NUMBERED, "act": ""})
    assert (422, True) == (head.answer.status, NUMBERED["reason"] in head.answer.html)
    head.submit(**NUMBERED)
    assert "tiene cinco días hábiles para presentar queja" in text_of(head)

    walker.open("/seguimiento")
    walker.send_form(next(form for form in walker.forms() if form.action.endswith("/respuesta")))
    assert "Recurso de queja, porque se rechazó la apelación. Hasta el" in text_of(walker)
    walker.open("/seguimiento/inconforme")
    walker.submit(remedy="refused_appeal", text=WORDS)
    walker.open("/seguimiento")
    assert "La ley no dice en cuántos días se decide" in text_of(walker)

    above.open(QUEUE)
    assert "Recurso de queja, porque se rechazó la apelación: Por decidir" in text_of(above)
    above.open(f"/bandeja/{mine.number}/recurso")
    above.submit(ruling="revoked", act="Decreto 3", reason="Sí dijo por qué: se estudia.")
    walker.open("/seguimiento")
    walker.send_form(next(form for form in walker.forms() if form.action.endswith("/respuesta")))
    assert "Se concede: la apelación se estudia (Decreto 3)" in text_of(walker)
    assert "que la apelación rechazada se estudia: el plazo cuenta desde ese día" in text_of(walker)
    above.open(QUEUE)
    assert "Recurso de apelación: Por decidir" in text_of(above)
    assert "DESP" == petition_of(app, mine.number).appeal_to
