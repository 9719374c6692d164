"""From words to ranked topics.

Pure and deterministic: the same weights and text give the same ranking everywhere. It only ranks;
what follows from a ranking is `routing.py`. How it learns is `learning.py`; the figures behind each
constant are in `docs/routing.md`.
"""

from dataclasses import dataclass
from math import exp

from pqrs.office.learning import features
from pqrs.office.weights import Weights
from pqrs.office.words import heard, is_common, words

_SHORTEST_SHOWN = 3
# Chosen so that a share of 0.5 is right about as often as not being sure deserves, at any length.
_SHARPNESS = 1.4
_LENGTH_POWER, _LENGTH_START = 0.5, 3.0


@dataclass(frozen=True, slots=True)
class Ranked:
    """A topic and its share of the belief, 0 to 1."""

    topic: str
    share: float


class Classifier:
    """Ranks topics for a text by what was learnt."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights

    def rank(self, text: str) -> list[Ranked]:
        """Every topic that shares anything with the text, best first; empty when none does.

        What the shares lack to 1 belongs to the topics that have nothing of the text, so that a
        faint resemblance to a single topic is not taken for certainty.
        """
        seen = features(text)
        scores = self._weights.scores(seen)
        best = max(scores, default=0.0)
        if best <= 0:
            return []
        sharpness = _SHARPNESS / (_length(seen) + _LENGTH_START) ** _LENGTH_POWER
        odds = [exp((score - best) * sharpness) for score in scores]
        total = sum(odds)
        order = sorted(range(len(odds)), key=lambda index: (-odds[index], index))
        return [
            Ranked(self._weights.labels[index], odds[index] / total)
            for index in order
            if scores[index] > 0
        ]

    def evidence(self, text: str, topic: str, most: int = 3) -> tuple[str, ...]:
        """The words of the text that spoke most for a topic, in the order they were written."""
        index = self._weights.labels.index(topic)
        weighed: dict[str, float] = {}
        for word in words(text):
            one = heard(word)
            if len(word) < _SHORTEST_SHOWN or is_common(one):
                continue
            score = self._weights.scores({one: 1.0})[index]
            if score > 0:
                weighed[word] = score
        best = sorted(weighed, key=lambda word: (-weighed[word], word))[:most]
        return tuple(word for word in weighed if word in best)


def _length(seen: dict[str, float]) -> int:
    """How many different words."""
    return sum(1 for value in seen.values() if value == 1.0)
