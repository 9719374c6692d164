"""Every clock of a case: those of the law, with the working days that are left."""

from datetime import timedelta

import pytest

from pqrs.models.rules import forget_rules
from pqrs.outside.now import local_date
from pqrs.queries.case_duties import case_duties
from tests.build import a_petition, answered
from tests.statements import statements


def test_all_clocks_run_at_once(session, office, clock):
    number = a_petition(session, office).number
    found = case_duties(session, number, today=local_date(clock))

    assert not found.is_over
    assert [
        ("acknowledge", 1),
        ("transfer", 5),
        ("ask_completion", 10),
        ("answer", 15),
    ] == [(one.duty.name, one.days_left) for one in found.running[:4]]


def test_a_date_that_passed_counts_backwards(session, office, clock):
    number = a_petition(session, office).number
    later = local_date(clock) + timedelta(days=60)
    left = {
        one.duty.name: one.days_left for one in case_duties(session, number, today=later).running
    }

    assert (left["answer"] or 0) < 0 < (left["negative_silence"] or 0)


def test_what_is_answered_is_over(session, office, clock):
    petition = a_petition(session, office)
    answered(session, office, petition)
    found = case_duties(session, petition.number, today=local_date(clock))
    done = {one.duty.name for one in found.running if one.duty.done_on}

    assert found.is_over
    assert {"acknowledge", "answer", "summon"} == done


def test_a_number_that_is_not_there(session, clock):
    with pytest.raises(LookupError):
        case_duties(session, "2026-999999-9", today=local_date(clock))


def test_it_asks_little(session, office, clock):
    number = a_petition(session, office).number
    session.flush()
    session.expire_all()
    forget_rules(session)
    with statements(session) as ran:
        case_duties(session, number, today=local_date(clock))

    assert len(ran) <= 4
