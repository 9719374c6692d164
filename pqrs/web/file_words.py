"""Attached files in words: how large, what was done to them, and why one was not taken."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from pqrs.office.attachments import IMAGES, AttachedFile, FileFault, FileStatus
from pqrs.web.filters import number

FAULTS: Final = {
    FileFault.NOTHING: _l("Elija un archivo, o siga sin adjuntar."),
    FileFault.EMPTY: _l("El archivo está vacío."),
    FileFault.WRONG_KIND: _l("El archivo debe ser PDF, JPG, PNG, HEIC, DOCX u ODT."),
    FileFault.TOO_LARGE: _l(
        "El archivo debe pesar menos de 10 MB. Puede tomar la foto con menor calidad o dividir "
        "el documento."
    ),
    FileFault.UNREADABLE: _l(
        "No pudimos leer el archivo. Ábralo en su equipo, guárdelo de nuevo y súbalo otra vez."
    ),
    FileFault.TOO_MANY_PIXELS: _l("La imagen es demasiado grande. Tómela con menor resolución."),
    FileFault.HAS_MACROS: _l("El documento tiene macros. Guárdelo como PDF y súbalo otra vez."),
    FileFault.HAS_PASSWORD: _l("El archivo tiene contraseña. Quítela y súbalo otra vez."),
    FileFault.TOO_MANY: _l("Puede adjuntar máximo 5 archivos."),
    FileFault.TOO_MUCH: _l(
        "Los archivos juntos deben pesar menos de 25 MB. Quite uno o reduzca las fotos."
    ),
    FileFault.REPEATED: _l("Ya adjuntó este archivo."),
    FileFault.NO_ROOM: _l(
        "Ahora no podemos recibir archivos. Puede radicar sin ellos y traerlos después."
    ),
}
MEGABYTE: Final = 1_000_000
KILOBYTE: Final = 1000


@dataclass(frozen=True)
class ShownFile:
    """A file in a list. `url` is "" where it cannot be opened; `note` says what was taken out."""

    name: str
    size: str
    sha256: str
    note: str
    label: str
    is_held: bool
    url: str


def show_files(
    files: tuple[AttachedFile, ...], url_of: Callable[[int], str] | None = None
) -> tuple[ShownFile, ...]:
    """In their order; `url_of` gives the address of the one at a place, counted from 1."""
    return tuple(
        ShownFile(
            name=file.name,
            size=size_of(file.size),
            sha256=file.sha256,
            note=note_of(file),
            label=label_of(file),
            is_held=not file.status.may_be_read,
            url=url_of(place) if url_of and file.status.may_be_read else "",
        )
        for place, file in enumerate(files, start=1)
    )


def held_among(files: tuple[AttachedFile, ...]) -> int:
    """How many wait for somebody or something to look at them."""
    return sum(not file.status.may_be_read for file in files)


def size_of(size: int) -> str:
    """As telephones say it: 1,2 MB, 340 kB."""
    if size >= MEGABYTE:
        return f"{number(size / MEGABYTE, 1)} MB"
    return f"{number(max(1, round(size / KILOBYTE)))} kB"


def note_of(file: AttachedFile) -> str:
    """What was taken out of it; "" when there was nothing."""
    if not file.stripped:
        return ""
    if file.kind in IMAGES:
        return str(_("Quitamos de la foto la ubicación y los datos del equipo."))
    return str(_("Quitamos del documento el autor y otros datos ocultos."))


def label_of(file: AttachedFile) -> str:
    """What the antivirus said, where it matters."""
    if not file.status.may_be_read:
        return str(_("En revisión de seguridad"))
    return str(_("No revisado por antivirus")) if file.status is FileStatus.UNCHECKED else ""
