"""How a copy is made whole while others write.

First the witness, then the database at one instant, then the files that this instant speaks of: a
number is committed before it is witnessed, and a file is on the disk before its row. So the copy
keeps its own promises however many people file meanwhile.
"""

import hashlib
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from sqlalchemy import func, make_url, select, text
from sqlalchemy.orm import Session

from pqrs.acts.complete_witness import complete_witness
from pqrs.cli.context import Terminal
from pqrs.cli.progress import counted, within
from pqrs.migrations import newest, revision_of
from pqrs.models import Installation, Petition, hashes_in_use
from pqrs.models.engine import make_engine
from pqrs.outside.backup_folder import (
    FILES,
    START,
    WITNESS,
    Backup,
    BackupError,
    Manifest,
    key_check,
    new_copy,
    parts_in,
    read_backup,
    write_durably,
    write_manifest,
)
from pqrs.outside.dumps import (
    POSTGRESQL_PART,
    SQLITE_PART,
    dump_postgresql,
    dump_sqlite,
    read_dump,
    settle_sqlite,
)
from pqrs.outside.files import ROOM_BYTES, ROOM_PART, FileStore
from pqrs.outside.in_use import copying
from pqrs.outside.now import BOGOTA, now
from pqrs.outside.signing import SigningKeys, name_of
from pqrs.outside.witness import Witness
from pqrs.queries.invariants import Ground, broken_promises


def make_copy(here: Terminal, shelf: Path, tell: Callable[[float], None]) -> Backup:
    """A whole copy under a name of its own. Raises `BackupError` and `OSError`."""
    at = now()
    SigningKeys(here.settings.keys_dir).prepare()
    name = f"{at.astimezone(BOGOTA):%Y-%m-%d-%H%M%S}"
    with copying(here.settings.files), new_copy(shelf, name) as folder:
        here.witness.copy_to(folder / WITNESS)
        with frozen(here, folder) as session:
            copy_files(session, here.office.files, folder, within(tell, 0, 0.3))
            manifest = describe(here, session, folder, at, within(tell, 0.3, 0.9))
        shutil.rmtree(folder / FILES / "tmp", ignore_errors=True)
        if (folder / SQLITE_PART).exists():
            settle_sqlite(folder / SQLITE_PART)
        manifest = replace(manifest, parts=tuple(parts_in(folder)))
        write_manifest(folder, manifest, here.office.code_key)
        read_backup(folder).check(within(tell, 0.9, 1))
    return read_backup(shelf / f"{START}{name}")


@contextmanager
def frozen(here: Terminal, folder: Path) -> Iterator[Session]:
    """Copy the database to `folder`; a session that sees that very instant, and no later one."""
    parts = make_url(here.settings.database_url)
    freeze = frozen_sqlite if parts.get_backend_name() == "sqlite" else frozen_postgresql
    with freeze(here, folder) as session:
        yield session


@contextmanager
def frozen_sqlite(here: Terminal, folder: Path) -> Iterator[Session]:
    """The copy itself is asked."""
    database = Path(make_url(here.settings.database_url).database or "")
    if not database.is_file():
        raise BackupError("No hay base de datos que copiar. Ejecute antes: pqrs init.")
    ensure_room(folder, database.stat().st_size)
    dump_sqlite(database, folder / SQLITE_PART)
    engine = make_engine(f"sqlite:///{folder / SQLITE_PART}")
    try:
        with Session(engine) as session:
            yield session
    finally:
        engine.dispose()


@contextmanager
def frozen_postgresql(here: Terminal, folder: Path) -> Iterator[Session]:
    """A transaction that stays open shows `pg_dump` what it sees itself."""
    engine = here.engine.execution_options(isolation_level="REPEATABLE READ")
    with engine.connect() as connection:
        dump_postgresql(
            here.settings.database_url,
            folder / POSTGRESQL_PART,
            schema=str(connection.scalar(text("SELECT current_schema()"))),
            snapshot=str(connection.scalar(text("SELECT pg_export_snapshot()"))),
        )
        read_dump(folder / POSTGRESQL_PART)
        with Session(connection) as session:
            yield session


def copy_files(
    session: Session, store: FileStore, folder: Path, tell: Callable[[float], None]
) -> None:
    """Each file that is what it was; of one that is not, the promises asked afterwards tell."""
    paths = [
        path for sha in sorted(hashes_in_use(session)) if (path := store.path_of(sha)).exists()
    ]
    ensure_room(folder, sum(path.stat().st_size for path in paths))
    target = FileStore(folder / FILES)
    for path in counted(paths, tell):
        content = path.read_bytes()
        if hashlib.sha256(content).hexdigest() == path.name:
            write_durably(target.path_of(path.name), content)


def describe(
    here: Terminal, session: Session, folder: Path, at: datetime, tell: Callable[[float], None]
) -> Manifest:
    """What was copied, and whether it keeps every promise by itself."""
    witness = Witness(folder / WITNESS)
    complete_witness(session, witness)
    revision = revision_of(session.connection())
    entity, demo = session.execute(select(Installation.entity, Installation.demo)).one()
    ground = Ground(session, witness, FileStore(folder / FILES))
    return Manifest(
        made_at=at,
        entity=entity,
        demo=demo,
        database=session.get_bind().dialect.name,
        revision=str(revision),
        petitions=session.scalar(select(func.count()).select_from(Petition)) or 0,
        broken=tuple(broken_promises(ground, tell)) if revision == newest() else None,
        code_key=key_check(here.office.code_key),
        signing=tuple(map(name_of, SigningKeys(here.settings.keys_dir).public_keys())),
        parts=(),
    )


def ensure_room(folder: Path, size: int) -> None:
    """The disk may be the one that petitions need. Raises `BackupError`."""
    disk = shutil.disk_usage(folder)
    left = disk.free - size - min(ROOM_BYTES, disk.total // ROOM_PART)
    if left < 0:
        raise BackupError(f"No hay espacio en {folder.parent}: faltan {-left // 1_000_000 + 1} MB.")
