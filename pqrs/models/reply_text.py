"""The answer to a petition, by version, and the mark that tells one draft from another."""

import hashlib
from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from pqrs.models.base import Base


class ReplyText(Base):
    """The answer, by version. A draft may change; once signed it is fixed, by a trigger."""

    __tablename__ = "reply_text"
    __table_args__ = (UniqueConstraint("petition_id", "version"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    petition_id: Mapped[int] = mapped_column(ForeignKey("petition.id"))
    version: Mapped[int]
    body: Mapped[str]
    drafted_by: Mapped[int] = mapped_column(ForeignKey("official.id"))
    drafted_at: Mapped[datetime]
    signed_by: Mapped[int | None] = mapped_column(ForeignKey("official.id"))
    signed_at: Mapped[datetime | None]
    letter_number: Mapped[str | None] = mapped_column(unique=True)

    @property
    def mark(self) -> str:
        """Which draft this is: a draft is no event, so no sequence tells it from the next one."""
        whole = f"{self.version}:{self.letter_number}:{self.body}"
        return hashlib.sha256(whole.encode()).hexdigest()[:16]
