"""Where a petition would stand after something that has not happened: to be seen before a press."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime

from sqlalchemy.orm import Session

from pqrs.law import Event, Kind, LawError, Reclassified, Standing
from pqrs.models import by_number


def consequences(session: Session, number: str, events: Sequence[Event]) -> tuple[Standing, ...]:
    """One standing for each event, each told alone. Nothing is written. At most three statements.

    Raises `LawError` for an event that no history can hold.
    """
    petition = by_number(session, number)
    if petition is None:
        raise LookupError(number)
    rules, told = petition.rules(), petition.timeline()
    return tuple(rules.standing((*told, event)) for event in events)


def due_as(session: Session, number: str, at: datetime) -> dict[Kind, date | None]:
    """When it would be due as each other kind; a kind that had no term then is left out."""
    petition = by_number(session, number)
    if petition is None:
        raise LookupError(number)
    rules, told = petition.rules(), petition.timeline()
    found: dict[Kind, date | None] = {}
    for kind in Kind:
        if kind is not Kind.MIXED:
            with suppress(LawError):
                event = Reclassified(at=at, kind=kind, reason="")
                found[kind] = rules.standing((*told, event)).due_on
    return found
