"""The outbox: what must be told, to whom, and whether it was. Written with the case, sent after."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from pqrs.models.base import Base, enum_column


class NoticeStatus(StrEnum):
    """Where a notice stands. `NO_CHANNEL` is told by the tracking page alone."""

    PENDING = "pending"
    SENT = "sent"
    FAILED = "failed"
    NO_CHANNEL = "no_channel"


class Notice(Base):
    """One letter to one address. Sent at least once, or it becomes a task for a person."""

    __tablename__ = "notice"
    __table_args__ = (Index("ix_notice_status_next_try_at", "status", "next_try_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    petition_id: Mapped[int | None] = mapped_column(ForeignKey("petition.id"), index=True)
    letter: Mapped[str]
    audience: Mapped[str]
    address: Mapped[str | None]
    details: Mapped[dict[str, Any]]
    urgent: Mapped[bool] = mapped_column(default=False)
    status: Mapped[NoticeStatus] = mapped_column(enum_column(NoticeStatus))
    created_at: Mapped[datetime]
    next_try_at: Mapped[datetime]
    tries: Mapped[int] = mapped_column(default=0)
    sent_at: Mapped[datetime | None]
    trouble: Mapped[str | None]
