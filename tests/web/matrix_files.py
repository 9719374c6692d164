"""The rows about files of the matrix of bad input: what is sent, and what comes of it.

Each row has the number it has in the matrix; `tests/web/test_matrix_files.py` sends it.
"""

import io
import os
import struct
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import pikepdf

from tests.samples import (
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

M5 = "El archivo debe ser PDF, JPG, PNG, HEIC, DOCX u ODT."
M6 = (
    "El archivo debe pesar menos de 10 MB. Puede tomar la foto con menor calidad o dividir el "
    "documento."
)
M7 = "No pudimos leer el archivo. Ábralo en su equipo, guárdelo de nuevo y súbalo otra vez."
M8 = "Tuvimos un problema. No perdimos lo que escribió."
EMPTY = "El archivo está vacío."
TOO_MANY = "Puede adjuntar máximo 5 archivos."
TOO_MUCH = "Los archivos juntos deben pesar menos de 25 MB."
PIXELS = "La imagen es demasiado grande. Tómela con menor resolución."
MACROS = "El documento tiene macros. Guárdelo como PDF y súbalo otra vez."
PASSWORD = "El archivo tiene contraseña. Quítela y súbalo otra vez."
STRIPPED_PHOTO = "Quitamos de la foto la ubicación y los datos del equipo."
STRIPPED_PAPER = "Quitamos del documento el autor y otros datos ocultos."
IN_REVIEW = "En revisión de seguridad"
LAUGHS = '<!DOCTYPE l [<!ENTITY a "ja"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><x>&b;&b;</x>'
OUTSIDE = '<!DOCTYPE l SYSTEM "file:///etc/passwd"><x/>'
MP4 = b"\0\0\0\x20ftypmp42\0\0\0\0mp42isomavc1\0\0\0\x08free" + bytes(4000)
OPUS = b"OggS\0\x02" + bytes(20) + b"\x01\x13OpusHead\x01\x01" + bytes(4000)


@dataclass(frozen=True)
class Row:
    """`said`: words of the answer. `taken`: it becomes a file of the draft, under `kept_as`.

    `gone`: bytes that may not be in what is kept.
    """

    number: str
    name: str
    make: Callable[[], bytes]
    said: str = ""
    taken: bool = False
    kept_as: str = ""
    gone: tuple[bytes, ...] = ()


def a_program() -> bytes:
    """The header of a Windows program, as a compiler writes it."""
    head = bytearray(0x200)
    head[:2], head[0x3C:0x40] = b"MZ", (0x80).to_bytes(4, "little")
    head[0x80:0x86] = b"PE\0\0\x4c\x01"
    return bytes(head) + b"This program cannot be run in DOS mode." + bytes(4000)


def noise_pdf(size: int) -> bytes:
    """A page with a picture that no packing makes smaller."""
    side = int(size**0.5)
    pdf, out = pikepdf.new(), io.BytesIO()
    picture = pikepdf.Stream(pdf, os.urandom(side * side))
    for key, value in {"Width": side, "Height": side, "BitsPerComponent": 8}.items():
        picture[f"/{key}"] = value
    picture.Type, picture.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    picture.ColorSpace = pikepdf.Name.DeviceGray
    pdf.add_blank_page().Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(F=picture))
    pdf.save(out)
    return out.getvalue()


def bomb_in_bomb() -> bytes:
    """As 42.zip: packages in a package, each with megabytes of nothing."""
    return zipped({f"{n}.zip": zipped({"b": bytes(5_000_000)}) for n in range(4)})


def liar() -> bytes:
    """A package that says of an entry, in both places, that it is small; it is five megabytes."""
    true, told = struct.pack("<I", 5_000_000), struct.pack("<I", 90_000)
    packed = a_docx(more={"word/zzz.xml": bytes(5_000_000)})
    assert 2 == packed.count(true)
    return packed.replace(true, told)


def outside(kind: str) -> bytes:
    return a_docx(relations=relation(kind, "http://x.test/a", outside=True))


