"""From words to ranked topics: complement naive Bayes over stems and pieces of words.

Pure and deterministic: the same pack and text give the same ranking everywhere. It learns in well
under a second from the pack's own words, so nothing is stored. It only ranks; what follows from a
ranking is `routing.py`.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log

from pqrs.office.words import stem, stems, words

# Of a very long text the beginning and the end are read: the matter often comes last.
_READ_WORDS = 300
_SHORT_WORD = 3
_SMOOTHING = 0.3
_PIECES = (3, 4, 5)
_PIECE_WEIGHT = 0.35
_PAIR_WEIGHT = 1.5


@dataclass(frozen=True, slots=True)
class Ranked:
    """A topic and its share of the belief, 0 to 1; the shares of a ranking add up to 1."""

    topic: str
    share: float


def features(text: str) -> dict[str, float]:
    """What is seen of a text and how much each weighs: stems, neighbouring stems, pieces."""
    seen = [one.replace("ñ", "n") for one in stems(text)]
    if len(seen) > 2 * _READ_WORDS:
        seen = seen[:_READ_WORDS] + seen[-_READ_WORDS:]
    found = dict.fromkeys(seen, 1.0)
    found.update((f"{one} {two}", _PAIR_WEIGHT) for one, two in zip(seen, seen[1:], strict=False))
    for one in set(seen):
        found.update((piece, _PIECE_WEIGHT) for piece in _pieces(f"<{one}>"))
    return found


def _pieces(word: str) -> Iterator[str]:
    """Runs of letters, marked, so that a misspelt word still shares most of them."""
    for size in _PIECES:
        for start in range(len(word) - size + 1):
            yield f"~{word[start : start + size]}"


class Classifier:
    """Learns from texts with their topic; then ranks topics for a text."""

    def __init__(self, lessons: Iterable[tuple[str, str, float]]) -> None:
        """Each lesson is a topic, a text of it, and how much it counts."""
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for topic, text, weight in lessons:
            for feature, value in features(text).items():
                counts[topic][feature] += weight * value  # type: ignore[assignment]
        self._topics: Sequence[str] = sorted(counts)
        self._learn([counts[topic] for topic in self._topics])

    def _learn(self, counts: Sequence[Mapping[str, float]]) -> None:
        totals: Counter[str] = Counter()
        for seen in counts:
            totals.update(seen)  # type: ignore[arg-type]
        smoothing = _SMOOTHING
        self._weights: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for index, seen in enumerate(counts):
            for feature, value in seen.items():
                rest = totals[feature] - value + smoothing
                self._weights[feature].append((index, log((totals[feature] + smoothing) / rest)))

    def rank(self, text: str) -> list[Ranked]:
        """Every topic that shares anything with the text, best first; empty when none does."""
        scores: dict[int, float] = defaultdict(float)
        for feature, value in features(text).items():
            for index, weight in self._weights.get(feature, ()):
                scores[index] += value * weight
        return self._shares(scores)

    def evidence(self, text: str, topic: str, most: int = 3) -> tuple[str, ...]:
        """The words of the text that spoke most for a topic, in the order they were written."""
        index = self._topics.index(topic)
        weighed: dict[str, float] = {}
        for word in words(text):
            known = dict(self._weights.get(stem(word).replace("ñ", "n"), ()))
            if len(word) > _SHORT_WORD and index in known:
                weighed[word] = known[index]
        best = sorted(weighed, key=lambda word: (-weighed[word], word))[:most]
        return tuple(word for word in weighed if word in best)

    def _shares(self, scores: Mapping[int, float]) -> list[Ranked]:
        best = max(scores.values(), default=0.0)
        odds = {index: exp(score - best) for index, score in scores.items()}
        total = sum(odds.values())
        order = sorted(odds, key=lambda index: (-odds[index], self._topics[index]))
        return [Ranked(self._topics[index], odds[index] / total) for index in order]
