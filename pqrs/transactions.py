"""One piece of work, one transaction: begun as a write, committed, witnessed, and only then told.

A request is one such piece (see `app.py`); a job from the terminal is a loop of them.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy.orm import Session

from pqrs.models.engine import write_intent
from pqrs.outside.witness import ISSUED, IssuedNumber, Witness


@contextmanager
def work(sessions: Callable[[], Session], witness: Witness) -> Iterator[Session]:
    """A session whose changes are committed at the end, or all undone when an error leaves it."""
    with write_intent(), sessions() as session:
        yield session
        commit(session, witness)


def commit(session: Session, witness: Witness) -> None:
    """Commit, then witness the numbers given; only when this returns may they be told."""
    session.commit()
    issued: list[IssuedNumber] = session.info.pop(ISSUED, [])
    witness.append(issued)
