"""Traslado por competencia: the case belongs to another authority (CPACA art. 21)."""

from sqlalchemy.orm import Session

from pqrs.acts.assign import UnknownDepartmentError, check
from pqrs.acts.notify import notify
from pqrs.acts.office import Office
from pqrs.acts.open_case import open_case
from pqrs.law import Transferred, lawful, local_day
from pqrs.models import Actor, Petition
from pqrs.office import Permission, Viewer


def transfer(  # noqa: PLR0913  each fact is named where it is called
    session: Session,
    *,
    number: str,
    authority: str,
    reason: str,
    viewer: Viewer,
    seen: int,
    office: Office,
) -> Petition:
    """Pass the case to `authority` (a code of an outside body) and tell the petitioner.

    Raises `UnknownDepartmentError` for a code that is no outside body, the errors of `open_case`,
    or the law's `Refusal`.
    """
    petition = open_case(
        session,
        number,
        viewer=viewer,
        permission=Permission.TRANSFER_CASE,
        seen=seen,
        signer=office.pack.entity.signer,
    )
    if not office.pack.is_outside_body(authority):
        raise UnknownDepartmentError(authority)
    at = office.clock()
    check(lawful.transfer(petition.standing(), local_day(at)))
    event = Transferred(at=at, authority=authority, reason=reason)
    petition.record(event, actor=Actor("official", viewer.official_id))
    notify(session, petition, event, office.pack)
    session.flush()
    return petition
