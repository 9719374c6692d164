"""Files that people should not send, row by row of the matrix, at every page that takes a file.

Two paths of code lie behind the five doors: the step of a form, and the page of an open case. What
is answered without looking into the file goes to each door; what a child process has to open, to
one door of each path in turn.
"""

import html
import io
import secrets
import socket
import struct
import threading
import time
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import cycle
from typing import Any

import pytest
from flask.testing import FlaskClient
from flask_wtf.file import FileField
from sqlalchemy import func, select
from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

from pqrs import create_app
from pqrs.acts.save_draft import save_draft
from pqrs.app import App
from pqrs.extensions import db
from pqrs.law import IdentityLevel, Kind
from pqrs.models import Document, Draft, PetitionEvent
from pqrs.office.attachments import EXTENSIONS, AttachedFile
from pqrs.outside.antivirus import Clamd
from pqrs.outside.now import now
from pqrs.outside.passwords import token_hash
from pqrs.settings import Settings
from pqrs.web.citizen.add_text import AddTextForm
from pqrs.web.citizen.attach import LARGEST_REQUEST
from pqrs.web.citizen.complete import CompleteForm
from pqrs.web.citizen.file_steps import AttachForm
from pqrs.web.citizen.message import MessageForm
from pqrs.web.citizen.report_form import BEGUN
from pqrs.web.counter.read_back import SendForm
from pqrs.web.forms import PageForm
from tests.samples import EICAR, a_pdf, an_image
from tests.walker import Walker, into_flask
from tests.web.citizen.filling import ANSWERS
from tests.web.citizen.own import own
from tests.web.matrix_files import (
    EMPTY,
    IN_REVIEW,
    M6,
    M8,
    ROWS,
    TOO_MANY,
    TOO_MUCH,
    Row,
    noise_pdf,
)
from tests.web.staff import writing
from tests.web.test_bad_input import LEAKS, Lines, token_of

WORDS = "La lámpara del poste frente a mi casa está apagada."
TYPED = {name: value for step in ANSWERS.values() for name, value in step.items()}
TYPED |= {"text": WORDS, "topic": "other"}
REPORTED = dict(BEGUN) | {"text": WORDS, "involved": "Un inspector"}
SECONDS = 20
"""On a busy machine; the bench measures on a quiet one."""


@dataclass(frozen=True)
class Door:
    """A page that takes files, and a browser that may enter. `answers`: of its draft beforehand."""

    name: str
    path: str
    client: FlaskClient
    csrf: str
    answers: dict[str, Any] | None = None
    number: str = ""


@dataclass(frozen=True)
class House:
    """One application for the module, its doors, and what it logs."""

    app: App
    doors: dict[str, Door]
    log: list[str]

    def begin(self, door: Door) -> str:
        """A draft of its own, with something typed."""
        token = secrets.token_urlsafe(32)
        answers = door.answers or {"number": door.number, "text": ""}
        with writing(self.app) as session:
            save_draft(session, token, dict(answers), now())
        return token

    def send(self, door: Door, token: str, name: str, content: bytes, **more: str) -> Any:
        """Choose a file and press the button that stays on the page, in time and without leaks."""
        fields = {"csrf_token": door.csrf, "token": token, "seen": "9", "add": "1", "text": WORDS}
        file = FileStorage(io.BytesIO(content), name)
        boundary, body = encode_multipart(fields | more | {"file": file})
        begun = time.monotonic()
        answer = door.client.post(
            door.path, data=body, content_type=f"multipart/form-data; boundary={boundary}"
        )
        assert time.monotonic() - begun < SECONDS
        return self.sound(answer)

    def sound(self, answer: Any) -> Any:
        """What holds for every answer."""
        assert answer.status_code < 500
        assert not LEAKS.search(answer.text)
        assert "incidente" not in answer.text
        assert [] == self.log, "the doors of citizens leave no line"
        return answer

    def files(self, token: str) -> list[AttachedFile]:
        """Those of a draft."""
        with self.app.app_context(), self.app.sessions() as session:
            draft = session.get(Draft, token_hash(token))
            return [AttachedFile.from_plain(each) for each in draft.files] if draft else []

    def words(self, door: Door, token: str, answer: Any) -> bool:
        """Whether what was typed is still there: on the page of a case, in the draft of a form."""
        if door.answers is None:
            return WORDS in html.unescape(answer.text)
        with self.app.app_context(), self.app.sessions() as session:
            return session.get(Draft, token_hash(token)).answers["text"] == WORDS

    def kept(self) -> tuple[int | None, int | None, list[str], list[str]]:
        """Rows of files and events, files under their hash, and files that nobody finished."""
        store = self.app.office.files
        with self.app.app_context():
            rows = [
                db.session.scalar(select(func.count()).select_from(table))
                for table in (Document, PetitionEvent)
            ]
        blobs = sorted(path.name for path in store.blobs.glob("*/*/*"))
        return rows[0], rows[1], blobs, sorted(path.name for path in store.unfinished.glob("*"))


