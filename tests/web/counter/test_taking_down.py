"""`/ventanilla/radicar`: what is written stays, whatever is wrong with it; nobody else comes in."""

import re

import pytest
from sqlalchemy import func, select, update

from pqrs.models import Draft, Petition, WebSession
from pqrs.office import Role
from pqrs.outside.now import now
from tests.web.counter.taken import PAGE, SAID, press, take_down, write
from tests.web.staff import PASSWORD, at_work, hire, text_of, writing


@pytest.fixture
def clerk(app):
    return at_work(app, Role.CLERK, None)


def drafts(app):
    with app.app_context(), app.sessions() as session:
        return [row.answers for row in session.scalars(select(Draft))]


def go_on(clerk):
    """From a new page, to what waits unfinished."""
    page = clerk.open(PAGE).html
    (waiting,) = re.findall(r'href="(/ventanilla/radicar\?hoja=\w+)"', page)
    return clerk.open(waiting)


def filed(app):
    with app.app_context(), app.sessions() as session:
        return session.scalar(select(func.count()).select_from(Petition))


def test_the_counter_leads_there(clerk):
    clerk.open("/ventanilla")

    assert f'href="{PAGE}"' in clerk.answer.html
    clerk.open(PAGE)
    assert "Radicar por una persona" in text_of(clerk)


def test_only_the_clerk(app):
    assert 403 == at_work(app, Role.HEAD, "HAC").open(PAGE).status


def test_nothing_written_is_asked_for_once(app, clerk):
    clerk.open(PAGE)
    answer = clerk.submit(text="")

    assert 422 == answer.status
    assert "Escriba qué solicita." in text_of(clerk)
    assert 0 == filed(app)


def test_what_was_written_survives_a_fault(app, clerk):
    answer = write(clerk, email="no es correo", reply_by="email", brought="Una carta")

    assert 422 == answer.status
    assert SAID["text"] in answer.html
    assert "Seguir así, sin corregir" in answer.html
    again = go_on(clerk)
    assert all(word in again.html for word in (SAID["text"], "no es correo", "Una carta"))


def test_what_was_written_survives_the_end_of_the_session(app, clerk):
    clerk.open(PAGE)
    form = clerk.prepare(**SAID)
    with writing(app) as session:
        session.execute(update(WebSession).values(ended_at=now()))
    answer = clerk.send_form(form)

    assert (400, True) == (answer.status, "Lo que escribió sigue aquí." in text_of(clerk))
    clerk.submit(email=hire(app, Role.CLERK, None), password=PASSWORD)
    assert SAID["text"] in text_of(clerk)


def test_it_may_go_on_as_it_is_and_the_paper_says_what_lacks(app, clerk):
    write(clerk, name="", email="no es correo", reply_by="email")
    form = clerk.prepare()
    clerk.send_form(form, press=("anyway", "1"))
    assert "/ventanilla/radicar/revise" == clerk.answer.path
    assert "Se radica sin esto" in text_of(clerk)
    press(clerk, "/enviar")

    assert "/ventanilla/radicar/listo" == clerk.answer.path
    assert 1 == filed(app)


def test_of_who_stays_unknown_nothing_is_kept_even_by_mistake(app, clerk):
    answer = write(clerk, identity="anonymous", interpreter="Intérprete Inventada")

    assert 422 == answer.status
    assert "hay datos de la persona" in text_of(clerk)
    assert "Persona Inventada" in answer.html
    (kept,) = drafts(app)
    assert not {"Persona Inventada", "Intérprete Inventada"} & set(map(str, kept.values()))
    assert "report" == kept["way"]


def test_the_next_person_finds_an_empty_page(app, clerk):
    take_down(clerk)
    clerk.open(PAGE)
    assert SAID["text"] not in clerk.answer.html
    assert "sin radicar" not in text_of(clerk)


def test_an_unfinished_petition_waits_and_never_meets_the_next_person(app, clerk):
    write(clerk)
    clerk.open(PAGE)
    assert SAID["text"] not in clerk.answer.html
    assert "Hay algo sin radicar" in text_of(clerk)
    clerk.submit(text="Lo de la segunda.", name="Otra Inventada")
    assert SAID["text"] not in clerk.answer.html
    assert 2 == len(drafts(app))


@pytest.mark.parametrize("on_review", [True, False])
def test_another_is_begun_from_each_page_and_nothing_stays(app, clerk, on_review):
    write(clerk)
    if not on_review:
        go_on(clerk)
        assert SAID["text"] in clerk.answer.html
    press(clerk, "/otra")

    assert PAGE == clerk.answer.path
    assert SAID["text"] not in clerk.answer.html
    assert [] == drafts(app)
    assert "sin radicar" not in text_of(clerk).replace("lo que no se radicó", "")


def test_two_blank_windows_are_two_petitions(app, clerk):
    forms = []
    for text in ("Lo de la primera.", "Lo de la segunda."):
        clerk.open(PAGE)
        forms.append(clerk.prepare(**SAID | {"text": text}))
    clerk.send_form(forms[0])
    review = next(form for form in clerk.forms() if form.action.endswith("/enviar"))
    clerk.send_form(forms[1])
    clerk.send_form(review)

    assert "Lo de la primera." in text_of(clerk)
    assert "Lo de la segunda." not in text_of(clerk)
    assert 1 == filed(app)


def test_what_changed_after_it_was_read_is_read_again(app, clerk):
    write(clerk)
    review = next(form for form in clerk.forms() if form.action.endswith("/enviar"))
    go_on(clerk)
    clerk.submit(text="Otra cosa del todo.")
    clerk.send_form(review)

    assert "Cambió después de leérselo" in text_of(clerk)
    assert "Otra cosa del todo." in text_of(clerk)
    assert 0 == filed(app)
    press(clerk, "/enviar")
    assert 1 == filed(app)


def test_a_page_gone_back_to_after_filing_is_another_petition_and_says_so(app, clerk):
    clerk.open(PAGE)
    page = clerk.prepare(**SAID)
    clerk.send_form(page)
    review = next(form for form in clerk.forms() if form.action.endswith("/enviar"))
    go_on(clerk)
    back = clerk.prepare(text="Otra cosa, que se contó después.")
    clerk.send_form(review)

    clerk.send_form(back)
    assert "Desde esa página ya radicó la petición" in text_of(clerk)
    assert "Otra cosa, que se contó después." in text_of(clerk)
    assert 1 == filed(app)


def test_what_another_answer_asks_for_is_not_called_optional(clerk):
    clerk.open("/ventanilla/radicar")

    text = text_of(clerk)
    for asked in ("Hora en que llegó", "Por qué se radica después", "Correo electrónico"):
        assert asked in text
        assert f"{asked} (opcional)" not in text
    assert "Asunto, en pocas palabras (opcional)" in text
    assert 2 < text.count("Pregúnteselo así")
