"""How many statements a piece of work runs."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import event
from sqlalchemy.orm import Session


@contextmanager
def statements(session: Session) -> Iterator[list[str]]:
    """The SQL that runs in the block, in order."""
    engine = session.get_bind()
    ran: list[str] = []

    def note(_connection, _cursor, statement, *_rest):
        ran.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    yield ran
    event.remove(engine, "before_cursor_execute", note)
