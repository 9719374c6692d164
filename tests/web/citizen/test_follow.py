"""`/seguimiento`: number and code open one case, and a press opens its answer."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.acts.file_petition import file_petition
from pqrs.acts.reject import reject
from pqrs.extensions import db
from pqrs.law import RejectionGround
from pqrs.models import Attempt, LostNumber, PetitionEvent, by_number
from pqrs.models.engine import write_intent
from pqrs.office import PetitionNumber, Role, access_code
from pqrs.office.automatic import sum_for
from pqrs.outside.now import now, today
from pqrs.web.citizen.opened import OPENED_KEY
from pqrs.web.throttle import STORM
from tests.build import a_filing, a_petition, a_press, answered
from tests.web.citizen.filling import errors_of
from tests.web.citizen.own import own
from tests.web.staff import writing

M1 = (
    "No encontramos una petición con ese número y ese código. Revise los dos datos. "
    "El código tiene 12 letras y números."
)
WRONG = access_code.code_from_token(b"llave", "otra")
UNKNOWN = str(PetitionNumber(2026, 999))


def in_database(app, change):
    """Do it in a transaction of its own; returns what `change(session)` does."""
    with app.app_context(), write_intent(), Session(db.engine) as session:
        result = change(session)
        session.commit()
        return result


@pytest.fixture
def mine(app):
    """A petition's number and its code, in which 0 and 1 occur."""
    key = app.office.code_key
    codes = ((token, access_code.code_from_token(key, token)) for token in map(str, range(5000)))
    token, code = next((token, code) for token, code in codes if {"0", "1"} <= set(code))

    def file(session):
        return file_petition(session, a_filing(), token=token, office=app.office).number

    return in_database(app, file), code


@pytest.fixture
def number(mine):
    return mine[0]


@pytest.fixture
def code(mine):
    return mine[1]


@pytest.fixture
def enter(walker, code):
    """Type number and code, press; the right code unless told otherwise."""

    def enter(number, typed=code):
        walker.open("/seguimiento")
        return walker.submit(number=number, code=typed)

    return enter


def mistyped(code):
    """One character wrong: its check character says so."""
    return code[:-1] + ("A" if code[-1] != "A" else "B")


def answer_it(app, number, **how):
    def answer(session):
        petition = by_number(session, number)
        assert petition is not None
        answered(session, app.office, petition, **how)

    in_database(app, answer)


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
    "spell",
    [
        str.lower,
        access_code.show_code,
        lambda code: f" {code[:6]} {code[6:]} ",
        lambda code: code.replace("0", "O").replace("1", "l"),
    ],
    ids=["lower", "hyphens", "spaces", "lookalikes"],
)
def test_69_a_code_may_be_typed_in_many_ways(number, code, enter, spell):
    assert f"Su petición {number}" in enter(number.replace("-", " "), spell(code)).html


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        (None, WRONG),
        (UNKNOWN, None),
        (UNKNOWN, WRONG),
        ("2026-1", None),
        (None, "hola"),
        ("' OR 1=1--", None),
        ("٣", "{{7*7}}"),
    ],
)
def test_68_every_wrong_pair_gets_the_same_answer(number, code, enter, typed, wrong):
    answer = enter(typed or number, wrong or code)

    assert (422, True) == (answer.status, M1 in errors_of(answer))
    assert "Su petición 2026" not in answer.html


def test_what_is_empty_is_asked_for(enter):
    assert 422 == enter("", "").status


def test_70_the_sixth_wrong_code_waits_and_the_right_one_does_not(number, enter):
    tries = [enter(number, WRONG).status for _ in range(6)]

    assert [422] * 5 + [429] == tries
    assert number in enter(number).html


def test_an_unknown_number_waits_like_a_known_one(number, enter):
    assert [422] * 5 + [429] == [enter(UNKNOWN, WRONG).status for _ in range(6)]


