"""What the router learnt, kept in a file: read when it is of this pack, made anew when not.

The file is ours alone: arrays and one line of JSON, never code. Losing it loses nothing but the few
seconds that learning takes.
"""

import os
import tempfile
from pathlib import Path

from pqrs.office import Pack
from pqrs.office.training import Trained, digest, train, trained_from_bytes
from pqrs.office.weights import UnreadableWeightsError

FILE = "router.weights"
PREVIOUS = "router.previous.weights"
"""What was in force before, so that going back takes no time."""
_learnt: dict[str, Trained] = {}
"""By digest: a process that builds the application twice learns once."""


def trained_for(pack: Pack, folder: Path) -> Trained:
    """What was learnt from this pack: from memory, from a file in `folder`, or learnt now."""
    wanted = digest(pack)
    if wanted not in _learnt:
        kept = (read_weights(folder / name, wanted) for name in (FILE, PREVIOUS))
        _learnt[wanted] = next(filter(None, kept), None) or train(pack)
    return _learnt[wanted]


def keep_weights(pack: Pack, folder: Path) -> bool:
    """Have a file of this pack in `folder`; whether it had to be made. What `pqrs init` does.

    The file that was there is kept beside it.
    """
    wanted = digest(pack)
    if read_weights(folder / FILE, wanted) is not None:
        return False
    learnt = trained_for(pack, folder).to_bytes(wanted)
    if (folder / FILE).exists():
        write_weights(folder / PREVIOUS, (folder / FILE).read_bytes())
    write_weights(folder / FILE, learnt)
    return True


def read_weights(path: Path, wanted: str) -> Trained | None:
    """None when there is no file, or it is broken, or of another pack or version."""
    try:
        return trained_from_bytes(path.read_bytes(), wanted)
    except (OSError, UnreadableWeightsError):
        return None


def write_weights(path: Path, data: bytes) -> None:
    """Whole or not at all: two processes may do it at once."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
