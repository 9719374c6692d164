"""Reanudar lo que un impedimento o un conflicto detuvo."""

from datetime import date

import pytest
from sqlalchemy import select

from pqrs.acts.pause import pause
from pqrs.acts.request_completion import request_completion
from pqrs.acts.resume import resume
from pqrs.law import PauseGround, Phase, Refusal, Resumed
from pqrs.models import Notice
from pqrs.office import Role
from tests.build import a_petition, a_press, last_event, later

WHY = "El alcalde decidió que no hay impedimento."


def go_on(session, office, petition, reason=WHY):
    return resume(session, reason=reason, **a_press(session, office, petition, Role.HEAD))


def test_the_term_goes_on_the_day_after(session, office):
    petition = a_petition(session, office)
    press = a_press(session, office, petition, Role.HEAD)
    pause(session, ground=PauseGround.COMPETENCE_CONFLICT, reason="x", **press)

    go_on(session, later(office, days=1), petition)

    assert (Phase.OPEN, date(2026, 4, 13)) == (petition.phase, petition.due_on)
    assert WHY == last_event(petition, Resumed).reason
    assert "resumed" in session.scalars(select(Notice.letter)).all()


def test_only_what_such_a_cause_stopped(session, office):
    petition = a_petition(session, office)
    with pytest.raises(Refusal, match=r"no está detenido.*artículo 12"):
        go_on(session, office, petition)

    press = a_press(session, office, petition, Role.OFFICIAL)
    request_completion(session, items=("Algo",), **press)
    with pytest.raises(Refusal, match="no está detenido"):
        go_on(session, office, petition)


def test_it_says_what_was_decided(session, office):
    with pytest.raises(Refusal, match="motivos"):
        go_on(session, office, a_petition(session, office), "")
