"""What waits for its second person."""

from datetime import date

import pytest

from pqrs.acts.decide_proposal import decide_proposal
from pqrs.acts.propose import propose
from pqrs.law import Kind
from pqrs.models import ProposalStatus, ProposedAct
from pqrs.office import Role
from pqrs.queries.proposals import proposal, proposals, sequence_of
from tests.build import a_petition, a_press, an_official

KINDS = (Kind.CLAIM, Kind.DOCUMENTS)


@pytest.fixture
def both(session, office):
    """An annulment and a change of kind, of two cases."""
    first, second = (a_petition(session, office, kind=Kind.CLAIM) for _ in range(2))
    clerk = a_press(session, office, first, Role.CLERK)
    head = a_press(session, office, second, Role.HEAD)
    return (
        propose(session, act=ProposedAct.ANNUL, reason="doble", **clerk),
        propose(session, act=ProposedAct.RECLASSIFY, reason="x", kind=Kind.DOCUMENTS, **head),
    )


def test_the_oldest_waits_first_and_a_change_of_kind_says_its_dates(session, both):
    annulment, change = proposals(session)

    assert [one.id for one in both] == [annulment.id, change.id]
    assert (None, None) == (annulment.kind, annulment.due_after)
    assert (KINDS, date(2026, 4, 10), date(2026, 4, 1)) == (
        (change.kind_now, change.kind),
        change.due_now,
        change.due_after,
    )
    assert "Persona De La Entidad" == change.proposed_by


def test_who_proposes_sees_their_own(session, both):
    mine = proposals(session, by=both[0].proposed_by)

    assert [both[0].id] == [one.id for one in mine]


def test_what_was_decided_comes_after_with_who_and_why(session, office, both):
    supervisor = an_official(session, Role.SUPERVISOR, None)
    decide_proposal(
        session,
        proposal_id=both[0].id,
        approve=False,
        answer="Son dos.",
        viewer=supervisor,
        office=office,
    )

    waiting, decided = proposals(session)
    assert (both[1].id, both[0].id) == (waiting.id, decided.id)
    assert (ProposalStatus.REFUSED, "Son dos.", None) == (
        decided.status,
        decided.answer,
        decided.due_after,
    )
    assert decided.decided_by


def test_nothing_there(session, both):
    assert proposal(session, both[1].id + 1) is None
    assert sequence_of(session, "2026-999999-9") is None
    assert 2 == sequence_of(session, proposals(session)[0].number)
