"""The run of one term: from when its days count, where it stood still, where it ends."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from pqrs.law.calendar import Calendar
from pqrs.law.moments import local
from pqrs.law.readings import INSTANT, NEXT_IF_AFTER_HOURS, Readings

ONE_DAY = timedelta(days=1)


class StopGround(StrEnum):
    """Why days do not count: Ley 1437 de 2011, artículos 17, 19, 12, 39 and, in a recurso, 86.

    JUDGE_ASKED, SECTION_ASKED: in an insistencia, artículo 26. WITHDRAWAL: artículo 18, until the
    entity decides to go on.
    """

    COMPLETION = "completion"
    CLARIFICATION = "clarification"
    IMPEDIMENT = "impediment"
    COMPETENCE_CONFLICT = "competence_conflict"
    EVIDENCE = "evidence"
    JUDGE_ASKED = "judge_asked"
    SECTION_ASKED = "section_asked"
    WITHDRAWAL = "withdrawal"


PETITIONER_GROUNDS = frozenset({StopGround.COMPLETION, StopGround.CLARIFICATION})
"""What ends when the petitioner sends what is missing."""


class Stop(NamedTuple):
    """`on`: the day it stopped, used up if `day_counts`. `until`: the last day not counted.

    `anew`: an interruption: what ran before it does not count any more.
    """

    on: date
    ground: StopGround
    day_counts: bool = True
    until: date | None = None
    anew: bool = False

    @property
    def last_counted(self) -> date:
        return self.on if self.day_counts else self.on - ONE_DAY

    def covers(self, day: date) -> bool:
        return self.last_counted < day and (self.until is None or day <= self.until)


def evidence_stop(on: date, until: date, closed_on: date | None = None) -> Stop:
    """While evidence is taken (artículo 86), from the day of the order to the last one named.

    The day on which all of it was gathered runs again, so that it never costs more than was named.
    """
    if closed_on is not None:
        until = max(on, min(until, closed_on - ONE_DAY))
    return Stop(on, StopGround.EVIDENCE, until=until)


def withdrawal_stop(ended_on: date | None, away: tuple[date, date]) -> Stop | None:
    """For days that ran out between a withdrawal and the act that went on from it (artículo 18).

    What they were for is then owed on the first working day after the act.
    """
    withdrawn_on, continued_on = away
    if ended_on is None or not withdrawn_on <= ended_on < continued_on:
        return None
    return Stop(ended_on, StopGround.WITHDRAWAL, until=continued_on)


class Course(NamedTuple):
    """Day 1 is the first working day after `begins_after`. Stops are in order of day."""

    begins_after: date
    stops: tuple[Stop, ...] = ()

    def end(self, days: int, calendar: Calendar) -> date | None:
        """The day on which the days run out; None while the clock stands still.

        A stop after the end changes nothing. One on the last day came in time: the answer is then
        owed on the first working day after it ends.
        """
        after, left = self.begins_after, days
        for stop in self.stops:
            if calendar.add_working_days(after, left) < stop.on:
                break
            if stop.until is None:
                return None
            used = calendar.count_working_days(after, stop.last_counted)
            if stop.anew:
                left = days
            elif used > 0:
                left = max(left - used, 1)
            after = max(after, stop.until)
        return calendar.add_working_days(after, left)

    def with_stop(self, stop: Stop) -> "Course":
        """Standing still there too."""
        stops = sorted((*self.stops, stop), key=lambda one: one.on)
        return Course(self.begins_after, tuple(stops))

    def days(self, until: date) -> Iterator[tuple[date, Stop | None]]:
        """Each calendar day from the first to `until`, with the stop that covers it."""
        for place in range(1, (until - self.begins_after).days + 1):
            day = self.begins_after + timedelta(days=place)
            yield day, next((stop for stop in self.stops if stop.covers(day)), None)


def day_of_receipt(received_at: datetime, calendar: Calendar, readings: Readings) -> date:
    """The day the law takes as that of reception (Ley 1437 de 2011, artículos 15 and 54)."""
    moment = local(received_at)
    day = moment.date()
    if readings.reception_rule == INSTANT:
        return day
    late = readings.reception_rule == NEXT_IF_AFTER_HOURS and moment.time() > readings.closing_time
    return calendar.add_working_days(day, 1) if late else calendar.working_day_from(day)
