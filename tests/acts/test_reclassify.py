"""Cambiar el tipo."""

from datetime import date

import pytest
from sqlalchemy import delete, select

from pqrs.acts.open_case import NotAllowedError
from pqrs.acts.reclassify import reclassify
from pqrs.law import Kind, LawError, Refusal, local_day
from pqrs.models import (
    Notice,
    Official,
    Petition,
    facts_of,
    is_confidential,
    may_be_source,
)
from pqrs.models.alike import fetch
from pqrs.office import Role
from pqrs.queries.messages import dialogue
from pqrs.queries.queue import intake_queue
from pqrs.queries.receipt import receipt_facts
from pqrs.queries.tracking import tracking
from tests.build import a_petition, a_press, an_official, later

WHY = "Pide copia de su licencia: es una petición de documentos."


def change(session, office, petition, kind=Kind.DOCUMENTS, role=Role.SUPERVISOR, **changes):
    press = a_press(session, office, petition, role)
    return reclassify(session, kind=kind, **{"reason": WHY, **changes}, **press)


def test_the_other_term_counts_from_the_same_start(session, office):
    petition = a_petition(session, office)

    change(session, later(office, days=3), petition)

    assert (Kind.DOCUMENTS, date(2026, 4, 1)) == (petition.kind, petition.due_on)
    assert date(2026, 3, 17) == petition.received_on
    assert "reclassified" in session.scalars(select(Notice.letter)).all()


def test_a_mixed_petition_has_a_date_for_each_part(session, office):
    petition = a_petition(session, office)

    change(session, office, petition, Kind.MIXED, parts=(Kind.CLAIM, Kind.CONSULTATION))

    assert date(2026, 4, 10) == petition.due_on
    assert [15, 30] == [part.total_days for part in petition.standing().parts]


@pytest.mark.parametrize("parts", [(), (Kind.MIXED, Kind.CLAIM)])
def test_a_mixed_petition_names_its_parts(session, office, parts):
    with pytest.raises(LawError, match="partes"):
        change(session, office, a_petition(session, office), Kind.MIXED, parts=parts)


def test_the_same_kind_is_no_change(session, office):
    petition = a_petition(session, office)
    with pytest.raises(Refusal, match="artículo 13"):
        change(session, office, petition, petition.kind)


def test_it_says_why(session, office):
    with pytest.raises(Refusal, match="motivos"):
        change(session, office, a_petition(session, office), reason=" ")


@pytest.mark.parametrize("role", [Role.OFFICIAL, Role.HEAD, Role.CLERK])
def test_who_answers_it_does_not_choose_its_term(session, office, role):
    with pytest.raises(NotAllowedError):
        change(session, office, a_petition(session, office), role=role)


def test_the_clerk_does_while_it_waits_for_routing(session, office):
    petition = a_petition(session, office, topic=None, text="qwerty asdf")
    change(session, office, petition, role=Role.CLERK)

    assert Kind.DOCUMENTS is petition.kind


@pytest.mark.parametrize(
    ("kind", "told"), [(Kind.REPORT, ["control"]), (Kind.DOCUMENTS, [])], ids=str
)
def test_a_report_that_still_waits_is_told_to_internal_control(session, office, kind, told):
    control = an_official(session, Role.INTERNAL_CONTROL, None)
    petition = a_petition(session, office, topic=None, text="qwerty asdf")
    press = a_press(session, office, petition, Role.CLERK)
    session.execute(delete(Notice))
    reclassify(session, kind=kind, reason=WHY, **press)

    query = select(Notice.address).where(Notice.letter == "to_route")
    names = {session.get_one(Official, control.official_id).email: "control"}
    assert told == [names.get(address) for address in session.scalars(query)]


def test_what_is_mixed_with_a_report_is_guarded_like_one(session, office):
    """By its row as by its page: the lists, what is alike, what teaches, what may be published."""
    control = an_official(session, Role.INTERNAL_CONTROL, None)
    neighbour = a_petition(session, office, topic=None)
    accuses = {"text": "qwerty asdf. En Planeación me pidieron plata.", "kind": Kind.CLAIM}
    petition = a_petition(session, office, topic=None, is_doubtful=True, **accuses)
    change(session, office, petition, Kind.MIXED, Role.CLERK, parts=(Kind.CLAIM, Kind.REPORT))
    clerk = an_official(session, Role.CLERK, None)
    today = local_day(office.clock())

    facts = facts_of(petition)
    assert (Kind.MIXED, True, True) == (petition.kind, facts.is_report, facts.is_past_desk)
    assert ("PLAN",) == facts.named_departments
    assert is_confidential(petition)
    assert not may_be_source(petition, office.pack)
    assert [] == [one for one, *_ in fetch(session, neighbour, Petition.id == petition.id)]
    listed = [
        [row.number for row in intake_queue(session, viewer, page=1, today=today).rows]
        for viewer in (clerk, control)
    ]
    assert petition.number not in listed[0]
    assert petition.number in listed[1]
    seen = tracking(session, petition.number, today=today)
    assert (True, True, True) == (seen.is_discreet, seen.is_guarded, seen.was_reported)
    assert receipt_facts(session, petition.number).is_guarded
    assert dialogue(session, petition.number).is_open

    change(session, office, petition, Kind.CLAIM)
    assert not facts_of(petition).is_report
