"""Does a text that will be public say who the person is? What it must not hold, named."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pqrs.office.words import fold

_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_NUMBER = re.compile(r"\d[\d.\s-]*\d")
_FEWEST_DIGITS = 5


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """What is known of who asked; empty where it is not."""

    name: str = ""
    document: str = ""
    phone: str = ""
    address: str = ""


def personal_data_in(text: str, person: KnownPerson) -> tuple[str, ...]:
    """`name`, `document`, `phone`, `address`, `email`: those that the text gives away.

    However they are spelt: without accents, with dots in the number. Any e-mail counts.
    """
    return tuple(_found(text, person))


def _found(text: str, person: KnownPerson) -> Iterator[str]:
    words = _spaced(text)
    if " " in person.name.strip() and _spaced(person.name) in words:
        yield "name"
    numbers = [_digits(number) for number in _NUMBER.findall(text)]
    for label, known in (("document", person.document), ("phone", person.phone)):
        if len(_digits(known)) >= _FEWEST_DIGITS and any(_digits(known) in one for one in numbers):
            yield label
    if person.address.strip() and _spaced(person.address) in words:
        yield "address"
    if _EMAIL.search(text):
        yield "email"


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _spaced(text: str) -> str:
    """Folded, with single blanks."""
    return " ".join(fold(text).split())
