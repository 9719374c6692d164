"""How a petition was received that an official filed: the record of Decreto 1166 de 2016."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from pqrs.models.base import Base, enum_column
from pqrs.office.reception import TakenDown, Tongue


class Reception(Base):
    """One a petition, written with it and never changed. `taken_by`: the official."""

    __tablename__ = "reception"

    petition_id: Mapped[int] = mapped_column(ForeignKey("petition.id"), primary_key=True)
    is_spoken: Mapped[bool]
    tongue: Mapped[Tongue] = mapped_column(enum_column(Tongue))
    other_tongue: Mapped[str]
    interpreter: Mapped[str]
    brought: Mapped[str]
    answered: Mapped[str]
    why_late: Mapped[str]
    taken_by: Mapped[int | None] = mapped_column(ForeignKey("official.id"))

    def to_taken_down(self) -> TakenDown:
        """The office's own value for this row."""
        return TakenDown(
            is_spoken=self.is_spoken,
            tongue=self.tongue,
            other_tongue=self.other_tongue,
            interpreter=self.interpreter,
            brought=self.brought,
            answered=self.answered,
            why_late=self.why_late,
        )
