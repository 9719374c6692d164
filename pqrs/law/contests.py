"""A recurso or an insistencia on its way: presented, evidence, sent, decided, notified.

Ley 1437 de 2011, artículos 26 and 74 to 86. A case that ended is contested without living again.
"""

from collections.abc import Callable, MutableMapping
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any, NamedTuple

from pqrs.law.calendar import Calendar
from pqrs.law.citations import cpaca
from pqrs.law.clocks import Clock, Deadline, Start, clock_named, run_clock
from pqrs.law.contest_events import (
    AppealDecided,
    Appealed,
    AppealNotified,
    EvidenceOrdered,
    InsistenceRuled,
    InsistenceSent,
)
from pqrs.law.course import Course, Stop, StopGround
from pqrs.law.events import Event
from pqrs.law.kinds import Remedy, Ruling
from pqrs.law.moments import BOGOTA, local_day
from pqrs.law.parts import Objection
from pqrs.law.readings import Readings

APPEALS = frozenset({Remedy.RECONSIDERATION, Remedy.APPEAL})
DECISIONS = {
    Remedy.RECONSIDERATION: "appeal_silence",
    Remedy.APPEAL: "appeal_silence",
    Remedy.INSISTENCE: "send_insistence",
    Remedy.NOT_ANSWERED: "review_answer",
}
"""The clock that whoever has to act on each runs against."""
RULINGS = {
    Remedy.RECONSIDERATION: tuple(Ruling),
    Remedy.APPEAL: tuple(Ruling),
    Remedy.NOT_ANSWERED: (Ruling.CONFIRMED, Ruling.MODIFIED),
    Remedy.INSISTENCE: tuple(Ruling),
}
"""What may be decided of each: a complaint about an answer only says whether it was whole."""
_APPEAL_WORKING_DAYS = 15


class Stage(StrEnum):
    """Where it stands; until OVER somebody of the entity still has to act or to look."""

    TO_DECIDE = "to_decide"
    TO_SEND = "to_send"
    WITH_JUDGE = "with_judge"
    TO_NOTIFY = "to_notify"
    OVER = "over"


class Contest(NamedTuple):
    """`on`: presented. `superior`: who decides an apelación. `act`: of the decision.

    `evidence_on`, `evidence_days`: when taking evidence was ordered, for how many working days in
    all; `is_lengthened`: once, which is all that may be.
    """

    remedy: Remedy
    on: date
    superior: str | None = None
    evidence_on: date | None = None
    evidence_days: int = 0
    is_lengthened: bool = False
    sent_on: date | None = None
    court: str = ""
    ruling: Ruling | None = None
    decided_on: date | None = None
    act: str = ""
    version: int | None = None
    comply_by: date | None = None
    notified_on: date | None = None

    @property
    def stage(self) -> Stage:
        if self.notified_on is not None:
            return Stage.OVER
        if self.decided_on is not None:
            return Stage.TO_NOTIFY
        if self.remedy is not Remedy.INSISTENCE:
            return Stage.TO_DECIDE
        return Stage.TO_SEND if self.sent_on is None else Stage.WITH_JUDGE

    def decided_by(self, department: str | None) -> str | None:
        """Who has to act on it, in a case that this department has."""
        return self.superior or department if self.remedy is Remedy.APPEAL else department

    def waits_for(self, reader: str | None, department: str | None) -> bool:
        """Whether `reader` has to act on it, in a case that `department` has.

        Once it is decided, the case's own department may tell it too: the person is theirs.
        """
        deciding = self.stage is not Stage.TO_NOTIFY
        return reader == self.decided_by(department) or (not deciding and reader == department)

    @property
    def clock(self) -> Clock:
        """That of the entity: to decide or, for an insistencia, to send it."""
        return clock_named(DECISIONS[self.remedy])

    def evidence(self, calendar: Calendar) -> Stop | None:
        """While evidence is taken, the months of silence do not run (artículo 86)."""
        if self.evidence_on is None:
            return None
        until = calendar.add_working_days(self.evidence_on, self.evidence_days)
        return Stop(self.evidence_on, StopGround.EVIDENCE, until=until)

    def deadline(self, calendar: Calendar, readings: Readings) -> Deadline:
        """Until when the entity decides and notifies it, or sends it to the judge."""
        stop = self.evidence(calendar)
        stops = (stop,) if stop else ()
        if self.remedy in APPEALS and readings.appeal_decision_target == "15_bd":
            course = Course(self.on, stops)
            return Deadline(course.end(_APPEAL_WORKING_DAYS, calendar), course=course)
        return run_clock(self.clock, Start(_begins(self.on), stops), calendar, readings)

    def next_deadline(self, calendar: Calendar, readings: Readings) -> Deadline:
        """What runs now: the judge's ten days, once it is with the judge."""
        if self.remedy is not Remedy.INSISTENCE or self.sent_on is None:
            return self.deadline(calendar, readings)
        if self.decided_on is not None:
            return Deadline(self.comply_by)
        start = Start(_begins(self.sent_on))
        return run_clock(clock_named("decide_insistence"), start, calendar, readings)


def _begins(day: date) -> datetime:
    return datetime.combine(day, time.min, BOGOTA)


Contests = MutableMapping[Remedy, Contest]
"""While a history is read: one of each remedy, because each is presented once."""


def take_in(contests: Contests, event: Event) -> Objection | None:
    """What the event makes of them; an objection when there is nothing it could be about."""
    if isinstance(event, Appealed):
        contests[event.remedy] = Contest(event.remedy, local_day(event.at), event.superior)
        return None
    contest = contests.get(getattr(event, "remedy", Remedy.INSISTENCE))
    if contest is None:
        return Objection("contest_none", cpaca("74"))
    contests[contest.remedy] = _EFFECTS[type(event)](contest, event)
    return None


def _order_evidence(contest: Contest, event: EvidenceOrdered) -> Contest:
    return contest._replace(
        evidence_on=contest.evidence_on or local_day(event.at),
        evidence_days=event.total_days,
        is_lengthened=contest.evidence_on is not None,
    )


def _decide(contest: Contest, event: AppealDecided | InsistenceRuled) -> Contest:
    return contest._replace(
        ruling=event.ruling,
        decided_on=event.act_on or local_day(event.at),
        act=event.act,
        version=event.version,
        comply_by=getattr(event, "comply_by", None),
    )


def _notify(contest: Contest, event: AppealNotified) -> Contest:
    return contest._replace(notified_on=contest.notified_on or event.reached_on)


def _send(contest: Contest, event: InsistenceSent) -> Contest:
    return contest._replace(sent_on=event.sent_on, court=event.court)


_EFFECTS: dict[type[Event], Callable[[Contest, Any], Contest]] = {
    EvidenceOrdered: _order_evidence,
    AppealDecided: _decide,
    AppealNotified: _notify,
    InsistenceSent: _send,
    InsistenceRuled: _decide,
}
