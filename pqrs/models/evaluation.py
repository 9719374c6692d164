"""What a person says of the attention they got: of an answered petition, or of an office."""

from collections.abc import Iterator
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from pqrs.law import Outcome
from pqrs.models.base import Base, enum_column
from pqrs.office.evaluation import Purpose, ReviewReason, SetApart, Way
from pqrs.office.tallies import FROM_CASE, FROM_POINT, TallyKey, evaluation_tallies

BOGOTA = ZoneInfo("America/Bogota")


class Evaluation(Base):
    """One opinion, never changed afterwards. Of a petition there is at most one."""

    __tablename__ = "evaluation"
    __table_args__ = (
        CheckConstraint("ease between 1 and 5", name="ease"),
        CheckConstraint("satisfaction between 1 and 5", name="satisfaction"),
        Index("ix_evaluation_department_created_at", "department", "created_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    petition_id: Mapped[int | None] = mapped_column(ForeignKey("petition.id"), unique=True)
    service_point: Mapped[str | None] = mapped_column(ForeignKey("service_point.code"))
    department: Mapped[str] = mapped_column(ForeignKey("department.code"))
    # What the petition was when it was evaluated; empty for a service point.
    kind: Mapped[str] = mapped_column(default="")
    area: Mapped[str] = mapped_column(default="")
    channel: Mapped[str] = mapped_column(default="")
    # Empty where another system had not asked them.
    outcome: Mapped[Outcome | None] = mapped_column(enum_column(Outcome))
    ease: Mapped[int | None]
    satisfaction: Mapped[int]
    comment: Mapped[str]
    created_at: Mapped[datetime]
    token_hash: Mapped[str] = mapped_column(unique=True)
    purpose: Mapped[Purpose] = mapped_column(
        enum_column(Purpose), default=Purpose.SATISFACTION, server_default=Purpose.SATISFACTION
    )
    # Codes of the aspects of treatment that were missing.
    aspects: Mapped[list[str]] = mapped_column(default=list, server_default="[]")
    way: Mapped[Way] = mapped_column(enum_column(Way), default=Way.WEB, server_default=Way.WEB)
    # Why it looks like stuffing; such opinions count in no share.
    set_apart: Mapped[SetApart | None] = mapped_column(enum_column(SetApart))

    def tallies(self) -> Iterator[TallyKey]:
        """The cells of the kept figures that this opinion counts in."""
        return evaluation_tallies(
            self.created_at.astimezone(BOGOTA).date(), self.members(), self.scores()
        )

    def members(self) -> dict[str, str]:
        """By dimension, what it is counted under."""
        return {
            "department": self.department,
            "kind": self.kind,
            "area": self.area,
            "channel": self.channel,
            "source": FROM_CASE if self.petition_id else FROM_POINT,
        }

    def scores(self) -> dict[str, int]:
        """The questions that were answered, each with its number; set apart, only that it is."""
        if self.set_apart is not None:
            return {"set_apart": 1}
        found = {"satisfaction": self.satisfaction}
        if self.outcome is not None:
            found["outcome"] = OUTCOME_VALUE[self.outcome]
        if self.ease is not None:
            found["ease"] = self.ease
        found["purpose"] = PURPOSES.index(self.purpose or Purpose.SATISFACTION)
        found |= {f"missing_{aspect}": 1 for aspect in self.aspects or ()}
        return found


class ReviewStatus(StrEnum):
    """An open review is somebody's task; an answered one stays as it was written."""

    OPEN = "open"
    ANSWERED = "answered"


class EvaluationReview(Base):
    """A person of the department looks into one opinion and writes what was done."""

    __tablename__ = "evaluation_review"
    __table_args__ = (
        UniqueConstraint("evaluation_id", "reason"),
        Index("ix_evaluation_review_department_status", "department", "status", "due_on"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    evaluation_id: Mapped[int] = mapped_column(ForeignKey("evaluation.id"))
    department: Mapped[str] = mapped_column(ForeignKey("department.code"))
    reason: Mapped[ReviewReason] = mapped_column(enum_column(ReviewReason))
    opened_at: Mapped[datetime]
    due_on: Mapped[date]
    status: Mapped[ReviewStatus] = mapped_column(enum_column(ReviewStatus))
    done: Mapped[str]
    answered_by: Mapped[int | None] = mapped_column(ForeignKey("official.id"))
    answered_at: Mapped[datetime | None]
    # The petition it was turned into.
    petition_id: Mapped[int | None] = mapped_column(ForeignKey("petition.id"))


class EvaluationContact(Base):
    """How to reach who asked to be contacted, apart from what they said; erased after its use."""

    __tablename__ = "evaluation_contact"

    evaluation_id: Mapped[int] = mapped_column(ForeignKey("evaluation.id"), primary_key=True)
    contact: Mapped[str]
    # The version of the notice under which it was given (Ley 1581 de 2012, artículo 12).
    notice: Mapped[str]
    given_at: Mapped[datetime]
    # In which they are written to: that of the page where it was left, `es` or `en`.
    language: Mapped[str] = mapped_column(default="es", server_default="es")


class EvaluationInvitation(Base):
    """What was asked of one petitioner after the first letter, and whether they said no to it."""

    __tablename__ = "evaluation_invitation"

    petition_id: Mapped[int] = mapped_column(ForeignKey("petition.id"), primary_key=True)
    reminded_at: Mapped[datetime | None]
    declined_at: Mapped[datetime | None]
    asked_again_at: Mapped[datetime | None]
    told_again_at: Mapped[datetime | None]
    is_still_solved: Mapped[bool | None]


def solved_tallies(evaluation: Evaluation, invitation: EvaluationInvitation) -> Iterator[TallyKey]:
    """The cells that an answer to "is it still solved?" counts in, by the month it was given."""
    if invitation.told_again_at is not None:
        day = invitation.told_again_at.astimezone(BOGOTA).date()
        scores = {"still_solved": int(invitation.is_still_solved or False)}
        yield from evaluation_tallies(day, evaluation.members(), scores)


PURPOSES = tuple(Purpose)
"""Each counted by its place, which therefore never changes: new ones go last."""

OUTCOME_VALUE = {Outcome.NO: 0, Outcome.PARTLY: 1, Outcome.YES: 2}
