"""Staff sign in and out. An unknown user, a wrong password, a disabled account: one answer."""

from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from pqrs.models import AuditEntry, Official, WebSession
from pqrs.outside.passwords import make_token, password_matches, token_hash

IDLE = timedelta(minutes=30)
WHOLE = timedelta(hours=12)


def sign_in(session: Session, *, email: str, password: str, at: datetime) -> str | None:
    """The token of a new session, or None, in the same time for a known and an unknown address."""
    official = session.scalar(
        select(Official).where(Official.email == email.strip().lower(), Official.active.is_(True))
    )
    if not password_matches(official.password_hash if official else None, password):
        return None
    if official is None:
        return None
    token = make_token()
    session.add(
        WebSession(
            token_hash=token_hash(token),
            official_id=official.id,
            created_at=at,
            seen_at=at,
            ended_at=None,
        )
    )
    session.add(
        AuditEntry(at=at, official_id=official.id, action="sign_in", petition_id=None, details={})
    )
    session.flush()
    return token


def sign_out(session: Session, *, token: str, at: datetime) -> None:
    """End this session now, here and wherever its cookie was copied to."""
    session.execute(
        update(WebSession)
        .where(WebSession.token_hash == token_hash(token), WebSession.ended_at.is_(None))
        .values(ended_at=at)
    )


def keep_alive(session: Session, *, token: str, at: datetime) -> None:
    """The session was used at `at`; it ends 30 minutes after its last use."""
    session.execute(
        update(WebSession).where(WebSession.token_hash == token_hash(token)).values(seen_at=at)
    )
