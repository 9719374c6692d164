from dataclasses import fields
from datetime import date, time

import pytest

from pqrs.law import LawError, Readings, disputed


def test_every_reading_is_explained_in_the_data_with_its_default():
    points = {point.name: point for point in disputed()}
    assert {field.name for field in fields(Readings)} == set(points)
    for field in fields(Readings):
        point = points[field.name]
        assert getattr(Readings(), field.name) == point.read(point.default), field.name
        assert point.question.endswith("?")
        assert point.why
        assert point.otherwise


def test_every_value_can_be_written_as_text():
    for point in disputed():
        for written, means in point.values.items():
            assert means == getattr(Readings.from_plain({point.law_name: written}), point.name)


@pytest.mark.parametrize(
    ("plain", "name", "value"),
    [
        ({"saturday_is_business": True}, "saturday_is_business", True),
        ({"council_days": 5}, "council_days", 5),
        ({"praise_days": None}, "praise_days", 0),
        ({"praise_days": "none"}, "praise_days", 0),
        ({"closing_time": time(16, 0)}, "closing_time", time(16, 0)),
        ({"closing_time": "16:00"}, "closing_time", time(16, 0)),
        ({"ley_2207_from": date(2022, 5, 17)}, "emergency_terms_until", date(2022, 5, 16)),
        ({"habeas_consulta_count": "receipt_day_is_day_one"}, "data_query_count",
         "receipt_day_is_day_one"),
        ({"data_query_count": "receipt_day_is_day_one"}, "data_query_count",
         "receipt_day_is_day_one"),
    ],
)  # fmt: skip
def test_a_value_is_read_as_law_packs_and_json_write_it(plain, name, value):
    assert value == getattr(Readings.from_plain(plain), name)


@pytest.mark.parametrize(
    "plain", [{"luna": 1}, {"council_days": 6}, {"closing_time": "tarde"}, {"close_on": True}]
)
def test_other_names_and_values_are_refused(plain):
    with pytest.raises(LawError, match="Ley 1437 de 2011, artículo 22"):
        Readings.from_plain(plain)


def test_a_change_keeps_the_others():
    first = Readings(council_days=5)
    second = first.changed({"close_on": "access"})
    assert (5, "access") == (second.council_days, second.close_on)
    assert "delivered" == first.close_on
