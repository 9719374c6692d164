"""What the pack and the law data change becomes a version; a later choice is not undone."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from pqrs.acts.load_rules import load_rules
from pqrs.acts.reckon_stale import reckon_stale
from pqrs.law import ChangeKind, Reckoned, law_digest
from pqrs.models import RuleChange, newest_version, rules_for
from tests.build import a_petition, approve_change, due_day, later


@pytest.fixture
def pack(entity):
    """The pack with some readings of its own."""

    def reading(**values):
        facts = replace(entity.pack.entity, readings=values)
        return replace(entity.pack, entity=facts)

    return reading


def test_again_and_nothing_changed(session, entity):
    before = newest_version(session)

    assert not load_rules(session, entity.pack)
    assert before == newest_version(session) == 1


def test_the_first_readings_hold_for_every_case(session, pack):
    load_rules(session, pack(saturday_is_business=True, closing_time="16:30"))

    rules = rules_for(session)
    assert rules.calendar.saturday_is_business
    assert "16:30:00" == rules.readings.closing_time.isoformat()


def test_what_the_pack_changes_later_holds_from_that_day(session, office, pack):
    a_petition(session, office)
    load_rules(session, pack(council_days=5))

    payload = session.scalar(select(RuleChange.payload).where(RuleChange.kind == ChangeKind.PACK))
    assert payload["from"] is not None
    assert 10 == rules_for(session, office.clock().date()).readings.council_days
    assert 5 == rules_for(session).readings.council_days


def test_an_administrators_later_choice_stays(session, pack):
    load_rules(session, pack(praise_days="none", council_days=5))
    approve_change(session, ChangeKind.READING, {"name": "council_days", "value": 10})

    assert not load_rules(session, pack(praise_days="none", council_days=5))
    assert load_rules(session, pack(praise_days=15, council_days=5))
    readings = rules_for(session).readings
    assert (15, 10) == (readings.praise_days, readings.council_days)


def test_what_the_pack_no_longer_says_goes_to_the_default(session, pack):
    load_rules(session, pack(council_days=5))
    load_rules(session, pack())

    assert 10 == rules_for(session).readings.council_days


def test_new_law_data_is_a_version_and_open_cases_are_moved(session, office, entity, monkeypatch):
    petition = a_petition(session, office)
    before = petition.due_on
    monkeypatch.setattr("pqrs.acts.load_rules.law_digest", lambda: "otra")

    assert load_rules(session, entity.pack)
    done = reckon_stale(session, office)

    assert (0, newest_version(session)) == (done.moved, petition.reckoned_with)
    assert before == petition.due_on
    assert law_digest() != "otra"


def test_a_case_that_a_change_passed_by_is_caught_up(session, office):
    petition = a_petition(session, office)
    before = due_day(petition)
    approve_change(session, ChangeKind.CLOSURE, {"days": ["2026-03-20"]})

    done = reckon_stale(session, later(office, minutes=5))

    assert 1 == done.moved
    assert before < due_day(petition)
    assert isinstance(petition.timeline()[-1], Reckoned)
    assert reckon_stale(session, office) is None
