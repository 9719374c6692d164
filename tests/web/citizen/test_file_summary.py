"""The summary says what a person would say, not what is stored."""

import pytest

from pqrs.web.citizen.file_draft import check
from pqrs.web.citizen.file_summary import summary
from tests.web.citizen.filling import ANSWERS


@pytest.fixture(autouse=True)
def request_context(app):
    with app.test_request_context():
        yield


def told(**changes):
    answers = {name: text for page in ANSWERS.values() for name, text in page.items()} | changes
    return {row.label: row.value for row in summary(answers, check(answers).values)}


def test_codes_are_spelled_out():
    said = told(kind="unknown", topic="other", document_type="CC", document_number="123456")

    assert "No sé qué tipo es" == said["Qué necesita"]
    assert "Otro tema o no sé" == said["Tema"]
    assert "Villagorgona" == said["Dónde"]
    assert "Cédula de ciudadanía 123456" == said["Documento"]


def test_an_anonymous_summary_has_no_rows_about_the_person():
    assert not {"Nombre", "Documento", "Cómo le respondemos"} & set(told(identity="anonymous"))
