"""`/radicar/adjuntos`: files one at a time; a refused one says why and costs nothing else."""

import hashlib
import html
import io
from dataclasses import replace

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

from pqrs.extensions import db
from pqrs.models import Document, Draft, Petition
from pqrs.office.attachments import FileFault
from pqrs.outside.antivirus import Verdict
from pqrs.web.citizen.attach import LARGEST_REQUEST
from pqrs.web.file_words import FAULTS
from tests.filing import seen
from tests.samples import CANARY, EICAR, a_docx, a_pdf, a_photo, an_image
from tests.web.citizen.filling import walk_to

HERE = "/radicar/adjuntos"
M6 = (
    "El archivo debe pesar menos de 10 MB. Puede tomar la foto con menor calidad o dividir el "
    "documento."
)


class Finder:
    """An antivirus that finds something in whatever it is given, or is silent."""

    def __init__(self, verdict):
        self.verdict = verdict

    def scan(self, _file):
        return self.verdict


@pytest.fixture
def page(walker):
    """A person in front of the question about files, with what comes before it answered."""
    walk_to(walker, HERE)
    return walker


@pytest.fixture
def send(client, page):
    """Choose a file and press a button, as a browser without scripts does."""

    def send(name, content, *, button="add", path=HERE, **more):
        fields = dict(page.form_with({"file"}).values)
        fields.pop("file")
        if button:
            fields[button] = "1"
        fields |= {"file": FileStorage(io.BytesIO(content), name)} if name is not None else {}
        boundary, body = encode_multipart(fields | more)
        kind = f"multipart/form-data; boundary={boundary}"
        response = client.post(path, data=body, content_type=kind)
        shown = client.get(response.location) if response.status_code == 303 else response
        return response.status_code, html.unescape(shown.text), response.location

    return send


def rows(app, what):
    with app.app_context(), Session(db.engine) as session:
        return session.scalars(select(what)).all()


def kept_files(app):
    return sorted(path.name for path in app.office.files.blobs.glob("*/*/*"))


def finish(page):
    """From this step to the receipt, anonymously."""
    page.open(HERE)
    page.submit()
    page.submit(identity="anonymous")
    review = page.answer
    return review, page.submit()


def test_going_on_without_a_file(page):
    assert "/radicar/quien" == page.submit().path


def test_pressing_the_button_without_a_file(send):
    status, text, _to = send(None, b"")

    assert (422, True) == (status, str(FAULTS[FileFault.NOTHING]) in text)


def test_a_photo_reaches_the_receipt_without_what_it_told(app, page, send):
    status, text, _to = send("Foto de la calle.JPG", a_photo())
    review, receipt = finish(page)

    assert (303, True) == (
        status,
        "Quitamos de la foto la ubicación y los datos del equipo." in text,
    )
    (document,) = rows(app, Document)
    assert "Foto de la calle" not in review.html + receipt.html
    for name, answer in (("archivo.jpg", review), ("archivo-1.jpg", receipt)):
        assert name in answer.html
        assert document.sha256 in answer.html
        assert "kB" in seen(answer.html)
    content = app.office.files.read(document.sha256, document.size)
    assert document.sha256 == hashlib.sha256(content).hexdigest()
    assert CANARY.encode() not in content


def test_nothing_of_an_anonymous_persons_file_is_left_anywhere(app, page, send, settings):
    """Row 64 and I15: database, folder of files, log and witness."""
    for name, content in ((f"{CANARY}.jpg", a_photo()), ("b.docx", a_docx()), ("c.pdf", a_pdf())):
        send(name.replace(CANARY, "a"), content)
    finish(page)

    for path in [*settings.instance.rglob("*"), *settings.files.rglob("*")]:
        if path.is_file():
            assert CANARY.encode() not in path.read_bytes(), path
    assert 3 == len(rows(app, Document))


def test_pressing_on_with_a_file_chosen_takes_it_too(app, send):
    status, _text, to = send("a.pdf", a_pdf(), button=None)

    assert (303, "/radicar/quien") == (status, to)
    assert 1 == len(rows(app, Draft)[0].files)


def test_a_body_without_a_length_is_cut(client, page):
    """Row 48: as a server hands over a chunked body, which never says how long it is."""

    class Endless(io.RawIOBase):
        sent = 0

        def readable(self):
            return True

        def readinto(self, buffer):
            head = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n'
            piece = (head if not self.sent else b"") + bytes(len(buffer))
            buffer[:] = piece[: len(buffer)]
            self.sent += len(buffer)
            return len(buffer)

    endless = Endless()
    answer = client.post(
        HERE,
        content_type="multipart/form-data; boundary=x",
        environ_overrides={
            "wsgi.input": endless,
            "wsgi.input_terminated": True,
            "CONTENT_LENGTH": "",
        },
    )

    assert (413, True) == (answer.status_code, M6 in html.unescape(answer.text))
    assert endless.sent < LARGEST_REQUEST + 1_000_000


