"""Evaluate an answered petition, once, from its own link."""

import pytest

from pqrs.web.citizen.evaluate_answer import evaluation_path
from tests.build import a_petition, answered
from tests.web.citizen.test_evaluate import kept
from tests.web.staff import a_case, text_of, writing

ANSWERS = {"outcome": "no", "ease": "1", "satisfaction": "2"}


def link(app, number):
    with app.test_request_context():
        return evaluation_path(number)


@pytest.fixture
def number(app):
    """An answered petition."""
    with writing(app) as session:
        petition = a_petition(session, app.office)
        answered(session, app.office, petition)
        return petition.number


def test_its_opinion_reaches_the_department_that_answered(app, walker, number):
    walker.open(link(app, number))
    assert "¿Respondimos lo que pidió?" in text_of(walker)

    answer = walker.submit(**ANSWERS)

    assert "/evaluar/gracias/INFRA" == answer.path
    (row,) = kept(app)
    assert ("INFRA", None, "claim") == (row.department, row.service_point, row.kind)


def test_it_is_evaluated_once(app, walker, number):
    walker.open(link(app, number))
    form = walker.prepare(**ANSWERS)
    for _ in range(2):
        walker.send_form(form)

    assert "Ya tenemos su opinión" in text_of(walker)
    assert 1 == len(kept(app))


def test_not_before_the_answer(app, walker):
    answer = walker.open(link(app, a_case(app)))

    assert 200 == answer.status
    assert "Todavía no hay respuesta" in text_of(walker)
    assert [] == kept(app)


@pytest.mark.parametrize("wrong", ["0" * 32, "", "ñ", "x" * 5000, "' OR 1=1--"])
def test_another_token_leads_nowhere(walker, number, wrong):
    assert 404 == walker.open(f"/evaluar/{number}-{wrong}").status


@pytest.mark.parametrize("reference", ["-1", "0", "1e9", "NaN", "9" * 30, "٣-٣"])
def test_what_is_no_petition_leads_nowhere(walker, reference):
    assert 404 == walker.open(f"/evaluar/{reference}").status


def test_the_link_of_one_petition_opens_no_other(app, walker, number):
    token = link(app, a_case(app)).rpartition("-")[2]

    assert 404 == walker.open(f"/evaluar/{number}-{token}").status
