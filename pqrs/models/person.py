"""The petitioner, apart from what was asked: the person can go and the record stay."""

from sqlalchemy.orm import Mapped, mapped_column

from pqrs.models.base import Base


class Petitioner(Base):
    """One person or body, in one petition. An anonymous petition has none at all."""

    __tablename__ = "petitioner"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    document_type: Mapped[str | None]
    document_number: Mapped[str | None] = mapped_column(index=True)
    email: Mapped[str | None] = mapped_column(index=True)
    phone: Mapped[str | None]
    postal_address: Mapped[str | None]
    # For whom they ask: the organisation, company, authority, group or medium; or the person.
    body_name: Mapped[str | None]
    body_document: Mapped[str | None]
    represented_name: Mapped[str | None]
