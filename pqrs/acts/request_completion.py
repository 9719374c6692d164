"""Requerimiento: ask once for all that is missing; the clock waits (CPACA art. 17)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Unpack

from sqlalchemy.orm import Session

from pqrs.acts.act_on_case import Press, act_on_case, keep_text
from pqrs.acts.assign import check
from pqrs.law import CompletionRequested, Refusal, completion_rule, lawful, local_day
from pqrs.models import Petition
from pqrs.office import Permission


def request_completion(
    session: Session, *, items: Sequence[str], **press: Unpack[Press]
) -> Petition:
    """`items`: what is missing. It is told now: the clock never stopped before it was recorded."""

    def decide(petition: Petition, at: datetime) -> CompletionRequested:
        standing, today = petition.standing(), local_day(at)
        check(lawful.request_completion(standing, today, petition.rules().readings))
        if not any(item.strip() for item in items):
            raise Refusal("items_needed", completion_rule(standing.kind))
        version = keep_text(session, petition, items, press["viewer"], at)
        return CompletionRequested(at=at, communicated_at=at, version=version)

    return act_on_case(session, Permission.ASK_COMPLETION, decide, **press)
