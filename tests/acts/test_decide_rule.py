"""A proposed change of the rules: decided once, by another person, with everything it moves."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from pqrs.acts.decide_rule import StaleRulesError, UnknownChangeError, Verdict, decide_rule
from pqrs.acts.open_case import NotAllowedError
from pqrs.acts.propose_rule import FormalAct, propose_rule
from pqrs.law import ChangeKind, Reckoned, Refusal
from pqrs.models import AuditEntry, Notice, RuleChange, RuleStatus, newest_version
from pqrs.office import Role
from pqrs.queries.reckoning import what_if
from tests.build import a_petition, an_official, answered, approve_change, due_day

ACT = FormalAct("Decreto 020 de 2026", date(2026, 3, 16), "Alcaldesa")
FRIDAY = "2026-03-20"


@pytest.fixture
def admin(session):
    return an_official(session, Role.ADMIN, None)


@pytest.fixture
def supervisor(session):
    return an_official(session, Role.SUPERVISOR, None)


@pytest.fixture
def closing(session, office, admin):
    """A proposal to close Friday 20 March 2026."""
    return propose_rule(
        session,
        kind=ChangeKind.CLOSURE,
        record={"days": [FRIDAY]},
        act=ACT,
        viewer=admin,
        office=office,
    ).change_id


def approve(session, change_id, viewer, office, **changes):
    verdict = replace(Verdict(approve=True, seen=newest_version(session)), **changes)
    return decide_rule(session, change_id=change_id, verdict=verdict, viewer=viewer, office=office)


def test_approval_moves_the_dates_with_event_and_notice(session, office, supervisor, closing):
    petition = a_petition(session, office)
    head = an_official(session, Role.HEAD, petition.department)
    before = due_day(petition)

    done = approve(session, closing, supervisor, office)

    assert RuleStatus.APPROVED is done.status
    assert (1, 2) == (done.reckoning.moved, done.reckoning.told)
    event = petition.timeline()[-1]
    assert isinstance(event, Reckoned)
    assert (before, petition.due_on) == (event.before, event.after)
    assert before < due_day(petition)
    assert event.cause == (
        "Decreto 020 de 2026: la entidad no trabaja el viernes 20 de marzo de 2026."
    )
    assert petition.due_on == petition.standing().due_on
    letters = {row.letter: row for row in session.scalars(select(Notice))}
    assert "persona@example.com" == letters["reckoned"].address
    assert before.isoformat() == letters["reckoned"].details["due_before"]
    assert 1 == letters["reckoned_department"].details["count"]
    assert head is not None


def test_what_was_shown_before_is_what_happens(session, office, supervisor, closing):
    petition = a_petition(session, office)
    change = session.get_one(RuleChange, closing).to_change()
    shown = what_if(session, [change], today=date(2026, 3, 17))

    approve(session, closing, supervisor, office)

    (case,) = shown.cases
    assert (petition.number, petition.due_on) == (case.number, case.after)


def test_a_case_that_ended_keeps_what_it_ended_under(session, office, supervisor, closing):
    petition = a_petition(session, office)
    answered(session, office, petition)
    kept = (petition.due_on, petition.answer_days, petition.reckoned_with, petition.last_sequence)

    approve(session, closing, supervisor, office)

    assert kept == (
        petition.due_on,
        petition.answer_days,
        petition.reckoned_with,
        petition.last_sequence,
    )
    assert petition.due_on == petition.standing().due_on


def test_deciding_again_the_same_way_does_nothing(session, office, supervisor, closing):
    a_petition(session, office)
    first = approve(session, closing, supervisor, office)
    again = approve(session, closing, supervisor, office, seen=0)

    assert (False, True) == (first.repeated, again.repeated)
    assert again.reckoning is None


def test_what_was_decided_is_not_decided_the_other_way(session, office, supervisor, closing):
    approve(session, closing, supervisor, office)

    with pytest.raises(StaleRulesError):
        approve(session, closing, supervisor, office, approve=False, reason="Ya no")


def test_rules_that_changed_since_the_page_was_shown(session, office, supervisor, closing):
    seen = newest_version(session)
    approve_change(session, ChangeKind.CLOSURE, {"days": ["2026-03-24"]})

    with pytest.raises(StaleRulesError):
        approve(session, closing, supervisor, office, seen=seen)


def test_another_change_may_have_left_nothing_of_it(session, office, supervisor, closing):
    approve_change(session, ChangeKind.CLOSURE, {"days": [FRIDAY]}, "Decreto 019 de 2026")

    with pytest.raises(Refusal, match="ya está cerrado por Decreto 019 de 2026"):
        approve(session, closing, supervisor, office)


def test_nobody_decides_what_they_proposed(session, office, admin, closing):
    turned = replace(admin, role=Role.SUPERVISOR)

    with pytest.raises(Refusal, match="otra persona"):
        approve(session, closing, turned, office)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.SUPERVISOR])
def test_only_a_supervisor_decides(session, office, closing, role):
    viewer = an_official(session, role, None)

    with pytest.raises(NotAllowedError):
        approve(session, closing, viewer, office)


def test_there_is_no_such_proposal(session, office, supervisor):
    with pytest.raises(UnknownChangeError):
        approve(session, 999_999, supervisor, office)


def test_a_refusal_needs_its_reason_and_changes_nothing(session, office, supervisor, closing):
    petition = a_petition(session, office)
    before, version = petition.due_on, newest_version(session)
    with pytest.raises(Refusal, match="por qué"):
        approve(session, closing, supervisor, office, approve=False, reason="  ")

    done = approve(session, closing, supervisor, office, approve=False, reason="Sin decreto")

    row = session.get_one(RuleChange, closing)
    assert (RuleStatus.REFUSED, "Sin decreto", None) == (row.status, row.reason, row.version)
    assert done.reckoning is None
    assert (before, version) == (petition.due_on, newest_version(session))


def test_the_audit_trail_says_who_decided(session, office, supervisor, closing):
    approve(session, closing, supervisor, office)

    actions = session.scalars(select(AuditEntry.action).order_by(AuditEntry.id)).all()
    assert ["rule_proposed", "rule_approved", "reckoned"] == list(actions[-3:])


def test_an_act_of_tomorrow_is_refused(session, office, admin):
    tomorrow = (office.clock() + timedelta(days=1)).date()

    with pytest.raises(Refusal, match="todavía no llega"):
        propose_rule(
            session,
            kind=ChangeKind.CLOSURE,
            record={"days": [FRIDAY]},
            act=replace(ACT, on=tomorrow),
            viewer=admin,
            office=office,
        )
