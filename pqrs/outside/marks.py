"""Instants that one process leaves for another in the folder of the installation, for `/salud`.

They are no part of what the system promises: one that cannot be written stops nothing.
"""

import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final

WORKER_SEEN: Final = "worker-seen"
"""When `pqrs worker` last went its round."""
RESTORE_PROVEN: Final = "restore-proven"
"""When a copy was last restored, with its own keys, and kept every promise."""
PROVEN_COPY: Final = "restore-proven-copy"
"""When that copy had been made."""


def leave_mark(instance: Path, name: str, at: datetime) -> bool:
    """Write it over the one before; whether it could be."""
    aside = instance / f"{name}.{os.getpid()}"
    try:
        aside.write_text(at.isoformat(), "ascii")
        aside.replace(instance / name)
    except OSError:
        with suppress(OSError):
            aside.unlink(missing_ok=True)
        return False
    return True


def read_mark(instance: Path, name: str) -> datetime | None:
    """None where there is none, or none that can be read; one without its zone is no instant."""
    try:
        found = datetime.fromisoformat((instance / name).read_text("ascii"))
    except (OSError, ValueError):
        return None
    return found if found.tzinfo else None
