"""What was proposed and decided of the rules: who, when, by which act, and what it moved."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, Select, func, select
from sqlalchemy.orm import Session, aliased

from pqrs.law import Change
from pqrs.models import AuditEntry, Official, RuleChange, RuleStatus

PAGE = 20


@dataclass(frozen=True)
class RuleRow:
    """One change. Without `proposed_by` it came with the entity's pack or the program's data."""

    id: int
    change: Change
    act_on: date | None
    officer: str
    status: RuleStatus
    version: int | None
    proposer_id: int | None
    proposed_by: str
    proposed_at: datetime
    decided_by: str
    decided_at: datetime | None
    reason: str


@dataclass(frozen=True)
class Decisions:
    """One page of what was decided, the newest first."""

    rows: tuple[RuleRow, ...]
    page: int
    pages: int


@dataclass(frozen=True)
class Effect:
    """What an approved change did. `told` is None where it was not counted."""

    moved: int
    told: int | None


def waiting_changes(session: Session) -> tuple[RuleRow, ...]:
    """What nobody decided yet, the oldest first."""
    query = joined().where(RuleChange.status == RuleStatus.PROPOSED).order_by(RuleChange.id)
    return tuple(shown(row) for row in session.execute(query))


def decided_changes(session: Session, wanted: int = 1) -> Decisions:
    """What was approved or refused; a page that does not exist is the nearest that does."""
    is_decided = RuleChange.status != RuleStatus.PROPOSED
    total = session.scalar(select(func.count()).select_from(RuleChange).where(is_decided)) or 0
    pages = max(1, -(-total // PAGE))
    number = min(max(1, wanted), pages)
    query = (
        joined()
        .where(is_decided)
        .order_by(RuleChange.decided_at.desc(), RuleChange.id.desc())
        .offset((number - 1) * PAGE)
        .limit(PAGE)
    )
    return Decisions(tuple(shown(row) for row in session.execute(query)), number, pages)


def rule_change(session: Session, change_id: int) -> RuleRow | None:
    """One of them, or nothing."""
    row = session.execute(joined().where(RuleChange.id == change_id)).one_or_none()
    return shown(row) if row else None


def effect_of(session: Session, version: int) -> Effect | None:
    """How many dates moved when this version began; None when it was not asked then."""
    entries = session.scalars(
        select(AuditEntry.details).where(AuditEntry.action == "reckoned").order_by(AuditEntry.id)
    )
    found: Sequence[dict[str, Any]] = [one for one in entries if one.get("version") == version]
    return Effect(found[0]["moved"], found[0].get("told")) if found else None


def joined() -> Select[RuleChange, str, str]:
    """A change with the names of both people."""
    decider = aliased(Official)
    return (
        select(RuleChange, Official.name, decider.name)
        .outerjoin(Official, Official.id == RuleChange.proposed_by)
        .outerjoin(decider, decider.id == RuleChange.decided_by)
    )


def shown(row: Row[RuleChange, str, str]) -> RuleRow:
    """Without rows."""
    one, proposer, decider = row
    return RuleRow(
        id=one.id,
        change=one.to_change(),
        act_on=one.act_on,
        officer=one.officer,
        status=one.status,
        version=one.version,
        proposer_id=one.proposed_by,
        proposed_by=proposer or "",
        proposed_at=one.proposed_at,
        decided_by=decider or "",
        decided_at=one.decided_at,
        reason=one.reason,
    )
