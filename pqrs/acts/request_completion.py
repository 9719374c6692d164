"""Requerimiento: ask once for all that is missing; the clock waits (CPACA art. 17)."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Unpack

from sqlalchemy.orm import Session

from pqrs.acts.act_on_case import Press, act_on_case, keep_text
from pqrs.acts.assign import check
from pqrs.law import BOGOTA, CompletionRequested, Refusal, cpaca, lawful, local_day
from pqrs.models import Petition
from pqrs.office import Permission

NOON = time(12)


def request_completion(
    session: Session,
    *,
    items: Sequence[str],
    communicated_on: date | None = None,
    **press: Unpack[Press],
) -> Petition:
    """`items`: what is missing. `communicated_on`: when the person learnt of it; None is today."""

    def decide(petition: Petition, at: datetime) -> CompletionRequested:
        standing, today = petition.standing(), local_day(at)
        check(lawful.request_completion(standing, today, petition.rules().readings))
        if not any(item.strip() for item in items):
            raise Refusal("items_needed", cpaca("17"))
        told_on = communicated_on or today
        if not standing.received_on <= told_on <= today:
            first = standing.received_on
            raise Refusal("communicated_day", cpaca("17"), first=first, last=today)
        told_at = at if told_on == today else datetime.combine(told_on, NOON, BOGOTA)
        version = keep_text(session, petition, items, press["viewer"], at)
        return CompletionRequested(at=at, communicated_at=told_at, version=version)

    return act_on_case(session, Permission.ASK_COMPLETION, decide, **press)
