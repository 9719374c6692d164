"""«A mí también»: a petition that asks what an open one already asked, each with its own answer."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from pqrs.models.base import Base


class Adherence(Base):
    """A petition counted with the first of its matter, place and season. It loses no right."""

    __tablename__ = "adherence"

    petition_id: Mapped[int] = mapped_column(ForeignKey("petition.id"), primary_key=True)
    first_id: Mapped[int] = mapped_column(ForeignKey("petition.id"), index=True)
    at: Mapped[datetime]
