"""A year's national holidays, from rules with validity and norm (`data/holidays.toml`).

Ley 51 de 1983 moves some to the next Monday; others hang on Easter. Nothing before 1984: the
rule was another, and no petition that old has a term that still runs. What a later law adds enters
as one rule more (`rule_changes.py`): nothing here is kept in a global that changes.
"""

from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from functools import cache, lru_cache

from pqrs.law.citations import HOLIDAYS, Citation
from pqrs.law.records import Record, records
from pqrs.law.refusals import LawError

FIRST_YEAR = 1984
LAST_YEAR = 2100
_MONDAY = 0
_END = date(MAXYEAR, 12, 31)
_KEPT_YEARS = 512


@dataclass(frozen=True, slots=True)
class Holiday:
    day: date
    name: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class HolidayRule:
    """A day of rest of every year within its validity: a fixed day, or so many after Easter."""

    name: str
    month_day: tuple[int, int] | None
    easter: int
    moves: bool
    citation: Citation
    valid_from: date
    valid_until: date

    def day_in(self, year: int) -> date:
        """The day people rest, after the move to Monday if the rule orders it."""
        if self.month_day:
            day = date(year, *self.month_day)
        else:
            day = easter_sunday(year) + timedelta(days=self.easter)
        return day + timedelta(days=(_MONDAY - day.weekday()) % 7) if self.moves else day


def holiday_rule(record: Record) -> HolidayRule:
    """Read one record of `holidays.toml`, or one decided by the entity in the same words."""
    month_day = None
    if "date" in record:
        month, day = record["date"].split("-")
        month_day = (int(month), int(day))
    return HolidayRule(
        name=record["name"],
        month_day=month_day,
        easter=record.get("easter", 0),
        moves=record.get("moves", False),
        citation=Citation(record["norm"], record["article"]),
        valid_from=record["from"],
        valid_until=record.get("until", _END),
    )


@cache
def nation_holidays() -> tuple[HolidayRule, ...]:
    """The rules of the data file."""
    return tuple(holiday_rule(record) for record in records("holidays", "holiday"))


def easter_sunday(year: int) -> date:
    """Anonymous Gregorian computation; each letter is a step of its published form."""
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), g = divmod(b, 4), (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


@lru_cache(maxsize=_KEPT_YEARS)
def holidays_in(year: int, rules: tuple[HolidayRule, ...] | None = None) -> tuple[Holiday, ...]:
    """Those of the data file, or of `rules`, in order of day.

    Two names may share a day (30 June 2025): it is one day less, not two. Raises LawError
    outside 1984 to 2100.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise LawError("year_out_of_range", HOLIDAYS, first=FIRST_YEAR, last=LAST_YEAR)
    kept = (
        Holiday(day, rule.name, rule.citation)
        for rule in (nation_holidays() if rules is None else rules)
        if rule.valid_from <= (day := rule.day_in(year)) <= rule.valid_until
    )
    return tuple(sorted(kept, key=lambda holiday: (holiday.day, holiday.name)))
