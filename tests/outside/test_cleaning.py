"""What a file is and what is taken out of it, in the child process that opens it for real."""

import io
import time
import zipfile

import pikepdf
import pytest
from PIL import Image

from pqrs.office.attachments import FileFault, FileKind, FileRefusal
from pqrs.outside.cleaning.parent import Cleaned, clean
from tests.samples import (
    CANARY,
    EICAR,
    a_bomb,
    a_docx,
    a_pdf,
    a_photo,
    an_image,
    an_odt,
    linked_docx,
    relation,
    zipped,
)

ENCRYPTED = '<m:file-entry m:full-path="x"><m:encryption-data/></m:file-entry>'
LAUGHS = """<!DOCTYPE l [<!ENTITY a "ja"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>"""
FOREIGN = """<!DOCTYPE l SYSTEM "file:///etc/passwd"><x/>"""
PICTURE = '<draw:image xlink:href="http://x.test/a.png"/>'
FIELD = """<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DDE</w:instrText></w:r>
    <w:r><w:instrText>AUTO cmd</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>"""
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(9000)
SHEET = "application/vnd.oasis.opendocument.spreadsheet"


def fetching(kind: str) -> bytes:
    return a_docx(relations=relation(kind, "http://x.test/a", outside=True))


REFUSED = {
    FileFault.WRONG_KIND: {
        "49 a program": ("pdf", lambda: b"MZ" + bytes(4000)),
        "49 an ELF": ("docx", lambda: b"\x7fELF" + bytes(4000)),
        "52 a page": ("png", lambda: b"<html><script>alert(1)</script>"),
        "53 a drawing": ("png", lambda: b'<svg xmlns="x"><script/></svg>'),
        "54 GIF": ("png", lambda: b"GIF89a/*" + b" " * 99 + b"*/=alert(1)"),
        "54 PDF in a photo's name": ("jpg", a_pdf),
        "63 not a document at all": ("pdf", lambda: EICAR),
        "65 a video": ("jpg", lambda: b"\0\0\0\x18ftypmp42" + bytes(999)),
        "the old Word": ("docx", lambda: OLD_WORD),
        "a spreadsheet": (
            "odt",
            lambda: zipped({"content.xml": "<x/>", "META-INF/manifest.xml": "<x/>"}, first=SHEET),
        ),
    },
    FileFault.TOO_MANY_PIXELS: {"55 a bomb": ("png", a_bomb)},
    FileFault.UNREADABLE: {
        "54 only the first bytes": ("jpg", lambda: b"\xff\xd8\xff\xe0" + bytes(999)),
        "56 half a photo": ("jpg", lambda: a_photo()[:1500]),
        "56 half a PDF": ("pdf", lambda: a_pdf()[:-200]),
        "56 half a letter": ("docx", lambda: a_docx()[:-200]),
        "57 swollen": ("docx", lambda: a_docx(more={"word/a.xml": bytes(5_000_000)})),
        "57 a crowd": ("docx", lambda: zipped({f"word/{n}.xml": "" for n in range(100_000)})),
        "58 up the tree": ("docx", lambda: a_docx(more={"../../a.xml": "x"})),
        "58 from the root": ("odt", lambda: an_odt(more={"/etc/a.xml": "x"})),
        "58 a link": ("docx", linked_docx),
        "60 laughs": ("docx", lambda: a_docx(more={"word/a.xml": LAUGHS})),
        "60 an entity from outside": ("odt", lambda: an_odt(more={"styles.xml": FOREIGN})),
        "any ZIP": ("docx", lambda: zipped({"a.exe": b"MZ"})),
    },
    FileFault.HAS_MACROS: {
        "59 macros": ("docx", lambda: a_docx(more={"word/vbaProject.bin": b"x"})),
        "59 remote template": ("docx", lambda: fetching("attachedTemplate")),
        "59 remote picture": ("docx", lambda: fetching("image")),
        "59 a field that runs": ("docx", lambda: a_docx(FIELD)),
        "59 a document inside": ("docx", lambda: a_docx(more={"word/embeddings/a.docx": b"x"})),
        "59 Basic": ("odt", lambda: an_odt(more={"Basic/a.xml": "<x/>"})),
        "59 fetched by the ODT": ("odt", lambda: an_odt(PICTURE)),
    },
    FileFault.HAS_PASSWORD: {
        "62 PDF": ("pdf", lambda: a_pdf(password="abc")),
        "62 ODT": ("odt", lambda: an_odt(manifest=ENCRYPTED)),
        "62 DOCX": ("docx", lambda: OLD_WORD + "EncryptedPackage".encode("utf-16-le")),
    },
}
CASES = [
    pytest.param(extension, make, fault, id=case)
    for fault, cases in REFUSED.items()
    for case, (extension, make) in cases.items()
]


