"""Seguir de oficio: what the petitioner withdrew goes on, by a reasoned act (CPACA art. 18)."""

from datetime import date, datetime
from typing import Unpack

from sqlalchemy.orm import Session

from pqrs.acts.act_on_case import Press, act_on_case
from pqrs.acts.assign import check
from pqrs.law import (
    ContinuedOfficially,
    Refusal,
    cpaca,
    lawful,
    local_day,
    unnumbered,
    unreasoned,
)
from pqrs.models import Petition
from pqrs.office import Permission


def continue_officially(
    session: Session, *, act: str, act_on: date, reason: str, **press: Unpack[Press]
) -> Petition:
    """`act`, `act_on`: number and day of the act, not older than the withdrawal. `reason`: why.

    It is open again from this moment and not from the day of the act: until it is written here
    nobody could answer it, nor had the person been told.
    """

    def decide(petition: Petition, at: datetime) -> ContinuedOfficially:
        check(unreasoned(reason, cpaca("18")))
        check(unnumbered(act, cpaca("18")))
        standing, today = petition.standing(), local_day(at)
        check(lawful.continue_officially(standing))
        first = standing.withdrawn_on or today
        if not first <= act_on <= today:
            raise Refusal("act_day", cpaca("18"), first=first)
        return ContinuedOfficially(at=at, reason=reason, act=act, act_on=act_on)

    return act_on_case(session, Permission.CONTINUE_OFFICIALLY, decide, **press)
