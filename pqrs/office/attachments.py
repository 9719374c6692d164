"""What this entity takes as an attached file: kinds, sizes, how many, and why one is refused.

What a file really holds is found out in `outside/cleaning`; here stands only what follows from it.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Any, Final

MOST_FILES: Final = 5
MOST_BYTES: Final = 10_000_000
MOST_BYTES_TOGETHER: Final = 25_000_000
NAME_LENGTH: Final = 120


class FileKind(StrEnum):
    """What is kept; a HEIC photo is kept as JPG."""

    PDF = "pdf"
    JPG = "jpg"
    PNG = "png"
    DOCX = "docx"
    ODT = "odt"


MEDIA_TYPES: Final = {
    FileKind.PDF: "application/pdf",
    FileKind.JPG: "image/jpeg",
    FileKind.PNG: "image/png",
    FileKind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    FileKind.ODT: "application/vnd.oasis.opendocument.text",
}
IMAGES: Final = {FileKind.JPG, FileKind.PNG}
EXTENSIONS: Final = ("pdf", "jpg", "jpeg", "png", "heic", "heif", "docx", "odt")


class FileStatus(StrEnum):
    """What the antivirus said. Nobody is shown a file that waits or is held."""

    CLEAN = "clean"
    UNCHECKED = "unchecked"
    WAITING = "waiting"
    HELD = "held"

    @property
    def may_be_read(self) -> bool:
        """Without an antivirus at all, what was made anew by our own hand may be read."""
        return self in {FileStatus.CLEAN, FileStatus.UNCHECKED}


class FileFault(StrEnum):
    """Why a file is not taken."""

    NOTHING = "nothing"
    EMPTY = "empty"
    WRONG_KIND = "wrong_kind"
    TOO_LARGE = "too_large"
    UNREADABLE = "unreadable"
    TOO_MANY_PIXELS = "too_many_pixels"
    HAS_MACROS = "has_macros"
    HAS_PASSWORD = "has_password"  # noqa: S105  the name of a fault
    TOO_MANY = "too_many"
    TOO_MUCH = "too_much"
    REPEATED = "repeated"
    NO_ROOM = "no_room"


class FileRefusal(Exception):  # noqa: N818  a refusal, like the law's own
    """A file is not taken; the petition is, without it."""

    def __init__(self, fault: FileFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


@dataclass(frozen=True)
class AttachedFile:
    """A file that is kept. `size` in bytes and `sha256` are of what is kept, not of what came.

    `stripped`: something that says who, where or with what it was made was taken out of it.
    """

    name: str
    kind: FileKind
    size: int
    sha256: str
    status: FileStatus
    stripped: bool = False

    def to_plain(self) -> dict[str, Any]:
        """For a draft: JSON scalars."""
        return {one.name: getattr(self, one.name) for one in fields(self)}

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> "AttachedFile":
        """The file that `to_plain` wrote."""
        kind, status = FileKind(plain["kind"]), FileStatus(plain["status"])
        return cls(**{**plain, "kind": kind, "status": status})


def nameless(typed: str) -> str:
    """Only the ending of a name: what a person calls a file may tell on them."""
    return f"archivo.{base_name(typed).rpartition('.')[2]}"


def extension_of(typed: str) -> str:
    """The last ending of a name, in small letters, when it is one that is taken.

    Raises `FileRefusal`.
    """
    ending = base_name(typed).rpartition(".")[2].lower()
    if ending not in EXTENSIONS:
        raise FileRefusal(FileFault.WRONG_KIND)
    return ending


def shown_name(typed: str, kind: FileKind) -> str:
    """The name to show: no folders, nothing invisible, no longer than fits, its true ending."""
    stem = base_name(typed).rpartition(".")[0].strip(" .~$") or "archivo"
    ending = f".{kind.value}"
    return stem[: NAME_LENGTH - len(ending)].rstrip() + ending


def base_name(typed: str) -> str:
    """The name without the folders of any system and without what is not seen (NFC)."""
    name = PurePosixPath(typed.replace("\\", "/")).name
    return "".join(
        letter
        for letter in unicodedata.normalize("NFC", name)
        if unicodedata.category(letter) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}
    ).strip()


def refuse_more(files: Sequence[AttachedFile]) -> None:
    """Whether there is room for one more file. Raises `FileRefusal`."""
    if len(files) >= MOST_FILES:
        raise FileRefusal(FileFault.TOO_MANY)


def with_file(files: Sequence[AttachedFile], new: AttachedFile) -> tuple[AttachedFile, ...]:
    """`files` and one more. Raises `FileRefusal`."""
    refuse_more(files)
    if any(new.sha256 == each.sha256 for each in files):
        raise FileRefusal(FileFault.REPEATED)
    if sum(each.size for each in files) + new.size > MOST_BYTES_TOGETHER:
        raise FileRefusal(FileFault.TOO_MUCH)
    return (*files, new)
