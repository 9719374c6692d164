"""What stops the term, lengthens it or moves its date, and what is on record when it went by."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from pqrs.law.event import Event
from pqrs.law.kinds import Kind, PauseGround


@dataclass(frozen=True, slots=True)
class CompletionRequested(Event):
    """`at`: sent. `communicated_at`: it reached the petitioner; the same moment when unknown.

    `version`: of the text that lists what is missing.
    """

    name: ClassVar[str] = "completion_requested"
    communicated_at: datetime | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class CompletionExtended(Event):
    """The petitioner asked, before the month ended, for as long again."""

    name: ClassVar[str] = "completion_extended"


@dataclass(frozen=True, slots=True)
class Completed(Event):
    """What was missing arrived, or what was unclear was cleared up."""

    name: ClassVar[str] = "completed"
    version: int | None = None


@dataclass(frozen=True, slots=True)
class Returned(Event):
    """Nobody could understand what it asks (Ley 1437 de 2011, artículo 19).

    `version`: of the text that says what has to be made clear.
    """

    name: ClassVar[str] = "returned"
    reason: str = ""
    version: int | None = None


@dataclass(frozen=True, slots=True)
class Paused(Event):
    name: ClassVar[str] = "paused"
    ground: PauseGround
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Resumed(Event):
    name: ClassVar[str] = "resumed"
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Extended(Event):
    """`at`: the petitioner was told. `total_days`: working days of the whole term.

    `parts`: of a mixed petition, the days of each part in order, 0 for one that stays; without
    them `total_days` is for every part that it lengthens.
    """

    name: ClassVar[str] = "extended"
    total_days: int
    reason: str = ""
    parts: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        Event.__post_init__(self)
        object.__setattr__(self, "parts", tuple(self.parts))

    def days_of(self, place: int) -> int:
        """Working days asked for the part at that place."""
        return self.parts[place] if place < len(self.parts) else self.total_days


@dataclass(frozen=True, slots=True)
class Reckoned(Event):
    """The calendar, a term or a reading moved the date. It has no effect of its own.

    `before`, `after`: the due date that moved. `respond_before`, `respond_after`: the last day of
    the petitioner to complete or clarify, when that moved.
    """

    name: ClassVar[str] = "reckoned"
    before: date | None
    after: date | None
    cause: str
    respond_before: date | None = None
    respond_after: date | None = None


@dataclass(frozen=True, slots=True)
class Breached(Event):
    """A due date went by without an answer. Recorded by the system, before anything later.

    `kinds`: the parts that missed it.
    """

    name: ClassVar[str] = "breached"
    due_on: date
    kinds: tuple[Kind, ...] = ()


@dataclass(frozen=True, slots=True)
class DutyMet(Event):
    """Somebody says that what a clock asks for was done, where the case itself cannot show it.

    `duty`: the name of the clock. `done_on`: the day it was done, which may be before `at`.
    """

    name: ClassVar[str] = "duty_met"
    duty: str
    done_on: date
