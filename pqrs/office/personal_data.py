"""Does a text that will be public say who the person is? What was found of it, named.

It finds what was kept of the person in the usual spellings, and numbers shaped like a cédula or a
mobile. It cannot find a given name alone, a nickname, a neighbour's name or a story that only one
person could tell: an official reads the text too.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pqrs.office.words import fold, words

EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
NUMBER = re.compile(r"\d[\d.,'’()\s-]*\d")
_FEWEST_DIGITS = 5
_LOCAL_DIGITS = 10
"""Of a Colombian telephone, without its country."""
_NIT_DIGITS = 9
"""Of a NIT, without its check digit."""
_NEAR = 3
"""Words from one name to the next: María Fernanda del Pérez."""
PARTICLES = frozenset(("de", "del", "la", "las", "los", "el", "y", "e", "da", "san", "santa"))

_FILING = re.compile(r"\b\d{4}-\d{6}-\d\b")
_GAP = r"[.,'’\s]?"
_SHAPES = re.compile(
    rf"(?<![\d.,-])(?:1{_GAP}\d{{3}}|[1-9]\d?){_GAP}\d{{3}}{_GAP}\d{{3}}(?![.,-]?\d)"
    r"|(?<![\d-])(?:57[\s-]?)?\(?3\d{2}\)?[\s.-]?\d{3}[\s.-]?\d{2}[\s.-]?\d{2}(?![.,-]?\d)"
)
CUED = re.compile(r"(?:\bcedula|\bc\.? ?c\.?|\bt\.? ?i\.?|de identidad)\D{1,25}\d[\d.,'’\s]{3,}\d")
_MONEY = re.compile(r"\$\s*$")
_MEASURE = re.compile(r"\s*(?:de )?(?:pesos|m2|metros|habitantes|personas|toneladas|litros)\b")

_PIECE = re.compile(r"[a-zñ]+|\d+")
_STREETS = {
    short: long
    for long, shorts in {
        "calle": "cl cll clle",
        "carrera": "cr cra kr kra carr crr",
        "avenida": "av avda ave",
        "diagonal": "dg diag",
        "transversal": "tv tr trv trans transv",
        "manzana": "mz mza mzn",
        "casa": "cs",
        "apartamento": "ap apto apt",
    }.items()
    for short in shorts.split()
}
_NUMBER_SIGNS = frozenset(("no", "n", "nro", "num", "numero"))
_DOOR = 3
"""Numbers that name a door: street, corner and plate."""


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """What is known of who asked, and of for whom; empty where it is not."""

    name: str = ""
    document: str = ""
    phone: str = ""
    address: str = ""
    body_name: str = ""
    body_document: str = ""
    represented_name: str = ""


def personal_data_in(text: str, person: KnownPerson) -> tuple[str, ...]:
    """What the text gives away, in this order, each once.

    `name`, `represented`: the whole name, or two of its names near each other. `body`: the whole
    name. `document`: with any dots, the NIT with or without its check digit. `phone`: with or
    without its country. `address`: street and numbers, however they are shortened. `email`: any.
    `number`: any other that is shaped like a cédula or a mobile, and is no sum of money.
    """
    return tuple(dict.fromkeys(_found(text, person)))


def _found(text: str, person: KnownPerson) -> Iterator[str]:
    said = words(text)
    if _names(said, person.name):
        yield "name"
    if _names(said, person.represented_name):
        yield "represented"
    if _says(said, words(person.body_name)):
        yield "body"
    numbers = list(known_numbers(text, person))
    yield from numbers
    if _gives_address(text, person.address):
        yield "address"
    if EMAIL.search(text):
        yield "email"
    if not numbers and _has_shape(_FILING.sub(" ", fold(text))):
        yield "number"


def _names(said: Sequence[str], name: str) -> bool:
    """Whether a person is named: by all of it when it has two words, or by two of its names."""
    whole = words(name)
    if len(whole) > 1 and _says(said, whole):
        return True
    names = {one for one in whole if len(one) > 1} - PARTICLES
    places = [place for place, word in enumerate(said) if word in names]
    return any(
        after - before <= _NEAR and said[before] != said[after]
        for before, after in pairwise(places)
    )


def _says(said: Sequence[str], sought: Sequence[str]) -> bool:
    """Whether these words are there together, in this order."""
    return bool(sought) and f" {' '.join(sought)} " in f" {' '.join(said)} "


def known_numbers(text: str, person: KnownPerson) -> Iterator[str]:
    """Whether the numbers of a text hold those that were kept of the person."""
    said = [_digits(number) for number in NUMBER.findall(text)]
    for label, known in (
        ("document", _digits(person.document)),
        ("document", _digits(person.body_document)[:_NIT_DIGITS]),
        ("phone", _digits(person.phone)[-_LOCAL_DIGITS:]),
    ):
        if len(known) >= _FEWEST_DIGITS and any(known in one for one in said):
            yield label


def _has_shape(folded: str) -> bool:
    return bool(CUED.search(folded)) or any(shaped_numbers(folded))


def shaped_numbers(folded: str) -> Iterator[tuple[int, int]]:
    """Where a folded text has a number shaped like a cédula or a mobile, and no sum of money."""
    return not_money(_SHAPES, folded)


def not_money(shape: re.Pattern[str], folded: str) -> Iterator[tuple[int, int]]:
    """Where a folded text has such a number, and neither a sum of money nor a measure."""
    for one in shape.finditer(folded):
        is_money = _MONEY.search(folded[: one.start()])
        if not is_money and not _MEASURE.match(folded, one.end()):
            yield one.span()


def _gives_address(text: str, address: str) -> bool:
    known = _pieces(address)
    numbers = [place for place, piece in enumerate(known) if piece.isdigit()][:_DOOR]
    if len(numbers) > 1:
        known = known[: numbers[-1] + 1]
    return _says(_pieces(text), known)


def _pieces(text: str) -> list[str]:
    """Words and numbers of an address in one spelling: Cra 5A # 10-20 is carrera 5 a 10 20."""
    found = _PIECE.findall(fold(text))
    return [_STREETS.get(one, one) for one in found if one not in _NUMBER_SIGNS]


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)
