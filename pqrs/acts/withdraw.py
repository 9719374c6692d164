"""Desistir: the petitioner takes it back, and nothing is deleted (CPACA art. 18)."""

from datetime import datetime
from typing import Unpack

from sqlalchemy.orm import Session

from pqrs.acts.act_on_own_case import OwnPress, act_on_own_case
from pqrs.acts.assign import check
from pqrs.law import Event, Withdrawn, lawful
from pqrs.models import Petition


def withdraw(session: Session, **press: Unpack[OwnPress]) -> bool:
    """At any time before it ends; the entity may go on for the public interest, by a reasoned act.

    False when the same press had withdrawn it before.
    """

    def decide(petition: Petition, at: datetime) -> Withdrawn:
        check(lawful.withdraw(petition.standing()))
        return Withdrawn(at=at, tacitly=False)

    def is_same(_petition: Petition, event: Event) -> bool:
        return isinstance(event, Withdrawn)

    return act_on_own_case(session, decide, is_same, **press)
