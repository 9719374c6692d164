"""The child: limits itself, opens the file on standard input, writes the cleaned copy, says so.

Called with the extension and the number of the file to write to.
"""

import json
import os
import resource
import sys
from collections.abc import Mapping
from typing import BinaryIO, Final

from pqrs.office.attachments import FileFault, FileKind, FileRefusal
from pqrs.outside.cleaning.kinds import Family, family_of

CPU_SECONDS: Final = 30
MEMORY_BYTES: Final = 1_500_000_000
OUTPUT_BYTES: Final = 64_000_000


def limit() -> None:
    """Before the first byte is looked at."""
    for what, most in (
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_AS, MEMORY_BYTES),
        (resource.RLIMIT_FSIZE, OUTPUT_BYTES),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, 64),
    ):
        resource.setrlimit(what, (most, most))


def main(extension: str, number: int) -> None:
    """One file; what any library may raise at it means that it cannot be read."""
    limit()
    try:
        with os.fdopen(number, "wb") as out:
            kind, stripped = clean_one(sys.stdin.buffer, extension, out)
        answer: Mapping[str, object] = {"kind": kind, "stripped": stripped}
    except FileRefusal as refusal:
        answer = {"fault": refusal.fault}
    except Exception:  # noqa: BLE001  a parser at work on hostile bytes
        answer = {"fault": FileFault.UNREADABLE}
    sys.stdout.write(json.dumps(answer))


def clean_one(raw: BinaryIO, extension: str, out: BinaryIO) -> tuple[FileKind, bool]:
    """Its kind, by content and name together, and whether anything was stripped."""
    family = family_of(raw, extension)
    raw.seek(0)
    if family is Family.IMAGE:
        from pqrs.outside.cleaning.image import clean_image  # noqa: PLC0415  one library a file

        return clean_image(raw, out)
    if family is Family.PDF:
        from pqrs.outside.cleaning.pdf import clean_pdf  # noqa: PLC0415

        return FileKind.PDF, clean_pdf(raw, out)
    from pqrs.outside.cleaning.package import clean_package  # noqa: PLC0415

    return FileKind(extension), clean_package(raw, out, FileKind(extension))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
