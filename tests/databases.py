"""Databases for tests: one prepared once a run, copied for whoever needs to change it.

Tests that ask for `database_kind` (directly, or through `session` or `database_url`) run on SQLite;
those in the folders of `ON_BOTH` run on PostgreSQL too. `--database=…` names one for all.
"""

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from sqlalchemy import Engine
    from sqlalchemy.orm import Session

from tests.postgresql import find_programs, run_cluster

PACK = Path("pqrs/office/data/candelaria")
KINDS = ("sqlite", "postgresql")
ON_BOTH = ("models", "acts", "queries", "migrations")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--database", choices=KINDS, help="run every database test on this one alone")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "database_kind" not in metafunc.fixturenames:
        return
    named = metafunc.config.getoption("--database")
    both = metafunc.definition.path.parent.name in ON_BOTH or list(
        metafunc.definition.iter_markers("both_databases")
    )
    kinds = [named] if named else KINDS if both else KINDS[:1]
    metafunc.parametrize("database_kind", [with_mark(kind) for kind in kinds])


def with_mark(kind: str):
    return pytest.param(kind, marks=pytest.mark.postgresql if kind == "postgresql" else ())


class Databases:
    """Prepared databases of both kinds, each made when first asked for."""

    def __init__(self, shared: Path, scratch: Path, stack: ExitStack) -> None:
        self.shared = shared
        self.scratch = scratch
        self.stack = stack
        self.server: str | None = None
        self.names = count()
        self.engines: dict[str, Engine] = {}

    def engine(self, kind: str) -> "Engine":
        """One copy a worker and kind, for the tests that roll back what they do."""
        from pqrs.models.engine import make_engine

        if kind not in self.engines:
            self.engines[kind] = make_engine(self.copy(kind))
            self.stack.callback(self.engines[kind].dispose)
        return self.engines[kind]

    def copy(self, kind: str) -> str:
        """The address of a fresh copy: migrated, with the entity pack loaded, without petitions."""
        return self.copy_file(self.prepared_file()) if kind == "sqlite" else self.copy_template()

    def copy_file(self, prepared: Path) -> str:
        copy = self.scratch / f"copy-{next(self.names)}.sqlite"
        shutil.copyfile(prepared, copy)
        return f"sqlite:///{copy}"

    def prepared_file(self) -> Path:
        return once(self.shared / "prepared.sqlite", lambda path: prepare(f"sqlite:///{path}"))

    def copy_template(self) -> str:
        name = f"copy_{next(self.names)}"
        if self.server is None:
            self.server = self.start_server()
            create_database(self.server, "prepared", template="template0")
            prepare(f"{self.server}/prepared")
        create_database(self.server, name, template="prepared")
        return f"{self.server}/{name}"

    def start_server(self) -> str:
        if find_programs() is None:
            missing("PostgreSQL no está instalado")
        return self.stack.enter_context(run_cluster())


def prepare(url: str) -> None:
    """Bring an empty database to the newest migration and load the entity pack."""
    from pqrs.acts.load_office import load_office
    from pqrs.migrations import upgrade
    from pqrs.models.engine import make_engine, make_sessions, write_intent
    from pqrs.office import load_pack

    engine = make_engine(url)
    upgrade(engine)
    with write_intent(), make_sessions(engine)() as session:
        load_office(session, load_pack(PACK))
        session.commit()
    engine.dispose()


def create_database(server: str, name: str, *, template: str) -> None:
    import psycopg

    address = server.replace("postgresql+psycopg", "postgresql")
    with psycopg.connect(f"{address}/postgres", autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')


def missing(reason: str) -> None:
    """Skip where a person runs the tests; fail where nobody would notice the skip."""
    (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(reason)


def once(path: Path, make: Callable[[Path], None]) -> Path:
    """Make `path` in whichever worker comes first; the others wait for it."""
    with path.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            unfinished = path.with_suffix(".unfinished")
            make(unfinished)
            unfinished.rename(path)
    return path


def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for all workers of a run: xdist gives each a folder inside the same one."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture(scope="session")
def databases(tmp_path_factory) -> Iterator[Databases]:
    with ExitStack() as stack:
        yield Databases(
            shared_folder(tmp_path_factory), tmp_path_factory.mktemp("databases"), stack
        )


@pytest.fixture
def database_url(databases, database_kind) -> str:
    """A copy this test may commit to."""
    return databases.copy(database_kind)


@pytest.fixture
def session(databases, database_kind) -> "Iterator[Session]":
    """For acts and queries: they may write and flush; nothing of it stays."""
    from pqrs.models.engine import make_sessions, write_intent

    with write_intent(), make_sessions(databases.engine(database_kind))() as session:
        yield session
        session.rollback()
