"""Enviar la insistencia al juez, with the file of the case (CPACA art. 26)."""

from datetime import date, datetime
from typing import Unpack

from sqlalchemy.orm import Session

from pqrs.acts.act_on_case import Press, act_on_case
from pqrs.acts.assign import check
from pqrs.law import InsistenceSent, Remedy, lawful_contests, local_day
from pqrs.models import Petition
from pqrs.office import Permission


def send_insistence(
    session: Session, *, sent_on: date, court: str, **press: Unpack[Press]
) -> Petition:
    """`sent_on`: the day it left, which may be before it is written down. `court`: to which."""

    def decide(petition: Petition, at: datetime) -> InsistenceSent:
        contest = petition.standing().contest(Remedy.INSISTENCE)
        check(lawful_contests.send_insistence(contest, sent_on, local_day(at)))
        return InsistenceSent(at=at, sent_on=sent_on, court=court.strip())

    return act_on_case(session, Permission.HANDLE_INSISTENCE, decide, **press)