def test_only_this_address_takes_large_requests(client, page):
    answer = client.post(
        "/radicar/que-paso", content_type="text/plain",
        environ_overrides={"CONTENT_LENGTH": "2000000"},
    )  # fmt: skip

    assert 413 == answer.status_code
    assert M6 not in html.unescape(answer.text)


def test_a_lost_token_refuses_the_file(app, send):
    status, text, _to = send("a.jpg", an_image(), csrf_token="otra")

    assert (400, True) == (status, "Su sesión venció por tiempo." in text)
    assert [] == kept_files(app)


def test_a_file_is_taken_off(app, page, send):
    send("a.jpg", an_image())
    page.open(HERE)
    page.send_form(next(form for form in page.forms() if form.action.endswith("/quitar")))

    assert (200, HERE) == (page.answer.status, page.answer.path)
    assert "a.jpg" not in page.answer.html
    assert [] == rows(app, Draft)[0].files


def test_taking_off_needs_its_token(app, client, page, send):
    send("a.jpg", an_image())
    sha256 = rows(app, Draft)[0].files[0]["sha256"]
    client.post(f"{HERE}/quitar", data={"sha256": sha256})

    assert 1 == len(rows(app, Draft)[0].files)


def test_a_file_found_wanting_is_held_and_the_petition_filed(app, page, send):
    """Row 63. The file is kept for whoever looks after the system and shown to nobody."""
    app.office = replace(app.office, antivirus=Finder(Verdict.INFECTED))
    status, text, _to = send("factura.pdf", EICAR)
    _review, receipt = finish(page)

    assert (303, True) == (status, "En revisión de seguridad" in text)
    assert "/radicar/listo" == receipt.path
    words = " ".join(seen(receipt.html).split())
    assert "Su petición quedó radicada. Un archivo quedó en revisión de seguridad." in words
    assert ["held"] == [row.status for row in rows(app, Document)]
    assert 1 == len(rows(app, Petition))


@pytest.mark.parametrize(
    ("verdict", "status"), [(Verdict.CLEAN, "clean"), (Verdict.SILENT, "waiting")]
)
def test_the_antivirus_never_stops_a_petition(app, page, send, verdict, status):
    app.office = replace(app.office, antivirus=Finder(verdict))
    send("a.jpg", an_image())

    assert "/radicar/listo" == finish(page)[1].path
    assert [status] == [row.status for row in rows(app, Document)]


def test_a_full_disk_costs_the_file_and_nothing_else(app, page, send, monkeypatch):
    """F10: the petition is filed without it."""
    monkeypatch.setattr("pqrs.outside.files.ROOM_BYTES", 10**18)
    monkeypatch.setattr("pqrs.outside.files.ROOM_PART", 1)
    status, text, _to = send("a.jpg", an_image())

    assert (422, True) == (status, "Ahora no podemos recibir archivos." in text)
    assert "/radicar/listo" == finish(page)[1].path


def test_the_question_comes_after_those_before_it(client, walker):
    assert "/radicar" == walker.open(HERE).path


def test_coming_from_the_summary_it_leads_back_there(page, send):
    page.submit()
    page.submit(identity="anonymous")
    page.open(f"{HERE}?volver=revise")
    _status, _text, to = send("a.jpg", an_image(), path=f"{HERE}?volver=revise")
    assert f"{HERE}?volver=revise" == to
    _status, _text, to = send(None, b"", button=None, path=f"{HERE}?volver=revise")

    assert "/radicar/revise" == to


def test_once_sent_the_form_takes_no_more_files_for_it(app, page, send):
    old = dict(page.form_with({"file"}).values)["token"]
    send("a.jpg", an_image())
    finish(page)
    page.open("/radicar")
    page.submit(kind="claim")
    page.submit(text="El bombillo del poste está fundido.")
    page.open(HERE)
    status, text, _to = send("b.jpg", an_image(70), token=old)

    assert (409, True) == (status, "Ya radicamos esta petición con el número" in text)
    assert 1 == len(rows(app, Document))


def test_who_chooses_to_stay_unknown_leaves_no_name_of_a_file(app, page, send):
    send("Casa de Persona Inventada.jpg", an_image())
    page.open(HERE)
    page.submit()
    page.submit(identity="anonymous")

    assert ["archivo.jpg"] == [file["name"] for draft in rows(app, Draft) for file in draft.files]
