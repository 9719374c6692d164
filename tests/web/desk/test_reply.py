"""The answer: draft, look, sign; and what becomes of the words when something goes wrong."""

import pytest

from pqrs.law import Phase
from pqrs.office import Role
from tests.build import answered
from tests.web.staff import a_case, at_work, petition_of, text_of, writing

BODY = "Señora: revisamos la calle el lunes.\n\nLa arreglamos esta semana."


@pytest.fixture
def number(app):
    return a_case(app)


def write(app, number, body=BODY, **person):
    official = at_work(app, **person)
    official.open(f"/bandeja/{number}")
    official.submit(body=body)
    return official


def test_an_official_drafts_and_sees_what_the_person_will_get(app, number):
    official = write(app, number, name="Ana Pérez")

    words = text_of(official)
    assert f"/bandeja/{number}/respuesta" == official.answer.path
    assert "revisamos la calle el lunes. La arreglamos" in words
    assert "Lo firma la jefatura de la dependencia." in words
    assert all(not form.action.endswith("/firmar") for form in official.forms())
    official.open(f"/bandeja/{number}")
    assert "Borrador de Ana Pérez" in text_of(official)
    assert "revisamos la calle" in official.answer.html


def test_the_head_signs_what_was_drafted(app, number):
    write(app, number)
    head = at_work(app, Role.HEAD)
    head.open(f"/bandeja/{number}/respuesta")

    head.send_form(signing(head))

    words = text_of(head)
    assert f"/bandeja/{number}" == head.answer.path
    assert "Firmó la respuesta S-" in words
    assert "Respuesta firmada" in words
    assert Phase.REPLIED is petition_of(app, number).phase


def signing(walker):
    return next(form for form in walker.forms() if form.action.endswith("/firmar"))


def test_an_official_cannot_sign_by_knowing_the_address(app, number):
    official = write(app, number)
    token = next(form for form in official.forms() if form.method == "POST").values

    official.send("POST", f"/bandeja/{number}/firmar", [*token, ("seen", "2")])

    assert 403 == official.send("POST", f"/bandeja/{number}/firmar", token).status
    assert Phase.OPEN is petition_of(app, number).phase


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("", "Escriba la respuesta."),
        ("\u200b\u00a0 \n", "Escriba la respuesta."),
        ("a" * 20_001, "Escriba máximo 20.000 caracteres. Lleva 20.001."),
        ("hola\x00", "El texto tiene un carácter que no podemos guardar."),
    ],
    ids=["empty", "blank", "long", "control"],
)
def test_what_cannot_be_kept_says_why_and_stays(app, number, body, message):
    official = write(app, number, body)

    assert 422 == official.answer.status
    assert message in text_of(official)
    assert body.replace("\x00", "").strip("\u200b\u00a0 \n") in official.answer.html


@pytest.mark.parametrize(
    "body",
    ["<script>alert(1)</script>", "{{7*7}} ${7*7} %s%n", "# **Hola** <a href=x>", "=1+1", "👨‍👩‍👧"],
)
def test_markup_is_text(app, number, body):
    official = write(app, number, body)

    assert 200 == official.answer.status
    assert body in text_of(official) or "<" in body
    assert "<script>alert" not in official.answer.html
    assert "<a href=x>" not in official.answer.html


def test_a_text_beyond_what_the_server_reads_gets_its_own_page(app, number):
    assert 413 == write(app, number, "a" * 1_100_000).answer.status


def test_a_lost_token_keeps_the_words(app, number):
    official = at_work(app)
    official.open(f"/bandeja/{number}")
    form = official.prepare(body=BODY)
    form.values = [(name, "x" if name == "csrf_token" else value) for name, value in form.values]

    official.send_form(form)

    assert 400 == official.answer.status
    assert "Su sesión venció por tiempo. Lo que escribió sigue aquí." in text_of(official)
    assert "revisamos la calle" in official.answer.html


