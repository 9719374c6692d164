"""Devolver para aclarar: nobody can tell what it asks (CPACA art. 19)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Unpack

from sqlalchemy.orm import Session

from pqrs.acts.act_on_case import Press, act_on_case, keep_text
from pqrs.acts.assign import check
from pqrs.law import Returned, cpaca, lawful, local_day, unreasoned
from pqrs.models import Petition
from pqrs.office import Permission


def return_unclear(session: Session, *, items: Sequence[str], **press: Unpack[Press]) -> Petition:
    """`items`: what the person has to make clear. The clock waits ten working days for it."""

    def decide(petition: Petition, at: datetime) -> Returned:
        check(unreasoned("".join(items), cpaca("19")))
        check(lawful.return_unclear(petition.standing(), local_day(at)))
        version = keep_text(session, petition, items, press["viewer"], at)
        return Returned(at=at, version=version)

    return act_on_case(session, Permission.ASK_COMPLETION, decide, **press)
