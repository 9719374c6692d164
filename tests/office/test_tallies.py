"""What one case and one evaluation count for."""

from datetime import date

import pytest

from pqrs.law import Phase
from pqrs.office.tallies import (
    FROM_CASE,
    FROM_POINT,
    TallyKey,
    evaluation_tallies,
    petition_measures,
    petition_tallies,
)

CASE = {
    "received_on": date(2026, 7, 1),
    "due_on": date(2026, 7, 23),
    "answered_on": date(2026, 7, 23),
    "answer_days": 15,
    "breached_on": None,
    "phase": Phase.CLOSED,
    "department": "HAC",
    "kind": "claim",
    "area": None,
    "channel": "web",
}


@pytest.mark.parametrize(
    ("changed", "measures"),
    [
        ({}, {"received", "on_time", "days"}),
        ({"due_on": date(2026, 7, 22)}, {"received", "late", "days"}),
        ({"due_on": None}, {"received", "on_time", "days"}),
        ({"breached_on": date(2026, 7, 10)}, {"received", "breached", "late", "days"}),
        (
            {"breached_on": date(2026, 7, 10), "answered_on": None, "phase": Phase.TRANSFERRED},
            {"received", "breached", "transferred"},
        ),
        ({"phase": Phase.TRANSFERRED}, {"received", "transferred"}),
        ({"answered_on": None}, {"received", "ended"}),
        ({"answered_on": None, "phase": Phase.OPEN}, {"received"}),
    ],
)
def test_how_a_case_ended(changed, measures):
    assert measures == {name for name, _ in petition_measures({**CASE, **changed})}


def test_a_case_counts_once_in_each_dimension_by_its_month():
    received = [key for key in petition_tallies(CASE) if key.measure == "received"]
    assert received == [
        TallyKey("2026-07", "all", "", "received"),
        TallyKey("2026-07", "department", "HAC", "received"),
        TallyKey("2026-07", "kind", "claim", "received"),
        TallyKey("2026-07", "area", "", "received"),
        TallyKey("2026-07", "channel", "web", "received"),
    ]


def test_days_are_kept_only_where_medians_are_shown():
    timed = {key.dimension for key in petition_tallies(CASE) if key.measure == "days"}
    assert timed == {"all", "department", "kind"}


@pytest.mark.parametrize(
    ("source", "dimensions"),
    [
        (FROM_CASE, {"all", "department", "source", "kind"}),
        (FROM_POINT, {"all", "department", "source"}),
    ],
)
def test_an_opinion_without_a_case_has_no_kind(source, dimensions):
    members = {"department": "HAC", "source": source, "kind": "claim"}
    keys = list(evaluation_tallies(date(2026, 8, 2), members, {"ease": 4}))
    assert dimensions == {key.dimension for key in keys}
    assert {("2026-08", "eval_ease", 4)} == {(key.month, key.measure, key.bucket) for key in keys}
