"""What people said of the department."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from pqrs.acts.evaluate import Following, Opinion, evaluate_answer, evaluate_point
from pqrs.law import Outcome
from pqrs.models import ServicePoint
from pqrs.office import Role
from tests.build import answered
from tests.web.staff import a_case, at_work, petition_of, text_of, writing

OPINION = Opinion(
    outcome=Outcome.PARTLY, ease=4, satisfaction=3, comment="Amables, <b>pero</b> tarde."
)


@pytest.fixture
def number(app):
    """An answered case of Infraestructura, evaluated; and an opinion on one of its offices."""
    number = a_case(app)
    with writing(app) as session:
        petition = session.merge(petition_of(app, number))
        answered(session, app.office, petition)
        clock = app.office.clock
        evaluate_answer(session, petition, OPINION, token="uno", clock=clock)
        point = session.scalars(
            select(ServicePoint).where(ServicePoint.department == "INFRA")
        ).first()
        if point is not None:
            evaluate_point(session, point, OPINION, token="dos", clock=clock)
    return number


def test_the_department_reads_them_without_the_case(app, number):
    official = at_work(app)

    official.open("/bandeja/evaluaciones")

    words = text_of(official)
    assert "Amables, <b>pero</b> tarde." in words
    assert "<b>pero" not in official.answer.html
    assert "En parte" in words
    assert "Facilidad: 4 de 5. Satisfacción: 3 de 5." in words
    assert number not in words


def test_another_department_does_not(app, number):
    official = at_work(app, Role.OFFICIAL, "PLAN")

    official.open("/bandeja/evaluaciones?dependencia=INFRA")

    assert "Amables" not in text_of(official)
    assert number not in text_of(official)


def test_what_is_set_apart_is_counted_for_all_and_read_by_internal_control(app):
    with writing(app) as session:
        point = session.get_one(ServicePoint, "PUNTO-HAC")
        following = Following(office=app.office, from_device=99)
        opinion = replace(OPINION, comment="Puesta en masa.")
        clock = app.office.clock
        evaluate_point(session, point, opinion, token="x", clock=clock, following=following)
    official = at_work(app, Role.OFFICIAL, "HAC")
    official.open("/bandeja/evaluaciones?apartadas=1")
    assert "Puesta en masa." not in text_of(official)
    assert "Además hay 1 apartada" in text_of(official)

    control = at_work(app, Role.INTERNAL_CONTROL, None)
    control.open("/bandeja/evaluaciones?dependencia=HAC&apartadas=1")
    assert "Puesta en masa." in text_of(control)
    assert "Muchas desde un mismo equipo en una hora" in text_of(control)


def test_internal_control_reads_all_of_them_with_the_case(app, number):
    control = at_work(app, Role.INTERNAL_CONTROL, None)

    control.open("/bandeja/evaluaciones?dependencia=INFRA")

    assert number in text_of(control)
    assert 404 == control.open("/bandeja/evaluaciones?dependencia=CAS").status
    control.open(f"/bandeja/{number}")
    assert "Lo que opinó la persona" in text_of(control)


def test_the_case_does_not_show_officials_its_opinion(app, number):
    official = at_work(app)

    official.open(f"/bandeja/{number}")

    assert "Amables" not in text_of(official)


@pytest.mark.usefixtures("number")
@pytest.mark.parametrize("page", ["-1", "1e9", "99", "٣"])
def test_any_page_is_a_page(app, page):
    official = at_work(app)

    assert 200 == official.open(f"/bandeja/evaluaciones?pagina={page}").status


def test_the_clerk_does_not(app):
    assert 403 == at_work(app, Role.CLERK, None).open("/bandeja/evaluaciones").status
