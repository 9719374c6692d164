"""Whoever a report names never has it: offices, people, internal control itself."""

import pytest
from sqlalchemy import select

from pqrs.acts.add_text import add_text
from pqrs.acts.reclassify import reclassify
from pqrs.acts.write_to_office import write_to_office
from pqrs.law import Assigned, Kind
from pqrs.models import SYSTEM, Notice, Official, facts_of
from pqrs.office import Permission, Role, allowed
from pqrs.outside.now import local_date
from pqrs.queries.queue import intake_queue
from tests.build import a_petition, a_press, an_official

WORDS = "Cobran por poner el sello en las licencias."


def a_report(session, office, **changes):
    facts = {"kind": Kind.REPORT, "topic": "AD-COR-01", "text": WORDS, "person": None}
    return a_petition(session, office, **facts | changes)


def named(session, name, role=Role.OFFICIAL, department="INFRA"):
    viewer = an_official(session, role, department)
    session.get_one(Official, viewer.official_id).name = name
    return viewer


@pytest.mark.parametrize(
    ("said", "named_by_it"),
    [("Zulma Quesada pide plata", True), ("Quesada Zulma", True), ("Zulma pide plata", False)],
)  # fmt: skip
def test_a_person_is_called_by_two_of_their_names(session, office, said, named_by_it):
    viewer = named(session, "Zulma del Mar Quesada Vaca")
    petition = a_report(session, office, text=f"{WORDS} {said}.")

    assert ([viewer.official_id] if named_by_it else []) == petition.named_officials
    assert named_by_it == ("INFRA" in petition.named_departments)
    assert ("CI", False) == (petition.department, petition.for_ombudsman)


@pytest.mark.parametrize(
    "filing",
    [{"named": ("CI",)}, {"text": "los de control interno se robaron la plata"},
     {"text": f"{WORDS} Es Ramiro Tascón."}],
)  # fmt: skip
def test_against_internal_control_the_ombudsman_is_told_and_it_is_not(session, office, filing):
    named(session, "Ramiro Tascón Vaca", Role.INTERNAL_CONTROL, None)
    an_official(session, Role.HEAD, "CI")
    ombudsman = an_official(session, Role.OMBUDSMAN, None)
    petition = a_report(session, office, **filing)

    assert (True, "intake") == (petition.for_ombudsman, petition.routed_by)
    session.flush()
    query = select(Notice.address).where(Notice.petition_id == petition.id)
    told = set(session.scalars(query)) - {None}
    assert {session.get_one(Official, ombudsman.official_id).email} == told


SHOUTED = "Zulma Quesada me gritó cuando pregunté por el hueco de la calle."


@pytest.mark.parametrize("active", [True, False])
def test_a_complaint_never_reaches_the_office_of_whom_it_names(session, office, active):
    viewer = named(session, "Zulma del Mar Quesada Vaca")
    session.get_one(Official, viewer.official_id).active = active
    petition = a_petition(session, office, kind=Kind.COMPLAINT, text=SHOUTED)

    assert ([viewer.official_id], ["INFRA"]) == (
        petition.named_officials,
        petition.named_departments,
    )
    assert "CI" == petition.department
    assert not allowed(Permission.READ_CASE, viewer, facts_of(petition))


def test_a_kind_that_accuses_nobody_may_speak_of_anybody(session, office):
    named(session, "Zulma del Mar Quesada Vaca")
    petition = a_petition(session, office, kind=Kind.PRAISE, text=SHOUTED)

    assert ([], []) == (petition.named_officials, petition.named_departments)


@pytest.mark.parametrize("filed_as", [Kind.CLAIM, Kind.PRIVATE_INTEREST])
@pytest.mark.parametrize(
    ("becomes", "parts"),
    [(Kind.REPORT, ()), (Kind.COMPLAINT, ()), (Kind.MIXED, (Kind.COMPLAINT, Kind.CLAIM))],
)
def test_what_becomes_an_accusation_leaves_whoever_any_of_its_words_name(
    session, office, filed_as, becomes, parts
):
    viewer = named(session, "Zulma del Mar Quesada Vaca")
    petition = a_petition(session, office, kind=filed_as)
    add_text(session, body="Zulma Quesada pide plata.", **own(office, petition))
    add_text(session, body="Fue el martes.", **own(office, petition))
    assert ("INFRA", []) == (petition.department, petition.named_officials)
    press = a_press(session, office, petition, Role.SUPERVISOR)
    reclassify(session, kind=becomes, parts=parts, reason="Acusa a una persona.", **press)

    assert ("CI", [viewer.official_id]) == (petition.department, petition.named_officials)
    assert ["reclassified", "assigned"] == [event.name for event in petition.timeline()[-2:]]


