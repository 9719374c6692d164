"""What a file is by its first bytes, held against what its name says it is."""

from enum import Enum, auto
from typing import BinaryIO, Final

import filetype

from pqrs.office.attachments import FileFault, FileRefusal

HEAD: Final = 8192
COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_PACKAGE: Final = "EncryptedPackage".encode("utf-16-le")


class Family(Enum):
    """Kinds that are opened alike."""

    IMAGE = auto()
    PDF = auto()
    PACKAGE = auto()


BY_EXTENSION: Final = {
    "pdf": Family.PDF,
    "docx": Family.PACKAGE,
    "odt": Family.PACKAGE,
    **dict.fromkeys(("jpg", "jpeg", "png", "heic", "heif"), Family.IMAGE),
}
BY_CONTENT: Final = {
    "pdf": Family.PDF,
    "zip": Family.PACKAGE,
    "docx": Family.PACKAGE,
    "odt": Family.PACKAGE,
    **dict.fromkeys(("jpg", "png", "heic"), Family.IMAGE),
}
"""By what `filetype` calls it. Of images any will do: telephones give a HEIC the name of a JPG."""


def family_of(raw: BinaryIO, extension: str) -> Family:
    """The family that name and content agree on. Raises `FileRefusal`."""
    head = raw.read(HEAD)
    if head.startswith(COMPOUND) and ENCRYPTED_PACKAGE in head + raw.read():
        raise FileRefusal(FileFault.HAS_PASSWORD)
    guessed = filetype.guess(head)
    family = BY_CONTENT.get(guessed.extension if guessed else "")
    if family is None or family is not BY_EXTENSION[extension]:
        raise FileRefusal(FileFault.WRONG_KIND)
    return family
