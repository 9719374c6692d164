"""Kept figures: counts by month and dimension, moved by each event in the event's own transaction.

Public statistics read a few hundred of these rows instead of every petition, so a page costs the
same at a thousand cases and at a hundred thousand. `pqrs verify` counts everything again and
compares.
"""

from collections import Counter as Bag
from collections.abc import Iterable

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
    """Take away what a case counted for and add what it counts for now, in one statement.

    Rows are touched in one order by every transaction, so that two of them cannot lock crosswise.
    """
    change = Bag(after)
    change.subtract(Bag(before))
    rows = [{**key._asdict(), "count": count} for key, count in sorted(change.items()) if count]
    if not rows:
        return
    dialect = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    insert = dialect.insert(Tally).values(rows)
    session.execute(
        insert.on_conflict_do_update(
            index_elements=["month", "dimension", "member", "measure", "bucket"],
            set_={"count": Tally.count + insert.excluded.count},
        )
    )
