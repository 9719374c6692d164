"""An installation of its own for tests of backups: the commands run here, what is filed is real."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

from click.testing import CliRunner, Result
from sqlalchemy import make_url
from sqlalchemy.orm import Session

from pqrs.cli import pqrs
from pqrs.cli.context import terminal
from pqrs.models.engine import make_engine, make_sessions
from pqrs.outside.files import FileStore
from pqrs.outside.now import now
from pqrs.outside.witness import Witness
from pqrs.settings import Settings
from pqrs.transactions import work
from tests.build import a_kept_file, a_petition
from tests.serving import settings_for

PHOTO = b"una foto de la calle"


class Installation:
    """Database, keys, files and witness of one machine, and its terminal."""

    def __init__(self, folder: Path, entity, database_url: str = "", **more: str) -> None:
        folder.mkdir(exist_ok=True)
        if database_url:
            more["PQRS_DATABASE_URL"] = database_url
        self.folder, self.environ = folder, settings_for(folder, **more)
        self.settings = Settings.from_environ(self.environ, folder)
        files = FileStore(self.settings.files)
        self.office = replace(entity, code_key=self.settings.code_key, clock=now, files=files)

    def run(self, *words: object) -> Result:
        """A command, as typed; every connection of it is closed at the end."""
        terminal.cache_clear()
        ours = {name: value for name, value in self.environ.items() if name.startswith("PQRS_")}
        gone = {name: None for name in os.environ if name.startswith("PQRS_")}
        done = CliRunner().invoke(pqrs, [str(word) for word in words], env={**gone, **ours})
        if terminal.cache_info().currsize:
            terminal().engine.dispose()
        terminal.cache_clear()
        return done

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """One transaction, as the application has it."""
        engine = make_engine(self.settings.database_url)
        with work(make_sessions(engine), Witness(self.settings.witness)) as session:
            yield session
        engine.dispose()

    def file(self, content: bytes = b"") -> str:
        """One petition, with a file when there is something to attach; its number."""
        documents = (a_kept_file(self.office, content),) if content else ()
        with self.writing() as session:
            return a_petition(session, self.office, documents=documents).number


def file_of(installation):
    """Of SQLite."""
    return Path(make_url(installation.settings.database_url).database or "")


def state(installation):
    """What an operator would lose: database, witness and files, byte for byte."""
    sqlite = file_of(installation)
    with closing(sqlite3.connect(sqlite)) as connection:
        rows = "\n".join(connection.iterdump())
    witness = installation.settings.witness
    return rows, witness.read_bytes() if witness.exists() else b"", sorted(sqlite.parent.iterdir())
