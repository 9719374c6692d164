"""PDF: written anew without scripts, without files inside, and without who made it."""

from collections.abc import Iterator
from contextlib import suppress
from typing import Any, BinaryIO, Final

import pikepdf
from pikepdf.sanitize import Sanitizer

from pqrs.office.attachments import FileFault, FileRefusal
from pqrs.outside.cleaning.embedded import without_traces

MOST_OBJECTS: Final = 200_000
MOST_PAGES: Final = 2000
ACTIVE: Final = ("/OpenAction", "/AA", "/Requirements", "/URI", "/Metadata", "/PieceInfo")
REFUSED_KEYS: Final = ("/JS", "/EF", "/RichMediaContent", "/XFA")
REFUSED_ACTIONS: Final = ("/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/GoToE")
NAMES_WHO: Final = ("/T", "/M", "/CreationDate", "/NM")
"""Of a remark on a page; in a form's field `/T` is the name of the field, and stays."""


def clean_pdf(raw: BinaryIO, out: BinaryIO) -> bool:
    """Whether it named its maker. Raises `FileRefusal`; a damaged file is not repaired."""
    try:
        pdf = pikepdf.open(raw, attempt_recovery=False, suppress_warnings=True)
    except pikepdf.PasswordError as error:
        raise FileRefusal(FileFault.HAS_PASSWORD) from error
    with pdf:
        if pdf.is_encrypted:
            raise FileRefusal(FileFault.HAS_PASSWORD)
        if len(pdf.objects) > MOST_OBJECTS or not 0 < len(pdf.pages) <= MOST_PAGES:
            raise FileRefusal(FileFault.UNREADABLE)
        stripped = bool(pdf.trailer.get("/Info")) or "/Metadata" in pdf.Root
        deactivate(pdf)
        forget_maker(pdf)
        refuse_what_is_left(pdf)
        pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return stripped


def deactivate(pdf: pikepdf.Pdf) -> None:
    """Nothing happens by opening it, and nothing is carried inside it."""
    cleaner = Sanitizer().remove_javascript().remove_external_access().remove_attachments()
    cleaner = cleaner.remove_multimedia().remove_private_app_data().remove_collection()
    cleaner = cleaner.remove_search_index().remove_thumbnails().remove_web_capture()
    cleaner.apply(pdf)
    for key in ACTIVE:
        drop(pdf.Root, key)
    form = pdf.Root.get("/AcroForm")
    if isinstance(form, pikepdf.Dictionary):
        drop(form, "/XFA")


def forget_maker(pdf: pikepdf.Pdf) -> None:
    """Information, XMP, names on remarks, and what cameras write into photos."""
    for key in ("/Info", "/ID"):
        drop(pdf.trailer, key)
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Stream):
            drop(thing, "/Metadata")
            clean_photo(thing)
        elif isinstance(thing, pikepdf.Dictionary):
            drop(thing, "/Metadata")
    for page in pdf.pages:
        for key in ("/AA", "/Metadata", "/LastModified"):
            drop(page.obj, key)
        for remark in page.obj.get("/Annots", []):
            forget_writer(remark)


def forget_writer(remark: Any) -> None:  # noqa: ANN401  whatever the file has in that place
    """A remark stays, its writer does not."""
    if isinstance(remark, pikepdf.Dictionary) and remark.get("/Subtype") != "/Widget":
        for key in NAMES_WHO:
            drop(remark, key)


def clean_photo(stream: pikepdf.Stream) -> None:
    """A JPG as a camera made it, put whole into the document."""
    filters = stream.get("/Filter")
    names = list(filters) if isinstance(filters, pikepdf.Array) else [filters]
    if names != [pikepdf.Name.DCTDecode]:
        return
    raw = stream.read_raw_bytes()
    with suppress(ValueError):  # no camera's JPG; readers will not show it either
        slim = without_traces(raw)
        if slim != raw:
            parameters = stream.get("/DecodeParms")
            stream.write(slim, filter=pikepdf.Name.DCTDecode)
            if parameters is not None:
                stream["/DecodeParms"] = parameters


def refuse_what_is_left(pdf: pikepdf.Pdf) -> None:
    """What could not be taken out is a reason not to take the file."""
    for thing in dictionaries(pdf):
        if any(key in thing for key in REFUSED_KEYS) or thing.get("/S") in REFUSED_ACTIONS:
            raise FileRefusal(FileFault.UNREADABLE)


def dictionaries(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Every dictionary that can still be reached, however deep; each indirect one once."""
    seen: set[tuple[int, int]] = set()
    waiting: list[Any] = [pdf.trailer]
    while waiting:
        thing = waiting.pop()
        if isinstance(thing, pikepdf.Object) and thing.is_indirect:
            if thing.objgen in seen:
                continue
            seen.add(thing.objgen)
        if isinstance(thing, pikepdf.Array):
            waiting.extend(thing)
        elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
            yield thing
            waiting.extend(thing[key] for key in thing.keys())  # noqa: SIM118  it is no dict


def drop(thing: pikepdf.Object, key: str) -> None:
    """Delete a key that may not be there."""
    if key in thing:
        del thing[key]
