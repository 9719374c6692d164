"""Petitions that may ask the same as another: few enough to be compared word by word."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import ColumnElement, Row, and_, or_, select
from sqlalchemy.orm import Session

from pqrs.law import IdentityLevel, Kind
from pqrs.models.person import Petitioner
from pqrs.models.petition import Petition, PetitionText
from pqrs.office.similarity import Matter, Who, words_of_matter

MOST = 200
"""For the page of a case at the desk."""
SERIES = "R"

Candidate = Row[Petition, str, Petitioner | None]


def is_confidential(petition: Petition) -> bool:
    """Its words and its person are for those who answer it alone."""
    return (
        petition.identity is IdentityLevel.RESERVED
        or petition.kind is Kind.REPORT
        or bool(petition.named_departments or petition.named_officials)
    )


def alike_candidates(
    session: Session,
    petition: Petition,
    season: timedelta,
    *conditions: ColumnElement[bool],
    most: int = MOST,
) -> list[Candidate]:
    """Others of the same part of the municipality and season, the newest first; none confidential.

    Of its topic, or of none. Each with its first words and its petitioner.
    """
    near = [
        Petition.filed_at >= petition.filed_at - season,
        Petition.filed_at <= petition.filed_at + season,
        Petition.area == petition.area if petition.area else Petition.area.is_(None),
        *conditions,
    ]
    if petition.topic:
        near.append(or_(Petition.topic == petition.topic, Petition.topic.is_(None)))
    return fetch(session, petition, and_(*near), most)


def same_person_candidates(session: Session, petition: Petition) -> list[Candidate]:
    """Whatever the same document or address filed at any time, the newest first."""
    person = petition.petitioner
    known: list[ColumnElement[bool]] = []
    if person is not None and person.document_number:
        known.append(Petitioner.document_number == person.document_number)
    if person is not None and person.email:
        known.append(Petitioner.email == person.email)
    return fetch(session, petition, or_(*known)) if known else []


def fetch(
    session: Session, petition: Petition, condition: ColumnElement[bool], most: int = MOST
) -> list[Candidate]:
    """Never the petition itself, nor what is confidential."""
    rows: Sequence[Candidate] = session.execute(
        select(Petition, PetitionText.body, Petitioner)
        .join(PetitionText, PetitionText.petition_id == Petition.id)
        .outerjoin(Petitioner, Petitioner.id == Petition.petitioner_id)
        .where(
            PetitionText.version == 1,
            Petition.id != petition.id,
            Petition.series == SERIES,
            Petition.identity != IdentityLevel.RESERVED,
            Petition.kind != Kind.REPORT,
            condition,
        )
        .order_by(Petition.filed_at.desc(), Petition.id.desc())
        .limit(most)
    ).all()
    return [row for row in rows if not is_confidential(row[0])]


def matter_of(petition: Petition, text: str) -> Matter:
    """What it is about, by its first words."""
    return Matter(petition.topic, petition.place, words_of_matter(text))


def who_of(person: Petitioner | None) -> Who:
    """By what its person is known again; nobody where there is none."""
    if person is None:
        return Who()
    return Who(person.document_number or "", person.email or "", person.phone or "")
