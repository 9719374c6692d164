"""People who work here, at the door of the application as it is served; cases on their desk."""

import html
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.models import AuditEntry, Official, Petition, by_number
from pqrs.office import Role
from pqrs.outside.passwords import hash_password
from pqrs.transactions import work
from tests.build import a_petition, an_official
from tests.walker import Walker, into_flask

PASSWORD = "una frase larga y propia"


@cache
def password_hash() -> str:
    """Slow on purpose, so once a run."""
    return hash_password(PASSWORD)


@contextmanager
def writing(app) -> Iterator[Session]:
    """A transaction of somebody else's, committed at the end."""
    with app.app_context(), work(app.sessions, app.witness) as session:
        yield session


def hire(app, role: Role = Role.OFFICIAL, department: str | None = "INFRA", **facts: object) -> str:
    """An account with the password above; returns its address."""
    with writing(app) as session:
        viewer = an_official(session, role, department)
        official = session.get_one(Official, viewer.official_id)
        official.password_hash = password_hash()
        for name, value in facts.items():
            setattr(official, name, value)
        return official.email


def at_work(app, role: Role = Role.OFFICIAL, department: str | None = "INFRA", **facts) -> Walker:
    """Somebody signed in, by the page."""
    walker = Walker(into_flask(app.test_client()))
    walker.open("/ingresar")
    walker.submit(email=hire(app, role, department, **facts), password=PASSWORD)
    assert "/ingresar" != walker.answer.path
    return walker


def a_case(app, **changes: object) -> str:
    """A petition filed now; returns its number."""
    with writing(app) as session:
        return a_petition(session, app.office, **changes).number


def petition_of(app, number: str) -> Petition:
    """Its row, detached."""
    with app.app_context(), app.sessions() as session:
        return session.scalars(select(Petition).where(Petition.number == number)).one()


def found(session: Session, number: str) -> Petition:
    """Its row, in this session."""
    petition = by_number(session, number)
    assert petition is not None
    return petition


def audit(app, number: str) -> list[str]:
    """What the audit trail says of a case, in order."""
    with app.app_context(), app.sessions() as session:
        return list(
            session.scalars(
                select(AuditEntry.action)
                .join(Petition, Petition.id == AuditEntry.petition_id)
                .where(Petition.number == number)
                .order_by(AuditEntry.id)
            )
        )


def text_of(walker: Walker) -> str:
    """What a person reads of the page, blanks made one."""
    without_tags = re.sub(r"<[^>]*>", " ", walker.answer.html)
    return " ".join(html.unescape(without_tags).split())
