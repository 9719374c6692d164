"""The intake desk."""

import pytest

from pqrs.law import Kind
from pqrs.office import Role
from tests.web.staff import a_case, at_work, petition_of, text_of


@pytest.fixture
def outside_topic(app):
    topics = app.office.pack.topics
    return next(topic.topic_id for topic in topics if topic.department == "CAS")


def test_it_offers_guesses_that_take_one_press(app):
    number = a_case(
        app, text="Necesito hablar de la calle y de un permiso.", topic=None, is_doubtful=True
    )
    clerk = at_work(app, Role.CLERK, None)
    assert number in text_of(clerk)
    press = next(form for form in clerk.forms() if form.action == f"/ventanilla/{number}")
    code = min(press.buttons["department"])
    press.values.append(("department", code))

    clerk.send_form(press)

    petition = petition_of(app, number)
    assert "/ventanilla" == clerk.answer.path
    assert f"Envió la petición {number} a" in text_of(clerk)
    assert (code, "person") == (petition.department, petition.routed_by)


def test_what_is_like_others_says_how_many_and_leads_to_them(app):
    text = "Hay un hueco muy grande en la calle de Villagorgona, frente al parque."
    a_case(app, text=text, is_doubtful=True)
    number = a_case(app, text=text, is_doubtful=True)
    alone = a_case(app, text="Necesito hablar de un permiso para mi negocio.", topic=None)
    clerk = at_work(app, Role.CLERK, None)

    assert f'href="/ventanilla/{number}#similar">1 parecida<' in clerk.answer.html
    assert f"/ventanilla/{alone}#similar" not in clerk.answer.html
    clerk.open(f"/ventanilla/{number}")
    assert 'id="similar"' in clerk.answer.html


def test_another_entity_s_is_marked_with_its_five_days(app, outside_topic):
    number = a_case(app, topic=outside_topic)
    clerk = at_work(app, Role.CLERK, None)

    words = text_of(clerk)

    assert "Trasladar a CANDEASEO S.A. E.S.P." in words
    assert "A más tardar el" in words
    assert f"/bandeja/{number}/trasladar?entidad=CAS" in clerk.answer.html


def test_reports_of_wrongdoing_go_to_internal_control(app):
    report = a_case(app, text="Zzz", topic=None, kind=Kind.REPORT)
    other = a_case(app, text="Zzz", topic=None)

    clerk = text_of(at_work(app, Role.CLERK, None))
    control = text_of(at_work(app, Role.INTERNAL_CONTROL, None))

    assert (other in clerk, report in clerk) == (True, False)
    assert (other in control, report in control) == (False, True)


def test_when_all_is_routed_it_says_so(app):
    assert "No hay nada por repartir." in text_of(at_work(app, Role.CLERK, None))


def test_a_long_list_has_pages(app):
    for _ in range(26):
        a_case(app, text="Zzz " + "largo " * 200, topic=None)
    clerk = at_work(app, Role.CLERK, None)

    clerk.open("/ventanilla?pagina=999")

    assert "Página 2 de 2" in text_of(clerk)
    assert "largo…" in text_of(clerk)


@pytest.mark.parametrize("role", [Role.OFFICIAL, Role.HEAD])
def test_it_is_not_for_departments(app, role):
    assert 403 == at_work(app, role).open("/ventanilla").status
