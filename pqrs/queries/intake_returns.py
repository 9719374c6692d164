"""«No es mío»: which departments sent a case back to the intake desk, why, and how many times."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, ScalarSelect, func, select
from sqlalchemy.orm import Session

from pqrs.models import Petition, PetitionEvent

FIRST_EVENTS = 2
"""Filing and its first assignment: a case that a machine left at the desk was not sent back."""


@dataclass(frozen=True)
class SentBack:
    """One department that said it was not its own. `department` is a code."""

    department: str
    reason: str
    at: datetime


def times_sent_back() -> ScalarSelect[int]:
    """Of the petition of the statement it stands in: how often it came back, to sort by."""
    return (
        select(func.count())
        .where(
            PetitionEvent.petition_id == Petition.id,
            PetitionEvent.sequence > FIRST_EVENTS,
            *is_sending_back(),
        )
        .correlate(Petition)
        .scalar_subquery()
    )


def sent_back(session: Session, numbers: Sequence[str]) -> dict[str, tuple[SentBack, ...]]:
    """Every return of each of these cases, the last one first. One statement."""
    rows = session.execute(
        select(Petition.number, PetitionEvent)
        .join(PetitionEvent, PetitionEvent.petition_id == Petition.id)
        .where(Petition.number.in_(numbers), PetitionEvent.name == "assigned")
        .order_by(Petition.id, PetitionEvent.sequence)
    )
    events: dict[str, list[PetitionEvent]] = {number: [] for number in numbers}
    for number, event in rows:
        events[number].append(event)
    return {number: tuple(returns_among(found)) for number, found in events.items()}


def is_sending_back() -> tuple[ColumnElement[bool], ...]:
    """An official put it before whoever routes."""
    return (
        PetitionEvent.name == "assigned",
        PetitionEvent.actor == "official",
        PetitionEvent.payload["by"].as_string() == "intake",
    )


def returns_among(assigned: Iterable[PetitionEvent]) -> list[SentBack]:
    """The last one first."""
    found: list[SentBack] = []
    holder = ""
    for event in assigned:
        to_intake = event.payload["by"] == "intake"
        if to_intake and holder and event.actor == "official":
            found.insert(0, SentBack(holder, event.payload["reason"], event.at))
        holder = "" if to_intake else event.payload["department"]
    return found
