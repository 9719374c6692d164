"""A year beside the law's rule."""

import pytest

from pqrs.law import ChangeKind, LawError
from pqrs.queries.calendar_check import calendar_check
from tests.build import approve_change
from tests.statements import statements


def test_an_added_holiday_differs_with_its_norm(session):
    record = {
        "name": "Día nuevo", "date": "08-20", "norm": "Ley 9 de 2027", "article": "1",
        "from": "2027-01-01",
    }  # fmt: skip
    approve_change(session, ChangeKind.HOLIDAY, record, "Ley 9 de 2027")

    assert () == calendar_check(session, 2026).differences
    (difference,) = calendar_check(session, 2027).differences
    assert ("Ley 9 de 2027, artículo 1", False) == (difference.norm, difference.is_worked)


def test_a_year_out_of_range(session):
    with pytest.raises(LawError):
        calendar_check(session, 2101)


def test_it_asks_little(session):
    with statements(session) as ran:
        calendar_check(session, 2026)

    assert len(ran) <= 3
