"""A date for a calendar, as RFC 5545 asks: every program must read it, whatever the words."""

from datetime import UTC, date, datetime
from typing import Any

from pqrs.web.ics import DueDate, calendar_file, calendar_text, escaped, fold


def due(**changes):
    usual: dict[str, Any] = {
        "uid": "queja-1@plazos",
        "on": date(2026, 12, 31),
        "revised_at": datetime(2026, 12, 1, 15, 30, tzinfo=UTC),
        "title": "Vence: Queja",
        "text": "Recibida.",
    }
    return DueDate(**usual | changes)


def unfolded(text):
    return text.replace("\r\n ", "").split("\r\n")


def test_it_is_one_whole_day():
    expected = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//pqrs//ES",
        "CALSCALE:GREGORIAN",
        "BEGIN:VEVENT",
        "UID:queja-1@plazos",
        "DTSTAMP:20261201T153000Z",
        "DTSTART;VALUE=DATE:20261231",
        "DTEND;VALUE=DATE:20270101",
        "SUMMARY:Vence: Queja",
        "DESCRIPTION:Recibida.",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]

    assert expected == unfolded(calendar_text(due()))


def test_an_address_is_written_only_when_there_is_one():
    assert "URL:https://ejemplo.co/plazos?a=1,2" in unfolded(
        calendar_text(due(url="https://ejemplo.co/plazos?a=1,2"))
    )


def test_what_would_end_a_value_is_escaped():
    assert r"a\\b\; c\, d\ne" == escaped("a\\b; c, d\r\ne")


def test_nobody_writes_a_property_of_their_own():
    lines = unfolded(calendar_text(due(title="x\r\nATTACH:http://mal.example\x00\ud800")))

    assert r"SUMMARY:x\nATTACH:http://mal.example" in lines


def test_lines_are_at_most_75_bytes_and_no_letter_is_cut():
    long_text = "ñandú € 👩‍👧 " * 40
    text = calendar_text(due(text=long_text))
    lines = text.encode().split(b"\r\n")

    assert all(len(line) <= 75 for line in lines)
    assert f"DESCRIPTION:{long_text.strip()}" in unfolded(text)
    assert b"\n" not in text.encode().replace(b"\r\n", b"")


def test_a_line_of_75_bytes_stays_whole():
    assert ["x" * 75] == list(fold("x" * 75))
    assert ["x" * 75, " x"] == list(fold("x" * 76))


def test_it_is_served_as_a_calendar(app):
    with app.test_request_context():
        response = calendar_file(due())

    assert "text/calendar; charset=utf-8" == response.content_type
    assert 'attachment; filename="plazo.ics"' == response.headers["Content-Disposition"]