ROWS = [
    Row("46", "a.pdf", lambda: b"", EMPTY),
    Row("46 photo", "a.jpg", lambda: b"", EMPTY),
    Row("47 eleven megabytes", "a.pdf", lambda: b"%PDF-1.7" + bytes(11_000_000), M6),
    Row("49 EXE", "a.pdf", a_program, M5),
    Row("49 EXE as a letter", "a.docx", a_program, M5),
    Row("49 EXE as a photo", "a.jpg", a_program, M5),
    Row("50 php", "foto.jpg.php", an_image, M5),
    Row("50 NUL", "foto.php\x00.jpg", an_image, "foto.php.jpg", taken=True, kept_as="foto.php.jpg"),
    Row("50 percent", "foto.php%00.jpg", an_image, taken=True, kept_as="foto.php%00.jpg"),
    Row("50 hidden", ".htaccess", an_image, M5),
    Row("50 device", "con.pdf", a_pdf, taken=True, kept_as="con.pdf"),
    Row("50 lock of Office", "~$x.docx", a_docx, taken=True, kept_as="x.docx"),
    Row("50 long", "n" * 300 + ".jpg", an_image, taken=True, kept_as="n" * 116 + ".jpg"),
    Row("50 turned", "\u202egpj.exe.jpg", an_image, taken=True, kept_as="gpj.exe.jpg"),
    Row("51 up", "../../etc/passwd.jpg", an_image, taken=True, kept_as="passwd.jpg"),
    Row("51 up, no ending", "../../etc/passwd", an_image, M5),
    Row("51 Windows", "C:\\\\x\\\\y.jpg", an_image, taken=True, kept_as="y.jpg"),
    Row("51 root", "/etc/cron.d/z.jpg", an_image, taken=True, kept_as="z.jpg"),
    Row("52", "a.png", lambda: b"<!doctype html><script>alert(1)</script>", M5),
    Row("53", "a.svg", lambda: b'<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', M5),
    Row("53 as PNG", "a.png", lambda: b'<?xml version="1.0"?><svg><script/></svg>', M5),
    Row("54 GIF and JS", "a.png", lambda: b"GIF89a/*" + b" " * 999 + b"*/=alert(1)", M5),
    Row("54 JPG and ZIP", "a.jpg", lambda: an_image() + zipped({"a.exe": b"MZ"}),
        taken=True, gone=(b"PK\x03\x04", b"a.exe")),
    Row("54 JPG and JS", "a.jpg", lambda: an_image(comment=b"*/alert(1)//"),
        taken=True, gone=(b"alert(1)",)),
    Row("54 JPG with nothing behind", "a.jpg", lambda: b"\xff\xd8\xff\xe0" + b"<script>" * 99, M7),
    Row("54 PDF and ZIP", "a.pdf", lambda: a_pdf() + zipped({"a.exe": b"MZ"}),
        taken=True, gone=(b"PK\x03\x04", b"a.exe")),
    Row("54 PDF and HTML", "a.pdf", lambda: a_pdf() + b"<script>alert(1)</script>",
        taken=True, gone=(b"<script>",)),
    Row("55", "a.png", a_bomb, PIXELS),
    Row("56 photo", "a.jpg", lambda: a_photo()[:1500], M7),
    Row("56 PDF", "a.pdf", lambda: a_pdf()[:-200], M7),
    Row("57 a thousand", "a.docx", lambda: a_docx(more={"word/a.xml": bytes(9_000_000)}), M7),
    Row("57 package in package", "a.docx", bomb_in_bomb, M7),
    Row("57 a lie", "a.docx", liar, M7),
    Row("57 a crowd", "a.docx", lambda: zipped({f"{n:x}": "" for n in range(100_000)}), M7),
    Row("58 up", "a.docx", lambda: a_docx(more={"../../a.xml": "x"}), M7),
    Row("58 link", "a.docx", linked_docx, M7),
    Row("59 DOCX", "a.docx", lambda: a_docx(more={"word/vbaProject.bin": b"x"}), MACROS),
    Row("59 ODT", "a.odt", lambda: an_odt(more={"Basic/script-lc.xml": "<x/>"}), MACROS),
    Row("59 template from afar", "a.docx", partial(outside, "attachedTemplate"), MACROS),
    Row("59 DOCM", "a.docm", a_docx, M5),
    Row("60 laughs", "a.docx", lambda: a_docx(more={"word/a.xml": LAUGHS}), M7),
    Row("60 entity from outside", "a.odt", lambda: an_odt(more={"styles.xml": OUTSIDE}), M7),
    Row("61", "a.pdf", partial(a_pdf, lively=True), STRIPPED_PAPER, taken=True,
        gone=(b"JavaScript", b"Launch", b"cmd.exe", b"dentro.exe", b"OpenAction")),
    Row("62 PDF", "a.pdf", partial(a_pdf, password="x"), PASSWORD),
    Row("62 DOCX", "a.docx", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(999)
        + "EncryptedPackage".encode("utf-16-le"), PASSWORD),
    Row("63", "recibo.pdf", lambda: EICAR, IN_REVIEW, taken=True, kept_as="recibo.pdf"),
    Row("64", "a.jpg", a_photo, STRIPPED_PHOTO, taken=True),
    Row("64 PNG", "a.png", partial(a_photo, "PNG"), STRIPPED_PHOTO, taken=True),
    Row("65 HEIC", "IMG 1.HEIC", partial(a_photo, "HEIF"), STRIPPED_PHOTO, taken=True,
        kept_as="IMG 1.jpg"),
    Row("65 MP4", "VID.mp4", lambda: MP4, M5),
    Row("65 MP4 as a photo", "VID.jpg", lambda: MP4, M5),
    Row("65 OPUS", "PTT.opus", lambda: OPUS, M5),
    Row("65 OPUS as PDF", "PTT.pdf", lambda: OPUS, M5),
]  # fmt: skip
