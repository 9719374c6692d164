"""The outbox becomes mail and texts: claim what is due, send it outside any transaction, note it.

Exactly once cannot be had over SMTP. A notice leaves at least once; a copy after a crash carries
the same Message-ID, and what cannot leave becomes a task for a person: it never dies in a log.
"""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, case, select, update
from sqlalchemy.orm import Session

from pqrs.acts.answer_code_requests import LETTER as NEW_CODE
from pqrs.acts.answer_code_requests import start_life
from pqrs.acts.office import Office
from pqrs.models import Notice, NoticeStatus
from pqrs.office.phones import SCHEME
from pqrs.outside.letters import LetterError, write_letter, write_short
from pqrs.outside.mail import Mail, Mailer, MailTrouble, RefusedMail, ServerTrouble
from pqrs.outside.texts import NoService

BATCH = 10
LEASE = timedelta(minutes=15)
RESERVE = timedelta(minutes=3)
"""The longest one message may take: none is begun with less than this left of the lease."""

DELAYS = tuple(timedelta(minutes=m) for m in (1, 5, 15, 60, 240, 720, 1440, 1440))
"""After each failed try; together some 66 hours, so that a person is told within 72."""

SPREAD = 8
"""Percent by which delays differ between notices, so that a server's recovery is not a stampede."""

Work = Callable[[], AbstractContextManager[Session]]


@dataclass(frozen=True)
class Claimed:
    """A notice in this worker's hands until `lease`; afterwards it may be in another's."""

    id: int
    letter: str
    address: str
    details: Mapping[str, Any]
    tries: int
    lease: datetime


def deliver_notices(work: Work, office: Office, mailer: Mailer, *, base_url: str) -> int:
    """Take up to ten notices that are due and send them; says how many left.

    When the server is not to be had, the rest of the ten wait for it a minute.
    """
    with work() as session:
        claimed = claim(session, office.clock())
    sent = 0
    for place, notice in enumerate(claimed):
        if office.clock() > notice.lease - RESERVE:
            break
        trouble = send(notice, office, mailer, base_url)
        with work() as session:
            settle(session, notice, trouble, office.clock())
            if trouble is None and notice.letter == NEW_CODE:
                start_life(session, notice.details["request"], office.clock())
            if isinstance(trouble, ServerTrouble):
                give_back(session, claimed[place + 1 :], office.clock())
        if isinstance(trouble, ServerTrouble):
            break
        sent += trouble is None
    return sent


def claim(session: Session, now: datetime) -> list[Claimed]:
    """Lease what is due, in one statement; no other worker sees it until the lease ends."""
    due = due_notices(now).cte("due")
    rows = session.execute(
        update(Notice)
        .where(Notice.id.in_(select(due.c.id)))
        .values(next_try_at=now + LEASE, tries=Notice.tries + 1)
        .returning(
            Notice.id, Notice.letter, Notice.address, Notice.details, Notice.tries, Notice.urgent
        )
        .execution_options(synchronize_session=False)
    ).all()
    ordered = sorted(rows, key=lambda row: (not row.urgent, row.letter != "receipt", row.id))
    return [
        Claimed(row.id, row.letter, row.address or "", row.details, row.tries, now + LEASE)
        for row in ordered
    ]


def due_notices(now: datetime) -> Select[int]:
    """Danger to life first, then receipts, then the oldest."""
    receipts_first = case((Notice.letter == "receipt", 0), else_=1)
    return (
        select(Notice.id)
        .where(Notice.status == NoticeStatus.PENDING, Notice.next_try_at <= now)
        .order_by(Notice.urgent.desc(), receipts_first, Notice.next_try_at, Notice.id)
        .limit(BATCH)
        .with_for_update(skip_locked=True)
    )


def send(notice: Claimed, office: Office, mailer: Mailer, base_url: str) -> MailTrouble | None:
    """Write the letter and hand it over. Nothing is locked meanwhile."""
    try:
        write = write_short if notice.address.startswith(SCHEME) else write_letter
        letter = write(
            notice.letter,
            notice.details,
            pack=office.pack,
            base_url=base_url,
            code_key=office.code_key,
        )
        mailer.send(
            Mail(
                to=notice.address,
                subject=letter.subject,
                body=letter.body,
                key=f"{base_url} {notice.id}",
            )
        )
    except LetterError as error:
        return RefusedMail(f"No se pudo escribir la carta: {error}")
    except MailTrouble as trouble:
        return trouble
    return None


def settle(session: Session, notice: Claimed, trouble: MailTrouble | None, now: datetime) -> None:
    """Write down how it went, unless the lease ended and the notice is another's."""
    change: dict[str, Any]
    if trouble is None:
        change = {"status": NoticeStatus.SENT, "sent_at": now, "trouble": None}
    elif isinstance(trouble, NoService):
        change = {"status": NoticeStatus.NO_CHANNEL, "trouble": str(trouble)}
    elif isinstance(trouble, RefusedMail) or notice.tries > len(DELAYS):
        change = {"status": NoticeStatus.FAILED, "trouble": str(trouble)}
    else:
        change = {"next_try_at": now + delay_of(notice), "trouble": str(trouble)}
    session.execute(update(Notice).where(*held(notice)).values(**change))


def give_back(session: Session, notices: list[Claimed], now: datetime) -> None:
    """These were not tried: they wait a minute and keep their count."""
    for notice in notices:
        change = {"next_try_at": now + DELAYS[0], "tries": notice.tries - 1}
        session.execute(update(Notice).where(*held(notice)).values(**change))


def held(notice: Claimed) -> tuple[Any, ...]:
    """Still leased to us."""
    return Notice.id == notice.id, Notice.next_try_at == notice.lease


def delay_of(notice: Claimed) -> timedelta:
    """Until the next try."""
    return DELAYS[notice.tries - 1] * (100 + notice.id % SPREAD) / 100
