"""What is counted and how: on time, shares, medians, and cells too small to publish.

Figures are kept as counts (`{days: how many}`), so that no figure needs the people behind it.
Satisfaction and its intervals are in `evaluation.py`.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import accumulate
from math import ceil

SMALL_CELL = 5
SMALL_CELL_SENSITIVE = 10  # reports of wrongdoing, health, children
FEW_FOR_MEDIAN = 10


class Indicator(StrEnum):
    """The live figures that a public commitment may name; packs write these words."""

    FILED = "filed"
    FILED_BY_TOPIC = "filed_by_topic"
    FILED_BY_PLACE = "filed_by_place"
    FILED_BY_CHANNEL = "filed_by_channel"
    COMPLAINTS = "complaints"
    SUGGESTIONS = "suggestions"
    REPORTS = "reports"
    ON_TIME = "on_time"
    ON_TIME_BY_DEPARTMENT = "on_time_by_department"
    RESPONSE_DAYS = "response_days"
    EVALUATIONS = "evaluations"
    SATISFACTION = "satisfaction"
    SATISFACTION_BY_DEPARTMENT = "satisfaction_by_department"
    SATISFACTION_BY_PLACE = "satisfaction_by_place"
    EASE = "ease"
    ROUTED_RIGHT_FIRST = "routed_right_first"
    RETURNED_TO_INTAKE = "returned_to_intake"
    CLOSED_PERIODS = "closed_periods"


def is_on_time(reached_on: date, due_on: date | None, breached_on: date | None = None) -> bool:
    """On time: the answer reached the petitioner by the due date, and none was broken before.

    Without a due date nothing was owed.
    """
    return breached_on is None and (due_on is None or reached_on <= due_on)


def median(counts: Mapping[int, int]) -> float | None:
    """The middle of kept counts, the mean of the two middle ones when even; None under 10."""
    total = sum(counts.values())
    if total < FEW_FOR_MEDIAN:
        return None
    return (_nth(counts, (total + 1) // 2) + _nth(counts, total // 2 + 1)) / 2


def percentile_90(counts: Mapping[int, int]) -> int | None:
    """The smallest value that at least nine in ten do not pass; None under 10."""
    total = sum(counts.values())
    return None if total < FEW_FOR_MEDIAN else _nth(counts, ceil(total * 9 / 10))


def _nth(counts: Mapping[int, int], place: int) -> int:
    """The value at a place, from 1, of what the counts stand for in ascending order."""
    values = sorted(counts)
    reached = list(accumulate(counts[value] for value in values))
    return values[bisect_left(reached, place)]


@dataclass(frozen=True, slots=True)
class Group:
    """A row to publish: the keys it stands for and their sum, None when even that is too small."""

    keys: tuple[str, ...]
    count: int | None
    is_rest: bool = False


def merge_small(counts: Mapping[str, int], threshold: int = SMALL_CELL) -> list[Group]:
    """Merge the rows under the threshold into one rest ("Otras"), which comes last.

    When the rest is itself too small the next smallest row joins it, so that nobody finds a hidden
    row by subtracting from the total. Zeros hide among the small ones; without small ones they are
    plain zeros. Rows keep the order in which they came.
    """
    if not any(0 < count < threshold for count in counts.values()):
        return [Group((key,), count) for key, count in counts.items()]
    rest = {key for key, count in counts.items() if count < threshold}
    for key in sorted(counts, key=lambda name: (counts[name], name)):
        if sum(counts[name] for name in rest) >= threshold:
            break
        rest.add(key)
    return [*_rows_outside(counts, rest), _rest_row(counts, rest, threshold)]


def _rows_outside(counts: Mapping[str, int], rest: set[str]) -> list[Group]:
    return [Group((key,), count) for key, count in counts.items() if key not in rest]


def _rest_row(counts: Mapping[str, int], rest: set[str], threshold: int) -> Group:
    total = sum(counts[key] for key in rest)
    keys = tuple(key for key in counts if key in rest)
    return Group(keys, total if total >= threshold else None, is_rest=True)


def members_to_merge(
    tables: Iterable[Mapping[str, int]], threshold: int = SMALL_CELL
) -> frozenset[str]:
    """The members that are one rest ("Otras") in every one of these tables alike.

    The tables of a year and of its quarters share their rest: otherwise the row that one of them
    hides would be found by subtracting the others. In none is the rest between 1 and the threshold,
    unless everything is in it.
    """
    seen = [table for table in tables if table]
    total: Counter[str] = Counter()
    for table in seen:
        total.update(table)
    rest = {key for key in total if any(0 < table.get(key, 0) < threshold for table in seen)}
    for key in sorted(total, key=lambda name: (total[name], name)):
        if all(not 0 < _sum_of(table, rest) < threshold for table in seen):
            break
        rest.add(key)
    return frozenset(rest)


def grouped(counts: Mapping[str, int], rest: frozenset[str], threshold: int) -> list[Group]:
    """The rows of one table with a rest that was settled beforehand, largest row first."""
    inside = {key: count for key, count in counts.items() if key in rest}
    outside = sorted(counts.keys() - rest, key=lambda key: (-counts[key], key))
    rows = [Group((key,), counts[key]) for key in outside]
    if not inside:
        return rows
    return [*rows, _rest_row(counts, set(inside), threshold)]


def _sum_of(table: Mapping[str, int], keys: Iterable[str]) -> int:
    return sum(table.get(key, 0) for key in keys)


def shown_count(count: int, threshold: int = SMALL_CELL) -> int | None:
    """A count that may be published as it is: zero or at least the threshold; None otherwise."""
    return count if count == 0 or count >= threshold else None
