"""The fields that proposals share."""

import pytest
from werkzeug.datastructures import MultiDict

from pqrs.web.forms import PageForm
from pqrs.web.office.rule_fields import KnownDay, WholeNumber


class AForm(PageForm):
    class Meta(PageForm.Meta):
        csrf = False

    day = KnownDay("Día")
    count = WholeNumber("Cuántos", least=-3, most=40)


def filled(app, **typed):
    with app.test_request_context(method="POST"):
        form = AForm(MultiDict({name.replace("_", "-"): value for name, value in typed.items()}))
        form.validate()
        return form.count.number, dict(form.errors)


@pytest.mark.parametrize(
    ("typed", "number"), [("", None), ("0", 0), ("-3", -3), ("40", 40), (" 7 ", 7), ("007", None)]
)
def test_a_whole_number_is_read(app, typed, number):
    assert number == filled(app, count=typed)[0]


@pytest.mark.parametrize("typed", ["-4", "41", "1.5", "1,5", "٣", "²", "--1", "1e1", "9" * 5000])
def test_what_is_none_is_refused_with_what_is_accepted(app, typed):
    assert {"count": ["Escriba un número entre -3 y 40."]} == filled(app, count=typed)[1]


@pytest.mark.parametrize(("year", "faults"), [("1983", 1), ("1984", 0), ("2100", 0), ("2101", 1)])
def test_a_day_is_of_the_years_that_the_calendar_knows(app, year, faults):
    found = filled(app, day_day="2", day_month="1", day_year=year)[1]

    assert faults == len(found.get("day", []))
