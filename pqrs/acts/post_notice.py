"""Publicar un aviso: an act goes up on the board, for who cannot be reached (CPACA art. 69).

What is shown is a copy that an official has read and cleaned; what `personal_data_in` finds in it
is refused. Its hash stays on record.
"""

from datetime import date, datetime
from hashlib import sha256
from typing import Final, Unpack

from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.acts.act_on_case import Press, act_on_case
from pqrs.acts.assign import check
from pqrs.law import NoticePosted, Refusal, Rejected, Withdrawn, cpaca, lawful, local_day
from pqrs.models import (
    BoardGround,
    BoardNotice,
    Notice,
    NoticeStatus,
    Petition,
    ReplyText,
    facts_of,
    known_person,
)
from pqrs.office import Audience, Permission
from pqrs.office.discretion import is_secret
from pqrs.office.personal_data import personal_data_in

FIXED_BODY: Final = "Hay una decisión sobre su petición; léala con su número y su código."
"""All that is shown of a case whose answer could reach whom it is kept from."""


class PersonalDataError(Exception):
    """The text says who the person is; carries what it gives away."""

    def __init__(self, found: tuple[str, ...]) -> None:
        """Keep it for the page."""
        super().__init__(", ".join(found))
        self.found = found


def post_notice(
    session: Session, *, ground: BoardGround, body: str, returned: str = "", **press: Unpack[Press]
) -> Petition:
    """Raises `open_case`'s errors, the law's `Refusal` or `PersonalDataError`.

    Of a secret case `FIXED_BODY` is shown, whatever `body` says. `returned`: the guide or note of
    what came back by post, kept with the event; needed for that ground unless an e-mail failed.
    """

    def decide(petition: Petition, at: datetime) -> NoticePosted:
        check(lawful.post_notice(petition.standing(), posted_since(session, petition)))
        if ground is BoardGround.NO_ADDRESS and may_be_reached(session, petition):
            raise Refusal("notice_reachable", cpaca("69"))
        is_returned = ground is BoardGround.RETURNED
        if is_returned and not (returned.strip() or has_failed(session, petition)):
            raise Refusal("notice_no_proof", cpaca("69"))
        shown = body_for(petition, body)
        digest = sha256(shown.encode()).hexdigest()
        session.add(
            BoardNotice(
                petition_id=petition.id,
                ground=ground,
                act=act_of(session, petition),
                body=shown,
                sha256=digest,
                posted_by=press["viewer"].official_id,
                posted_on=local_day(at),
                withdrawn_on=None,
                effective_on=None,
            )
        )
        return NoticePosted(at=at, sha256=digest, returned=returned if is_returned else "")

    return act_on_case(session, Permission.RECORD_DELIVERY, decide, **press)


def body_for(petition: Petition, body: str) -> str:
    """What everybody will read. Raises `PersonalDataError`."""
    if is_secret(facts_of(petition)):
        return FIXED_BODY
    if found := personal_data_in(body, known_person(petition.petitioner)):
        raise PersonalDataError(found)
    return body


def posted_since(session: Session, petition: Petition) -> date | None:
    """Since when an act of this case is on the board; None when none is."""
    return session.scalar(
        select(BoardNotice.posted_on).where(
            BoardNotice.petition_id == petition.id, BoardNotice.effective_on.is_(None)
        )
    )


def may_be_reached(session: Session, petition: Petition) -> bool:
    """Whether there is an address at which nothing has failed yet."""
    person = petition.petitioner
    if person is None:
        return False
    by_mail = person.email and not has_failed(session, petition)
    return bool(person.postal_address or by_mail)


def has_failed(session: Session, petition: Petition) -> bool:
    """Whether a notice to the person could not be delivered."""
    query = select(Notice.id).where(
        Notice.petition_id == petition.id,
        Notice.audience == Audience.PETITIONER,
        Notice.status == NoticeStatus.FAILED,
    )
    return session.scalar(query.limit(1)) is not None


def act_of(session: Session, petition: Petition) -> str:
    """Number of the act that ended it without an answer, or of the answer's letter."""
    for event in reversed(petition.timeline()):
        if isinstance(event, Rejected | Withdrawn) and event.act:
            return event.act
    query = (
        select(ReplyText.letter_number)
        .where(ReplyText.petition_id == petition.id, ReplyText.letter_number.is_not(None))
        .order_by(ReplyText.version.desc())
        .limit(1)
    )
    return session.scalar(query) or ""
