"""Where a text that everybody will read could say who somebody is, place by place.

`personal_data.py` says whether it does; this says where, so that an official sees it marked. What
is sure has to go. What is only doubtful (a word that is also somebody's name, two capitals in a
row, a common name, an address, a long number) may stay once a person has read it. What the entity
says of itself is nobody's. A lone name that few people have, a nickname or a story that only one
person could tell has no mark.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pqrs.office.common_names import ALSO_WORDS, ONLY_NAMES
from pqrs.office.numbering import PetitionNumber
from pqrs.office.pack import Pack
from pqrs.office.personal_data import (
    CUED,
    EMAIL,
    NUMBER,
    PARTICLES,
    KnownPerson,
    known_numbers,
    not_money,
    personal_data_in,
    shaped_numbers,
)
from pqrs.office.words import fold, stem, words

_WORD = re.compile(r"[^\W\d_]+")
_FILING = re.compile(r"(?<!\d)(?:h[\s-]?)?\d{4}[\s-]?\d{6,9}[\s-]?\d(?!\d)")
_LONG_NUMBER = re.compile(r"(?<!\d)\(?\d(?:[). -]{0,2}\d){5,}(?!\d)")
"""Six digits or more: a fixed telephone (602 264 1234), a matrícula inmobiliaria (370-123456)."""
_CAR = re.compile(r"\b(?:[A-Z]{3}[ -]|[A-Za-z]{3})\d{2}[A-Za-z\d]\b")
"""ABC123; ABC12D of a motorcycle."""
_STREETS = (
    "calle|cll?e?|carrera|cra|kra?|avenida|av|diagonal|dg|transversal|tv|manzana|mz|casa|apto"
    "|kilometro|km|lote|parcela"
)
_PLATE = r"\d{1,4}[a-c]?\b"
_ADDRESS = re.compile(
    rf"\b(?:{_STREETS})\b\.?\s{{0,3}}(?:#|no\.?|nro\.?)?\s{{0,3}}{_PLATE}"
    rf"(?:[\s#°º.-]{{1,4}}(?:no\.?\s?)?{_PLATE}){{0,2}}"
)
_TITLES = frozenset(
    words(
        "señor señora señorita don doña sr sra srta doctor doctora dr dra joven niño niña menor "
        "adolescente bebé profesor profesora profe maestro maestra rector rectora estudiante "
        "alumno alumna líder lideresa concejal concejala edil edilesa alcalde alcaldesa personero "
        "inspector inspectora ingeniero ingeniera abogado abogada médico enfermero enfermera "
        "vecino vecina ciudadano ciudadana usuario usuaria paciente funcionario funcionaria "
        "madre padre hijo hija hermano hermana abuelo abuela tío tía esposo esposa "
        "finca hacienda parcela tienda"
    )
)
"""What a name comes after, of a person or of where one lives."""
_ARTICLES = frozenset(("el", "la", "los", "las"))
_NUMBERS = frozenset(("document", "phone", "number", "filing"))
_SHORTEST_NAME = 2
_STOPS = tuple(".,;:")
_BEGINNING = re.compile(r"(?:^|[.!?:\n])[^\w\n]*\Z")
"""Where a sentence begins, and a capital says nothing."""
_SAINTS = frozenset(("san", "santa", "santo", "sor", "fray"))
"""What makes of a name a place, a day or a school."""
_SHORT_TITLES = frozenset(("sr", "sra", "srta", "dr", "dra"))
"""Written with a stop that ends nothing."""


@dataclass(frozen=True, slots=True, order=True)
class Giveaway:
    """From `start` to `end` of the text. `what`: as in `personal_data_in`, and besides these.

    `filing`: a petition's number. `perhaps_name`: a word of somebody's name, two capitals in a row,
    one after a title, or a name that many people have. `perhaps_address`: a street with a number.
    `perhaps_number`: a long number. `perhaps_car`: shaped like a number plate.
    """

    start: int
    end: int
    what: str
    is_sure: bool


def giveaways(text: str, person: KnownPerson, pack: Pack) -> tuple[Giveaway, ...]:
    """In the order of the text; where two meet, the sure one, then the longer."""
    text = _without_ours(text, pack)
    found = sorted(
        _found(text, person, pack), key=lambda one: (not one.is_sure, one.start - one.end)
    )
    kept: list[Giveaway] = []
    for one in found:
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return tuple(sorted(kept))


def unmarked(text: str, person: KnownPerson, pack: Pack) -> tuple[str, ...]:
    """What the text gives away where no mark can show it: it has to go all the same."""
    shown = {one.what for one in giveaways(text, person, pack) if one.is_sure}
    said = personal_data_in(_without_ours(text, pack), person)
    return tuple(
        one for one in said if one not in shown and not (one in _NUMBERS and shown & _NUMBERS)
    )


def _without_ours(text: str, pack: Pack) -> str:
    """Blanks, as many, in place of the telephone, the mail and the addresses of the entity."""
    entity = pack.entity
    ours = (entity.phone, entity.email, entity.address, *(p.address for p in pack.service_points))
    for known in filter(None, ours):
        text = re.sub(
            re.escape(known), lambda one: " " * len(one.group()), text, flags=re.IGNORECASE
        )
    return text


def _found(text: str, person: KnownPerson, pack: Pack) -> Iterator[Giveaway]:
    folded = "".join(fold(letter)[:1] or letter for letter in text)
    sure = personal_data_in(text, person)
    yield from _numbers(text, folded, person)
    what = "address" if "address" in sure else "perhaps_address"
    for one in _ADDRESS.finditer(folded):
        yield Giveaway(*one.span(), what, is_sure="address" in sure)
    for one in EMAIL.finditer(text):
        yield Giveaway(*one.span(), "email", is_sure=True)
    said = [(fold(one.group()), one) for one in _WORD.finditer(text)]
    yield from _names(said, person, sure)
    yield from _body(said, person)
    known = _known_names(pack)
    yield from _capitals(text, said, known)
    yield from _common(text, said, known)


def _numbers(text: str, folded: str, person: KnownPerson) -> Iterator[Giveaway]:
    filings = [
        one.span()
        for one in _FILING.finditer(folded)
        if "-" in one.group() or PetitionNumber.read(one.group())
    ]
    yield from (Giveaway(*span, "filing", is_sure=True) for span in filings)
    for one in NUMBER.finditer(text):
        what = next(known_numbers(one.group(), person), "")
        if what:
            yield Giveaway(*one.span(), what, is_sure=True)
    for span in (*shaped_numbers(folded), *(one.span() for one in CUED.finditer(folded))):
        yield Giveaway(*span, "number", is_sure=True)
    for span in not_money(_LONG_NUMBER, folded):
        yield Giveaway(*span, "perhaps_number", is_sure=False)
    for one in _CAR.finditer(text):
        yield Giveaway(*one.span(), "perhaps_car", is_sure=False)


_Said = Sequence[tuple[str, re.Match[str]]]
"""Each word folded, and where it stands."""


def _names(said: _Said, person: KnownPerson, sure: Sequence[str]) -> Iterator[Giveaway]:
    for what, name in (("name", person.name), ("represented", person.represented_name)):
        own = {one for one in words(name) if len(one) >= _SHORTEST_NAME} - PARTICLES
        is_sure = what in sure
        for word, place in said:
            if word in own:
                yield Giveaway(*place.span(), what if is_sure else "perhaps_name", is_sure=is_sure)


def _body(said: _Said, person: KnownPerson) -> Iterator[Giveaway]:
    sought = [one for one in words(person.body_name) if one.isalpha()]
    for first in range(len(said) - len(sought) + 1 if sought else 0):
        run = said[first : first + len(sought)]
        if [word for word, _place in run] == sought:
            yield Giveaway(run[0][1].start(), run[-1][1].end(), "body", is_sure=True)


def _capitals(text: str, said: _Said, known: Sequence[str]) -> Iterator[Giveaway]:
    """Capitals in a row that are no name of the entity's own, or any after a title."""
    run: list[tuple[str, re.Match[str]]] = []
    before = ""
    for word, place in said:
        is_capital = place.group()[0].isupper() and len(word) >= _SHORTEST_NAME
        is_capital = is_capital and word not in _TITLES | PARTICLES
        goes_on = is_capital or word in PARTICLES
        if run and not (goes_on and _is_one_name(text[run[-1][1].end() : place.start()])):
            yield from _name_of(text, run, before, known)
            run, before = [], ""
        if is_capital:
            run.append((word, place))
        elif not run and not (before in _TITLES and word in _ARTICLES):
            ends = text[place.end() : place.end() + 1] in _STOPS and word not in _SHORT_TITLES
            before = "" if ends else word
    yield from _name_of(text, run, before, known)


