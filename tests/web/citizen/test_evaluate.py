"""Evaluate an office without a petition."""

import pytest
from sqlalchemy import select

from pqrs.law import Outcome
from pqrs.models import Evaluation
from tests.web.staff import text_of

ANSWERS = {"point": "VENTANILLA", "purpose": "praise", "satisfaction": "4"}


def kept(app):
    with app.app_context(), app.sessions() as session:
        return list(session.scalars(select(Evaluation).order_by(Evaluation.id)))


def test_two_answers_and_thanks(app, walker):
    walker.open("/evaluar")
    answer = walker.submit(**ANSWERS, comment="Muy amables")

    assert "/evaluar/gracias/DADM" == answer.path
    assert "La recibió: Secretaría de Desarrollo Administrativo." in text_of(walker)
    assert 'href="/estadisticas"' in answer.html
    (row,) = kept(app)
    assert (None, None) == (row.outcome, row.ease)
    assert ("VENTANILLA", "DADM", "praise", "web", 4, "Muy amables") == (
        row.service_point,
        row.department,
        row.purpose.value,
        row.way.value,
        row.satisfaction,
        row.comment,
    )


def test_the_two_other_questions_may_be_answered(app, walker):
    walker.open("/evaluar")
    walker.submit(**ANSWERS, outcome="partly", ease="2")

    (row,) = kept(app)
    assert (Outcome.PARTLY, 2) == (row.outcome, row.ease)


def test_a_second_press_counts_once(app, walker):
    walker.open("/evaluar")
    form = walker.prepare(**ANSWERS)

    paths = [walker.send_form(form).path for _ in range(2)]

    assert ["/evaluar/gracias/DADM"] * 2 == paths
    assert 1 == len(kept(app))


def test_two_people_count_twice(app, walker):
    for _ in range(2):
        walker.open("/evaluar")
        walker.submit(**ANSWERS)

    assert 2 == len(kept(app))


def test_what_was_not_answered_is_asked_and_the_rest_kept(app, walker):
    walker.open("/evaluar")
    answer = walker.submit(satisfaction="2", comment="Una hora de fila")

    assert 422 == answer.status
    for words in (
        "Elija dónde lo atendieron.",
        "Elija qué nos quiere decir.",
        "Una hora de fila",
    ):
        assert words in text_of(walker)
    told = text_of(walker)
    assert told.index("Elija dónde lo") < told.index("Elija qué nos"), "not as the page asks"
    assert 'value="2" checked' in answer.html
    assert [] == kept(app)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("satisfaction", value) for value in ("0", "6", "-1", "1e9", "NaN", "1.5", "9" * 30)),
        ("purpose", "maybe"),
        ("outcome", "maybe"),
        ("ease", "0"),
        ("ease", "x"),
        ("purpose", "COMPLAINT"),
        ("point", "' OR 1=1--"),
        ("point", "x" * 5000),
    ],
)
def test_an_answer_that_was_not_offered(app, walker, name, value):
    walker.open("/evaluar")
    form = walker.prepare(**ANSWERS)
    form.values = [pair for pair in form.values if pair[0] != name] + [(name, value)]
    answer = walker.send_form(form)

    assert 422 == answer.status
    assert "Elija una de las opciones." in text_of(walker)
    assert [] == kept(app)


def test_a_lost_session_keeps_what_was_written(app, walker):
    walker.open("/evaluar")
    form = walker.prepare(**ANSWERS, comment="Sigue aquí")
    form.values = [pair for pair in form.values if pair[0] != "csrf_token"]

    answer = walker.send_form(form)

    assert 400 == answer.status
    assert "Su sesión venció por tiempo." in text_of(walker)
    assert "Sigue aquí" in answer.html
    assert [] == kept(app)


def test_thanks_of_an_unknown_department(walker):
    assert 404 == walker.open("/evaluar/gracias/NADA").status
