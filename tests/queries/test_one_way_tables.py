"""Tables that give nobody away: alone, beside one another, or one taken from another."""

from collections import defaultdict
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pqrs.office.evaluation import Form
from pqrs.queries.one_way_tables import (
    THRESHOLDS,
    Month,
    months_of,
    one_way_table,
    rows_to_hide,
)
from pqrs.queries.periods import QUARTERS, Period

AFTER = date(2026, 3, 17)
MEMBERS = st.sampled_from(["INFRA", "HAC", "TRAN", "GOB", "PLAN"])
QUARTERLY = st.dictionaries(MEMBERS, st.lists(st.integers(0, 25), min_size=4, max_size=4))


def no_counts() -> dict[tuple[str, str], dict[tuple[str, int], int]]:
    """A member nobody wrote to has zero of everything, as in the query."""
    return defaultdict(lambda: defaultdict(int))


def kept(by_quarter, period):
    """What the tallies would say, all of a quarter in its first month."""
    months: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    counts = no_counts()
    for member, received in by_quarter.items():
        for quarter, count in zip(QUARTERS, received, strict=True):
            month = Period(2025, quarter).months[0]
            months["department", member][month] = count
            if period.holds(month):
                counts["department", member]["received", 0] += count
    return counts, months


def published(by_quarter, period):
    counts, months = kept(by_quarter, period)
    return one_way_table("department", counts, months, period, AFTER)


@given(QUARTERLY)
@example({"INFRA": [0, 0, 0, 0], "HAC": [0, 0, 0, 1]})
@example({"INFRA": [0, 0, 0, 1], "HAC": [0, 0, 0, 10], "TRAN": [0, 0, 10, 0]})
def test_no_row_is_small_and_none_is_the_difference_of_others(by_quarter):
    tables = {
        period: published(by_quarter, period)
        for period in (Period(2025), *(Period(2025, quarter) for quarter in QUARTERS))
    }
    rows = [row for table in tables.values() for row in table]
    alone = {row.members[0] for row in rows if not row.is_rest}
    merged = {member for row in rows if row.is_rest for member in row.members}

    assert all(not row.received or row.received >= THRESHOLDS["department"] for row in rows)
    assert set() == alone & merged


def test_a_small_quarter_is_merged_in_the_whole_year():
    by_quarter = {"INFRA": [30] * 4, "HAC": [20, 20, 20, 3], "TRAN": [12] * 4}

    year = published(by_quarter, Period(2025))

    assert [(("INFRA",), 120), (("HAC", "TRAN"), 111)] == [
        (row.members, row.received) for row in year
    ]


def test_the_running_quarter_has_a_rest_of_its_own():
    counts, months = kept({"INFRA": [30, 0, 0, 0], "HAC": [2, 0, 0, 0]}, Period(2025, 1))

    rows = one_way_table("department", counts, months, Period(2025, 1), date(2025, 2, 1))

    assert [(("INFRA", "HAC"), 32)] == [(row.members, row.received) for row in rows]


def test_rates_need_twenty_answers_and_opinions_ten():
    counts = no_counts()
    counts["channel", "web"].update({("received", 0): 30, ("on_time", 0): 20, ("late", 0): 5})
    counts["channel", "web"].update({("eval_satisfaction", 5): 24, ("eval_satisfaction", 1): 6})
    counts["channel", "window"].update({("received", 0): 30, ("on_time", 0): 19})
    counts["channel", "post"].update({("received", 0): 9, ("eval_satisfaction", 5): 12})

    web, window, post = one_way_table("channel", counts, {}, Period(2025), AFTER)

    assert (80, None, None) == (web.on_time, window.on_time, post.on_time)
    assert (80, 63, 91) == (web.satisfaction.percent, web.satisfaction.low, web.satisfaction.high)
    assert Form.TOO_FEW == window.satisfaction.form
    assert (Form.INTERVAL, None, 76, 100) == (
        post.satisfaction.form,
        post.satisfaction.percent,
        post.satisfaction.low,
        post.satisfaction.high,
    )


@pytest.mark.parametrize(
    ("answers", "hidden"),
    [
        ([30, 12], set()),
        ([30, 12, 0], {2}),
        ([30, 12, 4], {1, 2}),
        ([30, 12, 4, 7], {2, 3}),
        ([30, 12, 4, 3], {1, 2, 3}),
        ([4], {0}),
        ([], set()),
    ],
)
def test_a_hidden_row_is_never_the_total_less_the_others(answers, hidden):
    assert hidden == rows_to_hide(answers)


def test_a_small_month_is_hidden_with_another_of_its_quarter():
    whole = {"2025-01": 40, "2025-02": 3, "2025-03": 9, "2025-04": 50}
    months = {("all", ""): whole}

    shown = months_of(months, Period(2025), date(2025, 4, 30))

    assert [
        Month("2025-01", 40),
        Month("2025-02", None),
        Month("2025-03", None),
        Month("2025-04", 50),
    ] == list(shown)
