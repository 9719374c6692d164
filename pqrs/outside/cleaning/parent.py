"""Have one file checked and cleaned by a child process, and believe only what it says in JSON."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Final

from pqrs.office.attachments import FileFault, FileKind, FileRefusal
from pqrs.settings import ROOT

WALL_SECONDS: Final = 40
CHILD: Final = "pqrs.outside.cleaning.child"


@dataclass(frozen=True)
class Cleaned:
    """What the file is; `stripped` when something that tells on its maker was taken out."""

    kind: FileKind
    stripped: bool


def clean(raw: BinaryIO, extension: str, target: Path) -> Cleaned:
    """Write to `target` what may be kept of `raw`.

    Raises `FileRefusal`. A child that dies or takes too long could not read the file either.
    """
    raw.seek(0)
    with target.open("wb") as out:
        answer = ask_child(raw, extension, out)
    if "fault" in answer:
        raise FileRefusal(FileFault(answer["fault"]))
    return Cleaned(FileKind(answer["kind"]), bool(answer["stripped"]))


def ask_child(raw: BinaryIO, extension: str, out: BinaryIO) -> dict[str, Any]:
    """The child's answer; a fault of its own making when there is none."""
    try:
        done = subprocess.run(  # noqa: S603  our own program; the extension is one of a closed list
            [sys.executable, "-E", "-s", "-m", CHILD, extension, str(out.fileno())],
            stdin=raw,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            pass_fds=[out.fileno()],
            cwd=ROOT,
            env={"PATH": os.defpath},
            timeout=WALL_SECONDS,
            check=True,
            start_new_session=True,
        )
        answer = json.loads(done.stdout)
    except (subprocess.SubprocessError, ValueError):
        return {"fault": FileFault.UNREADABLE}
    return answer if isinstance(answer, dict) else {"fault": FileFault.UNREADABLE}
