"""Staff passwords: slow hashes, and the random secrets of links and sessions."""

import hashlib
import secrets
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

AT_ONCE = 2
"""A slow hash is itself a way to keep a server busy, so few run side by side."""

_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_turns = BoundedSemaphore(AT_ONCE)
_NOBODY = _hasher.hash(secrets.token_hex(16))


def hash_password(password: str) -> str:
    """Argon2id with the OWASP parameters (19 MiB, 2 passes, 1 lane)."""
    with _turns:
        return _hasher.hash(password)


def password_matches(stored: str | None, password: str) -> bool:
    """Compare in the same time whether or not the account exists (`stored` is `None`)."""
    with _turns:
        try:
            _hasher.verify(stored or _NOBODY, password)
        except (VerificationError, InvalidHashError):
            return False
    return stored is not None


def make_token() -> str:
    """128 random bits or more, safe in an address."""
    return secrets.token_urlsafe(24)


def token_hash(token: str) -> str:
    """What is stored of a random token: enough to find it again, useless to a thief."""
    return hashlib.sha256(token.encode()).hexdigest()
