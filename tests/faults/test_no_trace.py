"""An anonymous report, told and talked about through the real server: what must be nowhere, is not.

The canaries are planted where a browser, a proxy, a camera and a word processor put what tells on a
person. Then every byte of the installation is read: database, WAL, files, logs, letters, drafts,
sessions, what is left in the server's folder of temporary files, and a backup of it. Packages, PDFs
and letters are opened; an address is looked for by its usual hashes too.
"""

import email
import hashlib
import http.client
import io
import socket
import sqlite3
import urllib.parse
import zipfile
from email.message import EmailMessage
from http.cookiejar import CookieJar
from urllib.request import Request

import pikepdf
import pytest

from tests.filing import read_receipt
from tests.samples import CANARY, a_docx, a_pdf, a_photo
from tests.serving import Served, run_pqrs, settings_for
from tests.walker import Answer, Walker, over_http
from tests.web.citizen.reporting import tell_to

PROXIED, HERE = "203.0.113.77", "127.0.0.99"
PLANTED = {
    "X-Forwarded-For": PROXIED,
    "X-Real-IP": PROXIED,
    "Forwarded": f"for={PROXIED}",
    "User-Agent": "NavegadorDelator/7.7",
    "Accept-Language": "qu-PE-delator",
    "Referer": "http://pagina-delatora.test/",
}
FILE_NAME = "recibo-de-delia-delatora"
CANARIES = (
    PROXIED,
    HERE,
    "NavegadorDelator",
    "qu-PE-delator",
    "pagina-delatora",
    CANARY,
    FILE_NAME,
)
HASHES = tuple(
    hashlib.new(kind, address.encode(), usedforsecurity=False).hexdigest()
    for address in (PROXIED, HERE)
    for kind in ("md5", "sha1", "sha256")
)
"""Of four thousand million addresses anybody can make the whole list: a bare hash hides nothing."""
QUESTION = "¿En qué ventanilla le cobraron?"
PASSWORD = "una frase larga y propia"
TOO_MANY_JUMPS = 6


class Reporter:
    """A browser at another address of this machine, with all that tells on a person."""

    def __init__(self, port: int) -> None:
        self.port, self.jar = port, CookieJar()
        self.file: tuple[str, bytes] | None = None

    def send(self, method: str, path: str, pairs: list[tuple[str, str]] | None) -> Answer:
        for _ in range(TOO_MANY_JUMPS):
            body, kind = self.body(pairs)
            request = Request(f"http://127.0.0.1:{self.port}{path}")
            self.jar.add_cookie_header(request)
            link = http.client.HTTPConnection("127.0.0.1", self.port, source_address=(HERE, 0))
            headers = {**PLANTED, **dict(request.header_items())}
            link.request(method, path, body, headers | ({"Content-Type": kind} if kind else {}))
            response = link.getresponse()
            self.jar.extract_cookies(response, request)
            html = response.read().decode()
            link.close()
            where = response.getheader("Location")
            if where is None:
                return Answer(response.status, path, html)
            method, pairs, path = "GET", None, urllib.parse.urljoin(path, where)
        raise AssertionError(f"too many jumps: {path}")

    def body(self, pairs: list[tuple[str, str]] | None) -> tuple[bytes | None, str]:
        """As a browser sends it: with a file, in parts."""
        if pairs is None:
            return None, ""
        if self.file is None:
            return urllib.parse.urlencode(pairs).encode(), "application/x-www-form-urlencoded"
        (name, content), self.file = self.file, None
        mark = "parte-de-formulario"
        out = io.BytesIO()
        for key, value in pairs:
            if key != "file":
                line = (
                    f'--{mark}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'
                )
                out.write(line.encode())
        disposition = f'form-data; name="file"; filename="{name}"'
        out.write(f"--{mark}\r\nContent-Disposition: {disposition}\r\n\r\n".encode())
        out.write(content + f"\r\n--{mark}--\r\n".encode())
        return out.getvalue(), f"multipart/form-data; boundary={mark}"


@pytest.fixture(params=["0", "1"], ids=["no proxy", "behind a proxy"])
def server(request, installation):
    """As an operator runs it; behind a proxy the planted address is the one believed."""
    temporary = installation / "temporary"
    temporary.mkdir()
    more = {"PQRS_PROXY_HOPS": request.param, "TMPDIR": str(temporary)}
    running = Served(installation, settings_for(installation, **more))
    running.start()
    yield running
    running.kill()


def control_at(server):
    """Internal control at its desk."""
    done = run_pqrs(server.environ, "user", "add", "ci@example.com", "--role", "internal_control")
    walker = Walker(over_http(server.url))
    walker.open(urllib.parse.urlsplit(done.stdout.split()[-1]).path)
    fields = walker.forms()[-1].offers
    walker.submit(**dict.fromkeys((name for name in fields if "password" in name), PASSWORD))
    walker.open("/ingresar")
    walker.submit(email="ci@example.com", password=PASSWORD)
    return walker


def send_file(person, browser, button, name, content):
    """Attach one more to the form of this page."""
    browser.file = (name, content)
    form = next(form for form in person.forms() if "file" in form.offers)
    person.send_form(form, press=(button, "1"))


