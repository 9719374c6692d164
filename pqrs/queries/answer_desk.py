"""Published answers as the desk sees them: what waits for a second person, what is due, one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from pqrs.models import (
    AnswerStatus,
    Official,
    Petition,
    PetitionText,
    PublicAnswer,
    ReplyText,
    by_number,
    known_person,
    may_be_source,
)
from pqrs.office import Pack
from pqrs.office.personal_data import KnownPerson

ROWS = 25
SOON = timedelta(days=30)
"""So long before its last day an answer is shown as due to be read again."""
_ENDED = (AnswerStatus.REFUSED, AnswerStatus.WITHDRAWN)


@dataclass(frozen=True)
class DeskAnswer:
    """One answer with who did what. `number`: of the case it came from, "" for none.

    `person`: whom that case would give away, to mark it in the text.
    """

    id: int
    question: str
    answer: str
    topic: str
    department: str
    place: str | None
    review_by: date
    status: AnswerStatus
    proposed_by: str
    proposer_id: int
    proposed_at: datetime
    decided_by: str
    decided_at: datetime | None
    withdrawn_by: str
    withdrawn_at: datetime | None
    reason: str
    replaces: int | None
    number: str
    person: KnownPerson


@dataclass(frozen=True)
class DeskAnswers:
    """`due`: published and soon, or already, to be read again. `published`: a page of the rest."""

    waiting: tuple[DeskAnswer, ...]
    due: tuple[DeskAnswer, ...]
    published: tuple[DeskAnswer, ...]
    has_more: bool
    ended: tuple[DeskAnswer, ...]


@dataclass(frozen=True)
class AnswerSource:
    """What a public answer may be made from. `is_open`: whether it may be at all."""

    question: str
    answer: str
    topic: str | None
    place: str | None
    person: KnownPerson
    is_open: bool


def desk_answers(session: Session, department: str | None, on: date, page: int = 1) -> DeskAnswers:
    """Of one department, or of all. Four statements."""
    mine = [PublicAnswer.department == department] if department else []
    status, soon = PublicAnswer.status, PublicAnswer.review_by <= on + SOON
    waiting = read(session, [*mine, status == AnswerStatus.PROPOSED], PublicAnswer.id)
    due = read(session, [*mine, status == AnswerStatus.PUBLISHED, soon], PublicAnswer.review_by)
    newest = PublicAnswer.id.desc()
    published = read(
        session, [*mine, status == AnswerStatus.PUBLISHED, ~soon], newest, page=page, more=1
    )
    ended = read(session, [*mine, status.in_(_ENDED)], newest)
    return DeskAnswers(waiting, due, published[:ROWS], len(published) > ROWS, ended)


def desk_answer(session: Session, answer_id: int) -> DeskAnswer | None:
    """One of them; None when there is no such. One statement."""
    return next(iter(read(session, [PublicAnswer.id == answer_id], PublicAnswer.id)), None)


def read(
    session: Session,
    conditions: Sequence[ColumnElement[bool]],
    order: ColumnElement[Any] | InstrumentedAttribute[Any],
    *,
    page: int = 1,
    more: int = 0,
) -> tuple[DeskAnswer, ...]:
    """One page, with `more` rows of the next."""
    query = with_people().where(*conditions).order_by(order)
    rows = session.execute(query.limit(ROWS + more).offset((page - 1) * ROWS))
    return tuple(shown(*row) for row in rows)


def with_people() -> Select[PublicAnswer, Petition | None, str, str | None, str | None]:
    """Each with its case and the names of who acted."""
    proposer, decider, remover = aliased(Official), aliased(Official), aliased(Official)
    return (
        select(PublicAnswer, Petition, proposer.name, decider.name, remover.name)
        .join(proposer, proposer.id == PublicAnswer.proposed_by)
        .outerjoin(decider, decider.id == PublicAnswer.decided_by)
        .outerjoin(remover, remover.id == PublicAnswer.withdrawn_by)
        .outerjoin(Petition, Petition.id == PublicAnswer.petition_id)
    )


def shown(
    row: PublicAnswer,
    petition: Petition | None,
    proposer: str,
    decider: str | None,
    remover: str | None,
) -> DeskAnswer:
    """Without rows."""
    return DeskAnswer(
        id=row.id,
        question=row.question,
        answer=row.answer,
        topic=row.topic,
        department=row.department,
        place=row.place,
        review_by=row.review_by,
        status=row.status,
        proposed_by=proposer,
        proposer_id=row.proposed_by,
        proposed_at=row.proposed_at,
        decided_by=decider or "",
        decided_at=row.decided_at,
        withdrawn_by=remover or "",
        withdrawn_at=row.withdrawn_at,
        reason=row.reason,
        replaces=row.replaces,
        number=petition.number if petition else "",
        person=known_person(petition.petitioner) if petition else KnownPerson(),
    )


def answer_source(session: Session, number: str, pack: Pack) -> AnswerSource | None:
    """The words of a case and of its newest signed answer. At most four statements."""
    petition = by_number(session, number)
    if petition is None:
        return None
    words = select(PetitionText.body).where(
        PetitionText.petition_id == petition.id, PetitionText.version == 1
    )
    signed = select(ReplyText.body).where(
        ReplyText.petition_id == petition.id, ReplyText.signed_at.is_not(None)
    )
    answer = session.scalar(signed.order_by(ReplyText.version.desc()).limit(1))
    return AnswerSource(
        question=session.scalar(words) or "",
        answer=answer or "",
        topic=petition.topic,
        place=petition.place,
        person=known_person(petition.petitioner),
        is_open=answer is not None and may_be_source(petition, pack),
    )
