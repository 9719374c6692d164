"""What waits for its second person."""

from datetime import date

import pytest

from pqrs.acts.decide_proposal import decide_proposal
from pqrs.acts.propose import propose
from pqrs.law import Kind
from pqrs.models import Petition, ProposalStatus, ProposedAct
from pqrs.office import Role, Viewer
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
    annulment, change = proposals(session, a_supervisor(session))

    assert [one.id for one in both] == [annulment.id, change.id]
    assert (None, None) == (annulment.kind, annulment.due_after)
    assert (KINDS, date(2026, 4, 10), date(2026, 4, 1)) == (
        (change.kind_now, change.kind),
        change.due_now,
        change.due_after,
    )
    assert "Persona De La Entidad" == change.proposed_by


def test_who_proposes_sees_their_own(session, both):
    clerk = Viewer(both[0].proposed_by, Role.CLERK, None)
    mine = proposals(session, clerk, only_own=True)

    assert [both[0].id] == [one.id for one in mine]


def test_what_was_decided_comes_after_with_who_and_why(session, office, both):
    supervisor = a_supervisor(session)
    decide_proposal(
        session,
        proposal_id=both[0].id,
        approve=False,
        answer="Son dos.",
        viewer=supervisor,
        office=office,
    )

    waiting, decided = proposals(session, supervisor)
    assert (both[1].id, both[0].id) == (waiting.id, decided.id)
    assert (ProposalStatus.REFUSED, "Son dos.", None) == (
        decided.status,
        decided.answer,
        decided.due_after,
    )
    assert decided.decided_by


def test_nothing_there(session, both):
    supervisor = a_supervisor(session)
    assert proposal(session, both[1].id + 1, supervisor) is None
    assert sequence_of(session, "2026-999999-9") is None
    assert 2 == sequence_of(session, proposals(session, supervisor)[0].number)


def a_supervisor(session):
    return an_official(session, Role.SUPERVISOR, None)


@pytest.mark.parametrize("names", ["the person", "their department"])
def test_what_names_whoever_would_decide_is_not_there_for_them(session, both, names):
    """SoD2: neither in the list nor by its number in the address; for another it is."""
    viewer, other = an_official(session, Role.SUPERVISOR, "PLAN"), a_supervisor(session)
    for one in both:
        petition = session.get_one(Petition, one.petition_id)
        if names == "the person":
            petition.named_officials = [viewer.official_id]
        else:
            petition.named_departments = ["PLAN"]
    session.flush()

    assert () == proposals(session, viewer)
    assert [None, None] == [proposal(session, one.id, viewer) for one in both]
    assert 2 == len(proposals(session, other))


def test_whoever_asked_to_annul_a_number_that_names_them_is_not_told_so(session, both):
    """The clerk types any number; one missing from their own list would say that it names them."""
    annulment, change = both
    for one in both:
        session.get_one(Petition, one.petition_id).named_officials = [one.proposed_by]
    session.flush()
    shown = [
        [one.id for one in proposals(session, Viewer(each.proposed_by, role, None), only_own=True)]
        for each, role in ((annulment, Role.CLERK), (change, Role.HEAD))
    ]

    assert [[annulment.id], []] == shown
