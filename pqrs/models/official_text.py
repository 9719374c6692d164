"""What the entity writes in a case beside its answer: what is missing, what is unclear."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from pqrs.models.base import Base


class OfficialText(Base):
    """By version, which the event names; one item for each thing asked or said. Never changed."""

    __tablename__ = "official_text"
    __table_args__ = (UniqueConstraint("petition_id", "version"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    petition_id: Mapped[int] = mapped_column(ForeignKey("petition.id"))
    version: Mapped[int]
    items: Mapped[list[str]]
    written_by: Mapped[int] = mapped_column(ForeignKey("official.id"))
    at: Mapped[datetime]
