"""Terminó la interrupción: the judge has what was asked for, or the section spoke (CPACA 26)."""

from datetime import date, datetime
from typing import Unpack

from sqlalchemy.orm import Session

from pqrs.acts.act_on_case import Press, act_on_case
from pqrs.acts.assign import check
from pqrs.law import InterruptionEnd, InterruptionEnded, Remedy, lawful_contests, local_day
from pqrs.models import Petition
from pqrs.office import Permission


def end_interruption(
    session: Session, *, ending: InterruptionEnd, ended_on: date, **press: Unpack[Press]
) -> Petition:
    """`ended_on`: the day of the court's receipt, or of what the section decided."""

    def decide(petition: Petition, at: datetime) -> InterruptionEnded:
        contest = petition.standing().contest(Remedy.INSISTENCE)
        check(lawful_contests.end_interruption(contest, ending, ended_on, local_day(at)))
        return InterruptionEnded(at=at, ending=ending, ended_on=ended_on)

    return act_on_case(session, Permission.HANDLE_INSISTENCE, decide, **press)
