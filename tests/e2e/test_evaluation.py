"""From the code on a wall to what was done about it: QR point, evaluation, review by the head."""

import re

import pytest

from tests.e2e.browser import DESKTOP, PHONE, PHONE_WITHOUT_SCRIPTS, axe, overflow
from tests.e2e.pages import choose, follow_to, main_of, press

WORDS = "Hice fila dos horas y cerraron la ventanilla antes de tiempo."
DONE = "Se abrió una segunda ventanilla en las mañanas."


@pytest.fixture(params=[PHONE, PHONE_WITHOUT_SCRIPTS], ids=lambda screen: screen.name)
def screen(request):
    return request.param


@pytest.fixture
def look(screen, screenshots):
    """Each page is accessible and fits."""

    def look(page):
        screenshots.take(page, f"evaluation-{screen.name}")
        assert 0 == overflow(page)
        if screen.scripts:
            assert [] == axe(page)

    return look


def mark(page, stars):
    group = page.get_by_role("group", name=re.compile("satisfecho"))
    group.get_by_role("radio", name=stars).first.check()


def signed_in(visit, screen, email):
    visitor = visit(screen)
    visitor.sign_in(email)
    return visitor.page


def complain(page, words, look):
    """On a phone, by the code on the wall."""
    page.goto("/punto/PUNTO-PLAN")
    look(page)
    choose(page, "Una queja")
    mark(page, "1")
    page.get_by_role("textbox").first.fill(words)
    page.locator("summary").first.click()
    page.get_by_role("checkbox", name="Puntualidad").check()
    page.get_by_role("checkbox", name="Sí, contáctenme").check()
    page.get_by_role("textbox", name="Su correo o teléfono").fill("300 123 4567")
    look(page)
    press(page, "Enviar mi opinión")
    look(page)


def open_review(page, words, look):
    """From the list of what waits."""
    page.goto("/bandeja/evaluaciones")
    look(page)
    review = page.get_by_role("listitem").filter(has_text=words).first
    follow_to(page, review.get_by_role("link", name="Presentó una queja"))
    look(page)
    return main_of(page).inner_text()


def test_a_complaint_at_a_point_is_answered_for(visit, screen, look):
    words = f"{WORDS} {screen.name}"
    page = visit(screen).page
    complain(page, words, look)
    assert "Planeación" in main_of(page).inner_text()

    head = signed_in(visit, screen, "jefe.plan@demo.test")
    text = open_review(head, words, look)
    assert [] == [each for each in (words, "300 123 4567", "Puntualidad") if each not in text]
    head.get_by_role("textbox", name="¿Qué se hizo?").fill(DONE)
    press(head, "Guardar la revisión")
    look(head)
    assert f"Qué se hizo: {DONE}" in main_of(head).inner_text()

    supervisor = signed_in(visit, screen, "supervisor@demo.test")
    supervisor.goto("/bandeja/evaluaciones/revisiones")
    look(supervisor)
    assert "Planeación" in main_of(supervisor).inner_text()


def test_what_was_forgotten_is_asked_and_the_rest_kept(visit, screen, look):
    page = visit(screen).page
    page.goto("/punto/PUNTO-PLAN")
    page.get_by_role("textbox").first.fill("Lo que escribí sigue.")
    press(page, "Enviar mi opinión")
    look(page)

    assert "Elija qué nos quiere decir." in main_of(page).inner_text()
    assert "Lo que escribí sigue." == page.get_by_role("textbox").first.input_value()


def test_read_out_at_the_counter(visit, screen, look):
    page = signed_in(visit, screen, "ventanilla@demo.test")
    page.goto("/ventanilla/evaluacion")
    look(page)
    page.get_by_role("combobox").select_option("PUNTO-HAC")
    choose(page, "Una felicitación")
    mark(page, "5")
    press(page, "Guardar la opinión")
    look(page)

    assert "Se guardó la opinión" in main_of(page).inner_text()


def test_the_poster_is_one_sheet(visit):
    page = visit(DESKTOP).page
    page.goto("/punto/PUNTO-PLAN/cartel")
    sheet = page.pdf(prefer_css_page_size=True, print_background=True)

    assert 1 == len(re.findall(rb"/Type\s*/Page\b", sheet))
    assert page.get_by_role("img", name="Código que abre").is_visible()