def _common(text: str, said: _Said, known: Sequence[str]) -> Iterator[Giveaway]:
    """A name that many have, alone: in any letters, or with a capital where none was needed."""
    before = ""
    for word, place in said:
        is_name = word in ONLY_NAMES or (
            word in ALSO_WORDS
            and place.group()[0].isupper()
            and not _BEGINNING.search(text, 0, place.start())
        )
        if is_name and before not in _SAINTS and not _is_ours(word, known):
            yield Giveaway(*place.span(), "perhaps_name", is_sure=False)
        before = word


def _is_one_name(between: str) -> bool:
    """Whether what stands between two words of a name lets it go on: blanks and particles."""
    return not re.search(r"[^\w\s]|\n", between) and set(words(between)) <= PARTICLES


def _name_of(
    text: str, run: Sequence[tuple[str, re.Match[str]]], before: str, known: Sequence[str]
) -> Iterator[Giveaway]:
    if not run:
        return
    start, end = run[0][1].start(), run[-1][1].end()
    is_titled = before in _TITLES and not _is_ours(f"{before} {text[start:end]}", known)
    if is_titled or (len(run) > 1 and not _is_ours(text[start:end], known)):
        yield Giveaway(start, end, "perhaps_name", is_sure=False)


def _is_ours(name: str, known: Sequence[str]) -> bool:
    """Whether what stands together, between particles, stands so in one name of the entity's.

    «Gloria Candelaria» does not: each is a place, together they are somebody.
    """
    together = [""]
    for word in words(name):
        if word in PARTICLES:
            together.append("")
        else:
            together[-1] += f" {stem(word)}"
    return all(any(f"{one} " in name for name in known) for one in together)


def _known_names(pack: Pack) -> tuple[str, ...]:
    """What the entity calls by a name: itself, its offices, places and topics; in stems."""
    named = (
        pack.entity.name,
        pack.entity.municipality,
        *(one.name for one in pack.departments),
        *(one.name for one in pack.places),
        *(name for one in pack.topics for name in (one.tema, one.subtema)),
    )
    return tuple(f" {' '.join(map(stem, words(name)))} " for name in named)
