"""What is typed beside a file is kept before the file travels: a line that breaks takes only it.

A browser sends the fields in the order of the page, and on every page of ours the words come before
the file. So they are read first, and put back for whoever reads the request whole.
"""

from collections.abc import Iterator
from contextlib import suppress
from typing import Final, Protocol

from flask import g, request
from gunicorn.http.errors import ParseException
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.sansio.multipart import Data, Event, Field, File, MultipartDecoder, NeedData

MOST_READ: Final = 500_000
"""Bytes of fields before the file: as much as a form without one may have."""
PIECE: Final = 4_096
"""Bytes at a time: on a slow line nobody waits for more of the file than this."""


class Stream(Protocol):
    """The body of a request, as far as it is used here."""

    def read(self, size: int, /) -> bytes: ...


class PutBack:
    """What was read of a body, and then the rest of it."""

    def __init__(self, start: bytes, rest: Stream) -> None:
        self.start, self.rest = start, rest

    def read(self, size: int) -> bytes:
        """What was read before comes by itself, so that nothing waits for the line."""
        if not self.start:
            return self.rest.read(size)
        piece, self.start = self.start[:size], self.start[size:]
        return piece


def fields_before_file() -> MultiDict[str, str]:
    """What stands in the request before the first file; nothing of a broken one."""
    if "before_file" not in g:
        g.before_file = read_fields(request.mimetype_params.get("boundary", "").encode())
    fields: MultiDict[str, str] = g.before_file
    return fields


def brings_file() -> bool:
    """Whether a file that was chosen follows them."""
    fields_before_file()
    return bool(g.get("brings_file"))


def read_fields(boundary: bytes) -> MultiDict[str, str]:
    """Read them, and put them back."""
    if not boundary:
        return MultiDict()
    found: dict[str, bytes] = {}
    name = ""
    with suppress(ValueError, RequestEntityTooLarge):
        for event in parts(MultipartDecoder(boundary, MOST_READ)):
            if isinstance(event, File):
                g.brings_file = bool(event.filename)
                break
            if isinstance(event, Field):
                name = event.name
            elif isinstance(event, Data) and name:
                found[name] = found.get(name, b"") + event.data
    return MultiDict({name: words.decode(errors="replace") for name, words in found.items()})


def parts(decoder: MultipartDecoder) -> Iterator[Event]:
    """As much of the request as is needed, piece by piece; where the line breaks, it ends."""
    source, read = request.environ["wsgi.input"], b""
    try:
        with suppress(OSError, ParseException):
            while len(read) < MOST_READ and (piece := source.read(PIECE)):
                read += piece
                decoder.receive_data(piece)
                while not isinstance(event := decoder.next_event(), NeedData):
                    yield event
    finally:
        request.environ["wsgi.input"] = PutBack(read, source)
