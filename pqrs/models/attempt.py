"""Wrong tries against one target (a petition, an account), counted whatever the answer's status."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from pqrs.models.base import Base


class Attempt(Base):
    """Wrong tries since `since`; the target is a keyed hash, so the table names nobody."""

    __tablename__ = "attempt"

    target: Mapped[str] = mapped_column(primary_key=True)
    count: Mapped[int]
    since: Mapped[datetime]
    last_at: Mapped[datetime]
