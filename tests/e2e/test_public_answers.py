"""An answer for one becomes one for all, without whoever asked; who asks again is offered it."""

from tests.e2e.pages import follow_to, main_of, press

QUESTION = "¿Cuánto tarda en taparse un hueco de la calle?"
ANSWER = "Un hueco de la calle se tapa en treinta días hábiles desde la visita del ingeniero."
NAME = "Persona Inventada"


def test_it_is_published_without_who_asked_and_offered_to_the_next(citizen, staff):
    told = citizen.file("Soy Persona y hay un hueco en mi calle.", "Huecos en calle", NAME)
    head = staff("jefe.infra")
    head.open(told.number)
    head.draft("Persona Inventada: tapamos el hueco el lunes.")
    head.sign(told.number)

    propose(head, told.number)
    approve(staff("supervisor"))

    citizen.come_to("/respuestas?q=guecos%20calle")
    follow_to(citizen.page, citizen.page.get_by_role("link", name=QUESTION).first)
    citizen.look(citizen.page)
    shown = main_of(citizen.page).inner_text()
    assert ANSWER in shown
    assert NAME not in shown
    assert told.number not in shown

    citizen.prepare("Cuándo tapan el hueco de la calle.", "Huecos en calle", NAME)
    assert QUESTION in main_of(citizen.page).inner_text()


def propose(head, number):
    """In general words, from the case; what tells who asked was marked."""
    head.come_to(f"/bandeja/{number}/publicar")
    assert "el nombre de la persona" in main_of(head.page).inner_text()
    head.page.get_by_role("textbox", name="La pregunta").fill(QUESTION)
    head.page.get_by_role("textbox", name="La respuesta").fill(ANSWER)
    head.page.get_by_role("combobox", name="Tema").select_option(value="VI-MAL-01")
    head.page.get_by_role("checkbox", name="Lo leí").check()
    press(head.page, "Proponer")
    head.look(head.page)


def approve(supervisor):
    supervisor.come_to("/bandeja/respuestas")
    follow_to(supervisor.page, supervisor.page.get_by_role("link", name=QUESTION).first)
    supervisor.look(supervisor.page)
    press(supervisor.page, "Aprobar y publicar")
    supervisor.look(supervisor.page)
