"""On time, medians, and rows too small to publish."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pqrs.office.measures import (
    SMALL_CELL,
    Group,
    grouped,
    is_on_time,
    median,
    members_to_merge,
    merge_small,
    percentile_90,
    shown_count,
)


def test_the_due_day_itself_is_on_time():
    assert is_on_time(date(2026, 7, 14), date(2026, 7, 14))
    assert not is_on_time(date(2026, 7, 15), date(2026, 7, 14))


def test_median_and_ninth_tenth_of_kept_counts():
    counts = {1: 5, 3: 4, 20: 1}
    assert median(counts) == 2.0
    assert percentile_90(counts) == 3
    assert median({2: 6, 4: 5}) == 2.0


def test_few_cases_have_no_median():
    assert median({1: 9}) is None
    assert percentile_90({1: 9}) is None


def test_small_rows_go_into_the_rest():
    merged = merge_small({"GOB": 30, "COM": 3, "VIV": 4, "HAC": 12})
    assert merged == [
        Group(("GOB",), 30),
        Group(("HAC",), 12),
        Group(("COM", "VIV"), 7, is_rest=True),
    ]


def test_a_rest_that_is_too_small_takes_the_next_smallest():
    merged = merge_small({"GOB": 30, "COM": 3, "HAC": 12, "VIV": 0})
    assert merged == [Group(("GOB",), 30), Group(("COM", "HAC", "VIV"), 15, is_rest=True)]


def test_a_whole_that_is_too_small_has_no_count():
    assert merge_small({"GOB": 3, "HAC": 0}) == [Group(("GOB", "HAC"), None, is_rest=True)]


def test_zeros_alone_are_zeros():
    assert merge_small({"GOB": 0, "HAC": 9}) == [Group(("GOB",), 0), Group(("HAC",), 9)]


@given(st.dictionaries(st.text(), st.integers(min_value=0, max_value=40)), st.sampled_from([5, 10]))
def test_nothing_small_is_published_and_nothing_is_lost(counts, threshold):
    merged = merge_small(counts, threshold)
    shown = [group.count for group in merged if group.count is not None]
    assert all(count == 0 or count >= threshold for count in shown)
    assert sorted(counts) == sorted(key for group in merged for key in group.keys)
    hidden = [group for group in merged if group.count is None]
    assert not hidden or (len(merged) == 1 and sum(counts.values()) < threshold)


@pytest.mark.parametrize(("count", "shown"), [(0, 0), (4, None), (SMALL_CELL, 5)])
def test_a_count_alone(count, shown):
    assert shown == shown_count(count)


def test_the_rest_is_the_same_in_a_year_and_its_quarters():
    tables = [{"GOB": 20, "COM": 2, "HAC": 9}, {"GOB": 30, "COM": 8, "HAC": 7}, {}]
    assert members_to_merge(tables) == {"COM", "HAC"}
    assert members_to_merge([{"GOB": 20, "COM": 0}]) == frozenset()
    assert members_to_merge([{"GOB": 2}]) == {"GOB"}


def test_a_settled_rest_comes_last_in_every_table():
    rest = frozenset({"COM", "HAC"})
    assert grouped({"COM": 2, "GOB": 20, "HAC": 9, "VIV": 30}, rest, 5) == [
        Group(("VIV",), 30),
        Group(("GOB",), 20),
        Group(("COM", "HAC"), 11, is_rest=True),
    ]
    assert grouped({"GOB": 20}, rest, 5) == [Group(("GOB",), 20)]
