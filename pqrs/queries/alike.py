"""How many ask for the same in the same area, so that a person may know before filing once more."""

from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pqrs.law import Kind, Phase
from pqrs.models import Petition
from pqrs.office.measures import SMALL_CELL_SENSITIVE

SINCE = timedelta(days=60)
_APART = (Kind.REPORT, Kind.COMPLAINT)


def open_alike(session: Session, topic: str | None, area: str | None, today: date) -> int:
    """Open ones of one topic and area of the last two months; 0 under ten. One statement.

    Reports and complaints are not counted: how many there are would tell about whom.
    """
    if topic is None or area is None:
        return 0
    count = session.scalar(
        select(func.count(Petition.id)).where(
            Petition.phase == Phase.OPEN,
            Petition.topic == topic,
            Petition.area == area,
            Petition.received_on >= today - SINCE,
            Petition.kind.not_in(_APART),
        )
    )
    return count if count and count >= SMALL_CELL_SENSITIVE else 0
