"""First routing of one case."""

import pytest

from pqrs.law import Priority
from pqrs.office import Role
from tests.web.staff import a_case, at_work, found, petition_of, text_of, writing

WHY = "Pide arreglar un andén."
ITS_WORDS = "Zzz"
VAGUE = (
    "Necesito un permiso.",
    "Quiero hablar del parque y de la escuela y del impuesto.",
    "Necesito hablar de la calle y de un permiso.",
)


@pytest.fixture
def number(app):
    return a_case(app, text=ITS_WORDS, topic=None)


def routing(app, number, department="INFRA", reason=WHY):
    clerk = at_work(app, Role.CLERK, None)
    clerk.open(f"/ventanilla/{number}")
    return clerk, clerk.prepare(department=department, reason=reason)


def test_the_clerk_sends_it_with_a_reason(app, number):
    clerk, form = routing(app, number)

    clerk.send_form(form)

    assert f"Envió la petición {number} a Secretaría de Infraestructura y Valorización." in text_of(
        clerk
    )
    official = at_work(app)
    official.open(f"/bandeja/{number}")
    assert WHY in text_of(official)
    assert "Persona De La Entidad" in text_of(official)


@pytest.mark.parametrize(
    ("department", "reason", "message"),
    [("", WHY, "Elija la dependencia que debe responder."), ("INFRA", " ", "Escriba por qué.")],
)
def test_what_is_missing_is_asked_for(app, number, department, reason, message):
    clerk, form = routing(app, number, department, reason)

    clerk.send_form(form)

    assert 422 == clerk.answer.status
    assert message in text_of(clerk)


def test_where_a_life_may_be_in_danger_the_clerk_says_so_first(app):
    number = a_case(app, text="el poste de la esquina se ve flojo cuando hace viento", topic=None)
    clerk, form = routing(app, number)
    clerk.send_form(form)
    assert 422 == clerk.answer.status
    assert "Diga si está en riesgo la vida" in text_of(clerk)

    clerk.open("/ventanilla")
    assert "Posible riesgo para la vida" in text_of(clerk)
    assert not [form for form in clerk.forms() if form.action == f"/ventanilla/{number}"]

    clerk.open(f"/ventanilla/{number}")
    clerk.send_form(clerk.prepare(department="INFRA", reason=WHY, danger="yes"))
    assert (Priority.URGENT, "person") == (
        petition_of(app, number).priority,
        petition_of(app, number).routed_by,
    )


@pytest.mark.parametrize("department", ["CAS", "NADA", "infra"])
def test_only_our_own_offices_are_sent_cases(app, number, department):
    clerk, form = routing(app, number)
    form.values = [
        (name, department if name == "department" else value) for name, value in form.values
    ]

    clerk.send_form(form)

    assert 422 == clerk.answer.status
    assert "intake" == petition_of(app, number).routed_by


def test_two_clerks_do_not_route_over_each_other(app, number):
    slow, form = routing(app, number, "PLAN")
    clerk, first = routing(app, number)
    clerk.send_form(first)

    slow.send_form(form)

    assert 409 == slow.answer.status
    assert "No se envió." in text_of(slow)
    assert WHY in text_of(slow)
    assert ITS_WORDS not in text_of(slow)
    assert "INFRA" == petition_of(app, number).department


def test_a_second_press_is_the_first_one(app, number):
    clerk, form = routing(app, number)
    clerk.send_form(form)

    clerk.send_form(form)

    assert (200, "/ventanilla") == (clerk.answer.status, clerk.answer.path)
    assert f"Usted ya lo había hecho con la petición {number}." in text_of(clerk)
    assert 3 == petition_of(app, number).last_sequence


def test_a_stale_page_keeps_what_was_written(app, number):
    clerk, form = routing(app, number)
    form.values = [(name, "1" if name == "seen" else value) for name, value in form.values]

    clerk.send_form(form)

    assert 409 == clerk.answer.status
    assert "No se envió." in text_of(clerk)
    assert WHY in clerk.answer.html


def test_the_best_guess_is_filled_in_when_it_is_ours(app):
    text = next(text for text in VAGUE if is_vague_and_ours(app.office, text))
    number = a_case(app, text=text, topic=None)
    clerk = at_work(app, Role.CLERK, None)

    clerk.open(f"/ventanilla/{number}")

    values = dict(clerk.form_with({"department", "reason"}).values)
    assert app.office.router.suggest(text).competent == values["department"]
    assert values["reason"]


def test_whom_it_complains_about_is_neither_guessed_nor_offered(app):
    text = next(text for text in VAGUE if is_vague_and_ours(app.office, text))
    number, accused = a_case(app, text=text, topic=None), app.office.router.suggest(text).competent
    with writing(app) as session:
        found(session, number).named_departments = [accused]
    clerk = at_work(app, Role.CLERK, None)
    offered = [code for form in clerk.forms() for code in form.buttons.get("department", ())]
    assert offered
    assert accused not in offered

    clerk.open(f"/ventanilla/{number}")

    form = clerk.form_with({"department", "reason"})
    assert dict(form.values)["department"] not in {accused, ""}
    assert f'<option value="{accused}"' not in clerk.answer.html
    assert '<option value="PLAN"' in clerk.answer.html
    form.values = [
        (name, accused if name == "department" else value) for name, value in form.values
    ]
    assert 422 == clerk.send_form(form).status


def is_vague_and_ours(office, text):
    suggestion = office.router.suggest(text)
    return suggestion.needs_person and office.pack.is_assignable(suggestion.competent)


def test_once_routed_there_is_nothing_to_decide(app):
    number = a_case(app)
    control = at_work(app, Role.INTERNAL_CONTROL, None)

    control.open(f"/ventanilla/{number}")

    assert f"/bandeja/{number}" == control.answer.path


def test_a_lost_token_routes_nothing(app, number):
    clerk, form = routing(app, number)
    form.values = [(name, "x" if name == "csrf_token" else value) for name, value in form.values]

    assert 400 == clerk.send_form(form).status
    assert WHY in clerk.answer.html
