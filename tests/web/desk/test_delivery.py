"""«La respuesta llegó»: by letter, at the counter or in person."""

from dataclasses import replace
from datetime import timedelta

import pytest

from pqrs.acts.file_petition import Person
from pqrs.law import Phase, Replied, local_day
from pqrs.models import SYSTEM
from pqrs.outside.now import now, today
from pqrs.web.filters import weekday_date
from tests.build import answered
from tests.web.staff import a_case, at_work, found, petition_of, text_of, writing

HOME = "Calle 1 # 2-3, vereda La Aldea"


@pytest.fixture
def number(app):
    person = Person(name="Persona Inventada", postal_address=HOME)
    number = a_case(app, person=person, reply_by="post")
    with writing(app) as session:
        answered(session, app.office, session.merge(petition_of(app, number)), opened=False)
    return number


def delivering(app, number, **values):
    official = at_work(app)
    official.open(f"/bandeja/{number}")
    form = official.form_with({"means"})
    for name, value in values.items():
        form.fill(name, value)
    return official, form


def test_the_page_says_how_the_person_wants_the_answer(app, number):
    official, _form = delivering(app, number)

    assert f"Quiere la respuesta: por carta , {HOME}" in text_of(official).replace(
        "carta,", "carta ,"
    )


@pytest.mark.parametrize("means", ["post", "counter", "spoken"])
def test_it_arrived(app, number, means):
    official, form = delivering(app, number, means=means)

    official.send_form(form)
    words = text_of(official)
    official.send_form(form)

    assert f"Anotó que la respuesta de la petición {number} llegó hoy." in words
    assert Phase.CLOSED is petition_of(app, number).phase
    assert 4 == petition_of(app, number).last_sequence
    assert f"Usted ya lo había hecho con la petición {number}." in text_of(official)


def test_the_day_it_arrived_is_written_down(app, number):
    official, form = delivering(app, number, means="post")
    assert str(today().day) in [value for name, value in form.values if name.endswith("on-day")]
    form.fill("delivered_on-year", str(today().year - 1))

    assert 409 == official.send_form(form).status
    assert "Ley 1437 de 2011, artículo 67" in text_of(official)
    assert Phase.REPLIED is petition_of(app, number).phase


def test_without_its_day_nothing_is_written(app, number):
    official, form = delivering(app, number, means="post")
    for part in ("day", "month", "year"):
        form.fill(f"delivered_on-{part}", "")

    assert 422 == official.send_form(form).status
    assert "Escriba el día en que llegó." in text_of(official)


def test_an_earlier_day_is_said_back(app):
    number = a_case(app, reply_by="post")
    before = replace(app.office, clock=lambda: now() - timedelta(days=3))
    with writing(app) as session:
        petition = found(session, number)
        petition.record(Replied(before.clock(), 1), actor=SYSTEM)
    day = local_day(before.clock()) + timedelta(days=1)
    parts = {"day": day.day, "month": day.month, "year": day.year}
    official, form = delivering(
        app, number, means="post", **{f"delivered_on-{name}": str(it) for name, it in parts.items()}
    )

    official.send_form(form)

    assert f"llegó el {weekday_date(day)}" in text_of(official)
    assert "se anotó después" in text_of(official)
    assert day == petition_of(app, number).answered_on


@pytest.mark.parametrize("means", [None, "opened", "mail", "x"])
def test_only_what_an_official_can_see_is_written_down(app, number, means):
    official, form = delivering(app, number)
    form.values += [("means", means)] if means else []

    assert 422 == official.send_form(form).status
    assert Phase.REPLIED is petition_of(app, number).phase


def test_before_the_signature_there_is_nothing_to_say(app):
    official = at_work(app)
    official.open(f"/bandeja/{a_case(app)}")

    assert all("means" not in form.offers for form in official.forms())
