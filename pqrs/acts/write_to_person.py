"""The office writes to whoever reports: a question or news, read with number and code.

The person never learns who writes: they read the office's name. Of an anonymous person the office
reads words alone; who may see another's name is said in `office/permissions.py`.
"""

from datetime import datetime
from typing import Unpack

from sqlalchemy.orm import Session

from pqrs.acts.act_on_case import Press, act_on_case, keep_text
from pqrs.acts.assign import check
from pqrs.law import OfficeWrote, lawful
from pqrs.models import Petition
from pqrs.office import Permission


def write_to_person(session: Session, *, body: str, **press: Unpack[Press]) -> Petition:
    """`body` is kept as it was written. Any number of times; no date moves."""

    def decide(petition: Petition, at: datetime) -> OfficeWrote:
        check(lawful.converse(petition.standing()))
        version = keep_text(session, petition, [body], press["viewer"], at)
        return OfficeWrote(at=at, version=version)

    return act_on_case(session, Permission.WRITE_TO_PERSON, decide, **press)
