"""«No es mío»: a department sends a case back to the intake desk, with its reason."""

from sqlalchemy.orm import Session

from pqrs.acts.assign import check
from pqrs.acts.notify import tell
from pqrs.acts.office import Office
from pqrs.acts.open_case import open_case
from pqrs.law import Assigned, lawful
from pqrs.models import Actor, Petition, facts_of
from pqrs.office import Permission, Viewer, for_routing


def return_to_intake(
    session: Session, *, number: str, reason: str, viewer: Viewer, seen: int, office: Office
) -> Petition:
    """Put the case before whoever routes, who is told; the clock runs on (one authority)."""
    petition = open_case(
        session,
        number,
        viewer=viewer,
        permission=Permission.RETURN_TO_INTAKE,
        seen=seen,
        signer=office.pack.entity.signer,
    )
    check(lawful.assign(petition.standing()))
    event = Assigned(
        at=office.clock(),
        department=office.pack.entity.citizen_service,
        reason=reason,
        by="intake",
    )
    petition.record(event, actor=Actor("official", viewer.official_id))
    telling = for_routing(
        is_past_desk=facts_of(petition).is_past_desk, for_ombudsman=petition.for_ombudsman
    )
    tell(session, petition, telling, event, office.pack)
    session.flush()
    return petition
