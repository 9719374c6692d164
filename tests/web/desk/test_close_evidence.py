"""Evidence that was all gathered is closed, and the months run again."""

from pqrs.law import Remedy
from pqrs.office import Role
from tests.web.citizen.own import own
from tests.web.desk.contested import contest
from tests.web.staff import at_work, text_of


def test_it_is_closed_once_with_what_was_gathered(app, walker):
    mine = own(app, walker)
    contest(app, Remedy.RECONSIDERATION, mine.number)
    head = at_work(app, Role.HEAD)
    head.open(f"/bandeja/{mine.number}/cierre-pruebas")
    assert "No se están practicando pruebas" in text_of(head)
    head.open(f"/bandeja/{mine.number}/pruebas")
    head.submit(days="20", reason="Visita a la obra.")
    head.open(f"/bandeja/{mine.number}/cierre-pruebas")
    head.submit(reason="")
    assert "Escriba qué pruebas se reunieron" in text_of(head)
    head.submit(reason="Ya se visitó la obra.")
    assert "El plazo para decidir corre otra vez desde hoy" in text_of(head)
    assert "Cerrar las pruebas" not in text_of(head), "no way to close it again"
    walker.open("/seguimiento")
    assert "Ya se visitó la obra." in text_of(walker)
