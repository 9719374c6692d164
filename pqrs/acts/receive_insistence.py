"""Anotar que la insistencia llegó al juzgado: the judge's ten days run from then (art. 26)."""

from datetime import date, datetime
from typing import Unpack

from sqlalchemy.orm import Session

from pqrs.acts.act_on_case import Press, act_on_case
from pqrs.acts.assign import check
from pqrs.law import InsistenceArrived, Remedy, lawful_contests, local_day
from pqrs.models import Petition
from pqrs.office import Permission


def receive_insistence(
    session: Session, *, arrived_on: date, reference: str, **press: Unpack[Press]
) -> Petition:
    """`arrived_on`: the day the court says. `reference`: the number it gave, "" when unknown."""

    def decide(petition: Petition, at: datetime) -> InsistenceArrived:
        contest = petition.standing().contest(Remedy.INSISTENCE)
        check(lawful_contests.receive_insistence(contest, arrived_on, local_day(at)))
        return InsistenceArrived(at=at, arrived_on=arrived_on, reference=reference.strip())

    return act_on_case(session, Permission.HANDLE_INSISTENCE, decide, **press)
