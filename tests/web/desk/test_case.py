"""Who may open a case, and what is left of it in the audit trail."""

import re

import pytest

from pqrs.acts.file_petition import Person
from pqrs.law import IdentityLevel
from pqrs.office import Role
from tests.web.staff import a_case, at_work, audit, text_of

PERSON = Person(name="Yenny Ñáñez Díaz", document_type="CC", document_number="1023456789")
OPEN_TO = {
    Role.ADMIN: {"/administracion"},
    Role.AUDITOR: {"/bandeja/poblacion"},
    Role.SUPERVISOR: {"/bandeja/poblacion"},
    Role.OMBUDSMAN: {"/bandeja/poblacion"},
}
"""A section of each, which a page that refuses leads to."""


def test_reading_a_case_leaves_an_entry(app):
    number = a_case(app)
    person = at_work(app)

    person.open(f"/bandeja/{number}")

    assert 200 == person.answer.status
    assert ["read_case"] == audit(app, number)


def test_a_case_of_another_department_is_refused_and_noted(app):
    number = a_case(app)
    person = at_work(app, Role.HEAD, "PLAN")

    person.open(f"/bandeja/{number}")

    assert 403 == person.answer.status
    assert "No tiene permiso para esta acción" in text_of(person)
    assert "Si cree que es un error, hable con" in text_of(person)
    assert ["read_case_refused"] == audit(app, number)


def test_a_reserved_case_of_another_department_does_not_exist(app):
    number = a_case(app, identity=IdentityLevel.RESERVED)
    person = at_work(app, Role.HEAD, "PLAN")
    unknown = person.open("/bandeja/2026-999999-0")

    reserved = person.open(f"/bandeja/{number}")

    assert (404, 404) == (unknown.status, reserved.status)
    assert unknown.html == reserved.html
    assert "Esta página no existe o usted no tiene acceso a ella" in text_of(person)


@pytest.mark.parametrize(
    "written", ["1", "0", "-1", "2026-000001-9", "٣", "x" * 300, "%00", "2026-1'--"]
)
def test_what_is_no_number_is_no_page(app, written):
    person = at_work(app)

    assert 404 == person.open(f"/bandeja/{written}").status


def test_a_number_without_hyphens_is_the_same_case(app):
    number = a_case(app)
    person = at_work(app)

    assert 200 == person.open(f"/bandeja/{number.replace('-', '')}").status


@pytest.mark.parametrize(
    ("identity", "note"),
    [
        (IdentityLevel.NAMED, "Yenny Ñáñez Díaz"),
        (IdentityLevel.RESERVED, "Identidad reservada: no se muestra aquí."),
        (IdentityLevel.ANONYMOUS, "Es anónima: nadie sabe quién la presentó."),
    ],
)
def test_the_person_is_shown_only_to_who_may_see(app, identity, note):
    number = a_case(app, identity=identity, person=PERSON)
    official = at_work(app)

    official.open(f"/bandeja/{number}")

    assert note in text_of(official)
    if identity is not IdentityLevel.NAMED:
        assert "Yenny" not in official.answer.html
        assert "1023456789" not in official.answer.html


@pytest.mark.parametrize("role", [Role.ADMIN, Role.AUDITOR, Role.SUPERVISOR, Role.OMBUDSMAN])
def test_some_roles_open_no_case(app, role):
    number = a_case(app)
    person = at_work(app, role, None)

    assert 403 == person.open(f"/bandeja/{number}").status
    links = set(re.findall(r'href="([^"]+)"', person.answer.html))
    assert {"/cuenta", *OPEN_TO[role]} <= links  # the desk's own frame, with the way on
    assert not {"/radicar", "/seguimiento", "/evaluar"} & links


def test_the_clerk_reads_a_case_only_while_it_waits(app):
    waiting = a_case(app, text="Zzz", topic=None)
    routed = a_case(app)
    clerk = at_work(app, Role.CLERK, None)

    assert 200 == clerk.open(f"/bandeja/{waiting}").status
    assert 403 == clerk.open(f"/bandeja/{routed}").status


def test_internal_control_reads_every_case(app):
    number = a_case(app)
    control = at_work(app, Role.INTERNAL_CONTROL, None)

    assert 200 == control.open(f"/bandeja/{number}").status
