"""What the router was taught by cases that people corrected: one row each time somebody agreed."""

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session, mapped_column

from pqrs.models.base import Base


class Teaching(Base):
    """All that is taught beside the pack, from then on. Append-only; the last row is in force.

    `lessons`: for each, `text` (without names or numbers, see `office/teaching.py`), `topic` and
    `kind`. `figures`: what was shown to whoever agreed. To go back is a new row like an older one.
    """

    __tablename__ = "teaching"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    lessons: Mapped[list[dict[str, Any]]]
    figures: Mapped[dict[str, Any]]


def newest_teaching(session: Session) -> tuple[int, datetime] | None:
    """The number and the moment of the row in force; None while nothing was taught."""
    row = session.execute(
        select(Teaching.id, Teaching.at).order_by(Teaching.id.desc()).limit(1)
    ).one_or_none()
    return (row.id, row.at) if row else None
