"""Pedir que complete."""

from datetime import date

import pytest
from sqlalchemy import select

from pqrs.acts.open_case import NotAllowedError
from pqrs.acts.request_completion import request_completion
from pqrs.law import CompletionRequested, Kind, Phase, Refusal
from pqrs.models import Notice, OfficialText
from pqrs.office import Role
from tests.build import a_petition, a_press, answered, last_event, later

ITEMS = ("Número de la factura", "Foto de la calle")


def ask(session, office, petition, items=ITEMS, role=Role.OFFICIAL, **more):
    press = a_press(session, office, petition, role)
    return request_completion(session, items=items, **more, **press)


def test_what_is_missing_is_kept_and_the_clock_waits(session, office):
    petition = a_petition(session, office)

    ask(session, office, petition)

    assert Phase.WAITING is petition.phase
    assert petition.due_on is None
    text = session.scalars(select(OfficialText)).one()
    event = last_event(petition, CompletionRequested)
    assert (list(ITEMS), 1) == (text.items, text.version)
    assert (1, event.at) == (event.version, event.communicated_at)
    assert date(2026, 4, 17) == petition.standing().respond_by
    letters = session.scalars(select(Notice.letter).order_by(Notice.id)).all()
    assert "completion_requested" == letters[-1]


def test_the_clock_never_stops_before_it_was_written_down(session, office):
    petition = a_petition(session, office)
    then = later(office, days=7)

    ask(session, then, petition)

    event = last_event(petition, CompletionRequested)
    assert (then.clock(), then.clock()) == (event.at, event.communicated_at)
    assert date(2026, 4, 24) == petition.standing().respond_by


def test_a_claim_about_data_is_told_its_own_date(session, office):
    petition = a_petition(session, office, kind=Kind.DATA_CLAIM)

    ask(session, office, petition)

    assert date(2026, 5, 19) == petition.standing().respond_by
    letter = session.scalars(select(Notice).order_by(Notice.id.desc())).first()
    assert ("completion_requested", "2026-05-19") == (letter.letter, letter.details["respond_by"])


def test_it_is_asked_once(session, office):
    petition = a_petition(session, office)
    ask(session, office, petition)

    with pytest.raises(Refusal) as refused:
        ask(session, office, petition)

    assert "already_stopped" == refused.value.rule


def test_after_ten_days_it_is_late(session, office):
    petition = a_petition(session, office)

    with pytest.raises(Refusal, match=r"hasta el miércoles 1 de abril de 2026.*artículo 17"):
        ask(session, later(office, days=16), petition)


@pytest.mark.parametrize("items", [(), ("",), ("  ", "\n")])
def test_it_says_what_is_missing(session, office, items):
    with pytest.raises(Refusal, match="Diga qué falta"):
        ask(session, office, a_petition(session, office), items)


def test_an_answered_case_lacks_nothing(session, office):
    petition = a_petition(session, office)
    answered(session, office, petition, opened=False)

    with pytest.raises(Refusal, match="ya se firmó"):
        ask(session, office, petition)


def test_the_clerk_asks_while_it_waits_for_routing(session, office):
    waiting = a_petition(session, office, topic=None, text="qwerty asdf")
    ask(session, office, waiting, role=Role.CLERK)
    routed = a_petition(session, office)

    assert Phase.WAITING is waiting.phase
    with pytest.raises(NotAllowedError):
        ask(session, office, routed, role=Role.CLERK)
