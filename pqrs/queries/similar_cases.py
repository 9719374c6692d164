"""Petitions like one at hand: of the same person (reiterativas), and of others on the matter."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from pqrs.law import Phase, local_day
from pqrs.models import (
    Adherence,
    Petition,
    Petitioner,
    PetitionText,
    alike_candidates,
    by_number,
    facts_of,
    is_confidential,
    matter_of,
    same_person_candidates,
    who_of,
)
from pqrs.office import CaseFacts, Pack
from pqrs.office.similarity import SEASON, Who, is_same_matter, is_same_person


@dataclass(frozen=True)
class SimilarCase:
    """One that this viewer may read. `waits`: it is at the intake desk."""

    number: str
    subject: str
    filed_on: date
    phase: Phase
    department: str | None
    answered_on: date | None
    waits: bool


@dataclass(frozen=True)
class SimilarCases:
    """`mine`: of the same person. `elsewhere`: how many the viewer may not read, by department.

    `together`: different people who ask the same, this one included; 1 when it stands alone.
    """

    mine: tuple[SimilarCase, ...] = ()
    others: tuple[SimilarCase, ...] = ()
    elsewhere: tuple[tuple[str, int], ...] = ()
    together: int = 1


def similar_cases(
    session: Session, number: str, *, pack: Pack, may_read: Callable[[CaseFacts], bool]
) -> SimilarCases:
    """Nothing of a confidential case, in either direction."""
    petition = by_number(session, number)
    if petition is None or is_confidential(petition):
        return SimilarCases()
    text = session.scalar(
        select(PetitionText.body).where(
            PetitionText.petition_id == petition.id, PetitionText.version == 1
        )
    )
    at_hand, who = matter_of(petition, text or ""), who_of(petition.petitioner)
    mine: dict[str, SimilarCase] = {}
    others: dict[str, SimilarCase] = {}
    elsewhere: Counter[str] = Counter()
    candidates = [
        *same_person_candidates(session, petition),
        *alike_candidates(session, petition, SEASON),
    ]
    for other, words, person in candidates:
        if other.number in mine or not is_same_matter(at_hand, matter_of(other, words), pack):
            continue
        if may_read(facts_of(other)):
            is_theirs = is_same_person(who, who_of(person))
            (mine if is_theirs else others)[other.number] = shown(other)
        elif other.department and not is_same_person(who, who_of(person)):
            elsewhere[other.department] += 1
    return SimilarCases(
        tuple(mine.values()),
        tuple(others.values()),
        tuple(elsewhere.most_common()),
        together_with(session, petition),
    )


def together_with(session: Session, petition: Petition) -> int:
    """How many people, this one too, ask what the same first petition asks."""
    joined = session.get(Adherence, petition.id)
    first = joined.first_id if joined else petition.id
    followers = select(Adherence.petition_id).where(Adherence.first_id == first)
    members = session.execute(
        select(Petition.id, Petitioner)
        .outerjoin(Petitioner, Petitioner.id == Petition.petitioner_id)
        .where(or_(Petition.id == first, Petition.id.in_(followers)))
    )
    return len({key_of(who_of(person)) or str(petition_id) for petition_id, person in members})


def key_of(who: Who) -> str:
    """One word for one person, "" for nobody."""
    return who.document or who.email or who.phone


def shown(petition: Petition) -> SimilarCase:
    """Without rows."""
    return SimilarCase(
        number=petition.number,
        subject=petition.subject,
        filed_on=local_day(petition.filed_at),
        phase=petition.phase,
        department=petition.department,
        answered_on=petition.answered_on,
        waits=petition.routed_by == "intake",
    )
