"""Petitions and opinions of this year, committed to the application's own database."""

from datetime import timedelta

from pqrs.acts.evaluate import Opinion, evaluate_point
from pqrs.law import Outcome
from pqrs.models import ServicePoint
from tests.build import a_petition, answered
from tests.web.staff import writing

POINT = "VENTANILLA"


def file_and_answer(app, filed: int, replied: int) -> None:
    """Filed now at Infraestructura, some of them answered at once."""
    with writing(app) as session:
        petitions = [a_petition(session, app.office) for _ in range(filed)]
        for petition in petitions[:replied]:
            answered(session, app.office, petition)


def opine(app, *, satisfied: int, others: int = 0, comment: str = "") -> None:
    """Opinions on the counter."""
    with writing(app) as session:
        point = session.get_one(ServicePoint, POINT)
        for place in range(satisfied + others):
            star = 5 if place < satisfied else 1
            opinion = Opinion(outcome=Outcome.YES, ease=star, satisfaction=star, comment=comment)
            moment = app.office.clock() + timedelta(microseconds=place)
            token = f"prueba-{moment.isoformat()}-{place}"
            evaluate_point(session, point, opinion, token=token, clock=app.office.clock)
