"""What a form sent when it could not be taken: nobody writes it twice."""

import io
import sqlite3

import pytest
from gunicorn.http.errors import InvalidChunkSize
from sqlalchemy import event, select, update

from pqrs.extensions import db
from pqrs.models import Draft, WebSession
from pqrs.office import Role
from pqrs.outside.now import now
from pqrs.web.sent import unpacked
from tests.web.citizen.filling import walk_to
from tests.web.staff import PASSWORD, a_case, at_work, hire, text_of, writing

WORDS = "Esto no lo quiero escribir dos veces."


@pytest.fixture
def locked(app):
    """Another process holds the database; it lets go after the block, and nobody waits long."""

    def hurry(connection, _record):
        connection.execute("PRAGMA busy_timeout=50")

    with app.app_context():
        event.listen(db.engine, "connect", hurry)
        db.engine.dispose()
        file = str(db.engine.url.database)

    def press(walker, form):
        other = sqlite3.connect(file, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        try:
            return walker.send_form(form)
        finally:
            other.close()

    return press


def end_sessions(app):
    with writing(app) as session:
        session.execute(update(WebSession).values(ended_at=now()))


def test_a_locked_database_keeps_the_step_and_a_press_sends_it(walker, locked):
    walk_to(walker, "/radicar/que-paso")
    answer = locked(walker, walker.prepare(text=WORDS))

    assert (503, True) == (answer.status, WORDS in answer.html)
    assert "/radicar/tema" == walker.send_form(walker.form_with({"text"})).path


def test_a_locked_database_keeps_the_opinion(walker, locked):
    walker.open("/evaluar")
    chosen = {"point": "VENTANILLA", "purpose": "satisfaction", "satisfaction": "4"}
    locked(walker, walker.prepare(comment=WORDS, **chosen))

    assert "/evaluar/gracias/DADM" == walker.send_form(walker.form_with({"comment"})).path


def test_a_locked_database_keeps_the_answer_of_an_official(app, locked):
    number = a_case(app)
    official = at_work(app)
    official.open(f"/bandeja/{number}")
    answer = locked(official, official.prepare(body=WORDS))

    assert (503, True) == (answer.status, WORDS in answer.html)
    assert f"/bandeja/{number}/respuesta" == official.send_form(official.form_with({"body"})).path


def test_a_password_is_never_shown_again(app, walker, locked):
    email = hire(app)
    walker.open("/ingresar")
    answer = locked(walker, walker.prepare(email=email, password=PASSWORD))

    assert (503, False) == (answer.status, PASSWORD in answer.html)


def written(app, path, **fields):
    """An official who wrote and did not press yet."""
    official = at_work(app, fields.pop("role"), "INFRA")
    official.open(path)
    return official, official.prepare(**fields)


@pytest.mark.parametrize(
    ("page", "field", "role"),
    [
        ("", "body", "official"),
        ("/devolver", "reason", "official"),
        ("/trasladar", "reason", "head"),
    ],
)
def test_a_session_that_ended_keeps_the_words_through_the_door(app, page, field, role):
    official, form = written(app, f"/bandeja/{a_case(app)}{page}", role=role, **{field: WORDS})
    end_sessions(app)

    answer = official.send_form(form)
    assert 400 == answer.status
    assert "Su sesión se cerró. Ingrese otra vez. Lo que escribió sigue aquí." in text_of(official)
    official.submit(email=hire(app, role), password="una clave que no es")
    assert 422 == official.answer.status
    official.submit(email=hire(app, role), password=PASSWORD)
    assert "Ya ingresó" in text_of(official)
    official.send_form(official.form_with({field}))

    assert official.answer.status in {200, 422}
    assert "/ingresar" != official.answer.path
    assert WORDS in official.answer.html or "Devolvió" in text_of(official)


def test_without_its_token_nothing_waits_at_the_door(app):
    official, form = written(app, f"/bandeja/{a_case(app)}", role="official", body=WORDS)
    end_sessions(app)
    form.values = [(name, "x" if name == "csrf_token" else value) for name, value in form.values]

    answer = official.send_form(form)

    assert (200, "/ingresar", False) == (answer.status, answer.path, WORDS in answer.html)


@pytest.mark.parametrize("text", ["", "x", "e30.abc.def", "W10.abc", "a" * 5000])
def test_nobody_plants_words_in_a_door(app, text):
    with app.test_request_context():
        assert unpacked(text) is None


def test_two_who_route_at_once_lose_no_reason(app):
    number = a_case(app, text="Zzz", topic=None)
    clerks = [at_work(app, Role.CLERK, None) for _ in range(2)]
    forms = []
    for clerk in clerks:
        clerk.open(f"/ventanilla/{number}")
        forms.append(clerk.prepare(department="INFRA", reason=WORDS))
    clerks[0].send_form(forms[0])

    answer = clerks[1].send_form(forms[1])

    assert (409, True) == (answer.status, WORDS in answer.html)


def test_a_draft_is_not_touched_by_what_could_not_be_taken(app, walker, locked):
    walk_to(walker, "/radicar/que-paso")
    locked(walker, walker.prepare(text=WORDS))

    with app.app_context():
        assert WORDS not in str(db.session.scalars(select(Draft.answers)).all())


class WrongParts(io.BytesIO):
    """What gunicorn hands over: it finds only when read that the parts do not add up."""

    def read(self, _size=-1):
        raise InvalidChunkSize(b"zz")

    readinto = read


@pytest.mark.parametrize("path", ["/radicar", "/ingresar", "/seguimiento", "/evaluar"])
def test_a_body_whose_parts_are_wrong_is_no_request(client, path):
    server = {"wsgi.input": WrongParts(), "wsgi.input_terminated": True}
    kind = "application/x-www-form-urlencoded"
    answer = client.post(path, content_type=kind, environ_overrides=server)

    assert (400, False) == (answer.status_code, "chunk" in answer.text)
