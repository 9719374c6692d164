"""Take each act off the board after its five working days; a day later its person is notified.

The worker's. It asks for the state and never for the day: after a week without the worker nothing
is missed, and a closure decreed meanwhile lengthens what is still up.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.acts.confirm_delivery import confirm_delivery
from pqrs.acts.office import Office
from pqrs.law import Means, NoticeWithdrawn, Standing, board_days, lawful, local_day
from pqrs.models import SYSTEM, BoardNotice, Petition

Work = Callable[[], AbstractContextManager[Session]]


def take_down_notices(work: Work, office: Office) -> int:
    """How many came down or took effect."""
    with work() as session:
        query = select(BoardNotice.id).where(BoardNotice.effective_on.is_(None))
        found = list(session.scalars(query.order_by(BoardNotice.id)))
    done = 0
    for one in found:
        with work() as session:
            done += settled(session, one, office)
    return done


def settled(session: Session, notice_id: int, office: Office) -> bool:
    """Whether anything happened to this one today."""
    today = local_day(office.clock())
    notice = session.get_one(BoardNotice, notice_id, with_for_update=True)
    petition = session.get_one(Petition, notice.petition_id, with_for_update=True)
    rules = petition.rules_of_today()
    days = board_days(notice.posted_on, rules.calendar, rules.readings)
    came_down = notice.withdrawn_on is None and today > days.until
    if came_down:
        notice.withdrawn_on = days.until
        petition.record(NoticeWithdrawn(at=office.clock(), until=days.until), actor=SYSTEM)
    until = notice.withdrawn_on
    if until is None:
        return False
    effective_on = rules.calendar.add_working_days(until, 1)
    if today > effective_on:
        take_effect(session, petition, effective_on, office)
        notice.effective_on = effective_on
        return True
    return came_down


def take_effect(session: Session, petition: Petition, on: date, office: Office) -> None:
    """Notified at the end of that day, unless the person read it before."""
    if may_take_effect(petition.standing()):
        means = Means.NOTICE
        confirm_delivery(session, petition, means=means, office=office, actor=SYSTEM, on=on)


def may_take_effect(standing: Standing) -> bool:
    """A case that ended otherwise meanwhile has nothing more to notify."""
    return lawful.deliver(standing) is None
