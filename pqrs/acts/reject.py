"""Rechazar: by a reasoned act, and only on the grounds of the law (CPACA art. 19)."""

from datetime import date, datetime
from typing import Unpack

from sqlalchemy.orm import Session

from pqrs.acts.act_on_case import Press, act_on_case, keep_text
from pqrs.acts.assign import check
from pqrs.law import (
    Refusal,
    Rejected,
    RejectionGround,
    cpaca,
    lawful,
    local_day,
    unnumbered,
    unreasoned,
)
from pqrs.models import Petition
from pqrs.office import Permission


def reject(
    session: Session,
    *,
    ground: RejectionGround,
    act: str,
    act_on: date,
    reason: str,
    **press: Unpack[Press],
) -> Petition:
    """`act`, `act_on`: number and day of the reasoned act; `reason`: its grounds, for the person.

    What is not clear is rejected only after its ten days to be cleared up.
    """

    def decide(petition: Petition, at: datetime) -> Rejected:
        check(unreasoned(reason, cpaca("19")))
        check(unnumbered(act, cpaca("19")))
        standing, today = petition.standing(), local_day(at)
        check(lawful.reject(standing, today))
        if ground is RejectionGround.NOT_CLARIFIED:
            check(lawful.withdraw_tacitly(standing, today))
        if not standing.received_on <= act_on <= today:
            raise Refusal("act_day", cpaca("19"), first=standing.received_on)
        version = keep_text(session, petition, [reason], press["viewer"], at)
        return Rejected(at=at, ground=ground, act=act, act_on=act_on, version=version)

    return act_on_case(session, Permission.REJECT_CASE, decide, **press)
