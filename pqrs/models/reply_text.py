"""The answer to a petition, by version, and the mark that tells one draft from another."""

import hashlib
import json
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from pqrs.law import Decision
from pqrs.models.base import Base, enum_column


class ReplyText(Base):
    """The answer, by version. A draft may change; once signed it is fixed, by a trigger.

    `denial`: why something is refused, as `law/denial.py` writes it. `refers_to`: number of an
    earlier petition on the same matter.
    """

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
    decision: Mapped[Decision] = mapped_column(enum_column(Decision), default=Decision.RESPONDED)
    denial: Mapped[dict[str, Any] | None]
    refers_to: Mapped[str] = mapped_column(default="")

    @property
    def mark(self) -> str:
        """Which draft this is: a draft is no event, so no sequence tells it from the next one."""
        sense = json.dumps([self.decision, self.denial, self.refers_to], sort_keys=True)
        whole = f"{self.version}:{self.letter_number}:{sense}:{self.body}"
        return hashlib.sha256(whole.encode()).hexdigest()[:16]
