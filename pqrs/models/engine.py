"""How a connection behaves: a write begins as a write, a commit survives a power cut."""

from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction, sessionmaker

if TYPE_CHECKING:
    from collections.abc import Iterator

writing: ContextVar[bool] = ContextVar("writing", default=False)
"""Whether the work at hand may change anything; the HTTP method or the command decides."""

SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA busy_timeout=5000",
    "PRAGMA foreign_keys=ON",
    "PRAGMA trusted_schema=OFF",
)
POSTGRESQL_LIMITS = ("SET lock_timeout = '5s'", "SET statement_timeout = '60s'")


class ReadOnlyError(Exception):
    """Something tried to change a row in work that only reads."""


def prepare_engine(engine: Engine) -> Engine:
    """Give every connection of `engine` its limits and its way of beginning."""
    sqlite = engine.dialect.name == "sqlite"
    statements = SQLITE_PRAGMAS if sqlite else POSTGRESQL_LIMITS

    @event.listens_for(engine, "connect")
    def set_up(connection: Any, _record: object) -> None:  # noqa: ANN401  the driver's own type
        if sqlite:
            connection.isolation_level = None  # the driver would begin by itself, and as a reader
        else:
            connection.autocommit = True
        cursor = connection.cursor()
        for statement in statements:
            cursor.execute(statement)
        cursor.close()
        if not sqlite:
            connection.autocommit = False

    if sqlite:

        @event.listens_for(engine, "begin")
        def begin(connection: Any) -> None:  # noqa: ANN401  SQLAlchemy's event signature
            # A reader that turns writer half way is refused at once, whatever the timeout.
            connection.exec_driver_sql("BEGIN IMMEDIATE" if writing.get() else "BEGIN")

    return engine


def make_engine(url: str) -> Engine:
    """An engine for work outside a request: commands, the worker, tests."""
    return prepare_engine(create_engine(url, hide_parameters=True))


def make_sessions(engine: Engine) -> sessionmaker[Session]:
    """Sessions that refuse to flush a change in work that only reads."""
    sessions = sessionmaker(engine, expire_on_commit=False)
    guard_reads(sessions)
    return sessions


def guard_reads(sessions: object) -> None:
    """What only reads fails when it writes. Takes a sessionmaker or a scoped session."""
    event.listen(sessions, "before_flush", refuse_changed_rows)
    event.listen(sessions, "do_orm_execute", refuse_statements)


def refuse_changed_rows(session: Session, _context: UOWTransaction, _instances: object) -> None:
    """Raise `ReadOnlyError` unless the work at hand may write."""
    if not writing.get() and (session.new or session.dirty or session.deleted):
        raise ReadOnlyError(f"{list(session.new or session.dirty or session.deleted)[:3]}")


@contextmanager
def read_intent() -> "Iterator[None]":
    """Work inside only reads, on a connection of its own, even while the request writes."""
    token = writing.set(False)
    try:
        yield
    finally:
        writing.reset(token)


def refuse_statements(state: ORMExecuteState) -> None:
    """Raise `ReadOnlyError` for an INSERT, UPDATE or DELETE in work that only reads."""
    if not writing.get() and (state.is_insert or state.is_update or state.is_delete):
        raise ReadOnlyError(str(state.statement)[:80])


@contextmanager
def write_intent() -> "Iterator[None]":
    """Work inside may change rows; transactions begin as writes."""
    token = writing.set(True)
    try:
        yield
    finally:
        writing.reset(token)
