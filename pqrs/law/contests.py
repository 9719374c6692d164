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
    AppealMoved,
    AppealNotified,
    EvidenceClosed,
    EvidenceOrdered,
    EvidenceShared,
    InsistenceArrived,
    InsistenceInterrupted,
    InsistenceRuled,
    InsistenceSent,
    InterruptionEnded,
)
from pqrs.law.course import Course, Stop, evidence_stop
from pqrs.law.events import Event
from pqrs.law.insistence import Interruption, judge_deadline
from pqrs.law.kinds import InterruptionEnd, InterruptionGround, Remedy, Ruling
from pqrs.law.moments import BOGOTA, local_day
from pqrs.law.parts import Objection
from pqrs.law.readings import Readings

APPEALS = frozenset({Remedy.RECONSIDERATION, Remedy.APPEAL})
"""Decided in two months, with evidence if need be (artículos 79 and 86)."""
BY_ACT = APPEALS | {Remedy.REFUSED_APPEAL}
"""Decided by a numbered act, which is notified personally."""
UPWARDS = frozenset({Remedy.APPEAL, Remedy.REFUSED_APPEAL})
"""Decided by the superior of whoever decided before (artículo 74)."""
DECISIONS = {
    Remedy.RECONSIDERATION: "appeal_silence",
    Remedy.APPEAL: "appeal_silence",
    Remedy.INSISTENCE: "send_insistence",
    Remedy.NOT_ANSWERED: "review_answer",
    Remedy.REFUSED_APPEAL: "decide_refused_appeal",
}
"""The clock that whoever has to act on each runs against."""
RULINGS = {
    Remedy.RECONSIDERATION: tuple(Ruling),
    Remedy.APPEAL: tuple(Ruling),
    Remedy.NOT_ANSWERED: (Ruling.CONFIRMED, Ruling.MODIFIED),
    Remedy.INSISTENCE: tuple(Ruling),
    Remedy.REFUSED_APPEAL: (Ruling.CONFIRMED, Ruling.REVOKED),
}
"""What may be decided of each: a complaint about an answer only says whether it was whole.

Of a queja, whether the rejection stands; when it does not, the apelación is heard.
"""
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
    all; `is_lengthened`: once, which is all that may be; `evidence_closed_on`: it was all gathered
    before. `shared_on`: the evidence was shown to the other parties. `arrived_on`: at the judge.
    `by`: who decided. `heard_from`: a queja had an apelación heard that had been rejected.
    `interruptions`: of the judge's days.
    """

    remedy: Remedy
    on: date
    superior: str | None = None
    evidence_on: date | None = None
    evidence_days: int = 0
    is_lengthened: bool = False
    evidence_closed_on: date | None = None
    shared_on: date | None = None
    sent_on: date | None = None
    court: str = ""
    arrived_on: date | None = None
    ruling: Ruling | None = None
    decided_on: date | None = None
    act: str = ""
    version: int | None = None
    comply_by: date | None = None
    notified_on: date | None = None
    by: str | None = None
    heard_from: date | None = None
    interruptions: tuple[Interruption, ...] = ()

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
        """Who has to act on it, in a case that this department has; once decided, who did."""
        if self.by is not None:
            return self.by
        return self.superior or department if self.remedy in UPWARDS else department

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
        until = self.evidence_until(calendar)
        if self.evidence_on is None or until is None:
            return None
        return evidence_stop(self.evidence_on, until, self.evidence_closed_on)

    def evidence_until(self, calendar: Calendar) -> date | None:
        """The last day that was ordered for it, whenever it was all gathered."""
        if self.evidence_on is None:
            return None
        return calendar.add_working_days(self.evidence_on, self.evidence_days)

    def deadline(self, calendar: Calendar, readings: Readings) -> Deadline:
        """Until when the entity decides and notifies it, or sends it to the judge."""
        stop = self.evidence(calendar)
        stops = (stop,) if stop else ()
        if self.remedy in APPEALS and readings.appeal_decision_target == "15_bd":
            course = Course(self.begins_on, stops)
            return Deadline(course.end(_APPEAL_WORKING_DAYS, calendar), course=course)
        return run_clock(self.clock, Start(_begins(self.begins_on), stops), calendar, readings)

    @property
    def begins_on(self) -> date:
        """The day its clock starts on: an apelación that had been rejected starts anew."""
        return self.heard_from or self.on

    @property
    def with_judge_from(self) -> date | None:
        """The day the judge's ten start on: that of arrival or, while it is unknown, of sending."""
        return self.arrived_on or self.sent_on

    def shared_until(self, calendar: Calendar, readings: Readings) -> date | None:
        """Until when the other parties may speak of the evidence (artículo 79)."""
        if self.shared_on is None:
            return None
        start = Start(_begins(self.shared_on))
        return run_clock(clock_named("answer_evidence"), start, calendar, readings).on

    def next_deadline(self, calendar: Calendar, readings: Readings) -> Deadline:
        """What runs now: the judge's ten days, once it is with the judge."""
        with_judge_from = self.with_judge_from
        if self.remedy is not Remedy.INSISTENCE or with_judge_from is None:
            return self.deadline(calendar, readings)
        if self.decided_on is not None:
            return Deadline(self.comply_by)
        return judge_deadline(with_judge_from, self.interruptions, calendar, readings)

    def interruption(self, ground: InterruptionGround) -> Interruption | None:
        """The last one on that ground that nobody said was over."""
        asked = reversed(self.interruptions)
        waiting = (one for one in asked if one.ground is ground and not one.until)
        return next(waiting, None)

    @property
    def is_interrupted(self) -> bool:
        """Whether somebody may still say that an interruption is over."""
        return any(one.until is None for one in self.interruptions)

    @property
    def taken_over_on(self) -> date | None:
        """The day the section of the Consejo de Estado made it its own."""
        return next((one.until for one in self.interruptions if one.taken_over), None)


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
    contests[contest.remedy] = found = _EFFECTS[type(event)](contest, event)
    if isinstance(event, AppealDecided) and found.remedy is Remedy.REFUSED_APPEAL:
        _hear(contests, found)
    return None


