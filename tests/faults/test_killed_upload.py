"""Killed at every step between the first byte and the commit: never a row without its file.

A person attaches a file and files; the process dies at the first call that touches the disk or the
database, at the second, and so on, until it gets through.
"""

import os
import signal
import sys

from sqlalchemy import func, select

from pqrs.acts.attach import attach_to_draft
from pqrs.acts.file_petition import file_petition
from pqrs.acts.office import make_office
from pqrs.models import Document
from pqrs.models.engine import make_engine, make_sessions
from pqrs.outside.now import now
from pqrs.outside.witness import Witness
from pqrs.queries.invariants import INVARIANTS, Ground
from pqrs.settings import Settings
from pqrs.transactions import work
from tests.build import a_filing, a_kept_file
from tests.serving import settings_for

TOUCHES = {"fsync", "rename", "mkdir", "unlink", "flock", "open", "write", "execute", "commit"}
FEWEST = 15
"""Points at which it dies: fewer, and the calls have changed their names."""


def attach_and_file(settings, office, attempt):
    """The whole way, as the pages go it."""
    engine = make_engine(settings.database_url)
    sessions, witness = make_sessions(engine), Witness(settings.witness)
    file = a_kept_file(office, f"contenido {attempt}".encode())
    with work(sessions, witness) as session:
        attach_to_draft(session, f"ficha {attempt}", file, now())
    filing = a_filing(documents=(file,))
    with work(sessions, witness) as session:
        file_petition(session, filing, token=f"ficha {attempt}", office=office)


def die_at(count):
    """From here on, the call of that number is never made."""
    seen = 0

    def watch(_frame, event, what):
        nonlocal seen
        if event == "c_call" and what.__name__ in TOUCHES:
            seen += 1
            if seen == count:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(watch)


def dies(settings, office, attempt):
    """Whether the process was killed on its way."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            die_at(attempt)
            attach_and_file(settings, office, attempt)
            status = 0
        finally:
            os._exit(status)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in {0, -signal.SIGKILL}
    return code != 0


def broken(settings, office):
    engine = make_engine(settings.database_url)
    with make_sessions(engine)() as session:
        ground = Ground(session, Witness(settings.witness), office.files)
        found = [
            finding for each in INVARIANTS if each.code == "I6" for finding in each.ask(ground)
        ]
        rows = session.scalar(select(func.count()).select_from(Document))
    engine.dispose()
    return found, rows


def test_there_is_never_a_row_without_its_file(installation):
    settings = Settings.from_environ(settings_for(installation), installation)
    office = make_office(settings)
    attempt = 1
    while dies(settings, office, attempt):
        assert [] == broken(settings, office)[0], f"killed at step {attempt}"
        attempt += 1

    found, rows = broken(settings, office)
    files = sum(path.is_file() for path in office.files.blobs.glob("*/*/*"))
    assert [] == found
    assert 1 <= rows <= files
    assert FEWEST < attempt, attempt
