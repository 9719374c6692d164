"""What the permissions ask of a case, from its row: one place, so that no list forgets any."""

from sqlalchemy import select
from sqlalchemy.orm import Session, object_session

from pqrs.models.official import Official
from pqrs.models.petition import Petition
from pqrs.office import CaseFacts, Role


def facts_of(petition: Petition) -> CaseFacts:
    """The permission facts of a row."""
    return CaseFacts(
        department=petition.department,
        kind=petition.kind,
        identity=petition.identity,
        phase=petition.phase,
        waits_for_routing=petition.routed_by == "intake",
        named_departments=tuple(petition.named_departments),
        named_officials=tuple(petition.named_officials),
        for_ombudsman=petition.for_ombudsman,
        is_unheard=petition.for_ombudsman and is_unheard(petition),
        appeal_to=petition.appeal_to,
        holds_report=petition.holds_report,
        part_departments=tuple(petition.part_departments),
    )


def is_unheard(petition: Petition) -> bool:
    """Whether no ombudsman may see what is theirs: it names them, or nobody has that hat.

    Asked of those few cases alone. One statement; it stops being so when another is appointed.
    """
    session = object_session(petition)
    return session is not None and not unnamed(session, petition, Role.OMBUDSMAN)


def unnamed(
    session: Session, petition: Petition, role: Role, department: str | None = None
) -> list[str]:
    """The addresses of the active people of a role whom a case does not name, nor their office."""
    query = select(Official.email).where(
        Official.role == role,
        Official.active.is_(True),
        Official.id.not_in(petition.named_officials),
        Official.department.is_(None) | Official.department.not_in(petition.named_departments),
    )
    if department is not None:
        query = query.where(Official.department == department)
    return list(session.scalars(query.order_by(Official.id)))