def malformed(port):
    """What gunicorn itself refuses, and would write down with the address it came from."""
    with socket.create_connection(("127.0.0.1", port), source_address=(HERE, 0)) as link:
        link.sendall(f"GET / HTTP/1.1\r\nHost: x\r\nBad Header {CANARY}: 1\r\n\r\n".encode())
        assert b"400" in link.recv(1000)


def traces(folder):
    """Every canary found, with where: raw bytes, both widths of letters, and inside packages."""
    found = []
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        pieces = pieces_of(path)
        for canary in (*CANARIES, *HASHES):
            shapes = (canary.encode(), canary.encode("utf-16-le"), canary.lower().encode())
            if any(shape in piece for shape in shapes for piece in pieces):
                found.append((str(path.relative_to(folder)), canary))
    database = sqlite3.connect(folder / "pqrs.sqlite")
    dump = "\n".join(database.iterdump())
    database.close()
    return found + [("dump", canary) for canary in (*CANARIES, *HASHES) if canary in dump]


def pieces_of(path):
    """The bytes as they are, and what is packed in them."""
    content = path.read_bytes()
    pieces = [content]
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as package:
            pieces += [package.read(name) for name in package.namelist()]
    if content.startswith(b"%PDF"):
        plain = io.BytesIO()
        with pikepdf.open(path) as pdf:
            pdf.save(plain, object_stream_mode=pikepdf.ObjectStreamMode.disable, qdf=True)
        pieces.append(plain.getvalue())
    if path.suffix == ".eml":
        parts = list(email.message_from_bytes(content).walk())
        pieces += [part.get_payload(decode=True) or b"" for part in parts]
    return pieces


def tell_with_files(person, browser):
    """A report without a name, with a photo and a document; number and code."""
    tell_to(person, "/radicar/adjuntos", involved="Un inspector")
    send_file(person, browser, "add", f"{FILE_NAME}.jpg", a_photo())
    send_file(person, browser, "add", f"{FILE_NAME}.pdf", a_pdf())
    assert "Quitar" in person.answer.html
    person.submit()
    person.submit(identity="anonymous")
    person.submit()
    return read_receipt(person)


def talk(person, browser, server, told):
    """A wrong code, a question from internal control, an answer with one more file."""
    number, code = told
    person.open("/seguimiento")
    person.submit(number=number, code=code[::-1])
    control = control_at(server)
    control.open(f"/bandeja/{number}/mensaje")
    control.submit(body=QUESTION)
    person.open("/seguimiento")
    person.submit(number=number, code=code)
    assert QUESTION in person.answer.html
    person.open("/seguimiento/mensajes")
    send_file(person, browser, "add", f"{FILE_NAME}.docx", a_docx())
    person.submit(text="En la segunda.")
    case = control.open(f"/bandeja/{number}").html
    assert "En la segunda." in case
    assert FILE_NAME not in case


def test_nothing_that_tells_on_the_reporter_is_anywhere(installation, server):
    browser = Reporter(server.port)
    person = Walker(browser.send)
    talk(person, browser, server, tell_with_files(person, browser))
    malformed(server.port)
    worker = run_pqrs(server.environ, "worker", "--once")
    assert 0 == worker.returncode, worker.stderr
    (installation / "worker.log").write_text(worker.stdout + worker.stderr)

    assert "Invalid request" in server.log()
    assert [] == traces(installation), "while it runs, with its write-ahead log"
    copied = run_pqrs(server.environ, "backup", str(installation / "copies"))
    assert 0 == copied.returncode, copied.stderr
    (copy,) = installation.glob("copies/copia-*")
    (copy / "database.sqlite").rename(copy / "pqrs.sqlite")
    assert 3 == sum(path.is_file() for path in copy.glob("files/blobs/*/*/*"))
    assert [] == traces(copy), "what leaves the house in a backup"
    server.stop()
    assert [] == traces(installation), "once it stopped"


def test_what_is_looked_for_would_be_found(tmp_path):
    sqlite3.connect(tmp_path / "pqrs.sqlite").close()
    (tmp_path / "a.jpg").write_bytes(a_photo())
    (tmp_path / "a.docx").write_bytes(a_docx())
    (tmp_path / "serve.log").write_text(f"Invalid request from ip={HERE}")
    (tmp_path / "hash.log").write_text(hashlib.sha256(PROXIED.encode()).hexdigest())
    letter = EmailMessage()
    letter.set_content(f"Escribió desde {PROXIED}", cte="base64")
    (tmp_path / "a.eml").write_bytes(letter.as_bytes())
    packed = pikepdf.ObjectStreamMode.generate
    with pikepdf.open(io.BytesIO(a_pdf())) as pdf:
        pdf.save(tmp_path / "a.pdf", compress_streams=True, object_stream_mode=packed)
    assert CANARY.encode() not in (tmp_path / "a.pdf").read_bytes()

    expected = {"a.jpg", "a.docx", "serve.log", "hash.log", "a.eml", "a.pdf"}
    assert expected == {where for where, _canary in traces(tmp_path)}
