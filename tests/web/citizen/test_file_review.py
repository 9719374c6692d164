"""`/radicar/revise` and `/radicar/enviar`: everything in sight, filed once."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pqrs.extensions import db
from pqrs.models import Petition
from tests.filing import read_receipt
from tests.web.citizen.filling import errors_of, file_one, walk_to

MISSING = "Falta un paso antes de enviar."


def filed(app):
    with app.app_context(), Session(db.engine) as session:
        return session.scalar(select(func.count(Petition.id)))


def test_every_answer_is_in_sight_and_can_be_changed(walker):
    answer = walk_to(walker, "/radicar/revise", topic="SP-ALU-01", location="Calle 9")

    for said in ("Reclamo", "La lámpara", "Luminaria apagada", "Calle 9", "Persona Inventada"):
        assert said in answer.html
    assert 'href="/radicar/donde?volver=revise"' in answer.html
    assert "No respondió" in answer.html


def test_the_button_says_what_it_does(walker):
    assert "Enviar mi petición" in walk_to(walker, "/radicar/revise").html


def test_a_missing_step_is_asked_for(walker):
    walk_to(walker, "/radicar/datos")
    answer = walker.open("/radicar/revise")

    assert ("/radicar/datos", True) == (answer.path, MISSING in answer.html)


def test_sending_nothing_leads_to_the_first_question(app, client):
    client.get("/radicar")
    answer = client.post("/radicar/enviar")

    assert (303, "/radicar") == (answer.status_code, answer.location)
    assert 0 == filed(app)


def test_danger_to_life_comes_first(walker):
    answer = walk_to(walker, "/radicar/revise", text="Huele a gas en la casa de al lado")

    assert answer.html.index('href="tel:123"') < answer.html.index("<h1")


def test_a_misspelt_address_is_asked_about(walker):
    changes = {"reply_by": "email", "email": "persona@gmial.com"}
    answer = walk_to(walker, "/radicar/revise", **changes)

    assert "persona@gmail.com" in answer.html


def test_a_second_press_gives_the_same_number_and_code(app, walker):
    walk_to(walker, "/radicar/revise")
    form = walker.prepare()
    walker.send_form(form)
    first = read_receipt(walker)
    walker.send_form(form)

    assert first == read_receipt(walker)
    assert 1 == filed(app)


def test_the_same_form_with_other_words_is_told_its_number(app, walker):
    walk_to(walker, "/radicar/que-paso")
    old = walker.prepare(text="Otra cosa distinta")
    walker.submit(text="La primera cosa")
    walk_from: list[dict[str, str]] = [
        {"topic": "other"},
        {"place": ""},
        {},
        {"identity": "anonymous"},
    ]
    for answers in walk_from:
        walker.submit(**answers)
    walker.submit()
    number, _code = read_receipt(walker)
    walker.send_form(old)
    walker.open("/radicar/revise")
    again = walker.submit()

    assert 409 == again.status
    assert f"Ya radicamos esta petición con el número {number}" in errors_of(again)
    assert 1 == filed(app)


def test_the_new_words_can_be_filed_as_another_petition(app, walker):
    test_the_same_form_with_other_words_is_told_its_number(app, walker)
    review = walker.submit()
    assert ("/radicar/revise", True) == (review.path, "Otra cosa distinta" in review.html)

    assert "/radicar/listo" == walker.submit().path
    assert 2 == filed(app)


def test_a_lost_session_shows_the_answers_again(client, walker):
    walk_to(walker, "/radicar/revise")
    form = walker.prepare()
    client.delete_cookie("pqrs")
    answer = walker.send_form(form)

    assert (400, True) == (answer.status, "Persona Inventada" in answer.html)
    assert "/radicar/listo" == walker.submit().path


def test_going_back_after_filing_shows_the_receipt(walker):
    file_one(walker)

    assert "/radicar/listo" == walker.open("/radicar/revise").path


def test_the_next_petition_starts_blank(walker):
    file_one(walker)
    walker.open("/radicar")

    assert "checked" not in walker.answer.html
    assert "/radicar" == walker.open("/radicar/datos").path
