"""Every clock that runs on one case at once: what is owed, by whom, until when."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pqrs.law import Calendar, Duty, duties
from pqrs.models import AnswerStatus, Petition, PublicAnswer, by_number


@dataclass(frozen=True)
class RunningDuty:
    """`days_left`: working days until its date, negative once it is past; None without a date."""

    duty: Duty
    days_left: int | None


@dataclass(frozen=True)
class CaseDuties:
    """In order of date. `is_over`: the case has ended, so nobody owes its answer any more."""

    running: tuple[RunningDuty, ...]
    is_over: bool
    today: date


def case_duties(session: Session, number: str, *, today: date) -> CaseDuties:
    """The duties of a case, met or not. At most five statements, four while it is not answered."""
    petition = by_number(session, number)
    if petition is None:
        raise LookupError(number)
    rules, told = petition.rules(), petition.timeline()
    standing = rules.standing(told)
    later = petition.rules_of_today()
    owed = duties(
        standing,
        told,
        rules.calendar,
        rules.readings,
        (later.calendar, later.readings),
        published_since(session, petition) if standing.answered_on else None,
    )
    return CaseDuties(
        running=tuple(RunningDuty(one, days_left(one, rules.calendar, today)) for one in owed),
        is_over=standing.phase.is_final,
        today=today,
    )


def published_since(session: Session, petition: Petition) -> date | None:
    """The day the answer made of it was published, while it is not withdrawn."""
    query = select(func.min(PublicAnswer.published_on)).where(
        PublicAnswer.petition_id == petition.id, PublicAnswer.status == AnswerStatus.PUBLISHED
    )
    return session.scalar(query)


def days_left(duty: Duty, calendar: Calendar, today: date) -> int | None:
    """Working days from today."""
    return calendar.count_working_days(today, duty.due_on) if duty.due_on else None
