"""The witness: an append-only file, best on another disk, of every number given.

A restored backup or a lost write would otherwise give a number twice. Each line is JSON and
carries the hash of the line before it, so a line taken out shows.
"""

import fcntl
import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

TAIL_BYTES = 4096
START = "0" * 64
ISSUED = "issued"
"""Where an act leaves, in `session.info`, the numbers it gave, until the commit."""


@dataclass(frozen=True)
class IssuedNumber:
    """A petition number as a citizen saw it, with the hash of what was filed under it."""

    number: str
    filed_at: datetime
    content_hash: str


class Witness:
    """The file at `path`; several processes may write it at once."""

    def __init__(self, path: Path) -> None:
        """Nothing is opened until the first number."""
        self.path = path

    def append(self, issued: Iterable[IssuedNumber]) -> None:
        """Write one line a number and wait until the disk has it; a retry adds no second line.

        Raises `OSError` when the disk does not take it.
        """
        numbers = list(issued)
        if not numbers:
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.open("a+b") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            tail = last_lines(file)
            previous = hash_of_last_line(tail)
            known = known_in(tail)
            for number in numbers:
                if (number.number, number.content_hash) in known:
                    continue
                line = as_line(number, previous)
                file.write(line)
                previous = hashlib.sha256(line).hexdigest()
            file.flush()
            os.fsync(file.fileno())

    def copy_to(self, path: Path) -> None:
        """The file as it is between two numbers; an empty one where nothing was witnessed yet."""
        path.touch(0o600)
        if not self.path.exists():
            return
        with self.path.open("rb") as source, path.open("wb") as target:
            fcntl.flock(source, fcntl.LOCK_SH)
            shutil.copyfileobj(source, target)
            target.flush()
            os.fsync(target.fileno())

    def lines(self) -> Iterator[tuple[IssuedNumber, bool]]:
        """Each number in order, and whether its link to the line before it holds.

        A line cut short by a crash is passed over: its number is written again at start.
        """
        if not self.path.exists():
            return
        previous = START
        with self.path.open("rb") as file:
            for line in file:
                plain = read_line(line)
                if plain is not None:
                    yield (
                        IssuedNumber(
                            number=plain["number"],
                            filed_at=datetime.fromisoformat(plain["filed_at"]),
                            content_hash=plain["content_hash"],
                        ),
                        plain["previous"] == previous,
                    )
                previous = hashlib.sha256(line).hexdigest()


def as_line(issued: IssuedNumber, previous: str) -> bytes:
    """One JSON line, keys in a fixed order."""
    plain = {
        "number": issued.number,
        "filed_at": issued.filed_at.isoformat(),
        "content_hash": issued.content_hash,
        "previous": previous,
    }
    return json.dumps(plain, separators=(",", ":")).encode() + b"\n"


def read_line(line: bytes) -> dict[str, str] | None:
    """The line's object, or `None` for one that was cut short."""
    try:
        plain = json.loads(line)
    except ValueError:
        return None
    keys = {"number", "filed_at", "content_hash", "previous"}
    return plain if isinstance(plain, dict) and keys <= plain.keys() else None


def last_lines(file: BinaryIO) -> bytes:
    """The end of the file; a torn line is closed first, so that the next one stands alone."""
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - TAIL_BYTES))
    tail = file.read()
    if tail and not tail.endswith(b"\n"):
        file.write(b"\n")
        tail += b"\n"
    return tail


def known_in(tail: bytes) -> set[tuple[str, str]]:
    """Number and content of each whole line."""
    whole = (read_line(line) for line in tail.splitlines())
    return {(plain["number"], plain["content_hash"]) for plain in whole if plain is not None}


def hash_of_last_line(tail: bytes) -> str:
    """What the next line is linked to."""
    if not tail:
        return START
    return hashlib.sha256(tail[:-1].rpartition(b"\n")[2] + b"\n").hexdigest()