def test_a_draft_over_another_one_is_shown_first(app, number):
    slow = at_work(app)
    slow.open(f"/bandeja/{number}")
    form = slow.prepare(body=BODY)
    write(app, number, "Lo que escribió Luis.", name="Luis Mora")

    slow.send_form(form)
    words = text_of(slow)
    first = slow.answer.status
    slow.submit(body=BODY)

    assert 409 == first
    assert "Luis Mora cambió este caso:" in words
    assert "Lo que escribió Luis." in words
    assert "revisamos la calle" in words
    assert f"/bandeja/{number}/respuesta" == slow.answer.path


def test_after_an_event_the_page_says_what_happened(app, number):
    slow = at_work(app)
    slow.open(f"/bandeja/{number}")
    form = slow.prepare(body=BODY)
    with writing(app) as session:
        petition = session.merge(petition_of(app, number))
        answered(session, app.office, petition, opened=False)

    slow.send_form(form)

    assert 409 == slow.answer.status
    assert "Respuesta firmada" in text_of(slow)
    assert "revisamos la calle" in slow.answer.html


def test_a_closed_case_keeps_the_words_and_says_the_rule(app, number):
    slow = at_work(app)
    slow.open(f"/bandeja/{number}")
    form = slow.prepare(body=BODY)
    with writing(app) as session:
        answered(session, app.office, session.merge(petition_of(app, number)))

    slow.send_form(form)

    assert 409 == slow.answer.status
    assert "Cerrada" in text_of(slow)
    assert "revisamos la calle" in slow.answer.html


def test_the_head_signs_only_what_was_read(app, number):
    write(app, number)
    head = at_work(app, Role.HEAD)
    head.open(f"/bandeja/{number}/respuesta")
    form = signing(head)
    write(app, number, "Otra cosa distinta.")

    head.send_form(form)

    assert 409 == head.answer.status
    assert "No se firmó nada." in text_of(head)
    assert "Otra cosa distinta." in text_of(head)
    assert Phase.OPEN is petition_of(app, number).phase


def test_a_second_press_signs_nothing_twice(app, number):
    write(app, number)
    head = at_work(app, Role.HEAD)
    head.open(f"/bandeja/{number}/respuesta")
    form = signing(head)
    head.send_form(form)

    head.send_form(form)

    assert 409 == head.answer.status
    assert 3 == petition_of(app, number).last_sequence


def test_a_lost_token_signs_nothing(app, number):
    write(app, number)
    head = at_work(app, Role.HEAD)
    head.open(f"/bandeja/{number}/respuesta")
    form = signing(head)
    form.values = [(name, "x" if name == "csrf_token" else value) for name, value in form.values]

    assert 400 == head.send_form(form).status


def test_without_a_draft_there_is_nothing_to_look_at(app, number):
    official = at_work(app)

    official.open(f"/bandeja/{number}/respuesta")

    assert f"/bandeja/{number}" == official.answer.path


def test_another_department_cannot_write(app, number):
    official = at_work(app)
    official.open(f"/bandeja/{number}")
    form = official.prepare(body=BODY)
    other = at_work(app, Role.OFFICIAL, "PLAN")
    token = [pair for one in other.forms() for pair in one.values if pair[0] == "csrf_token"][:1]
    values = token + [pair for pair in form.values if pair[0] != "csrf_token"]

    assert 403 == other.send("POST", f"/bandeja/{number}/respuesta", values).status


@pytest.mark.parametrize(
    "extra",
    [("department", "PLAN"), ("phase", "closed"), ("number", "1"), ("due_on", "2030-01-01")],
)
def test_fields_of_nobody_s_are_ignored(app, number, extra):
    official = at_work(app)
    official.open(f"/bandeja/{number}")
    form = official.prepare(body=BODY)
    before = petition_of(app, number)
    form.values.append(extra)

    official.send_form(form)

    after = petition_of(app, number)
    assert (before.department, before.phase, before.due_on) == (
        after.department,
        after.phase,
        after.due_on,
    )


@pytest.mark.parametrize("seen", ["", "-1", "1.5", "9" * 30, "x"])
def test_a_page_that_nobody_saw_is_stale(app, number, seen):
    official = at_work(app)
    official.open(f"/bandeja/{number}")
    form = official.prepare(body=BODY)
    form.values = [(name, seen if name == "seen" else value) for name, value in form.values]

    assert 409 == official.send_form(form).status
    assert "revisamos la calle" in official.answer.html
