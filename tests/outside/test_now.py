"""The one clock."""

from datetime import UTC, date, datetime, timedelta

import pytest

from pqrs.outside.now import local_date, now, start_clock_at, today


@pytest.fixture(autouse=True)
def right_again():
    yield
    start_clock_at(None)


def test_now_has_a_zone_and_runs_on():
    first = now()

    assert timedelta(0) == first.utcoffset()
    assert first <= now()


def test_the_evening_in_bogota_is_tomorrow_in_utc():
    assert date(2026, 2, 2) == local_date(datetime(2026, 2, 3, 1, 30, tzinfo=UTC))


def test_a_demonstration_starts_its_clock_where_it_wants():
    start_clock_at(datetime(2024, 12, 31, 23, 0, tzinfo=UTC))

    assert date(2024, 12, 31) == today()
    start_clock_at(None)
    assert today().year > 2024
