"""An opinion counts once, reaches its department and moves the published figures."""

import pytest
from sqlalchemy import select

from pqrs.acts.evaluate import NotAnsweredError, Opinion, evaluate_answer, evaluate_point
from pqrs.law import Outcome
from pqrs.models import Evaluation, ServicePoint, Tally
from tests.build import a_petition, answered

GOOD = Opinion(outcome=Outcome.YES, ease=5, satisfaction=4, comment="Rápido")


def test_an_answer_is_evaluated_once(session, office):
    petition = a_petition(session, office)
    answered(session, office, petition)

    assert evaluate_answer(session, petition, GOOD, token="a", clock=office.clock)
    assert not evaluate_answer(session, petition, GOOD, token="b", clock=office.clock)
    assert ["INFRA"] == list(session.scalars(select(Evaluation.department)))


def test_nobody_is_asked_before_the_answer(session, office):
    petition = a_petition(session, office)

    with pytest.raises(NotAnsweredError):
        evaluate_answer(session, petition, GOOD, token="a", clock=office.clock)


def test_an_office_is_evaluated_without_a_case_and_once_a_form(session, office):
    point = session.scalars(select(ServicePoint)).first()

    assert evaluate_point(session, point, GOOD, token="a", clock=office.clock)
    assert not evaluate_point(session, point, GOOD, token="a", clock=office.clock)
    kept = session.scalars(select(Evaluation)).one()
    assert (point.code, point.department) == (kept.service_point, kept.department)


def test_it_moves_the_kept_figures(session, office):
    point = session.scalars(select(ServicePoint)).first()
    evaluate_point(session, point, GOOD, token="a", clock=office.clock)

    cell = ("2026-03", "department", point.department, "eval_satisfaction", 4)
    assert 1 == session.get_one(Tally, cell).count
