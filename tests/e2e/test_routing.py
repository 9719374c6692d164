"""Where a case goes: guessed, corrected, answered, learnt from; and rules tried beforehand."""

import json
import re

import pytest

from tests.e2e.browser import PHONE_WITHOUT_SCRIPTS
from tests.e2e.pages import follow_to, main_of, press
from tests.serving import run_pqrs

DOUBT = "Necesito que alguien me colabore con una cosa del parque de la esquina, ya fui dos veces"
TWO_MATTERS = "Necesito un certificado de residencia y además el bombillo del poste está dañado."
WROTE = "La lámpara se cambia el jueves, en el recorrido de la semana."
NOT_OURS = "No es de esta dependencia: pide una licencia de construcción."
WHY = "Pide una licencia para construir en la esquina."


def waiting(clerk, number):
    """The case in the list of the intake desk; the newest may be on a later page."""
    clerk.page.goto("/ventanilla")
    while True:
        clerk.look(clerk.page)
        case = clerk.page.get_by_role("listitem").filter(has_text=number).first
        if case.count():
            return case
        clerk.page.goto(clerk.page.get_by_role("link", name="Siguiente").get_attribute("href"))


def choose_guess(case):
    """The first guess that takes one press: with the key of its place, or its button."""
    way = case.get_by_role("button", name=re.compile("^Enviar a ")).first
    key = way.locator("xpath=ancestor::li[@data-pick][1]").get_attribute("data-pick")
    return way, key


def test_the_clerk_accepts_a_guess_with_a_key(citizen, staff, screen):
    told = citizen.file(DOUBT, "Otro tema o no sé", "Persona Inventada")
    clerk = staff("ventanilla")
    case = waiting(clerk, told.number)
    way, key = choose_guess(case)

    with clerk.page.expect_navigation(wait_until="load"):
        if screen.scripts:
            case.focus()
            clerk.page.keyboard.press(key)
        else:
            way.click()
    clerk.look(clerk.page)

    assert f"Envió la petición {told.number} a" in main_of(clerk.page).inner_text()
    assert "Por qué:" in citizen.follow(told)


def test_two_matters_are_told_apart_and_answered_by_two_departments(citizen, staff):
    told = citizen.file(TWO_MATTERS, "Certificado de residencia", "Persona Inventada")
    head = staff("jefe.gob")
    head.come_to(f"/bandeja/{told.number}/asuntos")
    assert "parece tratar dos asuntos" in main_of(head.page).inner_text()

    press(head.page, "Sí, son dos asuntos")
    head.look(head.page)

    assert "lo decide la supervisión" in main_of(head.page).inner_text()
    assert "Falta lo que responde" in head.open(told.number)
    supervisor = staff("supervisor")
    supervisor.come_to("/bandeja/partes")
    assert told.number in main_of(supervisor.page).inner_text()

    other = staff("funcionario.plan")
    other.come_to("/bandeja?fase=partes")
    assert told.number in main_of(other.page).inner_text()
    other.open(told.number)
    follow_to(other.page, other.page.get_by_role("link", name="Escribir lo que responde"))
    other.look(other.page)
    other.page.get_by_role("textbox").first.fill(WROTE)
    press(other.page, "Guardar para quien responde")
    other.look(other.page)

    assert WROTE in head.open(told.number)
    follow_to(head.page, head.page.get_by_role("link", name="Copiarlo en la respuesta"))
    head.look(head.page)
    head.draft(head.page.get_by_role("textbox").first.input_value())
    assert WROTE in main_of(head.page).inner_text()
    assert "cada asunto lo ve quien le corresponde" in citizen.follow(told)


@pytest.mark.parametrize("screen", [PHONE_WITHOUT_SCRIPTS], ids=["phone-without-scripts"])
def test_a_correction_that_the_answer_confirms_teaches_the_router(citizen, staff, city):
    told = citizen.file(
        "Hay un hueco en la calle del parque.", "Huecos en calle", "Persona Inventada"
    )
    head = staff("jefe.infra")
    head.page.goto(f"/bandeja/{told.number}/devolver")
    head.page.get_by_role("textbox").first.fill(NOT_OURS)
    press(head.page, "Devolver")

    clerk = staff("ventanilla")
    case = waiting(clerk, told.number)
    assert "Devuelta 1 vez" in case.inner_text()
    assert NOT_OURS in case.inner_text()
    clerk.page.goto(f"/ventanilla/{told.number}")
    clerk.look(clerk.page)
    clerk.page.get_by_role("combobox").first.select_option(value="PLAN")
    clerk.page.get_by_role("textbox").first.fill(WHY)
    press(clerk.page, "Enviar a la dependencia")
    text = citizen.follow(told)
    assert WHY in text
    assert NOT_OURS not in text

    answer(staff("jefe.plan"), told.number)
    citizen.follow(told)
    citizen.open_answer()

    learn(city)
    clerk.page.goto("/ventanilla")
    assert "Peticiones por repartir" in main_of(clerk.page).inner_text()
    assert 0 == run_pqrs(city.environ, "route", "--go-back", "--yes").returncode


def answer(head, number):
    """Drafted and signed by the same person."""
    head.open(number)
    head.draft("Le damos cita el lunes para la licencia.")
    head.sign(number)


def learn(city):
    """At the terminal, beside the server, without being asked; what it said is true."""
    done = run_pqrs(city.environ, "route", "--retrain", "--yes", "--json")
    assert 0 == done.returncode, done.stderr
    found = json.loads(done.stdout)
    assert found["lessons"] >= 1
    assert found["trial"]["texts_before"]["texts"] > 400
    assert f"aprendió de {found['lessons']} casos" in done.stderr


def test_an_administrator_tries_a_rule_before_it_holds(citizen, staff):
    admin = staff("admin")
    admin.page.goto("/administracion/enrutamiento")
    admin.look(admin.page)
    admin.page.goto("/administracion/enrutamiento/nueva")
    admin.look(admin.page)
    page = admin.page
    page.get_by_role("combobox", name="Tema").select_option(value="SP-ALU-01")
    page.get_by_role("combobox", name="Lugar").select_option(value="EL-TIPLE")
    page.get_by_role("combobox", name="Quién responde").select_option(value="INFRA")
    page.get_by_role("textbox", name="¿Por qué?").fill("En El Tiple hay un convenio.")
    press(page, "Ver qué cambiaría")
    admin.look(page)
    text = main_of(page).inner_text()
    assert "casos de los últimos 30 días" in text
    assert "Todavía no se ha guardado nada." in text
    press(page, "Guardar la regla")
    admin.look(page)
    assert "En El Tiple responde:" in main_of(page).inner_text()

    page.get_by_role("link", name=re.compile("Cerrar esta regla.*El Tiple")).first.click()
    admin.look(page)
    page.get_by_role("textbox", name="¿Por qué se cierra?").fill("Terminó.")
    press(page, "Ver qué cambiaría")
    press(page, "Cerrar la regla")
    assert "La regla quedó cerrada." in main_of(page).inner_text()
