"""The petitioner, apart from what was asked: the person can go and the record stay."""

from sqlalchemy.orm import Mapped, mapped_column

from pqrs.models.base import Base
from pqrs.office.personal_data import KnownPerson


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


def known_person(person: Petitioner | None) -> KnownPerson:
    """What must not be shown of who asked, nor of for whom."""
    if person is None:
        return KnownPerson()
    return KnownPerson(
        name=person.name,
        document=person.document_number or "",
        phone=person.phone or "",
        address=person.postal_address or "",
        body_name=person.body_name or "",
        body_document=person.body_document or "",
        represented_name=person.represented_name or "",
    )
