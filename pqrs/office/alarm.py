"""Whether a text must come first because somebody's life or body is in danger (CPACA art. 20).

Three things ring: a sign of `danger.py`, which is a rule; the words of danger that were learnt from
texts of both sorts; and the topics that the words point to. The last two are weighed together, so
that "la cancha está muerta" stays what it is. A missed danger costs more than a false alarm.
"""

from dataclasses import dataclass

from pqrs.office.danger import tells_of_danger
from pqrs.office.learning import features
from pqrs.office.weights import Weights

DANGER, CALM = "yes", "no"
_LENGTH_POWER, _LENGTH_START = 0.5, 3.0
# What is between grave and calm quietens a little less; and from where on it rings.
_BETWEEN, _RINGS_FROM = 0.6, -0.1


@dataclass(frozen=True, slots=True)
class Mood:
    """The shares of belief of topics where lives are at risk, are not, and of the others."""

    grave: float = 0.0
    calm: float = 0.0
    between: float = 0.0

    @property
    def weight(self) -> float:
        return self.grave - self.calm - _BETWEEN * self.between


def rings(weights: Weights, text: str, mood: Mood | None) -> bool:
    """Without a mood, for a text that says hardly anything, only the signs ring."""
    if tells_of_danger(text):
        return True
    return mood is not None and strength(weights, text) + mood.weight >= _RINGS_FROM


def strength(weights: Weights, text: str) -> float:
    """What the words say for danger against calm, however long the text is."""
    seen = features(text)
    words = sum(1 for value in seen.values() if value == 1.0)
    by_label = dict(zip(weights.labels, weights.scores(seen), strict=True))
    said = by_label.get(DANGER, 0.0) - by_label.get(CALM, 0.0)
    length: float = (words + _LENGTH_START) ** _LENGTH_POWER
    return said / length