def _hear(contests: Contests, complaint: Contest) -> None:
    """A queja that is granted has the apelación heard, from then on and as if newly presented."""
    if complaint.ruling is Ruling.REVOKED:
        before = contests.get(Remedy.APPEAL, complaint)
        contests[Remedy.APPEAL] = Contest(
            Remedy.APPEAL, before.on, before.superior, heard_from=complaint.decided_on
        )


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
        by=getattr(event, "by", None),
    )


def _close_evidence(contest: Contest, event: EvidenceClosed) -> Contest:
    return contest._replace(evidence_closed_on=contest.evidence_closed_on or local_day(event.at))


def _share_evidence(contest: Contest, event: EvidenceShared) -> Contest:
    return contest._replace(shared_on=contest.shared_on or event.shared_on)


def _move(contest: Contest, event: AppealMoved) -> Contest:
    by = event.superior if contest.by == contest.superior else contest.by
    return contest._replace(superior=event.superior, by=by)


def _arrive(contest: Contest, event: InsistenceArrived) -> Contest:
    return contest._replace(arrived_on=contest.arrived_on or event.arrived_on)


def _interrupt(contest: Contest, event: InsistenceInterrupted) -> Contest:
    found = Interruption(event.ground, event.asked_on)
    return contest._replace(interruptions=(*contest.interruptions, found))


def _end_interruption(contest: Contest, event: InterruptionEnded) -> Contest:
    open_one = contest.interruption(event.ending.ground)
    taken = event.ending is InterruptionEnd.TAKEN_OVER
    return contest._replace(
        interruptions=tuple(
            Interruption(one.ground, one.on, event.ended_on, taken) if one is open_one else one
            for one in contest.interruptions
        )
    )


def _notify(contest: Contest, event: AppealNotified) -> Contest:
    return contest._replace(notified_on=contest.notified_on or event.reached_on)


def _send(contest: Contest, event: InsistenceSent) -> Contest:
    return contest._replace(sent_on=event.sent_on, court=event.court)


_EFFECTS: dict[type[Event], Callable[[Contest, Any], Contest]] = {
    EvidenceOrdered: _order_evidence,
    EvidenceClosed: _close_evidence,
    EvidenceShared: _share_evidence,
    AppealDecided: _decide,
    AppealMoved: _move,
    AppealNotified: _notify,
    InsistenceSent: _send,
    InsistenceArrived: _arrive,
    InsistenceInterrupted: _interrupt,
    InterruptionEnded: _end_interruption,
    InsistenceRuled: _decide,
}
