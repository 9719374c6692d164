"""The routing rules of the entity: all of them, with who made and who closed each."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, aliased

from pqrs.models import Official, RoutingRule
from pqrs.office.entity import RoutingRule as Rule
from pqrs.office.rule_faults import RuleFault


class RuleState(StrEnum):
    """Where a rule stands that day."""

    IN_FORCE = "in_force"
    LATER = "later"
    OVER = "over"
    OFF = "off"


@dataclass(frozen=True)
class RuleRow:
    """One rule. Without `made_by` it came with the entity's pack."""

    id: int
    rule: Rule
    state: RuleState
    valid_from: date | None
    valid_until: date | None
    made_by: str
    made_at: datetime
    closed_by: str
    closed_at: datetime | None
    closed_why: str
    fault: RuleFault | None


def routing_rule_rows(session: Session, today: date) -> tuple[RuleRow, ...]:
    """Every rule, the newest first."""
    rows = session.execute(joined().order_by(RoutingRule.id.desc()))
    return tuple(shown(*row, today) for row in rows)


def routing_rule_row(session: Session, rule_id: int, today: date) -> RuleRow | None:
    """One of them, or nothing."""
    row = session.execute(joined().where(RoutingRule.id == rule_id)).one_or_none()
    return shown(*row, today) if row else None


def rules_off(session: Session, today: date) -> int:
    """How many switched themselves off and nobody has closed."""
    still = RoutingRule.closed_at.is_(None) & (
        RoutingRule.valid_until.is_(None) | (RoutingRule.valid_until >= today)
    )
    query = select(func.count()).select_from(RoutingRule)
    return session.scalar(query.where(RoutingRule.off_at.is_not(None), still)) or 0


def joined() -> Select[RoutingRule, str, str]:
    """A rule with the names of both people."""
    closer = aliased(Official)
    return (
        select(RoutingRule, Official.name, closer.name)
        .outerjoin(Official, Official.id == RoutingRule.made_by)
        .outerjoin(closer, closer.id == RoutingRule.closed_by)
    )


def shown(row: RoutingRule, maker: str | None, closer: str | None, today: date) -> RuleRow:
    """Without rows."""
    return RuleRow(
        id=row.id,
        rule=row.to_rule(),
        state=state_of(row, today),
        valid_from=row.valid_from,
        valid_until=row.valid_until,
        made_by=maker or "",
        made_at=row.made_at,
        closed_by=closer or "",
        closed_at=row.closed_at,
        closed_why=row.closed_why,
        fault=RuleFault(row.off_why) if row.off_why else None,
    )


def state_of(row: RoutingRule, today: date) -> RuleState:
    """A closed one is over, whatever was wrong with it."""
    if row.valid_until is not None and row.valid_until < today:
        return RuleState.OVER
    if row.off_at is not None:
        return RuleState.OFF
    is_later = row.valid_from is not None and row.valid_from > today
    return RuleState.LATER if is_later else RuleState.IN_FORCE
