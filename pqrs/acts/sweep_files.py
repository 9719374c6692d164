"""Take away the files that no petition and no draft speaks of, days after they came."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from sqlalchemy.orm import Session

from pqrs.models import hashes_in_use
from pqrs.outside.files import FileStore


def sweep_files(work: Callable[[], AbstractContextManager[Session]], store: FileStore) -> list[str]:
    """Their hashes. What comes again meanwhile is young again, and stays."""
    with work() as session:
        known = hashes_in_use(session)
    return store.sweep(known)
