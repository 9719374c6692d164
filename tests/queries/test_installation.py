"""Invented petitions and real ones never meet."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from pqrs import create_app
from pqrs.acts.file_petition import Filing, file_petition
from pqrs.models import Installation
from pqrs.models.engine import make_engine, make_sessions, write_intent
from pqrs.queries.installation import installation_facts, refuse_wrong_database
from pqrs.settings import Settings, SettingsError


@pytest.fixture
def change(database_url):
    """Commit a change to this test's own database."""
    engine = make_engine(database_url)

    def commit(act):
        with write_intent(), make_sessions(engine)() as session:
            act(session)
            session.commit()

    yield commit
    engine.dispose()


def mark_as_demo(session):
    session.scalars(select(Installation)).one().demo = True


def file_one(office):
    def act(session):
        file_petition(session, Filing(text="La calle está rota."), token="x" * 30, office=office)

    return act


def test_a_prepared_database_is_empty_and_nobodys_demonstration(session):
    facts = installation_facts(session)

    assert (False, False) == (facts.is_demo, facts.has_petitions)


@pytest.mark.parametrize("demo", [False, True])
def test_an_empty_one_opens_either_way(settings, demo):
    refuse_wrong_database(replace(settings, demo=demo))


def test_a_demonstration_opens_only_as_one(settings, change):
    change(mark_as_demo)

    refuse_wrong_database(replace(settings, demo=True))
    with pytest.raises(SettingsError, match="solo abre con 1"):
        create_app(settings)


def test_real_petitions_are_never_shown_as_a_demonstration(settings, change, office):
    change(file_one(office))

    refuse_wrong_database(settings)
    with pytest.raises(SettingsError, match="peticiones reales"):
        create_app(replace(settings, demo=True))


def test_a_demonstration_with_petitions_opens(settings, change, office):
    change(mark_as_demo)
    change(file_one(office))

    refuse_wrong_database(replace(settings, demo=True))


def test_a_database_that_is_not_there_is_not_made(tmp_path):
    settings = Settings.from_environ({}, tmp_path)
    refuse_wrong_database(settings)

    assert not (tmp_path / "pqrs.sqlite").exists()


def test_one_that_is_not_prepared_is_left_to_init(tmp_path):
    (tmp_path / "empty.sqlite").touch()
    refuse_wrong_database(
        Settings.from_environ(
            {"PQRS_DATABASE_URL": f"sqlite:///{tmp_path / 'empty.sqlite'}"}, tmp_path
        )
    )


@pytest.mark.network
def test_one_that_does_not_answer_is_left_to_the_health_page(tmp_path):
    address = {"PQRS_DATABASE_URL": "postgresql+psycopg://nobody@127.0.0.1:1/none"}

    refuse_wrong_database(Settings.from_environ(address, tmp_path))
