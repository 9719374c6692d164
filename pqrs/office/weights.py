"""What was learnt, as flat arrays: small in memory, quick to read, the same bytes every time."""

import json
import sys
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

# Raised when the meaning of the numbers changes, so that a kept file is learnt anew.
FORMAT = 4
_INDEX, _START, _VALUE = "H", "I", "f"


class UnreadableWeightsError(Exception):
    """The bytes are not weights of this version or of this kind of machine."""


@dataclass(frozen=True, slots=True)
class Weights:
    """For each feature a run of (label, value): how much it speaks for each label that has it.

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
        """One line of JSON that says what follows, then the three arrays."""
        head = {
            "format": FORMAT,
            "byteorder": sys.byteorder,
            "labels": self.labels,
            "family_of": self.family_of,
            "features": list(self.slots),
            "runs": len(self.indexes),
        }
        return b"".join(
            (
                json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode(),
                b"\n",
                array(_START, self.starts).tobytes(),
                array(_INDEX, self.indexes).tobytes(),
                array(_VALUE, self.values).tobytes(),
            )
        )


def from_bytes(data: bytes) -> Weights:
    """The weights that were written. Raises `UnreadableWeightsError`."""
    line, _, rest = data.partition(b"\n")
    try:
        head = json.loads(line)
        is_ours = (head["format"], head["byteorder"]) == (FORMAT, sys.byteorder)
        features = head["features"]
        arrays = _arrays(rest, (len(features) + 1, head["runs"], head["runs"]))
        labels, family_of = tuple(head["labels"]), tuple(head["family_of"])
    except (ValueError, KeyError, TypeError) as error:
        raise UnreadableWeightsError from error
    if not is_ours:
        raise UnreadableWeightsError
    slots = {feature: slot for slot, feature in enumerate(features)}
    return Weights(labels, family_of, slots, *arrays)


def _arrays(data: bytes, lengths: Sequence[int]) -> list[array]:  # type: ignore[type-arg]
    """The three arrays, which must fill the data to the last byte."""
    found = []
    for code, length in zip((_START, _INDEX, _VALUE), lengths, strict=True):
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
