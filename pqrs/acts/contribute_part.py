"""«Lo de su parte»: a department writes what it answers of its matter in another's case.

Whoever has the case answers once, with what the others wrote: the authority is one.
"""

from datetime import datetime
from typing import Unpack

from sqlalchemy.orm import Session

from pqrs.acts.act_on_case import Press, act_on_case, keep_text
from pqrs.acts.assign import check
from pqrs.acts.open_case import NotAllowedError
from pqrs.law import PartContributed, lawful_matters
from pqrs.models import Petition
from pqrs.office import Permission, Viewer


def contribute_part(
    session: Session, *, matter: int, body: str, **press: Unpack[Press]
) -> Petition:
    """`matter`: its place, from 1. Any number of times; the newest counts and all are kept."""

    def decide(petition: Petition, at: datetime) -> PartContributed:
        viewer = press["viewer"]
        check(lawful_matters.contribute(petition.standing(), matter))
        must_be_theirs(petition, matter, viewer)
        return PartContributed(at, matter, keep_text(session, petition, [body], viewer, at))

    return act_on_case(session, Permission.CONTRIBUTE_PART, decide, **press)


def must_be_theirs(petition: Petition, matter: int, viewer: Viewer) -> None:
    """Raises `NotAllowedError` for the matter of another department."""
    if petition.standing().matters[matter - 1].department != viewer.department:
        raise NotAllowedError(Permission.CONTRIBUTE_PART)
