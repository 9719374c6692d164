"""From words to ranked topics: complement naive Bayes over stems and pieces of words.

Pure and deterministic: the same pack and text give the same ranking everywhere. It learns in well
under a second from the pack's own words, so nothing is stored. It only ranks; what follows from a
ranking is `routing.py`. The figures behind each constant are in `docs/routing.md`.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import exp, log

from pqrs.office.words import is_common, stem, stems, words

# Of a very long text the beginning and the end are read: the matter often comes last.
_READ_WORDS = 300
_WORD, _COMMON_WORD, _PAIR, _COMMON_PAIR, _PIECE = 1.0, 0.4, 0.7, 0.28, 0.3
_PIECE_SIZES = (4, 5)
_SHORTEST_SHOWN = 3
_SMOOTHING = 0.3
# Topics taught with many words must not win by their number alone.
_LENGTH_POWER = 0.6
# Chosen so that a confidence of 0.5 is right some nine times in ten, in short and in long texts.
_SHARPNESS = 22.0
_TEXT_LENGTH_POWER = 0.7


@dataclass(frozen=True, slots=True)
class Lesson:
    """A text of a topic, and how much it counts."""

    topic: str
    text: str
    weight: float


@dataclass(frozen=True, slots=True)
class Ranked:
    """A topic and its share of the belief, 0 to 1.

    What the shares of a ranking lack to 1 belongs to the topics that have nothing of the text, so
    that a faint resemblance to a single topic is not taken for certainty.
    """

    topic: str
    share: float


def features(text: str) -> dict[str, float]:
    """What is seen of a text and how much each counts: stems, neighbours, pieces of words."""
    seen = [_plain(one) for one in stems(text)]
    if len(seen) > 2 * _READ_WORDS:
        seen = seen[:_READ_WORDS] + seen[-_READ_WORDS:]
    telling = [one for one in seen if not is_common(one)]
    found = {one: _COMMON_WORD if is_common(one) else _WORD for one in seen}
    found.update((f"{one}+{two}", _PAIR) for one, two in pairwise(telling))
    for one, two in pairwise(seen):
        both_common = is_common(one) and is_common(two)
        found[f"{one} {two}"] = _COMMON_PAIR if both_common else _PAIR
    found.update((piece, _PIECE) for one in set(telling) for piece in _pieces(f"<{one}>"))
    return found


def _plain(one: str) -> str:
    """Phones leave the tilde of the ñ out; here nothing depends on it."""
    return one.replace("ñ", "n")


def _pieces(word: str) -> Iterator[str]:
    """Runs of letters, marked, so that a misspelt word still shares most of them."""
    for size in _PIECE_SIZES:
        for start in range(len(word) - size + 1):
            yield f"~{word[start : start + size]}"


class Classifier:
    """Learns from lessons; then ranks topics for a text."""

    def __init__(self, lessons: Iterable[Lesson]) -> None:
        counts: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        for lesson in lessons:
            for feature, value in features(lesson.text).items():
                counts[lesson.topic][feature] += lesson.weight * value
        self._topics: Sequence[str] = sorted(counts)
        self._weights = _weigh([counts[topic] for topic in self._topics])

    def rank(self, text: str) -> list[Ranked]:
        """Every topic that shares anything with the text, best first; empty when none does."""
        scores: dict[int, float] = defaultdict(float)
        seen = features(text)
        for feature, value in seen.items():
            for index, weight in self._weights.get(feature, ()):
                scores[index] += value * weight
        best = max(scores.values(), default=0.0)
        sharpness = _SHARPNESS / _length(seen.values()) ** _TEXT_LENGTH_POWER
        odds = {index: exp((score - best) * sharpness) for index, score in scores.items()}
        silent = len(self._topics) - len(odds)
        total = sum(odds.values()) + silent * exp(-best * sharpness)
        order = sorted(odds, key=lambda index: (-odds[index], index))
        return [Ranked(self._topics[index], odds[index] / total) for index in order]

    def evidence(self, text: str, topic: str, most: int = 3) -> tuple[str, ...]:
        """The words of the text that spoke most for a topic, in the order they were written."""
        index = self._topics.index(topic)
        weighed: dict[str, float] = {}
        for word in words(text):
            one = _plain(stem(word))
            weight = dict(self._weights.get(one, ())).get(index, 0.0)
            if weight > 0 and len(word) >= _SHORTEST_SHOWN and not is_common(one):
                weighed[word] = weight
        best = sorted(weighed, key=lambda word: (-weighed[word], word))[:most]
        return tuple(word for word in weighed if word in best)


def _length(values: Iterable[float]) -> float:
    """Of a vector; 1 for an empty one, which is only ever divided by."""
    return sum(value * value for value in values) ** 0.5 or 1.0


def _weigh(counts: Sequence[Mapping[str, float]]) -> Mapping[str, list[tuple[int, float]]]:
    """For each feature, the topics that have it and how much it speaks for each.

    It speaks for a topic as much as it is rare in all the others taken together.
    """
    totals: dict[str, float] = defaultdict(float)
    for seen in counts:
        for feature, value in seen.items():
            totals[feature] += value
    weights: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for index, seen in enumerate(counts):
        raw = {
            feature: log((totals[feature] + _SMOOTHING) / (totals[feature] - value + _SMOOTHING))
            for feature, value in seen.items()
        }
        length = _length(raw.values()) ** _LENGTH_POWER
        for feature, weight in raw.items():
            weights[feature].append((index, weight / length))
    return weights
