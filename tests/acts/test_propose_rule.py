"""A proposed change of the rules: who may, with which act, and what is refused."""

from dataclasses import replace
from datetime import date

import pytest

from pqrs.acts.open_case import NotAllowedError
from pqrs.acts.propose_rule import FormalAct, propose_rule
from pqrs.law import ChangeKind, LawError, Refusal
from pqrs.models import RuleChange, RuleStatus, newest_version
from pqrs.office import Role
from tests.build import a_petition, an_official

ACT = FormalAct("Decreto 020 de 2026", date(2026, 3, 16), "Alcaldesa")
FRIDAY = {"days": ["2026-03-20"]}


@pytest.fixture
def propose(session, office):
    viewer = an_official(session, Role.ADMIN, None)

    def call(kind=ChangeKind.CLOSURE, record=FRIDAY, act=ACT, viewer=viewer):
        return propose_rule(
            session, kind=kind, record=record, act=act, viewer=viewer, office=office
        )

    return call


def test_it_waits_and_moves_nothing(session, office, propose):
    petition = a_petition(session, office)
    before, version = petition.due_on, newest_version(session)

    row = session.get_one(RuleChange, propose().change_id)

    assert RuleStatus.PROPOSED is row.status
    assert (None, None, None) == (row.version, row.decided_by, row.decided_at)
    assert (before, version) == (petition.standing().due_on, newest_version(session))


def test_pressed_twice_it_is_one(propose):
    assert propose().change_id == propose().change_id
    assert propose().change_id != propose(act=replace(ACT, number="Decreto 21")).change_id


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMIN])
def test_only_an_administrator_proposes(session, propose, role):
    with pytest.raises(NotAllowedError):
        propose(viewer=an_official(session, role, None))


@pytest.mark.parametrize("missing", [{"number": " "}, {"on": None}, {"officer": ""}])
def test_a_closure_cites_the_act_that_closes_the_office(propose, missing):
    with pytest.raises(Refusal, match="cierre se apoya en el acto"):
        propose(act=replace(ACT, **missing))


def test_a_record_that_cannot_be(propose):
    with pytest.raises(LawError, match="no es una fecha"):
        propose(record={"days": ["2026-13-01"]})


def test_days_that_take_no_effect_are_said(propose):
    done = propose(record={"days": ["2026-03-20", "2026-03-21"]})

    assert ["2026-03-21"] == [one.params["day"].isoformat() for one in done.left_out]


def test_a_sunday_is_refused(propose):
    with pytest.raises(Refusal, match="no se trabaja de todos modos"):
        propose(record={"days": ["2026-03-22"]})
