"""`/radicar/despues`: what is half written waits for its person, three days, behind a code."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import select

from pqrs.extensions import db
from pqrs.models import Draft
from pqrs.models.engine import write_intent
from tests.filing import read_receipt
from tests.walker import Walker, into_flask
from tests.web.citizen.filling import errors_of, walk_to

CODE = re.compile(r"([0-9A-Z]{4})-([0-9A-Z]{4})-([0-9A-Z]{4})-([0-9A-Z]{4})")
NOT_FOUND = "No encontramos una petición sin terminar con ese código."


@pytest.fixture
def other_phone(app):
    return Walker(into_flask(app.test_client()))


def leave(walker, **typed):
    """Press "Guardar y seguir después" with this typed; the code to come back with."""
    walker.send_form(walker.prepare(**typed), press=("later", "1"))
    assert "/radicar/despues" == walker.answer.path
    found = CODE.search(errors_of(walker.answer).replace(" ", ""))
    assert found, walker.answer.html
    return "-".join(found.groups())


def come_back(phone, code):
    phone.open("/radicar/continuar")
    return phone.submit(code=code)


@pytest.mark.both_databases
def test_another_telephone_goes_on_where_this_one_stopped(walker, other_phone):
    walk_to(walker, "/radicar/respuesta")
    code = leave(walker, name="Persona Inven")
    assert "Sirve hasta el" in walker.answer.html

    answer = come_back(other_phone, code.lower().replace("-", " "))

    assert ("/radicar/respuesta", True) == (answer.path, "La consulto aquí" in answer.html)
    assert "Aquí quedó su petición." in answer.html
    assert "La lámpara del poste" in other_phone.open("/radicar/que-paso").html


@pytest.mark.parametrize(
    ("left", "back"),
    [
        ("/radicar/que-paso", "/radicar/donde"),
        ("/radicar/donde", "/radicar/adjuntos"),
        ("/radicar/datos", "/radicar/respuesta"),
    ],
)
def test_a_question_that_may_go_unanswered_is_come_back_to(walker, other_phone, left, back):
    """What it was left at is kept; the next one was never seen, so it is not passed by."""
    walk_to(walker, left, capacity="company")
    typed = {"text": "Una lámpara del poste está apagada."} if left.endswith("paso") else {}
    if left.endswith("datos"):
        typed = {"name": "Persona Inventada", "body_name": "Empresa Inventada"}
    assert back == come_back(other_phone, leave(walker, **typed)).path


def test_what_is_not_good_yet_waits_too(walker, other_phone):
    walk_to(walker, "/radicar/donde")
    code = leave(walker, location="Frente a la escuela", **{"happened_on-day": "31"})
    answer = come_back(other_phone, code)

    assert ("/radicar/donde", True) == (answer.path, "Frente a la escuela" in answer.html)


def test_the_link_fills_the_code_in_and_opens_nothing(walker, other_phone):
    walk_to(walker, "/radicar/donde")
    code = leave(walker)
    link = re.search(r'href="http://[^/"]+(/radicar/continuar/[^"]+)"', walker.answer.html)
    assert link

    answer = other_phone.open(link.group(1))
    assert "La lámpara" not in answer.html
    assert "/radicar/adjuntos" == other_phone.submit().path
    assert code in link.group(1)


def test_who_may_be_watched_gets_no_link_to_leave_behind(walker):
    walk_to(walker, "/radicar/donde", kind="report")
    leave(walker)

    assert "/radicar/continuar/" not in walker.answer.html


@pytest.mark.parametrize("typed", ["hola", "AAAA-BBBB-CCCC-DDDD", "x" * 200, "ñ" * 16, "\x00"])
def test_a_code_of_nothing_is_said_once_and_kept(walker, typed):
    answer = come_back(walker, typed)

    assert 422 == answer.status
    assert "Aquí quedó" not in answer.html


def test_after_three_days_it_is_gone(app, walker, other_phone):
    walk_to(walker, "/radicar/donde")
    code = leave(walker)
    with app.app_context(), write_intent():
        for draft in db.session.scalars(select(Draft)):
            draft.expires_at -= timedelta(hours=73)
        db.session.commit()
    answer = come_back(other_phone, code)

    assert (422, True) == (answer.status, NOT_FOUND in answer.html)


def test_who_sent_it_meanwhile_is_shown_number_and_code(walker, other_phone):
    walk_to(walker, "/radicar/respuesta")
    code = leave(walker, name="Persona Inventada", reply_by="page")
    walker.open("/radicar/revise")
    walker.submit()
    filed = read_receipt(walker)
    come_back(other_phone, code)

    assert filed == read_receipt(other_phone)


def test_nothing_typed_has_nothing_to_come_back_to(walker):
    assert "/radicar" == walker.open("/radicar/despues").path
