"""Teach the router what corrected cases say, or go back to what it was taught before.

Each time is a row of its own, so what was in force on any day stays on record.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.acts.office import Office
from pqrs.models import AuditEntry, Teaching
from pqrs.office.entity import RoutingExample
from pqrs.office.teaching import lesson_to_plain


class NothingTaughtError(Exception):
    """There is nothing to go back from."""


def teach_router(
    session: Session,
    lessons: Mapping[str, RoutingExample],
    figures: dict[str, Any],
    *,
    office: Office,
) -> int:
    """By number of the case, what is taught from now on beside the pack; how many lessons.

    `figures`: what was shown to whoever agreed.
    """
    plain = [{"number": number, **lesson_to_plain(one)} for number, one in lessons.items()]
    return keep(session, plain, figures, office)


def teach_router_as_before(session: Session, *, office: Office) -> int:
    """What was taught before the last time; how many lessons. Raises `NothingTaughtError`."""
    rows = session.scalars(select(Teaching).order_by(Teaching.id.desc()).limit(2)).all()
    if not rows:
        raise NothingTaughtError
    before = rows[1].lessons if len(rows) > 1 else []
    return keep(session, before, {"back_from": rows[0].id}, office)


def keep(
    session: Session, lessons: list[dict[str, Any]], figures: dict[str, Any], office: Office
) -> int:
    """One row, and who looks at the audit trail sees that it was done from a terminal."""
    row = Teaching(at=office.clock(), lessons=lessons, figures=figures)
    session.add(row)
    session.flush()
    entry = AuditEntry(
        at=row.at,
        official_id=None,
        action="router_taught",
        petition_id=None,
        details={"teaching": row.id, "lessons": len(lessons), **figures},
    )
    session.add(entry)
    session.flush()
    return len(lessons)
