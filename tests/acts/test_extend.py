"""Prórroga."""

from datetime import date

import pytest
from sqlalchemy import select

from pqrs.acts.extend import extend
from pqrs.acts.open_case import NotAllowedError, StaleError
from pqrs.law import Extended, Kind, Reclassified, Refusal
from pqrs.models import Actor, Notice
from pqrs.office import Role
from tests.build import a_petition, a_press, answered, last_event, later

WHY = "Falta la visita del ingeniero, programada para el lunes."


def lengthen(session, office, petition, *days, reason=WHY, role=Role.HEAD):
    press = a_press(session, office, petition, role)
    return extend(session, days=days, reason=reason, **press)


def test_the_head_lengthens_it_and_the_person_is_told(session, office):
    petition = a_petition(session, office, kind=Kind.CLAIM)
    assert date(2026, 4, 10) == petition.due_on

    lengthen(session, office, petition, 30)

    assert date(2026, 5, 4) == petition.due_on
    event = last_event(petition, Extended)
    assert (30, WHY, ()) == (event.total_days, event.reason, event.parts)
    told = session.scalars(select(Notice).where(Notice.letter == "extended")).one()
    assert "persona@example.com" == told.address
    assert "2026-05-04" == told.details["due_on"]


@pytest.mark.parametrize(
    ("kind", "days", "after", "rule"),
    [
        (Kind.CLAIM, 31, 0, "extension_above"),
        (Kind.CLAIM, 15, 0, "extension_shorter"),
        (Kind.CLAIM, 0, 0, "extension_shorter"),
        (Kind.CLAIM, 30, 25, "extension_late"),
        (Kind.CONGRESS, 10, 0, "extension_none"),
    ],
)
def test_the_law_says_no_with_its_article(session, office, kind, days, after, rule):
    petition = a_petition(session, office, kind=kind)
    then = later(office, days=after)

    with pytest.raises(Refusal) as refused:
        lengthen(session, then, petition, days)

    assert rule == refused.value.rule
    assert "artículo" in str(refused.value)


@pytest.mark.parametrize("reason", ["", " \n "])
def test_it_needs_its_reasons_whoever_calls(session, office, reason):
    petition = a_petition(session, office)

    with pytest.raises(Refusal, match=r"motivos.*14, parágrafo"):
        lengthen(session, office, petition, 30, reason=reason)


def test_an_answered_case_is_not_lengthened(session, office):
    petition = a_petition(session, office)
    answered(session, office, petition, opened=False)

    with pytest.raises(Refusal, match="ya se firmó"):
        lengthen(session, office, petition, 30)


def test_each_part_of_a_mixed_petition_has_its_own(session, office):
    petition = a_petition(session, office)
    mix(petition, office, Kind.CLAIM, Kind.INFORMATION, Kind.CONGRESS)

    lengthen(session, office, petition, 0, 20, 0)

    claim, information, congress = petition.standing().parts
    assert (15, 20, 5) == (claim.total_days, information.total_days, congress.total_days)


def test_a_part_that_has_no_extension_refuses(session, office):
    petition = a_petition(session, office)
    mix(petition, office, Kind.CLAIM, Kind.CONGRESS)

    with pytest.raises(Refusal, match="CONGRESO"):
        lengthen(session, office, petition, 30, 10)


def test_days_are_said_for_each_part(session, office):
    petition = a_petition(session, office)
    mix(petition, office, Kind.CLAIM, Kind.CONGRESS)

    with pytest.raises(ValueError, match="shorter"):
        lengthen(session, office, petition, 30)


def mix(petition, office, *parts):
    event = Reclassified(at=office.clock(), kind=Kind.MIXED, reason="", parts=parts)
    petition.record(event, actor=Actor("system"))


@pytest.mark.parametrize("role", [Role.OFFICIAL, Role.CLERK, Role.SUPERVISOR])
def test_only_the_head_may(session, office, role):
    with pytest.raises(NotAllowedError):
        lengthen(session, office, a_petition(session, office), 30, role=role)


def test_who_saw_an_older_page_is_told(session, office):
    petition = a_petition(session, office)
    press = a_press(session, office, petition, Role.HEAD)
    extend(session, days=(20,), reason=WHY, **press)

    with pytest.raises(StaleError):
        extend(session, days=(30,), reason=WHY, **press)
