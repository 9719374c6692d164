"""A year's days, month by month."""

from datetime import date

import pytest

from pqrs.law import Calendar, LawError
from pqrs.models.year_days import days_of
from pqrs.queries.year_calendar import year_calendar

YEARS = (1984, 2026, 2028, 2100)


@pytest.mark.parametrize("year", YEARS)
def test_each_day_is_there_once_under_its_weekday(session, year):
    found = year_calendar(session, year)

    days = [one.day for month in found.months for week in month.weeks for one in week if one]
    assert list(days_of(year)) == days
    assert all(
        one is None or one.day.weekday() == place
        for month in found.months
        for week in month.weeks
        for place, one in enumerate(week)
    )
    assert {7} == {len(week) for month in found.months for week in month.weeks}


@pytest.mark.parametrize("year", YEARS)
def test_the_working_days_are_the_calendar_s(session, year):
    expected = Calendar().count_working_days(date(year, 1, 1), date(year, 12, 31))

    assert expected == year_calendar(session, year).working_days  # 1 January is a holiday


def test_what_is_not_worked_has_its_reason_and_its_norm(session):
    found = year_calendar(session, 2026)

    named = {one.day: one for one in found.named}
    assert "Festivo: Viernes Santo" == named[date(2026, 4, 3)].why
    assert "Ley 51 de 1983" in named[date(2026, 4, 3)].norm
    assert all(one.why and one.norm and not one.is_worked for one in found.named)
    assert ["day.saturday", "day.sunday"] == [one.key for one in found.rests]
    assert 52 == found.rests[1].count


@pytest.mark.parametrize("year", [1983, 2101, 0, -1])
def test_a_year_out_of_range_is_refused(session, year):
    with pytest.raises(LawError):
        year_calendar(session, year)
