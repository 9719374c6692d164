"""Working days: which they are, why another is not, and how to count them fast.

A day is not worked if it is a Sunday, a Saturday (unless the entity works it), a holiday, or a
day closed by a formal act (Ley 4 de 1913, artículo 62: feriados y de vacantes). Counting looks
up a table indexed by the ordinal of the day, made once for each set of closures.
"""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from itertools import accumulate, compress
from types import MappingProxyType
from typing import NoReturn

from pqrs.law.citations import HOLIDAYS, SATURDAY, WORKING_DAYS
from pqrs.law.holidays import (
    FIRST_YEAR,
    LAST_YEAR,
    HolidayRule,
    holidays_in,
    nation_holidays,
)
from pqrs.law.refusals import LawError
from pqrs.law.wording import say

_FIRST = date(FIRST_YEAR, 1, 1).toordinal()
_LAST = date(LAST_YEAR, 12, 31).toordinal()
_SPAN = _LAST - _FIRST + 1
_SATURDAY, _SUNDAY = 5, 6
_MONTHS, _SHORTEST_MONTH = 12, 28
_KEPT_TABLES = 32
_KEPT_RULES = 8
_NO_CLOSURES: Mapping[date, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class DayReason:
    """Why a day counts or not: the key of its sentence, a name to fill it, the norm."""

    key: str
    name: str = ""
    norm: str = ""

    @property
    def text(self) -> str:
        return say(self.key, {"name": self.name})

    def __str__(self) -> str:
        return f"{self.text} ({self.norm})" if self.norm else self.text


@dataclass(frozen=True, slots=True)
class _Table:
    """`worked[i]`: working days up to and including day i; `days`: all of them in order."""

    worked: tuple[int, ...]
    days: tuple[date, ...]


class Calendar:
    """The days on which this entity's terms run, 1984 to 2100.

    `closures` maps a closed day to the act that closes it; `holidays`: the rules of the nation's,
    those of the data file unless others are handed in. Equal calendars are interchangeable as
    keys. Days outside the range raise LawError.
    """

    __slots__ = (
        "_days",
        "_key",
        "_named",
        "_size",
        "_worked",
        "closures",
        "holidays",
        "saturday_is_business",
    )

    def __init__(
        self,
        closures: Mapping[date, str] = _NO_CLOSURES,
        saturday_is_business: bool = False,  # noqa: FBT001, FBT002 - a setting of the entity
        holidays: tuple[HolidayRule, ...] | None = None,
    ) -> None:
        self.closures = MappingProxyType(dict(closures))
        self.saturday_is_business = saturday_is_business
        self.holidays = nation_holidays() if holidays is None else holidays
        self._key = (frozenset(self.closures.items()), saturday_is_business, self.holidays)
        self._worked: tuple[int, ...] = ()
        self._size = 0
        self._named: Mapping[date, DayReason] | None = None
        self._days: tuple[date, ...] = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Calendar) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)

    def __repr__(self) -> str:
        saturday = "True" if self.saturday_is_business else "False"
        return f"Calendar({dict(self.closures)!r}, saturday_is_business={saturday})"

    def with_closures(self, closures: Mapping[date, str]) -> "Calendar":
        """Answer what would follow if these days were closed too."""
        return Calendar({**self.closures, **closures}, self.saturday_is_business, self.holidays)

    def with_saturdays(self, *, worked: bool) -> "Calendar":
        """The same days closed, with Saturdays read the other way."""
        return Calendar(self.closures, worked, self.holidays)

    def require(self, day: date) -> None:
        """Raise LawError for a day the calendar does not know."""
        self._place(day)

    def is_working(self, day: date) -> bool:
        place = day.toordinal() - _FIRST
        if not 0 <= place < self._size:
            place = self._place(day)
        return self._worked[place] > (self._worked[place - 1] if place else 0)

    def add_working_days(self, day: date, number: int) -> date:
        """The number-th working day strictly after; before, when negative; the day itself at 0."""
        place = day.toordinal() - _FIRST
        if not 0 <= place < self._size:
            place = self._place(day)
        if number > 0:
            found = self._worked[place] + number - 1
        elif number < 0:
            found = (self._worked[place - 1] if place else 0) + number
        else:
            return day
        if not 0 <= found < len(self._days):
            _out_of_range()
        return self._days[found]

    def count_working_days(self, after: date, until: date) -> int:
        """Working days after the first and up to the second; negative when it lies before."""
        last, first, size = until.toordinal() - _FIRST, after.toordinal() - _FIRST, self._size
        if not (0 <= last < size and 0 <= first < size):
            last, first = self._place(until), self._place(after)
        return self._worked[last] - self._worked[first]

    def working_day_from(self, day: date) -> date:
        """The same day if it is worked, else the next that is (Ley 4 de 1913, artículo 62)."""
        return day if self.is_working(day) else self.add_working_days(day, 1)

    def reason(self, day: date) -> DayReason:
        if self.is_working(day):
            return DayReason("day.working")
        if day.weekday() == _SUNDAY:
            return DayReason("day.sunday", norm=str(WORKING_DAYS))
        if self._named is None:
            self._named = _holidays_by_day(self.holidays)
        names = self._named.get(day)
        if names:
            return names
        if day in self.closures:
            return DayReason("day.closure", norm=self.closures[day])
        return DayReason("day.saturday", norm=str(SATURDAY))

    def why(self, day: date) -> str:
        """Say in Spanish, with the norm, why the day counts or does not."""
        return str(self.reason(day))

    def _place(self, day: date) -> int:
        """Fetch the table at the first question. Those asked thousands of times look first."""
        place = day.toordinal() - _FIRST
        if not 0 <= place < _SPAN:
            _out_of_range()
        if not self._worked:
            table = _table(frozenset(self.closures), self.saturday_is_business, self.holidays)
            self._worked, self._days, self._size = table.worked, table.days, _SPAN
        return place


