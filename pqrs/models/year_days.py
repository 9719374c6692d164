"""A year's days as this entity counts them, beside the law's own rule."""

import hashlib
import json
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.law import Calendar, RuleBook
from pqrs.models.rule_change import CalendarSignature
from pqrs.models.rules import rule_book

_ONE_DAY = timedelta(days=1)


class Difference(NamedTuple):
    """A day that here counts and by the law's rule does not, or the other way.

    `why`, `norm`: of the day as it is here; when it is worked here, of the law's rule.
    """

    day: date
    is_worked: bool
    why: str
    norm: str


def differences(book: RuleBook, year: int) -> tuple[Difference, ...]:
    """In order of day. Raises LawError for a year out of the calendar's range."""
    law = Calendar()
    found = []
    for day in days_of(year):
        here = book.on(day).calendar
        if here.is_working(day) != law.is_working(day):
            worked = here.is_working(day)
            reason = law.reason(day) if worked else here.reason(day)
            found.append(Difference(day, worked, reason.text, reason.norm))
    return tuple(found)


def digest_of_year(book: RuleBook, year: int) -> str:
    """Of what every day is and why: another calendar has another digest."""
    plain = [
        (day.isoformat(), calendar.is_working(day), str(calendar.reason(day)))
        for day, calendar in ((day, book.on(day).calendar) for day in days_of(year))
    ]
    return hashlib.sha256(json.dumps(plain, ensure_ascii=False).encode()).hexdigest()


def days_of(year: int) -> Iterator[date]:
    """Each day of a year."""
    day = date(year, 1, 1)
    while day.year == year:
        yield day
        day += _ONE_DAY


def last_signature(session: Session, year: int) -> CalendarSignature | None:
    """The newest, whether or not the calendar changed after it."""
    return session.scalar(
        select(CalendarSignature)
        .where(CalendarSignature.year == year)
        .order_by(CalendarSignature.id.desc())
        .limit(1)
    )


def is_signed(session: Session, year: int) -> bool:
    """Whether somebody signed the year as it stands now."""
    signature = last_signature(session, year)
    return signature is not None and signature.digest == digest_of_year(rule_book(session), year)
