"""One published answer to many: more than ten people, of three kinds only."""

import pytest

from pqrs.law import ANALOGOUS, Kind, may_answer_together


@pytest.mark.parametrize(
    ("kind", "people", "may"),
    [
        (Kind.INFORMATION, 11, True),
        (Kind.GENERAL_INTEREST, 11, True),
        (Kind.CONSULTATION, 40, True),
        (Kind.INFORMATION, 10, False),
        (Kind.PRIVATE_INTEREST, 40, False),
        (Kind.CLAIM, 40, False),
    ],
)
def test_when_one_answer_may_do_for_all(kind, people, may):
    assert may is may_answer_together(kind, people), ANALOGOUS
