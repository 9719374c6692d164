"""What happened, in the plain records of the command line, the calculator and the vectors.

Each record has a `type` and its own fields; days and moments are ISO text. It becomes the event
that `events.py` defines. What cannot have happened is refused here, with its norm.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from pqrs.law import events as happened
from pqrs.law.calendar import Calendar
from pqrs.law.citations import cpaca
from pqrs.law.course import Stop, StopGround, evidence_stop
from pqrs.law.insistence import Interruption
from pqrs.law.kinds import Channel, InterruptionGround, Kind, Means, PauseGround
from pqrs.law.moments import local_day, read_day, read_moment
from pqrs.law.readings import Readings
from pqrs.law.refusals import LawError

_PAUSE_GROUNDS = {
    "CPACA_12": PauseGround.IMPEDIMENT,
    "CPACA_39": PauseGround.COMPETENCE_CONFLICT,
}
_INTERRUPTION_GROUNDS = {
    "CPACA_26_1": InterruptionGround.DOCUMENTS,
    "CPACA_26_2": InterruptionGround.SECTION,
}


@dataclass(frozen=True, slots=True)
class Happening:
    """One plain record; its fields are read when asked for, and a fault names its type."""

    type: str
    plain: Mapping[str, Any]

    def moment(self, name: str) -> datetime:
        return read_moment(self.text(name))

    def day(self, name: str) -> date:
        return read_day(self.text(name))

    def optional_moment(self, name: str) -> datetime | None:
        return self.moment(name) if self.plain.get(name) else None

    def optional_day(self, name: str) -> date | None:
        return self.day(name) if self.plain.get(name) else None

    def number(self, name: str) -> int:
        value = self.value(name)
        if isinstance(value, bool) or not isinstance(value, int) or value < 1:
            raise self._fault()
        return value

    def text(self, name: str) -> str:
        value = self.value(name)
        if not isinstance(value, str):
            raise self._fault()
        return value

    def texts(self, name: str) -> list[str]:
        value = self.value(name)
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise self._fault()
        return value

    def value(self, name: str) -> Any:  # noqa: ANN401 - straight from JSON
        if name not in self.plain:
            raise self._fault()
        return self.plain[name]

    def _fault(self) -> LawError:
        return LawError("event_payload", name=self.type)


def read_happenings(plain: object) -> tuple[Happening, ...]:
    """Raise LawError if it is not a list of records of known types."""
    if not isinstance(plain, list | tuple):
        raise LawError("happenings")
    return tuple(_read_happening(one) for one in plain)


def _read_happening(plain: object) -> Happening:
    kind = plain.get("type") if isinstance(plain, Mapping) else None
    if not isinstance(plain, Mapping) or not isinstance(kind, str):
        raise LawError("happenings")
    if kind not in _FACTS and kind not in _EVENTS:
        raise LawError("unknown_event", name=kind)
    return Happening(kind, plain)


def settings_of(told: Sequence[Happening]) -> dict[str, Any]:
    """Name and value of each reading that is not the default."""
    return {one.text("name"): one.value("value") for one in told if one.type == "setting"}


def suspended_days(told: Sequence[Happening], unnamed: str) -> dict[date, str]:
    """Each day the entity was closed, with its act, or `unnamed` when the record has none."""
    return {
        read_day(day): str(one.plain.get("act") or unnamed)
        for one in told
        if one.type == "suspended_days"
        for day in one.texts("dates")
    }


def history(
    kind: Kind, received_at: datetime, told: Sequence[Happening]
) -> tuple[happened.Event, ...]:
    """Write the events, in order of day. Raises LawError for what cannot have happened."""
    parts = tuple(
        Kind.from_code(code)
        for one in told
        if one.type == "components"
        for code in one.texts("modalities")
    )
    filed = happened.Filed(
        at=received_at,
        received_at=received_at,
        kind=kind,
        channel=Channel.IMPORTED,
        parts=parts,
        posted_on=_first_day(told, "posted"),
        elsewhere_on=_first_day(told, "filed_elsewhere"),
    )
    dated = [event for one in told if one.type in _EVENTS for event in _EVENTS[one.type](one)]
    later = _in_order(dated)
    _check_order(filed, later)
    _check_withdrawal(later)
    return (filed, *later)


def _in_order(dated: Sequence[happened.Event]) -> list[happened.Event]:
    """By day; within one, as such things follow each other. A withdrawal comes last of its day.

    Unless the entity went on that same day: what else there was came after that.
    """
    continued = happened.ContinuedOfficially
    gone_on = {local_day(event.at) for event in dated if isinstance(event, continued)}

    def place(event: happened.Event) -> tuple[date, int]:
        on = local_day(_told_at(event))
        is_last = isinstance(event, happened.Withdrawn) and on not in gone_on
        return on, len(_ORDER) if is_last else _ORDER[type(event)]

    return sorted(dated, key=place)


def stops_of(told: Sequence[Happening], calendar: Calendar, readings: Readings) -> tuple[Stop, ...]:
    """The pauses of a clock that is not a petition's term."""
    stops = []
    for one in told:
        if one.type == "pause":
            start, *end = (local_day(event.at) for event in _paused(one))
            stops.append(Stop(start, StopGround.IMPEDIMENT, until=end[0] if end else None))
        elif one.type == "evidence":
            stops.append(_evidence(one))
        elif one.type == "interruption":
            stops.append(_interruption(one).stop(calendar, readings))
    return tuple(sorted(stops, key=lambda stop: stop.on))


def _evidence(one: Happening) -> Stop:
    on, until = one.day("from"), one.day("to")
    if until < on:
        raise LawError("pause_backwards", cpaca("79"), day=until)
    return evidence_stop(on, until, one.optional_day("closed_on"))


