"""What interrupts the judge's days: noted at the desk, read by whoever insisted."""

from pqrs.law import Kind, Remedy
from pqrs.outside.now import local_date
from tests.web.citizen.own import own
from tests.web.desk.contested import contest
from tests.web.staff import at_work, text_of


def test_the_judges_days_are_interrupted_and_the_person_reads_why(app, walker):
    mine = own(app, walker, kind=Kind.INFORMATION)
    contest(app, Remedy.INSISTENCE, mine.number)
    official = at_work(app)
    official.open(f"/bandeja/{mine.number}/insistencia")
    official.submit(court="Juzgado Administrativo de Cali")
    official.open(f"/bandeja/{mine.number}/fin-interrupcion")
    assert "Los días del juez no están interrumpidos por eso" in text_of(official)
    official.open(f"/bandeja/{mine.number}/interrupcion")
    year = {"asked_on-year": str(local_date(app.office.clock()).year)}
    official.submit(ground="documents", **{"asked_on-year": "2001"})
    assert (409, True) == (official.answer.status, "Esa fecha va desde el" in text_of(official))
    official.submit(ground="documents", paper="Auto 12", **year)
    seen = text_of(official)
    assert "Anotó que los días del juez se interrumpieron" in seen
    assert "mientras los recibe, sus días no corren" in seen
    assert "El juez decide hasta el" not in seen
    official.open(f"/bandeja/{mine.number}/interrupcion")
    official.submit(ground="section")
    assert "tiene hasta el" in text_of(official), "both at once"
    walker.open("/seguimiento")
    assert "mientras los recibe, sus días no corren" in text_of(walker)
    official.open(f"/bandeja/{mine.number}/fin-interrupcion")
    official.submit(ending="taken_over")
    assert "Lo decide el Consejo de Estado" in text_of(official)
    official.open(f"/bandeja/{mine.number}/interrupcion")
    assert "ya no corren días del juez" in text_of(official)
    walker.open("/seguimiento")
    assert "Lo decide el Consejo de Estado" in text_of(walker)
