"""One matter of a petition of several goes to another department, back, or to another authority."""

from datetime import datetime
from typing import Unpack

from sqlalchemy.orm import Session

from pqrs.acts.act_on_case import Press, act_on_case
from pqrs.acts.assign import UnknownDepartmentError, check
from pqrs.acts.contribute_part import must_be_theirs
from pqrs.law import PartMoved, lawful, lawful_matters, local_day
from pqrs.models import Petition
from pqrs.office import Permission


def move_part(
    session: Session, *, matter: int, department: str, reason: str, **press: Unpack[Press]
) -> Petition:
    """By who has the case, to the department that sees to it, which is told.

    Raises `UnknownDepartmentError`, the errors of `open_case`, or the law's `Refusal`.
    """
    if not press["office"].pack.is_assignable(department):
        raise UnknownDepartmentError(department)

    def decide(petition: Petition, at: datetime) -> PartMoved:
        standing = petition.standing()
        named = department in petition.named_departments
        check(lawful.assign(standing, complained_about=named))
        is_holder = department == standing.department and standing.routed_by != "intake"
        to = "" if is_holder else department
        check(lawful_matters.move(standing, matter, to))
        return PartMoved(at, matter, to, reason)

    return act_on_case(session, Permission.MOVE_PART, decide, **press)


def return_part(session: Session, *, matter: int, reason: str, **press: Unpack[Press]) -> Petition:
    """«No es mío», by the department of a part: back to whoever has the case, who is told."""

    def decide(petition: Petition, at: datetime) -> PartMoved:
        check(lawful_matters.move(petition.standing(), matter))
        must_be_theirs(petition, matter, press["viewer"])
        return PartMoved(at, matter, "", reason)

    return act_on_case(session, Permission.CONTRIBUTE_PART, decide, **press)


def send_part(
    session: Session, *, matter: int, authority: str, reason: str, **press: Unpack[Press]
) -> Petition:
    """Transferred to who must answer it; the person is told, and the rest goes on here."""
    if not press["office"].pack.is_outside_body(authority):
        raise UnknownDepartmentError(authority)

    def decide(petition: Petition, at: datetime) -> PartMoved:
        check(lawful_matters.send(petition.standing(), matter, local_day(at)))
        return PartMoved(at, matter, authority, reason, outside=True)

    return act_on_case(session, Permission.SEND_PART, decide, **press)
