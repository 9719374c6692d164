"""Anular un número: the second person approves; it stays visible and is never used again."""

from datetime import datetime
from typing import Unpack

from sqlalchemy.orm import Session

from pqrs.acts.act_on_case import Press, act_on_case
from pqrs.acts.assign import check
from pqrs.law import OWN_REGULATION, Annulled, lawful, local_day, unreasoned
from pqrs.models import Petition
from pqrs.office import Permission


def annul(session: Session, *, reason: str, proposed_by: int, **press: Unpack[Press]) -> Petition:
    """`proposed_by`: the official who asked; `decide_proposal` sees that it is another one."""

    def decide(petition: Petition, at: datetime) -> Annulled:
        check(unreasoned(reason, OWN_REGULATION))
        check(lawful.annul(petition.standing(), local_day(at)))
        return Annulled(at=at, reason=reason, proposed_by=proposed_by)

    return act_on_case(session, Permission.ANNUL_APPROVE, decide, **press)
