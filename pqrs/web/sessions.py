"""Staff sessions on their own connection, so that the request's transaction begins with its act."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.acts.sign_in import IDLE, WHOLE, keep_alive
from pqrs.app import afterwards
from pqrs.extensions import db
from pqrs.models import Official, WebSession
from pqrs.models.engine import read_intent
from pqrs.office import Viewer
from pqrs.outside.now import now
from pqrs.outside.passwords import token_hash

TICK = timedelta(minutes=1)


@dataclass(frozen=True)
class SignedIn:
    """The person behind the request: what the permissions ask, and what the page shows."""

    viewer: Viewer
    name: str
    email: str
    token: str


def find_session(token: str) -> SignedIn | None:
    """Who holds this token, unless the session ended, idled away or the account was disabled."""
    with read_intent(), Session(db.engine) as session:
        found = session.execute(
            select(Official, WebSession)
            .join(WebSession, WebSession.official_id == Official.id)
            .where(WebSession.token_hash == token_hash(token))
        ).one_or_none()
    if found is None:
        return None
    official, row = found
    moment = now()
    if not official.active or not is_alive(row, moment):
        return None
    if moment - row.seen_at > TICK:
        afterwards(lambda session: keep_alive(session, token=token, at=moment))
    viewer = Viewer(official.id, official.role, official.department)
    return SignedIn(viewer, official.name, official.email, token)


def is_alive(row: WebSession, moment: datetime) -> bool:
    """Thirty minutes after the last use, or twelve hours after signing in, it is over."""
    return (
        row.ended_at is None and moment - row.seen_at <= IDLE and moment - row.created_at <= WHOLE
    )
