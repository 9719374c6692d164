"""What a citizen has typed so far, kept on the server so that nothing is lost on a slow line."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from pqrs.models.base import Base


class Draft(Base):
    """The answers of one form by field name, and its files. It expires.

    Only the token's hash is kept. `files` are `AttachedFile`s as plain values.
    """

    __tablename__ = "draft"

    token_hash: Mapped[str] = mapped_column(primary_key=True)
    answers: Mapped[dict[str, Any]]
    files: Mapped[list[dict[str, Any]]] = mapped_column(default=list)
    saved_at: Mapped[datetime]
    expires_at: Mapped[datetime] = mapped_column(index=True)
