"""On a phone: a lost code had again by e-mail, and what survives without network for who asks."""

import re
from email import message_from_bytes, policy

import pytest

from tests.e2e.browser import PHONE, PHONE_WITHOUT_SCRIPTS, axe, overflow
from tests.e2e.pages import CODE, Citizen, choose, follow_to, main_of, press
from tests.serving import run_pqrs, settings_for

WORDS = "La lámpara del poste frente a la escuela está fundida."
EMAIL = "persona.inventada@example.com"
WORKERS = "async () => (await navigator.serviceWorker.getRegistrations()).length"
SHELL = "async () => (await caches.keys()).some((name) => name.startsWith('pqrs-shell'))"


@pytest.fixture
def look(screenshots):
    """Each page fits and is accessible."""

    def look(page):
        screenshots.take(page, "follow")
        assert 0 == overflow(page)
        assert [] == axe(page)

    return look


def note(page):
    """Without scripts nothing can be measured from outside for long: only the width."""
    assert 0 == overflow(page)


def letters_with_links(city):
    """Addresses of new codes, once the worker has written."""
    done = run_pqrs(settings_for(city.folder, PQRS_DEMO="1"), "worker", "--once")
    assert 0 == done.returncode, done.stderr
    files = (city.folder / "outbox").glob("*.eml")
    texts = [message_from_bytes(file.read_bytes(), policy=policy.default) for file in files]
    bodies = [one.get_content() for one in texts if one["To"] == EMAIL]
    return [found for body in bodies for found in re.findall(r"/seguimiento/codigo/\S+", body)]


def open_case(page, number, code):
    page.goto("/seguimiento")
    page.get_by_role("textbox", name="Número").fill(number)
    page.get_by_role("textbox", name="Código").fill(code)
    press(page, "Consultar")


def test_a_lost_code_is_had_again_by_the_e_mail_of_the_petition(visit, city, screenshots):
    visitor = visit(PHONE_WITHOUT_SCRIPTS)
    page = visitor.page
    told = Citizen(visitor, note).file(WORDS, "Luminaria apagada", "Persona Inventada", EMAIL)
    page.goto("/seguimiento")
    follow_to(page, page.get_by_role("link", name="Perdí el código"))
    screenshots.take(page, "follow")
    page.get_by_role("textbox", name="Número").fill(told.number)
    page.get_by_role("textbox", name="Correo").fill(EMAIL)
    press(page, "Enviarme el enlace")
    assert "Revise su correo" in main_of(page).inner_text()
    (link,) = letters_with_links(city)

    page.goto(link)
    screenshots.take(page, "follow-link")
    press(page, "Ver mi código nuevo")
    screenshots.take(page, "follow-new-code")
    note(page)
    code = CODE.search(main_of(page).inner_text().replace("-", " "))
    assert code is not None
    open_case(page, told.number, told.code)
    assert "No encontramos una petición" in main_of(page).inner_text()
    open_case(page, told.number, code.group())
    assert f"Su petición {told.number}" in main_of(page).inner_text()


def test_what_was_kept_on_the_phone_outlives_the_network(visit, look):
    visitor = visit(PHONE)
    page = visitor.page
    told = Citizen(visitor, note).file(WORDS, "Luminaria apagada", "Persona Inventada")
    open_case(page, told.number, told.code)
    assert 0 == page.evaluate(WORKERS)
    page.get_by_role("button", name="Guardar en este celular").click()
    page.get_by_text("Quedó guardada en este celular").wait_for()
    look(page)

    visitor.context.set_offline(True)
    page.goto("/seguimiento")
    text = main_of(page).inner_text()
    assert "Esta copia se guardó en este celular el" in text
    assert told.number in text
    look(page)
    page.goto("/seguimiento/agregar")
    assert "Sin conexión" in main_of(page).inner_text()
    assert "/radicar" not in [a.get_attribute("href") for a in main_of(page).locator("a").all()]
    send_without_network(visitor)
    page.goto("/seguimiento")
    page.get_by_role("button", name="Borrar de este celular").click()
    page.get_by_text("Ya no está en este celular").wait_for()
    visitor.context.set_offline(True)
    page.goto("/seguimiento")
    assert "Sin conexión" in main_of(page).inner_text()
    look(page)
    forget_network_errors(visitor)


def test_what_was_being_written_comes_back(visit, look):
    visitor = visit(PHONE)
    page = visitor.page
    page.goto("/radicar")
    if "/inicio" in page.url:
        follow_to(page, page.get_by_role("link", name="Empezar"))
    choose(page, "Reclamo")
    press(page, "Continuar")
    page.get_by_role("button", name="Guardar en este celular").click()
    page.get_by_text("Lo que escriba queda también").wait_for()
    page.get_by_role("textbox", name="Cuéntenos").fill(WORDS)
    look(page)
    page.wait_for_function(SHELL)
    page.evaluate("() => navigator.serviceWorker.ready.then(() => true)")
    page.reload()
    page.get_by_role("textbox", name="Cuéntenos").fill(WORDS)

    visitor.context.set_offline(True)
    press(page, "Continuar")
    assert WORDS in main_of(page).inner_text()
    look(page)
    visitor.context.set_offline(False)
    page.goto("/radicar/que-paso")
    assert WORDS == page.get_by_role("textbox", name="Cuéntenos").input_value()
    forget_network_errors(visitor)


def send_without_network(visitor):
    """More words for a case: the browser says that they did not leave; we do not say they did."""
    page = visitor.page
    visitor.context.set_offline(False)
    page.goto("/seguimiento/agregar")
    page.get_by_role("textbox").first.fill(WORDS)
    visitor.context.set_offline(True)
    page.get_by_role("button", name="Agregarlo a mi petición").click()
    page.wait_for_url("chrome-error://**")
    assert "está guardado" not in page.content()
    visitor.context.set_offline(False)


def forget_network_errors(visitor):
    """What the browser says of a network that the test took away."""
    visitor.complaints[:] = [
        line for line in visitor.complaints if "ERR_INTERNET_DISCONNECTED" not in line
    ]
