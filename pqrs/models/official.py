"""Officials: who works here, in which role, and the links at which they set a password."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from pqrs.models.base import Base, enum_column
from pqrs.office import Role


class Official(Base):
    """A person of the administration with an account. Disabled, never deleted."""

    __tablename__ = "official"

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    role: Mapped[Role] = mapped_column(enum_column(Role))
    department: Mapped[str | None] = mapped_column(ForeignKey("department.code"))
    password_hash: Mapped[str | None]
    active: Mapped[bool] = mapped_column(default=True)


class PasswordLink(Base):
    """A link, valid once and for 24 hours, at which its official sets the password."""

    __tablename__ = "password_link"

    token_hash: Mapped[str] = mapped_column(primary_key=True)
    official_id: Mapped[int] = mapped_column(ForeignKey("official.id"), index=True)
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
