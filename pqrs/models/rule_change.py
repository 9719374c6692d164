"""What the entity decided of its rules: who proposed it, who decided, and the version it began."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from pqrs.law import Change, ChangeKind
from pqrs.models.base import Base, enum_column


class RuleStatus(StrEnum):
    """Where a change stands; only what is approved counts."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    REFUSED = "refused"


class RuleChange(Base):
    """One closure, reading, holiday or term that the entity decided. Once decided it never changes.

    `act`, `act_on`, `officer`: the formal act, its date and who issued it. `version` is given at
    approval: 1, 2, 3 … The rules of a version are the fold of every change up to it. Without
    `proposed_by`, it came with the entity's pack or with the program's own data.
    """

    __tablename__ = "rule_change"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[ChangeKind] = mapped_column(enum_column(ChangeKind))
    payload: Mapped[dict[str, Any]]
    act: Mapped[str]
    act_on: Mapped[date | None]
    officer: Mapped[str]
    file_hash: Mapped[str | None]
    proposed_by: Mapped[int | None] = mapped_column(ForeignKey("official.id"))
    proposed_at: Mapped[datetime]
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("official.id"))
    decided_at: Mapped[datetime | None]
    status: Mapped[RuleStatus] = mapped_column(enum_column(RuleStatus))
    reason: Mapped[str]
    version: Mapped[int | None] = mapped_column(unique=True)

    def to_change(self) -> Change:
        """The law's own value for this row."""
        return Change(self.kind, self.payload, self.act)


class CalendarSignature(Base):
    """An administrator looked at a year's calendar and signs it. Never changed, never removed.

    `digest`: of the days as they stood. `act`: what justifies the differences from the law's rule.
    """

    __tablename__ = "calendar_signature"

    id: Mapped[int] = mapped_column(primary_key=True)
    year: Mapped[int] = mapped_column(index=True)
    digest: Mapped[str]
    act: Mapped[str]
    signed_by: Mapped[int] = mapped_column(ForeignKey("official.id"))
    signed_at: Mapped[datetime]
