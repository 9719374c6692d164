"""Why a recurso or an insistencia is due on its day, in dated steps with their norm."""

from collections.abc import Iterator

from pqrs.law.calendar import Calendar
from pqrs.law.citations import COUNTING, cpaca
from pqrs.law.clocks import clock_named
from pqrs.law.contests import APPEALS, Contest
from pqrs.law.explain import STOP_NORMS, Step, step
from pqrs.law.readings import Readings

_COMPLAINT, _EVIDENCE = cpaca("74, numeral 3"), cpaca("79")


def explain_contest(contest: Contest, calendar: Calendar, readings: Readings) -> tuple[Step, ...]:
    """Presented, how long there is, what stopped it, until when."""
    return tuple(_steps(contest, calendar, readings))


def _evidence(contest: Contest, calendar: Calendar, readings: Readings) -> Iterator[Step]:
    """What stops the clock, and the five days of the others, which do not (artículos 79 and 86)."""
    stop, shared_until = contest.evidence(calendar), contest.shared_until(calendar, readings)
    if stop is not None and stop.until is not None:
        norm = STOP_NORMS[stop.ground]
        yield step(stop.on, "contest.evidence", norm, first=stop.on, last=stop.until)
    if contest.evidence_closed_on is not None:
        day = contest.evidence_closed_on
        yield step(day, "contest.evidence_closed", _EVIDENCE, day=day)
    if contest.shared_on is not None and shared_until is not None:
        day = contest.shared_on
        yield step(day, "contest.evidence_shared", _EVIDENCE, day=day, last=shared_until)


def _interruptions(contest: Contest, calendar: Calendar, readings: Readings) -> Iterator[Step]:
    """What interrupted the judge's days, and how they run after it (artículo 26)."""
    for one in contest.interruptions:
        stop, silent_on = one.stop(calendar, readings), one.silent_on(calendar)
        norm, key = STOP_NORMS[stop.ground], f"contest.{stop.ground.value}"
        if silent_on is None:
            yield step(one.on, key, norm, day=one.on)
        else:
            yield step(one.on, key, norm, day=one.on, last=silent_on)
        if one.taken_over and one.until is not None:
            yield step(one.until, "contest.taken_over", norm, day=one.until)
        elif stop.until is not None:
            ended = "contest.anew" if stop.anew else "contest.goes_on"
            yield step(stop.until, ended, norm, day=stop.until)


def _steps(contest: Contest, calendar: Calendar, readings: Readings) -> Iterator[Step]:
    clock = contest.clock
    yield step(contest.on, "contest.presented", day=contest.on)
    deadline = contest.next_deadline(calendar, readings)
    if contest.sent_on is not None:
        clock = clock_named("decide_insistence")
        yield step(contest.sent_on, "contest.sent", clock.citation, day=contest.sent_on)
    if contest.arrived_on is not None:
        yield step(contest.arrived_on, "contest.arrived", clock.citation, day=contest.arrived_on)
    if contest.heard_from is not None:
        yield step(contest.heard_from, "contest.heard", _COMPLAINT, day=contest.heard_from)
    if contest.remedy in APPEALS and deadline.course is not None:
        days = deadline.course
        yield step(days.begins_after, "contest.days", clock.citation, amount=15)
    else:
        key = f"clock.{clock.unit}"
        yield step(contest.on, key, clock.citation, label=clock.label, amount=clock.amount)
    yield from _evidence(contest, calendar, readings)
    yield from _interruptions(contest, calendar, readings)
    if deadline.on is not None and contest.decided_on is None:
        yield step(deadline.on, "step.due", COUNTING, day=deadline.on)
