"""Somebody lost their access code: what was asked, and the code that took the old one's place."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from pqrs.models.base import Base


class CodeRequest(Base):
    """One press of "perdí el código", the same row whether number and address fit or not.

    `address_hash`: keyed, of the e-mail that was typed. `sent_at`: the link was written,
    and later when it left; what fits no petition is erased instead. `code_hash`: keyed, of the
    new code, once it was shown (`used_at`); the one shown last is the petition's lock.
    """

    __tablename__ = "code_request"

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(index=True)
    address_hash: Mapped[str]
    asked_at: Mapped[datetime] = mapped_column(index=True)
    petition_id: Mapped[int | None] = mapped_column(ForeignKey("petition.id"), index=True)
    sent_at: Mapped[datetime | None]
    used_at: Mapped[datetime | None]
    code_hash: Mapped[str | None]
