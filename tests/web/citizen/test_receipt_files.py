"""The receipt and the answer as files: for whoever filed or opened the case, and nobody else."""

import io

import pikepdf
import pytest
import zxingcpp

from pqrs.outside.pdf import PdfError
from pqrs.web.citizen import file_receipt, follow, receipt_files
from pqrs.web.citizen.file_receipt import RECEIPT_KEY
from tests.filing import read_receipt
from tests.outside.test_qr import drawn
from tests.web.citizen.filling import errors_of, file_one
from tests.web.citizen.own import own

MOST_BYTES = 60_000
RECEIPT = "/radicar/listo/constancia.pdf"


def open_own(walker, number, code):
    walker.open("/seguimiento")
    walker.submit(number=number, code=code)


def text_of(content):
    with pikepdf.open(io.BytesIO(content)) as document:
        return str(document.open_metadata())


def test_the_page_offers_the_receipt_as_a_file(client, walker):
    answer = file_one(walker)
    number, _code = read_receipt(walker)
    response = client.get(RECEIPT)

    assert f'href="{RECEIPT}"' in answer.html
    assert "application/pdf" == response.mimetype
    assert (
        f'attachment; filename="constancia-{number}.pdf"' == response.headers["Content-Disposition"]
    )
    assert "no-store" == response.headers["Cache-Control"]
    assert len(response.data) <= MOST_BYTES
    assert number in text_of(response.data)


def test_it_is_the_same_from_the_followed_case(client, walker):
    file_one(walker)
    first = client.get(RECEIPT).data
    open_own(walker, *read_receipt(walker))

    assert 'href="/seguimiento/constancia.pdf"' in walker.answer.html
    assert first == client.get("/seguimiento/constancia.pdf").data


def test_the_access_code_is_in_no_file(client, walker):
    file_one(walker)
    _number, code = read_receipt(walker)
    with pikepdf.open(io.BytesIO(client.get(RECEIPT).data)) as document:
        whole = b"".join(
            each.read_bytes() for each in document.objects if isinstance(each, pikepdf.Stream)
        )

    assert code.encode() not in whole
    assert code not in client.get("/radicar/listo/codigo.svg").text


def test_the_qr_of_the_page_opens_its_check(client, walker):
    answer = file_one(walker)
    response = client.get("/radicar/listo/codigo.svg")
    [found] = zxingcpp.read_barcodes(drawn(response.data))

    assert "image/svg+xml" == response.mimetype
    assert found.text.partition("8000")[2] in answer.html
    assert "es auténtica" in errors_of(walker.open(found.text.partition("8000")[2]))


def test_after_a_while_this_browser_gets_no_more(client, walker):
    file_one(walker)
    with client.session_transaction() as cookie:
        cookie[RECEIPT_KEY] = {**cookie[RECEIPT_KEY], "until": "2020-01-01T00:00:00+00:00"}

    assert "/radicar/listo" == walker.open(RECEIPT).path
    assert 404 == client.get("/radicar/listo/codigo.svg").status_code


@pytest.mark.parametrize(
    ("path", "instead"),
    [
        (RECEIPT, "/"),
        ("/seguimiento/constancia.pdf", "/seguimiento"),
        ("/seguimiento/respuesta.pdf", "/seguimiento"),
    ],
)
def test_without_a_case_there_is_no_file(walker, path, instead):
    assert instead == walker.open(path).path


def test_before_it_is_opened_the_answer_is_no_file(client, walker):
    file_one(walker)
    open_own(walker, *read_receipt(walker))

    assert "/seguimiento" == client.get("/seguimiento/respuesta.pdf").headers["Location"]


def test_without_a_key_it_is_filed_and_the_receipt_is_whole(app, client, walker):
    (app.signing.folder / "receipt").unlink()
    answer = file_one(walker)

    assert all(read_receipt(walker))
    assert "sin firma electrónica" in errors_of(answer)
    assert "codigo.svg" not in answer.html
    assert 200 == client.get(RECEIPT).status_code
    assert 404 == client.get("/radicar/listo/codigo.svg").status_code
    assert (503, "degraded") == (
        client.get("/salud").status_code,
        client.get("/salud").json["status"],
    )


def test_without_an_engine_the_way_out_is_said(client, walker, monkeypatch):
    def fail(*_words):
        raise PdfError("no engine")

    file_one(walker)
    monkeypatch.setattr(receipt_files, "make_pdf", fail)
    response = client.get(RECEIPT)

    assert 503 == response.status_code
    assert "el número vale igual" in response.text
    assert 'href="/radicar/listo"' in response.text


def test_where_no_pdf_can_be_made_no_page_offers_one(app, walker, monkeypatch):
    mine = own(app, walker)
    mine.answered()
    with_pdf = walker.open("/seguimiento").html
    for module in (follow, file_receipt):
        monkeypatch.setattr(module, "can_make_pdf", lambda: False)
    without = walker.open("/seguimiento").html

    links = ["/seguimiento/constancia.pdf", "/seguimiento/respuesta.pdf"]
    assert links == [link for link in links if f'href="{link}"' in with_pdf]
    assert [] == [link for link in links if f'href="{link}"' in without]
    assert "/verificar?c=" in without, "it can be checked all the same"
