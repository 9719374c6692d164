"""`/seguimiento`: number and code open one case, and a press opens its answer."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.extensions import db
from pqrs.models import Attempt, PetitionEvent, by_number
from pqrs.models.engine import write_intent
from pqrs.office import access_code
from pqrs.web.citizen.follow import OPENED_KEY
from tests.build import a_petition, answered
from tests.web.citizen.filling import errors_of

M1 = (
    "No encontramos una petición con ese número y ese código. Revise los dos datos. "
    "El código tiene 12 letras y números."
)
CODE = access_code.code_from_token(b"llave", "una")
WRONG = access_code.code_from_token(b"llave", "otra")
UNKNOWN = "2026-000999-3"


def in_database(app, change):
    """Do it in a transaction of its own; returns what `change(session)` does."""
    with app.app_context(), write_intent(), Session(db.engine) as session:
        result = change(session)
        session.commit()
        return result


@pytest.fixture
def number(app):
    """A petition whose code is CODE."""

    def file(session):
        petition = a_petition(session, app.office)
        petition.code_hash = access_code.keyed_hash(app.office.code_key, petition.number, CODE)
        return petition.number

    return in_database(app, file)


@pytest.fixture
def enter(walker):
    """Type number and code, press."""

    def enter(number, code=CODE):
        walker.open("/seguimiento")
        return walker.submit(number=number, code=code)

    return enter


def answer_it(app, number, **how):
    in_database(
        app, lambda session: answered(session, app.office, by_number(session, number), **how)
    )


def events(app, number):
    def names(session):
        query = select(PetitionEvent.name).order_by(PetitionEvent.sequence)
        return list(session.scalars(query))

    return in_database(app, names)


def test_number_and_code_open_the_case(number, enter):
    answer = enter(number)

    assert (200, "/seguimiento") == (answer.status, answer.path)
    assert f"Su petición {number}" in answer.html
    assert "Debemos responder a más tardar el" in answer.html
    assert "Infraestructura" in answer.html


@pytest.mark.parametrize(
    "spell", [str.lower, access_code.show_code, lambda code: f" {code[:6]} {code[6:]} "]
)
def test_a_code_may_be_typed_in_many_ways(number, enter, spell):
    assert number in enter(number.replace("-", " "), spell(CODE)).html


def test_letters_that_look_like_digits_are_digits(app, number, enter):
    alike = next(
        code
        for code in (access_code.code_from_token(b"llave", str(turn)) for turn in range(500))
        if "0" in code and "1" in code
    )

    def change(session):
        petition = by_number(session, number)
        petition.code_hash = access_code.keyed_hash(app.office.code_key, number, alike)

    in_database(app, change)
    assert number in enter(number, alike.replace("0", "O").replace("1", "l")).html


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        (None, WRONG),
        (UNKNOWN, CODE),
        ("2026-1", CODE),
        (None, "hola"),
        ("' OR 1=1--", CODE),
        ("٣", "{{7*7}}"),
        (None, CODE[:-1] + ("A" if CODE[-1] != "A" else "B")),
    ],
)
def test_every_wrong_pair_gets_the_same_answer(number, enter, typed, code):
    answer = enter(typed or number, code)

    assert (422, True) == (answer.status, M1 in errors_of(answer))
    assert "Su petición 2026" not in answer.html


def test_what_is_empty_is_asked_for(enter):
    assert 422 == enter("", "").status


def test_the_sixth_wrong_code_waits_and_the_right_one_does_not(number, enter):
    tries = [enter(number, WRONG).status for _ in range(6)]

    assert [422] * 5 + [429] == tries
    assert number in enter(number).html


def test_an_unknown_number_waits_like_a_known_one(number, enter):
    assert [422] * 5 + [429] == [enter(UNKNOWN, WRONG).status for _ in range(6)]


def test_the_wait_is_told(number, client, enter):
    for _ in range(6):
        answer = enter(number, WRONG)

    assert "Espere 1 minuto" in errors_of(answer)


def test_a_slip_of_the_finger_costs_no_try(app, number, enter):
    for _ in range(7):
        enter(number, CODE[:-1] + ("A" if CODE[-1] != "A" else "B"))

    assert [] == in_database(app, lambda session: list(session.scalars(select(Attempt.count))))


def test_two_numbers_are_never_mixed(app, number, walker):
    """Only the first of each counts, so the code of one never opens the other."""
    other = in_database(app, lambda session: a_petition(session, app.office).number)
    walker.open("/seguimiento")
    form = walker.prepare(number=other, code=CODE)
    form.values += [("number", number), ("code", CODE)]
    answer = walker.send_form(form)

    assert (422, True) == (answer.status, M1 in errors_of(answer))


def test_half_an_hour_later_it_asks_again(client, number, enter, walker):
    enter(number)
    with client.session_transaction() as cookie:
        cookie[OPENED_KEY] = {"number": number, "until": "2020-01-01T00:00:00+00:00"}

    assert number not in walker.open("/seguimiento").html


def test_closing_forgets_the_case(number, enter, walker):
    enter(number)
    walker.submit()

    assert number not in walker.open("/seguimiento").html


def test_opening_the_answer_delivers_it_once(app, number, enter, walker):
    answer_it(app, number, opened=False)
    waiting = enter(number)
    assert "Arreglamos el hueco." not in waiting.html
    assert "delivered" not in events(app, number)

    press = next(form for form in walker.forms() if form.action.endswith("/respuesta"))
    opened = walker.send_form(press)
    walker.send_form(press)

    assert "Arreglamos el hueco." in opened.html
    assert 1 == events(app, number).count("delivered")
    assert "/evaluar/" + number in opened.html


def test_nobody_opens_an_answer_without_the_code(app, number, client):
    answer_it(app, number, opened=False)
    client.post("/seguimiento/respuesta")

    assert "delivered" not in events(app, number)


def test_an_answer_opened_before_is_there(app, number, enter):
    answer_it(app, number)
    answer = enter(number)

    assert "Arreglamos el hueco." in answer.html
    assert 'aria-current="step"' in answer.html


def test_a_late_case_says_so_first(app, enter):
    from dataclasses import replace
    from datetime import timedelta

    early = replace(app.office, clock=lambda: app.office.clock() - timedelta(days=90))

    def file(session):
        petition = a_petition(session, early)
        petition.code_hash = access_code.keyed_hash(app.office.code_key, petition.number, CODE)
        return petition.number

    html = enter(in_database(app, file)).html
    assert html.index("Estamos atrasados") < html.index("Qué sigue")
    assert "tutela" in html


def test_a_lost_session_keeps_the_number(client, walker, number):
    walker.open("/seguimiento")
    form = walker.prepare(number=number, code=CODE)
    client.delete_cookie("pqrs")
    answer = walker.send_form(form)

    assert (400, True) == (answer.status, number in answer.html)
