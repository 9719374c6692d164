"""An administrator gives a routing rule its last day. It stays in the list, and in past cases."""

from datetime import date, timedelta

from sqlalchemy.orm import Session

from pqrs.acts.office import Office
from pqrs.acts.open_case import NotAllowedError
from pqrs.law import local_day
from pqrs.models import AuditEntry, RoutingRule
from pqrs.office import Permission, Viewer, allowed


class UnknownRuleError(Exception):
    """There is no such rule, or it is closed already."""


def close_routing_rule(
    session: Session,
    rule_id: int,
    *,
    last: date | None,
    reason: str,
    viewer: Viewer,
    office: Office,
) -> None:
    """Until `last`, included; without it, it is not followed from now on. Never for longer.

    Raises `NotAllowedError` or `UnknownRuleError`.
    """
    if not allowed(Permission.EDIT_OFFICE, viewer):
        raise NotAllowedError(Permission.EDIT_OFFICE)
    row = session.get(RoutingRule, rule_id)
    if row is None or row.closed_at is not None:
        raise UnknownRuleError(rule_id)
    moment = office.clock()
    ends = last or local_day(moment) - timedelta(days=1)
    row.valid_until = min(ends, row.valid_until or ends)
    row.closed_by, row.closed_at, row.closed_why = viewer.official_id, moment, reason
    session.flush()
    entry = AuditEntry(
        at=moment,
        official_id=viewer.official_id,
        action="routing_rule_closed",
        petition_id=None,
        details={"rule": row.id, "until": row.valid_until.isoformat(), "reason": reason},
    )
    session.add(entry)
    session.flush()
