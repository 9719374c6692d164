"""What a citizen has typed so far, kept on the server so that nothing is lost on a slow line."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from pqrs.models.base import Base


class Draft(Base):
    """The answers of one form by field name. Only the token's hash is kept; it expires."""

    __tablename__ = "draft"

    token_hash: Mapped[str] = mapped_column(primary_key=True)
    answers: Mapped[dict[str, Any]]
    saved_at: Mapped[datetime]
    expires_at: Mapped[datetime] = mapped_column(index=True)
