"""The web board: acts shown to whoever cannot be reached (Ley 1437 de 2011, artículo 69)."""

from datetime import date
from enum import StrEnum

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from pqrs.models.base import Base, enum_column


class BoardGround(StrEnum):
    """Why it is told by the board and not to the person."""

    NO_ADDRESS = "no_address"
    RETURNED = "returned"


class BoardNotice(Base):
    """One act as it was shown: `body` as an official cleaned it, `sha256` of it.

    `act`: number of the letter or act. `withdrawn_on`: the last of its five days, once it was taken
    down; `effective_on`: the day at whose end the person counts as notified.
    """

    __tablename__ = "board_notice"

    id: Mapped[int] = mapped_column(primary_key=True)
    petition_id: Mapped[int] = mapped_column(ForeignKey("petition.id"), index=True)
    ground: Mapped[BoardGround] = mapped_column(enum_column(BoardGround))
    act: Mapped[str]
    body: Mapped[str]
    sha256: Mapped[str]
    posted_by: Mapped[int] = mapped_column(ForeignKey("official.id"))
    posted_on: Mapped[date] = mapped_column(index=True)
    withdrawn_on: Mapped[date | None]
    effective_on: Mapped[date | None]
