"""`/radicar…`: a question a page, everything typed is kept, and nothing is a dead end."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.extensions import db
from pqrs.models import Draft, Petition
from tests.filing import seen
from tests.web.citizen.filling import ANSWERS, DATE, errors_of, file_one, go_on_anyway, walk_to

ANYWAY = "Radicar así, sin corregir"
CONTROL = "El texto tiene un carácter que no podemos guardar. Bórrelo y envíe otra vez."
REAL_DATE = "Escriba una fecha que exista, por ejemplo 27 3 2026."


def the_petition(app):
    with app.app_context(), Session(db.engine) as session:
        petition = session.scalar(select(Petition))
        person = petition.petitioner_id
        return petition.missing, petition.happened_on, person, petition.reply_by


def drafts(app):
    with app.app_context(), Session(db.engine) as session:
        return [(draft.answers, draft.files) for draft in session.scalars(select(Draft))]


def test_every_question_leads_to_the_next(walker):
    asked = []
    walker.open("/radicar")
    for answers in ANSWERS.values():
        asked.append(walker.answer.path)
        walker.submit(**answers)

    assert list(ANSWERS) == asked
    assert "/radicar/revise" == walker.answer.path


@pytest.mark.parametrize("typed", ["", "   ", "\u00a0", "\u200b\u200d"])
def test_a_petition_says_something(walker, typed):
    walk_to(walker, "/radicar/que-paso")
    answer = walker.submit(text=typed)

    assert (422, True) == (answer.status, "Escriba qué solicita." in answer.html)
    assert ANYWAY not in answer.html


@pytest.mark.parametrize(
    "text",
    [
        "hola",
        "👩‍👩‍👧‍👦 ñandú",
        "e" + "\u0301" * 1000,
        '<script>alert(1)</script>"><img src=x onerror=alert(1)>',
        "{{7*7}} ${7*7} %s%n {0.__class__}",
        "' OR 1=1--; DROP TABLE petition",
        "=cmd|'/c calc'!A1",
        "ᐊᓪᓚ العربية 中文",
    ],
)
def test_any_words_are_filed_as_they_are(walker, text):
    answer = file_one(walker, text=text)

    assert (200, "/radicar/listo") == (answer.status, answer.path)
    assert "<script>alert" not in answer.html
    assert "onerror=alert(1)>" not in answer.html


def test_a_text_too_long_is_kept_and_counted(walker):
    walk_to(walker, "/radicar/que-paso")
    answer = walker.submit(text="a" * 20_001)

    assert 422 == answer.status
    assert "Escriba máximo 20.000 caracteres. Lleva 20.001." in answer.html
    assert "a" * 20_001 in answer.html
    assert ANYWAY not in answer.html


def test_more_than_can_be_received_has_its_own_page_and_loses_no_draft(walker):
    walk_to(walker, "/radicar/que-paso")
    walker.submit(text="Lo primero que escribí")
    walker.open("/radicar/que-paso")
    answer = walker.submit(text="a" * 600_000)

    assert 413 == answer.status
    assert "20.000 caracteres" in answer.html
    assert "Lo primero que escribí" in walker.open("/radicar/que-paso").html


@pytest.mark.parametrize(
    ("page", "field"),
    [
        ("/radicar/que-paso", "text"),
        ("/radicar/donde", "location"),
        ("/radicar/respuesta", "name"),
        ("/radicar/respuesta", "document_number"),
        ("/radicar/respuesta", "phone"),
    ],
)
def test_what_cannot_be_kept_stops(walker, page, field):
    walk_to(walker, page)
    answer = walker.submit(**ANSWERS[page] | {field: "a\x00b"})

    assert (422, True) == (answer.status, CONTROL in answer.html)
    assert ANYWAY not in answer.html


def test_bytes_that_are_not_utf8_are_no_trouble(client):
    answer = client.post(
        "/radicar/que-paso",
        data=b"text=ni\xf1o",
        content_type="application/x-www-form-urlencoded",
    )

    assert 400 == answer.status_code


@pytest.mark.parametrize("typed", ["Ana\r\nBcc: x@example.com", "Ana\nBcc: x@example.com"])
def test_a_line_end_in_a_name_stops(walker, typed):
    walk_to(walker, "/radicar/respuesta")
    answer = walker.submit(name=typed)

    assert 422 == answer.status
    assert "Escriba el nombre en una sola línea." in answer.html
    assert ANYWAY not in answer.html
    assert "/radicar/respuesta" == walker.open("/radicar/revise").path


@pytest.mark.parametrize(
    "name", ["O'Brien", "D’Ángelo", "Null", "None", "X", "n\u0303ata", "a" * 120, "Ana\u202eatneV"]
)
def test_any_name_is_a_name(walker, name):
    assert "/radicar/listo" == file_one(walker, name=name).path


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        (("31", "2", "2026"), REAL_DATE),
        (("0", "0", "0"), REAL_DATE),
        (("29", "2", "2027"), REAL_DATE),
        (("1", "1", "9999"), REAL_DATE),
        (("1", "1", "10000"), REAL_DATE),
        (("٣", "1", "2026"), REAL_DATE),
        (("31", "12", "2150"), "La fecha de los hechos debe ser hoy o anterior."),
        (("1", "1", "1890"), "¿De verdad pasó en 1890?"),
    ],
)
def test_a_doubtful_date_is_asked_about_and_filed_without(app, walker, typed, message):
    walk_to(walker, "/radicar/donde")
    answer = walker.submit(**dict(zip(DATE, typed, strict=True)))
    assert (422, True) == (answer.status, message in answer.html)
    assert f'value="{typed[2]}"' in answer.html

    go_on_anyway(walker)
    walker.submit()
    walker.submit(identity="anonymous")
    receipt = walker.submit()

    assert "Fecha de los hechos" in seen(receipt.html)
    assert (["happened_on"], None) == the_petition(app)[:2]


@pytest.mark.parametrize(
    ("page", "typed", "message", "missing"),
    [
        ("/radicar/quien", {}, "Elija cómo quiere presentarse.", "identity"),
        ("/radicar/respuesta", {"name": ""}, "Escriba su nombre.", "name"),
        ("/radicar/respuesta", {"name": "a" * 121}, "Escriba máximo 120 caracteres.", "name"),
        ("/radicar/respuesta", {}, "Elija cómo quiere recibir la respuesta.", "reply_by"),
        (
            "/radicar/respuesta",
            {"reply_by": "email", "email": "juan@"},
            "Escriba un correo como nombre@ejemplo.com.",
            "email",
        ),
        (
            "/radicar/respuesta",
            {"reply_by": "email", "email": "a@example.com, b@example.com"},
            "Escriba un solo correo.",
            "email",
        ),
        (
            "/radicar/respuesta",
            {"reply_by": "post"},
            "Escriba la dirección donde quiere la carta.",
            "postal_address",
        ),
    ],
)
def test_filing_is_never_refused_for_a_person_or_a_channel(
    app, walker, page, typed, message, missing
):
    walk_to(walker, page)
    answer = walker.submit(**typed)
    assert (422, True) == (answer.status, message in answer.html)

    go_on_anyway(walker)
    while walker.answer.path in ANSWERS:
        walker.submit(**ANSWERS[walker.answer.path])
    receipt = walker.submit()

    assert "/radicar/listo" == receipt.path
    kept, _day, _person, reply_by = the_petition(app)
    assert missing in kept
    assert "page" == reply_by


def test_a_wrong_answer_corrected_is_not_missing(app, walker):
    walk_to(walker, "/radicar/respuesta")
    walker.submit(name="")
    go_on_anyway(walker)
    walker.open("/radicar/respuesta")
    document = {"document_type": "CC", "document_number": "1.234.567"}
    walker.submit(name="Persona Inventada", reply_by="page", **document)
    walker.submit()

    assert [] == the_petition(app)[0]


def test_37_an_anonymous_person_leaves_nothing(app, walker):
    walk_to(walker, "/radicar/revise")
    walker.open("/radicar/quien")
    walker.submit(identity="anonymous")
    assert "/radicar/revise" == walker.answer.path
    assert "Persona Inventada" not in str(drafts(app))
    walker.submit()

    assert (None, "page") == the_petition(app)[2:]


def test_what_was_filed_is_the_petitions_and_no_drafts_any_more(app, walker):
    walk_to(walker, "/radicar/revise")
    assert "La lámpara" in str(drafts(app))
    walker.submit()

    assert [({}, [])] == drafts(app)


def test_38_an_anonymous_person_is_told_what_an_address_means(walker):
    walk_to(walker, "/radicar/respuesta")
    contact = walker.prepare(reply_by="email", email="persona@example.com")
    person = walker.prepare(reply_by="page")
    walker.open("/radicar/quien")
    walker.submit(identity="anonymous")
    assert "/radicar/revise" == walker.open("/radicar/respuesta").path

    assert "/radicar/revise" == walker.send_form(person).path
    refused = walker.send_form(contact)
    assert 422 == refused.status
    assert "Si deja un correo, la denuncia ya no es anónima." in refused.html


def test_a_lost_session_keeps_the_text(client, walker):
    walk_to(walker, "/radicar/que-paso")
    form = walker.prepare(text="Todo lo que escribí")
    client.delete_cookie("pqrs")
    answer = walker.send_form(form)

    assert (400, True) == (answer.status, "Todo lo que escribí" in answer.html)
    assert "Su sesión venció por tiempo. Lo que escribió sigue aquí." in errors_of(answer)
    assert "/radicar/tema" == walker.submit(text="Todo lo que escribí").path


def test_a_refused_answer_is_in_the_draft(walker):
    walk_to(walker, "/radicar/donde")
    walker.submit(location="Frente a la escuela", **{DATE[0]: "31", DATE[1]: "2"})

    assert "Frente a la escuela" in walker.open("/radicar/donde").html


def test_a_question_waits_for_those_before_it(walker):
    assert "/radicar" == walker.open("/radicar/respuesta").path
    walk_to(walker, "/radicar/que-paso")
    assert "/radicar/que-paso" == walker.open("/radicar/respuesta").path


def test_changing_an_answer_leads_straight_back(walker):
    walk_to(walker, "/radicar/revise")
    walker.open("/radicar/donde?volver=revise")
    walker.submit(location="Calle 9")

    assert "/radicar/revise" == walker.answer.path
    assert "Calle 9" in walker.answer.html


def test_a_change_that_opens_questions_asks_them(walker):
    walk_to(walker, "/radicar/revise", identity="anonymous")
    walker.open("/radicar/quien?volver=revise")

    assert "/radicar/respuesta" == walker.submit(identity="named").path


def test_an_unknown_answer_is_none(walker, client):
    form = walk_to(walker, "/radicar/tema", text="hola") and walker.prepare(topic="other")
    form.values = [pair for pair in form.values if pair[0] != "topic"] + [("topic", "X-NO-99")]

    assert 422 == walker.send_form(form).status
