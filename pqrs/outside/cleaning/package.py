"""DOCX and ODT: a ZIP of XML, looked at entry by entry and packed anew."""

import stat
import struct
from collections.abc import Iterator
from typing import BinaryIO, Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from pqrs.office.attachments import FileFault, FileKind, FileRefusal
from pqrs.outside.cleaning import odt, word
from pqrs.outside.cleaning.embedded import without_traces
from pqrs.outside.cleaning.markup import parse, write

MOST_ENTRIES: Final = 2000
MOST_BYTES: Final = 200_000_000
MOST_BYTES_ENTRY: Final = 50_000_000
MOST_RATIO: Final = 100
SMALL: Final = 100_000
"""Bytes unpacked under which a ratio says nothing: a blank picture shrinks a thousand times."""
MOST_DIRECTORY: Final = 1_000_000
END: Final = b"PK\x05\x06"
END_BYTES: Final = 22
LONGEST_COMMENT: Final = 65_535
ENCRYPTED: Final = 1
MOST_BYTES_XML: Final = 20_000_000
XML: Final = (".xml", ".rels", ".rdf")
RULES: Final = {FileKind.DOCX: word, FileKind.ODT: odt}


def clean_package(raw: BinaryIO, out: BinaryIO, kind: FileKind) -> bool:
    """Whether it named its author. Raises `FileRefusal`."""
    refuse_crowd(raw)
    try:
        with ZipFile(raw) as packed:
            entries = checked(packed.infolist())
            return repack(packed, entries, out, kind)
    except (BadZipFile, NotImplementedError) as error:
        raise FileRefusal(FileFault.UNREADABLE) from error


def refuse_crowd(raw: BinaryIO) -> None:
    """A directory of a hundred thousand entries is not even read."""
    size = raw.seek(0, 2)
    raw.seek(max(0, size - END_BYTES - LONGEST_COMMENT))
    tail = raw.read()
    at = tail.rfind(END)
    if at < 0 or len(tail) - at < END_BYTES:
        raise FileRefusal(FileFault.UNREADABLE)
    entries, directory = struct.unpack_from("<HI", tail, at + 10)
    if entries > MOST_ENTRIES or directory > MOST_DIRECTORY:
        raise FileRefusal(FileFault.UNREADABLE)
    raw.seek(0)


def checked(entries: list[ZipInfo]) -> list[ZipInfo]:
    """The entries, none of them a trap."""
    names = [entry.filename for entry in entries]
    whole = sum(entry.file_size for entry in entries)
    if len(names) > MOST_ENTRIES or len(set(names)) < len(names) or whole > MOST_BYTES:
        raise FileRefusal(FileFault.UNREADABLE)
    for entry in entries:
        if entry.flag_bits & ENCRYPTED:
            raise FileRefusal(FileFault.HAS_PASSWORD)
        if is_trap(entry):
            raise FileRefusal(FileFault.UNREADABLE)
    return [entry for entry in entries if not entry.is_dir()]


def is_trap(entry: ZipInfo) -> bool:
    """A path that leads outside, a link, or far more than what was packed."""
    parts = entry.filename.replace("\\", "/").split("/")
    swollen = entry.file_size > max(SMALL, MOST_RATIO * entry.compress_size)
    return (
        ".." in parts
        or parts[0] == ""
        or ":" in entry.filename
        or stat.S_ISLNK(entry.external_attr >> 16)
        or entry.compress_type not in {ZIP_STORED, ZIP_DEFLATED}
        or swollen
        or entry.file_size > MOST_BYTES_ENTRY
    )


def repack(packed: ZipFile, entries: list[ZipInfo], out: BinaryIO, kind: FileKind) -> bool:
    """Each entry cleaned, with no dates, in the order it had."""
    rules = RULES[kind]
    names = {entry.filename for entry in entries}
    rules.refuse_foreign(names, packed.read)
    stripped = False
    with ZipFile(out, "w", ZIP_DEFLATED) as fresh:
        for name, content in cleaned_parts(packed, entries, kind):
            stripped = stripped or (name in rules.ABOUT_AUTHOR)
            fresh.writestr(bare_entry(name), content)
    return stripped


def cleaned_parts(
    packed: ZipFile, entries: list[ZipInfo], kind: FileKind
) -> Iterator[tuple[str, bytes]]:
    """Name and content of every entry that stays."""
    rules = RULES[kind]
    for entry in entries:
        name = entry.filename
        if rules.is_dropped(name):
            continue
        if name.endswith(XML) and entry.file_size > MOST_BYTES_XML:
            raise FileRefusal(FileFault.UNREADABLE)
        content = packed.read(entry)
        if name.endswith(XML):
            tree = parse(content)
            rules.clean_part(name, tree)
            content = write(tree)
        else:
            content = without_traces(content)
        yield name, content


def bare_entry(name: str) -> ZipInfo:
    """The same content always gives the same file; ODT wants its first entry as it is."""
    entry = ZipInfo(name)
    entry.compress_type = ZIP_STORED if name == "mimetype" else ZIP_DEFLATED
    return entry