@pytest.fixture(scope="module")
def house(databases, tmp_path_factory):
    where = {"PQRS_DATABASE_URL": databases.copy("sqlite")}
    app = create_app(Settings.from_environ(where, tmp_path_factory.mktemp("matrix") / "instance"))
    log: list[str] = []
    handler = Lines(log)
    app.logger.addHandler(handler)
    yield House(app, doors_of(app), log)
    app.logger.removeHandler(handler)
    with app.app_context():
        db.engine.dispose()


def doors_of(app: App) -> dict[str, Door]:
    """Filing, reporting, adding to a case, completing it, and the dialogue of a report."""
    step = "/radicar/adjuntos"
    form, report = app.test_client(), app.test_client()
    doors = [
        Door("filing", step, form, token_of(form, "/radicar"), TYPED),
        Door("report", step, report, token_of(report, "/radicar"), REPORTED),
    ]
    secret: dict[str, object] = {
        "kind": Kind.REPORT,
        "identity": IdentityLevel.ANONYMOUS,
        "person": None,
    }
    pages: list[tuple[str, str, dict[str, object], Callable[[Any], None]]] = [
        ("adding", "/seguimiento/agregar", {}, lambda _mine: None),
        ("completion", "/seguimiento/completar", {}, lambda mine: mine.asked()),
        ("dialogue", "/seguimiento/mensajes", secret, lambda _mine: None),
    ]
    for name, path, facts, prepare in pages:
        client = app.test_client()
        mine = own(app, Walker(into_flask(client)), **facts)
        prepare(mine)
        doors.append(Door(name, path, client, token_of(client, path), number=mine.number))
    return {door.name: door for door in doors}


FORMS, CASES = cycle(("filing", "report")), cycle(("adding", "completion", "dialogue"))
EVERY = ("filing", "report", "adding", "completion", "dialogue")
EACH = pytest.mark.parametrize("name", EVERY)


def doors_for(row: Row) -> tuple[str, ...]:
    """Every door for what is answered by size or by name; one of each path for the others."""
    by_size = row.said in {EMPTY, M6}
    by_name = not row.taken and row.name.rpartition(".")[2].lower() not in EXTENSIONS
    return EVERY if by_size or by_name else (next(FORMS), next(CASES))


PAIRS = [
    pytest.param(row, name, id=f"{row.number} {name}")
    for row in ROWS
    for name in doors_for(row)
    if row.number != "63"
]


@pytest.mark.parametrize(("row", "name"), PAIRS)
def test_a_file_is_taken_or_said_why_not(house, row, name):
    door = house.doors[name]
    token, before = house.begin(door), house.kept()
    answer = house.send(door, token, row.name, row.make())
    files = house.files(token)

    if not row.taken:
        assert (422, True) == (answer.status_code, row.said in html.unescape(answer.text))
        assert ([], True) == (files, house.words(door, token, answer))
        assert before == house.kept()
        return
    assert 303 == answer.status_code
    (file,) = files
    shown = door.client.get(answer.location)
    said = html.unescape(shown.text)
    is_nameless = name in {"report", "dialogue"}
    if row.kept_as and is_nameless:
        assert file.name == f"archivo.{file.kind}", "what a person calls a file may tell on them"
    elif row.kept_as:
        assert (row.kept_as, True) == (file.name, row.kept_as in said)
    assert row.said in said or row.kept_as
    content = house.app.office.files.read(file.sha256, file.size)
    assert [] == [each for each in row.gone if each in content]
    assert before[:2] == house.kept()[:2]
    assert [] == house.kept()[3]


@EACH
def test_47_a_request_too_large_to_be_read_keeps_the_words(house, name):
    door = house.doors[name]
    token, before = house.begin(door), house.kept()
    if door.answers is not None:
        with door.client.session_transaction() as cookie:
            cookie["filing"] = token
    answer = house.send(door, token, "a.pdf", b"%PDF-1.7" + bytes(LARGEST_REQUEST))

    assert (413, True) == (answer.status_code, M6 in html.unescape(answer.text))
    assert ([], True) == (house.files(token), house.words(door, token, answer))
    assert before == house.kept()


