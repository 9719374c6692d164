"""Whether a text must come first because somebody's life or body is in danger (CPACA art. 20).

Three things ring: a sign of `danger.py`, which is a rule; the words of danger that were learnt from
texts of both sorts; and the topics that the words point to. The last two are weighed together, so
that "la cancha está muerta" stays what it is. A missed danger costs more than a false alarm: what
only perhaps tells of danger is read by a person at once.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

from pqrs.office.danger import tells_of_danger
from pqrs.office.learning import features, read_words
from pqrs.office.weights import Weights
from pqrs.office.words import heard

DANGER, CALM = "yes", "no"
_LENGTH_POWER, _LENGTH_START = 0.5, 3.0
# What the words say counts so many times what their topics say.
_WORDS_OVER_TOPICS = 1.5
_PAIR = 0.5
# A calm topic quietens more than a grave one alarms; what is between them quietens a little.
_CALM, _BETWEEN = 1.5, 0.3
# From where on it is sure and from where on it may be. A few words must say it clearly: "no hay
# agua en mi casa" shares words with a flood.
_SURE_FROM, _PERHAPS_FROM = 0.9, -0.9
_FEW_WORDS, _FEW_SURE_FROM, _FEW_PERHAPS_FROM = 8, 1.3, -0.5


class Alarm(IntEnum):
    """PERHAPS: a person decides at once. SURE: it comes first and whoever is on duty is told."""

    NONE = 0
    PERHAPS = 1
    SURE = 2


@dataclass(frozen=True, slots=True)
class Mood:
    """The shares of belief of topics where lives are at risk, are not, and of the others."""

    grave: float = 0.0
    calm: float = 0.0
    between: float = 0.0

    @property
    def weight(self) -> float:
        return self.grave - _CALM * self.calm - _BETWEEN * self.between


def listen(weights: Weights, text: str, mood: Mood | None) -> Alarm:
    """Without a mood, for a text that says hardly anything, only the signs ring."""
    if tells_of_danger(text):
        return Alarm.SURE
    if mood is None:
        return Alarm.NONE
    seen = seen_of(text)
    words = sum(1 for value in seen.values() if value == 1.0)
    few = words < _FEW_WORDS
    found = _WORDS_OVER_TOPICS * strength(weights, seen, words) + mood.weight
    if found >= (_FEW_SURE_FROM if few else _SURE_FROM):
        return Alarm.SURE
    return Alarm.PERHAPS if found >= (_FEW_PERHAPS_FROM if few else _PERHAPS_FROM) else Alarm.NONE


def seen_of(text: str) -> dict[str, float]:
    """Words, their pieces, and neighbours: "me mata" is said otherwise than "me mata la espera"."""
    found = features(text)
    neighbours = pairwise(heard(word) for word in read_words(text))
    found.update((f"{one} {two}", _PAIR) for one, two in neighbours)
    return found


def strength(weights: Weights, seen: Mapping[str, float], words: int) -> float:
    """What the words say for danger against calm, however long the text is."""
    by_label = dict(zip(weights.labels, weights.scores(seen), strict=True))
    said = by_label.get(DANGER, 0.0) - by_label.get(CALM, 0.0)
    length: float = (words + _LENGTH_START) ** _LENGTH_POWER
    return said / length
