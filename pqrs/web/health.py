"""`/salud`: is the system well? Anyone gets one word; details need the operator's token."""

import hmac

from flask import Blueprint, Response, jsonify, request
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from pqrs.extensions import db
from pqrs.models.year_days import is_signed
from pqrs.outside.now import today
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


def shows_details() -> bool:
    """Whether the request carries `PQRS_METRICS_TOKEN` as a bearer token."""
    token = the_app().settings.metrics_token
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    return token is not None and hmac.compare_digest(token.encode(), given.encode())
