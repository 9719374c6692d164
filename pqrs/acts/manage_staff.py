"""Accounts of the staff: add, link, disable. Nobody but the person ever knows the password."""

from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from pqrs.models import AuditEntry, Official, PasswordLink, WebSession
from pqrs.office import Role
from pqrs.outside.passwords import make_token, token_hash

LINK_LASTS = timedelta(hours=24)
SHORTEST = 15
"""Characters of a password that is the only factor (NIST SP 800-63B-4)."""


class StaffError(Exception):
    """What an administrator asked for cannot be; its text is Spanish, for the terminal."""


def add_official(
    session: Session, *, email: str, name: str, role: Role, department: str | None, at: datetime
) -> str:
    """Make the account and return the token of its first password link.

    Raises `StaffError` when the address has an account or the role lacks its department.
    """
    email = email.strip().lower()
    if session.scalar(select(Official.id).where(Official.email == email)) is not None:
        raise StaffError(f"Ya hay una cuenta con el correo {email}.")
    if role in {Role.OFFICIAL, Role.HEAD} and department is None:
        raise StaffError("Un funcionario o un jefe necesita su dependencia: use --department.")
    official = Official(
        email=email, name=name, role=role, department=department, password_hash=None
    )
    session.add(official)
    session.flush()
    note(session, official, "staff_added", at)
    return make_link(session, official, at)


def new_link(session: Session, *, email: str, at: datetime) -> str:
    """A fresh single-use link; the ones before it stop working."""
    return make_link(session, find(session, email), at)


def make_link(session: Session, official: Official, at: datetime) -> str:
    """Store the link's hash and return its token, which is shown once."""
    session.execute(
        update(PasswordLink)
        .where(PasswordLink.official_id == official.id, PasswordLink.used_at.is_(None))
        .values(used_at=at)
    )
    token = make_token()
    session.add(
        PasswordLink(
            token_hash=token_hash(token),
            official_id=official.id,
            expires_at=at + LINK_LASTS,
            used_at=None,
        )
    )
    note(session, official, "password_link", at)
    session.flush()
    return token


def set_password(session: Session, *, token: str, password_hash: str, at: datetime) -> bool:
    """Use the link: set the password and end every session. False when the link is no good.

    It takes the hash, because making one is slow and the link's row is locked here.
    """
    link = session.get(PasswordLink, token_hash(token))
    if link is None or link.used_at is not None or link.expires_at < at:
        return False
    link.used_at = at
    official = session.get_one(Official, link.official_id)
    official.password_hash = password_hash
    end_sessions(session, official, at)
    note(session, official, "password_set", at)
    session.flush()
    return True


def disable(session: Session, *, email: str, at: datetime) -> Official:
    """Close the account and end its sessions at once. What it did stays."""
    official = find(session, email)
    official.active = False
    end_sessions(session, official, at)
    note(session, official, "staff_disabled", at)
    session.flush()
    return official


def find(session: Session, email: str) -> Official:
    """The account of that address; raises `StaffError`."""
    official = session.scalar(select(Official).where(Official.email == email.strip().lower()))
    if official is None:
        raise StaffError(f"No hay una cuenta con el correo {email}.")
    return official


def end_sessions(session: Session, official: Official, at: datetime) -> None:
    """Every open session of this person dies now."""
    session.execute(
        update(WebSession)
        .where(WebSession.official_id == official.id, WebSession.ended_at.is_(None))
        .values(ended_at=at)
    )


def note(session: Session, official: Official, action: str, at: datetime) -> None:
    """Leave a line in the audit trail."""
    session.add(
        AuditEntry(at=at, official_id=official.id, action=action, petition_id=None, details={})
    )
