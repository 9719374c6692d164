"""What is marked in a text that everybody will read, and what has to go from it."""

import tomllib
from dataclasses import replace
from itertools import chain

import pytest

from pqrs.demo.answers import FILE
from pqrs.office.giveaways import giveaways, unmarked
from pqrs.office.numbering import PetitionNumber
from pqrs.office.personal_data import KnownPerson
from tests.office.packs import candelaria

ANA = KnownPerson(
    name="Ana María Peña",
    document="1112345678",
    phone="300 123 4567",
    address="Vereda Cabuyal, finca 3 de 4",
    body_name="Asociación del Cabuyal",
    represented_name="Sofía Ruiz",
)


def marked(text, person=ANA, pack=None):
    pack = pack or candelaria()
    return [(text[m.start : m.end], m.what, m.is_sure) for m in giveaways(text, person, pack)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ANA  Peña pidió", [("ANA", "name", True), ("Peña", "name", True)]),
        ("la cédula 1.112.345.678", [("cédula 1.112.345.678", "number", True)]),
        ("marque 300-123-4567", [("300-123-4567", "phone", True)]),
        ("el celular 310 765 4321", [("310 765 4321", "number", True)]),
        ("ana@example.com", [("ana@example.com", "email", True)]),
        ("radicado 2026-000001-2 de hoy", [("2026-000001-2", "filing", True)]),
        ("la ASOCIACION del Cabuyal", [("ASOCIACION del Cabuyal", "body", True)]),
        ("la niña Sofía Ruiz", [("Sofía", "represented", True), ("Ruiz", "represented", True)]),
        ("la carrera 5a No. 10-20, arriba", [("carrera 5a No. 10-20", "perhaps_address", False)]),
        ("Ana sola", [("Ana", "perhaps_name", False)]),
        ("Habló don Pedro. Luego se fue", [("Pedro", "perhaps_name", False)]),
        ("firma Juan de la Torre\nTodos", [("Juan de la Torre", "perhaps_name", False)]),
        ("Vino el niño. Si vuelve, la Sra. Mora avisa", [("Mora", "perhaps_name", False)]),
        ("la profesora Carmenza", [("Carmenza", "perhaps_name", False)]),
        ("el menor Juanito", [("Juanito", "perhaps_name", False)]),
        ("la finca La Esperanza", [("Esperanza", "perhaps_name", False)]),
        ("en el kilómetro 3", [("kilómetro 3", "perhaps_address", False)]),
        ("Gloria Candelaria vive en La Gloria", [("Gloria Candelaria", "perhaps_name", False)]),
        ("marque (602) 264 1234 hoy", [("(602) 264 1234", "perhaps_number", False)]),
        ("matrícula 370-123456.", [("370-123456", "perhaps_number", False)]),
        ("la placa ABC123", [("ABC123", "perhaps_car", False)]),
        ("la moto abc12d", [("abc12d", "perhaps_car", False)]),
        ("Le avisamos a Yolanda el lunes", [("Yolanda", "perhaps_name", False)]),
        ("Wilmer pidió la visita", [("Wilmer", "perhaps_name", False)]),
        ("la casa de gonzález", [("gonzález", "perhaps_name", False)]),
        ("Se habló con Rosa. Rosa dijo que sí", [("Rosa", "perhaps_name", False)]),
        ("Rosa es el color.\n«Luz» se llama", []),
        ("El barrio San Carlos, el día de Santa Teresa", []),
        ("Llame al 123, es la Ley 1755 de 2015 y son 250.000 habitantes", []),
        ("La Inspección de Policía cita a las partes", []),
        ("La Secretaría de Gobierno de Candelaria y El Carmelo", []),
        ("Vale $1.200.000 y se paga el 12 de mayo de 2026", []),
    ],
)  # fmt: skip
def test_each_is_marked_where_it_stands(text, found):
    assert found == marked(text)
    assert () == unmarked(text, ANA, candelaria())


def test_ordinary_answers_are_hardly_marked_and_never_for_sure():
    told = tomllib.loads(FILE.read_text())["answers"]
    found = [marked(f"{one['question']}\n{one['answer']}", KnownPerson()) for one in told]

    assert 30 < len(found)
    assert [("Gobierno Nacional", "perhaps_name", False)] == list(chain.from_iterable(found))


def test_a_number_without_hyphens_is_ours_by_its_check_digit():
    number = str(PetitionNumber(2026, 12)).replace("-", "")

    assert [(number, "filing", True)] == marked(f"el {number} de hoy", KnownPerson())


def test_what_the_entity_says_of_itself_is_nobodys():
    pack = candelaria()
    entity = replace(pack.entity, phone="602 264 8200", email="hola@candelaria.example")
    text = f"Llame al {entity.phone}, escriba a {entity.email} o venga a {entity.address}"

    assert [] == marked(text, pack=replace(pack, entity=entity))
    assert ["email"] == [what for _text, what, _sure in marked("hola@candelaria.example")]


def test_what_no_mark_can_show_has_to_go_too():
    text = "vive en la vereda Cabuyal finca 3 de 4"

    assert [] == marked(text)
    assert ("address",) == unmarked(text, ANA, candelaria())


def test_a_common_name_that_is_a_place_or_an_office_of_the_entity_is_nobodys():
    pack = candelaria()
    place = replace(pack.places[0], name="Villa Yolanda")
    known = replace(pack, places=(*pack.places, place))

    assert [("Yolanda", "perhaps_name", False)] == marked("vive en Yolanda", pack=pack)
    assert [] == marked("vive en Yolanda", pack=known)
    named = [*(one.name for one in pack.departments), *(one.name for one in pack.places)]
    assert [] == [(name, found) for name in named if (found := marked(name, KnownPerson()))]
