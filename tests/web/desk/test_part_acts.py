"""A part of another's case: found, written, given back, passed on; and beside the draft."""

import pytest

from pqrs.acts.assign import assign
from pqrs.acts.settle_parts import settle_parts
from pqrs.law import Kind, PartsSettled
from pqrs.models import SYSTEM
from pqrs.office import Role
from pqrs.office.portions import find_portions
from tests.acts.test_parts import TEXT
from tests.build import a_petition, a_press
from tests.web.staff import at_work, petition_of, text_of, writing

WROTE = "El certificado de residencia se expide en línea, sin costo."
WHY = "Los certificados los expide Hacienda."
WATER = "En Villagorgona no hay agua hace tres días y además el bombillo del poste está dañado."


@pytest.fixture
def number(app):
    """Planeación's, with a part of Gobierno."""
    return parted(app, TEXT)


def settled_of_old(app):
    """It does not say which of its bodies are other entities."""
    with writing(app) as session:
        facts = {"text": TEXT, "topic": None, "kind": Kind.CLAIM, "is_doubtful": True}
        petition = a_petition(session, app.office, **facts)
        at = app.office.clock()
        petition.record(PartsSettled(at, ("EXT-ACUAVALLE", "PLAN"), None), actor=SYSTEM)
        press = a_press(session, app.office, petition, Role.CLERK)
        assign(session, department="PLAN", reason="El bombillo", **press)
        return petition.number


def parted(app, text):
    with writing(app) as session:
        office = app.office
        facts = {"text": text, "topic": None, "kind": Kind.CLAIM, "is_doubtful": True}
        petition = a_petition(session, office, **facts)
        found = find_portions(office.router_now(session), text)
        settle_parts(session, portions=found, **a_press(session, office, petition, Role.CLERK))
        press = a_press(session, office, petition, Role.CLERK)
        assign(session, department="PLAN", reason="El bombillo", **press)
        return petition.number


def come_to(person, number):
    """From its queue, by the tab."""
    person.open("/bandeja?fase=partes")
    assert "Su parte de un caso de Departamento Administrativo de Planeación" in text_of(person)
    person.open(f"/bandeja/{number}")
    return person


def test_written_by_one_it_is_copied_by_the_other(app, number):
    gob = come_to(at_work(app, Role.OFFICIAL, "GOB"), number)
    assert "Escribir la respuesta" not in text_of(gob)
    gob.open(f"/bandeja/{number}/asuntos/2/escribir")
    gob.submit(body="")
    assert "Escriba lo que responde su dependencia." in text_of(gob)
    gob.submit(body=WROTE)
    assert f"/bandeja/{number}" == gob.answer.path
    assert WROTE in text_of(gob)
    gob.open("/bandeja?fase=partes")
    assert "Ya escribió lo de su parte" in text_of(gob)
    gob.open(f"/bandeja/{number}/asuntos/2/escribir")
    assert WROTE == dict(gob.prepare().values)["body"]

    plan = at_work(app, Role.OFFICIAL, "PLAN")
    plan.open(f"/bandeja/{number}?aporte=2")

    assert WROTE in [dict(one.values).get("body") for one in plan.forms()]
    assert "Copiarlo en la respuesta" in text_of(plan)
    for wrong in ("1", "9", "x", "99999999999"):
        assert plan.open(f"/bandeja/{number}?aporte={wrong}").status == 200


def test_whoever_is_about_to_sign_is_told_what_is_missing(app, number):
    head = at_work(app, Role.HEAD, "PLAN")
    head.open(f"/bandeja/{number}")
    head.submit(body="Arreglamos el bombillo.")
    assert "/respuesta" in head.answer.path
    assert "Convivencia Ciudadana: Falta lo que responde" in text_of(head)
    assert f'href="/bandeja/{number}#parts"' in head.answer.html


def test_given_back_it_is_passed_to_another(app, number):
    gob = come_to(at_work(app, Role.OFFICIAL, "GOB"), number)
    gob.open(f"/bandeja/{number}/asuntos/2/devolver")
    gob.submit(reason=WHY)
    assert f"Devolvió su parte de {number}." in text_of(gob)
    assert gob.open(f"/bandeja/{number}").status == 403

    plan = at_work(app, Role.OFFICIAL, "PLAN")
    plan.open(f"/bandeja/{number}")
    assert f"Convivencia Ciudadana: {WHY}" in text_of(plan)
    plan.open(f"/bandeja/{number}/asuntos/2/pasar")
    plan.submit(department="HAC", reason=WHY)

    assert "Ese asunto lo atiende ahora Secretaría de Hacienda" in text_of(plan)
    come_to(at_work(app, Role.OFFICIAL, "HAC"), number)


@pytest.mark.parametrize(
    ("department", "page", "status"),
    [
        ("GOB", "1/escribir", 403),
        ("GOB", "3/escribir", 404),
        ("GOB", "2/pasar", 403),
        ("PLAN", "2/escribir", 403),
        ("PLAN", "9/pasar", 404),
        ("HAC", "2/escribir", 403),
    ],
)
def test_each_page_is_for_who_sees_to_that_matter(app, number, department, page, status):
    person = at_work(app, Role.HEAD, department)
    assert status == person.open(f"/bandeja/{number}/asuntos/{page}").status


def test_the_page_that_lets_nobody_sign_says_why_and_leads_to_what_is_missing(app):
    number = parted(app, WATER)
    head = at_work(app, Role.HEAD, "PLAN")
    head.open(f"/bandeja/{number}")
    head.submit(body="Arreglamos el bombillo.")

    assert "trasládelo antes de firmar" in text_of(head)
    assert "Firmar y entregar" not in text_of(head)
    assert f'href="/bandeja/{number}#parts"' in head.answer.html


@pytest.mark.parametrize("settle", [lambda app: parted(app, WATER), settled_of_old])
def test_what_is_of_another_entity_is_sent_alone(app, settle):
    number = settle(app)
    head = at_work(app, Role.HEAD, "PLAN")
    head.open(f"/bandeja/{number}")
    assert "Falta trasladarlo" in text_of(head)
    head.open(f"/bandeja/{number}/asuntos/1/trasladar")
    assert "EXT-ACUAVALLE" == dict(head.prepare().values)["authority"]

    head.submit(reason="El acueducto de Villagorgona es de ellos.")

    assert "Se le trasladó el" in text_of(head)
    assert petition_of(app, number).phase.value == "open"
    head.open(f"/bandeja/{number}/asuntos/1/trasladar")
    assert "Ese asunto ya se trasladó a otra entidad" in text_of(head)


def test_of_a_part_that_was_sent_nothing_is_extended_nor_decided_again(app, number):
    head = at_work(app, Role.HEAD, "PLAN")
    head.open(f"/bandeja/{number}/asuntos/2/trasladar")
    head.submit(authority="EXT-ACUAVALLE", reason="Es de ellos.")

    head.open(f"/bandeja/{number}/prorrogar")

    assert {"days_0"} == {name for name in dict(head.prepare().values) if "days_" in name}
    assert "Vence ahora" in text_of(head)
    assert "el término está detenido" not in text_of(head)
    head.open(f"/bandeja/{number}/asuntos")
    assert "Un asunto ya se trasladó a otra entidad" in text_of(head)
