"""Consecutive numbers: one counter row a series and year, raised in the filing's transaction.

A sequence of the database leaves a hole at each rollback; archive rules allow none.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, Session, mapped_column

from pqrs.models.base import Base

BOGOTA = ZoneInfo("America/Bogota")


class Counter(Base):
    """The last number given in a series in a year, and when."""

    __tablename__ = "counter"

    series: Mapped[str] = mapped_column(primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True)
    value: Mapped[int]
    last_at: Mapped[datetime | None]


def next_value(
    session: Session, series: str, clock: Callable[[], datetime]
) -> tuple[int, int, datetime]:
    """Take the next number of the series: its year in Colombia, the number, and its moment.

    The row stays locked until the transaction ends. The moment is read under that lock and never
    runs backwards, so that numbers and moments have the same order even when the clock steps back;
    at the turn of the year it stays in the year whose number was taken.
    """
    year = clock().astimezone(BOGOTA).year
    make_sure_of(session, series, year)
    row = Counter.series == series, Counter.year == year
    value, last_at = session.execute(
        update(Counter)
        .where(*row)
        .values(value=Counter.value + 1)
        .returning(Counter.value, Counter.last_at)
    ).one()
    moment = min(max(clock(), last_at or clock()), last_moment_of(year))
    session.execute(update(Counter).where(*row).values(last_at=moment))
    return year, value, moment


def next_values(session: Session, series: str, year: int, count: int) -> range:
    """Take several numbers at once, of a series whose moments are not those of its numbers."""
    make_sure_of(session, series, year)
    last = session.execute(
        update(Counter)
        .where(Counter.series == series, Counter.year == year)
        .values(value=Counter.value + count)
        .returning(Counter.value)
    ).scalar_one()
    return range(last - count + 1, last + 1)


def make_sure_of(session: Session, series: str, year: int) -> None:
    """The counter's row, at zero before its first number."""
    insert = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    session.execute(
        insert(Counter).values(series=series, year=year, value=0).on_conflict_do_nothing()
    )


def last_moment_of(year: int) -> datetime:
    """The last microsecond of a year in Colombia, in UTC."""
    return (datetime(year + 1, 1, 1, tzinfo=BOGOTA) - timedelta(microseconds=1)).astimezone(UTC)
