"""The queue: danger to life first, then by due date; counts of the whole and one page of it."""

from datetime import date
from typing import Any

import pytest

from pqrs.law import Kind, Phase
from pqrs.models import facts_of
from pqrs.office import Permission, Role, Viewer, allowed
from pqrs.outside.now import local_date
from pqrs.queries.queue import (
    PAGE_SIZE,
    QueueCounts,
    department_queue,
    intake_queue,
    phase_counts,
)
from tests.build import a_petition, answered, later
from tests.statements import statements

TODAY = date(2026, 3, 17)


def queue(session, **changes):
    asked: dict[str, Any] = {"phase": Phase.OPEN, "page": 1, "today": TODAY} | changes
    return department_queue(session, Viewer(0, Role.HEAD, "INFRA"), **asked)


def test_the_first_to_be_due_comes_first(session, office):
    slow = a_petition(session, office)
    quick = a_petition(session, office, kind=Kind.INFORMATION)

    assert [quick.number, slow.number] == [row.number for row in queue(session).rows]


def test_danger_to_life_comes_before_everything(session, office):
    a_petition(session, office, kind=Kind.INFORMATION)
    bridge = a_petition(session, office, topic="VI-PUE-01")

    assert bridge.number == queue(session).rows[0].number


def test_each_group_of_dates_is_counted(session, office):
    for days in (-40, -22, -20, -14, 0):
        a_petition(session, later(office, days=days))
    counts = queue(session).counts

    assert 5 == counts.total
    assert QueueCounts(late=2, today=0, soon=1, near=1, later=1, undated=0) == counts


def test_what_was_answered_leaves_the_queue(session, office):
    petition = a_petition(session, office)
    answered(session, office, petition)

    assert () == queue(session).rows


def test_what_waits_for_routing_is_at_the_desk_and_not_in_the_queue(session, office):
    waiting = a_petition(session, office, topic=None, text="qwerty asdf")
    report = a_petition(session, office, topic=None, text="qwerty asdf", kind=Kind.REPORT)

    today = local_date(office.clock())
    desk = intake_queue(session, Viewer(0, Role.CLERK), page=1, today=today)
    control = intake_queue(session, Viewer(0, Role.INTERNAL_CONTROL), page=1, today=today)
    citizen_service = department_queue(
        session, Viewer(0, Role.HEAD, "DADM"), phase=Phase.OPEN, page=1, today=today
    )
    assert [waiting.number] == [row.number for row in desk.rows]
    assert [report.number] == [row.number for row in control.rows]
    assert () == citizen_service.rows


@pytest.mark.parametrize(
    ("names", "seen"),
    [
        ({"named_officials": [11]}, False),
        ({"named_officials": [3, 11, 40]}, False),
        ({"named_officials": [1, 111]}, True),
        ({"named_departments": ["INFRA"]}, False),
        ({"named_departments": ["HAC", "INFRA2"]}, True),
    ],
    ids=str,
)
def test_a_case_has_no_row_nor_count_for_whom_it_is_about(session, office, names, seen):
    petition = a_petition(session, office)
    for name, value in names.items():
        setattr(petition, name, value)
    session.flush()
    viewer = Viewer(11, Role.HEAD, "INFRA")
    found = department_queue(session, viewer, phase=Phase.OPEN, page=1, today=TODAY)

    assert (len(found.rows), found.counts.total) == (int(seen), int(seen))
    assert ({Phase.OPEN: 1} if seen else {}) == phase_counts(session, viewer)


@pytest.mark.parametrize(
    ("facts", "sees"),
    [
        ({}, {Role.CLERK}),
        ({"named_departments": ["HAC"]}, {Role.CLERK}),
        ({"named_departments": ["DADM"]}, {Role.INTERNAL_CONTROL}),
        ({"named_officials": [11]}, set()),
        ({"named_departments": ["CI"], "for_ombudsman": True}, {Role.CLERK}),
        ({"named_departments": ["DADM", "CI"], "for_ombudsman": True}, {Role.OMBUDSMAN}),
        ({"holds_report": True}, {Role.INTERNAL_CONTROL}),
        ({"holds_report": True, "for_ombudsman": True}, {Role.OMBUDSMAN}),
    ],
    ids=str,
)
def test_the_desk_lists_what_each_may_route_and_nothing_else(session, office, facts, sees):
    petition = a_petition(session, office, topic=None, text="qwerty asdf")
    for name, value in facts.items():
        setattr(petition, name, value)
    session.flush()
    today = local_date(office.clock())
    for role in (Role.CLERK, Role.INTERNAL_CONTROL, Role.OMBUDSMAN):
        viewer = Viewer(11, role)
        listed = intake_queue(session, viewer, page=1, today=today)
        assert ((1, 1) if role in sees else (0, 0)) == (len(listed.rows), listed.counts.total)
        assert (role in sees) == allowed(Permission.ROUTE_FIRST, viewer, facts_of(petition))


@pytest.mark.parametrize("page", [-3, 0, 1, 10**9])
def test_a_page_that_does_not_exist_is_the_nearest(session, office, page):
    for _each in range(PAGE_SIZE + 1):
        a_petition(session, office)
    found = queue(session, page=page)

    assert 2 == found.pages
    assert (1 if page <= 1 else 2) == found.page


def test_it_runs_two_statements_and_the_rules(session, office):
    a_petition(session, office)
    session.expunge_all()
    with statements(session) as ran:
        queue(session)

    assert 2 == len(ran)


def test_days_left_are_working_days(session, office):
    a_petition(session, office)
    row = queue(session).rows[0]

    assert (date(2026, 4, 10), 15) == (row.due_on, row.days_left)
    assert -5 == queue(session, today=date(2026, 4, 17)).rows[0].days_left
