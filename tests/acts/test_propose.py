"""Proponer: nothing changes until another person decides."""

import pytest
from sqlalchemy import select

from pqrs.acts.open_case import NotAllowedError
from pqrs.acts.propose import propose
from pqrs.law import Kind, LawError, Refusal
from pqrs.models import Proposal, ProposalStatus, ProposedAct
from pqrs.office import Role
from tests.build import a_petition, a_press, answered

WHY = "El mismo oficio se radicó dos veces."


def put(session, office, petition, act=ProposedAct.ANNUL, role=Role.CLERK, **more):
    press = a_press(session, office, petition, role)
    return propose(session, act=act, **{"reason": WHY, **more}, **press)


def test_the_clerk_proposes_to_annul_and_the_case_goes_on(session, office):
    petition = a_petition(session, office)
    before = petition.last_sequence

    put(session, office, petition)

    found = session.scalars(select(Proposal)).one()
    assert (ProposalStatus.PROPOSED, WHY, {}) == (found.status, found.reason, found.payload)
    assert before == petition.last_sequence


def test_a_department_proposes_another_kind(session, office):
    petition = a_petition(session, office)
    kinds = {"kind": Kind.MIXED, "parts": (Kind.CLAIM, Kind.INFORMATION)}

    found = put(session, office, petition, ProposedAct.RECLASSIFY, Role.OFFICIAL, **kinds)

    assert {"kind": "mixed", "parts": ["claim", "information"]} == found.payload


def test_one_at_a_time_about_a_case(session, office):
    petition = a_petition(session, office)
    put(session, office, petition)

    with pytest.raises(Refusal, match="Ya hay una propuesta"):
        put(session, office, petition)


@pytest.mark.parametrize(
    ("act", "role"),
    [
        (ProposedAct.ANNUL, Role.HEAD),
        (ProposedAct.ANNUL, Role.SUPERVISOR),
        (ProposedAct.RECLASSIFY, Role.CLERK),
        (ProposedAct.RECLASSIFY, Role.SUPERVISOR),
    ],
)
def test_only_whose_it_is_to_propose(session, office, act, role):
    with pytest.raises(NotAllowedError):
        put(session, office, a_petition(session, office), act, role, kind=Kind.DOCUMENTS)


def test_what_the_law_would_refuse_is_not_proposed(session, office):
    petition = a_petition(session, office)
    official = Role.OFFICIAL
    with pytest.raises(Refusal, match="artículo 13"):
        put(session, office, petition, ProposedAct.RECLASSIFY, official, kind=petition.kind)
    with pytest.raises(LawError):
        put(session, office, petition, ProposedAct.RECLASSIFY, official, kind=Kind.MIXED)
    with pytest.raises(Refusal, match="motivos"):
        put(session, office, petition, reason=" ")
    answered(session, office, petition, opened=False)
    with pytest.raises(Refusal, match="ya se firmó"):
        put(session, office, petition)
