"""What waits for a second person, and what they decide."""

import pytest

from pqrs.office import Role
from tests.build import a_public_answer, an_official
from tests.web.desk.publishing import ANA, ANSWER, an_answered_case, fill
from tests.web.staff import at_work, found, text_of, writing

WITHDRAW = ("decision", "withdraw")


@pytest.fixture
def supervisor(app):
    return at_work(app, Role.SUPERVISOR, None)


def test_a_frequent_question_is_refused_with_a_reason_and_proposed_again(app, supervisor):
    official = at_work(app)
    official.open("/bandeja/respuestas/nueva")
    assert (
        422
        == fill(
            official, question="", topic="", **{"review_by-day": "31", "review_by-month": "2"}
        ).status
    )
    assert "Escriba la pregunta." in text_of(official)
    official.open("/bandeja/respuestas/nueva")
    fill(official, **{"review_by-year": "2031"})
    assert "La fecha de revisión va desde mañana" in text_of(official)
    official.open("/bandeja/respuestas/nueva")
    fill(official)
    supervisor.open("/bandeja/respuestas/1")
    assert "Si no la aprueba, ¿por qué?" in text_of(supervisor)
    assert "(opcional)" not in text_of(supervisor)
    supervisor.send_form(supervisor.prepare(reason=""), ("decision", "refuse"))
    assert "Escriba por qué no se aprueba" in text_of(supervisor)
    supervisor.send_form(supervisor.prepare(reason="No es general"), ("decision", "refuse"))
    assert "No la aprobó." in text_of(supervisor)
    supervisor.open("/bandeja/respuestas/1")
    assert "No es general" in text_of(supervisor)
    official.open("/bandeja/respuestas")
    assert "No es general" in text_of(official)
    official.open("/bandeja/respuestas/nueva?de=1")
    assert ANSWER in official.answer.html
    stranger = at_work(app, Role.OFFICIAL, "HAC")
    assert 404 == stranger.open("/bandeja/respuestas/1").status
    stranger.open("/bandeja/respuestas/nueva?de=1")
    assert ANSWER not in stranger.answer.html


def test_what_another_decided_meanwhile_is_told(app, supervisor):
    with writing(app) as session:
        a_public_answer(session, app.office, an_official(session), decided=False)
    other = at_work(app, Role.SUPERVISOR, None)
    for one in (supervisor, other):
        one.open("/bandeja/respuestas/1")
    late = other.prepare(reason="No")
    supervisor.send_form(supervisor.prepare(reason=""), ("decision", "approve"))
    page = other.send_form(late, ("decision", "refuse"))
    assert 409 == page.status
    assert "Otra persona la decidió hace un momento" in text_of(other)
    other.open("/bandeja/respuestas/1")
    assert "¿Por qué la retira?" in text_of(other)
    assert "¿Por qué la retira? (opcional)" not in text_of(other)
    other.send_form(other.prepare(reason=""), WITHDRAW)
    assert "Escriba por qué (Ley 1712" in text_of(other)
    other.send_form(other.prepare(reason="Cambió"), ("decision", "nada"))
    assert "Elija qué hacer." in text_of(other)
    other.send_form(other.prepare(reason="Lo pidió don Pedro"), WITHDRAW)
    assert "Lea el texto como quedó" in text_of(other)
    assert "parece un nombre" in text_of(other)
    other.send_form(other.prepare(reason="Lo pidió don Pedro", looked=["looked"]), WITHDRAW)
    assert "Retiró la respuesta." in text_of(other)
    other.open("/bandeja/respuestas?pagina=abc")
    assert "Retiradas y no aprobadas" in text_of(other)


def test_what_its_case_came_to_be_hides_it_and_its_number(app, supervisor):
    number = an_answered_case(app, person=ANA)
    official = at_work(app)
    official.open(f"/bandeja/{number}/publicar")
    fill(official, looked=["looked"])
    supervisor.open("/bandeja/respuestas/1")
    supervisor.send_form(supervisor.prepare(reason=""), ("decision", "approve"))
    official.open("/bandeja/respuestas")
    assert f"/bandeja/{number}/publicar?de=1" in official.answer.html
    stranger = at_work(app, Role.OFFICIAL, "HAC")
    with writing(app) as session:
        found(session, number).named_departments = ["HAC"]
    for path in ("/bandeja/respuestas", "/bandeja/respuestas/1"):
        official.open(path)
        assert number not in official.answer.html
        assert "Proponer otra redacción" not in text_of(official)
    official.open("/bandeja/respuestas")
    assert "Ya no se muestra" in text_of(official)
    supervisor.open("/bandeja/respuestas/1")
    assert "En el motivo no diga por qué" in text_of(supervisor)
    assert 410 == stranger.open("/respuestas/1").status
