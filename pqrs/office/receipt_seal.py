"""What a receipt vouches for, and how it is written in a QR: one line that needs nothing else.

A petition's seal says its number, when it got it, when it had arrived, and the fingerprint of what
was filed; an answer's, its letter number, when it was signed and the fingerprint of its words. No
person, matter, kind or place. Keys and signatures come from `outside/signing.py`.
"""

import base64
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

VERSION = "PQRS1"
_MOMENT = "%Y%m%dT%H%M%SZ"
_MAX_TYPED = 2000
_LINE = re.compile(
    rf"(?P<message>{VERSION}"
    r"\.(?P<number>(?:[A-Z]-)?[0-9]{4}-[0-9]{6,9}(?:-[0-9])?)"
    r"\.(?P<at>[0-9]{8}T[0-9]{6}Z)\.(?P<arrived_at>[0-9]{8}T[0-9]{6}Z)?"
    r"\.(?P<digest>[\w-]{43})\.(?P<key>[0-9a-f]{8}))\.(?P<signature>[\w-]{86})",
    re.ASCII,
)
_ADDRESS = re.compile(r"https?://[^\s?]{1,300}\?c=")


class DamagedSealError(ValueError):
    """What was typed or scanned is no whole seal: something is missing or was changed."""


@dataclass(frozen=True)
class Seal:
    """What is signed. Moments are kept to the second; `arrived_at` is None for an answer."""

    number: str
    at: datetime
    arrived_at: datetime | None
    digest: str

    @property
    def is_answer(self) -> bool:
        """Of an outgoing letter, whose series begins by a letter."""
        return self.number[0].isalpha()

    def message(self, key: str) -> bytes:
        """The bytes that the key of that name signs."""
        arrived = written(self.arrived_at) if self.arrived_at else ""
        digest = short(bytes.fromhex(self.digest))
        return ".".join((VERSION, self.number, written(self.at), arrived, digest, key)).encode()


@dataclass(frozen=True)
class SignedSeal:
    """A seal as it was read, with the name of the key and the signature nobody has checked yet."""

    seal: Seal
    key: str
    signature: bytes

    def __str__(self) -> str:
        return f"{self.seal.message(self.key).decode()}.{short(self.signature)}"


def read_seal(text: str) -> SignedSeal:
    """Read what was scanned, pasted or typed: the address or the line alone, spaces anywhere.

    Raises `DamagedSealError`.
    """
    if len(text) > _MAX_TYPED:
        raise DamagedSealError
    whole = _LINE.fullmatch(_ADDRESS.sub("", "".join(text.split()), count=1))
    if whole is None:
        raise DamagedSealError
    try:
        seal = Seal(
            number=whole["number"],
            at=moment(whole["at"]),
            arrived_at=moment(whole["arrived_at"]) if whole["arrived_at"] else None,
            digest=long(whole["digest"]).hex(),
        )
        read = SignedSeal(seal, whole["key"], long(whole["signature"]))
    except ValueError as error:
        raise DamagedSealError from error
    if str(read) != whole[0]:  # one seal has one writing
        raise DamagedSealError
    return read


def fingerprint(text_sha256: str, files: Sequence[str] = ()) -> str:
    """One SHA-256 over those of the text and of each file, in order, a line each."""
    return sha256("".join(f"{each}\n" for each in (text_sha256, *files)).encode()).hexdigest()


def written(at: datetime) -> str:
    """`20260317T153000Z`."""
    return at.astimezone(UTC).strftime(_MOMENT)


def moment(text: str) -> datetime:
    """The reverse. Raises `ValueError` for a day that does not exist."""
    return datetime.strptime(text, _MOMENT).replace(tzinfo=UTC)


def short(raw: bytes) -> str:
    """Base64 of the alphabet that addresses take, without its padding."""
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def long(text: str) -> bytes:
    """The reverse."""
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
