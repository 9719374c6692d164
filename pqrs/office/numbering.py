"""The filing number (radicado): how it is written and how what a person typed is read.

The number is public and consecutive by law; it never identifies a person and is never a secret.
Who gives the next one is `models/counter.py`. Cases of another system have a series of their own,
whose numbers begin with its letter, so that the consecutive one stays as it was given.
"""

import re
from dataclasses import dataclass
from typing import Self

# Damm's quasigroup of order 10: catches every single wrong digit and every swap of neighbours.
_DAMM = (
    (0, 3, 1, 7, 5, 9, 8, 6, 4, 2),
    (7, 0, 9, 2, 1, 5, 4, 8, 6, 3),
    (4, 2, 0, 6, 8, 7, 1, 3, 5, 9),
    (1, 7, 5, 0, 9, 8, 3, 4, 2, 6),
    (6, 1, 2, 3, 0, 4, 5, 9, 7, 8),
    (3, 6, 7, 4, 2, 0, 9, 5, 8, 1),
    (5, 8, 6, 9, 7, 2, 0, 1, 3, 4),
    (8, 9, 4, 5, 3, 6, 2, 0, 1, 7),
    (9, 4, 3, 8, 6, 1, 7, 2, 0, 5),
    (2, 5, 8, 1, 4, 3, 6, 7, 9, 0),
)
CONSECUTIVE, HISTORIC = "R", "H"
"""The series of what is filed here, written without its letter; that of imported cases."""
_SEQUENCE_DIGITS = 6
_MAX_SEQUENCE_DIGITS = 9
_FIRST_YEAR, _LAST_YEAR = 1000, 9999
_MAX_TYPED = 60
_PREFIXES = {CONSECUTIVE: "", HISTORIC: "H-"}
_HISTORIC_LETTERS = ("H", "h")
# What people put between the digits: spaces of any kind and every dash a keyboard or a PDF has.
_BETWEEN = re.compile(r"[\s\u00ad\u2010-\u2015\u2212\ufe58\ufe63\uff0d-]+")
_DIGITS = re.compile(rf"[0-9]{{{4 + _SEQUENCE_DIGITS + 1},{4 + _MAX_SEQUENCE_DIGITS + 1}}}")


def check_digit(digits: str) -> int:
    """Damm's check digit of a string of ASCII digits."""
    interim = 0
    for digit in digits:
        interim = _DAMM[interim][int(digit)]
    return interim


@dataclass(frozen=True, order=True, slots=True)
class PetitionNumber:
    """The year and the entity's sequence in that year, from 1.

    Written `AAAA-NNNNNN-D`: at least six digits, D is Damm's digit over year and sequence. Of the
    historic series, `H-AAAA-NNNNNN-D`.
    """

    year: int
    sequence: int
    series: str = CONSECUTIVE

    def __post_init__(self) -> None:
        if self.series not in _PREFIXES:
            raise ValueError(f"no series of ours: {self.series}")
        if not _FIRST_YEAR <= self.year <= _LAST_YEAR:
            raise ValueError(f"a year has four digits: {self.year}")
        if not 1 <= self.sequence < 10**_MAX_SEQUENCE_DIGITS:
            raise ValueError(f"the sequence starts at 1 and has at most 9 digits: {self.sequence}")

    @property
    def check_digit(self) -> int:
        """The last digit of the written number."""
        return check_digit(f"{self.year}{self.sequence:0{_SEQUENCE_DIGITS}}")

    def __str__(self) -> str:
        prefix = _PREFIXES[self.series]
        return f"{prefix}{self.year}-{self.sequence:0{_SEQUENCE_DIGITS}}-{self.check_digit}"

    @classmethod
    def read(cls, text: str) -> Self | None:
        """Accept the number with or without hyphens and spaces; None when it is not one of ours."""
        if len(text) > _MAX_TYPED:
            return None
        digits, series = _BETWEEN.sub("", text), CONSECUTIVE
        if digits[:1] in _HISTORIC_LETTERS:
            digits, series = digits[1:], HISTORIC
        if not _DIGITS.fullmatch(digits) or check_digit(digits) != 0:
            return None
        year, sequence = int(digits[:4]), int(digits[4:-1])
        if year < _FIRST_YEAR or sequence < 1 or len(digits) > _written_length(sequence):
            return None
        return cls(year, sequence, series)


def _written_length(sequence: int) -> int:
    """One number has one writing: zeros beyond the six digits are refused."""
    return 4 + max(_SEQUENCE_DIGITS, len(str(sequence))) + 1


def parse_number(text: str) -> PetitionNumber | None:
    """Read what a person typed; None when it cannot be a number of ours."""
    return PetitionNumber.read(text)