def test_71_one_try_on_each_of_many_numbers_asks_for_a_sum(app, number, code, enter, walker):
    """Nobody is locked out: with the sum the right code opens, and without once it is over."""
    unknown = [str(PetitionNumber(2026, 500 + each)) for each in range(STORM)]
    assert {422} == {enter(each, WRONG).status for each in unknown}
    assert "la suma" not in walker.answer.html

    asked = enter(number)
    assert (422, True) == (asked.status, "Escriba el resultado de la suma" in asked.html)
    assert 422 == walker.submit(number=number, code=code, answer="no sé").status
    total = sum_for(number)
    opened = walker.submit(number=number, code=code, answer=str(total.first + total.second))
    assert f"Su petición {number}" in opened.html

    with writing(app) as session:
        for attempt in session.scalars(select(Attempt)):
            session.delete(attempt)
    walker.submit()
    assert f"Su petición {number}" in enter(number).html


def test_the_wait_is_told(number, enter):
    for _ in range(6):
        answer = enter(number, WRONG)

    assert "Espere 1 minuto" in errors_of(answer)


def test_a_slip_of_the_finger_costs_no_try(app, number, code, enter):
    assert {422} == {enter(number, mistyped(code)).status for _ in range(7)}

    assert [] == in_database(app, lambda session: list(session.scalars(select(Attempt.count))))


def test_72_two_numbers_are_never_mixed(app, number, code, walker):
    """Only the first of each counts, so the code of one never opens the other."""
    other = in_database(app, lambda session: a_petition(session, app.office).number)
    walker.open("/seguimiento")
    form = walker.prepare(number=other, code=code)
    form.values += [("number", number), ("code", code)]
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


def test_a_late_case_says_so_first(app, walker):
    early = replace(app.office, clock=lambda: now() - timedelta(days=90))
    late = in_database(
        app,
        lambda session: file_petition(session, a_filing(), token="tardía", office=early),
    )
    walker.open("/seguimiento")
    html = walker.submit(number=late.number, code=late.access_code).html

    assert html.index("Estamos atrasados") < html.index("Qué sigue")
    assert "tutela" in html


def test_who_holds_a_lost_number_is_told_what_to_do(app, walker):
    lost = PetitionNumber(2026, 500)

    def lose(session):
        session.add(
            LostNumber(number=str(lost), series="R", year=2026, sequence=500, noted_at=now())
        )

    in_database(app, lose)
    walker.open("/seguimiento")
    answer = walker.submit(number=str(lost), code=WRONG)
    assert "Preséntela otra vez" in answer.html
    assert str(lost) in answer.html
    assert "Se perdió" in walker.open(f"/registro?numero={lost}").html


def test_a_lost_session_keeps_the_number(client, walker, number, code):
    walker.open("/seguimiento")
    form = walker.prepare(number=number, code=code)
    client.delete_cookie("pqrs")
    answer = walker.send_form(form)

    assert (400, True) == (answer.status, number in answer.html)


REASON = "Solo contiene insultos y nada que responder."


def reject_it(app, number):
    def end(session):
        petition = by_number(session, number)
        assert petition is not None
        reject(
            session,
            ground=RejectionGround.DISRESPECTFUL,
            act="Resolución 12",
            act_on=today(),
            reason=REASON,
            **a_press(session, app.office, petition, Role.HEAD),
        )

    in_database(app, end)


def test_a_rejection_is_notified_by_opening_it_and_its_grounds_are_read(app, number, enter, walker):
    reject_it(app, number)
    page = enter(number).html
    assert "Hay una decisión sobre su petición" in page
    assert REASON not in page
    assert "Si no está de acuerdo" in page
    assert "Si no quiere esperar más" not in page
    assert "Los días empiezan cuando reciba la decisión" in page

    walker.open("/seguimiento")
    forms = [form for form in walker.forms() if form.action.endswith("/seguimiento/respuesta")]
    opened = walker.send_form(forms[0]).html
    walker.send_form(forms[0])

    assert REASON in opened
    assert "Resolución 12, del" in opened
    assert "Los días empiezan" not in opened
    assert "Hasta el" in opened
    assert 1 == events(app, number).count("delivered")


def test_what_was_missing_is_not_asked_for_once_it_is_answered(app, walker):
    mine = own(app, walker, missing=("document",))
    assert "Documento de identidad" in walker.open("/seguimiento").html

    mine.answered()

    assert "Documento de identidad" not in walker.open("/seguimiento").html
