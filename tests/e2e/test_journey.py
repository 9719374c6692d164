"""The main journey on a phone, with scripts and without: file, answer, sign, read, evaluate."""

import json
import re

from tests.e2e.browser import DESKTOP
from tests.e2e.pages import follow_to

WORDS = "La lámpara del poste frente a la escuela está fundida hace un mes."
FIRST = 5
"""Other cases of the city may tell of danger too, and be due before."""
ANSWER = "Cambiamos la lámpara el lunes. Gracias por avisarnos."


def test_from_the_petition_to_the_evaluation(citizen, staff):
    told = citizen.file(WORDS, "Luminaria apagada", "Persona Inventada")
    assert "Planeación" in told.text
    assert re.search(r"de \d{4}", told.text)

    assert "En trámite" in citizen.follow(told)

    official = staff("funcionario.plan")
    assert told.number in official.numbers()
    assert WORDS in official.open(told.number)
    official.draft(ANSWER)
    staff("jefe.plan").sign(told.number)

    assert ANSWER not in citizen.follow(told)
    assert ANSWER in citizen.open_answer()
    follow_to(citizen.page, citizen.page.get_by_role("link", name="Evaluar la atención"))
    citizen.look(citizen.page)
    assert "Planeación" in citizen.evaluate("Quedó bien, aunque tarde.")

    control = staff("controlinterno")
    assert "Quedó bien, aunque tarde." in control.open(told.number)


def test_an_office_is_evaluated_without_any_petition(citizen, staff):
    before = evaluations(citizen)
    citizen.come_to("/punto/PUNTO-PLAN")
    citizen.evaluate_point("Me atendieron con paciencia.")

    assert before + 1 == evaluations(citizen)


def test_danger_to_life_is_told_first_and_stands_first(citizen, staff):
    told = citizen.file(
        "Hay un cable pelado echando chispas en el andén", "cables caídos", "Otra Persona"
    )
    assert told.text.index("123") < told.text.index(told.number)
    assert told.number in staff("funcionario.plan").numbers()[:FIRST]


def test_a_second_press_and_a_refresh_give_the_same_number_and_code(citizen):
    told = citizen.file(WORDS, "Luminaria apagada", "Persona Que Recarga")
    citizen.page.reload()

    assert (told.number, told.code) == (citizen.read_receipt().number, citizen.read_receipt().code)


def test_the_way_back_keeps_what_was_typed(citizen):
    citizen.come_to("/radicar")
    citizen.page.get_by_role("radio", name="Queja").check()
    citizen.go_on()
    citizen.page.get_by_role("textbox", name="Cuéntenos").fill(WORDS)
    citizen.go_on()
    follow_to(citizen.page, citizen.page.get_by_role("link", name="Volver"))

    assert WORDS == citizen.page.get_by_role("textbox", name="Cuéntenos").input_value()


def test_the_figures_are_public_on_a_desk_too(visit):
    visitor = visit(DESKTOP)
    visitor.page.goto("/estadisticas")

    assert "Cómo se calcula" in visitor.page.locator("main").inner_text()


def evaluations(citizen):
    """How many opinions the public figures count."""
    answer = citizen.page.request.get("/estadisticas.json")
    return find_count(json.loads(answer.text()))


def find_count(plain):
    """The number under `opiniones`, wherever the file keeps it."""
    if isinstance(plain, dict):
        if isinstance(plain.get("opiniones"), int):
            return plain["opiniones"]
        return next(
            (found for each in plain.values() if (found := find_count(each)) is not None), None
        )
    return None
