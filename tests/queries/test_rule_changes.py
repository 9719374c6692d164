"""What was proposed and decided, by whom, and what it moved."""

from datetime import date, timedelta

import pytest

from pqrs.acts.decide_rule import Verdict, decide_rule
from pqrs.acts.propose_rule import FormalAct, propose_rule
from pqrs.law import ChangeKind
from pqrs.models import RuleStatus, newest_version
from pqrs.office import Role
from pqrs.queries.rule_changes import (
    PAGE,
    Effect,
    decided_changes,
    effect_of,
    rule_change,
    waiting_changes,
)
from tests.build import a_petition, an_official

ACT = FormalAct("Decreto 1 de 2026", date(2026, 3, 2), "Alcaldesa")
DAY = date(2026, 3, 18)


@pytest.fixture
def people(session):
    return an_official(session, Role.ADMIN, None), an_official(session, Role.SUPERVISOR, None)


def proposed(session, office, admin, day=DAY):
    return propose_rule(
        session,
        kind=ChangeKind.CLOSURE,
        record={"days": [day]},
        act=ACT,
        viewer=admin,
        office=office,
    ).change_id


def decided(session, office, supervisor, change_id, *, approve=True):
    return decide_rule(
        session,
        change_id=change_id,
        verdict=Verdict(approve, newest_version(session), "" if approve else "No existe."),
        viewer=supervisor,
        office=office,
    )


def test_what_waits_is_told_from_what_was_decided(session, office, people):
    admin, supervisor = people
    before = {row.id for row in decided_changes(session).rows}
    first, second = (
        proposed(session, office, admin, DAY + timedelta(days=place)) for place in (0, 1)
    )
    assert [first, second] == [row.id for row in waiting_changes(session)]

    decided(session, office, supervisor, first)
    decided(session, office, supervisor, second, approve=False)

    assert () == waiting_changes(session)
    found = [row.id for row in decided_changes(session).rows]
    assert [second, first] == [each for each in found if each not in before]


def test_a_row_names_both_people_and_the_act(session, office, people):
    admin, supervisor = people
    change = proposed(session, office, admin)
    decided(session, office, supervisor, change, approve=False)

    row = rule_change(session, change)

    assert ("Persona De La Entidad",) * 2 == (row.proposed_by, row.decided_by)
    assert (ACT.number, ACT.on, ACT.officer) == (row.change.act, row.act_on, row.officer)
    assert (RuleStatus.REFUSED, "No existe.", None) == (row.status, row.reason, row.version)
    assert admin.official_id == row.proposer_id


def test_a_change_that_does_not_exist_is_nothing(session):
    assert rule_change(session, 999_999) is None


def test_what_it_moved_is_remembered_by_version(session, office, people):
    admin, supervisor = people
    a_petition(session, office)
    decided(session, office, supervisor, proposed(session, office, admin))

    version = newest_version(session)

    assert Effect(moved=1, told=1) == effect_of(session, version)
    assert effect_of(session, version + 1) is None


@pytest.mark.parametrize(("wanted", "number"), [(-5, 1), (1, 1), (2, 2), (99, 2)])
def test_a_page_that_does_not_exist_is_the_nearest(session, office, people, wanted, number):
    admin, supervisor = people
    day = DAY
    for _ in range(PAGE + 1):
        day += timedelta(days=1 if day.weekday() < 4 else 3)
        change = propose_rule(
            session,
            kind=ChangeKind.READING,
            record={"name": "council_days", "value": "5", "from": day},
            act=ACT,
            viewer=admin,
            office=office,
        ).change_id
        decided(session, office, supervisor, change, approve=False)

    found = decided_changes(session, wanted)

    assert (number, 2) == (found.page, found.pages)
