"""After counting, every text is read again, and what spoke for another label is moved.

Counting tells how often a turn of phrase is in the texts of each label, as if each stood alone.
Here they are weighed together: what was expected before a word was read, and all that is seen.
Where the right label got less than it should, each thing seen speaks a little more for it and less
for those that got too much. A logistic regression, in plain Python and always the same.
"""

from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp

from pqrs.office.weights import Weights

_ROUNDS, _RATE = 3, 0.3
_LENGTH_POWER, _LENGTH_START = 0.4, 3.0
_RAREST = 2
# What is so little wrong is left.
_TOLERANCE = 0.05
# How much of what was counted counts beside what was corrected.
_COUNTED, _CORRECTED = 0.7, 0.5
# What says less than this is not worth its memory.
_FAINT = 0.02
# Its multiples, less their whole part, lie evenly: neighbours of the file are read far apart.
_GOLDEN = 0.6180339887498949
CONSTANTS = (
    *(_ROUNDS, _RATE, _LENGTH_POWER, _LENGTH_START, _RAREST, _TOLERANCE),
    *(_COUNTED, _CORRECTED, _FAINT, _GOLDEN),
)
"""Other constants make other weights, so that a kept file is learnt anew."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What is seen of a text, its label, and what was expected of each label before, as a log."""

    seen: Collection[str]
    label: str
    expected: Sequence[float]


def length_of(seen: Collection[str]) -> float:
    """By what the sum of a text is divided: a long one has more of everything."""
    return float((len(seen) + _LENGTH_START) ** _LENGTH_POWER)


def correct(counted: Weights, readings: Iterable[Reading]) -> Weights:
    """The weights of counting, with what was found by reading again."""
    moved = _moved(counted.labels, tuple(readings))
    starts, indexes, values = array("I", [0]), array("H"), array("f")
    slots: dict[str, int] = {}
    for feature in sorted(counted.slots.keys() | moved.keys()):
        whole = [_CORRECTED * value for value in moved.get(feature, [0.0] * len(counted.labels))]
        for position in counted.run(feature):
            whole[counted.indexes[position]] += _COUNTED * counted.values[position]
        slots[feature] = len(slots)
        for index, value in enumerate(whole):
            if abs(value) >= _FAINT:
                indexes.append(index)
                values.append(value)
        starts.append(len(indexes))
    return Weights(counted.labels, counted.family_of, slots, starts, indexes, values)


def _moved(labels: Sequence[str], readings: Sequence[Reading]) -> Mapping[str, list[float]]:
    """What each thing seen says for each label; of what was seen once, nothing."""
    seen = Counter(feature for reading in readings for feature in reading.seen)
    found = {feature: [0.0] * len(labels) for feature, count in seen.items() if count >= _RAREST}
    order = sorted(range(len(readings)), key=lambda number: (number * _GOLDEN) % 1)
    lines = [
        (
            [found[feature] for feature in readings[number].seen if feature in found],
            readings[number].expected,
            labels.index(readings[number].label),
            length_of(readings[number].seen),
        )
        for number in order
    ]
    for turn in range(_ROUNDS):
        for rows, expected, right, length in lines:
            if rows:
                _read_again(rows, expected, right, length, _RATE / (turn + 1))
    return found


def _read_again(
    rows: Sequence[list[float]],
    expected: Sequence[float],
    right: int,
    length: float,
    rate: float,
) -> None:
    """Move the rows of one text towards its label."""
    said = map(sum, zip(*rows, strict=True))
    scores = [before + score / length for before, score in zip(expected, said, strict=True)]
    best = max(scores)
    odds = [exp(score - best) for score in scores]
    whole = sum(odds)
    for label, one in enumerate(odds):
        missing = (label == right) - one / whole
        if abs(missing) > _TOLERANCE:
            step = rate * missing
            for row in rows:
                row[label] += step
