"""What an installation holds after it was broken: the questions of `pqrs verify`, asked here.

Starting the command takes longer than answering; one test of the command itself is enough.
"""

from pathlib import Path

from sqlalchemy import select

from pqrs.acts.complete_witness import complete_witness
from pqrs.models import Petition
from pqrs.models.engine import make_engine, make_sessions
from pqrs.outside.files import FileStore
from pqrs.outside.witness import Witness
from pqrs.queries.invariants import INVARIANTS, Ground


def broken_promises(folder: Path) -> list[str]:
    """One line for each thing broken, once the witness was completed as a start does."""
    engine = make_engine(f"sqlite:///{folder / 'pqrs.sqlite'}")
    witness = Witness(folder / "witness.log")
    with make_sessions(engine)() as session:
        complete_witness(session, witness)
        ground = Ground(session, witness, FileStore(folder / "files"))
        broken = [f"{each.code} {what}" for each in INVARIANTS for what in each.ask(ground)]
    engine.dispose()
    return broken


def numbers_kept(folder: Path) -> set[str]:
    """Every number the database holds."""
    engine = make_engine(f"sqlite:///{folder / 'pqrs.sqlite'}")
    with make_sessions(engine)() as session:
        kept = set(session.scalars(select(Petition.number)))
    engine.dispose()
    return kept
