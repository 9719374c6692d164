"""One step of a form: what the citizen typed is kept on the server, for three days."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete
from sqlalchemy.orm import Session

from pqrs.models import Draft
from pqrs.outside.passwords import token_hash

KEPT = timedelta(hours=72)


def save_draft(session: Session, token: str, answers: dict[str, Any], at: datetime) -> None:
    """Keep `answers` over what was kept under this token before; expired drafts go."""
    drop_expired_drafts(session, at)
    draft = open_draft(session, token, at)
    draft.answers = answers
    session.flush()


def open_draft(session: Session, token: str, at: datetime) -> Draft:
    """The draft of this token, new when there is none, for three days more."""
    draft = session.get(Draft, token_hash(token), with_for_update=True)
    if draft is None:
        draft = Draft(token_hash=token_hash(token), answers={}, files=[])
        session.add(draft)
    elif draft.expires_at < at:
        draft.answers, draft.files = {}, []
    draft.saved_at = at
    draft.expires_at = at + KEPT
    return draft


def drop_expired_drafts(session: Session, at: datetime) -> None:
    """What nobody went on with in three days."""
    session.execute(delete(Draft).where(Draft.expires_at < at))
