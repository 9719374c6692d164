"""What a citizen has typed so far, as the steps of the form show it again."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.models import Draft
from pqrs.outside.passwords import token_hash


@dataclass(frozen=True)
class KeptDraft:
    """The answers by field name; none when nothing was kept or its days are over."""

    answers: Mapping[str, Any] = field(default_factory=dict)


def kept_draft(session: Session, token: str, at: datetime) -> KeptDraft:
    """What was kept under `token`, unless it expired. One statement."""
    answers = session.scalar(
        select(Draft.answers).where(Draft.token_hash == token_hash(token), Draft.expires_at >= at)
    )
    return KeptDraft(answers or {})
