"""Where a petition stands while its history is read: what each event may change."""

from datetime import date, datetime

from pqrs.law.arrival_events import Assigned, Filed
from pqrs.law.calendar import Calendar
from pqrs.law.citations import cpaca
from pqrs.law.contests import Contest
from pqrs.law.course import PETITIONER_GROUNDS, Stop, day_of_receipt
from pqrs.law.kinds import Phase, Remedy
from pqrs.law.matters import Matter, terms_gone
from pqrs.law.moments import local_day
from pqrs.law.parts import Objection
from pqrs.law.readings import Readings
from pqrs.law.running import Running
from pqrs.law.standing import Standing, first_due
from pqrs.law.terms import Terms


class Fold:
    """`standing` freezes it."""

    __slots__ = (
        "answered_on",
        "appealed_on",
        "asked_on",
        "assigned",
        "breaches",
        "calendar",
        "closed_on",
        "contests",
        "continued_on",
        "decided_on",
        "ended",
        "filed",
        "matters",
        "met",
        "month_from",
        "notified_on",
        "readings",
        "replied_on",
        "respond_by",
        "respond_extended",
        "running",
        "silences",
        "third_noted_on",
        "third_told_on",
        "withdrawn_on",
        "without_effect",
    )  # fmt: skip

    def __init__(
        self,
        filed: Filed,
        calendar: Calendar,
        readings: Readings,
        terms: Terms | None,
    ) -> None:
        self.filed, self.calendar, self.readings = filed, calendar, readings
        arrived_on = local_day(filed.received_at)
        calendar.require(arrived_on)
        received_on = day_of_receipt(filed.received_at, calendar, readings)
        self.running = Running(arrived_on, received_on, calendar, readings, terms)
        self.running.become(filed.kind, filed.parts)
        self.without_effect: list[tuple[date, Objection]] = []
        self.assigned: Assigned | None = None
        self.asked_on: date | None = None
        self.month_from: date | None = None
        self.respond_by: date | None = None
        self.respond_extended = False
        self.replied_on: date | None = None
        self.answered_on: date | None = None
        self.ended: Phase | None = None
        self.closed_on: date | None = None
        self.withdrawn_on: date | None = None
        self.continued_on: date | None = None
        self.appealed_on: date | None = None
        self.decided_on: date | None = None
        self.notified_on: date | None = None
        self.contests: dict[Remedy, Contest] = {}
        self.breaches: list[date] = []
        self.silences: list[date] = []
        self.matters: list[Matter] = []
        self.met: list[tuple[str, date]] = []
        self.third_noted_on: date | None = None
        self.third_told_on: date | None = None

    def object(self, on: date, objection: Objection) -> None:
        self.without_effect.append((on, objection))

    def end(self, phase: Phase, on: date) -> None:
        """What has ended does not end again."""
        if self.ended is None:
            self.ended, self.closed_on = phase, on

    def let_go(self) -> None:
        """What another authority answers has no term here any more (CPACA art. 21)."""
        self.running.gone = terms_gone(self.matters, [term.kind for term in self.running.terms])

    def stop(self, stop: Stop) -> bool:
        """What is signed or over does not wait any more; nor for whoever had withdrawn it."""
        over_on = self.closed_on or self.replied_on
        if self.continued_on and stop.ground in PETITIONER_GROUNDS:
            continued = (("day", self.continued_on),)
            objection: Objection | None = Objection("continued", cpaca("18"), continued)
        elif over_on:
            objection = Objection("stop_over", cpaca("14"), (("day", over_on),))
        else:
            objection = self.running.stop(stop)
        if objection:
            self.object(stop.on, objection)
        return objection is None

    def phase(self) -> Phase:
        if self.ended:
            return self.ended
        if self.replied_on:
            return Phase.REPLIED
        return Phase.WAITING if self.running.is_stopped() else Phase.OPEN

    def standing(self, last_at: datetime) -> Standing:
        running, assigned = self.running, self.assigned
        parts = running.parts()
        first = first_due(running.ours(parts))
        return Standing(
            phase=self.phase(),
            kind=running.kind,
            parts=parts,
            filed_at=self.filed.at,
            received_at=self.filed.received_at,
            arrived_on=running.arrived_on,
            received_on=running.received_on,
            due_on=first.due_on,
            course=running.course(first.term),
            earlier=tuple(running.earlier),
            ask_completion_by=running.ask_by,
            completion_asked_on=self.asked_on,
            respond_by=self.respond_by,
            respond_extended=self.respond_extended,
            department=assigned.department if assigned else None,
            official_id=assigned.official_id if assigned else None,
            competent=assigned.competent if assigned else None,
            routed_by=assigned.by if assigned else None,
            replied_on=self.replied_on,
            answered_on=self.answered_on,
            closed_on=self.closed_on,
            withdrawn_on=self.withdrawn_on,
            continued_on=self.continued_on,
            appealed_on=self.appealed_on,
            without_effect=tuple(self.without_effect),
            breaches=tuple(self.breaches),
            silent=bool(self.silences),
            decided_on=self.decided_on,
            notified_on=self.notified_on,
            contests=tuple(self.contests.values()),
            matters=tuple(self.matters),
            gone=running.gone,
            met=tuple(self.met),
            third_noted_on=self.third_noted_on,
            third_told_on=self.third_told_on,
            last_at=last_at,
        )
