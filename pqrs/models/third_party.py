"""Third persons whom a decision may affect, apart from the case: who, where, in what words."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from pqrs.models.base import Base


class ThirdPerson(Base):
    """By version, which an event names: a person or a group noticed, told or heard once.

    `place`: the address and its proof, or the medium in which it was published. `words`: what they
    were told, or said. `is_public`: the words stand on the board until the case is answered.
    By a trigger it is never removed nor reworded: who and where may be blanked, and no more, and
    words may leave the board.
    """

    __tablename__ = "third_party"
    __table_args__ = (UniqueConstraint("petition_id", "version"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    petition_id: Mapped[int] = mapped_column(ForeignKey("petition.id"))
    version: Mapped[int]
    who: Mapped[str]
    email: Mapped[str | None]
    place: Mapped[str | None]
    words: Mapped[str]
    is_public: Mapped[bool]
    written_by: Mapped[int] = mapped_column(ForeignKey("official.id"))
    at: Mapped[datetime]