def _interruption(one: Happening) -> Interruption:
    ground = _INTERRUPTION_GROUNDS.get(one.text("cause"))
    if ground is None:
        raise LawError("unknown_event", name=f"interruption {one.text('cause')}")
    on, until = one.day("from"), one.optional_day("to")
    if until is not None and until < on:
        raise LawError("pause_backwards", cpaca("26"), day=until)
    return Interruption(ground, on, until)


def more_asked_on(told: Sequence[Happening]) -> date | None:
    """When the petitioner asked for a longer time to complete."""
    asked = [one.day("requested_at") for one in told if one.type == "completion_extension"]
    return min(asked, default=None)


def _first_day(told: Sequence[Happening], kind: str) -> date | None:
    return min((one.day("at") for one in told if one.type == kind), default=None)


def _told_at(event: happened.Event) -> datetime:
    if isinstance(event, happened.CompletionRequested):
        return event.communicated_at or event.at
    return event.at


def _check_order(filed: happened.Filed, later: Sequence[happened.Event]) -> None:
    """Nothing happens to a petition before it arrives, or is completed before that is asked."""
    arrived = local_day(filed.received_at)
    asked = False
    for event in later:
        if local_day(_told_at(event)) < arrived:
            raise LawError("out_of_order", cpaca("14"), day=local_day(_told_at(event)))
        asked = asked or isinstance(event, happened.CompletionRequested | happened.Returned)
        if isinstance(event, happened.Completed | happened.CompletionExtended) and not asked:
            raise LawError("completion_not_asked", cpaca("17"))


def _check_withdrawal(later: Sequence[happened.Event]) -> None:
    """What was withdrawn is over until the entity goes on with it, once (artículo 18)."""
    withdrawn_on = continued_on = None
    for event in later:
        on = local_day(_told_at(event))
        if isinstance(event, happened.ContinuedOfficially):
            if withdrawn_on is None:
                raise _after_withdrawal(continued_on)
            withdrawn_on, continued_on = None, on
        elif withdrawn_on is not None:
            raise LawError("ended_closed", cpaca("18"), day=withdrawn_on)
        elif isinstance(event, happened.Withdrawn):
            if continued_on is not None:
                raise _after_withdrawal(continued_on)
            withdrawn_on = on


def _after_withdrawal(continued_on: date | None) -> LawError:
    if continued_on is None:
        return LawError("continue_not_withdrawn", cpaca("18"))
    return LawError("continued", cpaca("18"), day=continued_on)


# ── One writer a type ────────────────────────────────────────────────────────────────────────


def _requested(one: Happening) -> list[happened.Event]:
    told_at = one.moment("communicated_at")
    return [happened.CompletionRequested(one.optional_moment("sent_at") or told_at, told_at)]


def _completed(one: Happening) -> list[happened.Event]:
    return [happened.Completed(one.moment("at"))]


def _completion_extended(one: Happening) -> list[happened.Event]:
    return [happened.CompletionExtended(one.moment("requested_at"))]


def _extended(one: Happening) -> list[happened.Event]:
    return [happened.Extended(one.moment("notified_at"), one.number("total_days"))]


def _paused(one: Happening) -> list[happened.Event]:
    ground = _PAUSE_GROUNDS.get(one.text("cause"))
    if ground is None:
        raise LawError("unknown_event", name=f"pause {one.text('cause')}")
    start, end = one.moment("from"), one.optional_moment("to")
    if end is None:
        return [happened.Paused(start, ground)]
    if end < start:
        raise LawError("pause_backwards", cpaca("12"), day=local_day(end))
    return [happened.Paused(start, ground), happened.Resumed(end)]


def _returned(one: Happening) -> list[happened.Event]:
    return [happened.Returned(one.moment("at"))]


def _reclassified(one: Happening) -> list[happened.Event]:
    parts = one.texts("modalities") if "modalities" in one.plain else []
    kinds = tuple(Kind.from_code(code) for code in parts)
    kind = Kind.from_code(one.text("modality"))
    return [happened.Reclassified(one.moment("at"), kind, "", kinds)]


def _replied(one: Happening) -> list[happened.Event]:
    return [happened.Replied(one.moment("at"), 1)]


def _withdrawn(one: Happening) -> list[happened.Event]:
    return [happened.Withdrawn(one.moment("at"), tacitly=False)]


def _continued(one: Happening) -> list[happened.Event]:
    return [happened.ContinuedOfficially(one.moment("at"))]


def _delivered(one: Happening) -> list[happened.Event]:
    return [happened.Delivered(one.moment("at"), str(one.plain.get("means", Means.OPENED)))]


_FACTS = frozenset(
    {"setting", "suspended_days", "components", "posted", "filed_elsewhere",
     "reassigned_internally", "evidence", "interruption"}
)  # fmt: skip
_EVENTS: dict[str, Callable[[Happening], list[happened.Event]]] = {
    "requirement": _requested,
    "completed": _completed,
    "completion_extension": _completion_extended,
    "extension": _extended,
    "pause": _paused,
    "returned": _returned,
    "reclassified": _reclassified,
    "replied": _replied,
    "delivered": _delivered,
    "withdrawn": _withdrawn,
    "continued": _continued,
}
_ORDER: dict[type[happened.Event], int] = {
    kind: place
    for place, kind in enumerate(
        (
            happened.Withdrawn, happened.ContinuedOfficially,
            happened.Reclassified, happened.Paused, happened.CompletionRequested,
            happened.Returned, happened.CompletionExtended, happened.Completed,
            happened.Resumed, happened.Extended, happened.Replied, happened.Delivered,
        )
    )
}  # fmt: skip
