"""The schema that the migrations make is the one the models ask for, on both databases."""

from datetime import UTC, date, datetime

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from pqrs.law import Channel, Filed, Kind, PartsSettled
from pqrs.migrations import HERE, downgrade, is_current, make_config, upgrade
from pqrs.models import CITIZEN, Base, Petition, rule_book, rules_for
from pqrs.models.engine import make_engine, make_sessions, write_intent
from tests.models.test_columns import bare_petition


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


def test_closures_and_readings_become_versions_and_back(engine):
    downgrade(engine, "0001")
    with engine.begin() as connection:
        for statement in OLD_RULES:
            connection.execute(text(statement))

    upgrade(engine)

    with make_sessions(engine)() as session:
        rules = rules_for(session)
        assert 2 == rules.version == rule_book(session).version
        assert not rules.calendar.is_working(date(2026, 12, 24))
        assert "Decreto 100" in rules.calendar.why(date(2026, 12, 31))
        assert rules.readings.saturday_is_business
    downgrade(engine, "0001")
    with engine.connect() as connection:
        assert 2 == connection.scalar(text("SELECT count(*) FROM closure"))
        assert "true" == connection.scalar(text("SELECT value FROM chosen_reading"))


OLD_RULES = (
    "INSERT INTO closure (day, norm) VALUES ('2026-12-24', 'Decreto 100')",
    "INSERT INTO closure (day, norm) VALUES ('2026-12-31', 'Decreto 100')",
    "INSERT INTO chosen_reading (name, value) VALUES ('saturday_is_business', 'True')",
)


def test_what_is_mixed_with_a_report_is_known_again(engine):
    noon = datetime(2026, 3, 16, 17, tzinfo=UTC)
    with write_intent(), make_sessions(engine)() as session:
        for number, parts in (
            ("1", (Kind.CLAIM, Kind.REPORT)),
            ("2", (Kind.CLAIM, Kind.DOCUMENTS)),
        ):
            petition = bare_petition(session, noon)
            petition.number, petition.sequence = number, int(number)
            petition.record(Filed(noon, noon, Kind.MIXED, Channel.WEB, parts=parts), actor=CITIZEN)
        session.commit()
    downgrade(engine, "0011")

    upgrade(engine)

    with make_sessions(engine)() as session:
        assert {"1": True, "2": False} == {
            one.number: one.holds_report for one in session.scalars(select(Petition))
        }


def test_who_sees_to_what_was_parted_before_is_known_again(engine):
    noon = datetime(2026, 3, 16, 17, tzinfo=UTC)
    bodies = ("GOB", "PLAN", "GOB")
    with write_intent(), make_sessions(engine)() as session:
        for number, settled in (("1", PartsSettled(noon, bodies, 1)), ("2", PartsSettled(noon))):
            petition = bare_petition(session, noon)
            petition.number, petition.sequence = number, int(number)
            filed = Filed(noon, noon, Kind.CLAIM, Channel.WEB)
            petition.record(filed, PartsSettled(noon, ("HAC",), 1), settled, actor=CITIZEN)
        session.commit()
    downgrade(engine, "0013")

    upgrade(engine)

    with make_sessions(engine)() as session:
        found = {one.number: one.part_departments for one in session.scalars(select(Petition))}
        assert {"1": ["GOB", "PLAN"], "2": []} == found


def test_lost_numbers_are_not_forgotten(engine):
    with engine.begin() as connection:
        connection.execute(text(LOST))

    with pytest.raises(RuntimeError):
        downgrade(engine, "0010")
    with engine.connect() as connection, pytest.raises(DBAPIError, match="append-only"):
        connection.execute(text("DELETE FROM lost_number"))


LOST = (
    "INSERT INTO lost_number (number, series, year, sequence, noted_at)"
    " VALUES ('2026-000001-2', 'R', 2026, 1, '2026-12-01 00:00:00')"
)


def test_the_first_migration_refuses_to_drop_petitions(engine):
    with pytest.raises(RuntimeError):
        downgrade(engine, "base")
