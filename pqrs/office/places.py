"""Places as people write them: by code, name or alias, with or without accents.

Names of barrios repeat: "La Victoria" alone fits two and is therefore no place; with its
corregimiento ("La Victoria, Villagorgona") it is one.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pqrs.office.words import fold

_MAX_TYPED = 300
_SEPARATORS = re.compile(r"[,;()/\n]+|\s-\s")
_LEADING = re.compile(
    r"^(?:(?:el|la|los|las|en|del|de|barrio|br|sector|vereda|vda|corregimiento|corr|urbanizacion|urb|"
    r"centro|poblado|municipio|cabecera)\b\.?\s*)+"
)
_NOT_WORD = re.compile(r"[^0-9a-zñ]+")


@dataclass(frozen=True, slots=True)
class Place:
    """A corregimiento, vereda, barrio…; coordinates in degrees, None when not known."""

    code: str
    name: str
    kind: str
    parent: str = ""
    aliases: tuple[str, ...] = ()
    dane_code: str = ""
    latitude: float | None = None
    longitude: float | None = None
    source: str = ""


class PlaceIndex:
    """The places of one entity by every way of naming them."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._by_code = {place.code: place for place in places}
        self._by_name: dict[str, set[str]] = {}
        for place in self._by_code.values():
            for name in (place.code, place.name, *place.aliases):
                self._by_name.setdefault(_key(name), set()).add(place.code)

    def upwards(self, code: str) -> Iterator[str]:
        """The place itself, what contains it, and so on; nothing for an unknown code."""
        place = self._by_code.get(code)
        while place is not None:
            yield place.code
            place = self._by_code.get(place.parent)

    def find(self, text: str) -> Place | None:
        """The one place meant; the part after a comma narrows the part before."""
        if len(text) > _MAX_TYPED:
            return None
        exact = self._by_code.get(text.strip().upper())
        if exact is not None:
            return exact
        meant = self._meant(text)
        return self._by_code[meant.pop()] if len(meant) == 1 else None

    def _meant(self, text: str) -> set[str]:
        """The codes that fit, reading from the widest part (the last) to the narrowest."""
        meant: set[str] = set()
        for part in reversed(_SEPARATORS.split(text)):
            named = self._named(part)
            if not named:
                continue
            inside = {code for code in named if meant.intersection(self.upwards(code))}
            around = {code for code in meant if named.intersection(self.upwards(code))}
            meant = inside or around or self._unrelated(named, meant)
        return meant

    def _unrelated(self, named: set[str], wider: set[str]) -> set[str]:
        """Two places, neither in the other: both are kept, so that no one is chosen.

        A municipality's seat bears the municipality's name, so "Villagorgona, Candelaria" is
        Villagorgona.
        """
        seats = {code for code in wider if self._by_code[code].kind == "cabecera"}
        return named if seats == wider else named | wider

    def _named(self, part: str) -> set[str]:
        key = _key(part)
        found = self._by_name.get(key) or self._by_name.get(
            _key(_LEADING.sub("", fold(part).strip()))
        )
        return set(found or ())


def _key(name: str) -> str:
    """Folded, without the article that people leave out or put in, words joined."""
    return _NOT_WORD.sub("", fold(name))
