"""Departments: the offices of the entity, and the outside bodies a case may belong to."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from pqrs.models.base import Base


class Department(Base):
    """An office (secretaría, dependencia) or an outside body, known by its code for ever.

    Retired, never deleted: past figures keep its name, open cases go to `successor`.
    """

    __tablename__ = "department"

    code: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    kind: Mapped[str]
    internal: Mapped[bool]
    parent: Mapped[str | None]
    valid_from: Mapped[date | None]
    valid_until: Mapped[date | None]
    successor: Mapped[str | None]
