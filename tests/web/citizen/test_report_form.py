"""What only a report is asked, and what becomes of it."""

import pytest

from pqrs.web.citizen.file_draft import check, make_filing
from pqrs.web.citizen.report_form import BEGUN, accused_offices, office_name, whole_text


@pytest.fixture(autouse=True)
def request_context(app):
    with app.test_request_context():
        yield


def test_the_offices_are_those_chosen_and_those_written():
    told = {"office": "HAC", "involved": "la secretaria de Planeación"}

    assert ("HAC", "PLAN") == accused_offices(told)
    assert () == accused_offices({})


@pytest.mark.parametrize("code", [None, "", "NADA", "ACUAVALLE"])
def test_what_is_no_office_of_ours_has_no_name(code):
    assert "" == office_name(code)


def test_each_answer_stands_under_its_question():
    text = whole_text({"text": "Cobran.", "involved": "Dos", "office": "", "known_by": ""})

    assert "Cobran.\n\n¿Quiénes participaron?\nDos" == text


def test_a_report_needs_only_its_words():
    answers = BEGUN | {"text": "Cobran.", "identity": "anonymous"}
    filing = make_filing(check(answers))

    assert ("AD-COR-01", "Cobran.", ()) == (filing.topic, filing.text, filing.named)
