"""The paper: what the decree asks, the code apart, and nothing that tells on who is in fear."""

import io
import re
from datetime import timedelta

import pikepdf
import pytest

from pqrs.extensions import db
from pqrs.office import Role
from pqrs.outside.now import now
from pqrs.queries.receipt import receipt_facts
from pqrs.queries.reception import reception_facts
from pqrs.web.citizen.reception_words import reception_document
from pqrs.web.counter import handed_over
from tests.filing import read_receipt
from tests.walker import Walker, into_flask
from tests.web.counter.taken import clerk_with, take_down
from tests.web.staff import at_work, text_of

MOST_BYTES = 60_000
PDF = "/ventanilla/radicar/listo/constancia.pdf"
RECORD = {
    "tongue": "pbb",
    "interpreter": "Intérprete Inventada",
    "document_type": "CC",
    "document_number": "1023456789",
    "postal_address": "Calle 1 2-3",
    "brought": "Una carta\nUna foto",
    "answered": "Que la cuadrilla va el lunes.",
    "subject": "Lámpara apagada",
}


@pytest.fixture
def client(app):
    return app.test_client()


@pytest.fixture
def clerk(app, client):
    return clerk_with(app, client)


def test_it_says_all_that_the_decree_asks(clerk):
    text = take_down(clerk, **RECORD)

    for said in (
        "Constancia de petición verbal",
        "Se presentó de palabra, en Nasa Yuwe",
        "Intérprete Inventada",
        "Persona De La Entidad",
        "Persona Inventada, CC 1023456789",
        "Calle 1 2-3",
        "Lámpara apagada",
        "La lámpara del poste frente a mi casa",
        "Una carta; Una foto",
        "Que la cuadrilla va el lunes.",
        "Radicada",
        "venga a la ventanilla con el número",
    ):
        assert said in text


def test_the_person_follows_it_with_the_code_and_takes_the_paper_again(app, client, clerk):
    take_down(clerk, **RECORD)
    number, code = read_receipt(clerk)
    first = client.get(PDF)
    anywhere = app.test_client()
    person = Walker(into_flask(anywhere))
    person.open("/seguimiento")
    person.submit(number=number, code=code)

    text = text_of(person)
    assert "Se presentó de palabra, en Nasa Yuwe" in text
    assert "Que la cuadrilla va el lunes." in text
    again = anywhere.get("/seguimiento/constancia-recepcion.pdf")
    assert "application/pdf" == again.mimetype
    assert first.data == again.data


@pytest.mark.parametrize("length", [100, 20_000])
def test_the_file_is_small_tagged_and_without_the_code(app, client, clerk, length):
    words = " ".join(example.text for example in app.office.pack.examples)[:length]
    take_down(clerk, **RECORD | {"text": words})
    number, code = read_receipt(clerk)
    response = client.get(PDF)

    assert len(response.data) <= MOST_BYTES
    with pikepdf.open(io.BytesIO(response.data)) as document:
        assert document.Root.MarkInfo.Marked
        assert "Constancia de petición verbal" in str(document.open_metadata())
    with app.test_request_context():
        facts = reception_facts(db.session(), number)
        receipt = receipt_facts(db.session(), number)
        assert facts
        assert receipt
        printed = str(reception_document(facts, receipt).words)
    assert "Persona Inventada" in printed
    assert re.sub(r"\W", "", code) not in re.sub(r"\W", "", printed)


def test_who_called_is_told_the_code_aloud(clerk):
    assert "Díctele el número y el código" in take_down(clerk, channel="telephone")


def test_what_was_brought_in_writing_is_no_verbal_petition(clerk):
    text = take_down(clerk, manner="written")

    assert "verbal" not in text
    assert "Ventanilla, por escrito" in text


def test_the_paper_of_a_report_says_neither_who_nor_what(client, clerk):
    words = "El jefe pidió plata por el permiso en la oficina."
    text = take_down(clerk, text=words, name="", identity="anonymous", kind="report")

    assert words not in text
    assert "nadie los puede recuperar" in text
    assert "venga a la ventanilla" not in text
    assert 'filename="constancia.pdf"' in client.get(PDF).headers["Content-Disposition"]


def test_after_half_an_hour_neither_the_code_nor_the_paper(app, client, clerk, monkeypatch):
    take_down(clerk)
    _number, code = read_receipt(clerk)
    until = now() + timedelta(minutes=31)
    monkeypatch.setattr(handed_over, "now", lambda: until)
    clerk.open("/ventanilla/radicar/listo")

    assert "ya no mostramos" in text_of(clerk)
    assert "Persona Inventada" not in clerk.answer.html
    assert code[:4] not in text_of(clerk)
    assert "application/pdf" != client.get(PDF).mimetype


def test_without_anything_filed_there_is_nothing_to_show(app):
    walker = at_work(app, Role.CLERK, None)
    walker.open("/ventanilla/radicar/listo")

    assert "/ventanilla/radicar" == walker.answer.path
