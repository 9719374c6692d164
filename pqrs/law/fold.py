"""What each event does to a petition's standing: one short branch for each.

What was done without effect in law (an extension told too late, a second request to complete) is
kept with its reason and moves no date: old records and imported cases hold such things.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

from pqrs.law import events as happened
from pqrs.law.calendar import Calendar, add_months
from pqrs.law.citations import cpaca, data_protection
from pqrs.law.course import ONE_DAY, Course, Stop, StopGround, day_of_receipt
from pqrs.law.kinds import Kind, Means, Phase
from pqrs.law.moments import local_day
from pqrs.law.parts import Objection, Part
from pqrs.law.readings import Readings
from pqrs.law.refusals import LawError
from pqrs.law.standing import Standing, first_due
from pqrs.law.terms import Term, Unit, term_for

_DEFAULT_READINGS = Readings()
_ASK_DAYS, _ASK_DAYS_DATA = 10, 5
_RESPOND_MONTHS, _RESPOND_MONTHS_DATA = 1, 2
_CLARIFY_DAYS = 10
_ACCESS = frozenset({Means.OPENED, Means.NOTICE})


def standing(
    events: Sequence[happened.Event],
    calendar: Calendar,
    readings: Readings = _DEFAULT_READINGS,
) -> Standing:
    """Fold a history, in the order it was recorded.

    Raises LawError if it does not begin with `Filed`, or no term or calendar reaches its days.
    """
    told = corrected(events)
    if not told or not isinstance(told[0], happened.Filed):
        raise LawError("first_event", cpaca("15"))
    fold = _Fold(told[0], calendar, readings)
    for event in told[1:]:
        fold.take(event)
    return fold.standing(events[-1].at)


def corrected(events: Sequence[happened.Event]) -> Sequence[happened.Event]:
    """The history as it should have been written: each correction put in its place."""
    if not any(type(event) is happened.Corrected for event in events):
        return events
    told: list[happened.Event | None] = list(events)
    for place, event in enumerate(events):
        if isinstance(event, happened.Corrected):
            told[_wrong_place(event, events[:place])] = event.replacement
    return [event for event in told if event is not None]


def _wrong_place(event: happened.Corrected, before: Sequence[happened.Event]) -> int:
    place = event.sequence - 1
    struck_filing = place == 0 and event.replacement is None
    if (
        not 0 <= place < len(before)
        or struck_filing
        or isinstance(before[place], happened.Corrected)
    ):
        raise LawError("corrected_event", sequence=event.sequence)
    return place


class _Fold:
    """The state while events are taken in; `standing` freezes it."""

    __slots__ = (
        "answered_on", "appealed_on", "arrived_on", "ask_by", "asked_on", "asked_total",
        "assigned", "begins_after", "calendar", "closed_on", "earlier", "filed", "kind",
        "month_from", "phase", "readings", "received_on", "replied_on", "respond_by",
        "respond_extended", "stops", "terms", "totals", "without_effect",
    )  # fmt: skip

    def __init__(self, filed: happened.Filed, calendar: Calendar, readings: Readings) -> None:
        self.filed, self.calendar, self.readings = filed, calendar, readings
        self.arrived_on = local_day(filed.received_at)
        calendar.require(self.arrived_on)
        self.received_on = day_of_receipt(filed.received_at, calendar, readings)
        self.phase = Phase.OPEN
        self.asked_total = 0
        self.begins_after = self.received_on
        self.stops: list[Stop] = []
        self.earlier: list[Course] = []
        self.without_effect: list[tuple[date, Objection]] = []
        self.assigned: happened.Assigned | None = None
        self.asked_on: date | None = None
        self.month_from: date | None = None
        self.respond_by: date | None = None
        self.respond_extended = False
        self.replied_on: date | None = None
        self.answered_on: date | None = None
        self.closed_on: date | None = None
        self.appealed_on: date | None = None
        self.become(filed.kind, filed.parts)

    def become(self, kind: Kind, parts: tuple[Kind, ...]) -> None:
        """Take the kind's terms, those in force on the day of reception."""
        self.kind = kind
        self.terms = [term_for(one, self.arrived_on, self.readings) for one in parts or (kind,)]
        self.totals = [
            max(term.amount, min(self.asked_total, term.longest(self.readings)))
            if term.is_extendable
            else term.amount
            for term in self.terms
        ]
        days = _ASK_DAYS_DATA if kind is Kind.DATA_CLAIM else _ASK_DAYS
        self.ask_by = self.calendar.add_working_days(self.received_on, days)

    def take(self, event: happened.Event) -> None:
        branch = _BRANCHES.get(type(event))
        if branch is None:
            raise LawError("first_event", cpaca("15"))
        branch(self, event)

    # ── What the clock does ──────────────────────────────────────────────────────────────────

    def course(self, term: Term) -> Course:
        counts_receipt = (
            term.kind is Kind.DATA_QUERY
            and self.readings.data_query_count == "receipt_day_is_day_one"
            and not self.earlier
        )
        after = self.begins_after - ONE_DAY if counts_receipt else self.begins_after
        return Course(after, tuple(self.stops))

    def part(self, place: int) -> Part:
        term, total = self.terms[place], self.totals[place]
        if term.unit is Unit.NONE:
            return Part(term, total, None)
        return Part(term, total, self.course(term).end(total, self.calendar))

    def parts(self) -> tuple[Part, ...]:
        return tuple(self.part(place) for place in range(len(self.terms)))

    def is_stopped(self) -> bool:
        return any(stop.until is None for stop in self.stops)

    def stop(self, stop: Stop) -> bool:
        """Stand still from that day; not if the term had already ended."""
        due_on = first_due(self.parts()).due_on
        if due_on is not None and due_on < stop.on:
            self.object(stop.on, Objection("stop_late", cpaca("14"), (("day", due_on),)))
            return False
        self.stops.append(stop)
        self.stops.sort(key=lambda one: one.on)
        self.move(Phase.WAITING)
        return True

    def go_on(self, on: date, grounds: frozenset[StopGround]) -> bool:
        """End the stops on those grounds; the term goes on the day after."""
        ended = [stop for stop in self.stops if stop.until is None and stop.ground in grounds]
        for stop in ended:
            self.stops[self.stops.index(stop)] = Stop(
                stop.on, stop.ground, stop.day_counts, max(on, stop.on)
            )
        if ended and not self.is_stopped() and self.phase is Phase.WAITING:
            self.phase = Phase.OPEN
        return bool(ended)

    def restart(self, on: date) -> None:
        """Count anew from the day after (the reading `completion_effect = restart`)."""
        self.earlier.append(Course(self.begins_after, tuple(self.stops)))
        self.stops = [stop for stop in self.stops if stop.until is None]
        self.begins_after = max(on, self.begins_after)

    def object(self, on: date, objection: Objection) -> None:
        self.without_effect.append((on, objection))

    def move(self, phase: Phase) -> None:
        """What has ended does not begin again; a reply is not undone by a stop."""
        if not self.phase.is_final and not (phase is Phase.WAITING and self.replied_on):
            self.phase = phase

    def close(self, phase: Phase, on: date) -> None:
        if not self.phase.is_final:
            self.phase, self.closed_on = phase, on

    # ── One branch an event ──────────────────────────────────────────────────────────────────

    def on_assigned(self, event: happened.Assigned) -> None:
        self.assigned = event

    def on_reclassified(self, event: happened.Reclassified) -> None:
        self.become(event.kind, event.parts)

    def on_completion_requested(self, event: happened.CompletionRequested) -> None:
        """Ley 1437 de 2011, artículo 17: once, within ten days; then the petitioner's month."""
        sent_on = local_day(event.at)
        told_on = local_day(event.communicated_at or event.at)
        objection = self.objection_to_ask(sent_on)
        if objection:
            self.object(sent_on, objection)
            return
        counts = self.readings.requirement_day_counts
        if self.stop(Stop(told_on, StopGround.COMPLETION, counts)):
            self.asked_on = sent_on
            self.month_from = (
                told_on if self.readings.completion_month_from == "communicated" else sent_on
            )
            self.respond_by = self.month_end(1)

    def objection_to_ask(self, sent_on: date) -> Objection | None:
        if self.asked_on is not None:
            return Objection("completion_once", cpaca("17"), (("day", self.asked_on),))
        if sent_on > self.ask_by and not self.readings.late_requirement_stops:
            rule = data_protection("15") if self.kind is Kind.DATA_CLAIM else cpaca("17")
            return Objection("completion_late", rule, (("day", self.ask_by),))
        return None

    def month_end(self, times: int) -> date:
        """Months run by the calendar and roll to a working day (Ley 4 de 1913, artículo 62)."""
        months = _RESPOND_MONTHS_DATA if self.kind is Kind.DATA_CLAIM else _RESPOND_MONTHS
        base = self.month_from or self.received_on
        return self.calendar.working_day_from(add_months(base, months * times))

    def on_completion_extended(self, event: happened.CompletionExtended) -> None:
        on = local_day(event.at)
        if self.month_from is None or not self.is_stopped() or self.respond_extended:
            self.object(on, Objection("completion_not_asked", cpaca("17")))
        elif self.respond_by is not None and on > self.respond_by:
            late = (("day", self.respond_by),)
            self.object(on, Objection("completion_extension_late", cpaca("17"), late))
        else:
            self.respond_extended = True
            self.respond_by = self.month_end(2)

    def on_completed(self, event: happened.Completed) -> None:
        on = local_day(event.at)
        asked = any(
            stop.until is None and stop.ground is StopGround.COMPLETION for stop in self.stops
        )
        if not self.go_on(on, _PETITIONER_GROUNDS):
            self.object(on, Objection("completion_not_asked", cpaca("17")))
        elif asked and self.readings.completion_effect == "restart":
            self.restart(on)

    def on_returned(self, event: happened.Returned) -> None:
        on = local_day(event.at)
        if self.stop(Stop(on, StopGround.CLARIFICATION)):
            self.respond_by = self.calendar.add_working_days(on, _CLARIFY_DAYS)

    def on_paused(self, event: happened.Paused) -> None:
        self.stop(Stop(local_day(event.at), StopGround(event.ground.value)))

    def on_resumed(self, event: happened.Resumed) -> None:
        on = local_day(event.at)
        if not self.go_on(on, _OFFICIAL_GROUNDS):
            self.object(on, Objection("not_paused", cpaca("12")))

    def on_extended(self, event: happened.Extended) -> None:
        """Lengthen each part it may; what goes above the most it may is cut down to that."""
        on, objections = local_day(event.at), []
        was_stopped = bool(self.stops or self.earlier)
        for place, part in enumerate(self.parts()):
            objection = part.objection_to_extend(
                event.total_days, on, was_stopped=was_stopped, readings=self.readings
            )
            if objection:
                objections.append(objection)
            else:
                self.totals[place] = min(event.total_days, part.term.longest(self.readings))
                self.asked_total = max(self.asked_total, event.total_days)
        if len(objections) == len(self.terms):
            self.object(on, objections[0])

    def on_transferred(self, event: happened.Transferred) -> None:
        self.close(Phase.TRANSFERRED, local_day(event.at))

    def on_ended(self, event: happened.Event) -> None:
        self.close(Phase.CLOSED, local_day(event.at))

    def on_replied(self, event: happened.Replied) -> None:
        on = local_day(event.at)
        self.move(Phase.REPLIED)
        self.replied_on = self.replied_on or on
        if self.readings.close_on == "dispatch":
            self.answer(on)

    def on_delivered(self, event: happened.Delivered) -> None:
        """The reading `close_on` says what meets the term (ley y jurisprudencia: 13.14)."""
        if self.replied_on and (self.readings.close_on != "access" or event.means in _ACCESS):
            self.answer(local_day(event.at))

    def answer(self, on: date) -> None:
        if not self.phase.is_final:
            self.answered_on = on
            self.close(Phase.CLOSED, on)

    def on_appealed(self, event: happened.Appealed) -> None:
        self.appealed_on = local_day(event.at)

    def on_annulled(self, event: happened.Annulled) -> None:
        self.phase, self.closed_on = Phase.ANNULLED, local_day(event.at)

    def on_nothing(self, event: happened.Event) -> None:
        """A correction is already in its place; a recomputation has no effect of its own."""

    def standing(self, last_at: datetime) -> Standing:
        parts = self.parts()
        first = first_due(parts)
        assigned = self.assigned
        return Standing(
            phase=self.phase,
            kind=self.kind,
            parts=parts,
            filed_at=self.filed.at,
            received_at=self.filed.received_at,
            arrived_on=self.arrived_on,
            received_on=self.received_on,
            due_on=first.due_on,
            course=self.course(first.term),
            earlier=tuple(self.earlier),
            ask_completion_by=self.ask_by,
            completion_asked_on=self.asked_on,
            respond_by=self.respond_by if self.is_stopped() else None,
            respond_extended=self.respond_extended,
            department=assigned.department if assigned else None,
            official_id=assigned.official_id if assigned else None,
            competent=assigned.competent if assigned else None,
            routed_by=assigned.by if assigned else None,
            replied_on=self.replied_on,
            answered_on=self.answered_on,
            closed_on=self.closed_on,
            appealed_on=self.appealed_on,
            without_effect=tuple(self.without_effect),
            last_at=last_at,
        )


