"""What a corrected case teaches, and what of a person's text is never copied."""

from dataclasses import replace

import pytest

from pqrs.law import Kind
from pqrs.office.classifier import Ranked
from pqrs.office.entity import RoutingExample
from pqrs.office.teaching import (
    ConfirmedCase,
    lesson_from_plain,
    lesson_to_plain,
    lessons_from,
)
from tests.office.packs import villa

CASE = ConfirmedCase(
    number="2026-000001-1",
    text="Soy Hermelinda Quiñones, cédula 31456789: hay un hueco en la calle y el pavimento dañado",
    name="Hermelinda Quiñones",
    department="OBRAS",
    topic=None,
    kind=Kind.CLAIM,
)
RANKED = (Ranked("T-AGUA", 0.5), Ranked("T-PUENTE", 0.3), Ranked("T-CALLE", 0.2))


def lessons(*cases, ranked=RANKED):
    return lessons_from(cases, villa(), lambda _text: ranked)


def test_names_and_numbers_are_left_out():
    text = lessons(CASE)[CASE.number].text

    assert {"hueco", "calle", "pavimento", "dañado"} <= set(text.split())
    assert not {"hermelinda", "quiñones", "31456789"} & set(text.split())


def test_a_word_of_one_person_is_left_out_and_one_of_many_is_kept():
    many = [
        replace(
            CASE, number=f"n{place}", name=f"Persona {place}", text=f"{CASE.text} zanjón {word}"
        )
        for place, word in enumerate(("uno", "Gertrudis", "tres"))
    ]
    again = [replace(one, name="Persona 0") for one in many]

    assert all("zanjon" in one.text.split() for one in lessons(*many).values())
    assert not any("gertrudis" in one.text for one in lessons(*many).values())
    assert not any("zanjon" in one.text for one in lessons(*again).values())


def test_the_topic_is_the_likeliest_of_the_department_that_answered():
    assert "T-PUENTE" == lessons(CASE)[CASE.number].topic
    assert "T-CALLE" == lessons(replace(CASE, topic="T-CALLE"))[CASE.number].topic
    assert "T-PUENTE" == lessons(replace(CASE, topic="T-AGUA"))[CASE.number].topic


@pytest.mark.parametrize(
    "changes", [{"text": "Hermelinda Quiñones en la calle"}, {"department": "CONTROL"}]
)
def test_what_says_nothing_or_fits_no_topic_teaches_nothing(changes):
    assert {} == lessons(replace(CASE, **changes))


def test_the_kind_is_kept_when_it_is_not_the_usual_one_of_the_topic():
    asks = lessons(replace(CASE, kind=Kind.INFORMATION))[CASE.number]
    assert (None, Kind.INFORMATION) == (lessons(CASE)[CASE.number].kind, asks.kind)
    assert asks == lesson_from_plain(lesson_to_plain(asks))
    plain = RoutingExample(text="hueco", topic="T-CALLE")
    assert plain == lesson_from_plain(lesson_to_plain(plain))
