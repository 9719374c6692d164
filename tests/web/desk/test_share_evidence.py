"""The other parties are told of the evidence, and who they are stays at the desk."""

from pqrs.law import Remedy
from pqrs.office import Role
from tests.web.citizen.own import own
from tests.web.desk.contested import contest
from tests.web.staff import at_work, text_of


def test_the_others_have_five_days_and_the_petitioner_does_not_read_who_they_are(app, walker):
    mine = own(app, walker)
    contest(app, Remedy.RECONSIDERATION, mine.number)
    head = at_work(app, Role.HEAD)
    head.open(f"/bandeja/{mine.number}/traslado-pruebas")
    head.submit(reason="")
    assert "Escriba a quiénes se les dio traslado" in text_of(head)
    head.submit(reason="A Rosa Inventada, del lote 4.")
    assert "tienen cinco días hábiles para pronunciarse" in text_of(head)
    assert "Rosa Inventada" in text_of(head)
    walker.open("/seguimiento")
    said = text_of(walker)
    assert "Las otras partes pueden pronunciarse sobre las pruebas hasta el" in said
    assert "Rosa Inventada" not in said
    head.open(f"/bandeja/{mine.number}/traslado-pruebas")
    assert "Ya se dio traslado de las pruebas" in text_of(head)
