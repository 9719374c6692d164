"""Row 48 and what lies over every limit, at the real server: cut, answered, words kept."""

import html
import socket
from contextlib import suppress
from itertools import repeat

from tests.faults.test_no_trace import Reporter
from tests.filing import read_receipt
from tests.walker import Walker
from tests.web.citizen.reporting import tell_to

STEP, DIALOGUE = "/radicar/adjuntos", "/seguimiento/mensajes"
M6 = "El archivo debe pesar menos de 10 MB."
HEAD = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF'
PIECE = bytes(1_000_000)
GIGABYTE = 1000
LARGE = 40_000_000
ENOUGH = 60
"""Megabytes after which the server must have had its say: the limit and what lies in buffers."""


WORDS = "La segunda ventanilla, por las tardes."


def pour(server, path, jar):
    """Send a gigabyte in chunks until the server is done with it: megabytes sent, its answer."""
    cookies = "; ".join(f"{each.name}={each.value}" for each in jar)
    head = (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nCookie: {cookies}\r\n"
        "Content-Type: multipart/form-data; boundary=x\r\nTransfer-Encoding: chunked\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", server.port), timeout=30) as link:
        link.sendall(head.encode())
        sent, answer = 0, b""
        with suppress(OSError):
            for piece in (HEAD, *repeat(PIECE, GIGABYTE)):
                link.sendall(b"%x\r\n" % len(piece) + piece + b"\r\n")
                sent += 1
        with suppress(OSError):
            while b"</html>" not in answer and (piece := link.recv(65536)):
                answer += piece
    return sent, html.unescape(answer.decode(errors="replace"))


def attach(person, browser, size, **words):
    """A file of that many bytes, and words beside it."""
    browser.file = ("video.pdf", b"%PDF" + bytes(size))
    form = next(form for form in person.forms() if "file" in form.offers)
    for name, value in words.items():
        form.fill(name, value)
    return person.send_form(form, press=("add", "1"))


def test_48_what_has_no_end_is_cut_and_what_is_too_large_keeps_the_words(server):
    browser = Reporter(server.port)
    person = Walker(browser.send)
    tell_to(person, STEP)
    sent, answer = pour(server, STEP, browser.jar)
    assert (True, True) == (sent < ENOUGH, " 413 " in answer.partition("\r\n")[0])
    assert M6 in answer

    assert 413 == attach(person, browser, LARGE).status, "a browser reads its answer to the end"
    assert M6 in html.unescape(person.answer.html)
    person.submit()
    person.submit(identity="anonymous")
    person.submit()
    number, code = read_receipt(person)

    person.open("/seguimiento")
    person.submit(number=number, code=code)
    person.open(DIALOGUE)
    sent, answer = pour(server, DIALOGUE, browser.jar)
    assert (True, True) == (sent < ENOUGH, M6 in answer)
    assert 413 == attach(person, browser, LARGE, text=WORDS).status
    assert (True, True) == (M6 in html.unescape(person.answer.html), WORDS in person.answer.html)
    person.submit(text=WORDS)
    assert "Enviamos su mensaje" in person.answer.html
