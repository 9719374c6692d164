"""An act on the board: five working days from the next one, notified at the end of the sixth."""

from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from pqrs.law import BoardDays, Readings, Start, board_days, clock_named, run_clock
from tests.law.histories import CALENDAR

POSTED = date(2026, 3, 18)


@pytest.mark.parametrize(
    ("counts", "until", "effective_on"),
    [
        (False, date(2026, 3, 26), date(2026, 3, 27)),  # 23 de marzo is a holiday
        (True, date(2026, 3, 25), date(2026, 3, 26)),
    ],
)
def test_its_days_are_those_of_the_clock(counts, until, effective_on):
    readings = replace(Readings(), notice_posting_day_counts=counts)
    start = Start(datetime.combine(POSTED, time.min, ZoneInfo("America/Bogota")))

    found = board_days(POSTED, CALENDAR, readings)

    assert BoardDays(until, effective_on) == found
    assert effective_on == run_clock(clock_named("web_notice"), start, CALENDAR, readings).on
