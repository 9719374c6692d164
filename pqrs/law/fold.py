"""What each event does to a petition's standing: one short branch for each.

What was done without effect in law (an extension told too late, a second request to complete) is
kept with its reason and moves no date: old records and imported cases hold such things.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

from pqrs.law import events as happened
from pqrs.law.calendar import Calendar, add_months
from pqrs.law.citations import COUNTING, cpaca
from pqrs.law.contest_events import (
    AppealDecided,
    Appealed,
    AppealMoved,
    AppealNotified,
    EvidenceClosed,
    EvidenceOrdered,
    EvidenceShared,
    InsistenceArrived,
    InsistenceRuled,
    InsistenceSent,
)
from pqrs.law.contests import APPEALS, Contest, take_in
from pqrs.law.corrections import corrected
from pqrs.law.course import Stop, StopGround, day_of_receipt
from pqrs.law.kinds import Kind, Means, Phase, Remedy, Ruling
from pqrs.law.moments import local_day
from pqrs.law.parts import Objection, completion_rule
from pqrs.law.readings import Readings
from pqrs.law.refusals import LawError
from pqrs.law.running import Running
from pqrs.law.standing import Standing, first_due
from pqrs.law.terms import Terms

_DEFAULT_READINGS = Readings()
_RESPOND_MONTHS, _RESPOND_MONTHS_DATA = 1, 2
_CLARIFY_DAYS = 10
_ACCESS = frozenset({Means.OPENED, Means.NOTICE, Means.RECORDED})
_PETITIONER_GROUNDS = frozenset({StopGround.COMPLETION, StopGround.CLARIFICATION})
_OFFICIAL_GROUNDS = frozenset({StopGround.IMPEDIMENT, StopGround.COMPETENCE_CONFLICT})


def standing(
    events: Sequence[happened.Event],
    calendar: Calendar,
    readings: Readings = _DEFAULT_READINGS,
    terms: Terms | None = None,
) -> Standing:
    """Fold a history, in the order it was recorded. `terms`: those of the data file without them.

    Raises LawError if it does not begin with `Filed`, or no term or calendar reaches its days.
    """
    told = corrected(events)
    if not told or not isinstance(told[0], happened.Filed):
        raise LawError("first_event", cpaca("15"))
    fold = _Fold(told[0], calendar, readings, terms)
    for event in told[1:]:
        branch = _BRANCHES.get(type(event))
        if branch is None:
            raise LawError("first_event", cpaca("15"))
        branch(fold, event)
    return fold.standing(events[-1].at)


class _Fold:
    """The state while events are taken in; `standing` freezes it."""

    __slots__ = (
        "answered_on",
        "appealed_on",
        "asked_on",
        "assigned",
        "breaches",
        "calendar",
        "closed_on",
        "contests",
        "decided_on",
        "ended",
        "filed",
        "month_from",
        "notified_on",
        "readings",
        "replied_on",
        "respond_by",
        "respond_extended",
        "running",
        "silences",
        "without_effect",
    )  # fmt: skip

    def __init__(
        self,
        filed: happened.Filed,
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
        self.assigned: happened.Assigned | None = None
        self.asked_on: date | None = None
        self.month_from: date | None = None
        self.respond_by: date | None = None
        self.respond_extended = False
        self.replied_on: date | None = None
        self.answered_on: date | None = None
        self.ended: Phase | None = None
        self.closed_on: date | None = None
        self.appealed_on: date | None = None
        self.decided_on: date | None = None
        self.notified_on: date | None = None
        self.contests: dict[Remedy, Contest] = {}
        self.breaches: list[date] = []
        self.silences: list[date] = []

    def object(self, on: date, objection: Objection) -> None:
        self.without_effect.append((on, objection))

    def end(self, phase: Phase, on: date) -> None:
        """What has ended does not end again."""
        if self.ended is None:
            self.ended, self.closed_on = phase, on

    def stop(self, stop: Stop) -> bool:
        """What is signed or over does not wait any more."""
        over_on = self.closed_on or self.replied_on
        if over_on:
            objection: Objection | None = Objection("stop_over", cpaca("14"), (("day", over_on),))
        else:
            objection = self.running.stop(stop)
        if objection:
            self.object(stop.on, objection)
        return objection is None

    # ── One branch an event ──────────────────────────────────────────────────────────────────

    def on_assigned(self, event: happened.Assigned) -> None:
        self.assigned = event

    def on_reclassified(self, event: happened.Reclassified) -> None:
        self.running.become(event.kind, event.parts)

    def on_completion_requested(self, event: happened.CompletionRequested) -> None:
        """Ley 1437 de 2011, artículo 17: once, within ten days; then the petitioner's month."""
        sent_on = local_day(event.at)
        told_on = local_day(event.communicated_at or event.at)
        objection = self.objection_to_ask(sent_on)
        if objection:
            self.object(sent_on, objection)
        elif self.stop(Stop(told_on, StopGround.COMPLETION, self.readings.requirement_day_counts)):
            told = self.readings.completion_month_from == "communicated"
            self.asked_on, self.month_from = sent_on, told_on if told else sent_on
            self.respond_by = self.month_end(self.month_from, 1)

    def objection_to_ask(self, sent_on: date) -> Objection | None:
        rule = completion_rule(self.running.kind)
        if self.asked_on is not None:
            return Objection("completion_once", rule, (("day", self.asked_on),))
        if sent_on > self.running.ask_by and not self.readings.late_requirement_stops:
            return Objection("completion_late", rule, (("day", self.running.ask_by),))
        return None

    def month_end(self, day: date, times: int) -> date:
        """Months run by the calendar and roll to a working day (Ley 4 de 1913, artículo 62)."""
        claim = self.running.kind is Kind.DATA_CLAIM
        months = _RESPOND_MONTHS_DATA if claim else _RESPOND_MONTHS
        return self.calendar.working_day_from(add_months(day, months * times))

    def on_completion_extended(self, event: happened.CompletionExtended) -> None:
        on = local_day(event.at)
        if self.month_from is None or self.respond_by is None:
            self.object(on, Objection("completion_not_asked", cpaca("17")))
        elif self.running.kind is Kind.DATA_CLAIM:
            rule = completion_rule(self.running.kind)
            self.object(on, Objection("completion_extension_none", rule))
        elif self.respond_extended:
            self.object(on, Objection("completion_extended_once", cpaca("17")))
        elif on > self.respond_by:
            late = (("day", self.respond_by),)
            self.object(on, Objection("completion_extension_late", cpaca("17"), late))
        else:
            self.respond_extended = True
            self.respond_by = self.month_end(self.month_from, 2)

    def on_completed(self, event: happened.Completed) -> None:
        on = local_day(event.at)
        asked = self.month_from is not None
        if not self.running.go_on(on, _PETITIONER_GROUNDS):
            self.object(on, Objection("completion_not_asked", cpaca("17")))
            return
        if asked and self.readings.completion_effect == "restart":
            self.running.restart(on)
        self.month_from = self.respond_by = None

    def on_returned(self, event: happened.Returned) -> None:
        on = local_day(event.at)
        if self.stop(Stop(on, StopGround.CLARIFICATION)):
            self.respond_by = self.calendar.add_working_days(on, _CLARIFY_DAYS)

    def on_paused(self, event: happened.Paused) -> None:
        self.stop(Stop(local_day(event.at), StopGround(event.ground.value)))

    def on_resumed(self, event: happened.Resumed) -> None:
        on = local_day(event.at)
        if not self.running.go_on(on, _OFFICIAL_GROUNDS):
            self.object(on, Objection("not_paused", cpaca("12")))

    def on_extended(self, event: happened.Extended) -> None:
        """Lengthen each part it may; what goes above the most it may is cut down to that."""
        on, objections, running = local_day(event.at), [], self.running
        was_stopped = bool(running.stops or running.earlier)
        for place, part in enumerate(running.parts()):
            days = event.days_of(place)
            objection = part.objection_to_extend(
                days, on, was_stopped=was_stopped, readings=self.readings
            )
            if objection:
                objections.append(objection)
            else:
                running.totals[place] = min(days, part.term.longest(self.readings))
                running.asked_total = max(running.asked_total, days)
        if len(objections) == len(running.terms):
            self.object(on, objections[0])

    def on_transferred(self, event: happened.Transferred) -> None:
        self.end(Phase.TRANSFERRED, local_day(event.at))

    def on_rejected(self, event: happened.Rejected) -> None:
        self.decide(local_day(event.at))

    def on_withdrawn(self, event: happened.Withdrawn) -> None:
        """The petitioner's own words need no notice; the entity's act does."""
        on = local_day(event.at)
        if event.tacitly:
            self.decide(on)
        else:
            self.end(Phase.CLOSED, on)

    def decide(self, on: date) -> None:
        """An act ends it without an answer (Ley 1437 de 2011, artículos 17 and 19)."""
        if self.ended is None:
            self.decided_on = on
        self.end(Phase.CLOSED, on)

    def on_replied(self, event: happened.Replied) -> None:
        self.replied_on = self.replied_on or local_day(event.at)
        if self.readings.close_on == "dispatch":
            self.answer(self.replied_on, self.replied_on)

    def on_delivered(self, event: happened.Delivered) -> None:
        """The reading `close_on` says what meets the term."""
        if self.decided_on is not None:
            self.notified_on = self.notified_on or event.reached_on
        elif self.replied_on and (self.readings.close_on != "access" or event.means in _ACCESS):
            self.answer(event.reached_on, local_day(event.at))

    def answer(self, on: date, noted_on: date) -> None:
        """A date that was met is not broken, though its breach was written down before this was."""
        if self.ended is not None:
            return
        self.answered_on = on
        self.end(Phase.CLOSED, on)
        for due_on in self.breaches:
            if on <= due_on:
                met = (("day", due_on), ("reached_on", on))
                self.object(noted_on, Objection("breach_met", COUNTING, met))
        self.breaches = [due_on for due_on in self.breaches if due_on < on]
        self.silences = [due_on for due_on in self.silences if due_on < on]

    def on_appealed(self, event: Appealed) -> None:
        self.appealed_on = local_day(event.at)
        take_in(self.contests, event)

    def on_contested(self, event: happened.Event) -> None:
        """What becomes of a recurso or an insistencia; the term to answer does not notice."""
        objection = take_in(self.contests, event)
        if objection:
            self.object(local_day(event.at), objection)

    def on_appeal_decided(self, event: AppealDecided) -> None:
        """Whoever contested the silence has the decision there, not in an answer (artículo 83)."""
        self.on_contested(event)
        decides = event.remedy in APPEALS and event.ruling is not Ruling.INADMISSIBLE
        if decides and event.remedy in self.contests:
            self.end(Phase.CLOSED, local_day(event.at))

    def on_annulled(self, event: happened.Annulled) -> None:
        self.ended, self.closed_on = Phase.ANNULLED, local_day(event.at)

    def on_breached(self, event: happened.Breached) -> None:
        """The date went by unmet: what is done after does not undo it, nor its silence."""
        self.breaches.append(event.due_on)
        missed = event.kinds or tuple(term.kind for term in self.running.terms)
        if any(term.positive_silence and term.kind in missed for term in self.running.terms):
            self.silences.append(event.due_on)

    def on_nothing(self, event: happened.Event) -> None:
        """A correction is already in its place; a recomputation has no effect of its own."""

    # ── The result ───────────────────────────────────────────────────────────────────────────

    def phase(self) -> Phase:
        if self.ended:
            return self.ended
        if self.replied_on:
            return Phase.REPLIED
        return Phase.WAITING if self.running.is_stopped() else Phase.OPEN

    def standing(self, last_at: datetime) -> Standing:
        running, assigned = self.running, self.assigned
        parts = running.parts()
        first = first_due(parts)
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
            appealed_on=self.appealed_on,
            without_effect=tuple(self.without_effect),
            breaches=tuple(self.breaches),
            silent=bool(self.silences),
            decided_on=self.decided_on,
            notified_on=self.notified_on,
            contests=tuple(self.contests.values()),
            last_at=last_at,
        )


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
    happened.Rejected: _Fold.on_rejected,
    happened.Withdrawn: _Fold.on_withdrawn,
    happened.Replied: _Fold.on_replied,
    happened.Delivered: _Fold.on_delivered,
    Appealed: _Fold.on_appealed,
    EvidenceOrdered: _Fold.on_contested,
    EvidenceClosed: _Fold.on_contested,
    EvidenceShared: _Fold.on_contested,
    AppealDecided: _Fold.on_appeal_decided,
    AppealNotified: _Fold.on_contested,
    AppealMoved: _Fold.on_contested,
    InsistenceSent: _Fold.on_contested,
    InsistenceArrived: _Fold.on_contested,
    InsistenceRuled: _Fold.on_contested,
    happened.Annulled: _Fold.on_annulled,
    happened.Corrected: _Fold.on_nothing,
    happened.Reckoned: _Fold.on_nothing,
    happened.Breached: _Fold.on_breached,
    happened.TextAdded: _Fold.on_nothing,
    happened.OfficeWrote: _Fold.on_nothing,
    happened.PartsSettled: _Fold.on_nothing,
    happened.PetitionerWrote: _Fold.on_nothing,
    happened.NoticePosted: _Fold.on_nothing,
    happened.NoticeWithdrawn: _Fold.on_nothing,
}
