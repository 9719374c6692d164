"""A petition said aloud in Nasa Yuwe: taken down, read back, handed over, followed, answered."""

import pytest

from tests.e2e.browser import PHONE, PHONE_WITHOUT_SCRIPTS, Screen
from tests.e2e.pages import Citizen, choose, follow_to, main_of, press
from tests.samples import a_photo

DESKTOP_WITHOUT_SCRIPTS = Screen("desktop-without-scripts", 1366, 768, scripts=False)
WORDS = (
    "Hace un mes está apagada la lámpara del poste frente al puesto de salud. De noche las señoras "
    "no pueden bajar con los niños. Pido que la arreglen."
)
ANSWER = "Que Planeación manda la cuadrilla y que guarde este número."


@pytest.fixture(
    params=[PHONE, PHONE_WITHOUT_SCRIPTS, DESKTOP_WITHOUT_SCRIPTS], ids=lambda screen: screen.name
)
def screen(request):
    return request.param


def go(clerk, button):
    press(clerk.page, button)
    clerk.look(clerk.page)
    return main_of(clerk.page).inner_text()


def write(clerk):
    page = clerk.page
    choose(page, "Ventanilla")
    choose(page, "La dijo de palabra")
    page.get_by_role("combobox", name="¿En qué lengua la dijo?").select_option("pbb")
    page.get_by_role("textbox", name="Quién la pasó al español").fill("Intérprete Inventada")
    page.get_by_role("textbox", name="Qué pide").fill(WORDS)
    page.get_by_role("combobox", name="Tema").select_option("SP-ALU-01")
    page.get_by_role("combobox", name="Barrio").select_option(label="Villagorgona")
    page.get_by_role("textbox", name="Documentos que entrega").fill("Carta de la junta, dos hojas")
    page.get_by_role("textbox", name="Lo que usted le respondió").fill(ANSWER)
    page.get_by_role("textbox", name="Nombre y apellido").fill("Persona Inventada")
    page.get_by_role("combobox", name="Tipo de documento").select_option("CC")
    page.get_by_role("textbox", name="Número del documento").fill("10.234.567-8 x")
    page.get_by_role("checkbox", name="Soy una persona mayor").check()


def test_a_spoken_petition_is_no_second_class(citizen, staff):
    clerk = staff("ventanilla")
    clerk.come_to("/ventanilla")
    follow_to(clerk.page, clerk.page.get_by_role("link", name="Radicar por una persona"))
    clerk.look(clerk.page)
    write(clerk)
    assert "solo números" in go(clerk, "Seguir: leérselo a la persona")
    clerk.page.get_by_role("textbox", name="Número del documento").fill("1023456789")
    read = go(clerk, "Seguir: leérselo a la persona")
    assert "Nasa Yuwe" in read
    assert WORDS in read
    photo = {"name": "carta.jpg", "mimeType": "image/jpeg", "buffer": a_photo()}
    clerk.page.locator("input[type=file]").set_input_files(photo)
    assert "carta.jpg" in go(clerk, "Adjuntar")
    paper = go(clerk, "Radicar y dar la constancia")
    assert "Constancia de petición verbal" in paper
    assert "la pasó al español Intérprete Inventada" in paper
    told = citizen_told(clerk)

    followed = citizen.follow(told)
    assert "Se presentó de palabra, en Nasa Yuwe" in followed
    assert ANSWER in followed

    head = staff("jefe.plan")
    case = head.open(told.number)
    for said in ("Ventanilla. De palabra.", "Nasa Yuwe", "Carta de la junta", ANSWER):
        assert said in case
    follow_to(head.page, head.page.get_by_role("link", name="Copiarla en la respuesta").first)
    assert ANSWER in head.page.get_by_role("textbox").first.input_value()


def citizen_told(clerk):
    """Number and code, as they stand on the paper."""
    return Citizen(clerk.visitor, clerk.look).read_receipt()
