"""What a citizen has typed so far, as the steps of the form show it again."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.models import Draft
from pqrs.office.attachments import AttachedFile
from pqrs.outside.passwords import token_hash


@dataclass(frozen=True)
class KeptDraft:
    """Answers by field name, and files; none when nothing was kept or its days are over."""

    answers: Mapping[str, Any] = field(default_factory=dict)
    files: tuple[AttachedFile, ...] = ()


def kept_draft(session: Session, token: str, at: datetime) -> KeptDraft:
    """What was kept under `token`, unless it expired. One statement."""
    row = session.execute(
        select(Draft.answers, Draft.files).where(
            Draft.token_hash == token_hash(token), Draft.expires_at >= at
        )
    ).one_or_none()
    if row is None:
        return KeptDraft()
    return KeptDraft(row.answers, tuple(map(AttachedFile.from_plain, row.files)))
