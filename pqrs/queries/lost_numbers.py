"""Numbers that were given and whose petition is gone: whoever holds one is told, and not blamed."""

from collections.abc import Sequence

from sqlalchemy import select, tuple_
from sqlalchemy.orm import Session

from pqrs.models import LostNumber
from pqrs.office import PetitionNumber


def is_lost(session: Session, number: str) -> bool:
    """Whether that number was given and its petition was lost with a disk."""
    return session.get(LostNumber, number) is not None


def lost_before(
    session: Session, series: str, before: PetitionNumber | None, count: int
) -> Sequence[LostNumber]:
    """The last of a series below that number, the newest first."""
    query = select(LostNumber).where(LostNumber.series == series)
    if before is not None:
        place = tuple_(LostNumber.year, LostNumber.sequence)
        query = query.where(place < (before.year, before.sequence))
    newest = query.order_by(LostNumber.year.desc(), LostNumber.sequence.desc())
    return session.scalars(newest.limit(count)).all()
