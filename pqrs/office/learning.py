"""From lessons to weights: what each word and piece of a word says for each label.

A mixture of three: how often the feature is in the label's lessons, in those of its family (the
topics of one department share words), and in all. Deterministic: the same lessons give the same
bytes on every machine of the same kind. Why this way and no other is in `docs/routing.md`.
"""

from array import array
from collections.abc import Callable, Iterable, Mapping, MutableSequence, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log
from typing import TypeAlias

from pqrs.office.weights import FORMAT, Weights
from pqrs.office.words import heard, is_common, sound, spoken_words

# Of a very long text the beginning and the end are read: the matter often comes last.
_READ_WORDS = 300
_PIECE = 0.5
_PIECE_SIZES = (3, 5)
# Shares of the mixture: the label's own lessons, its family's, everybody's.
_OWN, _FAMILY, _ALL = 0.22, 0.10, 0.68
_UNSEEN = 0.5
# What says less than this is not worth its memory.
_FAINT = 0.05
CONSTANTS = (FORMAT, _READ_WORDS, _PIECE_SIZES, _OWN, _FAMILY, _ALL, _UNSEEN, _FAINT)
"""Other constants make other weights, so that a kept file is learnt anew."""

_Run: TypeAlias = tuple[MutableSequence[int], MutableSequence[float]]


@dataclass(frozen=True, slots=True)
class Lesson:
    """A text of a label, and how much it counts."""

    label: str
    text: str
    weight: float = 1.0


def read_words(text: str) -> list[str]:
    """The words that are looked at."""
    seen = spoken_words(text)
    return seen if len(seen) <= 2 * _READ_WORDS else seen[:_READ_WORDS] + seen[-_READ_WORDS:]


def features(text: str) -> dict[str, float]:
    """What is seen of a text and how much each counts: words as heard, and pieces of words."""
    found: dict[str, float] = {}
    for word in read_words(text):
        one = heard(word)
        found[one] = 1.0
        if not is_common(one):
            for piece in _pieces(word):
                found[piece] = _PIECE
    return found


@lru_cache(maxsize=16_384)
def _pieces(word: str) -> tuple[str, ...]:
    """Runs of letters, marked, so that a misspelt word still shares most of them."""
    whole = f"<{sound(word)}>"
    return tuple(
        f"~{whole[start : start + size]}"
        for size in _PIECE_SIZES
        for start in range(len(whole) - size + 1)
    )


def learn(
    lessons: Iterable[Lesson],
    families: Mapping[str, str] | None = None,
    look: Callable[[str], Iterable[str]] = features,
    rarest: float = 0.0,
    own: float = _OWN,
) -> Weights:
    """`families` gives the family of a label, if any; `look` says what is seen of a text.

    What was taught less than `rarest` in all is forgotten. `own` is the share of the mixture that
    the label's own lessons have.
    """
    counts = _counted(lessons, look)
    labels = sorted(counts)
    of_label = families or {}
    names = sorted({of_label[label] for label in labels if label in of_label})
    family_of = tuple(names.index(of_label[label]) if label in of_label else -1 for label in labels)
    by_label = [counts[label] for label in labels]
    speakers = _speakers(by_label, family_of, len(names), own, rarest)
    starts, indexes, values = array("I", [0]), array("H"), array("f")
    slots: dict[str, int] = {}
    for feature in sorted(speakers):
        run_indexes, run_values = speakers[feature]
        slots[feature] = len(slots)
        indexes.extend(run_indexes)
        values.extend(run_values)
        starts.append(len(indexes))
    return Weights(tuple(labels), family_of, slots, starts, indexes, values)


def _counted(
    lessons: Iterable[Lesson], look: Callable[[str], Iterable[str]]
) -> Mapping[str, Mapping[str, float]]:
    """How much of each feature every label was taught."""
    counts: dict[str, dict[str, float]] = {}
    for lesson in lessons:
        counted = counts.setdefault(lesson.label, {})
        for feature in look(lesson.text):
            counted[feature] = counted.get(feature, 0.0) + lesson.weight
    return counts


def _speakers(
    counts: Sequence[Mapping[str, float]],
    family_of: Sequence[int],
    families: int,
    own: float,
    rarest: float,
) -> Mapping[str, _Run]:
    """For each feature, the labels and families that have it and how much it speaks for each.

    What was taught less than `rarest` in all counts among the others and speaks for nobody.
    """
    shared = [
        _together(
            seen for seen, own_family in zip(counts, family_of, strict=True) if own_family == one
        )
        for one in range(families)
    ]
    everybody = _together(counts)
    whole = sum(everybody.values()) + _UNSEEN * len(everybody)
    usual = {feature: _ALL * (count + _UNSEEN) / whole for feature, count in everybody.items()}
    ways = [_shares(seen, _FAMILY) for seen in shared]
    found: dict[str, _Run] = {
        feature: (array("H"), array("f")) for feature, count in everybody.items() if count >= rarest
    }
    for index, seen in enumerate(counts):
        around = ways[family_of[index]] if family_of[index] >= 0 else {}
        shares = _shares(seen, own)
        for feature in shares.keys() & found.keys():
            expected = around.get(feature, 0.0) + usual[feature]
            _append(found[feature], index, log(1.0 + shares[feature] / expected))
    for index, way in enumerate(ways, start=len(counts)):
        for feature in way.keys() & found.keys():
            _append(found[feature], index, log(1.0 + way[feature] / usual[feature]))
    return found


def _together(counts: Iterable[Mapping[str, float]]) -> dict[str, float]:
    """The counts of all as one."""
    found: dict[str, float] = {}
    for seen in counts:
        for feature, count in seen.items():
            found[feature] = found.get(feature, 0.0) + count
    return found


def _append(run: _Run, index: int, value: float) -> None:
    if value >= _FAINT:
        run[0].append(index)
        run[1].append(value)


def _shares(seen: Mapping[str, float], part: float) -> dict[str, float]:
    """Of all that was counted, each feature's share, scaled to its part of the mixture."""
    total = sum(seen.values())
    return {feature: part * count / total for feature, count in seen.items()}
