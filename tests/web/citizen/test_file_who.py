"""Who files: for whom, under which identity, and what each of the two changes."""

from types import SimpleNamespace

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.extensions import db
from pqrs.law import Capacity, Kind
from pqrs.models import Petition
from pqrs.web.citizen.file_reply import ReplyForm
from pqrs.web.citizen.file_who import ASKED, Asked, PersonForm, unasked
from tests.web.citizen.filling import errors_of, file_one, go_on_anyway, walk_to

NAME = "Persona Inventada"


def the_case(app):
    """The one petition there is, and its person."""
    with app.app_context(), Session(db.engine) as session:
        petition = session.scalars(select(Petition)).one()
        found = {name: getattr(petition, name) for name in ("kind", "capacity", "grounds", "rank")}
        person = petition.petitioner
        assert person is not None
        return SimpleNamespace(
            **found,
            missing=petition.missing,
            days=(petition.due_on, petition.received_on),
            body=(person.body_name, person.body_document),
            represented=person.represented_name,
            document=person.document_number,
        )


def test_who_asks_for_themselves_is_asked_for_name_and_document_alone(walker):
    offered = set(walk_to(walker, "/radicar/respuesta") and walker.form_with({"name"}).offers)

    assert {"name", "document_type", "document_number"} == offered - (
        set(ReplyForm.missing) - set(PersonForm.missing)
    )


@pytest.mark.parametrize("capacity", [each for each in Capacity if ASKED[each] != Asked()])
def test_each_capacity_is_asked_for_what_it_needs_and_no_more(walker, capacity):
    walk_to(walker, "/radicar/datos", capacity=capacity.value)
    offered = set(walker.form_with({"name"}).offers)

    assert set(PersonForm.missing) - set(unasked(ASKED[capacity])) == offered
    go_on_anyway(walker)
    assert not set(PersonForm.missing) & set(walker.form_with({"reply_by"}).offers)


def test_another_authority_has_ten_days_and_is_kept_as_one(app, walker):
    walk_to(walker, "/radicar/datos", kind="documents", capacity="authority")
    walker.submit(body_name="Personería de Otra Parte", name=NAME)
    walker.submit(reply_by="page")
    assert "Por otra entidad pública" in walker.answer.html
    walker.submit()
    case = the_case(app)

    assert (Kind.AUTHORITY_INFORMATION, Capacity.AUTHORITY) == (case.kind, case.capacity)
    assert ("Personería de Otra Parte", None) == case.body
    assert [] == case.missing


def test_a_journalist_goes_first_and_is_told(app, walker):
    walk_to(walker, "/radicar/datos", kind="information", capacity="journalist")
    assert "Medio, programa o agencia (opcional)" in errors_of(walker.answer)
    walker.submit(name=NAME)
    receipt = walker.submit(reply_by="page") and walker.submit()
    case = the_case(app)

    assert (Kind.PRESS_INFORMATION, ["press"], 2) == (case.kind, case.grounds, case.rank)
    assert "Va antes que las demás" in errors_of(receipt)
    assert "Ley 1437 de 2011, artículo 20" in errors_of(receipt)


def test_an_attorney_without_a_power_is_filed_and_it_is_noted(app, walker):
    walk_to(walker, "/radicar/datos", capacity="attorney")
    refused = walker.submit(name=NAME)
    assert (422, True) == (refused.status, "por quien pide" in refused.html)
    walker.submit(name=NAME, represented_name="Otra Persona Inventada")
    receipt = walker.submit(reply_by="page") and walker.submit()

    assert "Poder para pedir por otra persona" in errors_of(receipt)
    assert ["document", "power"] == the_case(app).missing
    assert "Otra Persona Inventada" == the_case(app).represented


@pytest.mark.parametrize(
    ("typed", "message", "missing"),
    [
        ({"document_type": "CC", "document_number": "12A45"}, "solo números", "document"),
        ({"document_type": "CC", "document_number": "123"}, "Ejemplo: 1023456789.", "document"),
        ({"document_type": "TI", "document_number": "x" * 9}, "solo números", "document"),
        ({"document_type": "NIT", "document_number": "900123456-7"}, "dígito de", "document"),
        ({"document_type": "PA", "document_number": "??"}, "por ejemplo 1234567", "document"),
        ({"body_document": "900123456-7"}, "Revise el dígito de verificación", "body_document"),
        ({"body_document": "nueve"}, "Escriba el NIT con números.", "body_document"),
        ({"body_name": ""}, "Escriba en nombre de quién pide.", "body"),
    ],
)
def test_a_doubtful_number_is_asked_about_once_and_kept_as_it_is(
    app, walker, typed, message, missing
):
    walk_to(walker, "/radicar/datos", capacity="company")
    good = {"name": NAME, "body_name": "Empresa Inventada"}
    answer = walker.submit(**good | typed)
    assert (422, True) == (answer.status, message in errors_of(answer))

    go_on_anyway(walker)
    assert "artículo 16" in walker.answer.html, "a company is told that the law asks for its e-mail"
    walker.submit(reply_by="page")
    assert "/radicar/listo" == walker.submit().path
    assert {missing, "email"} <= set(the_case(app).missing)


def test_a_number_is_kept_in_one_form(app, walker):
    walk_to(walker, "/radicar/respuesta")
    document = {"document_type": "CC", "document_number": "C.C. 1.234.567"}
    walker.submit(name=NAME, reply_by="page", **document)
    walker.submit()

    assert ("1234567", []) == (the_case(app).document, the_case(app).missing)


def test_what_was_said_for_another_capacity_is_not_filed(app, walker):
    walk_to(walker, "/radicar/datos", capacity="company")
    walker.submit(name=NAME, body_name="Empresa Inventada")
    walker.open("/radicar/quien?volver=revise")
    walker.submit(identity="named", capacity="self")
    walker.submit(name=NAME, reply_by="page")
    walker.open("/radicar/revise")
    walker.submit()

    assert (None, None) == the_case(app).body


def test_who_should_go_first_says_so_and_reads_what_it_changes(app, walker):
    receipt = file_one(walker, grounds=["pregnancy", "child"])

    assert (["child", "pregnancy"], 1) == (the_case(app).grounds, the_case(app).rank)
    assert "Pide un menor de edad" in errors_of(receipt)
    assert "Decreto 19 de 2012, artículo 12" in errors_of(receipt)


def test_who_asks_about_a_child_is_preferred_by_another_norm(app, walker):
    receipt = file_one(walker, grounds=["about_child"])

    assert (["about_child"], 2) == (the_case(app).grounds, the_case(app).rank)
    assert "Trata de una niña, un niño o un adolescente" in errors_of(receipt)
    assert "Ley 1437 de 2011, artículo 5, numeral 6" in errors_of(receipt)
    assert "Decreto 19 de 2012" not in errors_of(receipt)


def test_danger_that_the_person_states_is_danger(app, walker):
    answer = walk_to(walker, "/radicar/revise", grounds=["life"])
    assert 'href="tel:123"' in answer.html
    walker.submit()

    assert (["life"], 0) == (the_case(app).grounds, the_case(app).rank)


def test_who_reports_a_wrong_is_asked_nothing_that_could_tell_who_it_was(app, walker):
    walk_to(walker, "/radicar/quien", kind="report")
    offers = walker.form_with({"identity"}).offers

    assert "capacity" not in offers
    assert {"life"} == offers["grounds"]
