"""What a person says of the attention they got: of an answered petition, or of an office."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from pqrs.law import Outcome
from pqrs.models.base import Base, enum_column
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

    def tallies(self) -> Iterator[TallyKey]:
        """The cells of the kept figures that this opinion counts in."""
        return evaluation_tallies(
            self.created_at.astimezone(BOGOTA).date(),
            {
                "department": self.department,
                "kind": self.kind,
                "area": self.area,
                "channel": self.channel,
                "source": FROM_CASE if self.petition_id else FROM_POINT,
            },
            self.scores(),
        )

    def scores(self) -> dict[str, int]:
        """The questions that were answered, each with its number."""
        found = {"satisfaction": self.satisfaction}
        if self.outcome is not None:
            found["outcome"] = OUTCOME_VALUE[self.outcome]
        if self.ease is not None:
            found["ease"] = self.ease
        return found


OUTCOME_VALUE = {Outcome.NO: 0, Outcome.PARTLY: 1, Outcome.YES: 2}
