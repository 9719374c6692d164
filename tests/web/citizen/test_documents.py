"""`/seguimiento/adjuntos/…`: only the files of the case that this browser opened."""

import pytest

from pqrs.office import access_code
from pqrs.office.attachments import FileStatus
from tests.build import a_filing, a_kept_file
from tests.web.staff import writing

TOKEN = "una ficha de prueba de muchas letras"


@pytest.fixture
def case(app):
    """A petition with a file that may be read and one that is held; number and code."""
    from pqrs.acts.file_petition import file_petition  # noqa: PLC0415

    files = (
        a_kept_file(app.office, b"%PDF hola", stripped=True),
        a_kept_file(app.office, b"%PDF virus", status=FileStatus.HELD, name="malo.pdf"),
    )
    with writing(app) as session:
        receipt = file_petition(session, a_filing(documents=files), token=TOKEN, office=app.office)
    return receipt.number, access_code.show_code(receipt.access_code)


@pytest.fixture
def opened(walker, case):
    number, code = case
    walker.open("/seguimiento")
    walker.submit(number=number, code=code)
    assert number in walker.answer.html
    return walker


def test_the_petitioner_downloads_what_they_sent(client, opened, case):
    assert 'href="/seguimiento/adjuntos/1"' in opened.answer.html
    assert 'href="/seguimiento/adjuntos/2"' not in opened.answer.html
    answer = client.get("/seguimiento/adjuntos/1")

    assert (200, b"%PDF hola") == (answer.status_code, answer.data)
    assert 'attachment; filename="adjunto-1.pdf"' == answer.headers["Content-Disposition"]
    assert "sandbox; default-src 'none'" == answer.headers["Content-Security-Policy"]
    assert ("no-store", "nosniff", "application/pdf") == (
        answer.headers["Cache-Control"],
        answer.headers["X-Content-Type-Options"],
        answer.headers["Content-Type"],
    )


@pytest.mark.usefixtures("opened")
@pytest.mark.parametrize("place", ["2", "3", "0", "-1", "9" * 30, "uno", "%2e%2e", "1%00"])
def test_73_what_is_held_or_is_not_there_looks_the_same(client, place):
    assert 404 == client.get(f"/seguimiento/adjuntos/{place}").status_code


@pytest.mark.usefixtures("case")
def test_74_without_the_case_open_there_is_nothing(app, client):
    answer = client.get("/seguimiento/adjuntos/1")

    assert (404, "no-store") == (answer.status_code, answer.headers["Cache-Control"])
    assert 404 == app.test_client().get("/seguimiento/adjuntos/1").status_code


def test_74_after_closing_the_case_there_is_nothing(client, opened):
    opened.send_form(next(form for form in opened.forms() if form.action.endswith("/salir")))

    assert 404 == client.get("/seguimiento/adjuntos/1").status_code


@pytest.mark.usefixtures("opened")
def test_a_damaged_file_is_an_incident_and_never_an_empty_one(app, client):
    for path in app.office.files.blobs.glob("*/*/*"):
        path.write_bytes(b"")
    answer = client.get("/seguimiento/adjuntos/1")

    assert 500 == answer.status_code
    assert "incidente" in answer.text
