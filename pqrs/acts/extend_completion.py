"""Pedir más tiempo para completar: once, before the month ends, as much again (CPACA art. 17)."""

from datetime import datetime
from typing import Unpack

from sqlalchemy.orm import Session

from pqrs.acts.act_on_own_case import OwnPress, act_on_own_case
from pqrs.acts.assign import check
from pqrs.law import CompletionExtended, Event, lawful, local_day
from pqrs.models import Petition


def extend_completion(session: Session, **press: Unpack[OwnPress]) -> bool:
    """Asking is having it: the law wants no reason. False when the same press had asked before."""

    def decide(petition: Petition, at: datetime) -> CompletionExtended:
        check(lawful.extend_completion(petition.standing(), local_day(at)))
        return CompletionExtended(at=at)

    def is_same(_petition: Petition, event: Event) -> bool:
        return isinstance(event, CompletionExtended)

    return act_on_own_case(session, decide, is_same, **press)
