"""The audit trail: what is not part of a case's legal record. Append-only."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from pqrs.models.base import Base


class AuditEntry(Base):
    """Who did or looked at what: sign-ins, readings of a case, changes of staff and calendar."""

    __tablename__ = "audit_entry"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    official_id: Mapped[int | None] = mapped_column(ForeignKey("official.id"), index=True)
    action: Mapped[str]
    petition_id: Mapped[int | None] = mapped_column(ForeignKey("petition.id"), index=True)
    details: Mapped[dict[str, Any]]
