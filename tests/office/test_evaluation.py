"""Shares of satisfied people, shown as honestly as so few answers allow."""

import pytest

from pqrs.law import Outcome
from pqrs.office.evaluation import (
    DEPARTMENT_LIMIT,
    DEVICE_LIMIT,
    POINT_LIMIT,
    SAME_WORDS_LIMIT,
    SCALE,
    UNHAPPY_UP_TO,
    Crowd,
    Form,
    Purpose,
    SetApart,
    Share,
    review_reason,
    satisfaction,
    set_apart,
    share_of,
    wilson,
)


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


@pytest.mark.parametrize(
    ("crowd", "sign"),
    [
        (Crowd(), None),
        (
            Crowd(DEVICE_LIMIT - 1, SAME_WORDS_LIMIT - 1, POINT_LIMIT - 1, DEPARTMENT_LIMIT - 1),
            None,
        ),
        (Crowd(from_device=DEVICE_LIMIT), SetApart.ONE_DEVICE),
        (Crowd(same_words=SAME_WORDS_LIMIT), SetApart.SAME_WORDS),
        (Crowd(at_point=POINT_LIMIT), SetApart.POINT_FLOOD),
        (Crowd(in_department=DEPARTMENT_LIMIT), SetApart.DEPARTMENT_FLOOD),
        (Crowd(99, 99, 99, 999), SetApart.ONE_DEVICE),
    ],
)
def test_stuffing_is_known_by_one_sign(crowd, sign):
    assert sign is set_apart(crowd)


@pytest.mark.parametrize("purpose", Purpose)
@pytest.mark.parametrize("outcome", [None, *Outcome])
@pytest.mark.parametrize("stars", SCALE)
@pytest.mark.parametrize("left_contact", [False, True])
def test_whoever_is_unhappy_or_asks_is_heard(purpose, outcome, stars, left_contact):
    reason = review_reason(purpose, outcome, stars, left_contact=left_contact)

    unhappy = purpose is Purpose.COMPLAINT or outcome is Outcome.NO or stars <= UNHAPPY_UP_TO
    assert (unhappy or left_contact) == (reason is not None)
