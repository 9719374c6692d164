"""The questions read out at the counter."""

import pytest
from sqlalchemy import select

from pqrs.models import AuditEntry, Evaluation
from pqrs.office import Role
from pqrs.office.evaluation import DEVICE_LIMIT
from tests.web.staff import at_work, text_of

ANSWERS = {"point": "PUNTO-HAC", "purpose": "recommendation", "satisfaction": "3"}


@pytest.fixture
def clerk(app):
    return at_work(app, Role.CLERK, None)


def kept(app):
    with app.app_context(), app.sessions() as session:
        return list(session.scalars(select(Evaluation)))


def test_the_clerk_writes_what_the_person_says(app, clerk):
    clerk.open("/ventanilla")
    assert 'href="/ventanilla/evaluacion"' in clerk.answer.html
    clerk.open("/ventanilla/evaluacion")
    clerk.submit(**ANSWERS, comment="Que haya sillas.")

    assert "/ventanilla/evaluacion" == clerk.answer.path
    assert "Se guardó la opinión sobre Atención de Secretaría de Hacienda" in text_of(clerk)
    assert "Que haya sillas." not in clerk.answer.html
    (row,) = kept(app)
    assert ("window", "HAC", "recommendation") == (
        row.way.value,
        row.department,
        row.purpose.value,
    )
    with app.app_context(), app.sessions() as session:
        assert "evaluation_taken" in list(session.scalars(select(AuditEntry.action)))


def test_a_second_press_counts_once(app, clerk):
    clerk.open("/ventanilla/evaluacion")
    form = clerk.prepare(**ANSWERS)
    for _ in range(2):
        clerk.send_form(form)

    assert 1 == len(kept(app))


def test_a_whole_row_of_people_at_one_counter_is_no_stuffing(app, clerk):
    for _ in range(DEVICE_LIMIT + 1):
        clerk.open("/ventanilla/evaluacion")
        clerk.submit(**ANSWERS)

    assert [None] * (DEVICE_LIMIT + 1) == [row.set_apart for row in kept(app)]


def test_what_was_not_said_is_asked(app, clerk):
    clerk.open("/ventanilla/evaluacion")
    answer = clerk.submit(comment="Que haya sillas.")

    assert 422 == answer.status
    assert "Elija dónde lo atendieron." in text_of(clerk)
    assert "Que haya sillas." in answer.html
    assert [] == kept(app)


def test_only_the_clerk(app):
    head = at_work(app, Role.HEAD, "HAC")

    assert 403 == head.open("/ventanilla/evaluacion").status
