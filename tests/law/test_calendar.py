from datetime import date, timedelta

import pytest

from pqrs.law import Calendar, LawError, add_months

CALENDAR = Calendar()
CLOSED = Calendar({date(2026, 2, 13): "Decreto 012 de 2026", date(2026, 2, 15): "Decreto 013"})


WHY = {
    date(2026, 2, 3): "Día hábil",
    date(2026, 2, 7): "Sábado: la entidad no trabaja (Decreto 1042 de 1978, artículo 33)",
    date(2026, 2, 8): "Domingo (Ley 4 de 1913, artículo 62)",
    date(2026, 7, 13): (
        "Festivo: Nuestra Señora del Rosario de Chiquinquirá (Ley 2578 de 2026, artículo 6)"
    ),
    date(2025, 6, 30): (
        "Festivo: Sagrado Corazón de Jesús; San Pedro y San Pablo (Ley 51 de 1983, artículo 1)"
    ),
    date(2026, 2, 13): "La entidad no trabaja, por un acto formal (Decreto 012 de 2026)",
    date(2026, 2, 15): "Domingo (Ley 4 de 1913, artículo 62)",
}


@pytest.mark.parametrize(("day", "why"), WHY.items())
def test_each_day_says_why_it_counts_or_not(day, why):
    assert why == CLOSED.why(day)


def test_two_holidays_of_two_laws_on_one_day_cite_both():
    days = (date(year, 7, day) for year in range(2026, 2101) for day in range(9, 16))
    both = [why for why in map(CALENDAR.why, days) if "Chiquinquirá" in why and ";" in why]
    assert all("Ley 51 de 1983" in why and "Ley 2578 de 2026" in why for why in both)


def test_saturday_counts_where_the_entity_works_it():
    saturday = date(2026, 2, 7)
    assert not CALENDAR.is_working(saturday)
    assert Calendar(saturday_is_business=True).is_working(saturday)


def test_a_closure_on_a_sunday_changes_nothing():
    assert CALENDAR.count_working_days(date(2026, 2, 13), date(2026, 2, 20)) == (
        CLOSED.count_working_days(date(2026, 2, 13), date(2026, 2, 20))
    )


def test_adding_goes_both_ways_and_zero_stays():
    monday = date(2026, 2, 2)
    assert date(2026, 2, 3) == CALENDAR.add_working_days(monday, 1)
    assert date(2026, 1, 30) == CALENDAR.add_working_days(monday, -1)
    assert monday == CALENDAR.add_working_days(monday, 0)
    assert date(2026, 2, 7) == CALENDAR.add_working_days(date(2026, 2, 7), 0)
    assert date(2026, 2, 6) == CALENDAR.add_working_days(date(2026, 2, 8), -1)


@pytest.mark.parametrize("ask", ["is_working", "reason", "working_day_from", "require", "count"])
def test_any_question_may_be_the_first(ask):
    day, fresh = date(2026, 2, 3), Calendar({date(2026, 2, 4): "Decreto 011 de 2026"})
    if ask == "count":
        assert 1 == fresh.count_working_days(date(2026, 2, 2), day)
    else:
        getattr(fresh, ask)(day)


def test_counting_backwards_is_negative():
    assert 15 == CALENDAR.count_working_days(date(2026, 2, 2), date(2026, 2, 23))
    assert -15 == CALENDAR.count_working_days(date(2026, 2, 23), date(2026, 2, 2))


@pytest.mark.parametrize("day", [date(1983, 12, 31), date(2101, 1, 1), date.min, date.max])
def test_days_out_of_range_are_refused_by_name(day):
    for ask in (CALENDAR.is_working, CALENDAR.why, CALENDAR.require, CALENDAR.working_day_from):
        with pytest.raises(LawError, match="1984 a 2100"):
            ask(day)


@pytest.mark.parametrize(
    ("day", "number"),
    [
        (date(2100, 12, 30), 5),
        (date(1984, 1, 1), -1),
        (date(1984, 1, 5), -20),
        (date(2026, 1, 1), 10**9),
    ],
)
def test_sums_that_leave_the_range_are_refused(day, number):
    with pytest.raises(LawError, match="1984 a 2100"):
        CALENDAR.add_working_days(day, number)


def test_the_first_day_known_can_be_asked():
    assert not CALENDAR.is_working(date(1984, 1, 1))
    assert date(1984, 1, 2) == CALENDAR.add_working_days(date(1984, 1, 1), 1)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
    ],
)
def test_months_end_on_the_same_day_or_the_last(day, months, expected):
    assert expected == add_months(day, months)


def test_equal_calendars_are_one_key():
    same = Calendar({date(2026, 2, 13): "Decreto 012 de 2026", date(2026, 2, 15): "Decreto 013"})
    assert {CLOSED: 1}[same] == 1
    assert same != CALENDAR
    assert CALENDAR != "calendar"
    assert "saturday_is_business=False" in repr(same)
    assert "saturday_is_business=True" in repr(Calendar(saturday_is_business=True))


def test_what_if_leaves_the_original_alone():
    day = date(2026, 2, 9)
    assert not CLOSED.with_closures({day: "Decreto 014"}).is_working(day)
    assert CLOSED.is_working(day)


def test_closures_out_of_range_are_harmless():
    far = Calendar({date(1900, 1, 1): "Acto", date(2200, 1, 1): "Acto"})
    assert CALENDAR.add_working_days(date(2026, 2, 2), 15) == far.add_working_days(
        date(2026, 2, 2), 15
    )


@pytest.mark.parametrize(
    ("year", "worked"),
    [(2024, 246), (2025, 245), (2026, 242), (2027, 245), (2028, 242), (2029, 243), (2030, 245)],
)
def test_working_days_a_year(year, worked):
    eve = date(year, 1, 1) - timedelta(days=1)
    assert worked == CALENDAR.count_working_days(eve, date(year, 12, 31))
