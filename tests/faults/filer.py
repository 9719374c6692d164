"""Several processes that file petitions through the acts and note each number they are told.

    python -m tests.faults.filer TOLD PROCESSES EACH

One process loads the program and forks, so that all begin at nearly the same instant. The settings
come from the environment, as for any command.
"""

import os
import secrets
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session, sessionmaker

from pqrs.acts.file_petition import Filing, Receipt, file_petition
from pqrs.acts.office import Office
from pqrs.models.engine import make_engine, make_sessions
from pqrs.office import Router, load_pack
from pqrs.outside.files import FileStore
from pqrs.outside.now import now
from pqrs.outside.witness import Witness
from pqrs.settings import Settings
from pqrs.transactions import work
from tests.faults.told import Told

PRESSES = 10


def file_many(settings: Settings, office: Office, told: Told, count: int) -> None:
    witness = Witness(settings.witness)
    sessions = make_sessions(make_engine(settings.database_url))
    for turn in range(count):
        filing = Filing(text=f"El alumbrado de la cuadra {turn} lleva una semana apagado.")
        token = secrets.token_urlsafe(24)
        receipt = until_it_is_told(partial(press, sessions, witness, filing, token, office))
        told.add(receipt.number, receipt.access_code)


def press(
    sessions: sessionmaker[Session], witness: Witness, filing: Filing, token: str, office: Office
) -> Receipt:
    with work(sessions, witness) as session:
        return file_petition(session, filing, token=token, office=office)


def until_it_is_told(send: Callable[[], Receipt]) -> Receipt:
    """Who is told that the system is busy sends the same form again, as any person would."""
    for _ in range(PRESSES - 1):
        with suppress(OperationalError):
            return send()
    return send()


def fork(settings: Settings, office: Office, told: Told, count: int) -> int:
    """The child files and leaves at once: what the parent opened is not the child's to close."""
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        file_many(settings, office, told, count)
        status = 0
    except BaseException:
        traceback.print_exc()
        raise
    finally:
        sys.stderr.flush()
        os._exit(status)


def main(told: Told, processes: int, count: int) -> int:
    """0 when every process filed all of its petitions."""
    settings = Settings.from_environ(os.environ, told.path.parent / "instance")
    pack = load_pack(settings.entity)
    office = Office(
        pack=pack,
        router=Router(pack),
        code_key=settings.code_key,
        clock=now,
        files=FileStore(settings.files),
    )
    office.router.suggest("")  # learns once, before there are children
    children = [fork(settings, office, told, count) for _ in range(processes)]
    return max(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children)


if __name__ == "__main__":
    sys.exit(main(Told(Path(sys.argv[1])), int(sys.argv[2]), int(sys.argv[3])))
