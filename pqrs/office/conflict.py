"""Which of our offices a text complains about: none of their people may decide on it, or see it.

Norm: CPACA art. 11 (conflict of interest). An office is named as the offender when its name stands
near what its people did ("la secretaria de Planeación me gritó", "en Hacienda me pidieron plata").
A service that does not work is no offence: "Tránsito no arregla el semáforo".
"""

import re
from collections.abc import Iterable, Iterator
from itertools import combinations

from pqrs.office.entity import Department
from pqrs.office.words import fold, words

# How many words may stand between the office and the deed.
_NEAR = 12
_DEED = re.compile(
    r"(?:trat(?:o|aron|a|an|ado|ada)|atend(?:io|ieron|ido)) (?:muy |tan )?(?:mal|feo|como)\b|"
    r"mal trato|maltrat\w+|grit\w+|groser\w+|humill\w+|insult\w+|burl\w+|rieron de|ofend\w+|"
    r"altaner\w+|prepotent\w+|irrespet\w+|discrimin\w+|acos[ao]\w*|empuj\w+|manose\w+|"
    r"(?:pid|exig)\w+ (?:\w+ ){0,3}(?:plata|dinero|billete|millon\w*|mil|comision|porcentaje)|"
    r"soborn\w+|coimas?|mordida|por debajo|corrup\w+|rob(?:a|o|an|ando|aron)\b|"
    r"desvi(?!nc)\w+|a dedo|"
    r"tajada|serrucho|torcid\w+"
)
_OFFICE_WORD = (
    r"(?:secretari[ao]|oficina|departamento|direccion|director\w*|jef[ea]|funcionari[ao]s?|"
    r"emplead[ao]s?|ventanilla|unidad|inspector\w*|inspeccion|comisari[ao]|corregidor\w*|gente|"
    r"l[ao]s|(?:el|la|un|una) de|en|(?:fui|fuimos|vine|acudi|llegue|llegamos) (?:a|hasta)|"
    r"alcaldia|abogad[ao]s?|ingenier[ao]s?|agentes?|guardas?|asesor\w*)"
)
_LINK = r"(?: (?:de|del|la|el|los|las|municipal|publica|administrativo|administrativa)){0,3}"


def named_departments(text: str, departments: Iterable[Department]) -> tuple[str, ...]:
    """Codes of the offices named as the offender, in the order of the pack."""
    line = " ".join(words(text))
    deeds = [found.start() for found in _DEED.finditer(line)]
    if not deeds:
        return ()
    return tuple(
        department.code
        for department in departments
        if department.internal
        and any(
            _is_near(line, place, deed) for place in _places(line, department) for deed in deeds
        )
    )


def mentioned_departments(text: str, departments: Iterable[Department]) -> tuple[str, ...]:
    """Codes of our offices that a text speaks of at all, where it was asked who took part."""
    line = " ".join(words(text))
    return tuple(
        department.code
        for department in departments
        if department.internal and any(True for _place in _places(line, department))
    )


def named_people(text: str, people: Iterable[tuple[int, str]]) -> tuple[int, ...]:
    """Ids of the staff whom a text calls by two names of theirs, one near the other.

    In either order: «Zulma Quesada», «Quesada Zulma». One name alone is anybody's. Wrong in favour
    of who reports: a namesake does not see it either.
    """
    spoken = words(text)
    together = {
        tuple(sorted((word, near)))
        for place, word in enumerate(spoken)
        for near in spoken[place + 1 : place + 1 + _NAMES_APART]
    }
    return tuple(person for person, name in people if not together.isdisjoint(_pairs(name)))


def _pairs(name: str) -> Iterator[tuple[str, ...]]:
    """Each two of the names that somebody has, without what only links them."""
    telling = {one for one in words(name) if len(one) >= _SHORTEST_NAME and one not in _LINKS}
    return combinations(sorted(telling), 2)


_SHORTEST_NAME = 3
_LINKS = {"del", "las", "los"}
# Words between a given name and a surname: a second name, «de la».
_NAMES_APART = 4


def _places(line: str, department: Department) -> Iterator[int]:
    """Where the office stands in the line, said as an office and not as a common word."""
    names = (*department.aliases, department.name)
    for name in sorted({" ".join(words(fold(name))) for name in names}):
        whole = re.escape(name)
        pattern = rf"\b{_OFFICE_WORD}{_LINK} {whole}\b|\b{whole}\b(?<=^{whole})"
        own = rf"|\b{whole}\b" if name in _PEOPLE else ""
        yield from (found.start() for found in re.finditer(pattern + own, line))


# Names of offices that are the name of whoever sits there.
_PEOPLE = {"inspector", "corregidor", "comisaria", "alcalde", "alcaldesa"}


def _is_near(line: str, one: int, other: int) -> bool:
    start, end = sorted((one, other))
    return line.count(" ", start, end) <= _NEAR
