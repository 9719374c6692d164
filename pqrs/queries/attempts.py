"""How long a target must wait after wrong tries."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from pqrs.models import Attempt

FREE = 5
"""Wrong tries that cost no wait."""
FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(minutes=15)


def tries_at(session: Session, target: str) -> int:
    """How many wrong tries there were of late."""
    attempt = session.get(Attempt, target)
    return attempt.count if attempt else 0


def wait_after_attempts(session: Session, target: str, at: datetime) -> timedelta:
    """The wait left: none for the first five, then from a minute, doubling, to fifteen."""
    attempt = session.get(Attempt, target)
    if attempt is None or attempt.count < FREE:
        return timedelta(0)
    wait = min(FIRST_WAIT * (1 << min(attempt.count - FREE, 10)), LONGEST_WAIT)
    return max(attempt.last_at + wait - at, timedelta(0))
