"""Whole years and quarters, and nothing else."""

from datetime import date

import pytest

from pqrs.queries.periods import Period, periods, read_period
from tests.build import a_petition, later


@pytest.mark.parametrize(
    ("text", "period"), [("2026", Period(2026)), ("2026-T3", Period(2026, 3)), ("0000", Period(0))]
)
def test_a_period_of_an_address(text, period):
    assert period == read_period(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-1",
        "0",
        "1e9",
        "NaN",
        "1.5",
        "٢٠٢٦",
        "2026-T5",
        "2026-03",
        "2026-T1\n",
        "9" * 30,
        "10000",
    ],
)
def test_anything_else_is_no_period(text):
    assert read_period(text) is None


@pytest.mark.parametrize(
    ("period", "months"),
    [(Period(2026), ("2026-01", "2026-12")), (Period(2026, 3), ("2026-07", "2026-09"))],
)
def test_its_months(period, months):
    assert months == period.months


def test_a_quarter_is_closed_on_the_day_after_its_last():
    assert () == Period(2026).closed_quarters(date(2026, 3, 31))
    assert (Period(2026, 1),) == Period(2026).closed_quarters(date(2026, 4, 1))
    assert 4 == len(Period(2025, 2).closed_quarters(date(2026, 1, 1)))


def test_offered_from_the_first_case_to_the_present_quarter(session, office):
    a_petition(session, later(office, days=-365))

    offered = [period.code for period in periods(session, date(2026, 5, 2))]

    years = ["2026", "2026-T2", "2026-T1", "2025", "2025-T4", "2025-T3", "2025-T2", "2025-T1"]
    assert years == offered


def test_without_a_case_the_present_year_is_offered(session):
    assert [Period(2026), Period(2026, 1)] == list(periods(session, date(2026, 3, 17)))
