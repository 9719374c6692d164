"""Los días del juez se interrumpieron: it asked for something, or the section was (CPACA 26)."""

from datetime import date, datetime
from typing import Unpack

from sqlalchemy.orm import Session

from pqrs.acts.act_on_case import Press, act_on_case
from pqrs.acts.assign import check
from pqrs.law import (
    InsistenceInterrupted,
    InterruptionGround,
    Remedy,
    lawful_contests,
    local_day,
)
from pqrs.models import Petition
from pqrs.office import Permission


def interrupt_insistence(
    session: Session,
    *,
    ground: InterruptionGround,
    asked_on: date,
    act: str,
    **press: Unpack[Press],
) -> Petition:
    """`asked_on`: the day of the paper, `act`, by which the judge or the section was asked."""

    def decide(petition: Petition, at: datetime) -> InsistenceInterrupted:
        contest, rules = petition.standing().contest(Remedy.INSISTENCE), petition.rules_of_today()
        asked = (ground, asked_on, local_day(at))
        check(lawful_contests.interrupt_insistence(contest, rules.calendar, rules.readings, *asked))
        return InsistenceInterrupted(at=at, ground=ground, asked_on=asked_on, act=act.strip())

    return act_on_case(session, Permission.HANDLE_INSISTENCE, decide, **press)
