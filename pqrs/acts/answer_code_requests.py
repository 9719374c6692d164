"""Write to whoever asked for a new code with the e-mail of their petition; the rest is erased."""

import hmac
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime, timedelta

from sqlalchemy import Select, delete, func, select, update
from sqlalchemy.orm import Session

from pqrs.acts.notify import details_of
from pqrs.acts.office import Office
from pqrs.models import CodeRequest, Notice, NoticeStatus, Petition, by_number
from pqrs.office import Audience
from pqrs.office.access_code import address_hash

BATCH = 500
LETTER = "new_code"
LIVES = timedelta(minutes=30)
"""How long a link opens, from when its letter left (`deliver_notices`), or was written before."""
HOUR, MOST_AN_HOUR = timedelta(hours=1), 3
"""Nobody fills another's mailbox by asking again and again."""
KEPT = timedelta(days=4)
"""Longer than a letter waits for a mail server that is down."""
Work = Callable[[], AbstractContextManager[Session]]


def answer_code_requests(work: Work, office: Office) -> int:
    """How many links were written."""
    with work() as session:
        erase_unused(session, office.clock())
        return sum(answered(session, one, office) for one in session.scalars(waiting()))


def waiting() -> Select[CodeRequest]:
    """The oldest first; what another worker has in hand is left to it."""
    return (
        select(CodeRequest)
        .where(CodeRequest.sent_at.is_(None))
        .order_by(CodeRequest.id)
        .limit(BATCH)
        .with_for_update(skip_locked=True)
    )


def start_life(session: Session, request_id: int, now: datetime) -> None:
    """Its letter leaves now: the half hour begins."""
    session.execute(
        update(CodeRequest)
        .where(CodeRequest.id == request_id, CodeRequest.used_at.is_(None))
        .values(sent_at=now)
        .execution_options(synchronize_session=False)
    )


def erase_unused(session: Session, now: datetime) -> None:
    """Links that nobody used, four days later."""
    session.execute(
        delete(CodeRequest)
        .where(CodeRequest.sent_at < now - KEPT, CodeRequest.code_hash.is_(None))
        .execution_options(synchronize_session=False)
    )


def answered(session: Session, request: CodeRequest, office: Office) -> bool:
    """Whether a letter goes out."""
    petition, now = by_number(session, request.number), office.clock()
    email = email_of(petition, request, office)
    if petition is None or not email or sent_lately(session, petition, now) >= MOST_AN_HOUR:
        session.delete(request)
        return False
    request.petition_id, request.sent_at = petition.id, now
    session.add(
        Notice(
            petition_id=petition.id,
            letter=LETTER,
            audience=Audience.PETITIONER,
            address=email,
            details=details_of(petition) | {"request": request.id, "language": petition.language},
            urgent=True,
            status=NoticeStatus.PENDING,
            created_at=now,
            next_try_at=now,
            sent_at=None,
            trouble=None,
        )
    )
    session.flush()
    return True


def email_of(petition: Petition | None, request: CodeRequest, office: Office) -> str:
    """The address on the case if it is the one typed; "" for any other, and without any on it.

    An anonymous petition has no petitioner, so its code cannot be had again.
    """
    person = petition.petitioner if petition else None
    if person is None or not person.email:
        return ""
    known = address_hash(office.code_key, request.number, person.email)
    return person.email if hmac.compare_digest(known, request.address_hash) else ""


def sent_lately(session: Session, petition: Petition, now: datetime) -> int:
    """How many links went out in the last hour."""
    query = select(func.count()).where(
        CodeRequest.petition_id == petition.id, CodeRequest.sent_at > now - HOUR
    )
    return session.scalar(query) or 0
