"""The page of the prórroga: every date that may be chosen, before anybody chooses."""

import pytest

from pqrs.law import Kind, Reclassified
from pqrs.models import SYSTEM, by_number
from pqrs.office import Role
from tests.build import a_petition, later
from tests.web.staff import a_case, at_work, petition_of, text_of, writing

WHY = "Falta la visita del ingeniero."


def asked(app, number):
    head = at_work(app, Role.HEAD)
    head.open(f"/bandeja/{number}/prorrogar")
    return head


def test_each_number_of_days_shows_its_date_and_the_most_is_chosen(app):
    number = a_case(app, kind=Kind.CLAIM)
    head = asked(app, number)

    form = head.prepare(reason=WHY)
    assert {str(days) for days in range(16, 31)} == form.offers["days_0"]
    assert ("days_0", "30") in form.values
    assert "Con la prórroga más larga" in text_of(head)
    assert "en lugar del" in text_of(head)

    head.send_form(form)
    assert f"Prorrogó el término de la petición {number}." in text_of(head)
    assert 30 == petition_of_days(app, number)
    assert WHY in text_of(head)


def petition_of_days(app, number):
    with app.app_context(), app.sessions() as session:
        return by_number(session, number).standing().total_days


@pytest.mark.parametrize(
    ("days", "message"),
    [
        ("31", "no pasa de 30 días hábiles en total (Ley 1437 de 2011, artículo 14, parágrafo)"),
        ("10", "que ya es de 15 días hábiles"),
        ("", "que ya es de 15 días hábiles"),
        ("mil", "que ya es de 15 días hábiles"),
        ("²", "que ya es de 15 días hábiles"),
        ("99999", "que ya es de 15 días hábiles"),
    ],
)
def test_what_was_never_offered_is_refused_with_the_article_and_words_stay(app, days, message):
    number = a_case(app, kind=Kind.CLAIM)
    head = asked(app, number)
    form = head.prepare(reason=WHY)
    form.values = [(name, days if name == "days_0" else value) for name, value in form.values]

    head.send_form(form)

    assert 409 == head.answer.status
    assert message in text_of(head)
    assert WHY in head.answer.html
    assert 15 == petition_of_days(app, number)


def test_after_the_term_it_is_too_late_and_the_page_says_when_it_ended(app):
    with writing(app) as session:
        number = a_petition(session, later(app.office, days=-60), kind=Kind.CLAIM).number

    head = asked(app, number)

    assert "La prórroga se avisa antes de que venza el término, que venció el" in text_of(head)
    assert "artículo 14, parágrafo" in text_of(head)


def test_each_part_of_a_mixed_petition_has_its_own_dates(app):
    number = a_case(app, kind=Kind.CLAIM)
    parts = (Kind.CLAIM, Kind.CONGRESS, Kind.INFORMATION)
    with writing(app) as session:
        petition = by_number(session, number)
        at = petition.timeline()[-1].at
        petition.record(Reclassified(at, Kind.MIXED, "", parts), actor=SYSTEM)
    head = asked(app, number)
    form = head.prepare(reason=WHY)
    assert {"days_0", "days_2"} == {name for name in form.offers if name.startswith("days")}

    form.fill("days_0", "")
    form.fill("days_2", "15")
    head.send_form(form)

    with app.app_context(), app.sessions() as session:
        standing = by_number(session, number).standing()
        assert [15, 5, 15] == [part.total_days for part in standing.parts]
    assert Kind.MIXED is petition_of(app, number).kind
