"""A database built where nobody serves it, and put in the place of the old one in one step.

SQLite: a file beside the old one, renamed. PostgreSQL: the old schema steps aside under another
name, and comes back if anything fails.
"""

import os
import secrets
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, NullPool, create_engine, make_url, text
from sqlalchemy.exc import SQLAlchemyError

from pqrs.outside.backup_folder import BackupError
from pqrs.outside.dumps import POSTGRESQL_PART, SQLITE_PART, restore_postgresql, settle_sqlite
from pqrs.outside.files import sync_folder
from pqrs.outside.now import BOGOTA, now


class MovedError(Exception):
    """What stood there is not, or no longer, in its place. A sentence in Spanish says where."""


@dataclass
class Staged:
    """`url`: where it can be asked. `kept`: where the old one is afterwards, or ""."""

    url: str
    kept: str = ""
    accepted: bool = False

    def accept(self) -> None:
        """It takes its place at the end of the block."""
        self.accepted = True


@contextmanager
def staged(url: str, copy: Path, *, keeps_old: bool) -> Iterator[Staged]:
    """The copy's database, readable and not yet in its place; undone unless it is accepted."""
    build = staged_file if make_url(url).get_backend_name() == "sqlite" else staged_schema
    with build(url, copy, keeps_old=keeps_old) as aside:
        yield aside


@contextmanager
def staged_file(url: str, copy: Path, *, keeps_old: bool) -> Iterator[Staged]:
    """Beside the file it will replace."""
    place = Path(make_url(url).database or "")
    place.parent.mkdir(parents=True, exist_ok=True)
    settle_old(place)
    fresh = name_beside(place)
    aside = Staged(f"sqlite:///{fresh}")
    try:
        fresh.touch(0o600)
        shutil.copyfile(copy / SQLITE_PART, fresh)
        yield aside
        if aside.accepted:
            settle_sqlite(fresh)
            settle_old(place)
            aside.kept = keep_old_file(place) if keeps_old else ""
            fresh.replace(place)
            sync_moved(place, aside.kept)
    finally:
        for left in place.parent.glob(f"{fresh.name}*"):
            left.unlink()


def name_beside(place: Path) -> Path:
    """For what is not yet in its place; what a killed restore left there goes away."""
    for left in place.parent.glob(f".{place.name}.*"):
        left.unlink()
    return place.with_name(f".{place.name}.{secrets.token_hex(8)}")


def settle_old(place: Path) -> None:
    """All of it in one file. Raises `BackupError` when somebody has it open."""
    if place.exists():
        with suppress(sqlite3.DatabaseError):  # one that cannot be read is kept as it is
            settle_sqlite(place)


def sync_moved(place: Path, kept: str) -> None:
    """From here on the copy is in its place, whatever the disk says. Raises `MovedError`."""
    try:
        sync_folder(place.parent)
    except OSError as error:
        old = f" Lo que había quedó en {kept}." if kept else ""
        raise MovedError(
            f"La copia ya está en su lugar, pero el disco no lo confirmó: {error.strerror}.{old} "
            "Revise el disco y ejecute pqrs verify."
        ) from error


def keep_old_file(place: Path) -> str:
    """A second name for the old file; the log of one that cannot be read goes with it."""
    kept = f"{place}.{stamp()}"
    os.link(place, kept)
    for end in ("-wal", "-shm"):
        with suppress(FileNotFoundError):
            Path(f"{place}{end}").rename(f"{kept}{end}")
    return kept


@contextmanager
def staged_schema(url: str, copy: Path, *, keeps_old: bool) -> Iterator[Staged]:
    """In the place of the old schema, which waits under another name.

    Whatever ends it in between leaves the old one there: all its numbers are witnessed before.
    """
    engine = create_engine(url, poolclass=NullPool, hide_parameters=True)
    aside = Staged(url)
    with engine.begin() as connection:
        refuse_company(connection)
        schema = str(connection.scalar(text("SELECT current_schema()")))
        kept = f"{schema}_{stamp()}"
        connection.execute(text(f'ALTER SCHEMA "{schema}" RENAME TO "{kept}"'))
        connection.execute(text(f'CREATE SCHEMA "{schema}"'))
    try:
        restore_postgresql(url, copy / POSTGRESQL_PART, schema=schema)
        yield aside
    finally:
        with told_where(schema, kept, aside), engine.begin() as connection:
            if not aside.accepted:
                connection.execute(text(f'DROP SCHEMA "{schema}" CASCADE'))
                connection.execute(text(f'ALTER SCHEMA "{kept}" RENAME TO "{schema}"'))
            elif keeps_old:
                aside.kept = f"el esquema {kept}"
            else:
                connection.execute(text(f'DROP SCHEMA "{kept}" CASCADE'))
            connection.execute(text("ANALYZE"))


@contextmanager
def told_where(schema: str, kept: str, aside: Staged) -> Iterator[None]:
    """The last step failed. Raises `MovedError`."""
    try:
        yield
    except SQLAlchemyError as error:
        now_there = "La copia quedó" if aside.accepted else "Quedó una copia sin terminar"
        raise MovedError(
            f"{now_there} en el esquema {schema}, y lo que había, en el esquema {kept}. "
            "Cuando la base de datos responda, repita la orden."
        ) from error


def refuse_company(connection: Connection) -> None:
    """Another machine may serve the same database. Raises `BackupError`."""
    others = connection.scalar(
        text(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
            " AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
        )
    )
    if others:
        raise BackupError(f"La base de datos está en uso: hay {others} conexiones más.")


def stamp() -> str:
    """The moment, for a name."""
    return f"{now().astimezone(BOGOTA):%Y%m%d_%H%M%S}"
