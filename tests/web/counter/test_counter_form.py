"""The page's own checks: when it arrived, for whom, and nothing kept of who stays unknown."""

from datetime import datetime, timedelta

import pytest

from pqrs.outside.now import BOGOTA, now
from pqrs.web.counter import counter_form
from pqrs.web.counter.counter_draft import as_form
from pqrs.web.counter.counter_form import USUAL

SAID = {**USUAL, "text": "Un hueco.", "name": "Persona Inventada"}


@pytest.fixture
def checked(app):
    """The faults of the page, by field, when so much is changed of an ordinary one."""
    with app.test_request_context():

        def check(**changes):
            form = as_form(SAID | changes)
            form.validate()
            return form, dict(form.errors)

        yield check


def day_boxes(field, day):
    return {
        f"{field}-day": str(day.day),
        f"{field}-month": str(day.month),
        f"{field}-year": str(day.year),
    }


@pytest.mark.parametrize(
    ("typed", "hour"),
    [
        ("0:05", (0, 5)),
        ("7.30", (7, 30)),
        ("12:15 a. m.", (0, 15)),
        ("12:15 pm", (12, 15)),
        ("2:30 p. m.", (14, 30)),
        ("23:59", (23, 59)),
    ],
)
def test_an_hour_is_read_as_people_write_it(checked, typed, hour):
    yesterday = (now() - timedelta(days=1)).astimezone(BOGOTA).date()
    form, faults = checked(
        **day_boxes("received_on", yesterday), received_time=typed, why_late="Llegó por correo."
    )

    assert {} == faults
    assert (
        datetime.combine(yesterday, datetime.min.time().replace(*hour), BOGOTA)
        == form.received_at()
    )


@pytest.mark.parametrize("typed", ["25:00", "12:60", "13:00 pm", "las dos", "1430"])
def test_what_is_no_hour_is_said(checked, typed):
    _form, faults = checked(received_time=typed)

    assert ["Escriba la hora así: 14:30, o 2:30 p. m."] == faults["received_time"]


@pytest.mark.parametrize(
    ("ago", "fields"),
    [
        (timedelta(days=-1), {"received_on"}),
        (timedelta(days=400), {"received_on"}),
        (timedelta(days=3), set()),
    ],
    ids=["tomorrow", "another year", "three days ago"],
)
def test_it_arrived_before_now_and_not_years_ago(checked, ago, fields):
    day = (now() - ago).astimezone(BOGOTA).date()
    form, faults = checked(
        **day_boxes("received_on", day), received_time="10:00", why_late="Llegó por correo."
    )

    assert fields == set(faults)
    assert not (fields and form.is_soft)


def test_what_a_past_day_calls_for(checked):
    day = (now() - timedelta(days=3)).astimezone(BOGOTA).date()
    later = day_boxes("posted_on", day + timedelta(days=1))
    _form, faults = checked(
        **day_boxes("received_on", day), received_time="10:00", channel="post", **later
    )
    assert {"why_late", "posted_on"} == set(faults)
    _form, faults = checked(**day_boxes("received_on", day))
    assert {"received_time"} == set(faults)
    _form, faults = checked(channel="post", **later)
    assert {} == faults


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"name": ""}, {"name"}),
        ({"capacity": "attorney"}, {"represented_name"}),
        ({"capacity": "company", "body_document": "1"}, {"body_name", "body_document"}),
        ({"capacity": "journalist"}, set()),
        ({"email": "no es correo", "reply_by": "email"}, {"email"}),
        ({"reply_by": "post"}, {"postal_address"}),
        ({"document_type": "CC", "document_number": "ABC"}, {"document_number"}),
        ({"identity": "anonymous"}, {"identity"}),
        ({"identity": "anonymous", "name": ""}, set()),
        ({"place": "NO-EXISTE"}, {"place"}),
        ({"subject": "a" * 200}, {"subject"}),
        ({"interpreter": "a" * 121}, {"interpreter"}),
        ({"brought": "a" * 3001}, {"brought"}),
        ({"received_time": "0:00"}, {"why_late"}),
        ({"tongue": "pbb", "other_tongue": "Nonuya"}, {"other_tongue"}),
        ({"posted_on-day": "1"}, {"posted_on"}),
        ({"text": "Mi código es 5K3R 8WQ2 M4T7"}, set()),
    ],
)
def test_what_may_be_left_uncorrected_is_said_and_may_stay(checked, changes, fields):
    form, faults = checked(**changes)

    assert fields == set(faults)
    assert not fields or form.is_soft


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"text": ""}, {"text"}),
        ({"text": "a" * 20_001}, {"text"}),
        ({"channel": ""}, {"channel"}),
        ({"manner": ""}, {"manner"}),
        ({"topic": "NO-EXISTE"}, {"topic"}),
        ({"received_time": "las dos"}, {"received_time"}),
        ({"brought": "a\x07"}, {"brought"}),
    ],
)
def test_what_nothing_can_be_filed_with_has_to_be_corrected(checked, changes, fields):
    form, faults = checked(**changes)

    assert fields == set(faults)
    assert not form.is_soft


def test_an_hour_alone_keeps_the_day_on_which_it_was_typed(checked, monkeypatch):
    form, _faults = checked(received_time="0:01", why_late="Se cayó el sistema.")
    form.fix_day()
    before, typed = form.received_at(), form.typed()
    later = now() + timedelta(days=2)
    monkeypatch.setattr(counter_form, "now", lambda: later)

    assert before == as_form(typed).received_at()


@pytest.mark.parametrize(("channel", "fields"), [("telephone", {"posted_on"}), ("post", set())])
def test_only_a_letter_has_a_postmark(checked, channel, fields):
    day = (now() - timedelta(days=3)).astimezone(BOGOTA).date()
    _form, faults = checked(channel=channel, **day_boxes("posted_on", day))

    assert fields == set(faults)


@pytest.mark.parametrize(("tongue", "fields"), [("pbb", {"other_tongue"}), ("other", set())])
def test_a_language_is_written_only_when_it_is_none_of_the_list(checked, tongue, fields):
    _form, faults = checked(tongue=tongue, other_tongue="Nonuya")

    assert fields == set(faults)


def test_what_is_too_long_is_filed_cut(checked):
    form, _faults = checked(interpreter="a" * 121, brought="a" * 3001)

    assert (120, 3000) == tuple(len(form.values()[name]) for name in ("interpreter", "brought"))


def test_only_what_the_capacity_asks_is_filed(checked):
    form, _faults = checked(represented_name="Otra Persona", body_name="Una junta")

    assert not {"represented_name", "body_name", "body_document"} & form.values().keys()
