"""How this entity reads each disputed point today, since when, and how it will later."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from pqrs.law import Point, RuleBook, disputed
from pqrs.models import rule_book


@dataclass(frozen=True)
class ReadingInForce:
    """`value`: as it is written down. `since` is None when it holds from the beginning.

    `is_chosen`: the entity decided it. `later`: values that begin on a day to come.
    """

    point: Point
    value: str
    since: date | None
    is_chosen: bool
    later: tuple[tuple[date, str], ...]


def readings_in_force(session: Session, today: date) -> tuple[ReadingInForce, ...]:
    """Every point, in the order of the law's data. For what is received today."""
    book = rule_book(session)
    return tuple(reading_in_force(book, point, today) for point in disputed())


def reading_in_force(book: RuleBook, point: Point, today: date) -> ReadingInForce:
    """The newest decision that covers the day, else the default of the law's data."""
    choices = book.chosen(point.name)
    covering = [one for one in choices if one[0] <= today <= one[1]]
    later = sorted({(begins, value) for begins, _ends, value in choices if begins > today})
    if covering:
        begins, _ends, value = covering[-1]
        return ReadingInForce(
            point=point,
            value=value,
            since=None if begins == date.min else begins,
            is_chosen=True,
            later=tuple(later),
        )
    return ReadingInForce(point, default_of(book, point), None, is_chosen=False, later=tuple(later))


def default_of(book: RuleBook, point: Point) -> str:
    """The default of the law data in force, as it is written down."""
    means = getattr(book.defaults, point.name)
    written = (value for value, meaning in point.values.items() if meaning == means)
    return next(written, point.default)
