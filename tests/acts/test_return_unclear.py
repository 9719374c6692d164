"""Devolver para que aclare."""

from datetime import date

import pytest
from sqlalchemy import select

from pqrs.acts.return_unclear import return_unclear
from pqrs.law import Phase, Refusal, Returned
from pqrs.models import Notice, OfficialText
from pqrs.office import Role
from tests.build import a_petition, a_press, last_event, later

ITEMS = ("¿De qué calle habla?",)


def give_back(session, office, petition, items=ITEMS):
    press = a_press(session, office, petition, Role.OFFICIAL)
    return return_unclear(session, items=items, **press)


def test_the_person_has_ten_days_to_make_it_clear(session, office):
    petition = a_petition(session, office)

    give_back(session, office, petition)

    assert Phase.WAITING is petition.phase
    assert date(2026, 4, 1) == petition.standing().respond_by
    assert [list(ITEMS)] == [row.items for row in session.scalars(select(OfficialText))]
    assert 1 == last_event(petition, Returned).version
    assert "returned" in session.scalars(select(Notice.letter)).all()


def test_it_says_what_is_unclear(session, office):
    with pytest.raises(Refusal, match=r"motivos.*artículo 19"):
        give_back(session, office, a_petition(session, office), ("", " "))


def test_after_the_term_it_cannot_stop_any_more(session, office):
    petition = a_petition(session, office)

    with pytest.raises(Refusal, match=r"ya había vencido.*artículo 19"):
        give_back(session, later(office, days=30), petition)
