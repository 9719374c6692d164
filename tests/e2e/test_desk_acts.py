"""The desk lengthens a term and asks for what is missing; the person sees it, on a phone."""

import pytest

from tests.e2e.browser import PHONE, PHONE_WITHOUT_SCRIPTS, axe, overflow
from tests.e2e.pages import Citizen, Staff, follow_to, main_of, press
from tests.e2e.validator import html_errors, why_absent

WORDS = "La lámpara del poste frente al puesto de salud está fundida hace un mes."
WHY = "Falta la visita del electricista, programada para el lunes."


class Looks:
    """Every page a person comes to: accessible, narrow enough, its source kept."""

    def __init__(self, screenshots, screen):
        self.screenshots, self.screen = screenshots, screen
        self.wrong: list[str] = []
        self.sources: dict[str, str] = {}

    def __call__(self, page):
        self.screenshots.take(page, f"acts-{self.screen.name}")
        self.sources[f"{len(self.sources)} {page.url}"] = page.content()
        if overflow(page):
            self.wrong.append(f"{page.url}: too wide")
        if self.screen.scripts:
            self.wrong += [f"{page.url}: {line}" for line in axe(page)]


@pytest.fixture(params=[PHONE, PHONE_WITHOUT_SCRIPTS], ids=lambda screen: screen.name)
def screen(request):
    return request.param


@pytest.fixture
def looks(screenshots, screen, tmp_path):
    seen = Looks(screenshots, screen)
    yield seen
    assert [] == seen.wrong
    if screen.scripts or why_absent():
        return
    assert [] == html_errors(seen.sources, tmp_path)


@pytest.fixture
def citizen(visit, screen, looks):
    return Citizen(visit(screen), looks)


@pytest.fixture
def head(visit, screen, looks):
    visitor = visit(screen)
    visitor.sign_in("jefe.plan@demo.test")
    return Staff(visitor, looks)


def go_to(head, number, link):
    """From the case, behind «Otras actuaciones»."""
    head.open(number)
    head.page.get_by_text("Otras actuaciones", exact=True).click()
    follow_to(head.page, head.page.get_by_role("link", name=link))
    head.look(head.page)


def test_the_head_extends_the_term_and_the_person_reads_why(citizen, head):
    told = citizen.file(WORDS, "Luminaria apagada", "Persona Inventada")
    go_to(head, told.number, "No alcanza el tiempo: prorrogar")
    assert "en lugar del" in main_of(head.page).inner_text()
    button = "Prorrogar y avisar a la persona"

    press(head.page, button)
    head.look(head.page)
    assert "Escriba los motivos" in main_of(head.page).inner_text()
    head.page.get_by_role("textbox").first.fill(WHY)
    press(head.page, button)
    head.look(head.page)

    assert f"Prorrogó el término de la petición {told.number}." in main_of(head.page).inner_text()
    assert WHY in citizen.follow(told)


def test_the_head_asks_for_what_is_missing_and_the_clock_waits(citizen, head):
    told = citizen.file(WORDS, "Luminaria apagada", "Otra Persona")
    go_to(head, told.number, "Falta información: pedir que complete")
    head.page.get_by_role("textbox", name="¿Qué falta?").fill("El número del poste\nUna foto")
    press(head.page, "Pedir lo que falta")
    head.look(head.page)

    text = main_of(head.page).inner_text()
    assert f"Pidió lo que falta en la petición {told.number}." in text
    assert "El número del poste" in text
    assert "Esperando a la persona" in text
    assert "Se pidió completar" in citizen.follow(told)
