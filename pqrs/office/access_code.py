"""The access code that opens one petition to the person who filed it.

Twelve Crockford characters: eleven (55 bits) derived from the token of the submission, so that a
retry shows the same code again, and a Luhn mod 32 check character, so that a slip of the finger
costs no attempt. Only a keyed hash is ever stored. The keys come from outside.
"""

import hmac
import re
from hashlib import sha256

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 12
_GROUP = 4
_BITS_A_CHARACTER = 5
_MAX_TYPED = 60
_VALUE = {character: value for value, character in enumerate(ALPHABET)}
_BETWEEN = re.compile(r"[\s\u00ad\u2010-\u2015\u2212\ufe58\ufe63\uff0d-]+")
_LONGER = 16
_IN_TEXT = re.compile(r"\b[0-9A-Za-z]{4}(?:[ -][0-9A-Za-z]{4}){2,3}\b")
_LOOKALIKES = str.maketrans("OIL", "011")


def code_from_token(key: bytes, token: str, length: int = LENGTH) -> str:
    """Derive the code; the same key and token always give the same one."""
    digest = hmac.new(key, token.encode(), sha256).digest()
    known = (length - 1) * _BITS_A_CHARACTER
    bits = int.from_bytes(digest) >> len(digest) * 8 - known
    shifts = range(known - _BITS_A_CHARACTER, -1, -_BITS_A_CHARACTER)
    payload = "".join(ALPHABET[(bits >> shift) & 31] for shift in shifts)
    return payload + _check_character(payload)


def show_code(code: str) -> str:
    """In groups of four, as it is printed and read aloud: `7K3M-9QRT-2VXW`."""
    return "-".join(code[start : start + _GROUP] for start in range(0, len(code), _GROUP))


def read_code(text: str, length: int = LENGTH) -> str | None:
    """Bring what a person typed to the one written form; None when it cannot be a code.

    Any case, spaces and hyphens; O is 0, I and L are 1.
    """
    if len(text) > _MAX_TYPED:
        return None
    code = _BETWEEN.sub("", text).upper().translate(_LOOKALIKES)
    if len(code) != length or any(character not in _VALUE for character in code):
        return None
    return code if _check_character(code[:-1]) == code[-1] else None


def holds_code(text: str) -> bool:
    """Whether a code stands in a text, in groups of four with a digit among them.

    Words of four letters alone are words.
    """
    return any(
        has_digit(found[0]) and (read_code(found[0]) or read_code(found[0], _LONGER))
        for found in _IN_TEXT.finditer(text)
    )


def has_digit(text: str) -> bool:
    return any(character.isdigit() for character in text)


def keyed_hash(key: bytes, number: str, code: str) -> str:
    """What is stored in place of the code, bound to its petition's written number."""
    return hmac.new(key, f"{number}\n{code}".encode(), sha256).hexdigest()


def code_matches(key: bytes, number: str, code: str, stored: str) -> bool:
    """Compare in constant time, so that duration tells nothing."""
    return hmac.compare_digest(keyed_hash(key, number, code), stored)


def evaluation_token(key: bytes, number: str) -> str:
    """What the link to evaluate an answered petition carries; it opens nothing else."""
    return keyed_hash(key, number, "evaluation")[:32]


def still_solved_token(key: bytes, number: str) -> str:
    """What the link to say whether it is still solved carries."""
    return keyed_hash(key, number, "still solved")[:32]


def review_link_token(key: bytes, review: int) -> str:
    """What the link to read what was done about an opinion carries."""
    return keyed_hash(key, str(review), "evaluation review")[:32]


def address_hash(key: bytes, number: str, email: str) -> str:
    """What is kept of the e-mail of who lost a code: enough to compare, too little to write to."""
    return keyed_hash(key, number, f"e-mail {email.strip().casefold()}")


def new_code_token(key: bytes, request: int) -> str:
    """What the link to a new code carries; the code itself is derived from it."""
    return keyed_hash(key, str(request), "new code")[:32]


def _check_character(payload: str) -> str:
    """Luhn mod 32, doubling from the right: finds every single wrong character."""
    total = 0
    for place, character in enumerate(reversed(payload)):
        value = _VALUE[character] * (2 if place % 2 == 0 else 1)
        total += value // 32 + value % 32
    return ALPHABET[-total % 32]
