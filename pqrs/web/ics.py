"""A due date for a telephone's calendar: one all-day event, written as RFC 5545 asks.

What goes in may end up with a calendar's provider, so whoever calls leaves out the matter and the
person.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final

from flask import Response

from pqrs.web.typed_text import clean, without_control

MEDIA_TYPE: Final = "text/calendar; charset=utf-8"
FILE_NAME: Final = "plazo.ics"
PRODUCT: Final = "-//pqrs//ES"
LINE_BYTES: Final = 75
ESCAPES: Final = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


@dataclass(frozen=True)
class DueDate:
    """`uid`: the same for the same date, so that adding it again replaces it.

    `revised_at`: when it was last worked out, an aware moment; never the time of asking, so that
    the same date is the same file.
    """

    uid: str
    on: date
    revised_at: datetime
    title: str
    text: str
    url: str = ""


def calendar_text(due: DueDate) -> str:
    """The whole file: lines of at most 75 bytes, each ended by CR and LF."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCT}",
        "CALSCALE:GREGORIAN",
        "BEGIN:VEVENT",
        f"UID:{escaped(due.uid)}",
        f"DTSTAMP:{due.revised_at.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{due.on:%Y%m%d}",
        f"DTEND;VALUE=DATE:{due.on + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{escaped(due.title)}",
        f"DESCRIPTION:{escaped(due.text)}",
        *([f"URL:{due.url}"] if due.url else []),
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{folded}\r\n" for line in lines for folded in fold(line))


def escaped(text: str) -> str:
    """A value of type TEXT (RFC 5545, 3.3.11)."""
    return without_control(clean(text)).translate(ESCAPES)


def fold(line: str) -> Iterator[str]:
    """Pieces of at most 75 bytes, never inside a letter; each after the first begins by a space."""
    piece, size = "", 0
    for letter in line:
        width = len(letter.encode())
        if size + width > LINE_BYTES:
            yield piece
            piece, size = " ", 1
        piece, size = piece + letter, size + width
    yield piece


def calendar_file(due: DueDate) -> Response:
    """The answer of a page that offers it."""
    response = Response(calendar_text(due), content_type=MEDIA_TYPE)
    response.headers["Content-Disposition"] = f'attachment; filename="{FILE_NAME}"'
    return response
