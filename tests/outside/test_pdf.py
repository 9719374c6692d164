"""PDF: tagged, titled, in Spanish, small, the same twice, and deaf to what people write."""

import io
from datetime import UTC, datetime
from typing import Any

import pikepdf
import pytest

from pqrs.outside import pdf
from pqrs.outside.pdf import PdfError, can_make_pdf, make_pdf
from pqrs.outside.qr import qr_svg

AT = datetime(2026, 3, 18, 3, 30, tzinfo=UTC)
ADDRESS = "https://pqrs.ejemplo.gov.co/verificar?c=PQRS1.2026-000418-3." + "Ab-_9" * 38
WORDS = {
    "title": "Constancia de radicación 2026-000418-3",
    "heading": "Constancia de radicación",
    "number": "2026-000418-3",
    "entity": "Alcaldía de Ejemplo",
    "nit": "NIT 1",
    "facts": [("Recibida", "martes"), ("Quién responde", "Secretaría de Obras, Año Ñandú")],
    "note": "Una nota.",
    "prints_title": "Huellas",
    "prints_text": "Para comprobar.",
    "prints": [(f"Archivo {place}", "ab" * 32) for place in range(6)],
    "sense": {"earlier": "", "why_title": "", "why": [], "remedies_title": "", "remedies": []},
    "foot": "Pie",
    "qr": {
        "drawing": qr_svg(ADDRESS).decode(),
        "alt": "Código QR de prueba",
        "title": "Compruebe",
        "text": "Con la cámara.",
        "address": ADDRESS,
        "shown": "pqrs.ejemplo.gov.co/verificar",
    },
}
MOST_BYTES = 60_000


@pytest.fixture(scope="module")
def made():
    return make_pdf("receipt", WORDS, AT)


@pytest.fixture
def document(made):
    with pikepdf.open(io.BytesIO(made)) as opened:
        yield opened


def test_it_is_small_and_the_same_twice(made):
    assert len(made) <= MOST_BYTES
    assert made == make_pdf("receipt", WORDS, AT)


def test_it_says_what_it_is(document):
    meta = document.open_metadata()

    assert "es-CO" == str(document.Root.Lang)
    assert str(WORDS["title"]) in str(meta["dc:title"])
    assert document.Root.ViewerPreferences.DisplayDocTitle
    assert document.Root.MarkInfo.Marked
    assert "1" == meta["pdfuaid:part"]
    assert ("2", "A") == (meta["pdfaid:part"], meta["pdfaid:conformance"])


def test_it_is_dated_by_the_day_in_colombia(document):
    assert "20260317" in str(document.docinfo["/CreationDate"])


def tags(node):
    """Every structure tag, in reading order."""
    if isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield str(node.S).lstrip("/"), node
        kids: Any = node.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            yield from tags(kid)


def test_a_screen_reader_finds_headings_a_list_and_a_picture_with_words(document):
    found = list(tags(document.Root.StructTreeRoot))
    names = [name for name, _node in found]

    assert ["H1", "H2"] == [name for name in names if name in {"H1", "H2"}]
    assert 2 == names.count("LI") == names.count("Lbl") == names.count("LBody")
    assert ["Código QR de prueba"] == [str(node.Alt) for name, node in found if name == "Figure"]
    assert names.index("H1") < names.index("L") < names.index("H2") < names.index("Figure")


def fonts(document):
    for page in document.pages:
        for font in page.resources.Font.values():
            yield from font.DescendantFonts


def test_fonts_are_inside_and_only_the_letters_used(document):
    found = list(fonts(document))

    assert found
    for font in found:
        names = set(font.FontDescriptor.keys())
        assert {"/FontFile2", "/FontFile3"} & names
        program = font.FontDescriptor.get("/FontFile3", font.FontDescriptor.get("/FontFile2"))
        assert len(program.read_raw_bytes()) < 20_000


def test_its_link_opens_what_the_qr_opens(document):
    links = [str(note.A.URI) for page in document.pages for note in page.get("/Annots", [])]

    assert [ADDRESS] == links


def test_nothing_in_it_acts(document):
    assert not {"/OpenAction", "/AA", "/AcroForm", "/JavaScript"} & set(document.Root.keys())


@pytest.mark.parametrize(
    "typed", ['#read("/etc/passwd")', "$ x $ #{} `` = *_", "\\", '"', "# " * 200]
)
def test_words_are_only_words(typed):
    made = make_pdf("receipt", {**WORDS, "note": typed}, AT)

    assert b"root:" not in made
    assert made.startswith(b"%PDF-")


@pytest.mark.parametrize(
    "typed", ["\U0001f600", "\u6f22\u5b57", "x\u202ey", "\u2611 \u2192 \u2022"]
)
def test_a_letter_that_no_font_has_costs_the_standard_and_not_the_document(typed):
    with pikepdf.open(io.BytesIO(make_pdf("receipt", {**WORDS, "note": typed}, AT))) as opened:
        assert opened.Root.MarkInfo.Marked
        assert "es-CO" == str(opened.Root.Lang)


def test_without_a_signature_there_is_no_picture():
    with pikepdf.open(io.BytesIO(make_pdf("receipt", {**WORDS, "qr": None}, AT))) as opened:
        assert "Figure" not in [name for name, _node in tags(opened.Root.StructTreeRoot)]


def test_a_long_answer_goes_over_many_pages():
    words = {**WORDS, "body": ["Palabras de la respuesta. " * 60] * 20}
    with pikepdf.open(io.BytesIO(make_pdf("answer", words, AT))) as opened:
        assert len(opened.pages) > 3


def test_what_cannot_be_made_says_so(monkeypatch, tmp_path):
    with pytest.raises(PdfError):
        make_pdf("receipt", {}, AT)
    with pytest.raises(PdfError):
        make_pdf("nothing", WORDS, AT)
    monkeypatch.setattr(pdf, "FOLDER", tmp_path)
    with pytest.raises(PdfError):
        make_pdf("receipt", WORDS, AT)


def test_the_engine_is_here():
    assert can_make_pdf()
