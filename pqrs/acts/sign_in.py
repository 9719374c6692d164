"""Staff sign in and out. An unknown user, a wrong password, a disabled account: one answer."""

from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from pqrs.models import AuditEntry, Official, WebSession
from pqrs.outside.passwords import make_token, password_matches, token_hash

IDLE = timedelta(minutes=30)
WHOLE = timedelta(hours=12)


def recognise(session: Session, *, email: str, password: str) -> int | None:
    """The id of the active account with this password, or None.

    Only reads, and hashes slowly: do it before the writing begins. Takes as long for an unknown
    address as for a known one.
    """
    found = session.execute(
        select(Official.id, Official.password_hash).where(
            Official.email == email.strip().lower(), Official.active.is_(True)
        )
    ).one_or_none()
    matches = password_matches(found.password_hash if found else None, password)
    return found.id if found and matches else None


def sign_in(session: Session, *, official_id: int, at: datetime) -> str:
    """Begin a session for this person; its token goes into the cookie and is stored as a hash."""
    token = make_token()
    session.add(
        WebSession(
            token_hash=token_hash(token),
            official_id=official_id,
            created_at=at,
            seen_at=at,
            ended_at=None,
        )
    )
    session.add(
        AuditEntry(at=at, official_id=official_id, action="sign_in", petition_id=None, details={})
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
