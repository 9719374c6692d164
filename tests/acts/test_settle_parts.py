"""Un asunto o varios."""

import pytest
from sqlalchemy import select

from pqrs.acts.assign import assign
from pqrs.acts.extend import extend
from pqrs.acts.move_part import send_part
from pqrs.acts.open_case import NotAllowedError
from pqrs.acts.settle_parts import settle_parts
from pqrs.law import Kind, PartsSettled, Refusal
from pqrs.models import Notice, OfficialText, Proposal
from pqrs.office import Role
from pqrs.office.portions import find_portions
from tests.build import a_petition, a_press, answered

TEXT = "El bombillo del poste está dañado y además necesito un certificado de residencia."
FILED = {"text": TEXT, "topic": None, "kind": Kind.CLAIM}


def settled(session, office, petition, role, *, several=True):
    found = find_portions(office.router_now(session), TEXT) if several else ()
    press = a_press(session, office, petition, role)
    return settle_parts(session, portions=found, **press), found


def waiting(session, office, **changes):
    """At the desk: nobody knows where something like this goes."""
    return a_petition(session, office, **{**FILED, "is_doubtful": True, **changes})


def test_the_desk_makes_it_mixed_with_a_term_for_each(session, office):
    petition = waiting(session, office)

    _petition, found = settled(session, office, petition, Role.CLERK)

    event = next(one for one in petition.timeline() if isinstance(one, PartsSettled))
    words = session.scalars(select(OfficialText.items)).one()
    assert (("PLAN", "GOB"), [one.words for one in found]) == (event.departments, words)
    assert tuple(one.suggestion.kind for one in found) == event.kinds
    assert Kind.MIXED is petition.kind
    assert [one.suggestion.kind for one in found] == [
        part.kind for part in petition.standing().parts
    ]
    assert "reclassified" in session.scalars(select(Notice.letter)).all()


def test_a_department_says_it_and_the_supervisor_decides_the_term(session, office):
    petition = a_petition(session, office, **FILED | {"topic": "SP-ALU-01"})
    before = petition.due_on

    settled(session, office, petition, Role.OFFICIAL)
    settled(session, office, petition, Role.HEAD)

    assert (Kind.CLAIM, before) == (petition.kind, petition.due_on)
    assert ["mixed"] == [one.payload["kind"] for one in session.scalars(select(Proposal))]


def test_one_matter_is_on_record_and_nothing_else_changes(session, office):
    petition = waiting(session, office)
    due_on = petition.due_on

    settled(session, office, petition, Role.CLERK, several=False)

    assert PartsSettled(petition.timeline()[-1].at) == petition.timeline()[-1]
    assert (Kind.CLAIM, due_on) == (petition.kind, petition.due_on)


def test_it_is_for_who_has_the_case_and_before_the_answer(session, office):
    petition = waiting(session, office)
    for role in (Role.OFFICIAL, Role.SUPERVISOR, Role.AUDITOR):
        with pytest.raises(NotAllowedError):
            settled(session, office, petition, role)
    done = a_petition(session, office)
    answered(session, office, done)
    with pytest.raises(Refusal):
        settled(session, office, done, Role.OFFICIAL)


def test_a_report_is_not_passed_around(session, office):
    report = a_petition(session, office, kind=Kind.REPORT)
    with pytest.raises(NotAllowedError):
        settled(session, office, report, Role.OFFICIAL)


def test_what_was_passed_on_is_not_decided_again(session, office):
    petition = waiting(session, office)
    settled(session, office, petition, Role.CLERK)
    assign(
        session,
        department="PLAN",
        reason="El bombillo",
        **a_press(session, office, petition, Role.CLERK),
    )
    head = a_press(session, office, petition, Role.HEAD)
    send_part(session, matter=2, authority="EXT-ACUAVALLE", reason="Es de ellos", **head)
    before = petition.standing()
    assert before.gone

    for several in (False, True):
        with pytest.raises(Refusal, match="no se decide otra vez"):
            settled(session, office, petition, Role.OFFICIAL, several=several)

    head = a_press(session, office, petition, Role.HEAD)
    with pytest.raises(Refusal, match="la responde otra entidad"):
        extend(session, days=(0, 20), reason="Falta la visita", **head)
    assert before == petition.standing()
