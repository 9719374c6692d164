"""Rechazar con un acto motivado."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from pqrs.acts.open_case import NotAllowedError
from pqrs.acts.reject import reject
from pqrs.acts.return_unclear import return_unclear
from pqrs.law import Kind, Phase, Refusal, Rejected, RejectionGround
from pqrs.models import Notice, OfficialText
from pqrs.office import Role
from tests.build import a_petition, a_press, due_day, last_event, later

TODAY = date(2026, 3, 17)
GOOD = {
    "ground": RejectionGround.DISRESPECTFUL,
    "act": "Resolución 12 de 2026",
    "act_on": TODAY,
    "reason": "Contiene insultos y ninguna solicitud.",
}


def turn_down(session, office, petition, role=Role.HEAD, **changes):
    press = a_press(session, office, petition, role)
    return reject(session, **{**GOOD, **changes}, **press)


def test_it_ends_by_its_act_and_the_grounds_are_kept(session, office):
    petition = a_petition(session, office)

    turn_down(session, office, petition)

    event = last_event(petition, Rejected)
    assert Phase.CLOSED is petition.phase
    assert (GOOD["act"], TODAY, 1) == (event.act, event.act_on, event.version)
    assert [[GOOD["reason"]]] == [row.items for row in session.scalars(select(OfficialText))]
    assert "rejected" in session.scalars(select(Notice.letter)).all()


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"act": " "}, "escriba su número y su fecha"),
        ({"reason": ""}, "motivos"),
        ({"act_on": date(2026, 3, 16)}, "desde el martes 17 de marzo de 2026 hasta hoy"),
        ({"act_on": date(2026, 3, 18)}, "hasta hoy"),
        ({"ground": RejectionGround.NOT_CLARIFIED}, "No hay nada pendiente"),
    ],
)
def test_what_the_act_lacks_is_said_with_the_article(session, office, changes, message):
    with pytest.raises(Refusal, match=message) as refused:
        turn_down(session, office, a_petition(session, office), **changes)
    assert "artículo 1" in str(refused.value)


def test_what_was_not_cleared_up_is_rejected_after_its_ten_days(session, office):
    petition = a_petition(session, office)
    press = a_press(session, office, petition, Role.OFFICIAL)
    return_unclear(session, items=("¿Qué pide?",), **press)
    ground, day = RejectionGround.NOT_CLARIFIED, date(2026, 4, 16)

    with pytest.raises(Refusal, match="tiene hasta el miércoles 1 de abril"):
        turn_down(session, office, petition, ground=ground)
    turn_down(session, later(office, days=30), petition, ground=ground, act_on=day)

    assert Phase.CLOSED is petition.phase


def test_what_silence_granted_is_not_rejected(session, office):
    petition = a_petition(session, office, kind=Kind.DOCUMENTS)
    day = due_day(petition) + timedelta(days=1)
    after = later(office, days=(day - TODAY).days)

    with pytest.raises(Refusal, match=r"se entiende aceptada.*artículo 14"):
        turn_down(session, after, petition, act_on=day)

    assert Phase.OPEN is petition.phase


def test_only_the_head_may(session, office):
    with pytest.raises(NotAllowedError):
        turn_down(session, office, a_petition(session, office), Role.OFFICIAL)
