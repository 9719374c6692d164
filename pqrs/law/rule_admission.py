"""Whether a change of the rules may be made: what is left of it, or the refusal with its norm.

A range of days of closure always holds some that were not worked anyway. Those are left out and
said; when nothing is left, that is the refusal.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from pqrs.law.calendar import Calendar
from pqrs.law.citations import OWN_REGULATION, WORKING_DAYS
from pqrs.law.refusals import Refusal
from pqrs.law.rule_book import RuleBook
from pqrs.law.rule_changes import Change, ChangeKind

_OLDEST_ACT = 1900


class Admitted(NamedTuple):
    """`change`: what takes effect. `left_out`: a sentence for each day that does not, and why."""

    change: Change
    left_out: tuple[Refusal, ...]


def admit(book: RuleBook, change: Change) -> Admitted:
    """Check a change against the rules in force. Raises Refusal when nothing of it is left."""
    left_out: list[Refusal] = []
    if change.kind in {ChangeKind.CLOSURE, ChangeKind.REOPENING}:
        objections = dict(_objections(book, change))
        kept = [day for day in change.days if day not in objections]
        left_out = list(objections.values())
        if not kept:
            raise left_out[0]
        change = Change(change.kind, {"days": [day.isoformat() for day in kept]}, change.act)
    if book.changed(change).reads_alike(book):
        raise Refusal("rule_no_effect", OWN_REGULATION)
    return Admitted(change, tuple(left_out))


def _objections(book: RuleBook, change: Change) -> Iterator[tuple[date, Refusal]]:
    for day in change.days:
        refusal = (
            _objection_to_close(book, day)
            if change.kind is ChangeKind.CLOSURE
            else _objection_to_reopen(book, day)
        )
        if refusal is not None:
            yield day, refusal


def _objection_to_close(book: RuleBook, day: date) -> Refusal | None:
    if day in book.closures:
        return Refusal("rule_closed_already", WORKING_DAYS, day=day, act=book.closures[day])
    calendar = _most_worked(book, day)
    if calendar.is_working(day):
        return None
    return Refusal("rule_not_worked", WORKING_DAYS, day=day, why=calendar.reason(day).text)


def _objection_to_reopen(book: RuleBook, day: date) -> Refusal | None:
    if day in book.closures:
        return None
    return Refusal("rule_not_closed", WORKING_DAYS, day=day)


def _most_worked(book: RuleBook, day: date) -> Calendar:
    """Of the calendars that cases of any age run by, one that works that day if any does."""
    calendars = [book.on(bound).calendar for bound in (day, *book.bounds)]
    return next((one for one in calendars if one.is_working(day)), calendars[0])


def require_act(kind: ChangeKind, act: str, act_on: date | None, officer: str) -> None:
    """Raise Refusal without the number, the date or the issuing officer of the formal act.

    A closure cites the act that closes the office: since Decreto 491 de 2020 was repealed nobody
    may suspend terms in general (Ley 2207 de 2022).
    """
    if act.strip() and officer.strip() and act_on is not None and act_on.year >= _OLDEST_ACT:
        return
    closes = kind is ChangeKind.CLOSURE
    rule = "rule_closure_act" if closes else "rule_act_missing"
    raise Refusal(rule, WORKING_DAYS if closes else OWN_REGULATION)


def require_past(act_on: date, today: date) -> None:
    """Raise Refusal for an act that is dated after today."""
    if act_on > today:
        raise Refusal("rule_act_future", OWN_REGULATION, day=act_on)
