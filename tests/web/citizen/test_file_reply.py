"""To whom and how: one page for most people, and what each way asks."""

import pytest

from pqrs.web.citizen.file_reply import ReplyForm
from pqrs.web.citizen.file_who import PersonForm


@pytest.fixture(autouse=True)
def request_context(app):
    with app.test_request_context():
        yield


@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        ({}, {"name", "document_type", "document_number"}),
        ({"capacity": "company"}, set()),
        ({"capacity": "company", "kind": "report"}, {"name", "document_type", "document_number"}),
    ],
)
def test_name_and_document_stand_there_unless_they_have_their_page(answers, asked):
    form = ReplyForm.from_draft(answers)

    assert asked == form.data.keys() & PersonForm.missing.keys()


@pytest.mark.parametrize(
    ("typed", "faults"),
    [
        ({"reply_by": "page"}, ()),
        ({"reply_by": "email"}, ("email",)),
        ({"reply_by": "post"}, ("postal_address",)),
        ({"reply_by": "page", "phone": "llámeme"}, ("phone",)),
        ({"reply_by": "page", "name": ""}, ("name",)),
    ],
)
def test_each_way_asks_for_what_it_needs_and_no_more(typed, faults):
    form = ReplyForm.from_draft({"name": "Persona Inventada"} | typed)
    form.validate()

    assert faults == form.faults()
