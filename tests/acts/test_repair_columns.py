"""Columns that are not what the events say: found, told, repaired."""

from sqlalchemy import text

from pqrs.acts.repair_columns import repair_columns
from pqrs.law import ChangeKind
from pqrs.queries.wrong_dates import wrong_dates
from tests.build import a_petition, approve_change


def test_what_is_right_is_left_alone(session, office):
    a_petition(session, office)

    assert () == repair_columns(session, office)
    assert () == wrong_dates(session).cases


def test_a_wrong_date_is_told_and_repaired(session, office):
    petition = a_petition(session, office)
    right, number = petition.due_on, petition.number
    session.execute(text("UPDATE petition SET due_on = '2026-12-24'"))
    session.expire_all()

    (wrong,) = wrong_dates(session).cases
    (repaired,) = repair_columns(session, office)

    assert number == wrong.number == repaired.number
    assert right == repaired.differing["due_on"][1] == wrong.differing["due_on"][1]
    assert () == wrong_dates(session).cases


def test_a_history_that_cannot_be_read_stays_and_says_why(session, office):
    petition = a_petition(session, office)
    session.flush()
    session.execute(
        text(
            "DROP TRIGGER IF EXISTS petition_event_no_update"
            if session.get_bind().dialect.name == "sqlite"
            else "DROP TRIGGER petition_event_no_update ON petition_event"
        )
    )
    session.execute(text("UPDATE petition_event SET name = 'nothing' WHERE sequence = 1"))
    session.expire_all()

    (repaired,) = repair_columns(session, office)

    assert petition.number == repaired.number
    assert "nothing" in repaired.fault


def test_open_cases_without_the_newest_rules_are_counted(session, office):
    a_petition(session, office)
    approve_change(session, ChangeKind.CLOSURE, {"days": ["2026-12-24"]})

    assert 1 == wrong_dates(session).stale
