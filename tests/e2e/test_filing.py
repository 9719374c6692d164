"""Three people file: from a vereda with a photo, as a journalist, and leaving it for later."""

import re
from io import BytesIO

import pytest
from PIL import Image

from tests.e2e.browser import PHONE_WITHOUT_SCRIPTS
from tests.e2e.looks import Looks
from tests.e2e.pages import Citizen, Staff, choose, follow_to, main_of, press
from tests.e2e.validator import html_errors, why_absent

DRAFT_CODE = re.compile(r"[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}")
HOLE = "En la vía de la vereda hay un hueco grande que daña las llantas de las motos."
ASKED = "¿Cuántas lámparas de alumbrado público apagadas se han cambiado este año?"


@pytest.fixture
def looks(screenshots, tmp_path):
    seen = Looks(screenshots.take, PHONE_WITHOUT_SCRIPTS)
    yield seen
    assert [] == seen.wrong
    if not why_absent():
        assert [] == html_errors(seen.sources, tmp_path)


@pytest.fixture
def citizen(visit, looks):
    return Citizen(visit(PHONE_WITHOUT_SCRIPTS), looks)


def begin(citizen, kind, words, topic="Otro tema o no sé"):
    """The first three questions."""
    citizen.come_to("/radicar")
    choose(citizen.page, kind)
    citizen.go_on()
    citizen.page.get_by_role("textbox", name="Cuéntenos").fill(words)
    citizen.go_on()
    citizen.say_topic(topic)


def a_photo():
    """As a telephone takes it: with its place and its maker."""
    exif = Image.Exif()
    exif[271] = "Telefono Inventado"
    content = BytesIO()
    Image.new("RGB", (640, 480), "peru").save(content, "JPEG", exif=exif)
    return {"name": "hueco.jpg", "mimeType": "image/jpeg", "buffer": content.getvalue()}


def say_for_whom(page, whom):
    """The identity, and for whom they ask."""
    choose(page, "Con mi nombre")
    page.get_by_text("Pido por otra persona").click()
    choose(page, whom)


def test_from_a_vereda_with_a_photo_for_a_neighbour_who_goes_first(citizen):
    page = citizen.page
    begin(citizen, "Reclamo", HOLE)
    page.get_by_role("textbox", name="punto de referencia").fill("Vereda, junto a la caseta")
    citizen.go_on()
    page.get_by_label("Elija una foto o un documento").set_input_files(a_photo())
    press(page, "Adjuntar este archivo")
    citizen.look(page)
    assert "Quitamos" in main_of(page).inner_text()
    citizen.go_on()
    say_for_whom(page, "Por un vecino")
    page.get_by_text("Mi petición debe ir primero").click()
    page.get_by_role("checkbox", name="Tengo una discapacidad").check()
    citizen.go_on()
    page.get_by_role("textbox", name="por quien pide").fill("Vecina Inventada")
    page.get_by_role("textbox", name="Nombre y apellido").fill("Persona Inventada")
    citizen.go_on()
    choose(page, "La consulto aquí")
    citizen.go_on()
    press(page, "Enviar mi petición")
    citizen.look(page)
    told = citizen.read_receipt()
    assert "Va antes que las demás" in told.text
    assert "hueco.jpg" in told.text
    tell_of_themselves(citizen)


def tell_of_themselves(citizen):
    """From the receipt to the questions and back, one of them answered."""
    page = citizen.page
    follow_to(page, page.get_by_role("link", name="Responder", exact=True))
    citizen.look(page)
    page.get_by_role("combobox", name="Dónde vive").select_option(label="En una vereda o finca")
    press(page, "Autorizo y envío mis respuestas")
    citizen.look(page)
    assert "no guardamos de quién son" in main_of(page).inner_text()


def test_a_journalist_asks_and_the_desk_sees_it_first(citizen, visit, looks):
    page = citizen.page
    begin(citizen, "Petición de información", ASKED, "Luminaria apagada")
    citizen.go_on()
    citizen.skip_files()
    say_for_whom(page, "Como periodista")
    citizen.go_on()
    page.get_by_role("textbox", name="Medio, programa o agencia").fill("Radio Inventada")
    page.get_by_role("textbox", name="Nombre y apellido").fill("Periodista Inventada")
    citizen.go_on()
    choose(page, "La consulto aquí")
    citizen.go_on()
    assert "Como periodista" in main_of(page).inner_text()
    press(page, "Enviar mi petición")
    citizen.look(page)
    told = citizen.read_receipt()
    assert "Periodista en su trabajo" in told.text

    head = Staff(visit(PHONE_WITHOUT_SCRIPTS), looks)
    head.visitor.sign_in("jefe.plan@demo.test")
    seen = head.open(told.number)
    assert "Va antes que las demás" in seen
    assert "Radio Inventada" in seen
    assert told.number in head.numbers()


def test_half_written_on_one_telephone_and_sent_from_another(citizen, visit, looks):
    begin(citizen, "Reclamo", HOLE)
    press(citizen.page, "Guardar y seguir después")
    citizen.look(citizen.page)
    found = DRAFT_CODE.search(main_of(citizen.page).inner_text())
    assert found

    other = Citizen(visit(PHONE_WITHOUT_SCRIPTS), looks)
    other.come_to("/")
    follow_to(other.page, other.page.get_by_role("link", name="Seguir una petición sin terminar"))
    other.look(other.page)
    other.page.get_by_role("textbox", name="Código para seguir").fill(found.group().lower())
    press(other.page, "Seguir")
    other.look(other.page)
    assert "Aquí quedó su petición" in main_of(other.page).inner_text()
    other.skip_files()
    choose(other.page, "Sin decir quién soy")
    other.go_on()
    assert HOLE in main_of(other.page).inner_text()
    press(other.page, "Enviar mi petición")

    assert other.read_receipt().number
