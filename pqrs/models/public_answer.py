"""Answers of general interest that anyone may read (Ley 1712 de 2014, artículo 14)."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, ForeignKey, Index, and_
from sqlalchemy.orm import Mapped, mapped_column

from pqrs.law import Capacity, PriorityGround
from pqrs.models.base import Base, enum_column
from pqrs.models.facts import facts_of
from pqrs.models.petition import Petition
from pqrs.office import Pack
from pqrs.office.discretion import is_secret

_OF_A_CHILD = {PriorityGround.CHILD, PriorityGround.ABOUT_CHILD}
_DOCUMENTS_OF_A_CHILD = ("TI", "RC")


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


def is_listed(on: date) -> ColumnElement[bool]:
    """Whether everybody is shown it that day: published, and still to be trusted."""
    return and_(PublicAnswer.status == AnswerStatus.PUBLISHED, PublicAnswer.review_by >= on)


def may_be_source(petition: Petition, pack: Pack) -> bool:
    """Whether a public answer may be made from a case.

    Never from a report, a reserved one, one that names somebody, one of or about a child or a
    protected person, nor of a topic that is somebody's private life.
    """
    person = petition.petitioner
    of_a_child = (
        bool(_OF_A_CHILD & set(map(PriorityGround, petition.grounds)))
        or petition.capacity is Capacity.GUARDIAN
        or (person is not None and person.document_type in _DOCUMENTS_OF_A_CHILD)
    )
    topic = pack.topics_by_id.get(petition.topic or "")
    is_private = topic is not None and topic.sensitive_data
    return not (of_a_child or is_private or is_secret(facts_of(petition)))
