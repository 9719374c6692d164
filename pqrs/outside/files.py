"""Files that people attach: each kept once, under the SHA-256 of its bytes, in a folder.

A file is on the disk, under its name, before the transaction that makes its row begins: a crash
leaves at worst a file without a row, which `sweep` takes away days later.
"""

import errno
import fcntl
import hashlib
import os
import re
import secrets
import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO, Final

from pqrs.office.attachments import MOST_BYTES, FileFault, FileRefusal
from pqrs.outside.in_use import InUseError, while_nobody_copies

CHUNK: Final = 64 * 1024
ROOM_BYTES: Final = 2_000_000_000
ROOM_PART: Final = 10
"""Free space under which nothing more is taken: two gigabytes, or a tenth of a smaller disk."""
GRACE: Final = timedelta(hours=96)
"""A file without a row stays longer than a draft lives and than a backup takes."""
UNFINISHED: Final = timedelta(hours=1)
FULL: Final = {errno.ENOSPC, errno.EDQUOT}
HASH: Final = re.compile(r"[0-9a-f]{64}")


class DamagedFileError(Exception):
    """A file that a row speaks of is gone or is not what it was."""


@dataclass(frozen=True)
class Kept:
    """What is on the disk: its hash and its size in bytes."""

    sha256: str
    size: int


class FileStore:
    """The folder `root`; several processes may use it at once. Made with the first file."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.unfinished = root / "tmp"
        self.blobs = root / "blobs"

    @contextmanager
    def received(self, stream: BinaryIO, limit: int = MOST_BYTES) -> Iterator[BinaryIO]:
        """What arrives, in a file without a name, so that nothing of it can stay behind.

        Raises `FileRefusal` when it is empty, over `limit` bytes, or finds no room.
        """
        with told_about_room():
            self.ensure_room()
            with TemporaryFile(dir=self.unfinished) as raw:
                if copy(stream, raw, limit) == 0:
                    raise FileRefusal(FileFault.EMPTY)
                raw.seek(0)
                yield raw

    @contextmanager
    def fresh(self) -> Iterator[Path]:
        """A name to write to, on the same disk; what is still there at the end is removed."""
        path = self.unfinished / secrets.token_hex(16)
        try:
            yield path
        finally:
            path.unlink(missing_ok=True)

    def keep(self, path: Path) -> Kept:
        """Give the whole file its lasting name; when this returns, the disk has both."""
        with told_about_room():
            with path.open("rb") as file:
                kept = Kept(hashlib.file_digest(file, "sha256").hexdigest(), path.stat().st_size)
                os.fsync(file.fileno())
            final = self.path_of(kept.sha256)
            with self.locked():
                make_folder(final.parent)
                path.rename(final)
                sync_folder(final.parent)
        return kept

    def adopt(self, source: Path) -> Kept:
        """Keep a copy of a file that was kept before: of a backup. Raises as `keep`."""
        self.unfinished.mkdir(parents=True, exist_ok=True)
        with self.fresh() as path:
            shutil.copyfile(source, path)
            return self.keep(path)

    def path_of(self, sha256: str) -> Path:
        """Where the file of that hash is. Raises `ValueError` for what is no hash."""
        if not HASH.fullmatch(sha256):
            raise ValueError(sha256)
        return self.blobs / sha256[:2] / sha256[2:4] / sha256

    def holds(self, sha256: str, size: int) -> bool:
        """Whether the file is there with that size."""
        try:
            return self.path_of(sha256).stat().st_size == size
        except OSError:
            return False

    def read(self, sha256: str, size: int) -> bytes:
        """The whole file. Raises `DamagedFileError` when it is not what was kept."""
        try:
            content = self.path_of(sha256).read_bytes()
        except OSError as error:
            raise DamagedFileError(sha256) from error
        if len(content) != size or hashlib.sha256(content).hexdigest() != sha256:
            raise DamagedFileError(sha256)
        return content

    def orphans(self, known: Collection[str]) -> Iterator[Path]:
        """Files that nothing in `known` speaks of and that are older than the grace."""
        now = self.disk_time()
        for path in self.blobs.glob("*/*/*"):
            if path.name not in known and age(path, now) > GRACE:
                yield path

    def sweep(self, known: Collection[str]) -> list[str]:
        """Remove the orphans, and what a crash left unfinished; the hashes of the former.

        Nothing goes away while a backup is being made: it may be on its way to it.
        """
        with suppress(InUseError), while_nobody_copies(self.root):
            return self.remove_orphans(known)
        return []

    def remove_orphans(self, known: Collection[str]) -> list[str]:
        """As `sweep`, which asks first whether a backup is being made."""
        removed, now = [], self.disk_time()
        for path in list(self.orphans(known)):
            with self.locked():  # the same content may just have come again
                if age(path, now) > GRACE:
                    path.unlink(missing_ok=True)
                    removed.append(path.name)
        for path in self.unfinished.glob("*"):
            if age(path, now) > UNFINISHED:
                path.unlink(missing_ok=True)
        return removed

    def ensure_room(self) -> None:
        """Make the folder; refuse to fill the disk that the petitions may need."""
        self.unfinished.mkdir(parents=True, exist_ok=True)
        disk = shutil.disk_usage(self.unfinished)
        if disk.free < min(ROOM_BYTES, disk.total // ROOM_PART):
            raise FileRefusal(FileFault.NO_ROOM)

    def disk_time(self) -> float:
        """Now, by the clock that dates the files; a demonstration's own clock may be years off."""
        self.unfinished.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=self.unfinished) as mark:
            return os.fstat(mark.fileno()).st_mtime

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Between naming a file and removing one there is an order."""
        with (self.root / "lock").open("ab") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


@contextmanager
def told_about_room() -> Iterator[None]:
    """A full disk is a reason that people are told, not a failure of the page."""
    try:
        yield
    except OSError as error:
        if error.errno not in FULL:
            raise
        raise FileRefusal(FileFault.NO_ROOM) from error


def copy(source: BinaryIO, target: BinaryIO, limit: int) -> int:
    """Copy and count; stop as soon as it is over the limit. Raises `FileRefusal`."""
    size = 0
    while chunk := source.read(CHUNK):
        size += len(chunk)
        if size > limit:
            raise FileRefusal(FileFault.TOO_LARGE)
        target.write(chunk)
    target.flush()
    return size


def make_folder(folder: Path) -> None:
    """Make it with those above it, each known to the disk before the next."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Wait until the disk has the names in it."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def age(path: Path, now: float) -> timedelta:
    """Since its last change; none for a file that is gone."""
    try:
        return timedelta(seconds=now - path.stat().st_mtime)
    except FileNotFoundError:
        return timedelta()
