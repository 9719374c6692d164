"""Which offices a text complains about."""

from time import perf_counter

import pytest

from pqrs.office.conflict import mentioned_departments, named_departments, named_people
from tests.office.packs import candelaria, villa


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("La secretaria de Planeación me gritó delante de todos", ("PLAN",)),
        ("en Hacienda me pidieron plata para borrar la deuda", ("HAC",)),
        ("la inspectora me insultó y el inspector se burló", ("INSP",)),
        ("un guarda de tránsito me pidió cincuenta mil", ("TRAN",)),
        ("un funcionario de obras me trató mal", ("INFRA",)),
        ("los de control interno se robaron la plata", ("CI",)),
        ("Tránsito no arregla el semáforo", ()),
        ("la vivienda de mi mamá se está cayendo y la vecina me insultó", ()),
        ("me gritó un señor en la calle", ()),
        ("", ()),
    ],
)
def test_an_office_is_named_by_who_works_there_or_what_they_did(text, codes):
    assert codes == named_departments(text, candelaria().departments)


def test_a_deed_far_away_is_another_story():
    far = "me gritó un vecino " + "y luego pasó otra cosa " * 5 + "en la oficina de planeación"
    assert named_departments(far, candelaria().departments) == ()


def test_an_outside_body_is_no_office_of_ours():
    assert named_departments("los de acueducto me gritaron", villa().departments) == ()


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("el secretario de Hacienda y la jefe de Planeación", ("HAC", "PLAN")),
        ("un señor de bigote", ()),
    ],
)
def test_where_it_was_asked_who_took_part_no_deed_is_needed(text, codes):
    found = mentioned_departments(text, candelaria().departments)
    assert sorted(codes) == sorted(found)


ZULMA = (7, "Zulma del Mar Quesada Vaca")


@pytest.mark.parametrize(
    ("said", "is_named"),
    [
        ("Zulma Quesada pide plata", True),
        ("la ingeniera Zulma, de apellido Quesada", True),
        ("QUESADA VACA ZULMA DEL MAR", True),
        ("Quesada, Zulma", True),
        ("Zulma pide plata del municipio", False),
        ("el puerto del mar", False),
        ("Zulma pide plata y otra cosa hizo Quesada", False),
        ("Zulma, otra Zulma", False),
        ("", False),
    ],
)
def test_a_person_is_called_by_two_of_their_names_in_either_order(said, is_named):
    assert ((7,) if is_named else ()) == named_people(said, [ZULMA, (8, "Persona Distinta")])


def test_a_text_made_of_names_is_read_once_whoever_has_them():
    text = "perez " * 1600 + "uno dos tres cuatro cinco " + "maria " * 1600
    people = [(number, "Maria Perez Lopez") for number in range(200)]
    start = perf_counter()

    assert () == named_people(text, people)
    assert perf_counter() - start < 0.2
