"""Petitions like one at hand: of the same person (reiterativas), and of others on the matter."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, joinedload

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
    nearest_candidates,
    same_person_candidates,
    who_of,
)
from pqrs.models.alike import Candidate
from pqrs.office import CaseFacts, Pack
from pqrs.office.similarity import SEASON, Who, is_same_matter, is_same_person

COUNTED = 40
"""Texts that are compared with each case of a list."""


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

    @property
    def count(self) -> int:
        """All that are told of."""
        return len(self.mine) + len(self.others) + sum(many for _body, many in self.elsewhere)


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
    candidates = [
        *same_person_candidates(session, petition),
        *alike_candidates(session, petition, SEASON),
    ]
    found = sorted_out(petition, text or "", candidates, pack, may_read)
    return replace(found, together=together_with(session, petition))


def similar_counts(
    session: Session, numbers: Sequence[str], *, pack: Pack, may_read: Callable[[CaseFacts], bool]
) -> dict[str, int]:
    """How many the page of each would tell of, among the newest near it. Two statements for all.

    Of the same person far away or long ago, the page alone tells.
    """
    rows = session.execute(
        select(Petition, PetitionText.body)
        .join(PetitionText, PetitionText.petition_id == Petition.id)
        .options(joinedload(Petition.petitioner))
        .where(Petition.number.in_(numbers), PetitionText.version == 1)
    ).all()
    texts = {row[0].id: row[1] for row in rows if not is_confidential(row[0])}
    open_ones = [row[0] for row in rows if row[0].id in texts]
    near = nearest_candidates(session, open_ones, SEASON, COUNTED)
    found = {
        petition.number: sorted_out(petition, texts[petition.id], near[petition.id], pack, may_read)
        for petition in open_ones
    }
    return {number: one.count for number, one in found.items()}


def sorted_out(
    petition: Petition,
    text: str,
    candidates: Sequence[Candidate],
    pack: Pack,
    may_read: Callable[[CaseFacts], bool],
) -> SimilarCases:
    """Those of the candidates that are alike: whose, and which this viewer may read."""
    at_hand, who = matter_of(petition, text), who_of(petition.petitioner)
    mine: dict[str, SimilarCase] = {}
    others: dict[str, SimilarCase] = {}
    elsewhere: Counter[str] = Counter()
    for other, words, person in candidates:
        if other.number in mine or not is_same_matter(at_hand, matter_of(other, words), pack):
            continue
        if may_read(facts_of(other)):
            is_theirs = is_same_person(who, who_of(person))
            (mine if is_theirs else others)[other.number] = shown(other)
        elif other.department and not is_same_person(who, who_of(person)):
            elsewhere[other.department] += 1
    return SimilarCases(
        tuple(mine.values()), tuple(others.values()), tuple(elsewhere.most_common())
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
