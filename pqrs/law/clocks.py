"""Every clock that is not the term to answer: what starts it, how it runs, where it ends.

The figures are data (`data/clocks.toml`). Hours run to the last minute of the last hour and months
to their last day, rolled to a working one (Ley 4 de 1913, artículos 59, 60 y 62).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache

from pqrs.law.calendar import Calendar, add_months
from pqrs.law.citations import Citation, cpaca
from pqrs.law.course import ONE_DAY, Course, Stop, day_of_receipt
from pqrs.law.moments import local
from pqrs.law.readings import Readings
from pqrs.law.records import Record, records
from pqrs.law.refusals import LawError

_JUNE, _JULY = 6, 7
_HOURS_A_DAY = 24
_THREE_DAYS = 3


@dataclass(frozen=True, slots=True)
class Clock:
    """`then`: working days added at the end. `after`: the clock that runs first.

    `from_receipt`: it starts on the day the law takes as that of reception. `status`: verified,
    reading, memory or policy, as `data/clocks.toml` says.
    """

    code: str
    name: str
    amount: int
    unit: str
    then: int
    after: str
    owner: str
    label: str
    start: str
    from_receipt: bool
    status: str
    citation: Citation

    @property
    def is_confirmed(self) -> bool:
        """Whether its figure was read in a norm."""
        return self.status not in UNCONFIRMED


UNCONFIRMED = frozenset({"reading", "memory", "secondary"})
"""Marks of what the entity's legal office has yet to confirm."""


@dataclass(frozen=True, slots=True)
class Start:
    """When a clock starts, and what moves it: stops, or more time asked for (artículo 17)."""

    at: datetime
    stops: tuple[Stop, ...] = ()
    more_asked_on: date | None = None


@dataclass(frozen=True, slots=True)
class Deadline:
    """`on` is None while it stands still, or if the law sets no day.

    `at`: the minute, for clocks of hours. `course`: the run of a clock of working days.
    """

    on: date | None
    at: datetime | None = None
    course: Course | None = None


@cache
def clocks() -> tuple[Clock, ...]:
    return tuple(_clock(record) for record in records("clocks", "clock"))


def _clock(record: Record) -> Clock:
    return Clock(
        code=record["code"],
        name=record["name"],
        amount=record["amount"],
        unit=record["unit"],
        then=record.get("then", 0),
        after=record.get("after", ""),
        owner=record["owner"],
        label=record["label"],
        start=record["start"],
        from_receipt=record.get("receipt", False),
        status=record.get("status", "verified"),
        citation=Citation(record["norm"], record.get("article", "")),
    )


@cache
def _by_name() -> dict[str, Clock]:
    return {key: clock for clock in clocks() for key in (clock.name, clock.code)}


def clock_named(name: str) -> Clock:
    """Find it by its English name or by its code. Raises LawError."""
    try:
        return _by_name()[name]
    except KeyError:
        raise LawError("unknown_kind", cpaca("14"), code=name) from None


def is_clock(code: str) -> bool:
    return code in _by_name()


def run_clock(clock: Clock, start: Start, calendar: Calendar, readings: Readings) -> Deadline:
    """Where it ends. Raises LawError out of the calendar's range."""
    return _RUNS[clock.unit](clock, start, calendar, readings)


def first_day(clock: Clock, start: Start, calendar: Calendar, readings: Readings) -> date:
    """The day the clock starts on, itself not counted."""
    moment = local(start.at)
    if clock.from_receipt:
        return day_of_receipt(moment, calendar, readings)
    return moment.date()


def _run_days(clock: Clock, start: Start, calendar: Calendar, readings: Readings) -> Deadline:
    day = first_day(clock, start, calendar, readings)
    if clock.after:
        before = run_clock(clock_named(clock.after), start, calendar, readings)
        if before.on is None:
            return before
        day = before.on
    if clock.name == "web_notice" and readings.notice_posting_day_counts:
        day -= ONE_DAY
    course = Course(day, start.stops)
    return Deadline(course.end(clock.amount + clock.then, calendar), course=course)


def _run_months(clock: Clock, start: Start, calendar: Calendar, readings: Readings) -> Deadline:
    """While evidence is taken, or a pause lasts, the month does not run (artículo 86)."""
    day = first_day(clock, start, calendar, readings)
    end = add_months(day, clock.amount)
    asked = start.more_asked_on
    in_time = asked is not None and asked <= calendar.working_day_from(end)
    if clock.name == "complete" and in_time:
        end = add_months(day, clock.amount * 2)
    for stop in start.stops:
        if stop.on > calendar.working_day_from(end):
            break
        if stop.until is None:
            return Deadline(None)
        end += stop.until - stop.on
    return Deadline(calendar.working_day_from(end))


def _run_hours(clock: Clock, start: Start, calendar: Calendar, readings: Readings) -> Deadline:
    moment = local(start.at)
    if readings.hours_run == "running":
        end = moment + timedelta(hours=clock.amount)
        calendar.require(end.date())
        return Deadline(end.date(), end)
    if not calendar.is_working(moment.date()):
        opens = calendar.working_day_from(moment.date())
        moment = datetime.combine(opens, time.min, moment.tzinfo)
    end_day = calendar.add_working_days(moment.date(), clock.amount // _HOURS_A_DAY)
    return Deadline(end_day, datetime.combine(end_day, moment.timetz()))


def _run_same_time(clock: Clock, start: Start, calendar: Calendar, readings: Readings) -> Deadline:
    """Resolución MinTIC 1519 de 2020, Anexo 2: 24 working hours, read as the next day's hour."""
    moment = local(start.at)
    days = _THREE_DAYS if readings.acknowledgement_hours == "three_days" else clock.amount
    on = calendar.add_working_days(moment.date(), days)
    return Deadline(on, datetime.combine(on, moment.timetz()))


def _run_semester(clock: Clock, start: Start, calendar: Calendar, readings: Readings) -> Deadline:
    """The last day of the month after the semester: a policy, so it does not roll."""
    day = first_day(clock, start, calendar, readings)
    closes = date(day.year, _JULY, 1) if day.month <= _JUNE else date(day.year + 1, 1, 1)
    on = add_months(closes, clock.amount) - ONE_DAY
    calendar.require(on)
    return Deadline(on)


def _run_backwards(clock: Clock, start: Start, calendar: Calendar, readings: Readings) -> Deadline:
    """What has to arrive so many working days before something."""
    return Deadline(
        calendar.add_working_days(first_day(clock, start, calendar, readings), -clock.amount)
    )


def _run_undated(
    _clock: Clock, _start: Start, _calendar: Calendar, _readings: Readings
) -> Deadline:
    """A duty without a number of days."""
    return Deadline(None)


_RUNS: dict[str, Callable[[Clock, Start, Calendar, Readings], Deadline]] = {
    "working_day": _run_days,
    "month": _run_months,
    "hour": _run_hours,
    "same_time": _run_same_time,
    "month_after_semester": _run_semester,
    "working_day_before": _run_backwards,
    "undated": _run_undated,
}
