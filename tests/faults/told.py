"""What clients were told, on disk before anything else happens: the verdict rests on it."""

import fcntl
import os
from pathlib import Path


class Told:
    """A list of numbers shown to people; several processes may add to it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.path.touch()

    def add(self, number: str, access_code: str) -> None:
        with self.path.open("a") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            file.write(f"{number} {access_code}\n")
            file.flush()
            os.fsync(file.fileno())

    def numbers(self) -> list[str]:
        """In the order they were told."""
        return [line.split()[0] for line in self.path.read_text().splitlines()]
