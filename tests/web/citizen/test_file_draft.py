"""From typed answers to a filing."""

from datetime import date

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from pqrs.extensions import db
from pqrs.law import IdentityLevel, Kind
from pqrs.models.engine import write_intent
from pqrs.web.citizen.file_draft import check, is_discreet, is_urgent, make_filing, without_person
from tests.web.citizen.filling import ANSWERS


@pytest.fixture(autouse=True)
def request_context(app):
    with app.test_request_context():
        yield


def typed(**changes):
    answers = {name: value for page in ANSWERS.values() for name, value in page.items()}
    return answers | changes


def test_answers_become_a_filing():
    when = {"happened_on-day": "3", "happened_on-month": "2", "happened_on-year": "2026"}
    filing = make_filing(
        check(typed(**when, topic="SP-ALU-01", document_number="1234567", document_type="CC"))
    )

    assert (Kind.CLAIM, "SP-ALU-01", "VILLAGORGONA", date(2026, 2, 3), ()) == (
        filing.kind,
        filing.topic,
        filing.place,
        filing.happened_on,
        filing.missing,
    )


def test_who_does_not_know_leaves_it_to_us():
    filing = make_filing(check(typed(kind="unknown", topic="other", place="")))

    assert (None, None, None) == (filing.kind, filing.topic, filing.place)


def test_an_anonymous_filing_has_nobody_in_it():
    filing = make_filing(check(typed(identity="anonymous", email="persona@example.com")))

    assert (IdentityLevel.ANONYMOUS, None, "page", ()) == (
        filing.identity,
        filing.person,
        filing.reply_by,
        filing.missing,
    )
    assert "name" not in without_person(typed())


def test_a_fault_stops_until_the_person_goes_on_anyway():
    faulty = typed(reply_by="email", email="juan@")
    stuck = check(faulty).stuck
    filing = make_filing(check(faulty | {"anyway": ["file_reply"]}))

    assert stuck is not None
    assert "file_reply" == stuck.name
    assert ("juan@", "page", ("email", "document")) == (
        filing.person.email,
        filing.reply_by,
        filing.missing,
    )


def test_danger_and_discretion_are_seen():
    assert is_urgent({"text": "huele a gas muy fuerte en la escuela"})
    assert not is_urgent({"text": "la lámpara está apagada"})
    assert is_discreet({"kind": "report"})
    assert is_discreet({"identity": "anonymous"})
    assert not is_discreet({"kind": "claim", "identity": "named"})


def test_a_draft_is_read_without_waiting_for_who_writes(app, client):
    """Only what is kept takes the lock, and only for as long as that takes."""
    with client.session_transaction() as cookie:
        cookie["filing"] = "a" * 43
    with write_intent(), Session(db.engine) as other:
        other.execute(text("select 1"))
        answer = client.post("/radicar/que-paso", data={"text": "x", "csrf_token": "perdido"})

    assert 400 == answer.status_code
