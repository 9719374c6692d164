"""A year's calendar is signed as it stands; a later change makes the signature stale."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from pqrs.acts.open_case import NotAllowedError
from pqrs.acts.sign_calendar import sign_calendar
from pqrs.law import ChangeKind, LawError, Refusal
from pqrs.office import Role
from pqrs.queries.calendar_check import calendar_check
from tests.build import an_official, approve_change


@pytest.fixture
def sign(session, office):
    viewer = an_official(session, Role.ADMIN, None)

    def call(year=2026, act="", viewer=viewer):
        return sign_calendar(session, year=year, act=act, viewer=viewer, office=office)

    return call


def test_as_the_law_has_it_needs_no_act(session, sign):
    sign()

    found = calendar_check(session, 2026)
    assert found.is_signed
    assert () == found.differences
    assert not calendar_check(session, 2027).is_signed


def test_a_difference_needs_the_act_that_justifies_it(session, sign):
    approve_change(session, ChangeKind.CLOSURE, {"days": ["2026-12-24"]})

    with pytest.raises(Refusal, match="2026 difiere"):
        sign()
    sign(act="Decreto 012 de 2026")

    (difference,) = calendar_check(session, 2026).differences
    assert "Decreto 012 de 2026" == difference.norm
    assert not difference.is_worked


def test_what_changes_later_makes_it_stale(session, sign):
    sign()
    approve_change(session, ChangeKind.CLOSURE, {"days": ["2026-12-24"]})

    found = calendar_check(session, 2026)
    assert not found.is_signed
    assert found.signature is not None
    sign(act="Decreto 012 de 2026")
    assert calendar_check(session, 2026).is_signed


def test_signing_again_what_is_signed_is_refused(sign):
    sign()

    with pytest.raises(Refusal, match="ya está firmado"):
        sign()


def test_saturdays_worked_from_a_day_on_differ_by_the_laws_rule(session):
    record = {"name": "saturday_is_business", "value": True, "from": "2026-12-01"}
    approve_change(session, ChangeKind.READING, record)

    found = calendar_check(session, 2026).differences
    assert 4 == len(found)
    assert all(one.is_worked and "1042" in one.norm for one in found)


@pytest.mark.parametrize("year", [1983, 2101])
def test_a_year_out_of_range(sign, year):
    with pytest.raises(LawError, match="1984"):
        sign(year=year)


def test_only_an_administrator_signs(session, sign):
    with pytest.raises(NotAllowedError):
        sign(viewer=an_official(session, Role.SUPERVISOR, None))


def test_a_signature_is_never_rewritten(session, sign):
    sign()

    with pytest.raises(DBAPIError, match="append-only"), session.begin_nested():
        session.execute(text("UPDATE calendar_signature SET act = 'otro'"))
