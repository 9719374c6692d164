"""The database as one file, and back: SQLite by itself, PostgreSQL by its own programs.

A password never stands in the arguments of a program, where any user of the machine reads it.
"""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import Final

from sqlalchemy import make_url

from pqrs.outside.backup_folder import BackupError

SQLITE_PART: Final = "database.sqlite"
POSTGRESQL_PART: Final = "database.dump"
PATIENCE: Final = 60.0
"""Seconds that a copy waits for whoever holds the whole database."""


def dump_sqlite(database: Path, target: Path) -> None:
    """What was committed at one instant, while others write. Raises `BackupError`.

    `VACUUM INTO` writes the pages anew: what was erased does not travel in the empty ones.
    """
    with closing(sqlite3.connect(database, timeout=PATIENCE, isolation_level=None)) as connection:
        try:
            connection.execute("VACUUM INTO ?", (str(target),))
        except sqlite3.DatabaseError as error:
            raise BackupError(f"No se pudo copiar la base de datos: {error}.") from error


def settle_sqlite(database: Path) -> None:
    """One file, without a log beside it, on the disk. Raises `BackupError` when it is in use."""
    with closing(sqlite3.connect(database, timeout=1.0, isolation_level=None)) as connection:
        try:
            (mode,) = connection.execute("PRAGMA journal_mode=DELETE").fetchone()
        except sqlite3.OperationalError as error:
            raise BackupError(f"La base de datos está en uso: {error}.") from error
    if mode != "delete":
        raise BackupError("La base de datos está en uso.")
    with database.open("rb") as file:
        os.fsync(file.fileno())


def dump_postgresql(url: str, target: Path, *, schema: str, snapshot: str) -> None:
    """What a transaction that stays open sees. Raises `BackupError`."""
    run(
        url,
        "pg_dump",
        "--format=custom",
        f"--schema={schema}",
        f"--snapshot={snapshot}",
        "--no-owner",
        "--no-privileges",
        f"--file={target}",
    )
    with target.open("rb") as file:
        os.fsync(file.fileno())


def read_dump(target: Path) -> None:
    """Unpack all of it to nowhere. Raises `BackupError` when it cannot be read to the end."""
    run(None, "pg_restore", "--file=/dev/null", str(target))


def restore_postgresql(url: str, source: Path, *, schema: str) -> None:
    """Into an empty schema, all of it or nothing. Raises `BackupError`."""
    run(
        url,
        "pg_restore",
        "--exit-on-error",
        "--single-transaction",
        f"--schema={schema}",
        "--no-owner",
        "--no-privileges",
        str(source),
    )


def run(url: str | None, program: str, *arguments: str) -> None:
    """One of PostgreSQL's programs; its own last line goes with ours."""
    if shutil.which(program) is None:
        raise BackupError(f"Falta {program}. En Debian: apt-get install postgresql-client")
    environ = dict(os.environ)
    where = []
    if url is not None:
        parts = make_url(url)
        environ |= {"PGPASSWORD": parts.password} if parts.password else {}
        plain = parts.set(drivername="postgresql", password=None)
        where = [f"--dbname={plain.render_as_string(hide_password=False)}"]
    done = subprocess.run(  # noqa: S603  the program by its name, no shell
        [program, *where, *arguments], env=environ, capture_output=True, text=True, check=False
    )
    if done.returncode:
        said = (done.stderr.strip().splitlines() or ["sin explicación"])[-1]
        raise BackupError(f"{program} no pudo: {said}")
