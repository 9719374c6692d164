"""Whether two petitions ask the same: one matter, one place, alike in their words.

The words are those the router hears, so that accents and spelling make little difference.
"""

from dataclasses import dataclass
from datetime import timedelta

from pqrs.office.pack import Pack
from pqrs.office.words import heard, is_common, spoken_words

SEASON = timedelta(days=90)
"""Two petitions of other people farther apart than this are not of one season."""
_SAME_TOPIC, _NO_TOPIC, _OTHER_TOPIC = 0.15, 0.35, 0.6
"""How alike the words must be: little under one topic, much under two."""
_SAME_REQUEST = 0.3


@dataclass(frozen=True, slots=True)
class Matter:
    """What a petition is about: topic and place are codes, None when not known."""

    topic: str | None
    place: str | None
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Who:
    """By what a person is known again; each may be missing."""

    document: str = ""
    email: str = ""
    phone: str = ""


def words_of_matter(text: str) -> frozenset[str]:
    """The words that say something, as heard; numbers as they were written."""
    written = spoken_words(text)
    numbers = {word for word in written if word.isdigit()}
    said = (heard(word) for word in written if not word.isdigit())
    return frozenset(one for one in said if not is_common(one)) | numbers


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of their words that they have in common, 0 to 1."""
    total = len(one) + len(other)
    return 2 * len(one & other) / total if total else 0.0


def is_same_matter(one: Matter, other: Matter, pack: Pack) -> bool:
    """One place, or one inside the other; and words as alike as their topics ask."""
    if not _places_meet(one.place, other.place, pack):
        return False
    if one.topic is None or other.topic is None:
        needed = _NO_TOPIC
    else:
        needed = _SAME_TOPIC if one.topic == other.topic else _OTHER_TOPIC
    return likeness(one.words, other.words) >= needed


def is_same_request(one: Matter, other: Matter) -> bool:
    """Narrower, to be counted together: one topic, one place and much of their words.

    Two addresses without a number in common are two corners of the same barrio.
    """
    if one.topic is None or (one.topic, one.place) != (other.topic, other.place):
        return False
    mine, theirs = (set(filter(str.isdigit, each.words)) for each in (one, other))
    if mine and theirs and not mine & theirs:
        return False
    return likeness(one.words, other.words) >= _SAME_REQUEST


def is_same_person(one: Who, other: Who) -> bool:
    """The same document, address or telephone; nobody is like nobody."""
    pairs = (
        (one.document.strip(), other.document.strip()),
        (one.email.strip().lower(), other.email.strip().lower()),
        (_digits(one.phone), _digits(other.phone)),
    )
    return any(mine and mine == theirs for mine, theirs in pairs)


def _digits(phone: str) -> str:
    return "".join(character for character in phone if character.isdigit())


def _places_meet(one: str | None, other: str | None, pack: Pack) -> bool:
    if one is None or other is None:
        return one is other
    upwards = pack.place_index.upwards
    return one in upwards(other) or other in upwards(one)
