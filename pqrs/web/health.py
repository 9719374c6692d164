"""`/salud`: is the system well? Anyone gets one word; details need the operator's token."""

import hmac
from datetime import datetime

from flask import Blueprint, Response, jsonify, request
from sqlalchemy import case, func, select, text
from sqlalchemy.exc import SQLAlchemyError

from pqrs.extensions import db
from pqrs.models import Notice, NoticeStatus
from pqrs.models.year_days import is_signed
from pqrs.outside.marks import PROVEN_COPY, RESTORE_PROVEN, WORKER_SEEN, read_mark
from pqrs.outside.now import now, today
from pqrs.web.pages import the_app
from pqrs.web.throttle import is_storm

health = Blueprint("health", __name__)
FULL = 2


@health.get("/salud")
def check() -> tuple[Response, int]:
    """200 and `ok`, or 503 and `degraded`."""
    findings = {
        "database": database_answers(),
        "durability": writes_are_durable(),
        "signing": the_app().signing.is_well(),
    }
    well = all(findings.values())
    answer: dict[str, object] = {"status": "ok" if well else "degraded"}
    if shows_details():
        answer |= findings | {
            "next_calendar_signed": next_calendar_is_signed(),
            "codes_being_tried": is_storm(),
            "oldest_notice_seconds": seconds_since(oldest_notice()),
            "worker_seen_seconds": seconds_since(mark(WORKER_SEEN)),
            "last_proven_restore": written(mark(RESTORE_PROVEN)),
            "proven_copy_made_at": written(mark(PROVEN_COPY)),
        }
    return jsonify(answer), 200 if well else 503


def database_answers() -> bool:
    """One statement comes back."""
    try:
        return bool(db.session.scalar(text("select 1")) == 1)
    except SQLAlchemyError:
        return False


def writes_are_durable() -> bool:
    """What is committed survives a power cut: a weaker setting would issue numbers twice."""
    try:
        if db.engine.dialect.name == "sqlite":
            return int(db.session.scalar(text("pragma synchronous")) or 0) >= FULL
        on = [db.session.scalar(text(f"show {name}")) for name in ("fsync", "synchronous_commit")]
        return set(on) <= {"on", "remote_apply"}
    except SQLAlchemyError:
        return False


def next_calendar_is_signed() -> bool:
    """Whether somebody answers for the calendar of the year to come; an operator's warning."""
    try:
        return is_signed(db.session(), today().year + 1)
    except SQLAlchemyError:
        return False


def oldest_notice() -> datetime | None:
    """Since when the notice waits that has waited longest; None when none does.

    One held back on purpose, as letters of reports are until the morning, waits from its hour on.
    """
    since = case((Notice.trouble.is_(None), Notice.next_try_at), else_=Notice.created_at)
    pending, due = Notice.status == NoticeStatus.PENDING, Notice.next_try_at <= now()
    try:
        found: datetime | None = db.session.scalar(
            select(func.min(since)).where(pending, due | Notice.trouble.is_not(None))
        )
    except SQLAlchemyError:
        return None
    return found


def mark(name: str) -> datetime | None:
    """What another process left; None when it never did."""
    return read_mark(the_app().settings.instance, name)


def seconds_since(at: datetime | None) -> int | None:
    """Whole seconds, 0 of an instant that a clock put ahead; None stays None."""
    return None if at is None else max(0, int((now() - at).total_seconds()))


def written(at: datetime | None) -> str | None:
    """In ISO, as everywhere for machines."""
    return None if at is None else at.isoformat()


def shows_details() -> bool:
    """Whether the request carries `PQRS_METRICS_TOKEN` as a bearer token."""
    token = the_app().settings.metrics_token
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    return token is not None and hmac.compare_digest(token.encode(), given.encode())
