"""The head reviews one unhappy opinion."""

import pytest
from sqlalchemy import select

from pqrs.models import AuditEntry, EvaluationReview, Petition
from pqrs.office import Role
from tests.acts.test_review_evaluation import WORDS, opened
from tests.web.staff import at_work, text_of, writing

DONE = "Se habló con quien atiende y se pidió disculpas."


@pytest.fixture
def head(app):
    return at_work(app, Role.HEAD, "DADM")


@pytest.fixture
def path(app):
    return path_of(app)


def path_of(app, **facts):
    with writing(app) as session:
        return f"/bandeja/evaluaciones/{opened(session, app.office, **facts).id}"


def review(app):
    with app.app_context(), app.sessions() as session:
        found = session.scalars(select(EvaluationReview)).one()
        return found.status.value, found.done


def test_from_the_list_to_what_was_done(app, head, path):
    head.open("/bandeja/evaluaciones")
    assert "1 opinión por revisar" in text_of(head)
    assert f'href="{path}"' in head.answer.html

    head.open(path)
    assert WORDS in text_of(head)
    head.submit(done=DONE)

    assert ("answered", DONE) == review(app)
    assert "Se guardó la revisión." in text_of(head)
    assert f"Qué se hizo: {DONE}" in text_of(head)
    assert "No hay opiniones por revisar" in text_of(head)


def test_a_second_press_changes_nothing(app, head, path):
    head.open(path)
    form = head.prepare(done=DONE)
    for _ in range(2):
        head.send_form(form)

    assert (200, "/bandeja/evaluaciones") == (head.answer.status, head.answer.path)
    assert ("answered", DONE) == review(app)


def test_who_comes_second_keeps_their_words(app, head, path):
    other = at_work(app, Role.HEAD, "DADM")
    head.open(path)
    other.open(path)
    mine, theirs = head.prepare(done="Lo mío."), other.prepare(done=DONE)
    other.send_form(theirs)

    assert 409 == head.send_form(mine).status
    assert "Otra persona la revisó hace un momento" in text_of(head)
    assert "Lo mío." in text_of(head)
    assert ("answered", DONE) == review(app)


def test_filed_in_one_press(app, head, path):
    head.open(path)
    form = head.forms()[-1]
    for _ in range(2):
        head.send_form(form, press=("do", "file"))

    with app.app_context(), app.sessions() as session:
        petition = session.scalars(select(Petition)).one()
    assert "evaluation" == petition.channel.value
    head.open(path)
    assert f"Se radicó como petición {petition.number}." in text_of(head)


def test_without_words_there_is_nothing_to_file(app, head):
    head.open(path_of(app, comment=""))
    form = head.forms()[-1]

    assert 422 == head.send_form(form, press=("do", "file")).status
    assert "La opinión no trae palabras" in text_of(head)
    assert "open" == review(app)[0]


@pytest.mark.parametrize(
    ("done", "message"),
    [
        ("", "Escriba qué se hizo"),
        (" \u200b ", "Escriba qué se hizo"),
        ("a" * 20_000, "Escriba máximo 4.000 caracteres. Lleva 20.000."),
        ("a\x00b", "un carácter que no podemos guardar"),
    ],
)
def test_what_cannot_be_kept_says_why(app, head, path, done, message):
    head.open(path)
    answer = head.submit(done=done)

    assert 422 == answer.status
    assert message in text_of(head)
    assert "open" == review(app)[0]


def test_a_lost_token_keeps_the_words(app, head, path):
    head.open(path)
    form = head.prepare(done=DONE)
    form.values = [pair for pair in form.values if pair[0] != "csrf_token"]

    assert 400 == head.send_form(form).status
    assert DONE in head.answer.html
    assert "open" == review(app)[0]


def test_seeing_a_contact_leaves_a_trace(app, head):
    head.open(path_of(app, contact="a@b.co"))

    assert "a@b.co" in text_of(head)
    with app.app_context(), app.sessions() as session:
        actions = list(session.scalars(select(AuditEntry.action)))
    assert "read_contact" in actions


@pytest.mark.parametrize(
    ("role", "department", "status"),
    [(Role.HEAD, "HAC", 404), (Role.OFFICIAL, "DADM", 403), (Role.INTERNAL_CONTROL, None, 403)],
)
def test_nobody_else_opens_it(app, path, role, department, status):
    person = at_work(app, role, department)

    assert status == person.open(path).status


@pytest.mark.parametrize("number", ["0", "-1", "9" * 30, "٣", "x"])
def test_what_is_no_review_leads_nowhere(head, number):
    assert 404 == head.open(f"/bandeja/evaluaciones/{number}").status
