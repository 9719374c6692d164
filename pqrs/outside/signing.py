"""The key that signs receipts and answers: Ed25519, in the keys' folder, never in the database.

`receipt` holds the private key (32 bytes, mode 600), `receipt-public.pem` every public key there
ever was, the newest first: what an older key signed stays true. Each question reads the files anew,
so a key that is lost or changed shows at once and nobody has to start anything again. Whatever
happens to the key, nobody is refused a number: a receipt without a signature is still a receipt.
"""

import contextlib
import os
import re
import secrets
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    PublicFormat,
    load_pem_public_key,
)

from pqrs.office.receipt_seal import Seal, SignedSeal
from pqrs.settings import KEY_BYTES, SettingsError, read_or_make_key

PRIVATE: Final = "receipt"
PUBLIC: Final = "receipt-public.pem"
BLOCK: Final = re.compile(rb"-----BEGIN PUBLIC KEY-----.*?-----END PUBLIC KEY-----\n?", re.DOTALL)


class UnknownKeyError(Exception):
    """No public key of ours has that name."""


class NoKeyError(Exception):
    """There is nothing to sign with: the private key is lost, damaged or unreadable."""


@dataclass(frozen=True)
class SigningKeys:
    """The pair in use and the public keys of those before it, in `folder`."""

    folder: Path

    def prepare(self) -> None:
        """Make the first pair, and publish the key in use; a lost one is never replaced here.

        Never raises: what is wrong shows in `is_well`.
        """
        with contextlib.suppress(OSError, SettingsError, NoKeyError):
            if not self.published_ones():
                read_or_make_key(self.folder / PRIVATE)
            own = self.private_key().public_key()
            if own not in self.published_ones():
                self.publish(own)

    def is_well(self) -> bool:
        """Whether what is signed now can be checked by anybody."""
        try:
            return self.private_key().public_key() in self.published_ones()
        except (NoKeyError, OSError):
            return False

    def sign(self, seal: Seal) -> SignedSeal | None:
        """Signed by the key in use; None when there is none. The same seal gives the same line."""
        try:
            private = self.private_key()
        except NoKeyError:
            return None
        key = name_of(private.public_key())
        return SignedSeal(seal, key, private.sign(seal.message(key)))

    def is_true(self, signed: SignedSeal) -> bool:
        """Whether one of our keys signed exactly this. Raises `UnknownKeyError`."""
        for public in self.public_keys():
            if name_of(public) == signed.key:
                try:
                    public.verify(signed.signature, signed.seal.message(signed.key))
                except InvalidSignature:
                    return False
                return True
        raise UnknownKeyError(signed.key)

    def rotate(self) -> str:
        """Make a new pair and forget the old private key; the name of the new one.

        The new public key is on the disk before the private one, so that at no moment something is
        signed that nobody can check. Raises `OSError`.
        """
        raw = secrets.token_bytes(KEY_BYTES)
        public = Ed25519PrivateKey.from_private_bytes(raw).public_key()
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.publish(public)
        write_whole(self.folder / PRIVATE, raw)
        return name_of(public)

    def private_key(self) -> Ed25519PrivateKey:
        """The key in use. Raises `NoKeyError`."""
        try:
            raw = (self.folder / PRIVATE).read_bytes()
        except OSError as error:
            raise NoKeyError from error
        if len(raw) != KEY_BYTES:
            raise NoKeyError
        return Ed25519PrivateKey.from_private_bytes(raw)

    def public_keys(self) -> list[Ed25519PublicKey]:
        """The key in use first, then every published one; the former even if nobody wrote it."""
        try:
            own = [self.private_key().public_key()]
        except NoKeyError:
            own = []
        with contextlib.suppress(OSError):
            return own + [key for key in self.published_ones() if key not in own]
        return own

    def published_ones(self) -> list[Ed25519PublicKey]:
        """Those of the file, in its order; what is no key of ours is passed over."""
        try:
            text = (self.folder / PUBLIC).read_bytes()
        except FileNotFoundError:
            return []
        found = []
        for block in BLOCK.findall(text):
            with contextlib.suppress(ValueError):
                key = load_pem_public_key(block)
                if isinstance(key, Ed25519PublicKey):
                    found.append(key)
        return found

    def publish(self, newest: Ed25519PublicKey) -> None:
        """Write the file again with this one on top."""
        older = [key for key in self.published_ones() if key != newest]
        write_whole(self.folder / PUBLIC, b"".join(map(pem, [newest, *older])))


def name_of(public: Ed25519PublicKey) -> str:
    """Eight characters by which a seal names its key: the beginning of its SHA-256."""
    return sha256(public.public_bytes(Encoding.Raw, PublicFormat.Raw)).hexdigest()[:8]


def pem(public: Ed25519PublicKey) -> bytes:
    """As OpenSSL reads it."""
    return public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def write_whole(path: Path, content: bytes) -> None:
    """Whole or not at all, readable by the owner alone, on the disk when this returns."""
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
