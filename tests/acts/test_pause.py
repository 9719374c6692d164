"""Suspender por impedimento o conflicto de competencias."""

import pytest
from sqlalchemy import select

from pqrs.acts.open_case import NotAllowedError
from pqrs.acts.pause import pause
from pqrs.law import Paused, PauseGround, Phase, Refusal
from pqrs.models import Notice
from pqrs.office import Role
from tests.build import a_petition, a_press, last_event, later

WHY = "La secretaria es hermana de quien pide; decide el alcalde."


def stop(session, office, petition, reason=WHY, role=Role.HEAD):
    press = a_press(session, office, petition, role)
    return pause(session, ground=PauseGround.IMPEDIMENT, reason=reason, **press)


def test_no_day_counts_from_now_on(session, office):
    petition = a_petition(session, office)

    stop(session, office, petition)

    assert (Phase.WAITING, None) == (petition.phase, petition.due_on)
    assert WHY == last_event(petition, Paused).reason
    assert "paused" in session.scalars(select(Notice.letter)).all()


def test_it_needs_its_reasons(session, office):
    with pytest.raises(Refusal, match=r"motivos.*artículo 12"):
        stop(session, office, a_petition(session, office), " ")


def test_what_stands_still_does_not_stop_again(session, office):
    petition = a_petition(session, office)
    stop(session, office, petition)

    with pytest.raises(Refusal, match="ya está detenido"):
        stop(session, office, petition)


def test_a_term_that_ended_does_not_stop(session, office):
    with pytest.raises(Refusal, match=r"ya había vencido"):
        stop(session, later(office, days=30), a_petition(session, office))


def test_only_the_head_may(session, office):
    with pytest.raises(NotAllowedError):
        stop(session, office, a_petition(session, office), role=Role.OFFICIAL)
