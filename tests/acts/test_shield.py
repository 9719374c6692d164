"""Whoever a report names never has it: offices, people, internal control itself."""

import pytest
from sqlalchemy import select

from pqrs.acts.write_to_office import write_to_office
from pqrs.law import Assigned, Kind
from pqrs.models import SYSTEM, Notice, Official
from pqrs.office import Role
from tests.build import a_petition, an_official

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
    [("Zulma Quesada pide plata", True), ("la ingeniera Zulma, de apellido Quesada", True),
     ("Zulma pide plata", False), ("Quesada Zulma", False)],
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


def test_what_is_no_report_names_nobody_by_name(session, office):
    named(session, "Zulma del Mar Quesada Vaca")
    petition = a_petition(session, office, text="Zulma Quesada no me atendió el martes.")

    assert ([], False) == (petition.named_officials, petition.for_ombudsman)


def write(session, office, petition, body):
    press = {"number": petition.number, "seen": petition.last_sequence, "office": office}
    return write_to_office(session, body=body, **press)


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
