"""Resolución MinTIC 1519 de 2020, anexo 2: the twelve fields, each where it is asked."""

import pytest

from tests.web.citizen.filling import ANSWERS, errors_of, walk_to

FIELDS = {
    "1 type": ("/radicar", "kind", "No sé qué tipo es"),
    "2 name": ("/radicar/respuesta", "name", "Nombre y apellido"),
    "2 without a name": ("/radicar/quien", "identity", "Sin decir quién soy"),
    "3 document type": ("/radicar/respuesta", "document_type", "Permiso por protección temporal"),
    "4 document number": ("/radicar/respuesta", "document_number", "Número del documento"),
    "5 how to answer": ("/radicar/respuesta", "reply_by", "Por carta a mi dirección"),
    "6 e-mail": ("/radicar/respuesta", "email", "Correo electrónico"),
    "7 address": ("/radicar/respuesta", "postal_address", "Dirección para la carta"),
    "7 barrio": ("/radicar/respuesta", "postal_district", "Barrio, vereda o corregimiento"),
    "7 town and country": ("/radicar/respuesta", "postal_town", "Municipio y país"),
    "8 telephone": ("/radicar/respuesta", "phone", "Teléfono"),
    "9 object": ("/radicar/que-paso", "text", "Cuéntenos qué pasó o qué solicita"),
    "10 attachments": ("/radicar/adjuntos", "file", "Máximo 5 archivos"),
}
IDENTITY = {"CC", "CE", "NUIP", "PPT", "PA", "NIT", "OTRO"}


@pytest.mark.parametrize(("page", "name", "words"), FIELDS.values(), ids=list(FIELDS))
def test_each_field_is_asked_where_it_says(walker, page, name, words):
    answer = walk_to(walker, page)

    assert page == answer.path
    assert name in walker.form_with({name}).offers
    assert words in errors_of(answer)


def test_every_kind_has_its_help_its_example_and_its_days(walker):
    words = errors_of(walk_to(walker, "/radicar"))

    assert words.count("Plazo:") >= len(walker.form_with({"kind"}).offers["kind"]) - 2
    assert words.count("«") >= 10


def test_the_types_of_document_are_those_of_the_norm(walker):
    walk_to(walker, "/radicar/respuesta")

    assert IDENTITY <= walker.form_with({"name"}).offers["document_type"]


def test_the_notice_and_the_button_come_last_and_nothing_is_justified(walker):
    words = errors_of(walk_to(walker, "/radicar/revise"))

    assert "Ley 1581 de 2012" in words
    assert "Alcaldía Municipal de Candelaria los usa solo para" in words
    assert "Enviar mi petición" in words
    assert "por qué lo pide" not in words.lower()


def test_who_files_without_a_name_is_asked_for_none_of_fields_three_to_eight(walker):
    asked = {"/radicar/respuesta"}
    walk_to(walker, "/radicar/quien")
    walker.submit(identity="anonymous")

    assert "/radicar/revise" == walker.answer.path
    assert asked < set(ANSWERS)