@pytest.fixture
def cleaned(tmp_path):
    """What is kept of a file, and what is said of it."""

    def run(extension: str, content: bytes) -> tuple[Cleaned, bytes]:
        target = tmp_path / "cleaned"
        with as_file(tmp_path, content) as raw:
            said = clean(raw, extension, target)
        return said, target.read_bytes()

    return run


def as_file(folder, content):
    path = folder / "raw"
    path.write_bytes(content)
    return path.open("rb")


@pytest.mark.parametrize(("extension", "make", "fault"), CASES)
def test_refused(cleaned, extension, make, fault):
    content = make()
    started = time.monotonic()

    with pytest.raises(FileRefusal) as refused:
        cleaned(extension, content)

    assert fault == refused.value.fault
    assert time.monotonic() - started < 10, "a trap is seen before it is stepped into"


@pytest.mark.parametrize(
    ("extension", "kind", "kept"),
    [("jpg", "JPEG", FileKind.JPG), ("png", "PNG", FileKind.PNG), ("heic", "HEIF", FileKind.JPG),
     ("jpg", "HEIF", FileKind.JPG)],
)  # fmt: skip
def test_a_photo_says_nothing_but_what_it_shows(cleaned, extension, kind, kept):
    said, content = cleaned(extension, a_photo(kind))

    assert Cleaned(kept, stripped=True) == said
    assert CANARY.encode() not in content
    with Image.open(io.BytesIO(content)) as image:
        assert {} == dict(image.getexif())
        assert kept.value == (image.format or "").lower().replace("jpeg", "jpg")


def test_a_photo_is_turned_as_it_was_held(cleaned):
    _said, content = cleaned("jpg", a_photo())

    with Image.open(io.BytesIO(content)) as image:
        assert (48, 64) == image.size


def test_what_hides_behind_a_photo_is_gone(cleaned):
    said, content = cleaned("jpg", an_image() + zipped({"a.exe": b"MZ"}))

    assert not said.stripped
    assert b"PK\x03\x04" not in content


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGBA", "LA", "I;16", "CMYK"])
def test_an_image_of_any_colours(cleaned, mode):
    out = io.BytesIO()
    Image.new(mode, (20, 10)).save(out, "JPEG" if mode == "CMYK" else "PNG")

    _said, content = cleaned("jpg", out.getvalue())

    with Image.open(io.BytesIO(content)) as image:
        assert (20, 10) == image.size


def test_a_lively_document_is_quietened(cleaned):
    said, content = cleaned("pdf", a_pdf(lively=True, photo=a_photo()))

    assert Cleaned(FileKind.PDF, stripped=True) == said
    with pikepdf.open(io.BytesIO(content)) as pdf:
        everything = "".join(
            repr(thing) + (thing.read_raw_bytes().decode("latin-1") if is_stream(thing) else "")
            for thing in pdf.objects
        )
        assert 1 == len(pdf.pages)
        assert 1 == len(pdf.pages[0].get_images())
    for word in ("JavaScript", "Launch", "OpenAction", "EmbeddedFile", "cmd.exe", CANARY):
        assert word not in everything


def is_stream(thing):
    return isinstance(thing, pikepdf.Stream)


@pytest.mark.parametrize(("kind", "make"), [("docx", a_docx), ("odt", an_odt)])
def test_a_letter_keeps_its_words_and_loses_its_author(cleaned, kind, make):
    said, kept = cleaned(kind, make())

    assert Cleaned(FileKind(kind), stripped=True) == said
    with zipfile.ZipFile(io.BytesIO(kept)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    assert [] == [name for name, part in parts.items() if CANARY.encode() in part]
    assert any("Se dañó el poste".encode() in part for part in parts.values())
    assert ("mimetype" if kind == "odt" else "[Content_Types].xml") == next(iter(parts))


def test_where_ones_own_template_lies_is_forgotten(cleaned):
    path = f"file:///C:\\Users\\{CANARY}\\Normal.dotm"
    letter = a_docx(relations=relation("attachedTemplate", path, outside=True))

    _said, content = cleaned("docx", letter)

    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        assert b"Users" not in packed.read("word/_rels/document.xml.rels")


def test_a_link_that_a_person_presses_stays(cleaned):
    letter = a_docx(relations=relation("hyperlink", "https://example.test/", outside=True))

    assert FileKind.DOCX == cleaned("docx", letter)[0].kind


@pytest.mark.parametrize(
    ("extension", "content"),
    [("pdf", a_pdf(lively=True)), ("docx", a_docx()), ("odt", an_odt()), ("jpg", a_photo())],
)
def test_the_same_file_twice_is_the_same_file(cleaned, extension, content):
    assert cleaned(extension, content)[1] == cleaned(extension, content)[1]


def test_the_child_knows_no_secret(cleaned, monkeypatch):
    """It inherits nothing: with our keys in the environment it would start all the same."""
    monkeypatch.setenv("PYTHONPATH", "/nonexistent")
    monkeypatch.setenv("PYTHONSTARTUP", "/nonexistent")

    assert FileKind.JPG == cleaned("jpg", an_image())[0].kind
