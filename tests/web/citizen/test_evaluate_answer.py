"""Evaluate an answered petition, once, from its own link."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from pqrs.models import EvaluationContact
from pqrs.web.citizen import evaluate_answer
from pqrs.web.citizen.evaluate_answer import evaluation_path
from tests.build import a_petition, answered
from tests.web.citizen.test_evaluate import kept
from tests.web.staff import a_case, petition_of, text_of, writing

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


def test_long_after_the_answer_the_link_has_expired(app, walker, number, monkeypatch):
    path = link(app, number)
    answered_on = petition_of(app, number).answered_on
    assert answered_on
    last = answered_on + timedelta(days=180)
    monkeypatch.setattr(evaluate_answer, "today", lambda: last)
    assert 200 == walker.open(path).status
    form = walker.prepare(**ANSWERS, comment="Sigue aquí")
    monkeypatch.setattr(evaluate_answer, "today", lambda: last + timedelta(days=1))

    assert 410 == walker.open(path).status
    assert "El enlace para opinar venció" in text_of(walker)
    assert 410 == walker.send_form(form).status
    assert [] == kept(app)


def contacts(app):
    with app.app_context(), app.sessions() as session:
        return list(session.scalars(select(EvaluationContact.contact)))


def test_a_contact_is_kept_only_with_a_yes(app, walker, number):
    walker.open(link(app, number))
    walker.submit(**ANSWERS, may_contact="yes", contact=" Ana@Example.COM ")

    assert ["Ana@example.com"] == contacts(app)
    assert "Ana@" not in str(vars(kept(app)[0]))


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"contact": "ana@example.com"}, "Marque que podemos contactarlo, o borre este dato."),
        ({"may_contact": "yes"}, "Escriba un correo o un teléfono, o quite la marca."),
        ({"may_contact": "yes", "contact": "ana@"}, "Escriba un correo como nombre@ejemplo.com."),
        ({"may_contact": "yes", "contact": "a@b.co,c@d.co"}, "Escriba un correo como"),
        ({"may_contact": "yes", "contact": "llámeme"}, "Escriba un correo, o un teléfono con"),
        ({"may_contact": "yes", "contact": "3" * 201}, "Escriba máximo 200 caracteres."),
        ({"may_contact": "yes", "contact": "a@b.co\r\nBcc: x@y.co"}, "en una sola línea"),
    ],
)
def test_a_contact_that_cannot_be_used_keeps_everything_typed(app, walker, number, values, message):
    walker.open(link(app, number))
    answer = walker.submit(**ANSWERS, comment="Lo que escribí", **values)

    assert 422 == answer.status
    assert message in text_of(walker)
    assert "Lo que escribí" in answer.html
    assert "<details open" in answer.html
    assert ([], []) == (kept(app), contacts(app))


def test_who_does_not_want_to_be_asked_says_so_once(app, walker, number):
    walker.open(link(app, number) + "/no")
    for _ in range(2):
        walker.open(link(app, number) + "/no")
        if walker.forms():
            walker.submit()
    assert "No le volveremos a preguntar" in text_of(walker)

    walker.open(link(app, number))
    assert "¿Respondimos lo que pidió?" in text_of(walker)


@pytest.mark.parametrize("wrong", ["0" * 32, "x", "ñ"])
def test_nobody_else_says_no_for_them(walker, number, wrong):
    assert 404 == walker.open(f"/evaluar/{number}-{wrong}/no").status
