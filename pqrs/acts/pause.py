"""Suspender: an impediment or a conflict of competence stops the clock (CPACA art. 12, 39)."""

from datetime import datetime
from typing import Unpack

from sqlalchemy.orm import Session

from pqrs.acts.act_on_case import Press, act_on_case
from pqrs.acts.assign import check
from pqrs.law import Paused, PauseGround, cpaca, lawful, local_day, unreasoned
from pqrs.models import Petition
from pqrs.office import Permission


def pause(
    session: Session, *, ground: PauseGround, reason: str, **press: Unpack[Press]
) -> Petition:
    """From now on no day counts, until `resume`."""

    def decide(petition: Petition, at: datetime) -> Paused:
        check(unreasoned(reason, cpaca("12")))
        check(lawful.pause(petition.standing(), local_day(at)))
        return Paused(at=at, ground=ground, reason=reason)

    return act_on_case(session, Permission.PAUSE_TERM, decide, **press)
