"""Route a case by hand, from the intake desk to a department, with a reason that stays."""

from sqlalchemy.orm import Session

from pqrs.acts.notify import notify
from pqrs.acts.office import Office
from pqrs.acts.open_case import open_case
from pqrs.law import Assigned, Refusal, lawful
from pqrs.models import Actor, Petition
from pqrs.office import Permission, Viewer


class UnknownDepartmentError(Exception):
    """The code names no department of this entity that may be assigned cases."""


def assign(  # noqa: PLR0913  each fact is named where it is called
    session: Session,
    *,
    number: str,
    department: str,
    reason: str,
    viewer: Viewer,
    seen: int,
    office: Office,
) -> Petition:
    """Send the case to `department` (a code) because a person decided so.

    Raises `UnknownDepartmentError`, the errors of `open_case`, or the law's `Refusal`.
    """
    petition = open_case(
        session,
        number,
        viewer=viewer,
        permission=Permission.ROUTE_FIRST,
        seen=seen,
        signer=office.pack.entity.signer,
    )
    if not office.pack.is_assignable(department):
        raise UnknownDepartmentError(department)
    named = department in petition.named_departments
    check(lawful.assign(petition.standing(), complained_about=named))
    event = Assigned(at=office.clock(), department=department, reason=reason, by="person")
    petition.record(event, actor=Actor("official", viewer.official_id))
    notify(session, petition, event, office.pack)
    session.flush()
    return petition


def check(refusal: Refusal | None) -> None:
    """The law's answer is nothing, or the reason why not, which is raised."""
    if refusal is not None:
        raise refusal
