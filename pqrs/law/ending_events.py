"""How it ends: answered, passed on, withdrawn or rejected, and how the person comes to know it."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from pqrs.law.event import Event, known_means
from pqrs.law.kinds import Decision, RejectionGround
from pqrs.law.moments import local_day


@dataclass(frozen=True, slots=True)
class Transferred(Event):
    """To another authority. It ends for us and runs there."""

    name: ClassVar[str] = "transferred"
    authority: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Rejected(Event):
    """`act`, `act_on`: number and day of the reasoned act. `version`: of the text of grounds."""

    name: ClassVar[str] = "rejected"
    ground: RejectionGround
    act: str = ""
    act_on: date | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class Withdrawn(Event):
    """`tacitly`: by a reasoned act, because the petitioner did not complete it.

    `act`, `act_on`: number and day of that act.
    """

    name: ClassVar[str] = "withdrawn"
    tacitly: bool
    reason: str = ""
    act: str = ""
    act_on: date | None = None


@dataclass(frozen=True, slots=True)
class ContinuedOfficially(Event):
    """The entity goes on of its own motion with what was withdrawn (Ley 1437 de 2011, artículo 18).

    `act`, `act_on`: number and day of the reasoned act. `reason`: the public interest it speaks of.
    """

    name: ClassVar[str] = "continued_officially"
    reason: str = ""
    act: str = ""
    act_on: date | None = None


@dataclass(frozen=True, slots=True)
class Replied(Event):
    """Signed. It does not end the term by itself.

    `refers_to`: number of an earlier petition on the same matter, already answered (Ley 1437 de
    2011, artículo 19).
    """

    name: ClassVar[str] = "replied"
    version: int
    decision: Decision = Decision.RESPONDED
    refers_to: str = ""


@dataclass(frozen=True, slots=True)
class Delivered(Event):
    """The answer, or the act that ended it without one, reached the person.

    `at`: it was written down. `delivered_on`: the day it reached them, if that was another.
    `means`: a value of `Means`.
    """

    name: ClassVar[str] = "delivered"
    means: str
    delivered_on: date | None = None

    def __post_init__(self) -> None:
        Event.__post_init__(self)
        object.__setattr__(self, "means", known_means(self.means))

    @property
    def reached_on(self) -> date:
        """The day the person had it."""
        return self.delivered_on or local_day(self.at)


@dataclass(frozen=True, slots=True)
class NoticePosted(Event):
    """An act went up on the board, for who cannot be reached (Ley 1437 de 2011, artículo 69).

    It has no effect of its own: `Delivered` by `Means.NOTICE` has. `sha256`: of what was shown.
    `returned`: how what was sent by post came back, "" when that is not why.
    """

    name: ClassVar[str] = "notice_posted"
    sha256: str
    returned: str = ""


@dataclass(frozen=True, slots=True)
class NoticeWithdrawn(Event):
    """It came down after its five days. `until`: the last of them."""

    name: ClassVar[str] = "notice_withdrawn"
    until: date


@dataclass(frozen=True, slots=True)
class Annulled(Event):
    """The number was given in error. It stays visible and is never used again.

    `proposed_by`: the official who asked; another one approved it.
    """

    name: ClassVar[str] = "annulled"
    reason: str
    proposed_by: int | None = None
