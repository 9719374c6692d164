"""Numbers of identity documents: brought to one written form, and checked where one can be.

Nothing here refuses a person: a number that looks wrong is asked about once and kept as it is.
"""

import re
from typing import Final

ONLY_DIGITS: Final = frozenset({"CC", "TI", "NUIP", "NIT"})
"""Documents whose number has digits alone."""
_PLAIN: Final = re.compile(r"[0-9]{5,12}")
_LETTERS_TOO: Final = re.compile(r"[0-9A-ZÑ]{3,30}")
_BETWEEN: Final = re.compile(r"[\s.,\-\u2010-\u2015]+")
_NAMED: Final = re.compile(r"(C\.?C\.?|T\.?I\.?|NUIP|NIT)(?=[\s:.]*[0-9])[\s:.]*")
_NIT: Final = re.compile(r"([0-9]{5,11})-([0-9])")
_WEIGHTS: Final = (3, 7, 13, 17, 19, 23, 29, 37, 41, 43, 47)
_MODULUS: Final = 11


def written(number: str) -> str:
    """Without what people put between the digits, nor the name of the document before them."""
    bare = _NAMED.sub("", number.strip().upper(), count=1)
    return _BETWEEN.sub("", bare)


def is_number_of(document: str, number: str) -> bool:
    """Whether it looks like a number of that type of document."""
    pattern = _PLAIN if document in ONLY_DIGITS else _LETTERS_TOO
    return pattern.fullmatch(written(number)) is not None


def has_wrong_check_digit(nit: str) -> bool:
    """Whether it carries a check digit (`900123456-8`), and another one was due."""
    bare = _NAMED.sub("", nit.strip().upper(), count=1)
    found = _NIT.fullmatch(re.sub(r"[\s.,]+", "", re.sub(r"[\u2010-\u2015]", "-", bare)))
    return found is not None and int(found[2]) != check_digit(found[1])


def check_digit(nit: str) -> int:
    """The one that follows from the digits of a NIT: weights of prime numbers, modulo 11."""
    total = sum(int(digit) * weight for digit, weight in zip(reversed(nit), _WEIGHTS, strict=False))
    rest = total % _MODULUS
    return rest if rest < 2 else _MODULUS - rest  # noqa: PLR2004  0 and 1 stand for themselves
