"""Points on which the law is read in two ways: each a named value with a default.

Who reads it otherwise, and why the default is what it is, stands in `data/readings.toml`; nothing
else in the program knows that a point is disputed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, time
from functools import cache
from typing import Any

from pqrs.law.citations import OWN_REGULATION, Citation
from pqrs.law.records import records
from pqrs.law.refusals import LawError

INSTANT = "instant"
SUSPENDED = "suspended"
NEXT_IF_NOT_WORKED = "next_business_day_if_nonbusiness"
NEXT_IF_AFTER_HOURS = "next_business_day_if_nonbusiness_or_after_hours"


@dataclass(frozen=True, slots=True)
class Readings:
    """How this entity reads each disputed point. The defaults are those of the data file."""

    reception_rule: str = INSTANT
    saturday_is_business: bool = False
    completion_effect: str = "resume"
    requirement_day_counts: bool = True
    late_requirement_stops: bool = False
    completion_month_from: str = "communicated"
    extension_cap: str = "double"
    data_query_count: str = "next_day"
    notice_posting_day_counts: bool = False
    hours_run: str = "running"
    acknowledgement_hours: str = "same_clock_time"
    close_on: str = "delivered"
    appeal_decision_target: str = "two_months"
    council_days: int = 10
    praise_days: int = 15
    emergency_terms_until: date = date(2022, 5, 17)
    silence_copies_from: str = "after_term"
    extension_after_pause: bool = True
    insistence_interruption: str = "restart"
    continuation_term: str = "goes_on"
    closing_time: time = time(17, 0)

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> "Readings":
        """Read names and values as law, packs and command line write them.

        Raises LawError for a name or a value that no reading has.
        """
        return cls().changed(plain)

    def changed(self, plain: Mapping[str, Any]) -> "Readings":
        """These readings with some points read otherwise. Raises LawError as `from_plain`."""
        chosen: dict[str, Any] = {}
        for name, value in plain.items():
            point = point_named(name)
            chosen[point.name] = point.read(value)
        return replace(self, **chosen)


@dataclass(frozen=True, slots=True)
class Point:
    """A disputed point: its question and its values as a lawyer wrote them down.

    `values` is empty for the closing time, which may be any.
    """

    name: str
    law_name: str
    section: str
    question: str
    default: str
    values: Mapping[str, Any]
    why: str
    otherwise: str
    citation: Citation | None

    def read(self, value: object) -> Any:  # noqa: ANN401 - each point has a type of its own
        plain = plain_value(value)
        if self.values:
            if plain not in self.values:
                self._refuse(plain)
            return self.values[plain]
        try:
            return time.fromisoformat(plain)
        except ValueError:
            self._refuse(plain)

    def _refuse(self, plain: str) -> None:
        accepted = ", ".join(self.values) or "17:00"
        raise LawError(
            "reading_value", OWN_REGULATION, name=self.law_name, value=plain, accepted=accepted
        )


def plain_value(value: object) -> str:
    """A reading's value as it is stored; TOML, JSON and a form each write it their own way."""
    if value is None:
        return "none"
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date | time) else str(value)


@cache
def disputed() -> tuple[Point, ...]:
    """Every point, in the order of the data file."""
    return tuple(
        Point(
            name=record["name"],
            law_name=record["law_name"] if "law_name" in record else record["name"],
            section=record["section"],
            question=record["question"],
            default=record["default"],
            values=_values(record),
            why=record["why"],
            otherwise=record["otherwise"],
            citation=_citation(record),
        )
        for record in records("readings", "reading")
    )


def _citation(record: Mapping[str, Any]) -> Citation | None:
    return Citation(record["norm"], record.get("article", "")) if "norm" in record else None


def _values(record: Mapping[str, Any]) -> dict[str, Any]:
    """What each written value means to the program: a truth, a number, a last day, a word."""
    means = record.get("means", record["values"])
    return {plain_value(value): mean for value, mean in zip(record["values"], means, strict=True)}


def point_named(name: object) -> Point:
    """The point of that name, ours or the law's. Raises LawError for any other."""
    found = _by_any_name().get(name) if isinstance(name, str) else None
    if found is None:
        raise LawError("unknown_reading", OWN_REGULATION, name=str(name))
    return found


@cache
def _by_any_name() -> dict[str, Point]:
    return {name: point for point in disputed() for name in (point.name, point.law_name)}
