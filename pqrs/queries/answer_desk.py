"""Published answers as the desk sees them: what waits for a second person, what is due, one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from pqrs.models import (
    AnswerStatus,
    Official,
    Petition,
    PetitionText,
    PublicAnswer,
    ReplyText,
    by_number,
    facts_of,
    is_fit,
    known_person,
    may_be_source,
)
from pqrs.office import Pack, Permission, Viewer, allowed
from pqrs.office.personal_data import KnownPerson

ROWS = 25
SOON = timedelta(days=30)
"""So long before its last day an answer is shown as due to be read again."""
_ENDED = (AnswerStatus.REFUSED, AnswerStatus.WITHDRAWN)


@dataclass(frozen=True)
class DeskAnswer:
    """One answer with who did what. `person`: whom its case would give away, to mark it.

    `number`: of its case, for who may make an answer of it; "" for anybody else. `is_fit`: whether
    its case may still be a source; else nobody is shown it.
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
    is_of_case: bool
    is_fit: bool
    number: str
    person: KnownPerson


@dataclass(frozen=True)
class Desk:
    """Who looks, on which day. `departments`: those whose answers are theirs; None for all."""

    viewer: Viewer
    on: date
    pack: Pack

    @property
    def departments(self) -> tuple[str, ...] | None:
        code = self.viewer.department
        return self.pack.inherited_by(code, self.on) if code else None

    def owns(self, one: DeskAnswer) -> bool:
        """Whether it is of their department, or of one whose work that has now."""
        return one.department in (self.departments or ())


@dataclass(frozen=True)
class DeskAnswers:
    """`waiting` and `due` are whole; `published` and `ended`, one page of each.

    `due`: published, and soon, or already, to be read again or withdrawn. `has_more`: a next page.
    """

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


def desk_answers(session: Session, desk: Desk, page: int = 1) -> DeskAnswers:
    """Of one department, or of all. Four statements."""
    theirs = desk.departments
    mine = [] if theirs is None else [PublicAnswer.department.in_(theirs)]
    status, fit = PublicAnswer.status, is_fit(desk.pack)
    soon = or_(PublicAnswer.review_by <= desk.on + SOON, ~fit)
    is_public = status == AnswerStatus.PUBLISHED
    waiting = read(session, desk, [*mine, status == AnswerStatus.PROPOSED], PublicAnswer.id)
    due = read(session, desk, [*mine, is_public, soon], fit, PublicAnswer.review_by)
    newest = PublicAnswer.id.desc()
    published = read(session, desk, [*mine, is_public, ~soon], newest, page=page)
    ended = read(session, desk, [*mine, status.in_(_ENDED)], newest, page=page)
    has_more = len(published) > ROWS or len(ended) > ROWS
    return DeskAnswers(waiting, due, published[:ROWS], has_more, ended[:ROWS])


def desk_answer(session: Session, answer_id: int, desk: Desk) -> DeskAnswer | None:
    """One of them; None when there is no such. One statement."""
    return next(iter(read(session, desk, [PublicAnswer.id == answer_id])), None)


def read(
    session: Session,
    desk: Desk,
    conditions: Sequence[ColumnElement[bool]],
    *order: ColumnElement[Any] | InstrumentedAttribute[Any],
    page: int | None = None,
) -> tuple[DeskAnswer, ...]:
    """All of them; or one page, with a row of the next if there is one."""
    query = with_people(desk.pack).where(*conditions).order_by(*order)
    if page is not None:
        query = query.limit(ROWS + 1).offset((page - 1) * ROWS)
    return tuple(shown(desk, row) for row in session.execute(query))


def with_people(
    pack: Pack,
) -> Select[PublicAnswer, Petition | None, bool, str, str | None, str | None]:
    """Each with its case, whether that may be a source, and the names of who acted."""
    proposer, decider, remover = aliased(Official), aliased(Official), aliased(Official)
    return (
        select(PublicAnswer, Petition, is_fit(pack), proposer.name, decider.name, remover.name)
        .join(proposer, proposer.id == PublicAnswer.proposed_by)
        .outerjoin(decider, decider.id == PublicAnswer.decided_by)
        .outerjoin(remover, remover.id == PublicAnswer.withdrawn_by)
        .outerjoin(Petition, Petition.id == PublicAnswer.petition_id)
    )


def shown(
    desk: Desk, found: Row[PublicAnswer, Petition | None, bool, str, str | None, str | None]
) -> DeskAnswer:
    """Without rows."""
    row, petition, fit, proposer, decider, remover = found
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
        is_of_case=petition is not None,
        is_fit=fit,
        number=petition.number if petition and fit and may_use(desk, petition) else "",
        person=known_person(petition.petitioner) if petition else KnownPerson(),
    )


def may_use(desk: Desk, petition: Petition) -> bool:
    """Whether this person may make an answer of that case: else they do not learn which it is."""
    signer = desk.pack.entity.signer
    return allowed(Permission.PROPOSE_ANSWER, desk.viewer, facts_of(petition), signer)


def may_publish(session: Session, number: str, pack: Pack) -> bool:
    """Whether a public answer may be made from that case. At most two statements."""
    petition = by_number(session, number)
    return petition is not None and may_be_source(petition, pack)


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
