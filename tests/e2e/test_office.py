"""A day is closed: proposed by one person, approved by another, and told to whoever waits."""

import pytest

from pqrs.law import Calendar
from pqrs.outside.now import today
from pqrs.web.filters import weekday_date
from tests.e2e.browser import PHONE
from tests.e2e.pages import follow_to, main_of, press

WORDS = "La lámpara del poste de la esquina parpadea toda la noche."


@pytest.fixture
def staff(visit, screen):
    """Somebody of administration, at the same small screen."""

    def sign_in(email):
        visitor = visit(screen)
        visitor.sign_in(email)
        return visitor.page

    return sign_in


def type_date(page, group, day):
    boxes = page.get_by_role("group", name=group)
    for label, value in (("Día", day.day), ("Mes", day.month), ("Año", day.year)):
        boxes.get_by_label(label, exact=True).fill(str(value))


def close(page, day, act, looks):
    """From the start of administration to the proposal."""
    page.goto("/administracion")
    looks(page)
    follow_to(page, page.get_by_role("link", name="Cerrar días"))
    looks(page)
    press(page, "Ver qué casos movería")
    assert "Escriba el primer día que no se trabaja." in main_of(page).inner_text()
    looks(page)
    type_date(page, "Primer día", day)
    type_date(page, "Fecha del acto", today())
    page.get_by_role("textbox", name="Acto y número").fill(act)
    page.get_by_role("textbox", name="Quién lo expidió").fill("Alcalde municipal")
    press(page, "Ver qué casos movería")
    looks(page)


def test_a_closure_moves_a_date_and_the_petitioner_reads_both_and_why(
    citizen, staff, looks, screen
):
    day = Calendar().add_working_days(today(), 3 if screen is PHONE else 4)
    act = f"Decreto {day:%m%d} de {day:%Y}"
    told = citizen.file(WORDS, "Luminaria apagada", "Persona Que Espera")

    admin = staff("admin@demo.test")
    close(admin, day, act, looks)
    preview = main_of(admin).inner_text()
    assert told.number in preview
    assert WORDS not in preview
    assert "Persona Que Espera" not in preview
    press(admin, "Proponer")
    looks(admin)
    assert "Lo propuso usted" in main_of(admin).inner_text()
    assert act not in citizen.follow(told)

    supervisor = staff("supervisor@demo.test")
    supervisor.goto("/administracion")
    way = "/" + admin.url.split("/", 3)[3]
    follow_to(supervisor, supervisor.locator(f'main a[href="{way}"]'))
    looks(supervisor)
    assert told.number in main_of(supervisor).inner_text()
    press(supervisor, "No aprobar")
    assert "Escriba por qué no se aprueba" in main_of(supervisor).inner_text()
    looks(supervisor)
    press(supervisor, "Aprobar")
    looks(supervisor)
    assert "Cambió la fecha de" in main_of(supervisor).inner_text()

    citizen.page.reload()
    looks(citizen.page)
    text = main_of(citizen.page).inner_text()
    assert f"{act}: la entidad no trabaja el {weekday_date(day)}" in text
    assert "La fecha de respuesta era el" in text


def test_the_year_is_signed_and_its_days_are_read(staff, looks, screen):
    year = today().year + (2 if screen is PHONE else 3)
    admin = staff("admin@demo.test")
    admin.goto(f"/administracion/calendario/{year}")
    looks(admin)

    press(admin, f"Firmar el calendario de {year}")

    looks(admin)
    assert "Calendario firmado" in main_of(admin).inner_text()
