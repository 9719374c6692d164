"""Topics, places, service points and routing rules of this entity.

Cases and figures point at the first three; the rules, dated, say who is competent where.
"""

from datetime import date, datetime

from sqlalchemy import ForeignKey, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from pqrs.models.base import Base
from pqrs.office import entity


class Topic(Base):
    """What a petition is about, in the entity's catalogue. Retired, never deleted."""

    __tablename__ = "topic"

    code: Mapped[str] = mapped_column(primary_key=True)
    theme: Mapped[str]
    name: Mapped[str]
    department: Mapped[str] = mapped_column(ForeignKey("department.code"))
    urgent: Mapped[bool]
    valid_from: Mapped[date | None]
    valid_until: Mapped[date | None]


class Place(Base):
    """A corregimiento, vereda, barrio or the seat itself."""

    __tablename__ = "place"

    code: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    kind: Mapped[str]
    parent: Mapped[str | None] = mapped_column(ForeignKey("place.code"))


class ServicePoint(Base):
    """A window or office whose attention anyone may evaluate (`/punto/<code>`)."""

    __tablename__ = "service_point"

    code: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    department: Mapped[str] = mapped_column(ForeignKey("department.code"))
    place: Mapped[str | None] = mapped_column(ForeignKey("place.code"))
    address: Mapped[str]


class RoutingRule(Base):
    """In this place and below it, this body is competent for the topic. Closed, never deleted.

    `place` is "" for the whole municipality; `valid_until` is the last day. No foreign keys: a rule
    that points at nothing is switched off (`off_at`, `off_why`: a `RuleFault`) and routing goes on
    without it. Without `made_by` it came with the entity's pack.
    """

    __tablename__ = "routing_rule"

    id: Mapped[int] = mapped_column(primary_key=True)
    topic: Mapped[str]
    place: Mapped[str]
    department: Mapped[str]
    reason: Mapped[str]
    valid_from: Mapped[date | None]
    valid_until: Mapped[date | None]
    made_by: Mapped[int | None] = mapped_column(ForeignKey("official.id"))
    made_at: Mapped[datetime]
    closed_by: Mapped[int | None] = mapped_column(ForeignKey("official.id"))
    closed_at: Mapped[datetime | None]
    closed_why: Mapped[str] = mapped_column(default="")
    off_at: Mapped[datetime | None]
    off_why: Mapped[str] = mapped_column(default="")

    def to_rule(self) -> entity.RoutingRule:
        """The office's own value for this row."""
        return entity.RoutingRule(self.topic, self.place, self.department, self.reason)


def routing_rules(session: Session, on: date) -> tuple[entity.RoutingRule, ...]:
    """Those in force that day and not switched off, in the order they were made."""
    rule = RoutingRule
    rows = session.scalars(
        select(rule)
        .where(
            rule.off_at.is_(None),
            or_(rule.valid_from.is_(None), rule.valid_from <= on),
            or_(rule.valid_until.is_(None), rule.valid_until >= on),
        )
        .order_by(rule.id)
    )
    return tuple(row.to_rule() for row in rows)
