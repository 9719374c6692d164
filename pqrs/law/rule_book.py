"""The rules of one version: the law's own data and every change that the entity decided, folded.

A reading governs what is received while it is in force, for the whole life of the case: terms that
have begun to run keep the rule under which they began (Ley 153 de 1887, artículo 40, as the Código
General del Proceso, artículo 624, words it). A closed day counts for nobody, whenever received.
"""

import hashlib
import json
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import cache, cached_property
from typing import Any, NamedTuple

from pqrs.law.calendar import Calendar
from pqrs.law.cases import Case, work_out
from pqrs.law.holidays import HolidayRule, holiday_rule, nation_holidays
from pqrs.law.moments import local_day
from pqrs.law.readings import Readings, disputed, plain_value, point_named
from pqrs.law.records import plain_records, records
from pqrs.law.rule_changes import Change, ChangeKind, holiday_of, terms_of
from pqrs.law.rules import Rules
from pqrs.law.terms import Term, Terms, nation_terms, read_terms, with_terms

_ONE_DAY = timedelta(days=1)


class _Choice(NamedTuple):
    """A reading chosen for what is received within its validity."""

    name: str
    value: str
    valid_from: date
    valid_until: date


@dataclass(frozen=True)
class RuleBook:
    """`on(day)` answers with the rules for what is received that day."""

    version: int = 0
    closures: Mapping[date, str] = field(default_factory=dict)
    choices: tuple[_Choice, ...] = ()
    law_holidays: tuple[HolidayRule, ...] = field(default_factory=nation_holidays)
    law_terms: Terms = field(default_factory=nation_terms)
    defaults: Readings = field(default_factory=Readings)
    added_holidays: tuple[HolidayRule, ...] = ()
    added_terms: tuple[Term, ...] = ()
    _kept: dict[int, Rules] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, changes: Iterable[tuple[int, Change]]) -> "RuleBook":
        """Fold the approved changes, each with its version, oldest first."""
        book = cls()
        for version, change in changes:
            book = replace(book.changed(change), version=version)
        return book

    def changed(self, *changes: Change) -> "RuleBook":
        """What the rules would be with these changes too; the version stays. Raises LawError."""
        book = self
        for change in changes:
            book = replace(book, **_EFFECTS[change.kind](book, change), _kept={})
        return book

    def on(self, day: date) -> Rules:
        """The rules for what is received that day; equal answers are one object."""
        bounds = self.bounds
        place = bisect_right(bounds, day)
        if place not in self._kept:
            self._kept[place] = self._rules_on(bounds[place - 1] if place else date.min)
        return self._kept[place]

    def work_out(self, code: str, received_at: datetime, happenings: object) -> Case:
        """A case from plain data, by the rules of the day it was received (see `cases.py`)."""
        rules = self.on(local_day(received_at))
        return work_out(code, received_at, happenings, rules.calendar, rules.readings, rules.terms)

    def reads_alike(self, other: "RuleBook") -> bool:
        """Whether no case, whenever received, could be told apart under the two."""
        days = {date.min, *self.bounds, *other.bounds}
        return all(self.on(day)[:3] == other.on(day)[:3] for day in days)

    def chosen(self, name: str) -> tuple[tuple[date, date, str], ...]:
        """Every choice on a point, oldest decision first: from, until, value."""
        name = point_named(name).name
        return tuple(
            (one.valid_from, one.valid_until, one.value) for one in self.choices if one.name == name
        )

    @cached_property
    def bounds(self) -> list[date]:
        """The days on which a reading begins to be in force, or ceases."""
        begins = {one.valid_from for one in self.choices}
        ends = {one.valid_until + _ONE_DAY for one in self.choices if one.valid_until < date.max}
        return sorted(begins | ends)

    def _rules_on(self, day: date) -> Rules:
        plain = {
            one.name: one.value for one in self.choices if one.valid_from <= day <= one.valid_until
        }
        readings = self.defaults.changed(plain)
        holidays = self.law_holidays + self.added_holidays
        calendar = Calendar(self.closures, readings.saturday_is_business, holidays)
        terms = with_terms(self.law_terms, self.added_terms)
        return Rules(calendar, readings, terms, self.version)


# ── What each kind of change does ────────────────────────────────────────────────────────────


def _close(book: RuleBook, change: Change) -> dict[str, Any]:
    return {"closures": {**book.closures, **dict.fromkeys(change.days, change.act)}}


def _reopen(book: RuleBook, change: Change) -> dict[str, Any]:
    opened = set(change.days)
    return {"closures": {day: act for day, act in book.closures.items() if day not in opened}}


def _choose(book: RuleBook, change: Change) -> dict[str, Any]:
    chosen = {change.payload["name"]: change.payload["value"]}
    return {"choices": book.choices + _choices(chosen, change.payload)}


def _take_from_pack(book: RuleBook, change: Change) -> dict[str, Any]:
    """Only what the pack changed: an administrator's later choice on another point stays."""
    return {"choices": book.choices + _choices(change.payload["changed"], change.payload)}


def _choices(chosen: Mapping[str, Any], validity: Mapping[str, Any]) -> tuple[_Choice, ...]:
    begins, ends = validity.get("from"), validity.get("until")
    return tuple(
        _Choice(
            point_named(name).name,
            plain_value(value),
            date.fromisoformat(begins) if begins else date.min,
            date.fromisoformat(ends) if ends else date.max,
        )
        for name, value in chosen.items()
    )


def _add_holiday(book: RuleBook, change: Change) -> dict[str, Any]:
    return {"added_holidays": (*book.added_holidays, holiday_of(change.payload))}


def _add_terms(book: RuleBook, change: Change) -> dict[str, Any]:
    added = book.added_terms + terms_of(change.payload)
    with_terms(book.law_terms, added)  # refused here, also where no case is received under them
    return {"added_terms": added}


def _take_law_data(_book: RuleBook, change: Change) -> dict[str, Any]:
    """The nation's data as the program then had it: a case that ended keeps what it ended under."""
    if change.payload["digest"] == law_digest():
        data: Mapping[str, Any] = {}
    else:
        data = change.payload
    return {
        "law_holidays": tuple(holiday_rule(_days(one)) for one in data["holidays"])
        if data
        else nation_holidays(),
        "law_terms": read_terms(map(_days, data["terms"])) if data else nation_terms(),
        "defaults": Readings().changed(data.get("defaults", {})),
    }


def _days(record: Mapping[str, Any]) -> dict[str, Any]:
    dated = {name: date.fromisoformat(record[name]) for name in ("from", "until") if name in record}
    return {**record, **dated}


_EFFECTS = {
    ChangeKind.CLOSURE: _close,
    ChangeKind.REOPENING: _reopen,
    ChangeKind.READING: _choose,
    ChangeKind.PACK: _take_from_pack,
    ChangeKind.HOLIDAY: _add_holiday,
    ChangeKind.TERM: _add_terms,
    ChangeKind.LAW_DATA: _take_law_data,
}


def law_data() -> dict[str, Any]:
    """The nation's data as this program has it: holidays, terms, the default of each reading."""
    return {**_nation(), "digest": law_digest()}


@cache
def law_digest() -> str:
    """Of what the data says, not of how it is laid out or commented."""
    plain = json.dumps(_nation(), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(plain.encode()).hexdigest()


def _nation() -> dict[str, Any]:
    return {
        "holidays": plain_records(records("holidays", "holiday")),
        "terms": plain_records(records("terms", "term")),
        "defaults": {point.name: point.default for point in disputed()},
    }
