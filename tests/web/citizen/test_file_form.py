"""What the steps share: which refusals stop, and what is kept of a faulty answer."""

import pytest

from pqrs.web.citizen.file_form import TOKEN, new_token
from pqrs.web.citizen.file_reply import ReplyForm
from pqrs.web.citizen.file_steps import PlaceForm, TextForm
from pqrs.web.citizen.file_who import PersonForm


@pytest.fixture(autouse=True)
def request_context(app):
    with app.test_request_context():
        yield


def checked(form, **answers):
    found = form.from_draft(answers)
    found.validate()
    return found


def test_a_token_is_long_and_its_own():
    assert TOKEN.fullmatch(new_token())
    assert new_token() != new_token()


@pytest.mark.parametrize(
    ("form", "answers", "soft"),
    [
        (TextForm, {"text": ""}, False),
        (PersonForm, {"name": ""}, True),
        (PersonForm, {"name": "a\nb"}, False),
        (PersonForm, {"name": "a\x00b"}, False),
        (PersonForm, {"name": "Ana", "document_number": "??"}, True),
        (ReplyForm, {"reply_by": "email", "email": "x@example.com\nBcc: y@example.com"}, False),
        (ReplyForm, {"reply_by": "nope"}, True),
        (PlaceForm, {"place": "ATLANTIS"}, True),
        (PersonForm, {"name": "Ana"}, False),
    ],
)
def test_only_what_can_be_left_out_may_be_skipped(form, answers, soft):
    assert soft is checked(form, **answers).is_soft


def test_a_faulty_line_is_kept_and_a_faulty_choice_is_not():
    form = checked(ReplyForm, reply_by="nope", email="juan@")

    assert (None, "juan@") == (form.values()["reply_by"], form.values()["email"])
    assert ("name", "reply_by", "email") == form.faults()


def test_a_draft_holds_what_was_typed():
    form = checked(PlaceForm, **{"happened_on-day": "31", "happened_on-month": "2"})

    assert ("31", "2", "") == tuple(
        form.typed()[f"happened_on-{part}"] for part in ("day", "month", "year")
    )
