"""Several processes that file petitions through the acts and note each number they are told.

    python -m tests.faults.filer TOLD PROCESSES EACH

One process loads the program and forks, so that all begin at nearly the same instant. The settings
come from the environment, as for any command.
"""

import os
import secrets
import sys
from pathlib import Path

from pqrs.acts.file_petition import Filing, file_petition
from pqrs.acts.office import Office
from pqrs.models.engine import make_engine, make_sessions
from pqrs.office import Router, load_pack
from pqrs.outside.files import FileStore
from pqrs.outside.now import now
from pqrs.outside.witness import Witness
from pqrs.settings import Settings
from pqrs.transactions import work
from tests.faults.told import Told


def file_many(settings: Settings, office: Office, told: Told, count: int) -> None:
    witness = Witness(settings.witness)
    sessions = make_sessions(make_engine(settings.database_url))
    for turn in range(count):
        filing = Filing(text=f"El alumbrado de la cuadra {turn} lleva una semana apagado.")
        with work(sessions, witness) as session:
            receipt = file_petition(session, filing, token=secrets.token_urlsafe(24), office=office)
        told.add(receipt.number, receipt.access_code)


def fork(settings: Settings, office: Office, told: Told, count: int) -> int:
    """The child files and leaves at once: what the parent opened is not the child's to close."""
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        file_many(settings, office, told, count)
        status = 0
    finally:
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
