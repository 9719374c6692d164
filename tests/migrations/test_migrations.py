"""The schema that the migrations make is the one the models ask for, on both databases."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from pqrs.migrations import HERE, downgrade, is_current, make_config, upgrade
from pqrs.models import Base
from pqrs.models.engine import make_engine


@pytest.fixture
def engine(database_url):
    engine = make_engine(database_url)
    yield engine
    engine.dispose()


def test_the_models_ask_for_nothing_more(engine):
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": False})

        assert [] == compare_metadata(context, Base.metadata)


def test_upgrading_twice_changes_nothing(engine):
    upgrade(engine)

    assert is_current(engine)


def test_the_head_is_written_down():
    script = ScriptDirectory.from_config(make_config())

    assert script.get_current_head() == (HERE / "head").read_text().strip()


def test_the_first_migration_refuses_to_drop_petitions(engine):
    with pytest.raises(RuntimeError):
        downgrade(engine, "base")