def add_months(day: date, months: int) -> date:
    """The same day number in the target month, or its last day (Código Civil, artículo 67).

    It may not be worked: see `Calendar.working_day_from`.
    """
    year, month = divmod(day.year * _MONTHS + day.month - 1 + months, _MONTHS)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        _out_of_range()
    if day.day <= _SHORTEST_MONTH:
        return date(year, month + 1, day.day)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _out_of_range() -> NoReturn:
    raise LawError("year_out_of_range", HOLIDAYS, first=FIRST_YEAR, last=LAST_YEAR)


@cache
def _all_days() -> tuple[date, ...]:
    return tuple(map(date.fromordinal, range(_FIRST, _LAST + 1)))


@lru_cache(maxsize=_KEPT_RULES)
def _holidays_by_day(rules: tuple[HolidayRule, ...]) -> Mapping[date, DayReason]:
    """Two holidays on one day are one reason with both names."""
    found: dict[date, DayReason] = {}
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        for holiday in holidays_in(year, rules):
            reason = DayReason("day.holiday", holiday.name, str(holiday.citation))
            before = found.get(holiday.day)
            found[holiday.day] = _both(before, reason) if before else reason
    return found


def _both(one: DayReason, other: DayReason) -> DayReason:
    norm = one.norm if one.norm == other.norm else f"{one.norm}; {other.norm}"
    return DayReason(one.key, f"{one.name}; {other.name}", norm)


@lru_cache(maxsize=2 * _KEPT_RULES)
def _week_pattern(
    saturday_is_business: bool,  # noqa: FBT001 - the cache's key
    rules: tuple[HolidayRule, ...],
) -> bytes:
    """One byte a day: 1 when neither weekend nor holiday."""
    rest = _SUNDAY if saturday_is_business else _SATURDAY
    pattern = bytearray(day.weekday() < rest for day in _all_days())
    _close(pattern, _holidays_by_day(rules))
    return bytes(pattern)


def _close(pattern: bytearray, days: Iterable[date]) -> None:
    for day in days:
        place = day.toordinal() - _FIRST
        if 0 <= place < len(pattern):
            pattern[place] = 0


@lru_cache(maxsize=_KEPT_TABLES)
def _table(
    closed: frozenset[date],
    saturday_is_business: bool,  # noqa: FBT001 - the cache's key
    rules: tuple[HolidayRule, ...],
) -> _Table:
    pattern = bytearray(_week_pattern(saturday_is_business, rules))
    _close(pattern, closed)
    return _Table(tuple(accumulate(pattern)), tuple(compress(_all_days(), pattern)))
