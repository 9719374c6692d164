"""A process that files petitions through the acts and notes each number it is told.

    python -m tests.faults.filer GO TOLD COUNT

It says "ready" and waits for the file GO, so that several begin at the same instant. The settings
come from the environment, as for any command.
"""

import os
import secrets
import sys
import time
from pathlib import Path

from pqrs.acts.file_petition import Filing, file_petition
from pqrs.acts.office import Office
from pqrs.models.engine import make_engine, make_sessions
from pqrs.office import Router, load_pack
from pqrs.outside.now import now
from pqrs.outside.witness import Witness
from pqrs.settings import Settings
from pqrs.transactions import work
from tests.faults.told import Told


def main(go: Path, told: Told, count: int) -> None:
    settings = Settings.from_environ(os.environ, go.parent / "instance")
    pack, witness = load_pack(settings.entity), Witness(settings.witness)
    office = Office(pack=pack, router=Router(pack), code_key=settings.code_key, clock=now)
    sessions = make_sessions(make_engine(settings.database_url))
    print("ready", flush=True)
    while not go.exists():
        time.sleep(0.001)
    for turn in range(count):
        filing = Filing(text=f"El alumbrado de la cuadra {turn} lleva una semana apagado.")
        with work(sessions, witness) as session:
            receipt = file_petition(session, filing, token=secrets.token_urlsafe(24), office=office)
        told.add(receipt.number, receipt.access_code)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Told(Path(sys.argv[2])), int(sys.argv[3]))
