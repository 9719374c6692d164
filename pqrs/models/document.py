"""Attached files: a row for each, whose bytes were on the disk before the row was made."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from pqrs.models.base import Base, enum_column
from pqrs.models.draft import Draft
from pqrs.office.attachments import AttachedFile, FileKind, FileStatus


class Document(Base):
    """One file of a petition, by its place among them. Only its `status` ever changes."""

    __tablename__ = "document"
    __table_args__ = (
        UniqueConstraint("petition_id", "position"),
        UniqueConstraint("petition_id", "sha256"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    petition_id: Mapped[int] = mapped_column(ForeignKey("petition.id"))
    position: Mapped[int]
    name: Mapped[str]
    kind: Mapped[FileKind] = mapped_column(enum_column(FileKind))
    size: Mapped[int]
    sha256: Mapped[str] = mapped_column(index=True)
    stripped: Mapped[bool]
    status: Mapped[FileStatus] = mapped_column(enum_column(FileStatus), index=True)
    added_at: Mapped[datetime]

    def to_file(self) -> AttachedFile:
        """The office's own value for this row."""
        return AttachedFile(
            self.name, self.kind, self.size, self.sha256, self.status, self.stripped
        )


def hashes_in_use(session: Session) -> set[str]:
    """Of every file that a petition or a draft speaks of."""
    filed = set(session.scalars(select(Document.sha256)))
    typed = {file["sha256"] for files in session.scalars(select(Draft.files)) for file in files}
    return filed | typed
