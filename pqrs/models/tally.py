"""Kept figures: counts by month and dimension, moved by each event in the event's own transaction.

Public statistics read a few hundred of these rows instead of every petition, so a page costs the
same at a thousand cases and at a hundred thousand. `pqrs verify` counts everything again and
compares.
"""

from collections import Counter as Bag
from collections.abc import Iterable
from functools import cache
from typing import Any

from sqlalchemy import Insert
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, Session, mapped_column

from pqrs.models.base import Base
from pqrs.office.tallies import TallyKey


class Tally(Base):
    """How many, in one month, for one member of one dimension, of one measure and bucket."""

    __tablename__ = "tally"

    month: Mapped[str] = mapped_column(primary_key=True)
    dimension: Mapped[str] = mapped_column(primary_key=True)
    member: Mapped[str] = mapped_column(primary_key=True)
    measure: Mapped[str] = mapped_column(primary_key=True)
    bucket: Mapped[int] = mapped_column(primary_key=True)
    count: Mapped[int]


def move_tallies(session: Session, before: Iterable[TallyKey], after: Iterable[TallyKey]) -> None:
    """Take away what a case counted for and add what it counts for now, with one call.

    Rows are touched in one order by every transaction, so that two of them cannot lock crosswise.
    """
    change = Bag(after)
    change.subtract(Bag(before))
    rows = [{**key._asdict(), "count": count} for key, count in sorted(change.items()) if count]
    if rows:
        session.connection().execute(adding(session.get_bind().dialect.name), rows)


@cache
def adding(dialect: str) -> Insert:
    """Of one row, so that its text is made once and not for each number of rows anew."""
    table = Tally.__table__
    insert: Any = (sqlite if dialect == "sqlite" else postgresql).insert(table)
    statement: Insert = insert.on_conflict_do_update(
        index_elements=table.primary_key,
        set_={"count": table.c.count + insert.excluded.count},
    )
    return statement
