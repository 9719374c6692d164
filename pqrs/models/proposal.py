"""Acts on a case that need two people: one proposes with a reason, another decides."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from pqrs.models.base import Base, enum_column


class ProposedAct(StrEnum):
    """ANNUL: a number given in error. RECLASSIFY: another kind, in `payload`."""

    ANNUL = "annul"
    RECLASSIFY = "reclassify"


class ProposalStatus(StrEnum):
    PROPOSED = "proposed"
    APPROVED = "approved"
    REFUSED = "refused"


class Proposal(Base):
    """`answer`: what the second person wrote. Once decided it is fixed, by a trigger."""

    __tablename__ = "proposal"

    id: Mapped[int] = mapped_column(primary_key=True)
    petition_id: Mapped[int] = mapped_column(ForeignKey("petition.id"), index=True)
    act: Mapped[ProposedAct] = mapped_column(enum_column(ProposedAct))
    payload: Mapped[dict[str, Any]]
    reason: Mapped[str]
    proposed_by: Mapped[int] = mapped_column(ForeignKey("official.id"))
    proposed_at: Mapped[datetime]
    status: Mapped[ProposalStatus] = mapped_column(enum_column(ProposalStatus), index=True)
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("official.id"))
    decided_at: Mapped[datetime | None]
    answer: Mapped[str] = mapped_column(default="")
