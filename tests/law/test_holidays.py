from datetime import date

import holidays
import pytest

from pqrs.law import FIRST_YEAR, LAST_YEAR, LawError, holidays_in
from pqrs.law.holidays import easter_sunday

DIFFERENCES: dict[int, str] = {}
"""Years in which the `holidays` package and the law differ, with the norm. None is known."""


@pytest.mark.parametrize("year", range(FIRST_YEAR, LAST_YEAR + 1))
def test_a_year_is_that_of_the_holidays_package(year):
    theirs = {day for day in holidays.country_holidays("CO", years=year) if day.year == year}
    ours = {holiday.day for holiday in holidays_in(year)}
    assert (theirs != ours) == (year in DIFFERENCES), theirs ^ ours


@pytest.mark.parametrize(
    "day",
    ["2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01",
     "2030-04-21", "2031-04-13", "2032-03-28", "2033-04-17", "2034-04-09", "2035-03-25",
     "2036-04-13", "2037-04-05", "2038-04-25", "2039-04-10", "2040-04-01"],
)  # fmt: skip
def test_easter(day):
    expected = date.fromisoformat(day)
    assert expected == easter_sunday(expected.year)


def test_a_new_holiday_is_kept_from_its_law_on():
    name = "Nuestra Señora del Rosario de Chiquinquirá"
    kept = {
        year: [holiday.day for holiday in holidays_in(year) if holiday.name == name]
        for year in (2025, 2026, 2029)
    }
    assert {2025: [], 2026: [date(2026, 7, 13)], 2029: [date(2029, 7, 9)]} == kept


def test_eighteen_names_before_and_nineteen_after():
    assert 18 == len(holidays_in(2025))
    assert 19 == len(holidays_in(2026))
    assert 17 == len({holiday.day for holiday in holidays_in(2025)})


@pytest.mark.parametrize("year", [0, 1983, 2101, -5])
def test_years_out_of_range_are_refused(year):
    with pytest.raises(LawError, match="1984 a 2100"):
        holidays_in(year)


def test_every_holiday_has_its_norm():
    norms = {str(holiday.citation) for holiday in holidays_in(2026)}
    assert {"Ley 51 de 1983, artículo 1", "Ley 2578 de 2026, artículo 6"} == norms
