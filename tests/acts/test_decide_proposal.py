"""Decidir lo propuesto: the second of two people."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from pqrs.acts.decide_proposal import DecidedError, UnknownProposalError, decide_proposal
from pqrs.acts.open_case import NotAllowedError
from pqrs.acts.propose import propose
from pqrs.law import Annulled, Kind, Phase, Reclassified, Refusal
from pqrs.models import ProposalStatus, ProposedAct
from pqrs.office import Role
from tests.build import a_petition, a_press, an_official, answered, last_event

WHY = "El mismo oficio se radicó dos veces."


@pytest.fixture
def petition(session, office):
    return a_petition(session, office)


@pytest.fixture
def supervisor(session):
    return an_official(session, Role.SUPERVISOR, None)


@pytest.fixture
def proposed(session, office, petition):
    press = a_press(session, office, petition, Role.CLERK)
    return propose(session, act=ProposedAct.ANNUL, reason=WHY, **press)


def decide(session, office, proposed, viewer, *, approve=True, answer=""):
    return decide_proposal(
        session,
        proposal_id=proposed.id,
        approve=approve,
        answer=answer,
        viewer=viewer,
        office=office,
    )


def test_approved_the_number_is_annulled_and_both_are_on_record(
    session, office, petition, proposed, supervisor
):
    decide(session, office, proposed, supervisor)

    event, row = last_event(petition, Annulled), petition.events[-1]
    assert Phase.ANNULLED is petition.phase
    assert (WHY, proposed.proposed_by) == (event.reason, event.proposed_by)
    assert supervisor.official_id == row.official_id
    assert ProposalStatus.APPROVED is proposed.status


def test_approved_the_kind_changes(session, office, petition, supervisor):
    press = a_press(session, office, petition, Role.HEAD)
    proposed = propose(
        session, act=ProposedAct.RECLASSIFY, kind=Kind.DOCUMENTS, reason="Una copia.", **press
    )

    decide(session, office, proposed, supervisor)

    assert Kind.DOCUMENTS is petition.kind
    assert press["viewer"].official_id == last_event(petition, Reclassified).proposed_by


def test_not_approved_nothing_happens_and_the_reason_stays(
    session, office, petition, proposed, supervisor
):
    before = petition.last_sequence
    with pytest.raises(Refusal, match="motivos"):
        decide(session, office, proposed, supervisor, approve=False)

    decide(session, office, proposed, supervisor, approve=False, answer="Son dos distintos.")

    assert before == petition.last_sequence
    assert (ProposalStatus.REFUSED, "Son dos distintos.") == (proposed.status, proposed.answer)


def test_the_second_decision_changes_nothing(session, office, proposed, supervisor):
    decide(session, office, proposed, supervisor)

    with pytest.raises(DecidedError) as decided:
        decide(session, office, proposed, an_official(session, Role.SUPERVISOR, None))
    assert supervisor.official_id == decided.value.by


def test_who_proposed_does_not_decide(session, office, proposed, supervisor):
    same = replace(supervisor, official_id=proposed.proposed_by)

    with pytest.raises(Refusal, match="otra persona"):
        decide(session, office, proposed, same)


@pytest.mark.parametrize("role", [Role.CLERK, Role.HEAD, Role.ADMIN])
def test_only_a_supervisor_decides(session, office, proposed, role):
    with pytest.raises(NotAllowedError):
        decide(session, office, proposed, an_official(session, role))


def test_what_the_law_refuses_by_now_is_not_done(session, office, petition, proposed, supervisor):
    answered(session, office, petition, opened=False)

    with pytest.raises(Refusal, match="ya se firmó"):
        decide(session, office, proposed, supervisor)
    assert ProposalStatus.PROPOSED is proposed.status


def test_no_such_proposal(session, office, proposed, supervisor):
    other = SimpleNamespace(id=proposed.id + 1)
    with pytest.raises(UnknownProposalError):
        decide(session, office, other, supervisor)
