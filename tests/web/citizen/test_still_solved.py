"""A month later: is it still solved? One question, once, by its own link."""

import pytest
from sqlalchemy import select

from pqrs.acts.evaluate import Opinion, evaluate_answer
from pqrs.law import Outcome
from pqrs.models import EvaluationReview
from pqrs.office.access_code import evaluation_token, still_solved_token
from tests.build import a_petition, answered
from tests.web.staff import text_of, writing


@pytest.fixture
def number(app):
    """Answered and evaluated with a yes."""
    with writing(app) as session:
        petition = a_petition(session, app.office)
        answered(session, app.office, petition)
        opinion = Opinion(satisfaction=4, outcome=Outcome.YES, ease=4)
        evaluate_answer(session, petition, opinion, token="t", clock=app.office.clock)
        return petition.number


def path(app, number):
    return f"/evaluar/sigue/{number}-{still_solved_token(app.office.code_key, number)}"


def reviews(app):
    with app.app_context(), app.sessions() as session:
        return [each.reason.value for each in session.scalars(select(EvaluationReview))]


@pytest.mark.parametrize(
    ("said", "answer", "tasks"),
    [
        ("yes", "Anotamos que sigue resuelto.", []),
        ("no", "Anotamos que ya no está resuelto.", ["not_solved"]),
    ],
)
def test_one_press_and_a_second_one_changes_nothing(app, walker, number, said, answer, tasks):
    walker.open(path(app, number))
    form = walker.forms()[0]
    for _ in range(2):
        walker.send_form(form, press=("solved", said))

    assert answer in text_of(walker)
    assert tasks == reviews(app)


@pytest.mark.parametrize("said", ["", "maybe", "YES", "x" * 5000])
def test_what_is_no_answer_asks_again(app, walker, number, said):
    walker.open(path(app, number))
    form = walker.forms()[0]

    assert 422 == walker.send_form(form, press=("solved", said)).status
    assert [] == reviews(app)


def test_what_was_never_evaluated_is_not_asked(app, walker):
    with writing(app) as session:
        number = a_petition(session, app.office).number
    walker.open(path(app, number))

    assert "Primero cuéntenos cómo le fue" in text_of(walker)
    assert [] == walker.forms()


def test_the_link_to_evaluate_does_not_open_it(app, walker, number):
    token = evaluation_token(app.office.code_key, number)

    assert 404 == walker.open(f"/evaluar/sigue/{number}-{token}").status


@pytest.mark.parametrize("reference", ["x", "-1", "9" * 30, "٣-٣", "2026-000001-0-x"])
def test_what_is_no_petition_leads_nowhere(walker, reference):
    assert 404 == walker.open(f"/evaluar/sigue/{reference}").status
