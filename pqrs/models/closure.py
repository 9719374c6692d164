"""Days on which the entity did not work, each by a formal act (Ley 4 de 1913, artículo 62)."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from pqrs.models.base import Base


class Closure(Base):
    """A day that does not count here, with the act that closed the office."""

    __tablename__ = "closure"

    day: Mapped[date] = mapped_column(primary_key=True)
    norm: Mapped[str]


class ChosenReading(Base):
    """The entity's choice on a point that the law leaves open, by name and value."""

    __tablename__ = "chosen_reading"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]
