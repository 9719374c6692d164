"""How a decision is contested, and what becomes of that: a recurso or an insistencia.

Ley 1437 de 2011, artículos 13, 26 and 74 to 86. As in `events.py`, a field is only ever added.
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from pqrs.law.event import Event, known_means
from pqrs.law.kinds import InterruptionEnd, InterruptionGround, Remedy, Ruling
from pqrs.law.moments import local_day


@dataclass(frozen=True, slots=True)
class Appealed(Event):
    """`version`: of the petitioner's text that says why.

    `superior`: the department that decides an apelación; without it, whoever has the case.
    """

    name: ClassVar[str] = "appealed"
    remedy: Remedy
    version: int | None = None
    superior: str | None = None


@dataclass(frozen=True, slots=True)
class EvidenceOrdered(Event):
    """Evidence is taken in a recurso (artículo 79). A second order lengthens the first.

    `total_days`: working days since the first order.
    """

    name: ClassVar[str] = "evidence_ordered"
    remedy: Remedy
    total_days: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class EvidenceClosed(Event):
    """All the evidence was gathered before the last day that was named for it (artículo 79)."""

    name: ClassVar[str] = "evidence_closed"
    remedy: Remedy
    reason: str = ""


@dataclass(frozen=True, slots=True)
class EvidenceShared(Event):
    """What was presented as evidence was shown to the other parties (artículo 79).

    `shared_on`: the day they were told. `version`: of the text that says to whom, and what.
    """

    name: ClassVar[str] = "evidence_shared"
    remedy: Remedy
    shared_on: date
    version: int | None = None


@dataclass(frozen=True, slots=True)
class AppealDecided(Event):
    """`act`, `act_on`: number and day of the act that decides. `version`: of its text.

    `by`: the department that decided. It is not met until it is notified (artículo 86).
    """

    name: ClassVar[str] = "appeal_decided"
    remedy: Remedy
    ruling: Ruling
    act: str = ""
    act_on: date | None = None
    version: int | None = None
    by: str | None = None


@dataclass(frozen=True, slots=True)
class AppealMoved(Event):
    """The department that decides it no longer exists; `superior` has its work now."""

    name: ClassVar[str] = "appeal_moved"
    remedy: Remedy
    superior: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class AppealNotified(Event):
    """The decision, or what the judge decided, reached the person. As `Delivered` otherwise."""

    name: ClassVar[str] = "appeal_notified"
    remedy: Remedy
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
class InsistenceSent(Event):
    """The insistencia and the file went to the judge (artículo 26). `court`: which."""

    name: ClassVar[str] = "insistence_sent"
    sent_on: date
    court: str = ""


@dataclass(frozen=True, slots=True)
class InsistenceArrived(Event):
    """The court has the file: its ten days run (artículo 26). `reference`: its own number."""

    name: ClassVar[str] = "insistence_arrived"
    arrived_on: date
    reference: str = ""


@dataclass(frozen=True, slots=True)
class InsistenceInterrupted(Event):
    """The judge's ten days are interrupted (artículo 26, numerales 1 and 2).

    `asked_on`: the judge asked for something, or the section was asked. `act`: by which paper.
    """

    name: ClassVar[str] = "insistence_interrupted"
    ground: InterruptionGround
    asked_on: date
    act: str = ""


@dataclass(frozen=True, slots=True)
class InterruptionEnded(Event):
    """The judge has what was asked for, or the section said whether it takes the matter over."""

    name: ClassVar[str] = "interruption_ended"
    ending: InterruptionEnd
    ended_on: date


@dataclass(frozen=True, slots=True)
class InsistenceRuled(Event):
    """What the judge decided of the refusal: CONFIRMED, MODIFIED or REVOKED.

    `act`, `act_on`: of the ruling. `comply_by`: until when it orders to hand things over.
    `version`: of the text that says what was decided.
    """

    name: ClassVar[str] = "insistence_ruled"
    ruling: Ruling
    act: str = ""
    act_on: date | None = None
    comply_by: date | None = None
    version: int | None = None
