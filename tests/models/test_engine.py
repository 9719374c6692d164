"""How connections behave: durable, and a reader that stays one."""

import pytest
from sqlalchemy import text, update

from pqrs.models import Counter, Installation
from pqrs.models.engine import ReadOnlyError, make_engine, make_sessions


@pytest.fixture
def engine(database_url):
    engine = make_engine(database_url)
    yield engine
    engine.dispose()


@pytest.fixture
def reader(engine):
    with make_sessions(engine)() as session:
        yield session


def test_what_only_reads_cannot_change_a_row(reader):
    reader.get(Installation, 1).entity = "Otra"

    with pytest.raises(ReadOnlyError):
        reader.flush()
    reader.rollback()


def test_what_only_reads_cannot_run_a_statement_that_writes(reader):
    with pytest.raises(ReadOnlyError):
        reader.execute(update(Counter).values(value=0))


def test_a_commit_survives_a_power_cut(engine):
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            pragmas = {
                name: connection.scalar(text(f"pragma {name}"))
                for name in ("journal_mode", "synchronous", "foreign_keys", "trusted_schema")
            }
            expected = {
                "journal_mode": "wal",
                "synchronous": 2,
                "foreign_keys": 1,
                "trusted_schema": 0,
            }
            assert expected == pragmas
        else:
            assert "5s" == connection.scalar(text("show lock_timeout"))
