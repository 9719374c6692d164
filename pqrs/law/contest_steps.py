"""Why a recurso or an insistencia is due on its day, in dated steps with their norm."""

from collections.abc import Iterator

from pqrs.law.calendar import Calendar
from pqrs.law.citations import COUNTING
from pqrs.law.clocks import clock_named
from pqrs.law.contests import APPEALS, Contest
from pqrs.law.explain import STOP_NORMS, Step, step
from pqrs.law.readings import Readings


def explain_contest(contest: Contest, calendar: Calendar, readings: Readings) -> tuple[Step, ...]:
    """Presented, how long there is, what stopped it, until when."""
    return tuple(_steps(contest, calendar, readings))


def _steps(contest: Contest, calendar: Calendar, readings: Readings) -> Iterator[Step]:
    clock = contest.clock
    yield step(contest.on, "contest.presented", day=contest.on)
    deadline = contest.next_deadline(calendar, readings)
    if contest.sent_on is not None:
        clock = clock_named("decide_insistence")
        yield step(contest.sent_on, "contest.sent", clock.citation, day=contest.sent_on)
    if contest.remedy in APPEALS and deadline.course is not None:
        days = deadline.course
        yield step(days.begins_after, "contest.days", clock.citation, amount=15)
    else:
        key = "clock.month" if clock.unit == "month" else "clock.working_day"
        yield step(contest.on, key, clock.citation, label=clock.label, amount=clock.amount)
    stop = contest.evidence(calendar)
    if stop is not None and stop.until is not None:
        norm = STOP_NORMS[stop.ground]
        yield step(stop.on, "contest.evidence", norm, first=stop.on, last=stop.until)
    if deadline.on is not None and contest.decided_on is None:
        yield step(deadline.on, "step.due", COUNTING, day=deadline.on)
