"""The record of a petition that an official filed, for its paper and for the desk."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.law import Capacity, Channel, Filed, IdentityLevel
from pqrs.models import Official, Petition, PetitionText, Reception, by_number, facts_of
from pqrs.office.attachments import AttachedFile
from pqrs.office.discretion import is_guarded
from pqrs.office.reception import TakenDown
from pqrs.queries.petition_page import PersonShown, person_of
from pqrs.queries.receipt import filed_files


@dataclass(frozen=True)
class ReceptionFacts:
    """`taken_by`: the name of the official. `text`: as it was filed, with nothing added later.

    `is_guarded`: a paper that others may see says neither who asked nor what.
    """

    number: str
    filed_at: datetime
    received_at: datetime
    posted_on: date | None
    channel: Channel
    taken: TakenDown
    taken_by: str
    identity: IdentityLevel
    capacity: Capacity
    person: PersonShown | None
    subject: str
    text: str
    files: tuple[AttachedFile, ...]
    missing: tuple[str, ...]
    is_guarded: bool


def reception_facts(session: Session, number: str) -> ReceptionFacts | None:
    """Of the petition of that number; None when no official took it down."""
    petition = by_number(session, number)
    row = session.get(Reception, petition.id) if petition else None
    if petition is None or row is None:
        return None
    filed = petition.timeline()[0]
    official = session.get(Official, row.taken_by) if row.taken_by else None
    return ReceptionFacts(
        number=petition.number,
        filed_at=petition.filed_at,
        received_at=filed.received_at if isinstance(filed, Filed) else petition.filed_at,
        posted_on=filed.posted_on if isinstance(filed, Filed) else None,
        channel=petition.channel,
        taken=row.to_taken_down(),
        taken_by=official.name if official else "",
        identity=petition.identity,
        capacity=petition.capacity,
        person=person_of(session, petition),
        subject=petition.subject,
        text=first_text(session, petition),
        files=filed_files(session, petition),
        missing=tuple(petition.missing),
        is_guarded=is_guarded(facts_of(petition), filed),
    )


def first_text(session: Session, petition: Petition) -> str:
    """The words filed; "" once they are kept no more."""
    query = select(PetitionText.body).where(
        PetitionText.petition_id == petition.id, PetitionText.version == 1
    )
    return session.scalar(query) or ""