@pytest.mark.parametrize("name", ["filing", "dialogue"])
def test_47_six_files(house, name):
    door = house.doors[name]
    token = house.begin(door)
    for number in range(5):
        assert 303 == house.send(door, token, "a.jpg", an_image(50 + number)).status_code
    answer = house.send(door, token, "6.jpg", an_image(70))

    assert (422, True) == (answer.status_code, TOO_MANY in html.unescape(answer.text))
    assert (5, True) == (len(house.files(token)), house.words(door, token, answer))


@pytest.mark.parametrize("name", ["report", "completion"])
def test_47_twenty_six_megabytes_together(house, name):
    door = house.doors[name]
    token = house.begin(door)
    tried = [house.send(door, token, "a.pdf", noise_pdf(8_800_000)) for _ in range(3)]

    assert [303, 303, 422] == [answer.status_code for answer in tried]
    assert TOO_MUCH in html.unescape(tried[-1].text)
    assert (2, True) == (len(house.files(token)), house.words(door, token, tried[-1]))


@contextmanager
def clamd():
    """What the daemon says, by INSTREAM, of whatever it is sent; it knows one signature."""
    server = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                connection, _address = server.accept()
            except OSError:
                return
            with connection, connection.makefile("rb") as stream:
                assert b"zINSTREAM\0" == stream.read(10)
                heard = b""
                while size := struct.unpack(">I", stream.read(4))[0]:
                    heard += stream.read(size)
                found = b"Eicar-Test-Signature FOUND" if EICAR in heard else b"OK"
                connection.sendall(b"stream: " + found + b"\0")

    threading.Thread(target=serve, daemon=True).start()
    yield f"tcp://127.0.0.1:{server.getsockname()[1]}"
    server.shutdown(socket.SHUT_RDWR)
    server.close()


@pytest.mark.network
@EACH
def test_63_what_the_antivirus_finds_is_held_and_nobody_is_turned_away(house, name, monkeypatch):
    door, (row,) = house.doors[name], [row for row in ROWS if row.number == "63"]
    token = house.begin(door)
    with clamd() as url:
        monkeypatch.setattr(house.app, "office", replace(house.app.office, antivirus=Clamd(url)))
        found = house.send(door, token, row.name, row.make())
        clean = house.send(door, token, "a.pdf", a_pdf())

    assert [303, 303] == [found.status_code, clean.status_code]
    assert ["held", "clean"] == [file.status for file in house.files(token)]
    assert IN_REVIEW in html.unescape(door.client.get(found.location).text)


@EACH
def test_66_the_same_file_twice_is_one(house, name):
    door = house.doors[name]
    token, content = house.begin(door), an_image(90)
    house.send(door, token, "a.jpg", content)
    again = house.send(door, token, "b.jpg", content)

    assert 1 == len(house.files(token))
    if door.answers is not None:
        assert "Ya adjuntó este archivo." in html.unescape(again.text)


PARTS = b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n' * 1001 + b"--x--\r\n"
NESTED = b"--x\r\nContent-Type: multipart/mixed; boundary=y\r\n\r\n--y\r\n\r\n--y--\r\n--x--\r\n"
WITH_BOUNDARY = "multipart/form-data; boundary=x"
BROKEN = {
    "1001 parts": (PARTS, WITH_BOUNDARY, 413, M8),
    "no boundary": (b"--x\r\nhola", "multipart/form-data", 400, ""),
    "nested": (NESTED, WITH_BOUNDARY, 400, ""),
    "no form": (b"", "text/plain", 400, ""),
    "cut": (PARTS[:90], WITH_BOUNDARY, 400, ""),
}


@EACH
@pytest.mark.parametrize("broken", BROKEN)
def test_67_a_broken_request_is_no_incident(house, name, broken):
    body, kind, status, said = BROKEN[broken]
    door, before = house.doors[name], house.kept()
    answer = house.sound(door.client.post(door.path, data=body, content_type=kind))

    assert (status, True) == (answer.status_code, said in html.unescape(answer.text))
    assert before == house.kept()


def test_no_other_page_takes_files(house):
    """A page that takes files belongs among the doors above, or is the clerk's, tried by itself."""
    with_files = {form for form in subclasses(PageForm) if has_file(form)}

    assert {AttachForm, AddTextForm, CompleteForm, MessageForm, SendForm} == with_files


def subclasses(form):
    for each in form.__subclasses__():
        yield each
        yield from subclasses(each)


def has_file(form):
    return any(getattr(value, "field_class", None) is FileField for value in vars(form).values())
