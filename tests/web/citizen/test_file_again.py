"""What is typed after sending: its number is told, and the new words are another petition."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pqrs.extensions import db
from pqrs.models import Petition
from tests.filing import read_receipt
from tests.web.citizen.filling import errors_of, file_one, walk_on, walk_to


def filed(app):
    with app.app_context(), Session(db.engine) as session:
        return session.scalar(select(func.count(Petition.id)))


def test_the_same_form_with_other_words_is_told_its_number(app, walker):
    walk_to(walker, "/radicar/que-paso")
    old = walker.prepare(text="Otra cosa distinta")
    walk_on(walker, "/radicar/revise", text="La primera cosa", identity="anonymous")
    walker.submit()
    number, _code = read_receipt(walker)
    again = walker.send_form(old)

    assert 409 == again.status
    assert f"Ya radicamos esta petición con el número {number}" in errors_of(again)
    assert 1 == filed(app)


def test_the_new_words_can_be_filed_as_another_petition(app, walker):
    test_the_same_form_with_other_words_is_told_its_number(app, walker)
    assert "/radicar" == walker.submit().path
    assert "Otra cosa distinta" in walk_on(walker, "/radicar/revise", text=None).html

    assert "/radicar/listo" == walker.submit().path
    assert 2 == filed(app)


def test_a_press_long_after_the_draft_was_emptied_gives_the_same_receipt(app, client, walker):
    walk_to(walker, "/radicar/revise")
    form = walker.prepare()
    walker.send_form(form)
    first = read_receipt(walker)
    client.delete_cookie("pqrs")
    token = dict(walker.open("/radicar") and walker.form_with({"kind"}).values)["csrf_token"]
    form.values = [
        ("csrf_token", token) if name == "csrf_token" else (name, value)
        for name, value in form.values
    ]
    walker.send_form(form)

    assert ("/radicar/listo", first) == (walker.answer.path, read_receipt(walker))
    assert 1 == filed(app)


def test_a_press_with_a_lost_token_is_told_the_number_and_nothing_more(client, walker):
    walk_to(walker, "/radicar/revise")
    form = walker.prepare()
    walker.send_form(form)
    number, code = read_receipt(walker)
    client.delete_cookie("pqrs")
    again = walker.send_form(form)

    assert (409, True) == (again.status, number in errors_of(again))
    assert code not in errors_of(again).replace(" ", "")


def test_another_without_its_token_begins_anew(client, walker):
    file_one(walker)

    assert "/radicar" == client.post("/radicar/otra").location
