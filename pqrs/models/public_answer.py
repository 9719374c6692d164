"""Answers of general interest that anyone may read (Ley 1712 de 2014, artículo 14)."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    ColumnElement,
    ForeignKey,
    Index,
    Select,
    String,
    and_,
    cast,
    exists,
    or_,
    select,
)
from sqlalchemy.orm import InstrumentedAttribute, Mapped, aliased, mapped_column

from pqrs.law import (
    Capacity,
    Corrected,
    Filed,
    IdentityLevel,
    Kind,
    Reclassified,
)
from pqrs.models.base import Base, enum_column
from pqrs.models.person import Petitioner
from pqrs.models.petition import Petition, PetitionEvent, live_session
from pqrs.office import Pack
from pqrs.office.discretion import SPARED

_SAYS_KIND = (Filed.name, Reclassified.name, Corrected.name)
DOCUMENTS_OF_A_CHILD = ("TI", "RC")


class AnswerStatus(StrEnum):
    """Where an answer stands; only what is published is shown to everybody."""

    PROPOSED = "proposed"
    PUBLISHED = "published"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class PublicAnswer(Base):
    """A question in general words and its answer. Its words never change, by a trigger.

    `petition_id`: the case it was made from, never shown; None for a frequent question.
    `department` answers for it. `review_by`: the last day on which it may be trusted without being
    read again. `replaces`: the answer whose place it takes once published. `looked`: whoever
    proposed it read every doubtful mark (`office/giveaways.py`), and all that comes from a case.
    `reason`: why it was refused or withdrawn.
    """

    __tablename__ = "public_answer"
    __table_args__ = (
        # The list, of one department or of all, the newest first.
        Index("ix_public_answer_status_published_on", "status", "published_on", "id"),
        Index("ix_public_answer_department", "department", "status"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    question: Mapped[str]
    answer: Mapped[str]
    topic: Mapped[str]
    department: Mapped[str] = mapped_column(ForeignKey("department.code"))
    place: Mapped[str | None]
    review_by: Mapped[date]
    petition_id: Mapped[int | None] = mapped_column(ForeignKey("petition.id"), index=True)
    replaces: Mapped[int | None] = mapped_column(ForeignKey("public_answer.id"), index=True)
    looked: Mapped[bool]
    status: Mapped[AnswerStatus] = mapped_column(enum_column(AnswerStatus))
    proposed_by: Mapped[int] = mapped_column(ForeignKey("official.id"))
    proposed_at: Mapped[datetime]
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("official.id"))
    decided_at: Mapped[datetime | None]
    published_on: Mapped[date | None]
    withdrawn_by: Mapped[int | None] = mapped_column(ForeignKey("official.id"))
    withdrawn_at: Mapped[datetime | None]
    reason: Mapped[str] = mapped_column(default="")


class PublicAnswerWord(Base):
    """A word of a published answer as it is heard (`office/words.py`): by these it is found.

    `weight`: more for the question and the topic than for the answer.
    """

    __tablename__ = "public_answer_word"

    word: Mapped[str] = mapped_column(primary_key=True)
    answer_id: Mapped[int] = mapped_column(ForeignKey("public_answer.id"), primary_key=True)
    weight: Mapped[int]


def is_listed(on: date, pack: Pack) -> ColumnElement[bool]:
    """Whether everybody is shown it that day: published, not past its day, its case still fit."""
    return and_(
        PublicAnswer.status == AnswerStatus.PUBLISHED,
        PublicAnswer.review_by >= on,
        is_fit(pack),
    )


def is_fit(pack: Pack) -> ColumnElement[bool]:
    """Whether its case, if it has one, may still be a source: a case can become a report."""
    case = aliased(Petition)
    return or_(
        PublicAnswer.petition_id.is_(None),
        exists().where(case.id == PublicAnswer.petition_id, is_source(case, pack)),
    )


def is_source(case: type[Petition], pack: Pack) -> ColumnElement[bool]:
    """Whether a public answer may be made from a case.

    Never from one that is or ever was a report, wholly or in part, a reserved one, one that names
    somebody, one of or about a child, of a victim or of a person with a disability, nor of a topic
    that is somebody's private life.
    """
    private = [code for code, topic in pack.topics_by_id.items() if topic.sensitive_data]
    was_report = exists().where(
        PetitionEvent.petition_id == case.id,
        PetitionEvent.name.in_(_SAYS_KIND),
        written(PetitionEvent.payload).contains(f'"{Kind.REPORT}"', autoescape=True),
    )
    of_a_child = exists().where(
        Petitioner.id == case.petitioner_id, Petitioner.document_type.in_(DOCUMENTS_OF_A_CHILD)
    )
    return and_(
        case.kind != Kind.REPORT,
        case.identity != IdentityLevel.RESERVED,
        case.capacity != Capacity.GUARDIAN,
        or_(case.topic.is_(None), case.topic.not_in(private)),
        written(case.named_departments) == "[]",
        written(case.named_officials) == "[]",
        *(~written(case.grounds).contains(f'"{one}"', autoescape=True) for one in SPARED),
        ~was_report,
        ~of_a_child,
    )


def may_be_source(petition: Petition, pack: Pack) -> bool:
    """`is_source` of one case. One statement."""
    query = select(Petition.id).where(Petition.id == petition.id, is_source(Petition, pack))
    return live_session(petition).scalar(query) is not None


def written(column: InstrumentedAttribute[Any]) -> ColumnElement[str]:
    """The JSON of a column as text, which both engines can look into."""
    return cast(column, String)


def took_its_place(answer_id: int) -> Select[int]:
    """The ids of the published that replaced it, at once or through others, the newest first."""
    was_public = PublicAnswer.published_on.is_not(None)
    chain = (
        select(PublicAnswer.id)
        .where(PublicAnswer.replaces == answer_id, was_public)
        .cte("chain", recursive=True)
    )
    newer = aliased(PublicAnswer)
    chain = chain.union(
        select(newer.id).where(newer.replaces == chain.c.id, newer.published_on.is_not(None))
    )
    return (
        select(PublicAnswer.id)
        .where(PublicAnswer.id.in_(select(chain.c.id)))
        .where(PublicAnswer.status == AnswerStatus.PUBLISHED)
        .order_by(PublicAnswer.id.desc())
    )
