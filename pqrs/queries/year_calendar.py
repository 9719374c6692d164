"""A year as this entity counts it, month by month; each day that is not worked with its why."""

from calendar import Calendar as Weeks
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from pqrs.law import DayReason, RuleBook, holidays_in
from pqrs.models import rule_book
from pqrs.models.year_days import days_of, digest_of_year

SATURDAY, SUNDAY = 5, 6
MONTHS = range(1, 13)
BY_NAME = {"day.holiday", "day.closure"}
"""What is listed day by day; Saturdays and Sundays are said once."""


@dataclass(frozen=True)
class CalendarDay:
    """`key` of the reason, as `law/wording.py` has it; `why` in Spanish."""

    day: date
    key: str
    why: str
    norm: str

    @property
    def is_worked(self) -> bool:
        """Whether terms run on it."""
        return self.key == "day.working"


@dataclass(frozen=True)
class Month:
    """Weeks from Monday to Sunday; None for the days of the months around it."""

    first: date
    weeks: tuple[tuple[CalendarDay | None, ...], ...]


@dataclass(frozen=True)
class RestDays:
    """How many Saturdays or Sundays are not worked, and the norm."""

    key: str
    why: str
    norm: str
    count: int


@dataclass(frozen=True)
class YearCalendar:
    """`named`: holidays and closures in order. `digest`: what a signature of the year is of."""

    year: int
    months: tuple[Month, ...]
    named: tuple[CalendarDay, ...]
    rests: tuple[RestDays, ...]
    working_days: int
    digest: str


def year_calendar(session: Session, year: int) -> YearCalendar:
    """The year by the newest rules. Raises LawError for a year out of range."""
    holidays_in(year)
    book = rule_book(session)
    days = {day: calendar_day(day, book) for day in days_of(year)}
    return YearCalendar(
        year=year,
        months=tuple(month_of(year, month, days) for month in MONTHS),
        named=tuple(one for one in days.values() if one.key in BY_NAME),
        rests=tuple(rests_in(days)),
        working_days=sum(one.is_worked for one in days.values()),
        digest=digest_of_year(book, year),
    )


def calendar_day(day: date, book: RuleBook) -> CalendarDay:
    """For what is received that day: Saturdays may be read otherwise later."""
    reason: DayReason = book.on(day).calendar.reason(day)
    return CalendarDay(day, reason.key, reason.text, reason.norm)


def month_of(year: int, month: int, days: dict[date, CalendarDay]) -> Month:
    """In weeks."""
    weeks = Weeks().monthdatescalendar(year, month)
    return Month(
        date(year, month, 1),
        tuple(tuple(days[day] if day.month == month else None for day in week) for week in weeks),
    )


def rests_in(days: dict[date, CalendarDay]) -> Iterator[RestDays]:
    """Saturdays, then Sundays; nothing for Saturdays that are all worked."""
    for key in ("day.saturday", "day.sunday"):
        found = [one for one in days.values() if one.key == key]
        if found:
            yield RestDays(key, found[0].why, found[0].norm, len(found))
