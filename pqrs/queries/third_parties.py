"""Third persons of a case, for who may see them; and what the board says to those nobody knows."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.law import Event, Phase, ThirdPartyHeard, ThirdPartyNoted, ThirdPartyTold, local_day
from pqrs.models import Notice, NoticeStatus, Petition, PetitionEvent, ThirdPerson, facts_of
from pqrs.office.discretion import may_be_public
from pqrs.office.notices import THIRD_PARTY

EVENTS = ThirdPartyNoted | ThirdPartyTold | ThirdPartyHeard


@dataclass(frozen=True)
class ThirdShown:
    """As in `ThirdPerson`. `is_sent`: the mail left; `has_failed`: it cannot leave."""

    who: str
    email: str
    place: str
    words: str
    is_sent: bool
    has_failed: bool


@dataclass(frozen=True)
class OnBoard:
    """A case that may affect people nobody knows: neither who asks nor who was meant."""

    number: str
    since: date
    words: str


def third_parties(
    session: Session, petition: Petition, timeline: tuple[Event, ...]
) -> dict[int, ThirdShown]:
    """By version; two statements, for the few cases that have any."""
    if not any(isinstance(event, EVENTS) for event in timeline):
        return {}
    of_case = Notice.petition_id == petition.id, Notice.letter == THIRD_PARTY.letter
    sent = {
        details["version"]: status
        for details, status in session.execute(
            select(Notice.details, Notice.status).where(*of_case)
        )
    }
    rows = session.scalars(select(ThirdPerson).where(ThirdPerson.petition_id == petition.id))
    return {
        row.version: ThirdShown(
            who=row.who,
            email=row.email or "",
            place=row.place or "",
            words=row.words,
            is_sent=sent.get(row.version) is NoticeStatus.SENT,
            has_failed=sent.get(row.version) is NoticeStatus.FAILED,
        )
        for row in rows
    }


def third_with(event: Event, known: dict[int, ThirdShown]) -> ThirdShown | None:
    """The one that this event names."""
    return known.get(event.version) if isinstance(event, EVENTS) else None


def told_on_board(session: Session) -> tuple[OnBoard, ...]:
    """While the case waits for its answer.

    Asked again of each: it may change its kind, or be seen to name somebody, once it is published.
    """
    first = (PetitionEvent.petition_id == Petition.id) & (PetitionEvent.sequence == 1)
    query = (
        select(ThirdPerson, Petition, PetitionEvent)
        .join(Petition, Petition.id == ThirdPerson.petition_id)
        .join(PetitionEvent, first)
        .where(ThirdPerson.is_public, Petition.phase.in_((Phase.OPEN, Phase.WAITING)))
        .order_by(ThirdPerson.id.desc())
    )
    return tuple(
        OnBoard(petition.number, local_day(row.at), row.words)
        for row, petition, filed in session.execute(query)
        if may_be_public(facts_of(petition), filed.to_event())
    )
