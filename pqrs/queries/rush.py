"""Whether so many petitions arrive at once that everybody is asked to show a person."""

from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pqrs.models import Petition
from pqrs.office.automatic import RUSH

WITHIN = timedelta(minutes=1)


def is_rush(session: Session, at: datetime) -> bool:
    """Whether the last `RUSH` came within a minute. One statement that reads one row."""
    newest = select(func.max(Petition.id)).scalar_subquery()
    filed_at = session.scalar(
        select(Petition.filed_at)
        .where(Petition.id <= newest - RUSH + 1)
        .order_by(Petition.id.desc())
        .limit(1)
    )
    return filed_at is not None and at - filed_at < WITHIN
