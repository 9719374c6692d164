"""The schema's history, numbered by hand. A migration imports no model: it must stay as it was."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

HERE = Path(__file__).parent


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Bring the database to `revision`; all of one migration happens, or none of it."""
    with engine.connect() as connection:
        config = make_config()
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
        connection.commit()


def downgrade(engine: Engine, revision: str) -> None:
    """Take the database back to `revision`."""
    with engine.connect() as connection:
        config = make_config()
        config.attributes["connection"] = connection
        command.downgrade(config, revision)
        connection.commit()


def is_current(engine: Engine) -> bool:
    """Whether the database stands at the newest migration."""
    with engine.connect() as connection:
        at = revision_of(connection)
    return at == newest()


def newest() -> str | None:
    """The migration this version of the program works with."""
    return ScriptDirectory.from_config(make_config()).get_current_head()


def revision_of(connection: Connection) -> str | None:
    """The migration at which a database stands; None for one that was not prepared."""
    return MigrationContext.configure(connection).get_current_revision()


def is_known(revision: str) -> bool:
    """Whether this version of the program has that migration: a newer one may have more."""
    known = ScriptDirectory.from_config(make_config()).walk_revisions()
    return revision in {script.revision for script in known}


def make_config() -> Config:
    """Alembic's settings, without a file of its own."""
    config = Config()
    config.set_main_option("script_location", str(HERE).replace("%", "%%"))
    return config
