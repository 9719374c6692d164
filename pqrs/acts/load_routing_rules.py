"""Take in the routing rules of the pack; what an administrator decided is not overwritten."""

from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.law import local_day
from pqrs.models import RoutingRule
from pqrs.office import Pack
from pqrs.outside.now import now


def load_routing_rules(session: Session, pack: Pack) -> None:
    """Repeatable. A rule the pack changed or dropped is closed with yesterday; a new one begins.

    One that an administrator closed stays closed, and where they made one of their own it stands.
    """
    rows = session.scalars(select(RoutingRule).order_by(RoutingRule.id)).all()
    moment = now()
    today = local_day(moment)
    ours = {(row.topic, row.place): row for row in rows if row.made_by is None and is_open(row)}
    closed = {(row.topic, row.place, row.department) for row in rows if row.closed_by is not None}
    decided = {(row.topic, row.place) for row in rows if row.made_by is not None and is_open(row)}
    for rule in pack.rules:
        row = ours.pop((rule.topic, rule.place), None)
        if row is not None and row.department == rule.department:
            row.reason = rule.reason
            continue
        if row is not None:
            end(row, today, moment)
        where = (rule.topic, rule.place)
        if where not in decided and (*where, rule.department) not in closed:
            session.add(
                RoutingRule(
                    topic=rule.topic,
                    place=rule.place,
                    department=rule.department,
                    reason=rule.reason,
                    valid_from=today if row is not None else None,
                    made_at=moment,
                )
            )
    for row in ours.values():
        end(row, today, moment)
    session.flush()


def is_open(row: RoutingRule) -> bool:
    """Nobody gave it a last day."""
    return row.valid_until is None


def end(row: RoutingRule, today: date, moment: datetime) -> None:
    """It was in force until yesterday."""
    row.valid_until, row.closed_at = today - timedelta(days=1), moment
