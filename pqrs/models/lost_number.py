"""A number that was given and whose petition is gone: an older backup had to be restored.

It stays visible as being reconstructed, and is never given again. What is known of it is what the
witness wrote; of a number that the witness lost too, only that there was one.
"""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from pqrs.models.base import Base


class LostNumber(Base):
    """Never changed, never removed. `noted_at`: when the restore found it missing."""

    __tablename__ = "lost_number"
    __table_args__ = (UniqueConstraint("series", "year", "sequence"),)

    number: Mapped[str] = mapped_column(primary_key=True)
    series: Mapped[str]
    year: Mapped[int]
    sequence: Mapped[int]
    filed_at: Mapped[datetime | None]
    content_hash: Mapped[str | None]
    noted_at: Mapped[datetime]
