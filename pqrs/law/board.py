"""Until when an act stays on the board, and when it counts as notified (CPACA art. 69)."""

from dataclasses import dataclass
from datetime import date

from pqrs.law.calendar import Calendar
from pqrs.law.clocks import clock_named
from pqrs.law.course import ONE_DAY
from pqrs.law.readings import Readings


@dataclass(frozen=True, slots=True)
class BoardDays:
    """`until`: the last of the five working days. `effective_on`: notified when that day ends."""

    until: date
    effective_on: date


def board_days(posted_on: date, calendar: Calendar, readings: Readings) -> BoardDays:
    """For an act that went up that day; the first of the five is the next working day (13.11)."""
    clock = clock_named("web_notice")
    after = posted_on - ONE_DAY if readings.notice_posting_day_counts else posted_on
    until = calendar.add_working_days(after, clock.amount)
    return BoardDays(until, calendar.add_working_days(until, clock.then))
