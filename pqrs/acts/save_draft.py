"""One step of a form: what the citizen typed is kept on the server, for three days.

A report of wrongdoing, and what is added to a case whose petitioner is kept back, waits for two
hours: nobody should find it begun.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete
from sqlalchemy.orm import Session

from pqrs.law import IdentityLevel
from pqrs.models import Draft
from pqrs.office.attachments import nameless
from pqrs.office.discretion import is_discreet
from pqrs.outside.passwords import token_hash

KEPT = timedelta(hours=72)
KEPT_REPORT = timedelta(hours=2)
WAY = "way"
"""In a draft: which form it is of, when it is not the ordinary one."""
REPORT = "report"


def save_draft(session: Session, token: str, answers: dict[str, Any], at: datetime) -> None:
    """Keep `answers` over what was kept under this token before; expired drafts go.

    From the moment somebody is to stay unknown, no file keeps the name they gave it.
    """
    drop_expired_drafts(session, at)
    draft = open_draft(session, token, at)
    draft.answers = answers
    if is_discreet(answers.get("kind"), answers.get("identity", IdentityLevel.NAMED)):
        draft.files = [{**plain, "name": nameless(plain["name"])} for plain in draft.files]
    draft.expires_at = at + kept_for(answers)
    session.flush()


def open_draft(session: Session, token: str, at: datetime) -> Draft:
    """The draft of this token, new when there is none, kept on from now."""
    draft = session.get(Draft, token_hash(token), with_for_update=True)
    if draft is None:
        draft = Draft(token_hash=token_hash(token), answers={}, files=[])
        session.add(draft)
    elif draft.expires_at < at:
        draft.answers, draft.files = {}, []
    draft.saved_at = at
    draft.expires_at = at + kept_for(draft.answers)
    return draft


def erase_draft(session: Session, token: str) -> None:
    """It was filed: its words and files are the petition's now. That it was one stays for its days.

    So a second press, or the code that leads back to it, still finds the number.
    """
    draft = session.get(Draft, token_hash(token), with_for_update=True)
    if draft is not None:
        draft.answers = {name: kept for name, kept in draft.answers.items() if name == WAY}
        draft.files = []
        session.flush()


def drop_draft(session: Session, *tokens: str) -> None:
    """Nothing of it, or of them, stays."""
    session.execute(delete(Draft).where(Draft.token_hash.in_(map(token_hash, tokens))))


def kept_for(answers: Mapping[str, Any]) -> timedelta:
    """How long a draft waits for its next step."""
    return KEPT_REPORT if answers.get(WAY) == REPORT else KEPT


def drop_expired_drafts(session: Session, at: datetime) -> None:
    """What nobody went on with in time."""
    session.execute(delete(Draft).where(Draft.expires_at < at))
