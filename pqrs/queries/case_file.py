"""What of a case its petitioner may take home: the words, and the chain of what happened."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.law import CompletionRequested, Event, OfficeWrote, Rejected, Returned, local_day
from pqrs.models import OfficialText, Petition, PetitionEvent, PetitionText, by_number


@dataclass(frozen=True)
class Written:
    """What the person wrote at filing (version 1) or later."""

    version: int
    on: date
    body: str


@dataclass(frozen=True)
class AskedThen:
    """What the entity wrote in the case beside its answer."""

    event: Event
    items: tuple[str, ...]


@dataclass(frozen=True)
class ChainedEvent:
    """One event with the hash that chains it to the one before."""

    sequence: int
    event: Event
    at: datetime
    hash: str


@dataclass(frozen=True)
class CaseFile:
    """`last_hash` names the whole timeline: whoever has it can tell if anything was changed."""

    number: str
    content_hash: str
    last_hash: str
    written: tuple[Written, ...]
    asked: tuple[AskedThen, ...]
    chain: tuple[ChainedEvent, ...]


def case_file(session: Session, number: str) -> CaseFile:
    """Of the petition of that number. Raises LookupError."""
    petition = by_number(session, number)
    if petition is None:
        raise LookupError(number)
    texts = session.scalars(
        select(PetitionText)
        .where(PetitionText.petition_id == petition.id)
        .order_by(PetitionText.version)
    )
    return CaseFile(
        number=petition.number,
        content_hash=petition.content_hash,
        last_hash=petition.last_hash,
        written=tuple(Written(one.version, local_day(one.at), one.body) for one in texts),
        asked=asked_then(session, petition),
        chain=tuple(map(chained, petition.events)),
    )


def chained(row: PetitionEvent) -> ChainedEvent:
    """The row as a value."""
    return ChainedEvent(row.sequence, row.to_event(), row.at, row.hash)


def asked_then(session: Session, petition: Petition) -> tuple[AskedThen, ...]:
    """Each text that an event names, in order. A rejection's is read once it was notified."""
    items = dict(
        session.execute(
            select(OfficialText.version, OfficialText.items).where(
                OfficialText.petition_id == petition.id
            )
        ).all()
    )
    said: tuple[type[CompletionRequested | Returned | OfficeWrote | Rejected], ...]
    said = (CompletionRequested, Returned, OfficeWrote)
    if petition.standing().notified_on:
        said = (*said, Rejected)
    return tuple(
        AskedThen(event, tuple(items[event.version]))
        for event in petition.timeline()
        if isinstance(event, said) and event.version in items
    )
