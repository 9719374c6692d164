"""What is on the board, and what was: for anyone, and for whoever posts an act."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from pqrs.law import board_days
from pqrs.models import BoardNotice, Petition, by_number, rules_for
from pqrs.queries.tracking import ending_act, signed_reply

SHOWN_DOWN = 50
"""How many of those taken down are still listed, without their text."""


@dataclass(frozen=True)
class Posted:
    """One act. `until`: the last day it is shown; `effective_on`: when it counts as notified.

    `body` is "" once it came down.
    """

    id: int
    number: str
    act: str
    posted_on: date
    until: date
    effective_on: date
    is_up: bool
    body: str
    sha256: str


def board(session: Session, today: date) -> tuple[Posted, ...]:
    """Those that are up, the newest first, then the last ones that came down."""
    newest = both().order_by(BoardNotice.id.desc())
    up = session.execute(newest.where(BoardNotice.withdrawn_on.is_(None))).all()
    down = session.execute(newest.where(BoardNotice.withdrawn_on.is_not(None)).limit(SHOWN_DOWN))
    return tuple(shown(session, notice, number, today) for notice, number in (*up, *down))


def posted(session: Session, notice_id: int, today: date) -> Posted | None:
    """One of them; None when there is no such."""
    row = session.execute(both().where(BoardNotice.id == notice_id)).one_or_none()
    return shown(session, *row, today) if row else None


def act_words(session: Session, number: str) -> str:
    """What the person has to be told: the grounds of the act that ended it, or the answer."""
    petition = by_number(session, number)
    if petition is None:
        return ""
    decision = ending_act(session, petition, petition.standing())
    reply = signed_reply(session, petition)
    return "\n\n".join(decision.grounds) if decision else reply.body if reply else ""


def both() -> Select[BoardNotice, str]:
    """Each with the number of its petition."""
    return select(BoardNotice, Petition.number).join(
        Petition, Petition.id == BoardNotice.petition_id
    )


def shown(session: Session, notice: BoardNotice, number: str, today: date) -> Posted:
    """With its days: kept once they happened, reckoned before."""
    rules = rules_for(session, today)
    days = board_days(notice.posted_on, rules.calendar, rules.readings)
    until = notice.withdrawn_on or days.until
    is_up = notice.withdrawn_on is None and today <= until
    after = rules.calendar.add_working_days(until, 1)
    return Posted(
        id=notice.id,
        number=number,
        act=notice.act,
        posted_on=notice.posted_on,
        until=until,
        effective_on=notice.effective_on or after,
        is_up=is_up,
        body=notice.body if is_up else "",
        sha256=notice.sha256,
    )
