"""Who opened a case: the role and the day, from the audit trail. Never a name."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.law import local_day
from pqrs.models import AuditEntry, Official, Petition
from pqrs.office import Role

READ = "read_case"
"""As `acts/note_reading.py` writes it."""


@dataclass(frozen=True)
class Reader:
    """People of one role who opened it on one day, counted once for that day."""

    on: date
    role: Role


def case_readers(session: Session, number: str) -> tuple[Reader, ...]:
    """The newest first. One statement."""
    rows = session.execute(
        select(AuditEntry.at, Official.role)
        .join(Petition, Petition.id == AuditEntry.petition_id)
        .join(Official, Official.id == AuditEntry.official_id)
        .where(Petition.number == number, AuditEntry.action == READ)
        .order_by(AuditEntry.id.desc())
    )
    seen = (Reader(local_day(at), Role(role)) for at, role in rows)
    return tuple(dict.fromkeys(seen))
