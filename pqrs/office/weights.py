"""What was learnt, as flat arrays: small in memory, quick to read, the same bytes every time."""

import json
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

# Raised when the meaning of the numbers changes, so that a kept file is learnt anew.
FORMAT = 5
_INDEX, _START, _VALUE = "H", "I", "f"


class UnreadableWeightsError(Exception):
    """The bytes are not weights of this version or of this kind of machine."""


class Slots(Mapping[str, int]):
    """The place of each feature, of features kept end to end in their order.

    A dictionary of three hundred thousand features would take ten times as much of every worker.
    """

    def __init__(self, letters: bytes, ends: Sequence[int]) -> None:
        """`letters`: the features in UTF-8, sorted; `ends`: where each one ends."""
        self._letters, self._ends = letters, ends

    def __getitem__(self, feature: str) -> int:
        sought = feature.encode()
        slot = bisect_left(range(len(self._ends)), sought, key=self._written)
        if slot == len(self._ends) or self._written(slot) != sought:
            raise KeyError(feature)
        return slot

    def __iter__(self) -> Iterator[str]:
        return (self._written(slot).decode() for slot in range(len(self)))

    def __len__(self) -> int:
        return len(self._ends)

    def _written(self, slot: int) -> bytes:
        return self._letters[self._ends[slot - 1] if slot else 0 : self._ends[slot]]


@dataclass(frozen=True, slots=True)
class Weights:
    """For each feature a run of (label, value): how much it speaks for each label that has it.

    The features are sorted: `slots` gives the place of each among them, and of its run.
    Numbers from `len(labels)` on stand for families; `family_of` gives each label's own, or -1.
    """

    labels: tuple[str, ...]
    family_of: tuple[int, ...]
    slots: Mapping[str, int]
    starts: Sequence[int]
    indexes: Sequence[int]
    values: Sequence[float]

    def run(self, feature: str) -> range:
        """The positions of a feature's run; empty for one that was never seen."""
        slot = self.slots.get(feature)
        return range(0) if slot is None else range(self.starts[slot], self.starts[slot + 1])

    def scores(self, seen: Mapping[str, float]) -> list[float]:
        """How much what is seen speaks for each label, its family's part included."""
        found = [0.0] * (len(self.labels) + len(self.family_of) + 1)
        for feature, value in seen.items():
            for position in self.run(feature):
                found[self.indexes[position]] += value * self.values[position]
        families = found[len(self.labels) :]
        return [
            own + (families[family] if family >= 0 else 0.0)
            for own, family in zip(found, self.family_of, strict=False)
        ]

    def to_bytes(self) -> bytes:
        """One line of JSON that says what follows, then the features and the four arrays."""
        features = [feature.encode() for feature in self.slots]
        head = {
            "format": FORMAT,
            "byteorder": sys.byteorder,
            "labels": self.labels,
            "family_of": self.family_of,
            "features": len(features),
            "letters": sum(map(len, features)),
            "runs": len(self.indexes),
        }
        return b"".join(
            (
                json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode(),
                b"\n",
                *features,
                array(_START, accumulate(map(len, features))).tobytes(),
                array(_START, self.starts).tobytes(),
                array(_INDEX, self.indexes).tobytes(),
                array(_VALUE, self.values).tobytes(),
            )
        )


def from_bytes(data: bytes) -> Weights:
    """The weights that were written. Raises `UnreadableWeightsError`."""
    line = data[: data.find(b"\n")]
    rest = memoryview(data)[len(line) + 1 :]
    try:
        head = json.loads(line)
        is_ours = (head["format"], head["byteorder"]) == (FORMAT, sys.byteorder)
        count, letters, runs = head["features"], head["letters"], head["runs"]
        ends, *arrays = _arrays(rest[letters:], (count, count + 1, runs, runs))
        labels, family_of = tuple(head["labels"]), tuple(head["family_of"])
    except (ValueError, KeyError, TypeError) as error:
        raise UnreadableWeightsError from error
    if not is_ours:
        raise UnreadableWeightsError
    return Weights(labels, family_of, Slots(bytes(rest[:letters]), ends), *arrays)


def _arrays(data: memoryview, lengths: Sequence[int]) -> list[array]:  # type: ignore[type-arg]
    """The four arrays, which must fill the data to the last byte."""
    found = []
    for code, length in zip((_START, _START, _INDEX, _VALUE), lengths, strict=True):
        one = array(code)
        size = length * one.itemsize
        one.frombytes(data[:size])
        if len(one) != length:
            raise ValueError(code)
        found.append(one)
        data = data[size:]
    if data:
        raise ValueError(len(data))
    return found
