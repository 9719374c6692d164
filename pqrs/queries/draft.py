"""What a citizen has typed so far, as the steps of the form show it again."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.models import Draft, Petition, Submission
from pqrs.office.attachments import AttachedFile
from pqrs.outside.passwords import token_hash


@dataclass(frozen=True)
class KeptDraft:
    """Answers by field name, and files; none when nothing was kept or its days are over.

    `until`: when it goes, None when nothing was kept. `number`: what was filed under the same
    token, "" while nothing was.
    """

    answers: Mapping[str, Any] = field(default_factory=dict)
    files: tuple[AttachedFile, ...] = ()
    until: datetime | None = None
    number: str = ""


def kept_draft(session: Session, token: str, at: datetime) -> KeptDraft:
    """What was kept under `token`, unless it expired. One statement."""
    row = session.execute(
        select(Draft.answers, Draft.files, Draft.expires_at, Petition.number)
        .outerjoin(Submission, Submission.token_hash == Draft.token_hash)
        .outerjoin(Petition, Petition.id == Submission.petition_id)
        .where(Draft.token_hash == token_hash(token), Draft.expires_at >= at)
    ).one_or_none()
    if row is None:
        return KeptDraft()
    files = tuple(map(AttachedFile.from_plain, row.files))
    return KeptDraft(row.answers, files, row.expires_at, row.number or "")


def number_filed(session: Session, token: str) -> str | None:
    """The number that was given to what this token filed; None while nothing was. One statement."""
    return session.scalar(
        select(Petition.number)
        .join(Submission, Submission.petition_id == Petition.id)
        .where(Submission.token_hash == token_hash(token))
    )
