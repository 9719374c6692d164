"""Files as people and their ill-wishers send them, made here: nobody's own is in the tests."""

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Mapping

import pikepdf
import pillow_heif
from PIL import Image

CANARY = "Canario Delator"
"""Where a file says who made it; must be found nowhere afterwards."""
MAKER, ORIENTATION, GPS = 0x010F, 0x0112, 0x8825
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + rb"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
"""In two pieces, so that no scanner takes this file for what it makes."""
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODF = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = (
    f'xmlns:office="{ODF}:office:1.0" xmlns:text="{ODF}:text:1.0" xmlns:m="{ODF}:manifest:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink" '
    f'xmlns:draw="{ODF}:drawing:1.0"'
)
ODT_TYPE = "application/vnd.oasis.opendocument.text"


def telling() -> Image.Exif:
    """What a telephone writes into a photo: maker, place, and that it was held upright."""
    exif = Image.Exif()
    exif[MAKER] = CANARY
    exif[ORIENTATION] = 6
    exif.get_ifd(GPS)[1] = "N"
    return exif


def an_image(width: int = 64, height: int = 48, kind: str = "JPEG", **options: object) -> bytes:
    """Noise, so that it does not shrink to nothing."""
    if kind == "HEIF":
        pillow_heif.register_heif_opener()
    out = io.BytesIO()
    noise = Image.effect_noise((width, height), 50).convert("RGB")
    noise.save(out, kind, **options)
    return out.getvalue()


def a_photo(kind: str = "JPEG") -> bytes:
    """With everything a camera says."""
    return an_image(kind=kind, exif=telling())


def a_bomb() -> bytes:
    """A PNG whose header asks for 50 000 by 50 000 points."""
    header = struct.pack(">IIBBBBB", 50_000, 50_000, 1, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in chunks
    )


def a_pdf(*, password: str = "", lively: bool = False, photo: bytes = b"") -> bytes:
    """A page; `lively` runs a script, starts a program and carries a file inside."""
    pdf, out = pikepdf.new(), io.BytesIO()
    page = pdf.add_blank_page()
    pdf.docinfo["/Author"] = CANARY
    remark = pikepdf.Dictionary(Subtype=pikepdf.Name.Text, T=CANARY, Rect=[0, 0, 9, 9])
    page.obj.Annots = pikepdf.Array([remark])
    if photo:
        picture = pikepdf.Stream(pdf, photo, Filter=name("DCTDecode"), Subtype=name("Image"))
        page.Resources.XObject = pikepdf.Dictionary(F=picture)
    if lively:
        script = pikepdf.Dictionary(S=name("JavaScript"), JS="app.alert(1)")
        start = pikepdf.Dictionary(S=name("Launch"), F="cmd.exe")
        pdf.Root.OpenAction = pdf.make_indirect(script)
        page.obj.AA = pdf.make_indirect(pikepdf.Dictionary(O=start))
        pdf.attachments["dentro.exe"] = b"MZ"
    secret = pikepdf.Encryption(user=password, owner="otra") if password else False
    pdf.save(out, encryption=secret, compress_streams=False)
    return out.getvalue()


def name(text: str) -> pikepdf.Name:
    return pikepdf.Name(f"/{text}")


def zipped(entries: Mapping[str, bytes | str], *, first: str = "") -> bytes:
    """`first` goes in as it is, before the others."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        if first:
            packed.writestr("mimetype", first, zipfile.ZIP_STORED)
        for path, content in entries.items():
            packed.writestr(path, content)
    return out.getvalue()


def relation(kind: str, target: str, *, outside: bool = False) -> str:
    mode = ' TargetMode="External"' if outside else ""
    return f'<Relationship Id="r{len(target)}" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'


def a_docx(
    body: str = "", relations: str = "", more: Mapping[str, bytes | str] | None = None
) -> bytes:
    """A letter with its author in five places. `more` adds entries or takes the place of one."""
    word = f'xmlns:w="{WORD}"'
    change = f"""<w:ins w:id="1" w:author="{CANARY}" w:date="2026-01-01T00:00:00Z">
        <w:r w:rsidR="0A"><w:t>Se dañó el poste</w:t></w:r></w:ins>"""
    entries: dict[str, bytes | str] = {
        "[Content_Types].xml": f"""<Types xmlns="{PACKAGE}/content-types">
            <Default Extension="xml" ContentType="application/xml"/>
            <Override PartName="/word/document.xml" ContentType="{WORD_TYPE}.main+xml"/>
            </Types>""",
        "_rels/.rels": related(relation("officeDocument", "word/document.xml")),
        "docProps/core.xml": f"<core><creator>{CANARY}</creator></core>",
        "docProps/app.xml": f"<Properties><Company>{CANARY}</Company></Properties>",
        "docProps/custom.xml": f"<Properties>{CANARY}</Properties>",
        "word/document.xml": f"""<w:document {word}><w:body><w:p>{change}{body}</w:p></w:body>
            </w:document>""",
        "word/people.xml": f"""<w:people {word}><w:person w:author="{CANARY}">
            <w:presenceInfo w:userId="{CANARY}"/></w:person></w:people>""",
        "word/_rels/document.xml.rels": related(relations),
        "word/media/image1.jpeg": a_photo(),
        **(more or {}),
    }
    return zipped(entries)


def related(relations: str) -> str:
    return f'<Relationships xmlns="{PACKAGE}/relationships">{relations}</Relationships>'


def an_odt(
    body: str = "", more: Mapping[str, bytes | str] | None = None, manifest: str = ""
) -> bytes:
    """A letter with its author in three places."""
    remark = f"""<office:annotation><dc:creator>{CANARY}</dc:creator><dc:date>2026</dc:date>
        <text:p>Ojo</text:p></office:annotation>"""
    entries: dict[str, bytes | str] = {
        "META-INF/manifest.xml": f"""<m:manifest {SPACES}>
            <m:file-entry m:full-path="content.xml"/>
            <m:file-entry m:full-path="settings.xml"/>{manifest}</m:manifest>""",
        "content.xml": f"""<office:document-content {SPACES}><office:scripts/><office:body>
            <text:p>Se dañó el poste{remark}</text:p>{body}</office:body>
            </office:document-content>""",
        "meta.xml": f"""<office:document-meta {SPACES}><office:meta>
            <dc:creator>{CANARY}</dc:creator></office:meta></office:document-meta>""",
        "settings.xml": f"<x>{CANARY}</x>",
        "Thumbnails/thumbnail.png": an_image(kind="PNG"),
        **(more or {}),
    }
    return zipped(entries, first=ODT_TYPE)


def linked_docx() -> bytes:
    """With an entry that is a link to elsewhere."""
    out = io.BytesIO(a_docx())
    with zipfile.ZipFile(out, "a") as packed:
        entry = zipfile.ZipInfo("word/media/passwd.xml")
        entry.external_attr = (stat.S_IFLNK | 0o777) << 16
        packed.writestr(entry, "/etc/passwd")
    return out.getvalue()
