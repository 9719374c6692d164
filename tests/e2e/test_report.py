"""A report without a name, on a cheap phone, talked about in both directions."""

import pytest

from tests.e2e.pages import Staff, choose, follow_to, main_of, press
from tests.samples import a_photo

WORDS = "Cobran veinte mil pesos por poner el sello en las licencias, desde enero."
QUESTION = "¿En qué ventanilla y a qué hora le cobraron?"
ANSWER = "En la segunda, por la tarde. Le envío la foto del recibo."
THANKS = "Gracias. Con eso abrimos la investigación."
TELLING = ("denunc", "corrup")


@pytest.fixture
def control(visit, screen, looks):
    visitor = visit(screen)
    visitor.sign_in("controlinterno@demo.test")
    return Staff(visitor, looks)


def photo(name):
    return {"name": name, "mimeType": "image/jpeg", "buffer": a_photo()}


def says_nothing(page):
    """Neither the tab, the history nor the address bar tells what is being done."""
    seen = (page.title() + page.url).lower()
    assert not [word for word in TELLING if word in seen], seen


def go(citizen, button):
    press(citizen.page, button)
    citizen.look(citizen.page)
    says_nothing(citizen.page)


def tell(citizen):
    citizen.come_to("/")
    follow_to(citizen.page, citizen.page.get_by_role("link", name="Avisar de corrupción"))
    citizen.look(citizen.page)
    says_nothing(citizen.page)
    go(citizen, "Empezar")
    citizen.page.get_by_role("textbox", name="Cuéntenos").fill(WORDS)
    go(citizen, "Continuar")
    go(citizen, "Continuar")
    citizen.page.get_by_role("combobox").select_option("HAC")
    go(citizen, "Continuar")
    citizen.page.locator("input[type=file]").set_input_files(photo("mi-recibo.jpg"))
    go(citizen, "Adjuntar este archivo")
    go(citizen, "Continuar")
    choose(citizen.page, "Sin decir quién soy")
    go(citizen, "Continuar")
    assert "archivo.jpg" in main_of(citizen.page).inner_text()
    go(citizen, "Enviar mi petición")
    return citizen.read_receipt()


def write(control, number, words):
    control.page.goto(f"/bandeja/{number}/mensaje")
    control.look(control.page)
    control.page.get_by_role("textbox", name="Su mensaje").fill(words)
    press(control.page, "Enviar el mensaje")
    control.look(control.page)


def test_it_is_told_asked_answered_and_read(citizen, control):
    told = tell(citizen)
    write(control, told.number, QUESTION)

    assert QUESTION in citizen.follow(told)
    follow_to(citizen.page, citizen.page.get_by_role("link", name="Contestar"))
    citizen.look(citizen.page)
    citizen.page.get_by_role("textbox", name="Su mensaje").fill(ANSWER)
    citizen.page.locator("input[type=file]").set_input_files(photo("otra.jpg"))
    go(citizen, "Adjuntar y seguir escribiendo")
    go(citizen, "Enviar el mensaje")

    assert ANSWER in control.open(told.number)
    write(control, told.number, THANKS)
    assert THANKS in citizen.follow(told)


def test_the_way_out_forgets_it(citizen):
    told = tell(citizen)
    citizen.page.context.route("https://**", lambda route: route.fulfill(body="el tiempo"))
    with citizen.page.expect_request("https://**"):
        citizen.page.get_by_role("link", name="Salir rápido").click()
    citizen.visitor.complaints.clear()  # the one page that leaves for another server
    citizen.page.goto("/radicar/listo")
    assert told.number not in citizen.page.content()