def test_a_change_that_makes_it_a_report_against_control_reaches_the_ombudsman(session, office):
    named(session, "Ramiro Tascón Vaca", Role.INTERNAL_CONTROL, None)
    ombudsman = an_official(session, Role.OMBUDSMAN, None)
    petition = a_petition(session, office, kind=Kind.CLAIM, text=f"{WORDS} Es Ramiro Tascón.")
    petition.record(Assigned(office.clock(), "CI", "", "person"), actor=SYSTEM)
    press = a_press(session, office, petition, Role.SUPERVISOR)
    reclassify(session, kind=Kind.REPORT, reason="Acusa a una persona.", **press)

    assert (True, "intake") == (petition.for_ombudsman, petition.routed_by)
    assert allowed(Permission.READ_CASE, ombudsman, facts_of(petition))
    query = select(Notice.address).where(Notice.letter == "to_route")
    assert session.get_one(Official, ombudsman.official_id).email in session.scalars(query).all()


def test_a_complaint_about_a_clerk_waits_for_internal_control_and_not_for_the_desk(session, office):
    clerk = named(session, "Zulma del Mar Quesada Vaca", Role.CLERK, None)
    control = an_official(session, Role.INTERNAL_CONTROL, None)
    filing = {"kind": Kind.COMPLAINT, "topic": None, "text": "Zulma Quesada qwerty asdf"}
    petition = a_petition(session, office, is_doubtful=True, **filing)

    assert ("intake", ["DADM"]) == (petition.routed_by, petition.named_departments)
    other = an_official(session, Role.CLERK, None)
    may = [allowed(Permission.ROUTE_FIRST, one, facts_of(petition)) for one in (clerk, other)]
    assert [False, False] == may
    assert allowed(Permission.ROUTE_FIRST, control, facts_of(petition))
    query = select(Notice.address).where(Notice.letter == "to_route")
    assert [session.get_one(Official, control.official_id).email] == session.scalars(query).all()


@pytest.mark.parametrize("replaced", [False, True])
def test_against_control_and_the_ombudsman_the_supervisor_is_told_until_there_is_another(
    session, office, replaced
):
    named(session, "Ramiro Tascón Vaca", Role.INTERNAL_CONTROL, None)
    ombudsman = named(session, "Zulma Quesada Vaca", Role.OMBUDSMAN, None)
    readers = {role: an_official(session, role, None) for role in (Role.SUPERVISOR, Role.AUDITOR)}
    if replaced:
        readers[Role.OMBUDSMAN] = an_official(session, Role.OMBUDSMAN, None)
    text = f"{WORDS} Son Ramiro Tascón y Zulma Quesada."
    petition = a_report(session, office, text=text)
    session.flush()

    who = Role.OMBUDSMAN if replaced else Role.SUPERVISOR
    query = select(Notice.address).where(Notice.letter == "to_route")
    told = session.get_one(Official, readers[who].official_id).email
    assert [told] == session.scalars(query).all()
    today = local_date(office.clock())
    for viewer in (*readers.values(), ombudsman):
        may = viewer is readers[who]
        assert may == allowed(Permission.ROUTE_FIRST, viewer, facts_of(petition))
        listed = intake_queue(session, viewer, page=1, today=today).rows
        assert may == (petition.number in [row.number for row in listed])


def own(office, petition):
    return {"number": petition.number, "seen": petition.last_sequence, "office": office}


def write(session, office, petition, body):
    return write_to_office(session, body=body, **own(office, petition))


def test_a_later_message_takes_the_case_from_whoever_it_names(session, office):
    petition = a_report(session, office, topic=None, text="Se roban la plata de los huecos.")
    petition.record(Assigned(office.clock(), "INFRA", "", "person"), actor=SYSTEM)
    write(session, office, petition, "En Infraestructura me pidieron plata.")

    assert "CI" == petition.department
    assert "INFRA" in petition.named_departments


def test_when_the_message_names_internal_control_too_somebody_else_decides(session, office):
    petition = a_report(session, office)
    write(session, office, petition, "los de control interno se robaron la plata")

    assert (True, "intake") == (petition.for_ombudsman, petition.routed_by)


def test_a_message_that_names_nobody_moves_nothing(session, office):
    petition = a_report(session, office)
    write(session, office, petition, "Fue el martes.")

    assert "petitioner_wrote" == petition.timeline()[-1].name
    assert "CI" == petition.department
