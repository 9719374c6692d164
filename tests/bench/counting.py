"""SQL statements of one visit, counted inside the process with Flask's test client."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine, event

from pqrs import create_app
from pqrs.extensions import db
from pqrs.settings import Settings
from tests.bench.cities import City
from tests.bench.pages import FILING, PAGES, WORDS
from tests.filing import walk_to_the_button
from tests.walker import Walker, into_flask

NO_QUESTIONS = ("BEGIN", "COMMIT", "ROLLBACK", "PRAGMA", "SAVEPOINT", "RELEASE")


def count_statements(city: City) -> dict[str, int]:
    """For each page, the statements of one visit after a first one has filled every cache."""
    logging.disable(logging.INFO)
    app = create_app(Settings.from_environ(city.environ, city.folder))
    with app.app_context():
        engine = db.engine
    found = {}
    for page in PAGES:
        walker = Walker(into_flask(app.test_client()))
        page.reach(walker, city)
        walker.open(page.path)
        with statements(engine) as ran:
            walker.open(page.path)
        found[page.name] = len(ran)
    found[FILING] = count_filing(app.test_client(), engine)
    engine.dispose()
    return found


def count_filing(client, engine: Engine) -> int:
    """Check page, press (whose answer leads to the receipt)."""
    walker = Walker(into_flask(client))
    form = walk_to_the_button(walker, WORDS)
    with statements(engine) as ran:
        walker.open("/radicar/revise")
        walker.send_form(form)
    return len(ran)


@contextmanager
def statements(engine: Engine) -> Iterator[list[str]]:
    """What the engine was asked; beginning and ending a transaction is no question."""
    ran: list[str] = []

    def note(_connection, _cursor, statement, *_rest):
        if not statement.lstrip().upper().startswith(NO_QUESTIONS):
            ran.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    yield ran
    event.remove(engine, "before_cursor_execute", note)
