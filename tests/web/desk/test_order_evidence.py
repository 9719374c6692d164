"""The page on which evidence is ordered: each length with its last day."""

from pqrs.law import Remedy
from pqrs.office import Role
from pqrs.queries.contests import case_contests
from tests.web.citizen.own import own
from tests.web.desk.contested import contest
from tests.web.staff import at_work, petition_of, text_of, writing


def test_evidence_says_until_when_and_the_person_reads_it(app, walker):
    mine = own(app, walker)
    contest(app, Remedy.RECONSIDERATION, mine.number)
    head = at_work(app, Role.HEAD)
    head.open(f"/bandeja/{mine.number}/pruebas")
    assert "Ahora se decide hasta el" in text_of(head)
    head.submit(days="10", reason="Visita a la obra.")
    assert "Abrió pruebas" in text_of(head)
    walker.open("/seguimiento")
    assert "Se practican pruebas hasta el" in text_of(walker)
    with writing(app) as session:
        (now,) = case_contests(
            session, mine.number, today=petition_of(app, mine.number).received_on
        )
    assert 10 == now.contest.evidence_days
