"""The answer reached the petitioner: only now is the term met (`law.md` 13.14).

So does the act that ended the case without an answer: only now do the days to contest it run.
"""

from datetime import date

from sqlalchemy.orm import Session

from pqrs.acts.assign import check
from pqrs.acts.notify import notify
from pqrs.acts.office import Office
from pqrs.law import Delivered, Means, lawful, local_day
from pqrs.models import CITIZEN, Actor, Petition


def confirm_delivery(
    session: Session,
    petition: Petition,
    *,
    means: Means,
    office: Office,
    actor: Actor = CITIZEN,
    on: date | None = None,
) -> bool:
    """Record that it arrived by `means`; `on`: the day it did, today without one.

    True the first time; False, and nothing written, when it had been delivered before. Raises the
    law's `Refusal` when there is nothing signed to deliver, or the day is not one it can have been.
    """
    now_standing = petition.standing()
    if now_standing.answered_on is not None or now_standing.notified_on is not None:
        return False
    at = office.clock()
    today = local_day(at)
    check(lawful.deliver(now_standing, on, today))
    event = Delivered(at=at, means=means, delivered_on=None if on == today else on)
    petition.record(event, actor=actor)
    if now_standing.decided_on is None:
        notify(session, petition, event, office.pack)
    session.flush()
    return True
