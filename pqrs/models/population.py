"""How many people said what of themselves, by quarter: counts alone, joined to nothing."""

from types import ModuleType

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, Session, mapped_column

from pqrs.models.base import Base


class PopulationCount(Base):
    """How many gave one answer to one question in a quarter, under one version of the notice.

    No petition, office, kind or moment: in a small town any of them would tell who it was.
    """

    __tablename__ = "population_count"

    quarter: Mapped[str] = mapped_column(primary_key=True)
    notice: Mapped[str] = mapped_column(primary_key=True)
    question: Mapped[str] = mapped_column(primary_key=True)
    answer: Mapped[str] = mapped_column(primary_key=True)
    count: Mapped[int]


class PopulationToken(Base):
    """The token of a filing whose person was already counted, hashed apart from every other use.

    It joins to nothing: neither to the petition of that token nor to what was said. No moment.
    """

    __tablename__ = "population_token"

    token_hash: Mapped[str] = mapped_column(primary_key=True)


def use_up(session: Session, hashed: str) -> bool:
    """Whether nobody was counted with it before; of two presses at once, one is told so."""
    table = PopulationToken.__table__
    insert = dialect_of(session).insert(table).values(token_hash=hashed)
    fresh = insert.on_conflict_do_nothing().returning(table.c.token_hash)
    return session.connection().scalar(fresh) is not None


def dialect_of(session: Session) -> ModuleType:
    """The one of this database, whose inserts know about conflicts."""
    return sqlite if session.get_bind().dialect.name == "sqlite" else postgresql


def add_one(session: Session, quarter: str, notice: str, pairs: list[tuple[str, str]]) -> None:
    """One more for each question and answer; in one order, so that two writers never lock."""
    table = PopulationCount.__table__
    insert = dialect_of(session).insert(table)
    statement = insert.on_conflict_do_update(
        index_elements=table.primary_key, set_={"count": table.c.count + insert.excluded.count}
    )
    rows = [
        {"quarter": quarter, "notice": notice, "question": question, "answer": answer, "count": 1}
        for question, answer in sorted(pairs)
    ]
    session.connection().execute(statement, rows)
