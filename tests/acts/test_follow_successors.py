"""A retired office's open cases go to the one that has its work; what it answered stays its own."""

from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

import pytest

from pqrs.acts.follow_successors import follow_successors
from pqrs.law import Assigned, local_day
from tests.build import a_petition, answered


@pytest.fixture
def work(session):
    @contextmanager
    def one_session():
        yield session
        session.flush()

    return one_session


def without(office, code: str, successor: str):
    """The same office the day after that department ended."""
    yesterday = local_day(office.clock()) - timedelta(days=1)
    departments = tuple(
        replace(body, valid_until=yesterday, successor=successor) if body.code == code else body
        for body in office.pack.departments
    )
    return replace(office, pack=replace(office.pack, departments=departments))


def test_the_open_case_goes_to_the_successor_and_keeps_its_date(session, work, office):
    petition = a_petition(session, office)
    due_on, department = petition.due_on, petition.department
    assert department

    moved = follow_successors(work, without(office, department, "PLAN"))

    assert (1, "PLAN", due_on) == (moved, petition.department, petition.due_on)
    last = petition.timeline()[-1]
    assert isinstance(last, Assigned)
    assert "Ahora responde" in last.reason


def test_the_second_time_nothing_is_left_to_move(session, work, office):
    a_petition(session, office)
    later_office = without(office, "INFRA", "PLAN")

    assert [1, 0] == [follow_successors(work, later_office) for _ in range(2)]


def test_without_a_successor_citizen_service_answers(session, work, office):
    petition = a_petition(session, office)

    follow_successors(work, without(office, "INFRA", ""))

    assert office.pack.entity.citizen_service == petition.department


def test_work_that_left_the_entity_waits_to_be_transferred(session, work, office):
    petition = a_petition(session, office)

    follow_successors(work, without(office, "INFRA", "HOSP"))

    assert ("intake", "HOSP") == (petition.routed_by, petition.competent)


def test_what_was_answered_keeps_the_old_name(session, work, office):
    petition = a_petition(session, office)
    answered(session, office, petition)

    assert 0 == follow_successors(work, without(office, "INFRA", "PLAN"))
    assert "INFRA" == petition.department


def test_while_every_office_exists_nothing_moves(session, work, office):
    a_petition(session, office)

    assert 0 == follow_successors(work, office)
