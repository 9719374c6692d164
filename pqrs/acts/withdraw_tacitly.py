"""Declarar el desistimiento: by a reasoned act, after the time to complete (CPACA art. 17)."""

from datetime import date, datetime, timedelta
from typing import Unpack

from sqlalchemy.orm import Session

from pqrs.acts.act_on_case import Press, act_on_case
from pqrs.acts.assign import check
from pqrs.law import Refusal, Withdrawn, cpaca, lawful, local_day, unnumbered, unreasoned
from pqrs.models import Petition
from pqrs.office import Permission

ONE_DAY = timedelta(days=1)


def withdraw_tacitly(
    session: Session, *, act: str, act_on: date, reason: str, **press: Unpack[Press]
) -> Petition:
    """`act`, `act_on`: number and day of the act, which cannot be older than the time that ended.

    The person may file again; only reposición lies against it.
    """

    def decide(petition: Petition, at: datetime) -> Withdrawn:
        check(unreasoned(reason, cpaca("17")))
        check(unnumbered(act, cpaca("17")))
        standing, today = petition.standing(), local_day(at)
        check(lawful.withdraw_tacitly(standing, today))
        first = (standing.respond_by or today) + ONE_DAY
        if not first <= act_on <= today:
            raise Refusal("act_day", cpaca("17"), first=first)
        return Withdrawn(at=at, tacitly=True, reason=reason, act=act, act_on=act_on)

    return act_on_case(session, Permission.WITHDRAW_TACITLY, decide, **press)
