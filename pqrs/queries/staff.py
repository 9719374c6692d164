"""Who works here, for lists and choices."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.law import Phase
from pqrs.models import Official, PasswordLink, Petition
from pqrs.outside.passwords import token_hash


@dataclass(frozen=True)
class StaffMember:
    """An account as lists show it."""

    id: int
    email: str
    name: str
    role: str
    department: str | None
    active: bool


def staff(session: Session) -> list[StaffMember]:
    """Every account, by address. One statement."""
    rows = session.scalars(select(Official).order_by(Official.email))
    return [
        StaffMember(row.id, row.email, row.name, row.role, row.department, row.active)
        for row in rows
    ]


def open_cases_of(session: Session, official_id: int) -> list[str]:
    """Numbers of the open petitions in this person's care, oldest due date first."""
    return list(
        session.scalars(
            select(Petition.number)
            .where(
                Petition.official_id == official_id,
                Petition.phase.in_((Phase.OPEN, Phase.WAITING, Phase.REPLIED)),
            )
            .order_by(Petition.due_on, Petition.id)
        )
    )


def link_holder(session: Session, token: str, at: datetime) -> str | None:
    """The address of the account a password link belongs to; None when used, over or unknown."""
    return session.scalar(
        select(Official.email)
        .join(PasswordLink, PasswordLink.official_id == Official.id)
        .where(
            PasswordLink.token_hash == token_hash(token),
            PasswordLink.used_at.is_(None),
            PasswordLink.expires_at >= at,
        )
    )
