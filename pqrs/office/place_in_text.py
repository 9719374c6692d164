"""The place a text tells of, when nobody chose one: "por los lados de Gorgona".

Names are met as they sound, so "villa gorgona" and "biyagorgona" are one. A barrio counts only when
the text says that it is one ("barrio La Aldea", "la vereda…") or names what contains it, because
"la victoria" and "el jardín" are also other things.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pqrs.office.places import Place
from pqrs.office.words import sound, spoken_words

_READ_WORDS = 600
_SMALL = {"barrio", "sector", "urbanizacion", "vereda"}
_SAYS_PLACE = {
    "barrio",
    "varrio",
    "sector",
    "urbanizacion",
    "vereda",
    "vda",
    "manzana",
    "corregimiento",
}
_ARTICLES = {"el", "la", "los", "las", "de", "del", "en"}
_SEAT = "cabecera"


@dataclass(frozen=True, slots=True)
class _Name:
    place: Place
    sounds: tuple[str, ...]


class PlaceFinder:
    """Finds the places of one entity in texts."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._places = {place.code: place for place in places}
        self._by_first: dict[str, list[_Name]] = {}
        for place in self._places.values():
            for name in _written(place):
                sounds = tuple(sound(word) for word in spoken_words(name) if word not in _ARTICLES)
                if sounds:
                    self._by_first.setdefault(sounds[0], []).append(_Name(place, sounds))

    def find(self, text: str) -> str | None:
        """The code of the one place meant; None for none, or for two apart."""
        found: dict[str, bool] = {}
        written = [word for word in spoken_words(text)[:_READ_WORDS] if word not in _ARTICLES]
        for code, said in self._named(written):
            found[code] = found.get(code, False) or said
        inside = {code for code in found if self._places[code].parent in found}
        meant = inside or {code for code, said in found.items() if said}
        return meant.pop() if len(meant) == 1 else None

    def _named(self, written: Sequence[str]) -> Iterator[tuple[str, bool]]:
        """Each place named, and whether the text leaves no doubt that it is a place."""
        heard = tuple(sound(word) for word in written)
        start = 0
        while start < len(heard):
            fitting = [
                name
                for name in self._by_first.get(heard[start], ())
                if heard[start : start + len(name.sounds)] == name.sounds
            ]
            length = max((len(name.sounds) for name in fitting), default=1)
            says_so = start > 0 and written[start - 1] in _SAYS_PLACE
            for name in fitting:
                if len(name.sounds) == length:
                    yield name.place.code, says_so or name.place.kind not in _SMALL
            start += length


def _written(place: Place) -> tuple[str, ...]:
    """How it is written; the seat's own name is also the municipality's, so it says nothing."""
    return place.aliases if place.kind == _SEAT else (place.name, *place.aliases)
