"""What a command needs of the application, without a request."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cache

import click
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from pqrs.acts.office import Office, make_office
from pqrs.models.engine import make_engine, make_sessions
from pqrs.outside.in_use import at_work
from pqrs.outside.now import start_clock_at
from pqrs.outside.witness import Witness
from pqrs.queries.installation import refuse_wrong_database
from pqrs.settings import Settings
from pqrs.transactions import work


@dataclass(frozen=True)
class Terminal:
    """Settings, database and office of one run of a command."""

    settings: Settings
    engine: Engine
    office: Office
    witness: Witness

    def read(self) -> Session:
        """A session that refuses to change anything."""
        return make_sessions(self.engine)()

    def work(self) -> AbstractContextManager[Session]:
        """One transaction, committed at the end of the block."""
        return work(self.sessions, self.witness)

    @property
    def sessions(self) -> Callable[[], Session]:
        """Where sessions come from."""
        return make_sessions(self.engine)


@cache
def terminal() -> Terminal:
    """Built at the first command that needs it; `pqrs deadline` needs none of it."""
    settings = Settings.of_this_process()
    if (command := click.get_current_context(silent=True)) is not None:
        command.with_resource(at_work(settings.files))  # nobody restores until it ends
    refuse_wrong_database(settings)
    start_clock_at(settings.clock)
    return Terminal(
        settings=settings,
        engine=make_engine(settings.database_url),
        office=make_office(settings),
        witness=Witness(settings.witness),
    )
