"""Topics, places and service points of this entity, as rows that cases and figures point at."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from pqrs.models.base import Base


class Topic(Base):
    """What a petition is about, in the entity's catalogue. Retired, never deleted."""

    __tablename__ = "topic"

    code: Mapped[str] = mapped_column(primary_key=True)
    theme: Mapped[str]
    name: Mapped[str]
    department: Mapped[str] = mapped_column(ForeignKey("department.code"))
    urgent: Mapped[bool]
    valid_from: Mapped[date | None]
    valid_until: Mapped[date | None]


class Place(Base):
    """A corregimiento, vereda, barrio or the seat itself."""

    __tablename__ = "place"

    code: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    kind: Mapped[str]
    parent: Mapped[str | None] = mapped_column(ForeignKey("place.code"))


class ServicePoint(Base):
    """A window or office whose attention anyone may evaluate (`/punto/<code>`)."""

    __tablename__ = "service_point"

    code: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    department: Mapped[str] = mapped_column(ForeignKey("department.code"))
    place: Mapped[str | None] = mapped_column(ForeignKey("place.code"))
    address: Mapped[str]
