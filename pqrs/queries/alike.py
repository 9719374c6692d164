"""How many ask for the same in the same area, so that a person may know before filing once more."""

from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pqrs.law import IdentityLevel, Kind, Phase
from pqrs.models import Petition
from pqrs.office.measures import SMALL_CELL_SENSITIVE

SINCE = timedelta(days=60)


def open_alike(session: Session, topic: str | None, area: str | None, today: date) -> int:
    """More than how many are open, of one topic and area of the last two months, in tens.

    0 up to ten. Never the exact number: whoever walks the form every day would see each one come.
    Reports, complaints and reserved ones are not counted: how many there are would tell about whom.
    One statement.
    """
    if topic is None or area is None:
        return 0
    count = session.scalar(
        select(func.count(Petition.id)).where(
            Petition.phase == Phase.OPEN,
            Petition.topic == topic,
            Petition.area == area,
            Petition.received_on >= today - SINCE,
            Petition.kind != Kind.COMPLAINT,
            Petition.holds_report.is_(False),
            Petition.identity != IdentityLevel.RESERVED,
        )
    )
    return max((count or 0) - 1, 0) // SMALL_CELL_SENSITIVE * SMALL_CELL_SENSITIVE
