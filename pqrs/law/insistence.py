"""The judge's ten days for an insistencia, and what interrupts them (Ley 1437 de 2011, art. 26)."""

from datetime import date, datetime, time
from typing import NamedTuple

from pqrs.law.calendar import Calendar
from pqrs.law.clocks import Deadline, Start, clock_named, run_clock
from pqrs.law.course import Stop, StopGround
from pqrs.law.kinds import InterruptionGround
from pqrs.law.moments import BOGOTA
from pqrs.law.readings import Readings

_STOP_GROUNDS = {
    InterruptionGround.DOCUMENTS: StopGround.JUDGE_ASKED,
    InterruptionGround.SECTION: StopGround.SECTION_ASKED,
}


class Interruption(NamedTuple):
    """`on`: asked. `until`: the judge has it, or the section spoke; `taken_over`: it decides."""

    ground: InterruptionGround
    on: date
    until: date | None = None
    taken_over: bool = False

    def silent_on(self, calendar: Calendar) -> date | None:
        """The last of the section's five days: after them its silence sends it back."""
        if self.ground is not InterruptionGround.SECTION:
            return None
        return calendar.add_working_days(self.on, clock_named("take_over_insistence").amount)

    def is_open(self, calendar: Calendar, on: date | None) -> bool:
        """Whether it still interrupts that day: the section's silence ends it too."""
        last = self.silent_on(calendar)
        return self.until is None and (on is None or last is None or on <= last)

    def stop(self, calendar: Calendar, readings: Readings) -> Stop:
        """How long the judge's days wait; what the section took over does not come back."""
        known = [day for day in (self.until, self.silent_on(calendar)) if day is not None]
        until = None if self.taken_over else min(known, default=None)
        anew = readings.insistence_interruption == "restart"
        return Stop(self.on, _STOP_GROUNDS[self.ground], until=until, anew=anew)


def judge_deadline(
    since: date,
    interruptions: tuple[Interruption, ...],
    calendar: Calendar,
    readings: Readings,
) -> Deadline:
    """Until when the judge decides. `since`: the day the file is there, itself not counted."""
    found = (one.stop(calendar, readings) for one in interruptions)
    stops = sorted(found, key=lambda stop: stop.on)
    start = Start(datetime.combine(since, time.min, BOGOTA), tuple(stops))
    return run_clock(clock_named("decide_insistence"), start, calendar, readings)
