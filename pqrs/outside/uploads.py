"""A file from a person: received, scanned, cleaned and kept, before anything is written of it."""

from typing import BinaryIO, Final

from pqrs.office.attachments import (
    AttachedFile,
    FileKind,
    FileRefusal,
    FileStatus,
    extension_of,
    shown_name,
)
from pqrs.outside.antivirus import Antivirus, Verdict
from pqrs.outside.cleaning.parent import Cleaned, clean
from pqrs.outside.files import FileStore

STATUS: Final = {
    Verdict.CLEAN: FileStatus.CLEAN,
    Verdict.INFECTED: FileStatus.HELD,
    Verdict.SILENT: FileStatus.WAITING,
}
SAME_AS: Final = {"jpeg": FileKind.JPG, "heic": FileKind.JPG, "heif": FileKind.JPG}


def take_in(
    store: FileStore, antivirus: Antivirus | None, stream: BinaryIO, typed_name: str
) -> AttachedFile:
    """What is kept of the file, already on the disk. Raises `FileRefusal`.

    What the antivirus finds something in is held, even when it could not be cleaned: for whoever
    looks after the system to see, and for nobody else.
    """
    extension = extension_of(typed_name)
    with store.received(stream) as raw, store.fresh() as target:
        verdict = antivirus.scan(raw) if antivirus else None
        try:
            cleaned = clean(raw, extension, target)
        except FileRefusal:
            if verdict is not Verdict.INFECTED:
                raise
            raw.seek(0)
            target.write_bytes(raw.read())
            cleaned = Cleaned(SAME_AS.get(extension) or FileKind(extension), stripped=False)
        kept = store.keep(target)
    return AttachedFile(
        name=shown_name(typed_name, cleaned.kind),
        kind=cleaned.kind,
        size=kept.size,
        sha256=kept.sha256,
        status=STATUS[verdict] if verdict else FileStatus.UNCHECKED,
        stripped=cleaned.stripped,
    )
