"""Anotar un deber cumplido: the words beside the data, or an impediment sent to who decides it."""

from datetime import date, datetime
from typing import Unpack

from sqlalchemy.orm import Session

from pqrs.acts.act_on_case import Press, act_on_case
from pqrs.acts.assign import check
from pqrs.law import DutyMet, lawful_duties, local_day
from pqrs.models import Petition
from pqrs.office import Permission


def note_duty(session: Session, *, duty: str, done_on: date, **press: Unpack[Press]) -> Petition:
    """`duty`: the name of its clock. `done_on`: the day it was done, today or before."""

    def decide(petition: Petition, at: datetime) -> DutyMet:
        check(lawful_duties.note_duty(petition.standing(), duty, done_on, local_day(at)))
        return DutyMet(at=at, duty=duty, done_on=done_on)

    return act_on_case(session, Permission.NOTE_DUTY, decide, **press)
