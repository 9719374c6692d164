"""It arrives, somebody has it, it turns out to be another kind, and people write to one another."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from pqrs.law.event import Event
from pqrs.law.kinds import Channel, Kind
from pqrs.law.moments import aware
from pqrs.law.refusals import LawError


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
    `version`: of the text that holds the words of each. `outside`: which of them are other
    authorities. `kinds`: of each, none when all are of one. What becomes of each:
    `matter_events.py`.
    """

    name: ClassVar[str] = "parts_settled"
    departments: tuple[str, ...] = ()
    version: int | None = None
    outside: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()

    def __post_init__(self) -> None:
        Event.__post_init__(self)
        object.__setattr__(self, "departments", tuple(self.departments))
        object.__setattr__(self, "outside", tuple(self.outside))
        object.__setattr__(self, "kinds", tuple(self.kinds))
        if len(self.kinds) not in {0, len(self.departments)}:
            raise LawError("mixed_parts", kind=Kind.MIXED.code)


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


def _checked_parts(kind: Kind, parts: tuple[Kind, ...]) -> tuple[Kind, ...]:
    """A mixed petition without parts would have no term; another kind has no parts."""
    if (kind is Kind.MIXED) != bool(parts) or Kind.MIXED in parts:
        raise LawError("mixed_parts", kind=kind.code)
    return tuple(parts)
