"""A routing rule that errs is switched off, and administrators are told; routing never stops.

It asks for a state, not for a date: run late or twice, it leaves the same.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from pqrs.acts.office import Office
from pqrs.law import local_day
from pqrs.models import AuditEntry, Notice, NoticeStatus, Official, RoutingRule
from pqrs.office import Audience, Role
from pqrs.office.rule_faults import fault_of


def switch_off_rules(session: Session, office: Office) -> int:
    """Switch off each rule in force that cannot be followed; how many."""
    moment = office.clock()
    today = local_day(moment)
    rule = RoutingRule
    rows = session.scalars(
        select(rule).where(
            rule.off_at.is_(None),
            or_(rule.valid_from.is_(None), rule.valid_from <= today),
            or_(rule.valid_until.is_(None), rule.valid_until >= today),
        )
    ).all()
    found = [(row, fault) for row in rows if (fault := fault_of(row.to_rule(), office.pack, today))]
    for row, fault in found:
        row.off_at, row.off_why = moment, fault.value
        details: dict[str, Any] = {"rule": row.id, "fault": fault.value}
        session.add(
            AuditEntry(
                at=moment,
                official_id=None,
                action="routing_rule_off",
                petition_id=None,
                details=details,
            )
        )
    if found:
        tell_administrators(session, len(found), moment)
    session.flush()
    return len(found)


def tell_administrators(session: Session, count: int, at: datetime) -> None:
    """One letter to each, however many rules; without any, the gap is on record."""
    addresses: list[str | None] = list(
        session.scalars(
            select(Official.email)
            .where(Official.role == Role.ADMIN, Official.active.is_(True))
            .order_by(Official.id)
        )
    )
    for address in addresses or [None]:
        session.add(
            Notice(
                petition_id=None,
                letter="rule_off",
                audience=Audience.ADMIN,
                address=address,
                details={
                    "number": "",
                    "due_on": None,
                    "department": None,
                    "kind": None,
                    "filed_at": at.isoformat(),
                    "count": count,
                },
                status=NoticeStatus.PENDING if address else NoticeStatus.NO_CHANNEL,
                created_at=at,
                next_try_at=at,
                sent_at=None,
                trouble=None,
            )
        )
