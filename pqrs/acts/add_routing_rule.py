"""An administrator makes a routing rule: in this place, this body is competent for the topic."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from pqrs.acts.office import Office
from pqrs.acts.open_case import NotAllowedError
from pqrs.law import local_day
from pqrs.models import AuditEntry, RoutingRule
from pqrs.office import Permission, Viewer, allowed
from pqrs.office.entity import RoutingRule as Rule
from pqrs.office.rule_faults import RuleFault, fault_of


@dataclass(frozen=True)
class Validity:
    """First and last day; without them, from the day it is made and until it is closed."""

    begins: date | None = None
    ends: date | None = None


class FaultyRuleError(Exception):
    """It would point at nothing; carries the fault."""

    def __init__(self, fault: RuleFault) -> None:
        """Keep the fault for the page."""
        super().__init__(fault.value)
        self.fault = fault


class RuleInTheWayError(Exception):
    """Another rule of that topic and place is in force in those days; carries its number."""

    def __init__(self, rule_id: int) -> None:
        """Keep the number for the page."""
        super().__init__(rule_id)
        self.rule_id = rule_id


def add_routing_rule(
    session: Session, rule: Rule, validity: Validity, *, viewer: Viewer, office: Office
) -> int:
    """Keep it and say so in the audit trail; its number. The same rule again is the first.

    Raises `NotAllowedError`, `FaultyRuleError` or `RuleInTheWayError`.
    """
    moment = office.clock()
    days = Validity(validity.begins or local_day(moment), validity.ends)
    kept = kept_before(session, rule, validity, viewer=viewer, office=office)
    if kept is not None:
        return kept
    row = RoutingRule(
        topic=rule.topic,
        place=rule.place,
        department=rule.department,
        reason=rule.reason,
        valid_from=days.begins,
        valid_until=days.ends,
        made_by=viewer.official_id,
        made_at=moment,
    )
    session.add(row)
    session.flush()
    entry = AuditEntry(
        at=moment,
        official_id=viewer.official_id,
        action="routing_rule_added",
        petition_id=None,
        details={"rule": row.id, "topic": row.topic, "place": row.place, "to": row.department},
    )
    session.add(entry)
    session.flush()
    return row.id


def kept_before(
    session: Session, rule: Rule, validity: Validity, *, viewer: Viewer, office: Office
) -> int | None:
    """The number of this very rule when this person made it before; None when it can be made.

    Writes nothing, and raises what `add_routing_rule` would.
    """
    if not allowed(Permission.EDIT_OFFICE, viewer):
        raise NotAllowedError(Permission.EDIT_OFFICE)
    today = local_day(office.clock())
    days = Validity(validity.begins or today, validity.ends)
    fault = fault_of(rule, office.pack, today)
    if fault is not None:
        raise FaultyRuleError(fault)
    other = in_the_way(session, rule, days)
    if other is None:
        return None
    same = (other.to_rule(), Validity(other.valid_from, other.valid_until), other.made_by)
    if same != (rule, days, viewer.official_id):
        raise RuleInTheWayError(other.id)
    return other.id


def in_the_way(session: Session, rule: Rule, validity: Validity) -> RoutingRule | None:
    """A rule of the same topic and place that is not off and shares a day with it."""
    row = RoutingRule
    begins, ends = validity.begins or date.min, validity.ends or date.max
    return session.scalar(
        select(row)
        .where(
            row.topic == rule.topic,
            row.place == rule.place,
            row.off_at.is_(None),
            or_(row.valid_from.is_(None), row.valid_from <= ends),
            or_(row.valid_until.is_(None), row.valid_until >= begins),
        )
        .order_by(row.id)
        .limit(1)
    )
