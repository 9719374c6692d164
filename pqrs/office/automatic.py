"""What looks sent by a machine: it is asked one question, and never turned away.

Filing may not be refused (Ley 1437 de 2011, artículo 15): who answers is filed, and a petition full
of links is read first by a person. No word is forbidden, no insult, no subject.
"""

import re
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

MANY_LINKS: Final = 10
RUSH: Final = 6000
"""Petitions in a minute from which everybody is asked: no town writes as many, a machine does."""
REASON: Final = "Parece un envío automático o tiene muchos enlaces: la lee primero una persona."
_LINK: Final = re.compile(r"https?://(?:www\.)?|www\.", re.IGNORECASE)
_TERMS: Final = 9


@dataclass(frozen=True, slots=True)
class Sum:
    """What a person is asked: two small numbers to add."""

    first: int
    second: int

    def is_right(self, answer: str) -> bool:
        """In digits, with or without blanks around."""
        return answer.strip() == str(self.first + self.second)


def looks_automatic(text: str, trap: str) -> bool:
    """Whether it is full of links, or the field that no person sees was filled in."""
    return bool(trap.strip()) or len(_LINK.findall(text)) >= MANY_LINKS


def sum_for(token: str) -> Sum:
    """The same question for the same form, so that nothing has to be kept."""
    first, second = sha256(token.encode()).digest()[:2]
    return Sum(first % _TERMS + 1, second % _TERMS + 1)
