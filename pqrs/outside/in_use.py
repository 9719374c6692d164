"""Who is at work on an installation: what would pull the floor from under others asks first.

Locks of the operating system on files in the folder of attached files, which all processes of an
installation share: they end with the process, however it dies.
"""

import fcntl
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Final

AT_WORK: Final = "at-work"
COPYING: Final = "copying"
SHELF: Final = ".lock"


class InUseError(Exception):
    """Somebody is at work there."""


@contextmanager
def at_work(files: Path) -> Iterator[None]:
    """As long as the block lasts, nobody restores over it. A full disk stops no server for this."""
    with ExitStack() as stack:
        with suppress(OSError):
            stack.enter_context(locked(files / AT_WORK, fcntl.LOCK_SH))
        yield


@contextmanager
def alone(files: Path) -> Iterator[None]:
    """Nobody serves, works or copies. Raises `InUseError`."""
    with locked(files / AT_WORK, fcntl.LOCK_EX | fcntl.LOCK_NB):
        yield


@contextmanager
def copying(files: Path) -> Iterator[None]:
    """As long as the block lasts, no attached file goes away."""
    with locked(files / COPYING, fcntl.LOCK_SH):
        yield


@contextmanager
def only_copier(shelf: Path) -> Iterator[None]:
    """Nobody else makes a copy there. Raises `InUseError`."""
    with locked(shelf / SHELF, fcntl.LOCK_EX | fcntl.LOCK_NB):
        yield


@contextmanager
def while_nobody_copies(files: Path) -> Iterator[None]:
    """Files may go away. Raises `InUseError`."""
    with locked(files / COPYING, fcntl.LOCK_EX | fcntl.LOCK_NB):
        yield


@contextmanager
def locked(path: Path, how: int) -> Iterator[None]:
    """Raises `InUseError` where it may not wait."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab") as file:
        try:
            fcntl.flock(file, how)
        except BlockingIOError as error:
            raise InUseError(path) from error
        yield
