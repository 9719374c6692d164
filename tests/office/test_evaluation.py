"""Shares of satisfied people, shown as honestly as so few answers allow."""

import pytest

from pqrs.office.evaluation import Form, Share, satisfaction, share_of, wilson


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    [
        (4, 5, 37.6, 96.4),
        (8, 10, 49.0, 94.3),
        (24, 30, 62.7, 90.5),
        (80, 100, 71.1, 86.7),
        (312, 390, 75.7, 83.7),
        (12, 12, 75.7, 100.0),
    ],
)
def test_wilson_of_the_table(part, whole, low, high):
    assert (low, high) == pytest.approx([100 * x for x in wilson(part, whole)], abs=0.06)


def test_without_answers_anything_is_possible():
    assert wilson(0, 0) == (0.0, 1.0)


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [
        (0, 0, Share(Form.NOTHING, 0)),
        (4, 5, Share(Form.TOO_FEW, 5)),
        (9, 9, Share(Form.TOO_FEW, 9)),
        (8, 10, Share(Form.INTERVAL, 10, None, 49, 94)),
        (12, 12, Share(Form.INTERVAL, 12, None, 76, 100)),
        (0, 19, Share(Form.INTERVAL, 19, None, 0, 17)),
        (24, 30, Share(Form.SHARE, 30, 80, 63, 91)),
        (80, 100, Share(Form.SHARE, 100, 80, 71, 87)),
        (312, 390, Share(Form.SHARE, 390, 80, 76, 84)),
    ],
)
def test_how_a_share_is_shown(part, whole, shown):
    assert shown == share_of(part, whole)


def test_the_satisfied_answered_four_or_five():
    assert satisfaction({1: 2, 2: 2, 3: 6, 4: 10, 5: 20}).percent == 75