_PETITIONER_GROUNDS = frozenset({StopGround.COMPLETION, StopGround.CLARIFICATION})
_OFFICIAL_GROUNDS = frozenset({StopGround.IMPEDIMENT, StopGround.COMPETENCE_CONFLICT})

_BRANCHES: dict[type[happened.Event], Callable[[_Fold, Any], None]] = {
    happened.Assigned: _Fold.on_assigned,
    happened.Reclassified: _Fold.on_reclassified,
    happened.CompletionRequested: _Fold.on_completion_requested,
    happened.CompletionExtended: _Fold.on_completion_extended,
    happened.Completed: _Fold.on_completed,
    happened.Returned: _Fold.on_returned,
    happened.Paused: _Fold.on_paused,
    happened.Resumed: _Fold.on_resumed,
    happened.Extended: _Fold.on_extended,
    happened.Transferred: _Fold.on_transferred,
    happened.Rejected: _Fold.on_ended,
    happened.Withdrawn: _Fold.on_ended,
    happened.Replied: _Fold.on_replied,
    happened.Delivered: _Fold.on_delivered,
    happened.Appealed: _Fold.on_appealed,
    happened.Annulled: _Fold.on_annulled,
    happened.Corrected: _Fold.on_nothing,
    happened.Reckoned: _Fold.on_nothing,
}
