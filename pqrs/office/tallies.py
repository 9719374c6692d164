"""What one case, or one evaluation, counts for in the kept figures.

Each key says: in this month, for this member of this dimension, one more of this measure. Tables
are one-way on purpose: two dimensions crossed would single out a person in a small place.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from pqrs.law import Phase
from pqrs.office.measures import is_on_time

ALL = "all"


class TallyKey(NamedTuple):
    """One cell of the kept figures. `bucket`: a number that is itself counted (days, stars)."""

    month: str
    dimension: str
    member: str
    measure: str
    bucket: int = 0


def petition_tallies(figures: Mapping[str, Any]) -> Iterator[TallyKey]:
    """The cells a petition counts in, from its computed columns, by its month of reception."""
    month = month_of(figures["received_on"])
    members = {ALL: "", **{name: figures[name] or "" for name in DIMENSIONS}}
    for dimension, member in members.items():
        for measure, bucket in petition_measures(figures):
            if measure != "days" or dimension in TIMED:
                yield TallyKey(month, dimension, member, measure, bucket)


DIMENSIONS = ("department", "kind", "area", "channel")
TIMED = (ALL, "department", "kind")
"""Where the days an answer took are kept, for exact medians; elsewhere only rates are shown."""


def petition_measures(figures: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
    """Received, and how it ended. On time: the answer reached the person and no date was broken.

    A broken date counts whatever came after it: a later extension, another kind or other rules.
    """
    yield "received", 0
    if figures["breached_on"] is not None:
        yield "breached", 0
    if figures["phase"] == Phase.TRANSFERRED:
        yield "transferred", 0
    elif figures["answered_on"] is not None:
        on_time = is_on_time(figures["answered_on"], figures["due_on"], figures["breached_on"])
        yield ("on_time" if on_time else "late"), 0
        yield "days", figures["answer_days"]
    elif figures["phase"] in ENDED:
        yield "ended", 0


ENDED = (Phase.CLOSED, Phase.ANNULLED)


def evaluation_tallies(
    evaluated_on: date, members: Mapping[str, str], scores: Mapping[str, int]
) -> Iterator[TallyKey]:
    """The cells an evaluation counts in. `scores`: outcome 0–2 (no, partly, yes), the rest 1–5.

    `members`: by dimension. Of a service point the case's own dimensions are empty, and count
    nowhere; only a petition has an area that may be unknown.
    """
    month = month_of(evaluated_on)
    of_case = members["source"] == FROM_CASE
    for dimension, member in ({ALL: "", **members}).items():
        if dimension in OF_CASES and not of_case:
            continue
        for measure, value in scores.items():
            yield TallyKey(month, dimension, member, f"eval_{measure}", value)


FROM_CASE, FROM_POINT = "case", "point"
OF_CASES = ("kind", "area", "channel")
"""Dimensions of a petition that an opinion on an office without one does not have."""


def month_of(day: date) -> str:
    """`2026-07`."""
    return f"{day:%Y-%m}"
