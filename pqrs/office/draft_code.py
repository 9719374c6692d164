"""The code that leads back to a petition not yet sent, on this telephone or on another.

Sixteen Crockford characters: fifteen random ones (75 bits, so that nobody guesses one of a thousand
drafts) and a check character. The token of a draft is made from its code and a secret key: who has
the code finds the draft, and nothing more than the token's hash is ever stored. The randomness and
the key come from outside.
"""

import hmac
from hashlib import sha256

from pqrs.office.access_code import code_from_token, read_code

LENGTH = 16
_SEAL = 32


def draft_token(key: bytes, code: str) -> str:
    """The token of the draft that this code leads to: the code, and what only the key can make."""
    seal = hmac.new(key, f"draft {code}".encode(), sha256).hexdigest()
    return code + seal[:_SEAL]


def fresh_draft_token(key: bytes, randomness: str) -> str:
    """A token of its own, whose code is drawn from `randomness`."""
    return draft_token(key, code_from_token(key, f"draft {randomness}", LENGTH))


def code_of_draft(key: bytes, token: str) -> str | None:
    """The code that leads back to the draft of this token; None for a token of another making."""
    code = token[:LENGTH]
    return code if hmac.compare_digest(draft_token(key, code).encode(), token.encode()) else None


def read_draft_code(text: str) -> str | None:
    """What a person typed, in the one written form; None when it cannot be such a code."""
    return read_code(text, LENGTH)
