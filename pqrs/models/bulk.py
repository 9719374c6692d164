"""Write very many rows fast: one prepared statement, each value made ready once, no ORM.

SQLAlchemy's own way with many rows works out the parameters of each anew, which takes as long as
the database does.
"""

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import bindparam, insert, text, update
from sqlalchemy.orm import Session
from sqlalchemy.types import TypeEngine

from pqrs.models.base import Base

_KEY = "pqrs_key"
_MEMORY_KIB = 256 * 1024


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
        columns = model.__table__.c
        _run(session, statement, {name: columns[name].type for name in names}, rows)


def update_rows(session: Session, model: type[Base], rows: Mapping[int, Mapping[str, Any]]) -> None:
    """Change rows by their id, each the columns it names: the fewer, the fewer indexes to write."""
    alike: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for key, row in rows.items():
        alike.setdefault(tuple(row), []).append({_KEY: key, **row})
    columns = model.__table__.c
    for names, changed in alike.items():
        statement = (
            update(model)
            .where(columns["id"] == bindparam(_KEY))
            .values({name: bindparam(name) for name in names})
        )
        types = {name: columns[name].type for name in names} | {_KEY: columns["id"].type}
        _run(session, statement, types, changed)


def _run(
    session: Session,
    statement: Any,  # noqa: ANN401 - an insert or an update
    types: Mapping[str, TypeEngine[Any]],
    rows: Sequence[Mapping[str, Any]],
) -> None:
    """Hand all rows to the driver at once."""
    connection = session.connection()
    dialect = connection.dialect
    compiled = statement.compile(dialect=dialect)
    order = compiled.positiontup or tuple(types)
    columns = (
        _ready(
            types[name].dialect_impl(dialect).bind_processor(dialect), [row[name] for row in rows]
        )
        for name in order
    )
    made: list[Any] = list(zip(*columns, strict=True))
    if not compiled.positiontup:
        made = [dict(zip(order, values, strict=True)) for values in made]
    connection.exec_driver_sql(compiled.string, made)


def _ready(make: Callable[[Any], Any] | None, values: list[Any]) -> list[Any]:
    """As the driver takes them; a moment, a day or a word that many rows share is made once."""
    if make is None:
        return values
    shared = {id(value): value for value in values}
    if len(shared) == len(values):
        return [make(value) for value in values]
    made = {key: make(value) for key, value in shared.items()}
    return [made[id(value)] for value in values]
