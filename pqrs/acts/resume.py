"""Reanudar: what had stopped the clock was decided (CPACA art. 12, 39)."""

from datetime import datetime
from typing import Unpack

from sqlalchemy.orm import Session

from pqrs.acts.act_on_case import Press, act_on_case
from pqrs.acts.assign import check
from pqrs.law import Resumed, cpaca, lawful, unreasoned
from pqrs.models import Petition
from pqrs.office import Permission


def resume(session: Session, *, reason: str, **press: Unpack[Press]) -> Petition:
    """The term goes on the day after; `reason`: what was decided, and by whom."""

    def decide(petition: Petition, at: datetime) -> Resumed:
        check(unreasoned(reason, cpaca("12")))
        check(lawful.resume(petition.standing()))
        return Resumed(at=at, reason=reason)

    return act_on_case(session, Permission.PAUSE_TERM, decide, **press)
