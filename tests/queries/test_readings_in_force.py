"""How each disputed point is read today, since when, and how it will later."""

from datetime import date

import pytest

from pqrs.law import Change, ChangeKind, RuleBook, disputed, point_named
from pqrs.queries.readings_in_force import reading_in_force, readings_in_force

TODAY = date(2026, 3, 17)


def book(*choices):
    """Readings of Saturday, each with its first and last day."""
    changes = (
        Change(
            ChangeKind.READING,
            {"name": "saturday_is_business", "value": value}
            | ({"from": begins} if begins else {})
            | ({"until": ends} if ends else {}),
            "Resolución 1",
        )
        for value, begins, ends in choices
    )
    return RuleBook().changed(*changes)


def saturday(*choices):
    return reading_in_force(book(*choices), point_named("saturday_is_business"), TODAY)


def test_every_point_is_there_with_its_default(session):
    found = readings_in_force(session, TODAY)

    assert [point.name for point in disputed()] == [one.point.name for one in found]
    chosen = {one.point.name for one in found if one.is_chosen}
    assert [] == [
        one.point.name
        for one in found
        if one.point.name not in chosen and one.value != one.point.default
    ]


@pytest.mark.parametrize(
    ("choices", "value", "since"),
    [
        ((), "false", None),
        ((("true", None, None),), "true", None),
        ((("true", "2026-03-17", None),), "true", TODAY),
        ((("true", "2026-03-18", None),), "false", None),
        ((("true", "2026-01-01", "2026-03-16"),), "false", None),
        ((("true", "2026-01-01", None), ("false", "2026-02-01", None)), "false", date(2026, 2, 1)),
    ],
)
def test_the_newest_decision_that_covers_today_is_in_force(choices, value, since):
    found = saturday(*choices)

    assert (value, since) == (found.value, found.since)


def test_what_begins_later_is_announced_in_order():
    found = saturday(("false", "2026-06-01", None), ("true", "2026-04-01", None))

    assert ((date(2026, 4, 1), "true"), (date(2026, 6, 1), "false")) == found.later
    assert not found.is_chosen
