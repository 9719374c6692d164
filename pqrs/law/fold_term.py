"""What an event does to the term: whose it is, what stops it, sets it going or lengthens it.

What was done without effect in law (an extension told too late, a second request to complete) is
kept with its reason and moves no date: old records and imported cases hold such things.
"""

from datetime import date

from pqrs.law.arrival_events import Assigned, Reclassified
from pqrs.law.calendar import add_months
from pqrs.law.citations import cpaca
from pqrs.law.course import PETITIONER_GROUNDS, Stop, StopGround
from pqrs.law.fold_state import Fold
from pqrs.law.kinds import Kind
from pqrs.law.moments import local_day
from pqrs.law.parts import Objection, completion_rule
from pqrs.law.term_events import (
    Completed,
    CompletionExtended,
    CompletionRequested,
    DutyMet,
    Extended,
    Paused,
    Resumed,
    Returned,
)

_RESPOND_MONTHS, _RESPOND_MONTHS_DATA = 1, 2
_CLARIFY_DAYS = 10
_OFFICIAL_GROUNDS = frozenset({StopGround.IMPEDIMENT, StopGround.COMPETENCE_CONFLICT})


def on_assigned(fold: Fold, event: Assigned) -> None:
    fold.assigned = event


def on_reclassified(fold: Fold, event: Reclassified) -> None:
    fold.running.become(event.kind, event.parts)
    fold.let_go()


def on_completion_requested(fold: Fold, event: CompletionRequested) -> None:
    """Ley 1437 de 2011, artículo 17: once, within ten days; then the petitioner's month."""
    sent_on = local_day(event.at)
    told_on = local_day(event.communicated_at or event.at)
    objection = objection_to_ask(fold, sent_on)
    if objection:
        fold.object(sent_on, objection)
    elif fold.stop(Stop(told_on, StopGround.COMPLETION, fold.readings.requirement_day_counts)):
        told = fold.readings.completion_month_from == "communicated"
        fold.asked_on, fold.month_from = sent_on, told_on if told else sent_on
        fold.respond_by = month_end(fold, fold.month_from, 1)


def objection_to_ask(fold: Fold, sent_on: date) -> Objection | None:
    rule = completion_rule(fold.running.kind)
    if fold.asked_on is not None:
        return Objection("completion_once", rule, (("day", fold.asked_on),))
    if sent_on > fold.running.ask_by and not fold.readings.late_requirement_stops:
        return Objection("completion_late", rule, (("day", fold.running.ask_by),))
    return None


def month_end(fold: Fold, day: date, times: int) -> date:
    """Months run by the calendar and roll to a working day (Ley 4 de 1913, artículo 62)."""
    claim = fold.running.kind is Kind.DATA_CLAIM
    months = _RESPOND_MONTHS_DATA if claim else _RESPOND_MONTHS
    return fold.calendar.working_day_from(add_months(day, months * times))


def on_completion_extended(fold: Fold, event: CompletionExtended) -> None:
    on = local_day(event.at)
    if fold.month_from is None or fold.respond_by is None:
        fold.object(on, Objection("completion_not_asked", cpaca("17")))
    elif fold.running.kind is Kind.DATA_CLAIM:
        rule = completion_rule(fold.running.kind)
        fold.object(on, Objection("completion_extension_none", rule))
    elif fold.respond_extended:
        fold.object(on, Objection("completion_extended_once", cpaca("17")))
    elif on > fold.respond_by:
        late = (("day", fold.respond_by),)
        fold.object(on, Objection("completion_extension_late", cpaca("17"), late))
    else:
        fold.respond_extended = True
        fold.respond_by = month_end(fold, fold.month_from, 2)


def on_completed(fold: Fold, event: Completed) -> None:
    on = local_day(event.at)
    asked = fold.month_from is not None
    if not fold.running.go_on(on, PETITIONER_GROUNDS):
        fold.object(on, Objection("completion_not_asked", cpaca("17")))
        return
    if asked and fold.readings.completion_effect == "restart":
        fold.running.restart(on)
    fold.month_from = fold.respond_by = None


def on_returned(fold: Fold, event: Returned) -> None:
    on = local_day(event.at)
    if fold.stop(Stop(on, StopGround.CLARIFICATION)):
        fold.respond_by = fold.calendar.add_working_days(on, _CLARIFY_DAYS)


def on_paused(fold: Fold, event: Paused) -> None:
    fold.stop(Stop(local_day(event.at), StopGround(event.ground.value)))


def on_resumed(fold: Fold, event: Resumed) -> None:
    on = local_day(event.at)
    if not fold.running.go_on(on, _OFFICIAL_GROUNDS):
        fold.object(on, Objection("not_paused", cpaca("12")))


def on_extended(fold: Fold, event: Extended) -> None:
    """Lengthen each part of ours it may; what goes above the most it may is cut down to that."""
    on, objections, running = local_day(event.at), [], fold.running
    was_stopped = bool(running.stops or running.earlier)
    parts = running.parts()
    for place, part in enumerate(parts):
        if place in running.gone:
            continue
        days = event.days_of(place)
        objection = part.objection_to_extend(
            days, on, was_stopped=was_stopped, readings=fold.readings
        )
        if objection:
            objections.append(objection)
        else:
            running.totals[place] = min(days, part.term.longest(fold.readings))
            running.asked_total = max(running.asked_total, days)
    if len(objections) == len(running.ours(parts)):
        fold.object(on, objections[0])


def on_duty_met(fold: Fold, event: DutyMet) -> None:
    """No date moves: its clock is crossed out."""
    fold.met.append((event.duty, event.done_on))
