"""The line breaks, or falls silent, while a file travels beside words: the words are there."""

import socket
import time

import pytest

from tests.faults.test_no_trace import Reporter
from tests.filing import read_receipt
from tests.walker import Walker
from tests.web.citizen.reporting import tell_to

ADD, DIALOGUE = "/seguimiento/agregar", "/seguimiento/mensajes"
WORDS = "La segunda ventanilla, por las tardes; adjunto el recibo."
ARRIVED = 60_000
"""Bytes of the file that came through, of the two million that were announced."""
ANNOUNCED = 2_000_000


def with_case(server):
    """A browser, and the person at it who has just opened their case."""
    browser = Reporter(server.port)
    person = Walker(browser.send)
    tell_to(person, "/radicar/adjuntos")
    person.submit()
    person.submit(identity="anonymous")
    person.submit()
    number, code = read_receipt(person)
    person.open("/seguimiento")
    person.submit(number=number, code=code)
    return browser, person


def begin_upload(server, path, jar, fields):
    """A request as a browser makes it, and the file only begun: the connection, still open."""
    parts = [
        f'--x\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in fields
        if name != "file"
    ]
    file = '--x\r\nContent-Disposition: form-data; name="file"; filename="recibo.pdf"\r\n\r\n%PDF'
    body = ("".join(parts) + file).encode() + bytes(ARRIVED)
    cookies = "; ".join(f"{each.name}={each.value}" for each in jar)
    head = (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nCookie: {cookies}\r\n"
        "Content-Type: multipart/form-data; boundary=x\r\n"
        f"Content-Length: {ANNOUNCED}\r\n\r\n"
    )
    link = socket.create_connection(("127.0.0.1", server.port), timeout=30)
    link.sendall(head.encode() + body)
    return link


def typed(person, path):
    """What stands in the box when the page is come back to."""
    person.open(path)
    return dict(person.form_with({"text", "file"}).values)["text"]


def wait_until_kept(person, path, seconds=10):
    ends = time.monotonic() + seconds
    while typed(person, path) != WORDS:
        assert time.monotonic() < ends
        time.sleep(0.1)


@pytest.mark.parametrize("silent", [True, False], ids=["silent", "cut"])
def test_what_was_typed_beside_a_file_outlives_the_line(server, silent):
    browser, person = with_case(server)
    for path in (DIALOGUE, ADD):
        person.open(path)
        form = person.form_with({"text", "file"})
        form.fill("text", WORDS)
        link = begin_upload(server, path, browser.jar, form.values)
        if not silent:
            link.close()
        wait_until_kept(person, path)
        link.close()
        person.submit()
        assert "" == typed(person, path), "it was sent, and the next visit begins empty"
