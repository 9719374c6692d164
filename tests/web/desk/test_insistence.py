"""An insistencia: sent, ruled, and told."""

from pqrs.law import Kind, Remedy
from tests.web.citizen.own import own
from tests.web.desk.contested import contest
from tests.web.staff import at_work, petition_of, text_of


def test_an_insistencia_goes_to_the_judge_and_back(app, walker):
    mine = own(app, walker, kind=Kind.INFORMATION)
    contest(app, Remedy.INSISTENCE, mine.number)
    official = at_work(app)
    official.open(f"/bandeja/{mine.number}/insistencia")
    official.submit(court="Juzgado Administrativo de Cali")
    assert "está con el juez" in text_of(official)
    assert "El juez decide hasta el" in text_of(official)
    official.open(f"/bandeja/{mine.number}/fallo")
    official.submit(ruling="revoked", act="Auto 4 de 2026", reason="Entréguense las actas.")
    assert "El juez ordena entregar todo" in text_of(official)
    official.open(f"/bandeja/{mine.number}/notificacion")
    official.submit(means="counter")
    assert not petition_of(app, mine.number).contested
    walker.open("/seguimiento")
    assert "Entréguense las actas." in text_of(walker)
