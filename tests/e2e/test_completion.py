"""An incomplete petition, from the citizen's side: what is missing, more time, sent."""

import pytest

from tests.e2e.browser import PHONE, PHONE_WITHOUT_SCRIPTS
from tests.e2e.looks import Looks
from tests.e2e.pages import Citizen, Staff, follow_to, main_of, press
from tests.e2e.validator import html_errors, why_absent

WORDS = "La lámpara del poste frente al parque está fundida hace dos meses."
MISSING = "El número del poste"
SENT = "El poste es el 114, en la esquina de la tienda."


@pytest.fixture(params=[PHONE, PHONE_WITHOUT_SCRIPTS], ids=lambda screen: screen.name)
def screen(request):
    return request.param


@pytest.fixture
def looks(screenshots, screen, tmp_path):
    seen = Looks(screenshots.take, screen)
    yield seen
    assert [] == seen.wrong
    if not screen.scripts and not why_absent():
        assert [] == html_errors(seen.sources, tmp_path)


@pytest.fixture
def citizen(visit, screen, looks):
    return Citizen(visit(screen), looks)


@pytest.fixture
def head(visit, screen, looks):
    visitor = visit(screen)
    visitor.sign_in("jefe.plan@demo.test")
    return Staff(visitor, looks)


@pytest.fixture
def told(citizen, head):
    """A petition for which the entity asked what is missing."""
    filed = citizen.file(WORDS, "Luminaria apagada", "Persona Que Completa")
    head.page.goto(f"/bandeja/{filed.number}/completar")
    head.page.get_by_role("textbox", name="¿Qué falta?").fill(MISSING)
    press(head.page, "Pedir lo que falta")
    return filed


def go(citizen, link):
    """Where a link of the case leads, looked at."""
    follow_to(citizen.page, citizen.page.get_by_role("link", name=link))
    citizen.look(citizen.page)
    return main_of(citizen.page).inner_text()


def send(citizen, button):
    """What a press of the citizen leads to, looked at."""
    press(citizen.page, button)
    citizen.look(citizen.page)
    return main_of(citizen.page).inner_text()


def test_what_was_missing_is_sent_and_the_date_is_explained(citizen, head, told):
    case = citizen.follow(told)
    assert MISSING in case
    assert "Tiene hasta el" in case

    assert "Con más tiempo tendría hasta el" in go(citizen, "Pedir más tiempo")
    assert "Tiene más tiempo" in send(citizen, "Pedir más tiempo")

    assert MISSING in go(citizen, "Enviar lo que falta")
    assert "Escriba lo que faltaba" in send(citizen, "Enviar")
    citizen.page.get_by_role("textbox", name="Su respuesta").fill(SENT)
    assert "Recibimos lo que faltaba" in send(citizen, "Enviar")

    why = go(citizen, "¿Por qué esta fecha?")
    places = [why.index(words) for words in ("Plazo inicial", "Se detuvo", "Siguió")]
    assert places == sorted(places)
    assert SENT in head.open(told.number)


def test_more_is_added_and_the_petition_is_taken_back(citizen, told):
    citizen.follow(told)
    go(citizen, "Agregar texto o documentos")
    citizen.page.get_by_role("textbox", name="Lo que quiere agregar").fill(SENT)
    assert "También se lo debemos responder" in send(citizen, "Agregarlo a mi petición")

    assert "Nada se borra" in go(citizen, "Retirar la petición")
    assert "Retiró su petición" in send(citizen, "Sí, retirar mi petición")
