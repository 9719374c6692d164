"""Every value of every disputed reading has words."""

import pytest

from pqrs.law import disputed, point_named
from pqrs.web.office.reading_words import VALUES, value_words

PAIRS = [(point, value) for point in disputed() for value in point.values]


@pytest.mark.parametrize(
    ("point", "value"), PAIRS, ids=[f"{one.name}={value}" for one, value in PAIRS]
)
def test_no_value_is_shown_as_it_is_stored(app, point, value):
    with app.test_request_context():
        assert value != value_words(point, value)


def test_no_words_are_left_of_a_value_that_is_gone():
    assert [] == sorted(VALUES.keys() - {(point.name, value) for point, value in PAIRS})


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("saturday_is_business", "true", "Sí"),
        ("saturday_is_business", "false", "No"),
        ("council_days", "5", "5 días hábiles"),
        ("closing_time", "16:30", "16:30"),
    ],
)
def test_yes_no_numbers_and_hours(app, name, value, words):
    with app.test_request_context():
        assert words == value_words(point_named(name), value)
