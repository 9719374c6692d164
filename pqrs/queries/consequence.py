"""Where a petition would stand after something that has not happened: to be seen before a press."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from pqrs.law import Event, Standing
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
