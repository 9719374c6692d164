"""The attached files of one petition, for whoever was found to be allowed to read it."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.models import Document, Petition
from pqrs.office.attachments import AttachedFile


def documents_of(session: Session, petition_id: int) -> tuple[AttachedFile, ...]:
    """In the order in which they were attached. One statement."""
    rows = session.scalars(
        select(Document).where(Document.petition_id == petition_id).order_by(Document.position)
    )
    return tuple(row.to_file() for row in rows)


def document_at(session: Session, number: str, position: int) -> AttachedFile | None:
    """The file at that place of the petition, if it may be read at all. One statement."""
    row = session.scalar(
        select(Document)
        .join(Petition, Petition.id == Document.petition_id)
        .where(Petition.number == number, Document.position == position)
    )
    return row.to_file() if row is not None and row.status.may_be_read else None
