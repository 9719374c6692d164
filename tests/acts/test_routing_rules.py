"""Rules of routing: made, closed, taken in from the pack, and switched off when they err."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from pqrs.acts.add_routing_rule import (
    FaultyRuleError,
    RuleInTheWayError,
    Validity,
    add_routing_rule,
)
from pqrs.acts.close_routing_rule import UnknownRuleError, close_routing_rule
from pqrs.acts.load_routing_rules import load_routing_rules
from pqrs.acts.open_case import NotAllowedError
from pqrs.acts.switch_off_rules import switch_off_rules
from pqrs.models import AuditEntry, Notice, RoutingRule, routing_rules
from pqrs.office import Role
from pqrs.office.entity import RoutingRule as Rule
from pqrs.office.rule_faults import RuleFault
from tests.build import a_petition, an_official, later

RULE = Rule("VI-MAL-01", "VILLAGORGONA", "PLAN", "En Villagorgona hay un convenio")
TODAY = date(2026, 3, 17)


@pytest.fixture
def admin(session):
    return an_official(session, Role.ADMIN, None)


def add(session, office, admin, rule=RULE, validity=Validity()):  # noqa: B008  frozen
    return add_routing_rule(session, rule, validity, viewer=admin, office=office)


def close(session, office, admin, rule_id, last=None):
    close_routing_rule(session, rule_id, last=last, reason="Terminó", viewer=admin, office=office)


def department_of(session, office):
    return a_petition(session, office, place="VILLAGORGONA").department


def actions(session):
    query = select(AuditEntry.action).where(AuditEntry.action.startswith("routing_rule"))
    return list(session.scalars(query.order_by(AuditEntry.id)))


def test_a_rule_routes_from_its_first_day_to_its_last(session, office, admin):
    days = Validity(begins=TODAY + timedelta(days=2), ends=TODAY + timedelta(days=3))
    add(session, office, admin, validity=days)

    found = [department_of(session, later(office, days=days)) for days in (0, 2, 3, 4)]

    assert ["INFRA", "PLAN", "PLAN", "INFRA"] == found


def test_the_same_rule_again_is_the_first_and_another_is_in_the_way(session, office, admin):
    first = add(session, office, admin)

    assert first == add(session, office, admin)
    with pytest.raises(RuleInTheWayError):
        add(session, office, admin, replace(RULE, department="HAC"))
    with pytest.raises(RuleInTheWayError):
        add(session, office, admin, validity=Validity(ends=TODAY + timedelta(days=9)))
    assert ["routing_rule_added"] == actions(session)


def test_a_closed_rule_is_not_followed_and_makes_way(session, office, admin):
    first = add(session, office, admin)
    close(session, office, admin, first)

    assert "INFRA" == department_of(session, office)
    second = add(session, office, admin, replace(RULE, department="HAC"))
    close(session, office, admin, second, last=TODAY)
    assert "HAC" == department_of(session, office)
    with pytest.raises(UnknownRuleError):
        close(session, office, admin, first)
    assert ["routing_rule_added", "routing_rule_closed"] * 2 == actions(session)


def test_closing_a_rule_never_makes_it_longer(session, office, admin):
    days = Validity(ends=TODAY + timedelta(days=1))
    first = add(session, office, admin, validity=days)
    close(session, office, admin, first, last=TODAY + timedelta(days=30))

    assert "INFRA" == department_of(session, later(office, days=2))


@pytest.mark.parametrize(
    ("changes", "fault"),
    [({"topic": "X"}, RuleFault.NO_TOPIC), ({"department": "X"}, RuleFault.NO_BODY)],
)
def test_a_rule_that_would_err_is_not_kept(session, office, admin, changes, fault):
    with pytest.raises(FaultyRuleError) as refused:
        add(session, office, admin, replace(RULE, **changes))
    assert fault is refused.value.fault


def test_only_an_administrator_touches_them(session, office):
    clerk = an_official(session, Role.CLERK, None)
    with pytest.raises(NotAllowedError):
        add(session, office, clerk)
    with pytest.raises(NotAllowedError):
        close(session, office, clerk, 1)


def test_a_rule_that_errs_is_passed_over_switched_off_and_told_once(session, office, admin):
    add(session, office, admin)
    bodies = tuple(
        replace(body, valid_until=date(2026, 1, 1), successor="") if body.code == "PLAN" else body
        for body in office.pack.departments
    )
    changed = replace(office, pack=replace(office.pack, departments=bodies), routers={})

    assert "INFRA" == department_of(session, changed)
    assert [1, 0] == [switch_off_rules(session, changed) for _ in range(2)]

    letters = session.scalars(select(Notice).where(Notice.letter == "rule_off")).all()
    assert [("admin", 1)] == [(one.audience, one.details["count"]) for one in letters]
    assert letters[0].address is not None
    assert "routing_rule_off" == actions(session)[-1]
    off = session.scalars(select(RoutingRule).where(RoutingRule.off_at.is_not(None))).one()
    assert RuleFault.RETIRED_BODY == off.off_why


def test_without_an_administrator_the_gap_is_on_record(session, office):
    session.add(
        RoutingRule(topic="X", place="", department="PLAN", reason="", made_at=office.clock())
    )
    session.flush()

    assert 1 == switch_off_rules(session, office)
    assert session.scalars(select(Notice).where(Notice.letter == "rule_off")).one().address is None


def test_the_pack_comes_in_again_without_undoing_what_was_decided(session, office, admin):
    pack = office.pack
    assert pack.rules == routing_rules(session, TODAY)
    kept, closed, moved, dropped, *rest = pack.rules
    row = session.scalars(
        select(RoutingRule).filter_by(topic=closed.topic, place=closed.place)
    ).one()
    close(session, office, admin, row.id)
    add(session, office, admin, replace(closed, department="PLAN", reason="Convenio"))

    rules = (kept, closed, replace(moved, department="INFRA"), *rest)
    for _ in range(2):
        load_routing_rules(session, replace(pack, rules=rules))

    now_on = set(routing_rules(session, date(2099, 1, 1)))
    assert {replace(closed, department="PLAN", reason="Convenio"), *rest} <= now_on
    assert replace(moved, department="INFRA") in now_on
    assert not {closed, moved, dropped} & now_on
