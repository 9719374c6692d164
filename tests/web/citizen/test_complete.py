"""`/seguimiento/completar`: what was asked is read, what is missing is sent, the clock goes on."""

import pytest

from pqrs.law import Kind
from tests.acts.own_case import WORDS
from tests.web.citizen.filling import errors_of
from tests.web.citizen.own import own


@pytest.fixture
def mine(app, walker):
    return own(app, walker)


def test_the_case_says_what_is_missing_until_when_and_leads_to_it(mine, walker):
    mine.asked()
    answer = walker.open("/seguimiento")

    assert "Falta algo suyo para responderle" in answer.html
    assert "La dirección" in answer.html
    assert "/seguimiento/completar" in answer.html
    assert "/seguimiento/mas-tiempo" in answer.html


def test_what_was_missing_is_sent(mine, walker):
    mine.asked()
    form = mine.form("/seguimiento/completar", text=WORDS)
    assert "Si lo envía hoy, debemos responderle a más tardar el" in walker.answer.html
    answer = walker.send_form(form)

    assert "El plazo para responderle corre otra vez" in errors_of(answer)
    assert "Falta algo suyo" not in answer.html
    assert "completed" == mine.events()[-1]
    assert "Ya lo habíamos recibido" in errors_of(walker.send_form(form))
    assert 1 == mine.events().count("completed")


def test_what_was_unclear_is_cleared_up(mine, walker):
    mine.unclear()
    assert "Necesitamos que aclare su petición" in walker.open("/seguimiento").html
    assert "/seguimiento/mas-tiempo" not in walker.answer.html
    walker.send_form(mine.form("/seguimiento/completar", text=WORDS))

    assert "completed" == mine.events()[-1]


def test_nothing_does_not_complete(mine, walker):
    mine.asked()
    answer = walker.send_form(mine.form("/seguimiento/completar", text=""))

    assert (409, True) == (answer.status, "Escriba lo que faltaba" in errors_of(answer))


def test_a_claim_about_data_reads_its_own_norm_and_is_offered_no_more_time(app, walker):
    mine = own(app, walker, kind=Kind.DATA_CLAIM)
    mine.asked()

    page = walker.open("/seguimiento").html

    assert "Ley 1581 de 2012, artículo 15" in page
    assert "Pedir más tiempo" not in page
