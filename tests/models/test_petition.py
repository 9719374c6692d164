"""The one door, and what refuses whoever tries another."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from pqrs.law import Assigned
from pqrs.models import SYSTEM, by_number
from pqrs.models.engine import write_intent
from pqrs.models.petition import FIRST_HASH, chain_hash, digest_payload
from tests.build import a_petition, answered

REFUSED = (
    "UPDATE petition_event SET name = 'x'",
    "DELETE FROM petition_event",
    "UPDATE petition_text SET body = 'x'",
    "DELETE FROM petition",
    "UPDATE petition SET number = 'x'",
    "UPDATE petition SET filed_at = '2020-01-01'",
    "UPDATE reply_text SET body = 'x'",
    "DELETE FROM reply_text",
    "UPDATE evaluation SET ease = 1",
    "UPDATE audit_entry SET action = 'x'",
)


@pytest.mark.parametrize("statement", REFUSED)
def test_history_cannot_be_rewritten(session, office, statement):
    petition = a_petition(session, office)
    answered(session, office, petition)
    session.execute(text(ROWS))

    with pytest.raises(DBAPIError, match="append-only"), session.begin_nested():
        session.execute(text(statement))


ROWS = """INSERT INTO evaluation
(department, kind, area, channel, outcome, ease, satisfaction, comment, created_at, token_hash)
VALUES ('HAC', '', '', '', 'yes', 5, 5, '', '2026-01-01 00:00:00', 'x')"""


@pytest.fixture(autouse=True)
def an_audit_entry(session):
    session.execute(
        text("INSERT INTO audit_entry (at, action, details) VALUES ('2026-01-01', 'x', '{}')")
    )


def test_each_event_is_chained_to_the_one_before(session, office):
    petition = a_petition(session, office)
    answered(session, office, petition)

    previous = FIRST_HASH
    for row in petition.events:
        assert digest_payload(row.salt, row.payload) == row.digest
        assert chain_hash(row.facts(), previous) == row.hash
        previous = row.hash
    assert previous == petition.last_hash


def test_the_second_writer_of_a_case_fails_on_its_unique_key(session, office):
    petition = a_petition(session, office)
    petition.last_sequence = 1
    event = Assigned(at=office.clock(), department="HAC", reason="x", by="person")

    with pytest.raises(DBAPIError), session.begin_nested():
        petition.record(event, actor=SYSTEM)


def test_a_moment_comes_back_as_it_was(session, office):
    petition = a_petition(session, office)
    session.flush()
    session.expire(petition)

    assert office.clock() == petition.filed_at
    assert petition.filed_at.tzinfo is not None


def test_the_computed_columns_equal_the_fold(session, office):
    petition = a_petition(session, office)
    answered(session, office, petition)
    now_standing = petition.standing()

    assert (now_standing.phase, now_standing.due_on) == (petition.phase, petition.due_on)
    with write_intent():
        session.flush()


def test_what_is_to_be_changed_is_read_anew(session, office):
    """Somebody may have changed it after this session read it and before the lock was ours."""
    petition = a_petition(session, office)
    petition.timeline()
    session.connection().execute(text("UPDATE petition SET last_sequence = 9"))

    assert 2 == by_number(session, petition.number).last_sequence
    assert 9 == by_number(session, petition.number, for_change=True).last_sequence
