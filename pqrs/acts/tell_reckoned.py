"""Who is told that dates moved: each petitioner, and once for all its cases each department."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.law import Priority
from pqrs.models import NoticeStatus, Official
from pqrs.models.reckoning import Move
from pqrs.office import Audience, Role


def tell_reckoned_petitioner(move: Move, cause: str, at: datetime) -> dict[str, Any]:
    """The row of the outbox for one case; without an address the tracking page tells it."""
    row = move.case.row
    before, after = move.moved_due()
    address = row.email if row.reply_by == "email" else None
    details = {
        "number": row.number,
        "due_on": after.isoformat() if after else None,
        "due_before": before.isoformat() if before else None,
        "cause": cause,
        "department": row.department,
        "kind": move.standing.kind.value,
        "filed_at": row.filed_at.isoformat(),
        "language": row.language,
    }
    return {
        **outbox_row("reckoned", Audience.PETITIONER, address, details, at),
        "petition_id": row.id,
        "urgent": row.priority is Priority.URGENT,
    }


def tell_reckoned_departments(
    session: Session, moved: Mapping[str, int], cause: str, at: datetime
) -> list[dict[str, Any]]:
    """One letter to each head, however many of their cases moved."""
    heads = session.execute(
        select(Official.department, Official.email)
        .where(Official.role == Role.HEAD, Official.active.is_(True))
        .order_by(Official.id)
    )
    told = ((code, email) for code, email in heads if code is not None and moved.get(code))
    return [
        outbox_row(
            "reckoned_department",
            Audience.DEPARTMENT,
            email,
            {
                "number": "",
                "due_on": None,
                "department": department,
                "kind": None,
                "filed_at": at.isoformat(),
                "count": moved[department],
                "cause": cause,
            },
            at,
        )
        for department, email in told
    ]


def outbox_row(
    letter: str, audience: Audience, address: str | None, details: dict[str, Any], at: datetime
) -> dict[str, Any]:
    """What every notice has."""
    return {
        "petition_id": None,
        "letter": letter,
        "audience": audience.value,
        "address": address,
        "details": details,
        "urgent": False,
        "status": NoticeStatus.PENDING if address else NoticeStatus.NO_CHANNEL,
        "created_at": at,
        "next_try_at": at,
        "tries": 0,
        "sent_at": None,
        "trouble": None,
    }
