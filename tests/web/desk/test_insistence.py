"""An insistencia: sent, ruled, and told."""

import pytest

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


@pytest.mark.parametrize(
    ("changes", "status", "message"),
    [
        ({"arrived_on-year": "2001"}, 409, "Esa fecha va desde el"),
        ({"reference": "76001-33"}, 200, "llegó al juzgado: los días del juez cuentan"),
    ],
)
def test_the_courts_receipt_is_written_down(app, changes, status, message):
    number = contest(app, Remedy.INSISTENCE, kind=Kind.INFORMATION)
    official = at_work(app)
    official.open(f"/bandeja/{number}/insistencia")
    official.submit(court="Juzgado Administrativo de Cali")
    official.open(f"/bandeja/{number}/llegada")
    official.submit(**changes)
    assert (status, True) == (official.answer.status, message in text_of(official))
