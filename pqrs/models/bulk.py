"""Write very many rows fast: one prepared statement, each value made ready once, no ORM.

SQLAlchemy's own way with many rows works out the parameters of each anew, which takes as long as
the database does.
"""

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import bindparam, insert, text, update
from sqlalchemy.orm import Session
from sqlalchemy.types import TypeEngine

from pqrs.models.base import Base

_KEY = "pqrs_key"
_MEMORY_KIB = 128 * 1024


def keep_many_pages(session: Session) -> None:
    """Let SQLite hold what a long piece of work touches; by default it reads its pages anew."""
    if session.get_bind().dialect.name == "sqlite":
        session.execute(text(f"PRAGMA cache_size=-{_MEMORY_KIB}"))


@contextmanager
def without_collector() -> Iterator[None]:
    """Rows by the thousand make no cycles; looking for them takes a fifth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def insert_rows(session: Session, model: type[Base], rows: Sequence[Mapping[str, Any]]) -> None:
    """Add rows that all name the same columns."""
    if rows:
        names = tuple(rows[0])
        statement = insert(model).values({name: bindparam(name) for name in names})
        columns = {name: model.__table__.c[name].type for name in names}
        _run(session, statement, columns, rows)


def update_rows(session: Session, model: type[Base], rows: Mapping[int, Mapping[str, Any]]) -> None:
    """Change rows by their id; all change the same columns."""
    if rows:
        table = model.__table__
        names = tuple(next(iter(rows.values())))
        statement = (
            update(model)
            .where(table.c["id"] == bindparam(_KEY))
            .values({name: bindparam(f"new_{name}") for name in names})
        )
        columns = {f"new_{name}": table.c[name].type for name in names} | {_KEY: table.c["id"].type}
        plain = (
            {_KEY: key, **{f"new_{name}": row[name] for name in names}} for key, row in rows.items()
        )
        _run(session, statement, columns, plain)


def _run(
    session: Session,
    statement: Any,  # noqa: ANN401 - an insert or an update
    types: Mapping[str, TypeEngine[Any]],
    rows: Iterable[Mapping[str, Any]],
) -> None:
    """Hand all rows to the driver at once."""
    connection = session.connection()
    compiled = statement.compile(dialect=connection.dialect)
    dialect = connection.dialect
    order = compiled.positiontup or tuple(types)
    ready = [(name, types[name].dialect_impl(dialect).bind_processor(dialect)) for name in order]
    made: list[Any]
    if compiled.positiontup:
        made = [
            tuple([make(row[name]) if make else row[name] for name, make in ready]) for row in rows
        ]
    else:
        made = [
            {name: make(row[name]) if make else row[name] for name, make in ready} for row in rows
        ]
    connection.exec_driver_sql(compiled.string, made)
