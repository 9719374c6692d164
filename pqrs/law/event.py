"""What every event has: a moment, a name and a payload that is stored for ever.

A field is only ever added, with a default. No personal data: texts are rows of their own and the
event names their version.
"""

from dataclasses import dataclass, fields
from datetime import date, datetime
from enum import Enum
from typing import Any, ClassVar

from pqrs.law.kinds import Means
from pqrs.law.moments import aware
from pqrs.law.refusals import LawError


@dataclass(frozen=True, slots=True)
class Event:
    """`at`: when it happened, always with its zone; without one it is Bogotá's."""

    name: ClassVar[str] = ""
    at: datetime

    def __post_init__(self) -> None:
        if self.at.tzinfo is None:
            object.__setattr__(self, "at", aware(self.at))

    def to_plain(self) -> dict[str, Any]:
        """The payload that is stored: JSON scalars and lists, without the moment."""
        return {name: _plain(getattr(self, name)) for name in field_names(type(self))}


def field_names(event: type[Event]) -> tuple[str, ...]:
    """All of an event but the moment, which has a column of its own."""
    return tuple(one.name for one in fields(event) if one.name != "at")


@dataclass(frozen=True, slots=True)
class Corrected(Event):
    """`sequence`: position of the wrong event, from 1; it may not be another correction.

    `replacement`: what should have been written, or nothing when it did not happen. The first
    event may be replaced, not struck out.
    """

    name: ClassVar[str] = "corrected"
    sequence: int
    replacement: Event | None
    reason: str


_SCALARS = frozenset({str, int, bool})


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever a field holds
    if value is None or type(value) in _SCALARS:
        return value
    if isinstance(value, Event):
        return {"name": value.name, "at": value.at.isoformat(), "payload": value.to_plain()}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value.value if isinstance(value, Enum) else value


def known_means(means: str) -> Means:
    """Raise LawError for what is no way of reaching a person."""
    if means not in set(Means):
        raise LawError("unknown_means", means=means)
    return Means(means)
