"""A change of the rules that an entity decides: its plain record, checked and made uniform.

A record comes from a page, a pack or a file in TOML; it is refused with the name of its field and
what is accepted there. What it does to the rules is `rule_book.py`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from pqrs.law.holidays import FIRST_YEAR, LAST_YEAR, HolidayRule, holiday_rule
from pqrs.law.kinds import Kind
from pqrs.law.moments import read_day
from pqrs.law.readings import plain_value, point_named
from pqrs.law.refusals import LawError
from pqrs.law.terms import Extension, Term, Unit, term_of

_FEBRUARY_29 = "02-29"
_LONGEST_TERM = 365
_EASTER = range(-80, 241)
_STATUSES = ("verified", "secondary", "memory", "policy")


class ChangeKind(StrEnum):
    """What is decided; the words are stored. The last two are the program's own."""

    CLOSURE = "closure"
    REOPENING = "reopening"
    READING = "reading"
    HOLIDAY = "holiday"
    TERM = "term"
    PACK = "pack"
    LAW_DATA = "law_data"


DECIDED = (
    ChangeKind.CLOSURE,
    ChangeKind.REOPENING,
    ChangeKind.READING,
    ChangeKind.HOLIDAY,
    ChangeKind.TERM,
)
"""What people propose and approve."""


@dataclass(frozen=True, slots=True)
class Change:
    """`payload`: JSON, days as ISO text. `act`: the formal act, as an uncounted day cites it."""

    kind: ChangeKind
    payload: Mapping[str, Any]
    act: str

    @property
    def days(self) -> tuple[date, ...]:
        """The days a closure closes or a reopening opens."""
        return tuple(date.fromisoformat(day) for day in self.payload.get("days", ()))


def read_change(kind: ChangeKind, record: Mapping[str, Any], act: str) -> Change:
    """Check a record and write it uniformly. Raises LawError naming the field and the accepted."""
    readers = _FIELDS[kind]
    for name in record:
        if name not in readers:
            raise LawError("rule_field", name=str(name), accepted=", ".join(readers))
    plain = {name: read(record.get(name)) for name, read in readers.items()}
    _check_order(plain)
    if kind is ChangeKind.READING:
        point = point_named(plain["name"])
        point.read(plain["value"])
        plain["name"] = point.name
    elif kind is ChangeKind.HOLIDAY:
        _check_holiday(plain)
    kept = {name: value for name, value in plain.items() if value is not None}
    return Change(kind, kept, act)


def holiday_of(payload: Mapping[str, Any]) -> HolidayRule:
    """The rule that a stored holiday is."""
    return holiday_rule(_dated(payload))


def terms_of(payload: Mapping[str, Any]) -> tuple[Term, ...]:
    """The terms that a stored record is, one for each of its kinds."""
    record = _dated(payload)
    return tuple(term_of(Kind.from_code(code), record) for code in record["kinds"])


def _dated(payload: Mapping[str, Any]) -> dict[str, Any]:
    """JSON keeps days as text; the readers of the data files want days."""
    return {
        name: date.fromisoformat(value) if name in {"from", "until"} else value
        for name, value in payload.items()
    }


# ── One reader a field: what is written down, or the refusal ─────────────────────────────────

_Read = Callable[[Any], Any]


def _refuse(name: str, value: object, accepted: str) -> LawError:
    return LawError("rule_value", name=name, value=plain_value(value), accepted=accepted)


def _day(*, needed: bool = True) -> _Read:
    def read(value: object) -> str | None:
        if value in (None, "") and not needed:
            return None
        day = value if type(value) is date else read_day(value if isinstance(value, str) else "")
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise LawError("year_out_of_range", first=FIRST_YEAR, last=LAST_YEAR)
        return day.isoformat()

    return read


def _days(value: object) -> list[str]:
    """One or several; each once, in order."""
    if not isinstance(value, list | tuple) or not value:
        raise _refuse("days", value, "2026-12-24, 2026-12-31")
    read = _day()
    return sorted({read(day) for day in value})


def _text(name: str, *, needed: bool = True) -> _Read:
    def read(value: object) -> str | None:
        if value in (None, "") and not needed:
            return None
        if not isinstance(value, str) or not value.strip():
            raise LawError("rule_missing", name=name)
        return value.strip()

    return read


def _number(name: str, most: int, *, needed: bool = True) -> _Read:
    def read(value: object) -> int | None:
        if value is None and not needed:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= most:
            raise _refuse(name, value, f"0–{most}")
        return value

    return read


def _one_of(name: str, accepted: tuple[str, ...], *, needed: bool = True) -> _Read:
    def read(value: object) -> str | None:
        if value in (None, "") and not needed:
            return None
        if value not in accepted:
            raise _refuse(name, value, ", ".join(accepted))
        return str(value)

    return read


def _kinds(value: object) -> list[str]:
    codes = tuple(kind.code for kind in Kind if kind is not Kind.MIXED)
    if not isinstance(value, list | tuple) or not value:
        raise _refuse("kinds", value, ", ".join(codes))
    for code in value:
        if code not in codes:
            raise _refuse("kinds", code, ", ".join(codes))
    return list(dict.fromkeys(value))


def _month_day(value: object) -> str | None:
    if value in (None, ""):
        return None
    try:
        good = isinstance(value, str) and date.fromisoformat(f"2000-{value}")
    except ValueError:
        good = False
    if not good or value == _FEBRUARY_29:
        raise _refuse("date", value, "07-09")
    return str(value)


def _easter(value: object) -> int | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or value not in _EASTER:
        raise _refuse("easter", value, f"{_EASTER[0]}–{_EASTER[-1]}")
    return value


def _moves(value: object) -> bool:
    if value is None or isinstance(value, bool):
        return bool(value)
    raise _refuse("moves", value, "true, false")


def _check_order(plain: Mapping[str, Any]) -> None:
    begins, ends = plain.get("from"), plain.get("until")
    if begins and ends and ends < begins:
        raise LawError("rule_backwards", begins=date.fromisoformat(begins))


def _check_holiday(plain: Mapping[str, Any]) -> None:
    """It hangs on a date or on Easter, not on both and not on neither."""
    if (plain["date"] is None) == (plain["easter"] is None):
        raise LawError("rule_holiday_day")


_FIELDS: dict[ChangeKind, dict[str, _Read]] = {
    ChangeKind.CLOSURE: {"days": _days},
    ChangeKind.REOPENING: {"days": _days},
    ChangeKind.READING: {
        "name": _text("name"),
        "value": plain_value,
        "from": _day(needed=False),
        "until": _day(needed=False),
    },
    ChangeKind.HOLIDAY: {
        "name": _text("name"),
        "date": _month_day,
        "easter": _easter,
        "moves": _moves,
        "norm": _text("norm"),
        "article": lambda value: _text("article", needed=False)(value) or "",
        "from": _day(),
        "until": _day(needed=False),
        "status": _one_of("status", _STATUSES, needed=False),
    },
    ChangeKind.TERM: {
        "kinds": _kinds,
        "amount": _number("amount", _LONGEST_TERM),
        "unit": lambda value: _one_of("unit", tuple(Unit), needed=False)(value) or Unit.WORKING_DAY,
        "extension": _one_of("extension", tuple(Extension)),
        "extra": _number("extra", _LONGEST_TERM, needed=False),
        "silence": _one_of("silence", ("positive",), needed=False),
        "norm": _text("norm"),
        "article": lambda value: _text("article", needed=False)(value) or "",
        "from": _day(),
        "until": _day(needed=False),
        "status": lambda value: _one_of("status", _STATUSES, needed=False)(value) or "policy",
    },
}
