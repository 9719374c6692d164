"""ClamAV's daemon, spoken to over a socket (INSTREAM): nothing of it is installed here."""

import socket
import struct
from dataclasses import dataclass
from enum import StrEnum
from typing import BinaryIO, Final, Protocol
from urllib.parse import urlsplit

from pqrs.settings import Settings

TIMEOUT: Final = 20.0
"""Seconds without a word before it counts as silent."""
CHUNK: Final = 64 * 1024
LONGEST_ANSWER: Final = 4096


class Verdict(StrEnum):
    """What it said of a file; SILENT when it said nothing that is an answer."""

    CLEAN = "clean"
    INFECTED = "infected"
    SILENT = "silent"


class Antivirus(Protocol):
    """Whatever gives a verdict. Never raises: a scanner that is down refuses nobody."""

    def scan(self, file: BinaryIO) -> Verdict: ...


@dataclass(frozen=True)
class Clamd:
    """The daemon at `tcp://host:port`, or at the path of its socket."""

    url: str

    def scan(self, file: BinaryIO) -> Verdict:
        """The verdict on the whole file, from its beginning."""
        file.seek(0)
        try:
            with self.connected() as daemon:
                return read_answer(ask(daemon, file))
        except OSError:
            return Verdict.SILENT

    def connected(self) -> socket.socket:
        """One connection a file."""
        parts = urlsplit(self.url)
        if parts.scheme == "tcp":
            return socket.create_connection((parts.hostname or "", parts.port or 0), TIMEOUT)
        daemon = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            daemon.settimeout(TIMEOUT)
            daemon.connect(self.url)
        except OSError:
            daemon.close()
            raise
        return daemon


def make_antivirus(settings: Settings) -> Antivirus | None:
    """By `PQRS_CLAMD_URL`; without it there is none."""
    return Clamd(settings.clamd_url) if settings.clamd_url else None


def ask(daemon: socket.socket, file: BinaryIO) -> bytes:
    """The file in pieces, each with its length before it, and what is answered."""
    daemon.sendall(b"zINSTREAM\0")
    while chunk := file.read(CHUNK):
        daemon.sendall(struct.pack(">I", len(chunk)) + chunk)
    daemon.sendall(struct.pack(">I", 0))
    answer = b""
    while len(answer) < LONGEST_ANSWER and (piece := daemon.recv(LONGEST_ANSWER)):
        answer += piece
        if answer.endswith(b"\0"):
            break
    return answer


def read_answer(answer: bytes) -> Verdict:
    """`stream: OK`, `stream: Name FOUND`, or a complaint of its own, which is no verdict."""
    said = answer.rstrip(b"\0\n")
    if said == b"stream: OK":
        return Verdict.CLEAN
    return Verdict.INFECTED if said.endswith(b" FOUND") else Verdict.SILENT
