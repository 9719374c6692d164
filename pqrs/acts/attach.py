"""Adjuntar: files, already on the disk, become part of a draft, and then of a petition."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.acts.save_draft import open_draft
from pqrs.law import IdentityLevel
from pqrs.models import Document, Petition
from pqrs.office.attachments import AttachedFile, with_file
from pqrs.outside.files import DamagedFileError, FileStore


def attach(
    session: Session,
    petition: Petition,
    files: tuple[AttachedFile, ...],
    *,
    store: FileStore,
    at: datetime,
) -> int:
    """A row for each that the petition has not yet; returns how many.

    Raises `DamagedFileError` for a file that is not there: no row without.
    """
    query = select(Document.sha256).where(Document.petition_id == petition.id)
    there = set(session.scalars(query))
    fresh = [file for file in files if file.sha256 not in there]
    for position, file in enumerate(fresh, start=len(there) + 1):
        if not store.holds(file.sha256, file.size):
            raise DamagedFileError(file.sha256)
        session.add(
            Document(
                petition_id=petition.id,
                position=position,
                name=f"archivo-{position}.{file.kind}" if is_kept_back(petition) else file.name,
                kind=file.kind,
                size=file.size,
                sha256=file.sha256,
                stripped=file.stripped,
                status=file.status,
                added_at=at,
            )
        )
    session.flush()
    return len(fresh)


def is_kept_back(petition: Petition) -> bool:
    """Whether the names that a person gave to files might tell on them."""
    return petition.identity is IdentityLevel.ANONYMOUS or petition.holds_report


def attach_to_draft(session: Session, token: str, file: AttachedFile, at: datetime) -> None:
    """One more file of a draft. Raises `FileRefusal` when it holds no more."""
    draft = open_draft(session, token, at)
    there = [AttachedFile.from_plain(plain) for plain in draft.files]
    draft.files = [each.to_plain() for each in with_file(there, file)]
    session.flush()


def detach_from_draft(session: Session, token: str, sha256: str, at: datetime) -> None:
    """One file less; one that is not there is no matter. The bytes are swept up later."""
    draft = open_draft(session, token, at)
    draft.files = [plain for plain in draft.files if plain["sha256"] != sha256]
    session.flush()
