"""Dates, hours and figures as people in Colombia write them."""

from datetime import UTC, date, datetime

import pytest

from pqrs.web import filters

JULY = date(2026, 7, 14)
AFTERNOON = datetime(2026, 7, 14, 20, 5, tzinfo=UTC)
PAST_MIDNIGHT_IN_LONDON = datetime(2026, 7, 15, 2, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("write", "value", "written"),
    [
        (filters.weekday_date, JULY, "martes 14 de julio de 2026"),
        (filters.weekday_date, date(2026, 12, 2), "miércoles 2 de diciembre de 2026"),
        (filters.weekday_date, PAST_MIDNIGHT_IN_LONDON, "martes 14 de julio de 2026"),
        (filters.long_date, JULY, "14 de julio de 2026"),
        (filters.short_date, JULY, "14 jul 2026"),
        (filters.short_date, date(2026, 9, 1), "1 sept 2026"),
        (filters.short_weekday, JULY, "mar 14 jul 2026"),
        (filters.month_year, JULY, "julio de 2026"),
        (filters.moment, JULY, "martes 14 de julio de 2026"),
        (filters.moment, AFTERNOON, "martes 14 de julio de 2026, 3:05\u00a0p.\u00a0m."),
        (filters.clock_time, datetime(2026, 7, 14, 5, 0, tzinfo=UTC), "12:00\u00a0a.\u00a0m."),
        (filters.clock_time, datetime(2026, 7, 14, 17, 0, tzinfo=UTC), "12:00\u00a0p.\u00a0m."),
    ],
)
def test_a_date_is_written_in_spanish(write, value, written):
    assert written == write(value).replace("\u202f", "\u00a0")


@pytest.mark.parametrize("name", ["Obras", "EMCALI E. S. P.", "Etcétera..."])
def test_a_name_at_the_end_of_a_sentence_brings_no_full_stop(name):
    assert not f"{filters.unstopped(name)}.".endswith("..")


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        filters.moment(AFTERNOON.replace(tzinfo=None))


@pytest.mark.parametrize(
    ("value", "places", "written"),
    [
        (0, 0, "0"),
        (1234, 0, "1.234"),
        (1234567, 0, "1.234.567"),
        (3.94, 1, "3,9"),
        (3.0, 1, "3"),
        (-5, 0, "-5"),
    ],
)
def test_a_number_has_dots_for_thousands(value, places, written):
    assert written == filters.number(value, places)


def test_a_rate_is_written_with_its_sign_apart():
    assert "82\u00a0%" == filters.percent(0.818)


@pytest.mark.parametrize(
    ("count", "written"), [(0, "0 días"), (1, "1 día"), (-1, "-1 día"), (1200, "1.200 días")]
)
def test_a_count_agrees_with_its_noun(count, written):
    assert written == filters.plural(count, "día", "días")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("7K3M9QRT2VXW", ["7K3M", "9QRT", "2VXW"]),
        ("2026-000001-4", ["2026-", "000001-", "4"]),
        ("7K3M 9QRT", ["7K3M", "9QRT"]),
        ("", []),
    ],
)
def test_a_code_is_shown_in_groups(text, parts):
    assert parts == filters.grouped(text)


def test_a_number_is_read_digit_by_digit():
    assert "2, 0, 2, 6, guion, 4" == filters.spelled("2026-4")
    assert "7, K, 3" == filters.spelled("7K 3")


@pytest.mark.parametrize(
    ("phone", "dialled"),
    [
        ("(602) 264 8000", "6022648000"),
        ("+57 300 123 4567", "+573001234567"),
        ("264 8000 ext. 12", "2648000"),
        ("123", "123"),
    ],
)
def test_a_telephone_can_be_dialled(phone, dialled):
    assert dialled == filters.dialled(phone)


def test_a_machine_reads_seconds_at_the_finest():
    moment = datetime(2026, 3, 17, 15, 30, 1, 234567, tzinfo=UTC)

    assert "2026-03-17T15:30:01+00:00" == filters.machine_time(moment)
    assert "2026-03-17" == filters.machine_time(moment.date())
