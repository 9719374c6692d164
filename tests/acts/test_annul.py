"""Anular: the number stays visible and is never used again."""

import pytest
from sqlalchemy import select

from pqrs.acts.annul import annul
from pqrs.acts.open_case import NotAllowedError
from pqrs.law import Phase, Refusal
from pqrs.models import Notice
from pqrs.office import Role
from tests.build import a_petition, a_press, an_official


def void(session, office, petition, role=Role.SUPERVISOR, reason="Se radicó dos veces."):
    clerk = an_official(session, Role.CLERK, None)
    press = a_press(session, office, petition, role)
    return annul(session, reason=reason, proposed_by=clerk.official_id, **press)


def test_the_next_number_is_another_one(session, office):
    petition = a_petition(session, office)
    void(session, office, petition)

    assert Phase.ANNULLED is petition.phase
    assert petition.number != a_petition(session, office).number
    assert "annulled" in session.scalars(select(Notice.letter)).all()


def test_it_is_annulled_once_and_with_a_reason(session, office):
    petition = a_petition(session, office)
    with pytest.raises(Refusal, match="motivos"):
        void(session, office, petition, reason="")
    void(session, office, petition)
    with pytest.raises(NotAllowedError):
        void(session, office, petition)


def test_the_clerk_alone_does_not(session, office):
    with pytest.raises(NotAllowedError):
        void(session, office, a_petition(session, office), Role.CLERK)
