"""What makes a second press harmless: the token of the form, and what was filed under it."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from pqrs.models.base import Base


class Submission(Base):
    """At most one petition a token (invariant I8); only the token's hash is kept."""

    __tablename__ = "submission"

    token_hash: Mapped[str] = mapped_column(primary_key=True)
    petition_id: Mapped[int] = mapped_column(ForeignKey("petition.id"), unique=True)
    content_hash: Mapped[str]
