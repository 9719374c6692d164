"""Route a case by hand, from the intake desk to a department, with a reason that stays."""

from sqlalchemy.orm import Session

from pqrs.acts.notify import notify, tell
from pqrs.acts.office import Office
from pqrs.acts.open_case import open_case
from pqrs.law import Assigned, PriorityGround, Refusal, lawful, priority_for, rank_for
from pqrs.models import Actor, Petition
from pqrs.office import Permission, Viewer
from pqrs.office.notices import DANGER


class UnknownDepartmentError(Exception):
    """The code names no department of this entity that may be assigned cases."""


def assign(  # noqa: PLR0913  each fact is named where it is called
    session: Session,
    *,
    number: str,
    department: str,
    reason: str,
    danger: bool | None = None,
    viewer: Viewer,
    seen: int,
    office: Office,
) -> Petition:
    """Send the case to `department` (a code) because a person decided so.

    `danger`: whether they found a life in danger, of a case that perhaps tells of it.

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
    is_asked = PriorityGround.PERHAPS_LIFE in petition.grounds
    event = Assigned(
        at=office.clock(),
        department=department,
        reason=reason,
        by="person",
        danger=danger if is_asked else None,
    )
    petition.record(event, actor=Actor("official", viewer.official_id))
    notify(session, petition, event, office.pack)
    if event.danger is not None:
        settle_danger(session, petition, event, office)
    session.flush()
    return petition


def settle_danger(session: Session, petition: Petition, event: Assigned, office: Office) -> None:
    """In danger it comes first and whoever is on duty is told (CPACA art. 20)."""
    found = {PriorityGround(ground) for ground in petition.grounds} - {PriorityGround.PERHAPS_LIFE}
    if event.danger:
        found.add(PriorityGround.LIFE)
    petition.grounds = [str(ground) for ground in PriorityGround if ground in found]
    petition.priority = priority_for(found)
    petition.rank = rank_for(found)
    if event.danger:
        tell(session, petition, DANGER, event, office.pack)


def check(refusal: Refusal | None) -> None:
    """The law's answer is nothing, or the reason why not, which is raised."""
    if refusal is not None:
        raise refusal
