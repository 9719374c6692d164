"""Which periods are published: whole years and whole quarters, nothing finer.

With free dates, subtracting two answers would single out a person.
"""

import re
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pqrs.models import Tally

QUARTER_MONTHS = 3
QUARTERS = (1, 2, 3, 4)
CODE = re.compile(r"([0-9]{4})(?:-T([1-4]))?")


@dataclass(frozen=True)
class Period:
    """A whole year (`quarter` None) or one quarter of it."""

    year: int
    quarter: int | None = None

    @property
    def code(self) -> str:
        """`2026` or `2026-T3`, as in the address."""
        return f"{self.year}-T{self.quarter}" if self.quarter else str(self.year)

    @property
    def months(self) -> tuple[str, str]:
        """First and last month, as `2026-07`."""
        if self.quarter is None:
            return f"{self.year}-01", f"{self.year}-12"
        last = self.quarter * QUARTER_MONTHS
        return f"{self.year}-{last - 2:02}", f"{self.year}-{last:02}"

    def holds(self, month: str) -> bool:
        """Whether the month, as `2026-07`, is one of its own."""
        first, last = self.months
        return first <= month <= last

    def is_over(self, today: date) -> bool:
        """Whether no case can be received in it any more."""
        return f"{today:%Y-%m}" > self.months[1]

    def closed_quarters(self, today: date) -> tuple["Period", ...]:
        """The quarters of its year that are over."""
        quarters = (Period(self.year, quarter) for quarter in QUARTERS)
        return tuple(quarter for quarter in quarters if quarter.is_over(today))


def read_period(text: str) -> Period | None:
    """The period of an address; None when it is written in any other way."""
    found = CODE.fullmatch(text)
    if found is None:
        return None
    year, quarter = found.groups()
    return Period(int(year), int(quarter) if quarter else None)


def periods(session: Session, today: date) -> tuple[Period, ...]:
    """What may be asked for: each year with figures and its quarters begun, newest first."""
    first = session.scalar(select(func.min(Tally.month))) or f"{today:%Y-%m}"
    found: list[Period] = []
    for year in range(today.year, int(first[:4]) - 1, -1):
        last = (today.month + 2) // QUARTER_MONTHS if year == today.year else len(QUARTERS)
        found += [Period(year), *(Period(year, quarter) for quarter in range(last, 0, -1))]
    return tuple(found)
