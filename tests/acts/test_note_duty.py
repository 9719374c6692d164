"""Anotar un deber cumplido, and the answer that was published: their clocks are crossed out."""

from datetime import date

import pytest

from pqrs.acts.decide_answer import decide_answer, withdraw_answer
from pqrs.acts.note_duty import note_duty
from pqrs.acts.open_case import NotAllowedError
from pqrs.acts.pause import pause
from pqrs.acts.propose_answer import propose_answer
from pqrs.law import DutyMet, Kind, PauseGround, Refusal
from pqrs.office import Role
from pqrs.outside.now import local_date
from pqrs.queries.case_duties import case_duties
from tests.acts.test_public_answers import WORDING
from tests.build import a_petition, a_press, an_official, answered, last_event


def done_on(session, petition, clock, name):
    found = case_duties(session, petition.number, today=local_date(clock)).running
    return next(one.duty.done_on for one in found if one.duty.name == name)


def note(session, office, petition, duty, on, role=Role.HEAD):
    press = a_press(session, office, petition, role)
    return note_duty(session, duty=duty, done_on=on, **press)


def test_the_words_beside_the_data_are_noted_once(session, office, clock):
    petition, today = a_petition(session, office, kind=Kind.DATA_CLAIM), local_date(clock)
    note(session, office, petition, "mark_data_claim", today, Role.OFFICIAL)

    assert "mark_data_claim" == last_event(petition, DutyMet).duty
    assert today == done_on(session, petition, clock, "mark_data_claim")
    with pytest.raises(Refusal, match="Ya se anotó que se hizo"):
        note(session, office, petition, "mark_data_claim", today)


def test_an_impediment_is_sent_once_there_is_one(session, office, clock):
    petition, today = a_petition(session, office), local_date(clock)
    with pytest.raises(Refusal, match="No hay nada de eso"):
        note(session, office, petition, "send_impediment", today)
    press = a_press(session, office, petition, Role.HEAD)
    pause(session, ground=PauseGround.IMPEDIMENT, reason="Es su prima.", **press)
    with pytest.raises(Refusal, match=r"va desde el.*artículo 12"):
        note(session, office, petition, "send_impediment", date(2026, 1, 2))
    with pytest.raises(NotAllowedError):
        note(session, office, petition, "send_impediment", today, Role.SUPERVISOR)

    note(session, office, petition, "send_impediment", today)
    assert today == done_on(session, petition, clock, "send_impediment")


def test_an_answer_that_is_published_crosses_out_its_duty_until_it_is_withdrawn(
    session, office, clock
):
    petition = a_petition(session, office, kind=Kind.INFORMATION)
    answered(session, office, petition)
    assert done_on(session, petition, clock, "publish_answer") is None
    writer, supervisor = an_official(session), an_official(session, Role.SUPERVISOR, None)
    answer = propose_answer(
        session, WORDING, viewer=writer, office=office, number=petition.number, looked=True
    )
    decide_answer(session, answer, approve=True, reason="", viewer=supervisor, office=office)
    assert local_date(clock) == done_on(session, petition, clock, "publish_answer")

    withdraw_answer(session, answer, "Cambió", looked=True, viewer=supervisor, office=office)
    assert done_on(session, petition, clock, "publish_answer") is None
