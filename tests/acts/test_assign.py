"""A person routes: from the intake desk, back to it, or to another authority."""

import pytest
from sqlalchemy import select

from pqrs.acts.assign import UnknownDepartmentError, assign
from pqrs.acts.open_case import NotAllowedError
from pqrs.acts.return_to_intake import return_to_intake
from pqrs.acts.transfer import transfer
from pqrs.law import Kind, Phase, Priority, Refusal
from pqrs.models import Notice
from pqrs.office import Audience, Role
from tests.build import a_petition, an_official, answered, later


@pytest.fixture
def waiting(session, office):
    """A case whose words said nothing: it waits at the intake desk."""
    return a_petition(session, office, topic=None, text="qwerty asdf")


@pytest.fixture
def clerk(session):
    return an_official(session, Role.CLERK, None)


def test_the_clerk_sends_it_where_it_belongs(session, office, waiting, clerk):
    assign(
        session,
        number=waiting.number,
        department="HAC",
        reason="Pregunta por su predial",
        viewer=clerk,
        seen=2,
        office=office,
    )

    assert ("HAC", "person") == (waiting.department, waiting.routed_by)


def test_moving_it_inside_does_not_move_the_date(session, office, waiting, clerk):
    due_on = waiting.due_on
    assign(
        session,
        number=waiting.number,
        department="HAC",
        reason="x",
        viewer=clerk,
        seen=2,
        office=later(office, days=5),
    )

    assert due_on == waiting.due_on


def test_an_outside_body_is_not_assigned(session, office, waiting, clerk):
    with pytest.raises(UnknownDepartmentError):
        assign(
            session,
            number=waiting.number,
            department="EMC",
            reason="x",
            viewer=clerk,
            seen=2,
            office=office,
        )


def test_nobody_decides_on_a_complaint_about_themselves(session, office, clerk):
    text = "El secretario de Hacienda me gritó cuando pregunté por mi predial."
    petition = a_petition(session, office, topic=None, text=text)
    own = an_official(session, department=petition.department)
    choice = {"number": petition.number, "reason": "x", "office": office}
    return_to_intake(session, viewer=own, seen=petition.last_sequence, **choice)
    choice["viewer"] = clerk

    with pytest.raises(Refusal) as refusal:
        assign(session, department="HAC", seen=petition.last_sequence, **choice)
    assert "conflict_of_interest" == refusal.value.rule

    assign(session, department="CDI", seen=petition.last_sequence, **choice)
    assert "CDI" == petition.department


def test_once_routed_the_clerk_may_not(session, office, clerk):
    petition = a_petition(session, office)

    with pytest.raises(NotAllowedError):
        assign(
            session,
            number=petition.number,
            department="HAC",
            reason="x",
            viewer=clerk,
            seen=2,
            office=office,
        )


def test_a_department_sends_back_what_is_not_its_own(session, office):
    petition = a_petition(session, office)
    official = an_official(session)
    return_to_intake(
        session,
        number=petition.number,
        reason="Es de tránsito",
        viewer=official,
        seen=2,
        office=office,
    )

    assert ("DADM", "intake") == (petition.department, petition.routed_by)
    assert ["filed", "assigned", "assigned"] == [event.name for event in petition.timeline()]


@pytest.mark.parametrize(
    ("kind", "reader"),
    [(Kind.CLAIM, Audience.CLERK), (Kind.REPORT, Audience.INTERNAL_CONTROL)],
)
def test_whoever_routes_is_told_that_it_came_back(session, office, kind, reader):
    petition = a_petition(session, office, kind=kind)
    return_to_intake(
        session,
        number=petition.number,
        reason="Es de tránsito",
        viewer=an_official(session),
        seen=2,
        office=office,
    )

    told = session.scalars(select(Notice).where(Notice.letter == "to_route")).all()
    assert [(petition.id, reader)] == [(row.petition_id, row.audience) for row in told]


def test_the_clerk_transfers_it_to_the_competent_authority(session, office, clerk):
    petition = a_petition(session, office, topic="SP-ACU-01", place="VILLAGORGONA")
    transfer(
        session,
        number=petition.number,
        authority="EXT-ACUAVALLE",
        reason="Presta el acueducto allí",
        viewer=clerk,
        seen=2,
        office=office,
    )

    assert Phase.TRANSFERRED is petition.phase
    assert petition.due_on is None or petition.closed_on is not None


def test_our_own_office_is_no_other_authority(session, office, waiting, clerk):
    with pytest.raises(UnknownDepartmentError):
        transfer(
            session,
            number=waiting.number,
            authority="HAC",
            reason="x",
            viewer=clerk,
            seen=2,
            office=office,
        )


def test_an_answered_case_is_not_transferred(session, office):
    petition = a_petition(session, office)
    answered(session, office, petition)
    head = an_official(session, Role.HEAD)

    with pytest.raises(Refusal):
        transfer(
            session,
            number=petition.number,
            authority="EMC",
            reason="x",
            viewer=head,
            seen=petition.last_sequence,
            office=office,
        )


MAY_FALL = "el poste de la esquina se ve flojo cuando hace viento"


@pytest.mark.parametrize(
    ("danger", "grounds", "priority", "told"),
    [
        (True, ["life"], Priority.URGENT, 1),
        (False, [], Priority.NORMAL, 0),
        (None, ["perhaps_life"], Priority.NORMAL, 0),
    ],
)
def test_a_person_decides_whether_a_life_is_in_danger(
    session, office, clerk, danger, grounds, priority, told
):
    case = a_petition(session, office, topic=None, text=MAY_FALL)
    assert (case.routed_by, case.priority) == ("intake", Priority.NORMAL)
    assert (case.grounds, case.rank) == (["perhaps_life"], 0)

    assign(
        session,
        number=case.number,
        department="PLAN",
        reason="Un poste flojo",
        danger=danger,
        viewer=clerk,
        seen=2,
        office=office,
    )

    assert (case.grounds, case.priority) == (grounds, priority)
    assert danger is case.timeline()[-1].to_plain()["danger"]
    letters = session.scalars(select(Notice.letter).where(Notice.petition_id == case.id)).all()
    assert told == letters.count("danger")


def test_of_a_case_without_doubt_no_danger_is_put_down(session, office, waiting, clerk):
    assign(
        session,
        number=waiting.number,
        department="HAC",
        reason="x",
        danger=True,
        viewer=clerk,
        seen=2,
        office=office,
    )
    assert waiting.priority is Priority.NORMAL
