"""The application and what acts need, for tests that ask for them."""

from dataclasses import replace

import pytest
from jinja2 import FileSystemBytecodeCache

from pqrs.settings import Settings
from tests.learnt import give_weights


@pytest.fixture(scope="session")
def entity(tmp_path_factory):
    """Candelaria at work: its pack, a trained router, a key for access codes, the real clock."""
    from pqrs.acts.office import make_office

    folder = tmp_path_factory.mktemp("entity")
    give_weights(folder)
    return make_office(Settings.from_environ({}, folder))


@pytest.fixture
def office(entity, clock, tmp_path):
    """The same with the clock stopped at `clock` and a folder of files of its own."""
    from pqrs.outside.files import FileStore

    return replace(entity, clock=lambda: clock, files=FileStore(tmp_path / "files"))


@pytest.fixture
def settings(tmp_path, database_url):
    """An installation of its own in `tmp_path`, with a prepared database and nobody in it."""
    return Settings.from_environ({"PQRS_DATABASE_URL": database_url}, tmp_path / "instance")


@pytest.fixture(scope="session")
def templates(tmp_path_factory):
    """Where the applications of a run keep the templates that one of them compiled."""
    return FileSystemBytecodeCache(str(tmp_path_factory.mktemp("templates")))


@pytest.fixture
def app(settings, entity, templates):
    """The application as it is served; what it commits stays in this test's database."""
    from pqrs.extensions import db
    from pqrs.factory import build_app

    application = build_app(settings, entity)
    application.jinja_env.bytecode_cache = templates
    yield application
    with application.app_context():
        db.engine.dispose()


@pytest.fixture
def client(app):
    """A browser without scripts. CSRF stays on: read the token from the form, as a browser does."""
    return app.test_client()


@pytest.fixture
def walker(client):
    """A citizen or official who opens pages, fills forms and presses buttons."""
    from tests.walker import Walker, into_flask

    return Walker(into_flask(client))
