"""The record of a petition said aloud: kept with it, once, and by whom."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from pqrs.acts.file_petition import AlreadyFiledError, file_petition
from pqrs.law import Channel, Filed, IdentityLevel
from pqrs.models import Actor, Reception, by_number
from pqrs.office import Role
from pqrs.office.reception import TakenDown, Tongue
from pqrs.queries.reception import reception_facts
from tests.build import a_filing, a_petition, an_official

TAKEN = TakenDown(
    tongue=Tongue.NASA_YUWE,
    interpreter="Intérprete Inventada",
    brought="Una carta de la junta",
    answered="Que la cuadrilla va el lunes.",
)


@pytest.fixture
def clerk(session):
    viewer = an_official(session, Role.CLERK, None)
    return Actor("official", viewer.official_id)


def filed_by(session, office, clerk, **changes):
    filing = a_filing(channel=Channel.WINDOW, taken_down=TAKEN, **changes)
    return file_petition(session, filing, token="de-palabra", office=office, actor=clerk)


def test_it_says_who_took_it_how_it_came_and_what_was_answered(session, office, clerk):
    arrived = office.clock() - timedelta(days=2)
    receipt = filed_by(session, office, clerk, received_at=arrived, posted_on=date(2026, 3, 10))

    facts = reception_facts(session, receipt.number)
    assert facts is not None
    assert (TAKEN, "Persona De La Entidad") == (facts.taken, facts.taken_by)
    assert (Channel.WINDOW, arrived, date(2026, 3, 10)) == (
        facts.channel,
        facts.received_at,
        facts.posted_on,
    )
    assert facts.person is not None
    assert "Persona Inventada" == facts.person.name
    petition = by_number(session, receipt.number)
    filed = petition.timeline()[0]
    assert isinstance(filed, Filed)
    assert (date(2026, 3, 15), date(2026, 3, 10)) == (petition.received_on, filed.posted_on)


def test_of_somebody_unknown_neither_the_name_nor_the_interpreters(session, office, clerk):
    receipt = filed_by(session, office, clerk, identity=IdentityLevel.ANONYMOUS)

    facts = reception_facts(session, receipt.number)
    assert facts is not None
    assert (None, "", Tongue.NASA_YUWE) == (
        facts.person,
        facts.taken.interpreter,
        facts.taken.tongue,
    )
    assert facts.is_guarded


def test_a_second_press_is_one_case_and_another_record_another_form(session, office, clerk):
    first = filed_by(session, office, clerk)
    again = filed_by(session, office, clerk)
    assert (first.number, first.access_code, True) == (again.number, again.access_code, again.again)

    other = a_filing(channel=Channel.WINDOW, taken_down=replace(TAKEN, answered="Otra cosa."))
    with pytest.raises(AlreadyFiledError):
        file_petition(session, other, token="de-palabra", office=office, actor=clerk)


def test_what_comes_by_the_page_has_none(session, office):
    petition = a_petition(session, office)

    assert session.get(Reception, petition.id) is None
    assert reception_facts(session, petition.number) is None
    assert reception_facts(session, "2026-999999-9") is None


@pytest.mark.parametrize("change", ["UPDATE reception SET answered = ''", "DELETE FROM reception"])
def test_nobody_changes_it_afterwards(session, office, clerk, change):
    filed_by(session, office, clerk)

    with pytest.raises(DBAPIError, match="append-only"):
        session.execute(text(change))
