"""Petitions that may ask the same as another: few enough to be compared word by word."""

from collections.abc import Sequence
from datetime import timedelta
from typing import TypeAlias

from sqlalchemy import ColumnElement, and_, literal, or_, select, union_all
from sqlalchemy.orm import Session

from pqrs.law import IdentityLevel
from pqrs.models.person import Petitioner
from pqrs.models.petition import Petition, PetitionText
from pqrs.office.similarity import Matter, Who, words_of_matter

MOST = 200
"""For the page of a case at the desk."""
SERIES = "R"

Candidate: TypeAlias = tuple[Petition, str, Petitioner | None]


def is_confidential(petition: Petition) -> bool:
    """Its words and its person are for those who answer it alone."""
    return (
        petition.identity is IdentityLevel.RESERVED
        or petition.holds_report
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
    return fetch(session, petition, and_(is_near(petition, season), *conditions), most)


def is_near(petition: Petition, season: timedelta) -> ColumnElement[bool]:
    """Of its part of the municipality and its season, and of its topic or of none."""
    near = [
        Petition.filed_at >= petition.filed_at - season,
        Petition.filed_at <= petition.filed_at + season,
        Petition.area == petition.area if petition.area else Petition.area.is_(None),
    ]
    if petition.topic:
        near.append(or_(Petition.topic == petition.topic, Petition.topic.is_(None)))
    return and_(*near)


def same_person_candidates(session: Session, petition: Petition) -> list[Candidate]:
    """Whatever the same document or address filed at any time, the newest first."""
    person = petition.petitioner
    known: list[ColumnElement[bool]] = []
    if person is not None and person.document_number:
        known.append(Petitioner.document_number == person.document_number)
    if person is not None and person.email:
        known.append(Petitioner.email == person.email)
    return fetch(session, petition, or_(*known)) if known else []


def nearest_candidates(
    session: Session, petitions: Sequence[Petition], season: timedelta, most: int
) -> dict[int, list[Candidate]]:
    """The newest few that are near each of these, by its id. One statement for all of them."""
    found: dict[int, list[Candidate]] = {petition.id: [] for petition in petitions}
    if not found:
        return found
    newest = [
        select(literal(petition.id).label("near"), Petition.id.label("id"))
        .where(*is_comparable(petition), is_near(petition, season))
        .order_by(Petition.filed_at.desc(), Petition.id.desc())
        .limit(most)
        .subquery()
        for petition in petitions
    ]
    pairs = union_all(*(select(one.c.near, one.c.id) for one in newest)).subquery()
    rows = session.execute(
        select(pairs.c.near, Petition, PetitionText.body, Petitioner)
        .join(Petition, Petition.id == pairs.c.id)
        .join(PetitionText, PetitionText.petition_id == Petition.id)
        .outerjoin(Petitioner, Petitioner.id == Petition.petitioner_id)
        .where(PetitionText.version == 1)
    )
    for near, *candidate in rows:
        if not is_confidential(candidate[0]):
            found[near].append((candidate[0], candidate[1], candidate[2]))
    return found


def is_comparable(petition: Petition) -> tuple[ColumnElement[bool], ...]:
    """Never the petition itself, nor what is confidential by its row alone."""
    return (
        Petition.id != petition.id,
        Petition.series == SERIES,
        Petition.identity != IdentityLevel.RESERVED,
        Petition.holds_report.is_(False),
    )


def fetch(
    session: Session, petition: Petition, condition: ColumnElement[bool], most: int = MOST
) -> list[Candidate]:
    """The newest; never the petition itself, nor what is confidential."""
    rows = session.execute(
        select(Petition, PetitionText.body, Petitioner)
        .join(PetitionText, PetitionText.petition_id == Petition.id)
        .outerjoin(Petitioner, Petitioner.id == Petition.petitioner_id)
        .where(PetitionText.version == 1, *is_comparable(petition), condition)
        .order_by(Petition.filed_at.desc(), Petition.id.desc())
        .limit(most)
    ).all()
    return [(row[0], row[1], row[2]) for row in rows if not is_confidential(row[0])]


def matter_of(petition: Petition, text: str) -> Matter:
    """What it is about, by its first words."""
    return Matter(petition.topic, petition.place, words_of_matter(text))


def who_of(person: Petitioner | None) -> Who:
    """By what its person is known again; nobody where there is none."""
    if person is None:
        return Who()
    return Who(person.document_number or "", person.email or "", person.phone or "")
