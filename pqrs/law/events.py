"""What can happen to a petition: one frozen dataclass each. Contesting it: `contest_events.py`.

An event states what happened, not what follows: that is `standing`'s. Names and payload keys are
stored for ever; a field is only ever added, with a default. No personal data: texts are rows of
their own and the event names their version.
"""

from dataclasses import dataclass, fields
from datetime import date, datetime
from enum import Enum
from typing import Any, ClassVar

from pqrs.law.kinds import Channel, Decision, Kind, Means, PauseGround, RejectionGround
from pqrs.law.moments import aware, local_day
from pqrs.law.refusals import LawError


@dataclass(frozen=True, slots=True)
class Event:
    """`at`: when it happened, always with its zone; without one it is Bogotá's."""

    name: ClassVar[str] = ""
    at: datetime

    def __post_init__(self) -> None:
        if self.at.tzinfo is None:
            object.__setattr__(self, "at", aware(self.at))

    def to_plain(self) -> dict[str, Any]:
        """The payload that is stored: JSON scalars and lists, without the moment."""
        return {name: _plain(getattr(self, name)) for name in field_names(type(self))}


def field_names(event: type[Event]) -> tuple[str, ...]:
    """All of an event but the moment, which has a column of its own."""
    return tuple(one.name for one in fields(event) if one.name != "at")


@dataclass(frozen=True, slots=True)
class Filed(Event):
    """`at`: the number was given. `received_at`: it reached us, which starts the clock.

    `posted_on`, `elsewhere_on`: earlier days that do not start it (Decreto 2150 de 1995, artículo
    25; Ley 1437 de 2011, artículo 21). `parts`: what a mixed petition holds.
    """

    name: ClassVar[str] = "filed"
    received_at: datetime
    kind: Kind
    channel: Channel
    parts: tuple[Kind, ...] = ()
    posted_on: date | None = None
    elsewhere_on: date | None = None

    def __post_init__(self) -> None:
        Event.__post_init__(self)
        object.__setattr__(self, "received_at", aware(self.received_at))
        object.__setattr__(self, "parts", _checked_parts(self.kind, self.parts))


@dataclass(frozen=True, slots=True)
class Assigned(Event):
    """Inside the entity: the clock does not notice.

    `by`: rule, words or person; or intake, when a person has yet to decide. `competent`: the
    outside body it seems to belong to. `danger`: what a person decided who was asked whether a
    life is in danger.
    """

    name: ClassVar[str] = "assigned"
    department: str
    reason: str
    by: str
    official_id: int | None = None
    competent: str | None = None
    danger: bool | None = None


@dataclass(frozen=True, slots=True)
class Reclassified(Event):
    """Another kind, another term, from the same start. `proposed_by`: the official who asked."""

    name: ClassVar[str] = "reclassified"
    kind: Kind
    reason: str
    parts: tuple[Kind, ...] = ()
    proposed_by: int | None = None

    def __post_init__(self) -> None:
        Event.__post_init__(self)
        object.__setattr__(self, "parts", _checked_parts(self.kind, self.parts))


@dataclass(frozen=True, slots=True)
class PartsSettled(Event):
    """Whether its words hold several matters, as a person decided; it moves no date by itself.

    `departments`: who answers each, in the order of the text; none when it is one matter.
    `version`: of the text that holds the words of each.
    """

    name: ClassVar[str] = "parts_settled"
    departments: tuple[str, ...] = ()
    version: int | None = None

    def __post_init__(self) -> None:
        Event.__post_init__(self)
        object.__setattr__(self, "departments", tuple(self.departments))


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
class TextAdded(Event):
    """More words or documents from the petitioner, at any time (Ley 1437 de 2011, artículo 15).

    All of it has to be answered; no date moves. `version`: of the text. `documents`: how many came.
    """

    name: ClassVar[str] = "text_added"
    version: int | None = None
    documents: int = 0


@dataclass(frozen=True, slots=True)
class OfficeWrote(Event):
    """A message to whoever asked, read with number and code; no date moves.

    `version`: of the office's text.
    """

    name: ClassVar[str] = "office_wrote"
    version: int | None = None


@dataclass(frozen=True, slots=True)
class PetitionerWrote(Event):
    """Their message back. `version`: of the text. `documents`: how many came with it."""

    name: ClassVar[str] = "petitioner_wrote"
    version: int | None = None
    documents: int = 0


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
class Annulled(Event):
    """The number was given in error. It stays visible and is never used again.

    `proposed_by`: the official who asked; another one approved it.
    """

    name: ClassVar[str] = "annulled"
    reason: str
    proposed_by: int | None = None


@dataclass(frozen=True, slots=True)
class Corrected(Event):
    """`sequence`: position of the wrong event, from 1; it may not be another correction.

    `replacement`: what should have been written, or nothing when it did not happen. The first
    event may be replaced, not struck out.
    """

    name: ClassVar[str] = "corrected"
    sequence: int
    replacement: Event | None
    reason: str


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


_SCALARS = frozenset({str, int, bool})


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever a field holds
    if value is None or type(value) in _SCALARS:
        return value
    if isinstance(value, Event):
        return {"name": value.name, "at": value.at.isoformat(), "payload": value.to_plain()}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value.value if isinstance(value, Enum) else value


def _checked_parts(kind: Kind, parts: tuple[Kind, ...]) -> tuple[Kind, ...]:
    """A mixed petition without parts would have no term; another kind has no parts."""
    if (kind is Kind.MIXED) != bool(parts) or Kind.MIXED in parts:
        raise LawError("mixed_parts", kind=kind.code)
    return tuple(parts)


def known_means(means: str) -> Means:
    """Raise LawError for what is no way of reaching a person."""
    if means not in set(Means):
        raise LawError("unknown_means", means=means)
    return Means(means)
