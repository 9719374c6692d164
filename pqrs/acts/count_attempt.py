"""Count a wrong try against one target. Kept whatever the answer's status."""

from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from pqrs.models import Attempt

WINDOW = timedelta(minutes=15)
KEPT = timedelta(days=1)


def count_attempt(session: Session, target: str, at: datetime) -> None:
    """One more. A count whose window is over starts again, and old ones of others go."""
    session.execute(delete(Attempt).where(Attempt.last_at < at - KEPT))
    dialect = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    session.execute(
        dialect.insert(Attempt)
        .values(target=target, count=0, since=at, last_at=at)
        .on_conflict_do_nothing()
    )
    attempt = session.get_one(Attempt, target, with_for_update=True)
    if at - attempt.last_at > WINDOW:
        attempt.count = 0
        attempt.since = at
    attempt.count += 1
    attempt.last_at = at
    session.flush()
